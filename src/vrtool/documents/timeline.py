"""A matter's process as a picture (SVG): readable aloud, printable, the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from vrtool.dates import MONTHS
from vrtool.register.process_words import standing
from vrtool.register.timeline import timeline
from vrtool.text import printable, sentence

if TYPE_CHECKING:
    from vrtool.register.processes import Progress
    from vrtool.register.timeline import Row, Timeline
    from vrtool.rough_dates import RoughSpan

_WIDTH, _LEFT, _CHART, _TIMES = 1000, 262, 500, 776
_TOP, _ROW, _BAR, _REACH = 108, 24, 12, 4
_FOOT = 48
_LONGEST_NAME, _LONGEST_TIMES, _LONGEST_TITLE = 40, 38, 90
_SHORT_AXIS = 24
"""Up to so many months each has its letter; beyond that only the years are named."""

_QUARTERED_AXIS = 84
"""Up to so many months a fine line marks every quarter."""

_QUARTER = 3
_YEAR_ROOM = 34
_INK, _PALE, _GREY, _BAR_INK, _VAGUE = "#1a1a1a", "#d9d9d9", "#595959", "#1f4e79", "#a9bdd3"


def timeline_svg(progress: Progress) -> bytes:
    """The picture as a file's content: a phase is a line, a step hollow if planned, filled if done.

    What is planned for some time in a month or year, or was done some time in a year, is drawn as
    far as it may reach, with a broken edge.
    """
    line = timeline(progress)
    drawing = _Drawing(line)
    root = _root(progress, drawing)
    _axis(root, drawing)
    for place, row in enumerate(line.rows):
        _row(root, drawing, row, _TOP + place * _ROW)
    _legend(root, drawing)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The measures of a picture, all in its own units."""

    line: Timeline

    @property
    def bottom(self) -> int:
        """Where the rows end."""
        return _TOP + len(self.line.rows) * _ROW

    @property
    def height(self) -> int:
        """How high the whole picture is."""
        return self.bottom + _FOOT

    def across(self, share: float) -> float:
        """Where a share of the axis lies."""
        return _LEFT + share * _CHART


def _root(progress: Progress, drawing: _Drawing) -> ET.Element:
    matter, kind = progress.matter, progress.kind
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_WIDTH} {drawing.height}",
            "width": str(_WIDTH),
            "height": str(drawing.height),
            "role": "img",
            "lang": "sv",
            "xml:lang": "sv",
            "aria-labelledby": f"titel-{matter.id} beskrivning-{matter.id}",
            "font-family": "sans-serif",
            "font-size": "12",
            "fill": _INK,
        },
    )
    title, stands = f"{matter.id} {matter.title}", f"{sentence(kind.name)}: {standing(progress)}"
    ET.SubElement(root, "title", {"id": f"titel-{matter.id}"}).text = printable(title)
    described = ET.SubElement(root, "desc", {"id": f"beskrivning-{matter.id}"})
    described.text = printable(f"{stands}. {_described(drawing.line)}")
    ground = {"width": str(_WIDTH), "height": str(drawing.height), "fill": "#ffffff"}
    ET.SubElement(root, "rect", ground)
    heading = {"font-size": "18", "font-weight": "bold"}
    _text(root, 16, 34, _shortened(title, _LONGEST_TITLE), **heading)
    _text(root, 16, 58, stands, **{"font-size": "13"})
    return root


def _described(line: Timeline) -> str:
    """Everything the picture shows, in words, for whoever cannot see it."""
    phases: list[list[str]] = []
    for row in line.rows:
        if row.phase:
            phases.append([row.name])
        else:
            phases[-1].append(f"{row.name} {row.times}".strip())
    return " ".join(f"{sentence(name)}: {', '.join(steps)}." for name, *steps in phases)


def _axis(root: ET.Element, drawing: _Drawing) -> None:
    line = drawing.line
    named = {day: str(day.year) for day in line.year_labels(_YEAR_ROOM / _CHART)}
    for month in line.month_starts:
        x = drawing.across(line.share(month))
        year = month.month == 1 or month == line.first
        quarter = line.months <= _QUARTERED_AXIS and month.month % _QUARTER == 1
        if year or quarter or line.months <= _SHORT_AXIS:
            _rule(root, x, _TOP - (24 if year else 4), drawing.bottom, _GREY if year else _PALE)
        if month in named:
            _text(root, x + 4, _TOP - 14, named[month], **{"font-weight": "bold"})
        if line.months <= _SHORT_AXIS:
            _text(root, x + 4, _TOP - 1, MONTHS[month.month - 1][0], **{"font-size": "10"})


def _row(root: ET.Element, drawing: _Drawing, row: Row, top: int) -> None:
    base = top + _ROW * 0.66
    name = _shortened(sentence(row.name) if row.phase else row.name, _LONGEST_NAME)
    if row.phase:
        _text(root, 16, base, name, **{"font-weight": "bold"})
        if row.reach:
            _bar(root, drawing, row.reach, top + (_ROW - _REACH) / 2, _REACH, {"fill": _GREY})
        return
    _text(root, 30, base, name)
    edge = {"stroke": _BAR_INK, "stroke-width": "1.5"}
    if row.planned:
        hollow = {"fill": "#ffffff", **edge}
        _bar(root, drawing, row.planned, top + 6, _BAR, hollow | _roughly(row.planned))
    for span in row.done:
        vague = span.single and span.start.month is None
        filled = {"fill": _VAGUE, **_roughly(span)} if vague else {"fill": _BAR_INK}
        _bar(root, drawing, span, top + 6, _BAR, edge | filled)
    _text(root, _TIMES, base, _shortened(row.times, _LONGEST_TIMES), **{"font-size": "11"})


def _roughly(span: RoughSpan) -> dict[str, str]:
    return {"stroke-dasharray": "4 3"} if span.single and span.start.day is None else {}


def _bar(  # noqa: PLR0913, PLR0917 - a bar has a place, a height and a look
    root: ET.Element,
    drawing: _Drawing,
    span: RoughSpan,
    top: float,
    height: float,
    look: dict[str, str],
) -> None:
    start, end = (drawing.across(share) for share in drawing.line.shares(span))
    box = {"x": start, "y": top, "width": max(end - start, _REACH), "height": height}
    ET.SubElement(root, "rect", {key: _figure(value) for key, value in box.items()} | look)


def _legend(root: ET.Element, drawing: _Drawing) -> None:
    y, x = drawing.bottom + 20, float(_LEFT)
    edge = {"stroke": _BAR_INK, "stroke-width": "1.5"}
    looks = (
        ("gjort", {"fill": _BAR_INK, **edge}),
        ("planerat", {"fill": "#ffffff", **edge}),
        ("någon gång under tiden", {"fill": "#ffffff", **edge, "stroke-dasharray": "4 3"}),
    )
    for text, look in looks:
        box = {"x": x, "y": y, "width": 28, "height": _BAR}
        ET.SubElement(root, "rect", {key: _figure(value) for key, value in box.items()} | look)
        _text(root, x + 36, y + 10, text, **{"font-size": "11"})
        x += 130


def _rule(root: ET.Element, x: float, top: float, bottom: float, colour: str) -> None:
    ends = {"x1": x, "y1": top, "x2": x, "y2": bottom}
    ET.SubElement(root, "line", {k: _figure(v) for k, v in ends.items()} | {"stroke": colour})


def _text(root: ET.Element, x: float, y: float, text: str, **look: str) -> None:
    where = {"x": _figure(x), "y": _figure(y)}
    ET.SubElement(root, "text", where | look).text = printable(text)


def _figure(value: float) -> str:
    """A measure with one decimal at most: the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
