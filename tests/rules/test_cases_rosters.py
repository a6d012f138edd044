"""VR201, VR202: one holder a seat, one appointed seat a person, the right chair."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, forms
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally

ANNA = "alby/kso: [{who: anna, from: 2030-01-01}]"
ASTA = "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"


def _rosters(old: str, new: str, *more: tuple[str, str]) -> dict[str, str]:
    text = ROSTERS
    for one, other in ((old, new), *more):
        assert text.count(one) == 1
        text = text.replace(one, other)
    return {"forums.yaml": text}


def _anna(tenures: str, *more: tuple[str, str]) -> dict[str, str]:
    return _rosters(ANNA, f"alby/kso: [{tenures}]", *more)


SIZED = Judged("VR201", "{count: '3'}", "[rad]")
FULL = Tally(holds=4)  # the size, and each of three seats
OVERLAP = ("① VR201 N error",)

SEATS = cases(
    SIZED,
    one_holder_each=Case({}, tally=FULL),
    two_at_once=Case(
        _anna("{who: anna, from: 2030-01-01}, ①{who: asta, from: 2031-03-01}"),
        OVERLAP,
        Tally(holds=3, breached=1),
    ),
    two_for_a_single_day=Case(
        _anna("{who: anna, from: 2030-01-01, to: 2031-02-28}, ①{who: asta, from: 2031-02-28}"),
        OVERLAP,
        Tally(holds=3, breached=1),
    ),
    the_next_from_the_day_after=Case(
        _anna("{who: anna, from: 2030-01-01, to: 2031-02-28}, {who: asta, from: 2031-03-01}"),
        tally=FULL,
    ),
    one_entered_twice=Case(
        _anna("{who: anna, from: 2030-01-01, to: 2031-03-31}, {who: anna, from: 2031-03-01}"),
        tally=FULL,
    ),
    seen_while_another_held_it=Case(
        _anna("{who: anna, from: 2030-01-01}, ①{who: asta, seen: [2031-03-01]}"),
        OVERLAP,
        Tally(holds=3, breached=1),
    ),
    seen_before_another_took_it=Case(
        _anna("{who: anna, from: 2031-03-01}, {who: asta, seen: [2030-03-01, 2031-02-01]}"),
        tally=FULL,
    ),
    two_before_the_rulebook=Case(
        _anna("{who: anna, from: 2020-01-01}, {who: asta, from: 2028-01-01, to: 2029-12-31}"),
        tally=FULL,
    ),
    vacant_beside_a_holder_is_no_second_holder=Case(
        _anna("{who: anna, from: 2030-01-01}, {vacant: true, from: 2031-03-01}"), tally=FULL
    ),
    two_offices_and_one_person_sits_once=Case(
        _rosters("berga/kso: [{who: bo,", "berga/kso: [①{who: anna,"),
        ("① VR201 N error",),  # of the wrong party, but not in two seats
        Tally(holds=4, breached=1),
    ),
    a_holder_of_another_party=Case(
        _anna("①{who: britt, from: 2030-01-01}"), ("① VR201 N error",), Tally(holds=4, breached=1)
    ),
    a_holder_without_party=Case(
        _anna("{who: asta, from: 2030-01-01}", ("{name: Asta Al, party: alby}", "{name: Asta Al}")),
        tally=FULL,
    ),
    nobody_holds_it=Case(_anna(""), tally=Tally(holds=3)),
)

BROAD = Judged("VR201", "{}", "[bredd]")
APPOINTED = cases(
    BROAD,
    office_and_appointment=Case({}, tally=Tally(holds=7)),
    the_office_holder_is_appointed_too=Case(
        _rosters(ASTA, "br/alby/1: {members: [①{who: anna, from: 2030-01-01}]}"),
        ("① VR201 N error",),
        Tally(holds=7, breached=1),
    ),
    appointed_before_taking_office=Case(
        _rosters(
            ANNA,
            "alby/kso: [{who: anna, from: 2031-03-01}]",
            (ASTA, "br/alby/1: {members: [{who: anna, from: 2030-01-01, to: 2031-02-28}]}"),
        ),
        tally=Tally(holds=7),
    ),
    appointed_by_two=Case(
        _rosters(
            "br/berga/1: {members: [{who: britt,",
            "br/berga/1: {members: [①{who: asta,",
        ),
        ("① VR201 N error", "① VR201 N error"),  # in two seats, and of the wrong party in one
        Tally(holds=7, breached=2),
    ),
    nobody_is_appointed=Case(
        _rosters(ASTA, "br/alby/1: {declined: 2030-01-01}"), tally=Tally(holds=6)
    ),
)

FOUR = Judged("VR201", "{count: '4'}", "[rad]")
WRONG_SIZE = cases(
    FOUR,
    too_few_seats=Case(
        {"working-forms/former.yaml": forms(FOUR.norm).replace("  rad:\n    ", "  rad:\n    ①")},
        ("① VR201 N error",),
        Tally(holds=3, breached=1),
    ),
)

CHAIRING = Judged(
    "VR202", "{chair_is: styrelsen/ordforande, vice_chair_from: municipality}", "[rad]"
)
CHAIR = "rad/ordforande: [{who: rut, from: 2030-01-01}]"
VICE = "rad/vice-ordforande: [{who: anna, from: 2030-01-01}]"
BOARD = "styrelsen/ordforande: [{who: rut, from: 2030-01-01}]"

CHAIRS = cases(
    CHAIRING,
    the_one_who_chairs_the_board=Case({}, tally=Tally(holds=2)),
    someone_else_chairs=Case(
        _rosters(CHAIR, "rad/ordforande: [①{who: ragna, from: 2030-01-01}]"),
        ("① VR202 N error",),
        Tally(holds=1, breached=1),
    ),
    the_board_has_no_known_chair=Case(
        _rosters(BOARD, "styrelsen/ordforande: []"), tally=Tally(holds=1, unknown=1)
    ),
    the_two_change_together=Case(
        _rosters(
            CHAIR,
            "rad/ordforande: [{who: rut, from: 2030-01-01, to: 2031-02-28}, "
            "{who: ragna, from: 2031-03-01}]",
            (
                BOARD,
                (
                    "styrelsen/ordforande: [{who: rut, from: 2030-01-01, to: 2031-02-28}, "
                    "{who: ragna, from: 2031-03-01}]"
                ),
            ),
        ),
        tally=Tally(holds=3),
    ),
    the_vice_chair_is_of_the_region=Case(
        _rosters(VICE, "rad/vice-ordforande: [①{who: ragna, from: 2030-01-01}]"),
        ("① VR202 N error",),
        Tally(holds=1, breached=1),
    ),
    the_vice_chairs_party_is_not_told=Case(
        _rosters("{name: Anna Ek, party: alby}", "{name: Anna Ek}"),
        tally=Tally(holds=1, unknown=1),
    ),
    no_chair_is_recorded=Case(_rosters(CHAIR, "rad/ordforande: []"), tally=Tally(holds=1)),
    chairing_before_the_rulebook_is_not_judged=Case(
        _rosters(
            CHAIR,
            "rad/ordforande: [{who: ragna, from: 2020-01-01, to: 2029-12-31}, "
            "{who: rut, from: 2030-01-01}]",
        ),
        tally=Tally(holds=2),
    ),
)

CHAIR_CHANGES = cases(
    CHAIRING,
    the_board_changes_chair_in_mid_term=Case(
        _rosters(
            BOARD,
            "styrelsen/ordforande: [{who: rut, from: 2030-01-01, to: 2031-02-28}, "
            "{who: ragna, from: 2031-03-01}]",
            (CHAIR, "rad/ordforande: [①{who: rut, from: 2030-01-01}]"),
        ),
        ("① VR202 N error",),
        Tally(holds=2, breached=1),
    ),
)


@each({**SEATS, **APPOINTED})
def test_seats(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(WRONG_SIZE)
def test_size(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(CHAIRS)
def test_chairs(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(CHAIR_CHANGES)
def test_a_chair_is_judged_on_every_day_that_something_changes(
    tmp_path: Path, judged: Judged, case: Case
) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told.found == expected.found
