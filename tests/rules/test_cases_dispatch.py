"""VR602, VR603: where the notes went, to whom besides the parties, and how soon."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files, council, messages
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
PRESENT = "attendance: {present: [anna, rut]}"


def _minutes(minutes: str, *items: str, more: str = "") -> dict[str, str]:
    """A council meeting on 4 April with these minutes."""
    lines = f"minutes: {minutes}\n{more}"
    return meeting("ra-2031-01", "2031-04-04", *items, more=lines)


def _dispatched(to: str) -> dict[str, str]:
    return _minutes(f"{{{PRESENT}, dispatched: {to}}}")


DISPATCH = cases(
    Judged("VR602"),
    to_all=Case(_dispatched("2031-04-11"), tally=HOLDS),
    to_each=Case(_dispatched("{date: 2031-04-11, to: [alby, berga, regionen]}"), tally=HOLDS),
    not_to_all=Case(
        _dispatched("①{date: 2031-04-11, to: [alby, regionen]}"), ("① VR602 N error",), BROKEN
    ),
    to_nobody=Case(_dispatched("①{date: 2031-04-11, to: []}"), ("① VR602 N error",), BROKEN),
    not_dispatched=Case(_minutes(f"{{{PRESENT}}}")),
)

PROMPT = cases(
    Judged("VR603", "{within_days: 14}", strength="normal"),
    after_a_week=Case(_dispatched("2031-04-11"), tally=HOLDS),
    on_the_last_day=Case(_dispatched("2031-04-18"), tally=HOLDS),
    a_day_late=Case(_dispatched("①2031-04-19"), ("① VR603 N warning",), BROKEN),
    counted_from_the_last_of_two_days=Case(
        meeting(
            "ra-2031-01",
            "2031-04-03",
            more=f"to: 2031-04-04\nminutes: {{{PRESENT}, dispatched: 2031-04-18}}",
        ),
        tally=HOLDS,
    ),
    not_dispatched=Case(_minutes(f"{{{PRESENT}}}")),
)

UP = "{id: a, title: A, matter: 2031-001}"


def _concerned(concerns: str, dispatched: str, more: str = "", item: str = UP) -> Files:
    """A matter that concerns others, on the agenda of a meeting whose notes went out."""
    notes = f"{{{PRESENT}, dispatched: {dispatched}}}"
    return together(matter(more=f"concerns: {concerns}"), _minutes(notes, item, more=more))


TO_ALL = "2031-04-11"
MUSEUM = "{date: 2031-04-11, others: [Museet]}"
CONCERNED = cases(
    Judged("VR602", "{concerned: true}"),
    to_whoever_it_concerns=Case(_concerned("[Museet]", MUSEUM), tally=Tally(holds=2)),
    however_the_name_is_written=Case(_concerned("[museet]", MUSEUM), tally=Tally(holds=2)),
    not_to_it=Case(
        _concerned("[Museet]", "①2031-04-11"),
        ("① VR602 N error",),
        Tally(holds=1, breached=1),
    ),
    not_to_two=Case(
        _concerned("[Museet, Teatern, Skolan]", "①{date: 2031-04-11, others: [Teatern]}"),
        ("① VR602 N error",),
        Tally(holds=1, breached=1),
    ),
    not_told_where_not_all_is_known=Case(
        _concerned("[Museet]", TO_ALL, "known: items"), tally=Tally(holds=1, unknown=1)
    ),
    a_party_is_among_the_parties=Case(_concerned("[alby]", TO_ALL), tally=Tally(holds=2)),
    a_party_left_out_is_told_of_once=Case(
        _concerned("[alby]", "①{date: 2031-04-11, to: [berga, regionen]}"),
        ("① VR602 N error",),
        Tally(holds=1, breached=1),
    ),
    a_matter_that_concerns_nobody_else=Case(_concerned("[]", TO_ALL), tally=HOLDS),
    a_matter_up_twice_is_asked_of_once=Case(
        together(
            _concerned("[Museet]", MUSEUM),
            _minutes(
                f"{{{PRESENT}, dispatched: {MUSEUM}}}", UP, "{id: b, title: B, matter: 2031-001}"
            ),
        ),
        tally=Tally(holds=2),
    ),
    a_matter_that_does_not_exist=Case(
        _concerned("[Museet]", MUSEUM, item="{id: a, title: A, matter: ①2031-009}"),
        ("① VR101 - error",),
        Tally(holds=1, unknown=1),
    ),
    not_dispatched=Case(together(matter(), _minutes(f"{{{PRESENT}}}", UP))),
)
PARTIES_ONLY = cases(
    Judged("VR602"),
    whom_a_matter_concerns_is_not_asked=Case(_concerned("[Museet]", TO_ALL), tally=HOLDS),
)
BODIES = cases(
    Judged("VR602", "{bodies: {municipality: kommunstyrelsen}}"),
    the_bodies_are_named=Case(
        _dispatched("①{date: 2031-04-11, to: [berga]}"), ("① VR602 N error",), BROKEN
    ),
)


@each({**DISPATCH, **CONCERNED, **PARTIES_ONLY, **BODIES})
def test_dispatched_to_all(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(PROMPT)
def test_dispatched_in_time(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_kind_of_party_that_does_not_exist_receives_nothing(tmp_path: Path) -> None:
    norm = Judged("VR602", "{bodies: {kommun: kommunstyrelsen}}").norm
    (message,) = messages(tmp_path, council({}, norms=norm))
    assert "”kommun”" in message
