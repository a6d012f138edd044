"""The PDF: tagged as PDF/UA-1 asks, whole, and typeset from any text there is."""

from __future__ import annotations

import json
import re
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import validate

from tests.documents import sample
from tests.documents.test_markdown import HOSTILE, shown
from vrtool.documents import markdown, programs, render
from vrtool.documents.meta import Format

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@cache
def _pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(sample.rendered()[Format.PDF]))


@cache
def _pages() -> list[str]:
    reader = pypdf.PdfReader(BytesIO(sample.rendered()[Format.PDF]))
    return [page.extract_text() for page in reader.pages]


def _elements(node: Any = None) -> Iterator[Any]:
    """The structure elements, in reading order."""
    node = _pdf().Root.StructTreeRoot.K if node is None else node
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node.K)


def _tags() -> list[str]:
    return [str(it.S)[1:] for it in _elements()]


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kallelse.pdf"
    path.write_bytes(sample.rendered()[Format.PDF])
    report = validate(str(path))
    assert [(it.rule_id, it.message) for it in report.findings] == []
    # That rule (headings have text) stumbles over elements of several parts; it is tested below.
    assert {it.rule_id for it in report.outcomes if it.skipped_reason} <= {"UA-14-001"}


def test_the_document_says_what_it_is() -> None:
    root = _pdf().Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "sv"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with _pdf().open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == sample.META.title
        assert metadata["dc:creator"] == [sample.META.organisation]
        assert metadata["dc:description"] == sample.META.description
        assert metadata["xmp:CreateDate"].startswith("2022-01-28T00:00:00")


def test_headings_tables_and_lists_are_tagged_as_such() -> None:
    tags = _tags()
    assert [tag for tag in tags if re.fullmatch(r"H\d", tag)] == [
        *("H1", "H2", "H2", "H3", "H3", "H2")
    ]
    assert all(str(it.T).strip() for it in _elements() if str(it.S)[1:] in ("H1", "H2", "H3"))
    assert tags.count("Table") == tags.count("THead") == 2
    assert tags.count("TR") == 4 + 1 + sample.ROWS
    assert tags.count("LI") == 3 + 2 + 2 + 3
    assert {"BlockQuote", "Link", "P", "Lbl", "LBody"} <= set(tags)
    assert "Figure" not in tags


def test_header_cells_say_what_they_head() -> None:
    cells = [it for it in _elements() if str(it.S) == "/TH"]
    assert len(cells) == 8
    for cell in cells:
        scopes = [str(part.Scope) for part in cell.A if "/Scope" in part]
        assert scopes == ["/Column"]


def test_everything_on_the_page_is_tagged_or_an_artifact() -> None:
    for page in _pdf().pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name in ("BMC", "BDC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name in ("Tj", "TJ", "S", "f", "B", "Do"):
                assert depth > 0, name


def test_headings_are_bookmarks() -> None:
    with _pdf().open_outline() as outline:
        assert [it.title for it in outline.root] == ["Kallelse med dagordning"]
        sections = [it.title for it in outline.root[0].children]
    assert sections == ["Dagordning", "Punkterna", "Kallade"]


def test_every_row_of_a_long_table_is_there_once_and_nothing_overprints() -> None:
    text = "\n".join(_pages())
    numbers = [int(it) for it in re.findall(r"Ledamot(\d{3})", text)]
    assert numbers == list(range(1, sample.ROWS + 1))
    reader = pypdf.PdfReader(BytesIO(sample.rendered()[Format.PDF]))
    for page in reader.pages:
        heights: list[float] = []

        def note(text: str, matrix: list[float], *_: Any, into: Any = heights) -> None:
            if text.strip().startswith("Ledamot"):
                into.append(matrix[5])

        page.extract_text(visitor_text=note)
        assert all(abs(a - b) > 12 for a, b in pairwise(heights))


def test_header_rows_headers_and_footers_are_on_every_page() -> None:
    pages = _pages()
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Sida {number} av {len(pages)}" in page
        assert sample.META.organisation in page
        assert sample.META.title in page
        assert "FÖRSLAG" in page
        if "Ledamot" in page:
            assert re.search(r"Namn\s+Uppdrag\s+Part", page)


def test_the_page_is_a4_and_its_fonts_are_within() -> None:
    pdf = _pdf()
    for page in pdf.pages:
        assert [round(float(it)) for it in page.mediabox] == [0, 0, 595, 842]
    fonts = [it for it in pdf.objects if _is_font(it)]
    assert fonts
    for font in fonts:
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())
        assert "LibertinusSerif" in str(font.FontName)


def _is_font(thing: Any) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


def test_emoji_and_signs_of_other_scripts_keep_their_text() -> None:
    text = "😀 漢字 \ue123 \u0378 עברית"
    made = render.render(f"# Prov\n\n{markdown.escape(text)}\n", sample.META, [Format.PDF])
    pdf = pikepdf.open(BytesIO(made[Format.PDF]))
    names = {str(it.FontName).partition("+")[2] for it in pdf.objects if _is_font(it)}
    assert {"NotoEmoji-Regular", "MissingGlyph-Regular"} <= names
    extracted = pypdf.PdfReader(BytesIO(made[Format.PDF])).pages[0].extract_text()
    assert {"😀", "漢", "ע"} <= set(extracted)


def _pages_of(source: str) -> list[str]:
    made = render.render(source, sample.META, [Format.PDF])[Format.PDF]
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(made)).pages]


def _signed_after(lines: int, signatures: int) -> str:
    before = "".join(f"Rad {number}\n\n" for number in range(lines))
    line = "Justeras\n\n\u00a0\n\n---\n\n"
    signed = "".join(f"{line}Person {number}\n\n" for number in range(1, signatures + 1))
    return f"# Anteckningar\n\n{before}## Underskrifter\n\n{signed}"


def test_signatures_stand_on_one_page_with_their_heading() -> None:
    pages = [_pages_of(_signed_after(lines, signatures=3)) for lines in range(18, 40, 3)]
    whole = {page for made in pages for page in made if "Underskrifter" in page}
    assert all("Person 1" in page and "Person 3" in page for page in whole)
    assert {len(made) for made in pages} == {1, 2}, "the break comes within these lengths"


def test_more_signatures_than_a_page_holds_go_on_to_the_next() -> None:
    pages = _pages_of(_signed_after(1, signatures=20))
    assert len(pages) > 1
    assert "Person 1" in pages[0]
    assert "Person 20" in pages[-1]
    assert sum(page.count("Justeras") for page in pages) == 20


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HOSTILE, min_size=5, max_size=40))
def test_any_text_can_be_typeset(values: list[str]) -> None:
    source = "# Prov\n\n" + "".join(
        f"{markdown.escape(value)}\n\n- {markdown.escape(value)}\n\n" for value in values
    )
    made = render.render(source, sample.META, [Format.PDF])
    assert made[Format.PDF].startswith(b"%PDF-")


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HOSTILE.filter(shown), min_size=5, max_size=40))
def test_typst_reads_every_value_as_the_text_it_is(values: list[str]) -> None:
    source = "".join(map(_in_every_place, values))
    body = programs.pandoc(
        source,
        [f"--from={render.MARKDOWN}", "--to=typst", f"--lua-filter={render.TYPST_FILTER}"],
        timestamp=0,
    )
    found = {it: _query(body, it) for it in ("heading", "list", "enum", "quote", "table", "terms")}
    for number, value in enumerate(values):
        item = found["terms"][number]["children"][0]
        table = found["table"][number]["children"]
        places = [
            found["heading"][number]["body"],
            found["list"][number]["children"][0]["body"],
            found["enum"][number]["children"][0]["body"],
            found["quote"][number]["body"],
            table[0]["children"][1]["body"],
            table[-1]["body"],
            item["term"],
            item["description"],
        ]
        text = re.sub(" +", " ", shown(value))
        assert [re.sub(" +", " ", _plain(it)).strip(" ") for it in places] == [text] * 8


def _in_every_place(value: str) -> str:
    text = markdown.escape(value)
    return (
        f"## {text}\n\n- {text}\n\n1. {text}\n\n> före\\\n> {text}\n\n"
        f"| a | {text} |\n|---|---|\n| b | **{text}** |\n\n{text}\n\n:   {text}\n\n"
    ).replace("> före\\\n", "")


def _query(body: bytes, kind: str) -> Any:
    fonts = typst.Fonts(include_system_fonts=False)
    compiler = typst.Compiler(body, font_paths=fonts, ignore_system_fonts=True)
    return json.loads(compiler.query(kind))


def _plain(content: dict[str, Any]) -> str:
    """The text of a piece of Typst content; nothing that is not text passes unnoticed."""
    kind = content["func"]
    if kind == "sequence":
        return "".join(map(_plain, content["children"]))
    if kind in ("block", "strong"):
        return _plain(content["body"])
    if kind in ("text", "symbol"):
        return str(content["text"])
    return {"space": " ", "smartquote": '"' if content.get("double", True) else "'"}.get(
        kind, f"<{kind}>"
    )
