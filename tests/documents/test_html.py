"""The HTML page: complete by itself, accessible, readable by machine."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml import html

from tests.documents import sample
from vrtool.documents.meta import Format

_AA = 4.5


def _page() -> html.HtmlElement:
    return html.document_fromstring(sample.rendered()[Format.HTML])


def test_the_page_has_language_title_and_landmarks() -> None:
    page = _page()
    assert page.get("lang") == "sv"
    assert page.xpath("string(/html/head/title)") == sample.META.title
    assert page.xpath("string(//meta[@name='author']/@content)") == sample.META.organisation
    assert page.xpath("string(//meta[@name='description']/@content)") == sample.META.description
    assert [child.tag for child in page.find("body")] == ["header", "main", "footer"]
    assert page.xpath("string(/html/body/header/p[1])") == sample.META.organisation
    assert page.xpath("string(/html/body/header/p[@class='stamp'])") == "FÖRSLAG"


def test_headings_come_in_order_under_a_single_first_one() -> None:
    levels = [int(it.tag[1]) for it in _page().iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_header_cell_says_what_it_heads() -> None:
    page = _page()
    assert len(page.xpath("//table")) == 2
    assert page.xpath("//th") == page.xpath("//thead/tr/th[@scope='col']")
    assert len(page.xpath("//th")) == 8
    assert len(page.xpath("(//table)[2]/tbody/tr")) == sample.ROWS


def test_a_wide_table_is_scrolled_by_itself_with_the_keyboard_too() -> None:
    page = _page()
    assert page.xpath("//table") == page.xpath("//div[@tabindex='0' and @aria-label]/table")


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = _page()
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'")
    assert "script" not in {it.tag for it in page.iter()}
    assert page.xpath("//@src | //link | //style[contains(., 'url(')]") == []
    assert page.xpath("//a/@href") == ["https://exempel.se/plan_2023.pdf"]


def test_text_stands_out_from_its_background() -> None:
    style = _page().xpath("string(//style)")
    colour = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))
    link = re.search(r"\na \{\s*color: (#\w{6})", style)
    text = re.search(r"\n  color: (#\w{6});\n  background: #fff", style)
    assert link
    assert text
    for shown in (colour["accent"], colour["faint"], colour["warning"], link[1], text[1]):
        assert _contrast(shown, "#ffffff") >= _AA
    assert _contrast(text[1], colour["shade"]) >= _AA


def _contrast(one: str, other: str) -> float:
    """The ratio as WCAG 2.1 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
