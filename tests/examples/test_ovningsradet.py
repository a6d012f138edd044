"""The fictional year: the council's own norms, each with something to bite on, and all clean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.council import ROOT
from tests.examples.notices import assert_as_it_was
from vrtool.diagnostic import Severity
from vrtool.engine import Outcome, check
from vrtool.model.working_forms import Phase, WorkingForms
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.phases import current
from vrtool.register.register import Register
from vrtool.report.findings import reportable

EXAMPLE = ROOT / "examples" / "ovningsradet"
IN_THE_YEAR = date(2031, 1, 1)
RULEBOOKS = ["arbetsformer-2022", "praxis-2021", "samverkansavtal-2019"]
EXCUSED = {
    ("A-3.1-prepared", Severity.NOTE),
    ("A-3.2.1-sent", Severity.WARNING),
    ("S-6.1-opposition", Severity.NOTE),
}

SAME_BUT_FOR = {
    "region-varmland": "ovningsregionen",
    "torsby": "ovningsby",
    "karlstad": "exempelkoping",
}
"""The council's parties that its rulebooks name, and those of the example in their place."""
NAMED = {"Värmlandsrådet": "Övningsrådet", "Torsby": "Övningsby", "Karlstad": "Exempelköping"}


@cache
def _register(root: Path) -> Register:
    found = load(root).register
    assert found is not None
    return found


@cache
def _outcome() -> Outcome:
    return check(load(EXAMPLE))


# The rulebooks


def _renamed(value: object) -> object:
    """The same with the council's parties and its name exchanged, at any depth."""
    if isinstance(value, dict):
        return {_renamed(key): _renamed(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_renamed(entry) for entry in value]
    if isinstance(value, str):
        for own, instead in (SAME_BUT_FOR | NAMED).items():
            value = value.replace(own, instead)
    return value


def _norms(forms: WorkingForms) -> list[object]:
    return [[key, norm.model_dump(mode="json")] for key, norm in forms.norms.items()]


def _seats(forms: WorkingForms) -> dict[str, Any]:
    return {forum: seats.model_dump(mode="json") for forum, seats in forms.seats.items()}


def _standing(forms: WorkingForms) -> dict[str, Any]:
    return forms.model_dump(
        mode="json", include={"in_force", "supplements", "position", "initiative"}
    )


def test_it_follows_the_same_rulebooks() -> None:
    for root in (ROOT, EXAMPLE):
        assert sorted(_register(root).working_forms) == RULEBOOKS


@pytest.mark.parametrize("rulebook", RULEBOOKS)
@pytest.mark.parametrize("part", [_norms, _seats, _standing])
def test_its_rulebooks_differ_by_the_parties_alone(
    rulebook: str, part: Callable[[WorkingForms], object]
) -> None:
    own = part(_register(ROOT).working_forms[rulebook])
    example = part(_register(EXAMPLE).working_forms[rulebook])
    assert example == _renamed(own)


def test_none_of_the_councils_own_parties_is_left_in_it() -> None:
    own = {*_register(ROOT).structure.parties}
    assert own.isdisjoint(_register(EXAMPLE).structure.parties)
    assert {*SAME_BUT_FOR} <= own
    assert {*SAME_BUT_FOR.values()} <= {*_register(EXAMPLE).structure.parties}


# The year


def test_nothing_is_found_but_what_is_excused() -> None:
    findings = _outcome().findings
    assert {(finding.norm, finding.severity) for finding in findings} == EXCUSED
    assert len(findings) == len(EXCUSED)
    assert all(finding.excused for finding in findings)
    loaded = load(EXAMPLE)
    assert not reportable(loaded, _outcome()).fails(strict=True)


def test_every_norm_of_the_year_has_something_to_bite_on() -> None:
    """A norm that another has replaced has nothing left to judge in the year."""
    found = _register(EXAMPLE)
    tallies = _outcome().tallies
    idle = [
        entry.id
        for entry in Rulebook(found).norms(IN_THE_YEAR)
        if entry.norm.rule
        and not (tally := tallies[entry.forms.id, entry.id]).holds + tally.excused
    ]
    assert idle == []


def test_the_whole_year_is_claimed_for_every_forum() -> None:
    for forum in _register(EXAMPLE).structure.forums.values():
        for spans in (forum.complete.meetings, forum.complete.minutes):
            assert any(span.contains_year(IN_THE_YEAR.year) for span in spans)


def test_meetings_stand_in_every_phase() -> None:
    assert {current(meeting) for meeting in _register(EXAMPLE).meetings.values()} == {*Phase}


# Its notices


@pytest.mark.parametrize("meeting", ["or-2031-03", "vr-2031-03"])
def test_the_notice_is_as_it_was(meeting: str) -> None:
    assert_as_it_was(_register(EXAMPLE), meeting)
