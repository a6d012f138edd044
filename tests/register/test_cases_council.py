"""The rosters, names and rulebooks of the repo's own council, as its sources tell them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from vrtool.register.describe import meeting_name
from vrtool.register.load import load
from vrtool.register.norms import Rulebook, forms_in_force
from vrtool.register.register import Register
from vrtool.register.rosters import SeatState, roster_on

ROOT = Path(__file__).parents[2]
POSITION, AFTER = date(2022, 2, 11), date(2022, 2, 12)


@cache
def _council() -> Register:
    loaded = load(ROOT)
    assert loaded.troubles == ()
    assert loaded.register is not None
    return loaded.register


def _seats(forum: str, day: date) -> list[str]:
    known = _council()
    return [seat.seat.id for seat in roster_on(known, Rulebook(known), forum, day).members]


@pytest.mark.parametrize(
    ("day", "size"),
    [
        (date(2018, 12, 31), 0),
        (date(2019, 1, 1), 17),
        (POSITION, 17),
        (AFTER, 21),
        (date(2030, 1, 1), 21),
    ],
)
def test_the_seats_of_the_council_of_chairs(day: date, size: int) -> None:
    """17 by the agreement, also on the day that the position on the working forms was taken."""
    assert len(_seats("ordforanderadet", day)) == size


def test_the_four_seats_that_came_with_the_working_forms() -> None:
    before, after = _seats("ordforanderadet", POSITION), _seats("ordforanderadet", AFTER)
    assert sorted(set(after) - set(before)) == [
        "halso-och-sjukvardsnamnden/ordforande",
        "kollektivtrafiknamnden/ordforande",
        "kultur-och-bildningsnamnden/ordforande",
        "regionala-utvecklingsnamnden/ordforande",
    ]
    assert set(before) <= set(after)


def test_the_preparing_directors() -> None:
    assert len(_seats("direktorsberedningen", POSITION)) == 17
    assert len(_seats("direktorsberedningen", AFTER)) == 21


def test_the_group_of_eight() -> None:
    assert len(_seats("beredningsgruppen", POSITION)) == 0
    assert _seats("beredningsgruppen", AFTER)[3:] == [
        "bg/karlstad/1",
        "bg/ostra/1",
        "bg/vastra/1",
        "bg/norra/1",
        "bg/centrala/1",
    ]


def test_who_chaired_when_the_position_was_taken() -> None:
    known = _council()
    roster = roster_on(known, Rulebook(known), "ordforanderadet", POSITION)
    assert [one.holder for one in roster.presidium] == ["fredrik-larsson", "peter-soderstrom"]


def test_of_what_no_source_tells_nothing_is_made_up() -> None:
    known = _council()
    roster = roster_on(known, Rulebook(known), "ordforanderadet", AFTER)
    states = {seat.state for seat in roster.members}
    assert SeatState.VACANT not in states
    assert SeatState.UNFILLED not in states
    assert SeatState.UNKNOWN in states


def test_a_forum_keeps_its_id_through_its_names() -> None:
    known = _council()
    assert known.forum_name("ordforanderadet", date(2021, 8, 26)) == "arbetsutskottet"
    assert known.forum_name("ordforanderadet", date(2021, 8, 27)) == "ordföranderådet"
    assert known.forum_name("direktorsberedningen", date(2021, 6, 18)) == "arbetsgruppen"
    name = meeting_name(known, known.meetings["or-2022-01"])
    assert name == "ordföranderådet 11\N{NO-BREAK SPACE}februari\N{NO-BREAK SPACE}2022"


def test_which_rulebooks_are_in_force() -> None:
    def names(day: date) -> list[str]:
        return [forms.id for forms in forms_in_force(_council(), day)]

    assert names(date(2018, 12, 31)) == []
    assert names(date(2021, 6, 27)) == ["samverkansavtal-2019"]
    assert names(POSITION) == ["samverkansavtal-2019", "praxis-2021"]
    assert names(AFTER)[0] == "samverkansavtal-2019"
    assert sorted(names(AFTER)[1:]) == ["arbetsformer-2022", "praxis-2021"]


def test_the_working_forms_replace_what_the_agreement_said_of_the_same() -> None:
    rulebook = Rulebook(_council())
    before = {entry.id for entry in rulebook.norms(POSITION)}
    after = {entry.id for entry in rulebook.norms(AFTER)}
    assert {"S-6.2-members", "S-6.2-meetings"} <= before - after
    assert {"A-2.2.1-members", "A-2.2.2-meetings", "A-3.1-prepared"} <= after - before
    assert {"S-6-notes", "S-3-early", "S-6.1-chair"} <= before & after
    assert rulebook.norms(date(2018, 12, 31)) == ()


def test_the_way_of_the_working_forms_through_the_forums() -> None:
    way = [entry.meeting.id for entry in _council().path_of("2021-001")]
    assert way[-1] == "or-2022-01"
    assert way == sorted(way, key=lambda key: _council().meetings[key].date)
