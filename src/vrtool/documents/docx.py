"""The last touches on a DOCX from pandoc: properties, page header, styles, breaks, fixed bytes."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrtool.documents.meta import Meta

STAMP_STYLE = "Stämpel"
# Words in the headers and footers of reference.docx that the document's own take the place of.
ORGANISATION_MARK = "VR-ORGANISATION"
STAMP_MARK = "VR-STAMP"
TITLE_MARK = "VR-TITLE"

_DEEPEST_LIST_STYLE = 3
_NUMBERINGS = re.compile(
    r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"'
    r'.*?<w:numFmt w:val="(\w+)" />.*?<w:lvlText w:val="([^"]*)" />',
    re.DOTALL,
)
_LISTS = re.compile(r'<w:num [^>]*w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"')
_LIST_PARAGRAPH = re.compile(
    r'(?<=<w:pPr>)(?:<w:pStyle w:val="\w+" />)?'
    r'(?=<w:numPr><w:ilvl w:val="(\d+)" /><w:numId w:val="(\d+)" /></w:numPr>)'
)
_LAST_HEADING = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Heading\d" />')
_PARAGRAPH_START = re.compile(r'<w:p>(?:<w:pPr>(<w:pStyle w:val="\w+" />)?)?')
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties\
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:creator>{organisation}</dc:creator>\
<dc:description>{description}</dc:description><dc:language>{language}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified>\
</cp:coreProperties>
"""


def finish(made: bytes, meta: Meta) -> bytes:
    """The document with its properties, page header and list styles, always the same bytes."""
    with ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = _core_properties(meta)
    text = _with_list_styles(
        parts["word/document.xml"].decode(), parts["word/numbering.xml"].decode()
    )
    parts["word/document.xml"] = _with_last_section_kept(text).encode()
    return packed({name: _marks_filled(name, part, meta) for name, part in parts.items()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of the parts, in their order, that no clock and no compressor has a say in."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:  # compressors differ between machines
        for name, content in parts.items():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0  # else it tells Windows from the rest
            archive.writestr(entry, content)
    return target.getvalue()


def _core_properties(meta: Meta) -> bytes:
    return _CORE.format(
        title=escape(meta.title),
        organisation=escape(meta.organisation),
        description=escape(meta.description),
        language=escape(meta.language),
        date=meta.date.isoformat(),
    ).encode()


def _with_list_styles(document: str, numbering: str) -> str:
    """pandoc gives list items the style of ordinary text; Word has styles of its own for them."""
    style_of_kind = {
        kind: _list_style(number_format, marker)
        for kind, number_format, marker in _NUMBERINGS.findall(numbering)
    }
    style_of = {number: style_of_kind[kind] for number, kind in _LISTS.findall(numbering)}

    def styled(paragraph: re.Match[str]) -> str:
        level = int(paragraph[1]) + 1
        depth = "" if level == 1 else str(min(level, _DEEPEST_LIST_STYLE))
        return f'<w:pStyle w:val="{style_of[paragraph[2]]}{depth}" />'

    return _LIST_PARAGRAPH.sub(styled, document)


def _list_style(number_format: str, marker: str) -> str:
    if not marker.strip():
        return "ListContinue"  # an item's second paragraph
    return "ListBullet" if number_format == "bullet" else "ListNumber"


def _with_last_section_kept(document: str) -> str:
    """The paragraphs of the last section, as a rule the signatures, each kept with the next."""
    start = max((found.start() for found in _LAST_HEADING.finditer(document)), default=None)
    end = document.rfind("<w:p>")
    if start is None or "<w:tbl>" in document[start:]:
        return document
    kept = _PARAGRAPH_START.sub(_kept_with_next, document[start:end])
    return document[:start] + kept + document[end:]


def _kept_with_next(paragraph: re.Match[str]) -> str:
    closed = "" if "<w:pPr>" in paragraph[0] else "</w:pPr>"
    return f"<w:p><w:pPr>{paragraph[1] or ''}<w:keepNext />{closed}"


def _marks_filled(name: str, part: bytes, meta: Meta) -> bytes:
    if not re.fullmatch(r"word/(header|footer)\d*\.xml", name):
        return part
    values = {
        ORGANISATION_MARK: meta.organisation,
        STAMP_MARK: meta.stamp,
        TITLE_MARK: meta.title,
    }
    return re.sub("|".join(values), lambda it: escape(values[it[0]]), part.decode()).encode()
