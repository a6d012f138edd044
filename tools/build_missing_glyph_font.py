"""Make `templates/fonts/MissingGlyph.ttf`: one hollow box, for every character there is.

PDF/UA forbids text without a glyph, so one Chinese sign in a name would stop the whole document.
As the last font to be tried this one shows a box, while the text behind it stays what it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable, table__c_m_a_p

if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Missing Glyph"
TARGET = Path(__file__).parents[1] / "templates" / "fonts" / "MissingGlyph.ttf"

_EM = 1000
_WIDTH = 700
_HEIGHT = 700
_STROKE = 50
_MARGIN = 60
_FIRST_PRINTABLE = 0x20
_LAST = 0x10FFFF
_MANY_TO_ONE = 13
_MADE = 3_600_000_000  # seconds since 1904: any moment, always the same


def build(target: Path = TARGET) -> None:
    """Write the font; the same bytes each time."""
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.font["cmap"] = _every_character()
    builder.setupGlyf({".notdef": _box(), "box": _box()})
    builder.setupHorizontalMetrics({".notdef": (_WIDTH, _MARGIN), "box": (_WIDTH, _MARGIN)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    names = {"familyName": FAMILY, "styleName": "Regular", "psName": "MissingGlyph-Regular"}
    builder.setupNameTable({**names, "fullName": FAMILY, "version": "Version 1.000"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.updateHead(created=_MADE, modified=_MADE)
    builder.font.recalcTimestamp = False
    builder.save(target)


def _box() -> Glyph:
    pen = TTGlyphPen(None)
    _rectangle(pen, _MARGIN, 0, _WIDTH - _MARGIN, _HEIGHT)
    inner = (_WIDTH - _MARGIN - _STROKE, _STROKE, _MARGIN + _STROKE, _HEIGHT - _STROKE)
    _rectangle(pen, *inner)  # the other way round: a hole
    return pen.glyph()


def _rectangle(pen: TTGlyphPen, left: int, low: int, right: int, high: int) -> None:
    pen.moveTo((left, low))
    for corner in ((left, high), (right, high), (right, low)):
        pen.lineTo(corner)
    pen.closePath()


def _every_character() -> table__c_m_a_p:
    table = table__c_m_a_p()
    table.tableVersion = 0
    subtable = CmapSubtable.newSubtable(_MANY_TO_ONE)
    subtable.platformID, subtable.platEncID, subtable.language = 3, 10, 0
    subtable.cmap = dict.fromkeys(range(_FIRST_PRINTABLE, _LAST + 1), "box")
    table.tables = [subtable]
    return table


if __name__ == "__main__":
    build()
