"""Who sits where on a day: held, vacant, declined, unfilled and unknown are five things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.repos import FORMS, ROSTERS, council, register, structure
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import LastSeen, Presiding, Roster, SeatOnDay, SeatState, roster_on
from vrtool.register.seats import office_label, party_of_body

INSIDE, OUTSIDE = date(2031, 4, 4), date(2032, 4, 4)
ANNA = "alby/kso: [{who: anna, from: 2030-01-01}]"


def _rosters(old: str, new: str) -> dict[str, str]:
    assert ROSTERS.count(old) == 1
    return {"forums.yaml": ROSTERS.replace(old, new)}


def _roster(known: Register, forum: str = "rad", day: date = INSIDE) -> Roster:
    return roster_on(known, Rulebook(known), forum, day)


def _seat(root: Path, tenures: str, day: date) -> SeatOnDay:
    known = register(root, council(_rosters(ANNA, f"alby/kso: [{tenures}]")))
    return _roster(known, day=day).members[0]


def test_seats_come_from_the_composition_and_holders_from_the_offices(tmp_path: Path) -> None:
    roster = _roster(register(tmp_path, council({})))
    assert [(seat.seat.id, seat.holder) for seat in roster.members] == [
        ("alby/kso", "anna"),
        ("berga/kso", "bo"),
        ("styrelsen/ordforande", "rut"),
    ]
    assert roster.presidium == (
        Presiding("rad/ordforande", "ordförande", "rut"),
        Presiding("rad/vice-ordforande", "vice ordförande", "anna"),
    )
    assert {seat.state for seat in roster.members} == {SeatState.HELD}
    assert [seat.seat.id for seat in roster.seats_of("anna")] == ["alby/kso"]


@pytest.mark.parametrize(
    ("tenures", "day", "state", "last_seen"),
    [
        ("{who: anna, from: 2031-04-04}", INSIDE, SeatState.HELD, None),
        ("{who: anna, from: 2030-01-01, to: 2031-04-04}", INSIDE, SeatState.HELD, None),
        (
            "{who: anna, from: 2030-01-01, to: 2031-04-03}",
            INSIDE,
            SeatState.VACANT,
            LastSeen("anna", date(2031, 4, 3)),
        ),
        ("{vacant: true, from: 2031-01-01}", INSIDE, SeatState.VACANT, None),
        ("{vacant: true, from: 2031-01-01}", OUTSIDE, SeatState.VACANT, None),
        ("", INSIDE, SeatState.VACANT, None),
        ("", OUTSIDE, SeatState.UNKNOWN, None),
        (
            "{who: anna, seen: [2031-01-10, 2031-06-01]}",
            OUTSIDE,
            SeatState.UNKNOWN,
            LastSeen("anna", date(2031, 6, 1)),
        ),
        ("{who: anna, seen: [2031-06-01, 2031-01-10]}", INSIDE, SeatState.HELD, None),
        (
            (
                "{who: anna, from: 2030-01-01, to: 2030-06-30}, "
                "{who: asta, from: 2030-07-01, to: 2031-12-31}"
            ),
            OUTSIDE,
            SeatState.UNKNOWN,
            LastSeen("asta", date(2031, 12, 31)),
        ),
    ],
)
def test_the_state_of_an_office_on_a_day(
    tmp_path: Path, tenures: str, day: date, state: SeatState, last_seen: LastSeen | None
) -> None:
    seat = _seat(tmp_path, tenures, day)
    assert (seat.state, seat.last_seen) == (state, last_seen)


def test_two_holders_are_both_kept(tmp_path: Path) -> None:
    seat = _seat(tmp_path, "{who: anna, from: 2030-01-01}, {who: asta, from: 2031-01-01}", INSIDE)
    assert seat.holders == ("anna", "asta")


def test_one_holder_entered_twice_is_one(tmp_path: Path) -> None:
    seat = _seat(tmp_path, "{who: anna, from: 2030-01-01}, {who: anna, from: 2031-01-01}", INSIDE)
    assert seat.holders == ("anna",)


OFFERED = FORMS.replace("each: municipality, deputies: true", "each: municipality, offered: true")
ASTA = "sf/alby/1:\n    members: [{who: asta, from: 2030-01-01}]\n"
NOBODY = "sf/alby/1:\n"


@pytest.mark.parametrize(
    ("seat", "day", "state"),
    [
        (ASTA, INSIDE, SeatState.HELD),
        (NOBODY, INSIDE, SeatState.UNFILLED),
        (NOBODY, OUTSIDE, SeatState.UNKNOWN),
        ("sf/alby/1:\n    declined: 2031-04-04\n", INSIDE, SeatState.DECLINED),
        ("sf/alby/1:\n    declined: 2031-04-05\n", INSIDE, SeatState.UNFILLED),
        ("sf/alby/1:\n    declined: 2031-04-04\n", OUTSIDE, SeatState.DECLINED),
        (
            "sf/alby/1:\n    declined: 2030-04-04\n    members: [{who: asta, from: 2031-01-01}]\n",
            INSIDE,
            SeatState.HELD,
        ),
        (
            "sf/alby/1:\n    members: [{vacant: true, from: 2031-01-01}]\n",
            INSIDE,
            SeatState.VACANT,
        ),
    ],
)
def test_the_state_of_an_offered_seat(
    tmp_path: Path, seat: str, day: date, state: SeatState
) -> None:
    files = {**_rosters(ASTA, seat), "working-forms/former.yaml": OFFERED}
    known = register(tmp_path, council(files))
    assert _roster(known, "sakforum", day).members[0].state is state


def test_deputies_are_those_of_the_day(tmp_path: Path) -> None:
    known = register(tmp_path, council({}))
    assert _roster(known, "sakforum").members[0].deputies == ("arne",)
    assert _roster(known, "sakforum", date(2029, 12, 31)).members == ()


def test_a_presidium_gives_a_seat_for_each_of_its_offices(tmp_path: Path) -> None:
    known = register(tmp_path, council({}))
    assert [(s.seat.id, s.holder) for s in _roster(known, "bredd").members] == [
        ("alby/kso", "anna"),
        ("berga/kso", "bo"),
        ("br/alby/1", "asta"),
        ("br/berga/1", "britt"),
        ("styrelsen/ordforande", "rut"),
        ("styrelsen/vice-ordforande", "ragna"),
    ]


def test_a_seat_reached_in_two_ways_is_one_seat(tmp_path: Path) -> None:
    rulebook = FORMS.replace(
        "{presidium: [styrelsen]}",
        "{presidium: [styrelsen]}\n      - {office: ordforande, boards: [styrelsen]}",
    )
    known = register(tmp_path, council({"working-forms/former.yaml": rulebook}))
    assert len(_roster(known, "bredd").members) == 6


def test_several_appointed_seats_a_party_and_an_area(tmp_path: Path) -> None:
    rulebook = FORMS.replace(
        "{appointed: sf, each: municipality, deputies: true}",
        "{appointed: sf, each: municipality, count: 2}, {appointed: sf, areas: [norr]}",
    )
    files = {
        "working-forms/former.yaml": rulebook,
        "structure.yaml": structure() + "areas: {norr: norra}\n",
    }
    known = register(tmp_path, council(files))
    seats = [(s.seat.id, s.seat.party) for s in _roster(known, "sakforum").members]
    assert seats == [
        ("sf/alby/1", "alby"),
        ("sf/alby/2", "alby"),
        ("sf/berga/1", "berga"),
        ("sf/berga/2", "berga"),
        ("sf/norr/1", None),
    ]


def test_officials_and_co_opted_hold_no_seats(tmp_path: Path) -> None:
    rulebook = FORMS.replace(
        "    chair: rad/ordforande\n",
        "    officials: [{office: vice-ordforande, boards: [styrelsen]}]\n"
        "    co_opted: [{office: ordforande, bodies: [rad]}]\n    chair: rad/ordforande\n",
        1,
    )
    known = register(tmp_path, council({"working-forms/former.yaml": rulebook}))
    roster = _roster(known)
    assert [seat.holder for seat in roster.officials] == ["ragna"]
    assert [seat.holder for seat in roster.co_opted] == ["rut"]
    assert roster.seats_of("ragna") == ()
    assert len(roster.everyone) == 5


def test_experts_are_co_opted_by_name_and_leave_nothing_vacant(tmp_path: Path) -> None:
    rulebook = FORMS.replace(
        "    chair: rad/ordforande\n", "    co_opted: [{appointed: sak, count: 2}]\n", 1
    )
    rosters = f"{ROSTERS}  sak/1: {{members: [{{who: arne, from: 2031-01-01}}]}}\n"
    files = {"working-forms/former.yaml": rulebook, "forums.yaml": rosters}
    roster = _roster(register(tmp_path, council(files)))
    assert [(s.seat.id, s.seat.label, s.holder, s.state) for s in roster.co_opted] == [
        ("sak/1", "adjungerad", "arne", SeatState.HELD),
        ("sak/2", "adjungerad", None, SeatState.UNFILLED),
    ]
    assert roster.seats_of("arne") == ()
    assert len(roster.members) == 3


def test_several_vice_chairs_each_with_a_title(tmp_path: Path) -> None:
    rulebook = FORMS.replace(
        "vice_chair: rad/vice-ordforande", "vice_chair: [rad/vice-ordforande, rad/okand]", 1
    )
    roster = _roster(register(tmp_path, council({"working-forms/former.yaml": rulebook})))
    assert [(one.title, one.holder) for one in roster.presidium] == [
        ("ordförande", "rut"),
        ("vice ordförande", "anna"),
        ("okand", None),
    ]


def test_a_forum_has_seats_only_while_it_stands(tmp_path: Path) -> None:
    text = structure().replace(
        "    short: ra\n", "    short: ra\n    from: 2031-02-01\n    to: 2031-04-04\n"
    )
    known = register(tmp_path, council({"structure.yaml": text}))
    days = [date(2031, 1, 31), date(2031, 2, 1), INSIDE, date(2031, 4, 5)]
    assert [len(_roster(known, day=day).members) for day in days] == [0, 3, 3, 0]
    assert Rulebook(known).changes == [date(2030, 1, 1), date(2031, 2, 1), date(2031, 4, 5)]
    assert len(_roster(known, "bredd").members) == 6


def test_before_any_rulebook_nobody_sits(tmp_path: Path) -> None:
    known = register(tmp_path, council({}))
    before = _roster(known, day=date(2029, 12, 31))
    assert (before.everyone, before.chair, before.presidium) == ((), None, ())
    assert _roster(known, "beredning").members == ()


def test_an_office_in_words(tmp_path: Path) -> None:
    known = register(tmp_path, council({}))
    assert office_label(known, "styrelsen/ordforande") == "ordförande i styrelsen"
    assert office_label(known, "alby/kso") == "kommunstyrelsens ordförande"
    assert office_label(known, "alby/okant") == "okant"
    assert party_of_body(known, "styrelsen/ordforande") == "regionen"
    assert party_of_body(known, "alby/kso") == "alby"
    assert party_of_body(known, "rad/ordforande") is None
