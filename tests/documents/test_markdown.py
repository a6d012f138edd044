"""What a template prints is text, whatever it holds, and still reads well as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from vrtool.documents import markdown, programs
from vrtool.documents.render import MARKDOWN

_MARKS = "*_#[](){}<>|`~^$@\\!:;=+-.&'\"%/1a \n\t"
_SNIPPETS = [
    *("# x", "1. a", "2022.", "- b", "+ c", "> d", "::: x", "---", "===", "~~~", "```", "C#"),
    *("[x](javascript:alert(1))", "![a](b)", "[^1]", "^[n]", "[x]: http://a", "<http://a.b>"),
    *("<script>alert(1)</script>", "&amp;", "&#35;", "`a`{=html}", "$x$", "@cite", "{.x}"),
    *("{{ x }}", "{% x %}", '#read("/etc/passwd")', "= x", "/ T: x", "a_b_c", "_a_", "**b**"),
    *("| a | b |", "\\", "\\*", "Term\n: d", "    code", "Table: x", "%%", "a\\\nb", "”x”", "--"),
    *("\u202eabc", "\u200f", "😀", "👩‍👧", "\x00", "\x1b[1m", "\ufeff", "\ufdd0", "漢字", "\u0378"),
]
HOSTILE = st.lists(
    st.one_of(st.text(_MARKS, max_size=25), st.text(max_size=12), st.sampled_from(_SNIPPETS)),
    min_size=1,
    max_size=4,
).map("".join)
_WHITE = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


def shown(value: str) -> str:
    """The text that a document is to show for the value: on one line, without the unprintable."""
    return markdown.printable(_WHITE.sub(" ", value.replace("\ufeff", "")).strip(" "))


def _shown_by_html(element: html.HtmlElement, path: str) -> str:
    return re.sub(r"[ \n]+", " ", str(element.xpath(f"string({path})"))).strip(" ")


def _in_every_place(value: str) -> str:
    text = markdown.escape(value)
    return (
        f"## {text}\n\nföre {text} efter\n\n{text}\n\n- {text}\n\n1. {text}\n\n"
        f"| a | {text} |\n|---|---|\n| {text} | b |\n\n{text}\n\n:   {text}\n\n"
        f"före\\\n{text}\n\n> **{text}**\n\n"
        f"[{text}](https://exempel.se)\n\n{text}{text}\n\n---\n\n"
    )


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HOSTILE.filter(shown), min_size=20, max_size=50))
def test_every_value_is_shown_as_it_is_in_every_place(values: list[str]) -> None:
    source = "".join(map(_in_every_place, values))
    page = programs.pandoc(
        source, [f"--from={MARKDOWN}", "--to=html5", "--columns=10"], timestamp=0
    ).decode()
    *parts, rest = page.split("<hr />")
    assert not rest.strip()
    assert len(parts) == len(values)
    places = ("//h2", "//p[2]", "//ul/li", "//ol/li", "//th[2]", "//td[1]", "//dt", "//dd")
    for value, part in zip(values, parts, strict=True):
        element = html.document_fromstring(f"<html><body>{part}</body></html>")
        text = re.sub(" +", " ", shown(value))
        assert [_shown_by_html(element, f"({place})[1]") for place in places] == [text] * 8
        assert _shown_by_html(element, "//body/p[1]") == f"före {text} efter"
        assert _shown_by_html(element, "//blockquote//strong") in (text, "")
        assert element.xpath("//a/@href") == ["https://exempel.se"]
        assert {it.tag for it in element.iter()} <= {
            *("html", "body", "h2", "p", "ul", "ol", "li", "table", "colgroup", "col", "thead"),
            *("tbody", "tr", "th", "td", "dl", "dt", "dd", "br", "blockquote", "strong", "a"),
        }


@pytest.mark.parametrize(
    "plain",
    [
        "kl. 13.00–15.00",
        "Karlstad (digitalt)",
        "fredagen den 11 februari 2022",
        "SOU 2019:20 & prop. 2021/22:5",
        "”Nära vård” – ett läge?",
        "5 < 7 och 3 > 2",
        "snake_case, namn_efternamn@region.se",
        "-5 grader, +46 54 70 10 00",
        "a {b} c ~ 3 % $ @ ^ = + -",
    ],
)
def test_ordinary_text_is_left_alone(plain: str) -> None:
    assert str(markdown.escape(plain)) == plain


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1. Närvaro", "1\\. Närvaro"),
        ("# Rubrik", "\\# Rubrik"),
        ("C#", "C\\#"),
        ("- punkt", "\\- punkt"),
        ("*fet* [x](y)", "\\*fet\\* \\[x\\](y)"),
        ("<b> &amp;", "\\<b> \\&amp;"),
        ("a | b", "a \\| b"),
        ("två\nrader", "två rader"),
        ("  indraget  ", "indraget"),
        ("\ufeff # Rubrik", "\\# Rubrik"),
        (None, ""),
        (7, "7"),
    ],
)
def test_markdown_in_a_value_is_escaped(value: object, written: str) -> None:
    assert str(markdown.escape(value)) == written


def test_what_is_escaped_is_not_escaped_again() -> None:
    once = markdown.escape("*")
    assert markdown.escape(once) is once
    assert markdown.paragraphs(once) is once
    assert markdown.cell(once) is once
    assert bool(once)
    assert not markdown.escape(" ")


def test_what_no_document_may_hold_is_replaced() -> None:
    assert (
        markdown.printable("a\x00\x1b\ud800\ufdd0\U0001ffffb") == "a\ufffd\ufffd\ufffd\ufffd\ufffdb"
    )
    assert markdown.printable("\ufeffåäö\u00a0😀") == "åäö\u00a0😀"


def test_a_direction_left_open_is_closed() -> None:
    assert markdown.printable("\u202eabc") == "\u202eabc\u202c"
    assert markdown.printable("\u2067abc\u2069") == "\u2067abc\u2069"
    assert markdown.printable("\u2066\u202aabc") == "\u2066\u202aabc\u202c\u2069"


def test_paragraphs_stay_apart_and_are_escaped() -> None:
    value = "Ett\nstycke.\n\n \n# Ett till\r\n\r\n- och ett"
    assert str(markdown.paragraphs(value)) == "Ett stycke.\n\n\\# Ett till\n\n\\- och ett"
    assert str(markdown.paragraphs("a\n\nb", "    ")) == "a\n\n    b"
    assert str(markdown.paragraphs("a\n\nb", "> ")) == "a\n>\n> b"
    assert str(markdown.paragraphs(None)) == ""


def test_a_prefix_may_not_bring_markdown() -> None:
    with pytest.raises(ValueError, match="prefix"):
        markdown.paragraphs("a", "# ")


def test_lines_in_a_cell_are_parted_by_semicolons() -> None:
    assert str(markdown.cell("Åsa Öberg\n\nOlle | Ek.\nMats")) == "Åsa Öberg; Olle \\| Ek. Mats"
    assert str(markdown.cell(None)) == ""


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://exempel.se/a b(c)", "[Plan \\*](https://exempel.se/a%20b%28c%29)"),
        ("https://exempel.se/?a=1&copy=2", "[Plan \\*](https://exempel.se/?a=1&amp;copy=2)"),
        ("mailto:a@exempel.se", "[Plan \\*](mailto:a@exempel.se)"),
        ("underlag/plan.pdf", "[Plan \\*](underlag/plan.pdf)"),
        ("javascript:alert(1)", "Plan \\*"),
        (" JavaScript:alert(1)", "Plan \\*"),
        ("java\nscript:alert(1)", "Plan \\*"),
        ("data:text/html,x", "Plan \\*"),
        ("file:///etc/passwd", "Plan \\*"),
        ("//exempel.se", "Plan \\*"),
        ("http://[", "Plan \\*"),
        ("#avsnitt", "Plan \\*"),
        ("", "Plan \\*"),
        (None, "Plan \\*"),
    ],
)
def test_only_harmless_addresses_become_links(address: str | None, written: str) -> None:
    assert str(markdown.link("Plan *", address)) == written
