"""The Word document: styles of the built-in kind, repeated headers, language, properties."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents import sample
from tests.documents.test_markdown import HOSTILE, shown
from vrtool.documents import markdown
from vrtool.documents.meta import Format
from vrtool.documents.render import render

if TYPE_CHECKING:
    from docx.document import Document as Docx


@cache
def _document() -> Docx:
    return Document(BytesIO(sample.rendered()[Format.DOCX]))


def _styled(style: str) -> list[str]:
    return [it.text for it in _document().paragraphs if it.style and it.style.name == style]


def test_headings_and_lists_have_words_own_styles() -> None:
    assert _styled("Heading 1") == ["Kallelse med dagordning"]
    assert _styled("Heading 2") == ["Dagordning", "Punkterna", "Kallade"]
    assert len(_styled("Heading 3")) == 2
    assert _styled("List Number") == ["Anmälan", "Inlägg", "Beslut"]
    assert len(_styled("List Bullet")) == 2
    assert _styled("List Bullet 2") == ["från kommunerna", "från regionen"]
    assert _styled("List Continue") == ["Beslutet läses upp."]
    assert _styled("Block Text") == ["Rådet ställer sig bakom planen."]


def test_the_stamp_comes_first_and_stands_in_the_page_header() -> None:
    document = _document()
    assert document.paragraphs[0].text == "FÖRSLAG"
    assert _styled("Stämpel") == ["FÖRSLAG"]
    header = document.sections[0].header.paragraphs[0].text
    assert header == f"{sample.META.organisation}\tFÖRSLAG"


def test_without_a_stamp_there_is_none() -> None:
    made = render("# Rubrik\n", replace(sample.META, stamp=""), [Format.DOCX])[Format.DOCX]
    document = Document(BytesIO(made))
    assert [it.text for it in document.paragraphs] == ["Rubrik"]
    assert document.sections[0].header.paragraphs[0].text == f"{sample.META.organisation}\t"


def test_the_footer_counts_the_pages() -> None:
    footer = _document().sections[0].footer.paragraphs[0]
    assert footer.text == f"{sample.META.title}\tSida 1 av 1"
    fields = [it.text.strip() for it in footer._p.iter(qn("w:instrText")) if it.text]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_page_is_a4() -> None:
    section = _document().sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert abs(section.page_width - Cm(21)) < Cm(0.01)
    assert abs(section.page_height - Cm(29.7)) < Cm(0.01)


def test_every_row_is_there_and_header_rows_are_repeated() -> None:
    tables = _document().tables
    assert [len(table.rows) for table in tables] == [4, 1 + sample.ROWS]
    for table in tables:
        repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert repeated == [True] + [False] * (len(table.rows) - 1)
        assert table.style is not None
        assert table.style.element.find(f".//{qn('w:insideH')}") is not None


def test_the_language_is_swedish_and_the_properties_come_from_the_data() -> None:
    document = _document()
    languages = {it.get(qn("w:val")) for it in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    properties = document.core_properties
    assert properties.title == sample.META.title
    assert properties.author == sample.META.organisation
    assert properties.language == "sv"
    assert properties.created == properties.modified == datetime(2022, 1, 28, tzinfo=UTC)


def test_no_clock_and_no_compressor_has_a_say_in_the_archive() -> None:
    with ZipFile(BytesIO(sample.rendered()[Format.DOCX])) as archive:
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {it.compress_type for it in archive.infolist()} == {ZIP_STORED}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HOSTILE.filter(shown), min_size=5, max_size=40))
def test_any_text_becomes_valid_xml_and_stays_what_it_was(values: list[str]) -> None:
    # Amid words, since a space that does not break is dropped at the end of a paragraph.
    source = "".join(f"före {markdown.escape(value)} efter\n\n" for value in values)
    made = render(source, sample.META, [Format.DOCX])[Format.DOCX]
    _, *paragraphs = Document(BytesIO(made)).paragraphs
    for value, paragraph in zip(values, paragraphs, strict=True):
        # Word has elements of its own for these two; python-docx reads them otherwise.
        text = f"före {shown(value)} efter".replace("\u00ad", "").replace("\u2011", "-")
        assert re.sub(" +", " ", paragraph.text) == re.sub(" +", " ", text)


def _kept_with_next(source: str) -> list[bool]:
    made = render(source, sample.META, [Format.DOCX])[Format.DOCX]
    return [bool(it.paragraph_format.keep_with_next) for it in Document(BytesIO(made)).paragraphs]


def test_the_last_section_is_kept_together() -> None:
    signed = "Justeras\n\n\u00a0\n\n---\n\nNamn\n\n- ett\n- två\n\nTill\n\n:   alla\n"
    kept = _kept_with_next(f"## Först\n\nText\n\n## Underskrifter\n\n{signed}")
    assert kept == [False] * 3 + [True] * 8 + [False], "the stamp is first"


def test_a_table_may_still_go_over_two_pages() -> None:
    kept = _kept_with_next("## Sist\n\nText\n\n| a | b |\n|---|---|\n| c | d |\n\nSlut\n")
    assert not any(kept)
