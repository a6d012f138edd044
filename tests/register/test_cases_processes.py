"""How far a matter has come in its process, and how that is said and laid out in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests import repos
from tests.rules.processes import Case, files
from vrtool.register.process_words import next_step, position_expected, standing
from vrtool.register.processes import Progress, followed
from vrtool.register.register import Register
from vrtool.register.timeline import timeline

NBSP = "\N{NO-BREAK SPACE}"


def _register(root: Path, process: str, more: str = "") -> Register:
    return repos.register(root, files(None, Case(process, more=more)))


def _progress(root: Path, process: str, more: str = "") -> Progress:
    found = _register(root, process, more)
    progress = followed(found, found.matters["2031-001"])
    assert progress is not None
    return progress


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")


# Where it stands


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ("steps: {}", "inte påbörjad; nästa steg: träff"),
        ("steps: {utkast: {planned: 2031}}", "inte påbörjad; nästa steg: träff"),
        ("steps: {traff: {done: 2031-01}}", "start; nästa steg: utkast"),
        (
            "steps: {utkast: {done: 2031-02}, remiss: {planned: 2031-05/2031-08}}",
            "skrivande; nästa steg: remiss, maj–augusti 2031",
        ),
        # What is planned but was passed by is still to be done.
        (
            "steps: {remiss: {planned: 2031-05}, efterat: {done: 2031-02}}",
            "avslut; nästa steg: remiss, maj 2031",
        ),
        # What was passed by without a word is not waited for.
        ("steps: {beslut: {done: 2031-02}}", "avslut; nästa steg: uppföljning"),
        (
            "steps: {remiss: {done: 2031}, forankring/folk: {planned: 2032, done: 2031}}",
            "avslut; nästa steg: förankring (tjänstemännen), 2032",
        ),
        ("steps: {efterat: {done: 2031}}", "avslut; alla steg är gjorda"),
    ],
)
def test_where_a_process_stands(tmp_path: Path, steps: str, told: str) -> None:
    assert _plain(standing(_progress(tmp_path, steps))) == told


def test_a_step_of_parts_is_done_when_all_of_them_are(tmp_path: Path) -> None:
    one = "forankring/folk: {done: 2031-02-10}"
    half = _progress(tmp_path / "half", f"steps: {{{one}}}").step("forankring")
    assert half is not None
    assert (half.done, half.begun) == (None, True)
    assert [part.id for part in half.lacking] == ["forankring/tjanst"]
    both = f"steps: {{{one}, forankring/tjanst: {{done: 2031-01}}}}"
    whole = _progress(tmp_path / "whole", both).step("forankring")
    assert whole is not None
    assert (str(whole.done), whole.lacking) == ("2031-01/2031-02-10", ())


def test_the_plan_of_a_step_may_stand_with_its_parts(tmp_path: Path) -> None:
    parts = "steps: {forankring/folk: {planned: 2031-02}, forankring/tjanst: {planned: 2031-05}}"
    found = _progress(tmp_path, parts).step("forankring")
    assert found is not None
    assert str(found.planned) == "2031-02/2031-05"


def test_a_closed_consultation_is_the_consulting_step_done(tmp_path: Path) -> None:
    more = "consultation: {sent: 2031-01-10, closed: 2031-03-01}"
    found = _progress(tmp_path, "steps: {}", more).step("remiss")
    assert found is not None
    assert str(found.done) == "2031-03-01"


def test_what_the_matter_says_of_the_step_itself_goes_before_the_consultation(
    tmp_path: Path,
) -> None:
    more = "consultation: {closed: 2031-03-01}"
    found = _progress(tmp_path, "steps: {remiss: {done: 2031-04}}", more).step("remiss")
    assert found is not None
    assert str(found.done) == "2031-04"


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2031, 1, 1), "inte påbörjad"),
        (date(2031, 1, 20), "start"),
        (date(2031, 5, 31), "start"),
        (date(2031, 6, 1), "skrivande"),
    ],
)
def test_a_process_as_it_stood_on_a_day(tmp_path: Path, day: date, phase: str) -> None:
    """A step over some months is done from the first day on which it may have ended."""
    steps = "steps: {traff: {done: 2031-01-20}, utkast: {done: 2031-02/2031-06}}"
    assert standing(_progress(tmp_path, steps).as_of(day)).startswith(phase)


@pytest.mark.parametrize(
    ("steps", "told", "words"),
    [
        ("steps: {}", False, ""),
        ("steps: {beslut: {planned: 2032}}", True, "2032"),
        ("steps: {beslut: {planned: 2032, done: 2032-03}}", True, ""),
    ],
)
def test_when_a_position_may_come(tmp_path: Path, steps: str, words: str, *, told: bool) -> None:
    progress = _progress(tmp_path, steps)
    assert progress.position_told is told
    assert position_expected(progress) == words


def test_a_matter_without_a_process_or_with_one_of_no_known_type_is_in_none(
    tmp_path: Path,
) -> None:
    found = _register(tmp_path, "steps: {}")
    matter = found.matters["2031-001"]
    assert followed(found, matter) is not None
    assert followed(found, matter.model_copy(update={"process": None})) is None
    found.processes.clear()
    assert followed(found, matter) is None


def test_the_next_step_of_a_finished_process_is_nothing(tmp_path: Path) -> None:
    assert next_step(_progress(tmp_path, "steps: {efterat: {done: 2031}}")) == ""


# Laid out in time


def test_a_timeline_covers_whole_months(tmp_path: Path) -> None:
    steps = "steps: {traff: {done: 2030-11-20}, utkast: {planned: 2031-01/2031-02}}"
    line = timeline(_progress(tmp_path, steps))
    assert (line.first, line.last, line.months) == (date(2030, 11, 1), date(2031, 2, 28), 4)
    assert [day.month for day in line.month_starts] == [11, 12, 1, 2]
    assert line.share(date(2030, 11, 1)) == 0
    assert line.share(date(2031, 3, 1)) == 1
    assert line.share(date(2030, 12, 31)) == pytest.approx(0.5)


def test_a_phase_reaches_over_what_was_done_in_it_or_is_to_be(tmp_path: Path) -> None:
    steps = (
        "steps: {utkast: {planned: 2030, done: 2031-02/2031-03}, remiss: {planned: 2031-05}, "
        "forankring/folk: {done: 2031-06}}"
    )
    rows = {row.name: row for row in timeline(_progress(tmp_path, steps)).rows}
    assert str(rows["skrivande"].reach) == "2031-02/2031-05"
    assert str(rows["avslut"].reach) == "2031-06"
    assert rows["start"].reach is None
    assert _plain(rows["utkast"].times) == "gjort februari–mars 2031"
    assert _plain(rows["remiss"].times) == "planerat maj 2031"
    assert rows["förankring"].times == "1 av 2 delar gjorda"
    assert [str(span) for span in rows["förankring"].done] == ["2031-06"]
    assert (rows["utkast"].whole, rows["förankring"].whole) == (True, False)


def test_without_any_time_there_are_rows_and_no_months(tmp_path: Path) -> None:
    line = timeline(_progress(tmp_path, "steps: {}"))
    assert [row.name for row in line.rows if row.phase] == ["start", "skrivande", "avslut"]
    assert (line.months, line.month_starts, line.year_labels(0.1)) == (0, (), [])


@pytest.mark.parametrize(
    ("first", "last", "room", "years"),
    [
        ("2028-02", "2031-12", 0.1, [2028, 2029, 2030, 2031]),
        ("2028-12", "2031-12", 0.1, [2029, 2030, 2031]),
        ("2001", "2019", 0.1, [2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017]),
        ("2031-03", "2031-05", 0.1, [2031]),
    ],
)
def test_years_are_named_where_there_is_room(
    tmp_path: Path, first: str, last: str, room: float, years: list[int]
) -> None:
    steps = f"steps: {{traff: {{done: {first}}}, utkast: {{done: {last}}}}}"
    line = timeline(_progress(tmp_path, steps))
    named = [day.year for day in line.year_labels(room)]
    assert named == years
    assert all(line.share(day) + room <= 1 for day in line.year_labels(room))
