"""The timeline as a picture: well-formed, readable aloud, unharmed by what the files hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests import repos
from tests.rules.processes import Case, files
from vrtool.documents.timeline import timeline_svg
from vrtool.register.processes import Progress, followed

SVG = "{http://www.w3.org/2000/svg}"
NBSP = "\N{NO-BREAK SPACE}"


def _progress(root: Path, process: str, *, title: str = "Växeln") -> Progress:
    written = dict(files(None, Case(process)))
    name = "matters/2031-001-vaxeln.yaml"
    written[name] = written[name].replace("title: Växeln", f"title: {title}")
    register = repos.register(root, written)
    progress = followed(register, register.matters["2031-001"])
    assert progress is not None
    return progress


def _drawn(root: Path, process: str, *, title: str = "Växeln") -> etree._Element:
    return etree.fromstring(timeline_svg(_progress(root, process, title=title)))


def _texts(drawing: etree._Element) -> list[str]:
    return [(text.text or "").replace(NBSP, " ") for text in drawing.iter(f"{SVG}text")]


def _bars(drawing: etree._Element, fill: str) -> list[tuple[float, float]]:
    """From where to where the bars of a colour reach; the one of the legend comes last."""
    found = [rect for rect in drawing.iter(f"{SVG}rect") if rect.get("fill") == fill]
    spans = [(float(bar.get("x", "0")), float(bar.get("width", "0"))) for bar in found]
    return [(x, x + width) for x, width in spans if width < 1000]


PLANNED, DONE, ROUGH = "#ffffff", "#1f4e79", "#a9bdd3"


def test_everything_in_it_is_also_said_in_words(tmp_path: Path) -> None:
    drawing = _drawn(tmp_path, "steps: {traff: {done: 2031-01}, utkast: {planned: 2031-02}}")
    title, described = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None
    assert described is not None
    assert title.text == "2031-001 Växeln"
    assert (described.text or "").replace(NBSP, " ") == (
        "Provets process: start; nästa steg: utkast, februari 2031. "
        "Start: träff gjort januari 2031. Skrivande: utkast planerat februari 2031, remiss. "
        "Avslut: förankring, beslut, uppföljning."
    )
    assert drawing.get("role") == "img"
    assert drawing.get("lang") == "sv"
    assert drawing.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"


def test_a_step_is_hollow_when_planned_and_filled_when_done(tmp_path: Path) -> None:
    steps = "steps: {traff: {done: 2031-01/2031-02}, utkast: {planned: 2031-03/2031-04}}"
    drawing = _drawn(tmp_path, steps)
    (filled, _), (hollow, *_) = _bars(drawing, DONE), _bars(drawing, PLANNED)
    assert filled[0] == 262
    assert filled[1] == pytest.approx(hollow[0])
    assert hollow[1] == 762
    assert {"gjort", "planerat", "gjort januari–februari 2031"} <= {*_texts(drawing)}


def test_a_time_known_to_the_year_only_is_drawn_as_such(tmp_path: Path) -> None:
    drawing = _drawn(tmp_path, "steps: {traff: {done: 2031}, utkast: {planned: 2031}}")
    assert _bars(drawing, ROUGH) == [(262, 762)]
    broken = [rect for rect in drawing.iter(f"{SVG}rect") if rect.get("stroke-dasharray")]
    assert [rect.get("fill") for rect in broken] == [ROUGH, PLANNED, PLANNED]


@pytest.mark.parametrize(
    ("last", "letters", "lines"),
    [("2031-12", 12, 12), ("2034-12", 0, 16), ("2044-12", 0, 14)],
)
def test_the_axis_is_as_fine_as_there_is_room(
    tmp_path: Path, last: str, letters: int, lines: int
) -> None:
    drawing = _drawn(tmp_path, f"steps: {{traff: {{done: 2031-01}}, utkast: {{done: {last}}}}}")
    assert sum(len(text) == 1 for text in _texts(drawing)) == letters
    assert len(drawing.findall(f"{SVG}line")) == lines


def test_text_from_the_files_stays_text(tmp_path: Path) -> None:
    hostile = r'"<script>x</script> & \u202e\u200b"'
    drawing = _drawn(tmp_path, "steps: {}", title=hostile)
    assert [element for element in drawing.iter() if "script" in str(element.tag)] == []
    assert "2031-001 <script>x</script> & ��" in _texts(drawing)


def test_what_is_too_long_is_shortened_in_the_picture_and_whole_in_its_title(
    tmp_path: Path,
) -> None:
    drawing = _drawn(tmp_path, "steps: {}", title="A" * 200)
    title = drawing.find(f"{SVG}title")
    assert title is not None
    assert title.text == f"2031-001 {'A' * 200}"
    assert max(map(len, _texts(drawing))) == 90


def test_without_times_there_are_names_and_no_axis(tmp_path: Path) -> None:
    drawing = _drawn(tmp_path, "steps: {}")
    assert {"Start", "träff", "Avslut"} <= {*_texts(drawing)}
    assert drawing.findall(f"{SVG}line") == []


def test_the_same_process_gives_the_same_bytes(tmp_path: Path) -> None:
    steps = "steps: {traff: {done: 2031-01-20}, utkast: {planned: 2031-03}}"
    one, same = (timeline_svg(_progress(tmp_path / name, steps)) for name in ("one", "same"))
    assert one == same
    assert one.endswith(b"</svg>\n")
