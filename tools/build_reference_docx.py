"""Make `templates/reference.docx`: the styles, page and footer of every Word document.

Whoever wants another look opens the file in Word, changes its styles and saves it in the
`templates/` of their own data; the names of the styles are what pandoc goes by.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from vrtool.documents.docx import (
    ORGANISATION_MARK,
    STAMP_MARK,
    STAMP_STYLE,
    TITLE_MARK,
    packed,
)

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

TARGET = Path(__file__).parents[1] / "templates" / "reference.docx"

_FONT = "Calibri"
_ACCENT = RGBColor(0x1D, 0x3C, 0x5C)
_WARNING = RGBColor(0x8F, 0x1D, 0x14)
_FAINT = RGBColor(0x4D, 0x55, 0x5E)
_TEXT_WIDTH = Cm(16)
_UNUSED_PARTS = {"thumbnail", "stylesWithEffects", "customXml"}
_KEPT_TABLE_STYLES = {"Normal Table"}

_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Table">
  <w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="4" w:space="0" w:color="B4BBC3"/>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="B4BBC3"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="B4BBC3"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:trPr><w:cantSplit/></w:trPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/><w:bCs/></w:rPr>
    <w:trPr><w:tblHeader/></w:trPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9EDF1"/></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def build(target: Path = TARGET) -> None:
    """Write the file; the same bytes each time."""
    document = Document()
    _drop_unused_parts(document)
    _drop_unused_table_styles(document)
    _set_page(document)
    _set_text_styles(document)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    _set_header(document)
    _set_footer(document)
    unpacked = BytesIO()
    document.save(unpacked)
    target.write_bytes(_repacked(unpacked))


def _drop_unused_parts(document: Docx) -> None:
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED_PARTS:
                del owner.rels[key]


def _drop_unused_table_styles(document: Docx) -> None:
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _KEPT_TABLE_STYLES:
            style.delete()


def _set_page(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.4)


def _set_text_styles(document: Docx) -> None:
    _set_language(document)
    normal = _style(document, "Normal", size=11, after=6)
    normal.paragraph_format.line_spacing = 1.15
    for name in ("Body Text", "First Paragraph", "Compact"):
        _style(document, name, after=2 if name == "Compact" else 6)
    _style(document, "Title", size=22, before=0, after=12, heading=True)
    _style(document, "Heading 1", size=20, before=6, after=12, heading=True)
    _style(document, "Heading 2", size=14, before=18, after=6, heading=True)
    _style(document, "Heading 3", size=12, before=12, after=4, heading=True)
    _style(document, "Heading 4", size=11, before=8, after=4, heading=True)
    for kind in ("List Bullet", "List Number", "List Continue"):
        for depth in ("", " 2", " 3"):
            _style(document, kind + depth, after=3)
    _style(document, "Definition Term", before=4, after=0).font.bold = True
    _style(document, "Definition", after=6, indent=1)
    document.styles["Definition Term"].paragraph_format.keep_with_next = True
    _style(document, "Block Text", before=6, after=6, indent=0.8)
    _set_edge(document.styles["Block Text"], "left", "1D3C5C", width=16)
    _set_stamp(document)
    _set_link(document)


def _set_language(document: Docx) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), _FONT)


def _style(  # noqa: PLR0913 – the lengths are one table, read across
    document: Docx,
    name: str,
    *,
    size: float | None = None,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    heading: bool = False,
) -> ParagraphStyle:
    """The style of that name, made if the file has none, with lengths in points and centimetres."""
    known = name in {style.name for style in document.styles}
    style = (
        document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    assert isinstance(style, ParagraphStyle)  # noqa: S101 – the names above are of paragraphs
    if not known:
        style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if indent:
        style.paragraph_format.left_indent = Cm(indent)
    if size:
        style.font.size = Pt(size)
    style.font.italic = False
    if heading:
        style.font.bold, style.font.color.rgb = True, _ACCENT
        style.paragraph_format.keep_with_next = True
        _drop_edges(style)
    return style


def _drop_edges(style: ParagraphStyle) -> None:
    for edges in style.element.findall(f".//{qn('w:pBdr')}"):
        edges.getparent().remove(edges)


def _set_edge(style: BaseStyle, side: str, colour: str, *, width: int) -> None:
    """A line along one side of the paragraph, `width` in eighths of a point."""
    properties = style.element.get_or_add_pPr()
    edges = properties.find(qn("w:pBdr"))
    if edges is None:
        edges = OxmlElement("w:pBdr")
        # The schema has an order: borders stand before spacing and indentation.
        properties.insert(_place_of_edges(properties), edges)
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(width)), ("space", "6"), ("color", colour)):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)


def _place_of_edges(properties: BaseOxmlElement) -> int:
    earlier = {qn(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines", "widowControl")}
    return sum(1 for child in properties if child.tag in earlier)


def _set_stamp(document: Docx) -> None:
    stamp = _style(document, STAMP_STYLE, size=12, after=8)
    stamp.font.bold, stamp.font.color.rgb = True, _WARNING
    for side in ("top", "left", "bottom", "right"):
        _set_edge(stamp, side, "8F1D14", width=8)


def _set_link(document: Docx) -> None:
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = _ACCENT, True


def _set_header(document: Docx) -> None:
    line = _margin_line(document.sections[0].header.paragraphs[0])
    line.add_run(ORGANISATION_MARK).font.color.rgb = _FAINT
    stamp = line.add_run(f"\t{STAMP_MARK}")
    stamp.font.bold, stamp.font.color.rgb = True, _WARNING


def _set_footer(document: Docx) -> None:
    line = _margin_line(document.sections[0].footer.paragraphs[0])
    line.add_run(f"{TITLE_MARK}\tSida ")
    _add_field(line, "PAGE")
    line.add_run(" av ")
    _add_field(line, "NUMPAGES")
    for run in line.runs:
        run.font.color.rgb = _FAINT


def _margin_line(line: Paragraph) -> Paragraph:
    """The paragraph with one tab stop, at the right margin."""
    assert line.style is not None  # noqa: S101 – python-docx gives "Header" and "Footer"
    for stops in line.style.element.iter(qn("w:tabs")):
        stops.clear()
    line.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.style.font.size = Pt(9)
    return line


def _add_field(line: Paragraph, name: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        run = line.add_run("1" if kind == "text" else "")
        if kind is None:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {name} "
            run._r.append(code)  # noqa: SLF001 – python-docx has no fields of its own
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 – as above


def _repacked(unpacked: BytesIO) -> bytes:
    with ZipFile(unpacked) as archive:
        parts = {name: archive.read(name) for name in sorted(archive.namelist())}
    return packed(parts)


if __name__ == "__main__":
    build()
