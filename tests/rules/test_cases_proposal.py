"""VR516: the officials' proposal behind an item for a position, and who submits it."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
UP = "{id: a, title: A, matter: 2031-001, purpose: [position]%s}"
FIXED = "fixed: {date: 2031-03-21, by: [rut, anna]}"


def _up(brief: str, more: str = "", item: str = UP % "", raised: str = "2031-01-07") -> Files:
    """A matter with this brief, up at a council meeting whose agenda is fixed."""
    there = f"\nbrief: {brief}" if brief else ""
    up = (
        f"id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n{more}"
        f"agenda:\n  {FIXED}\n  items:\n    - {item}\n"
    )
    return together({"meetings/ra-2031-01.yaml": up}, matter(more=f"raised: {raised}{there}"))


def _held_by(*tenures: str) -> dict[str, str]:
    """Who has been director of the region."""
    office = f"  regionen/kso: [{', '.join(tenures)}]\nseats:\n"
    return {"forums.yaml": ROSTERS.replace("seats:\n", office)}


RAGNA = _held_by("{who: ragna, from: 2030-01-01}")
RAGNA_LEFT = _held_by(
    "{who: ragna, from: 2030-01-01, to: 2031-02-01}", "{who: britt, from: 2031-02-02}"
)
GOOD = "{proposal: Rådet föreslås vänta., submitted: {by: ragna}}"

PROPOSAL = cases(
    Judged("VR516", "{office: regionen/kso}", "[rad]"),
    by_the_holder=Case(together(_up(GOOD), RAGNA), tally=HOLDS),
    proposed_at_the_item=Case(
        together(_up("{submitted: {by: ragna}}", item=UP % ", proposal: Vänta."), RAGNA),
        tally=HOLDS,
    ),
    by_someone_else=Case(
        together(_up("{proposal: Vänta., submitted: {by: ①asta}}"), RAGNA),
        ("① VR516 N error",),
        BROKEN,
    ),
    by_one_of_two_holders_since_it_was_raised=Case(together(_up(GOOD), RAGNA_LEFT), tally=HOLDS),
    by_one_who_left_before_it_was_raised=Case(
        together(
            _up("{proposal: Vänta., submitted: {by: ①ragna}}", raised="2031-02-02"), RAGNA_LEFT
        ),
        ("① VR516 N error",),
        BROKEN,
    ),
    by_neither_of_two_holders=Case(
        together(_up("{proposal: Vänta., submitted: {by: ①asta}}"), RAGNA_LEFT),
        ("① VR516 N error",),
        BROKEN,
    ),
    no_brief=Case(
        together(
            _up(""),
            RAGNA,
            {"matters/2031-001-vaxeln.yaml": "①id: 2031-001\ntitle: Växeln\nraised: 2031-01-07\n"},
        ),
        ("① VR516 N error",),
        BROKEN,
    ),
    nobody_submits=Case(together(_up("①{proposal: Vänta.}"), RAGNA), ("① VR516 N error",), BROKEN),
    no_proposal=Case(
        together(_up("①{submitted: {by: ragna}}"), RAGNA), ("① VR516 N error",), BROKEN
    ),
    no_brief_where_not_all_is_known=Case(together(_up("", "known: items\n"), RAGNA), tally=UNKNOWN),
    the_holder_is_not_known=Case(_up("{proposal: Vänta., submitted: {by: asta}}"), tally=UNKNOWN),
    by_someone_nobody_knows=Case(
        together(_up("{proposal: Vänta., submitted: {by: ①doris}}"), RAGNA),
        ("① VR101 - error",),
        UNKNOWN,
    ),
    the_day_it_was_raised_is_not_known=Case(
        together(
            _up(GOOD),
            RAGNA,
            {"matters/2031-001-vaxeln.yaml": (f"id: 2031-001\ntitle: Växeln\nbrief: {GOOD}\n")},
        ),
        tally=HOLDS,
    ),
    up_for_dialogue=Case(
        together(_up("", item="{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"), RAGNA)
    ),
    a_matter_that_does_not_exist=Case(
        meeting(
            "ra-2031-01",
            "2031-04-04",
            "{id: a, title: A, matter: ①2031-009, purpose: [position], outcome: {kind: position}}",
        ),
        ("① VR101 - error",),
        UNKNOWN,
    ),
    no_matter=Case(
        meeting(
            "ra-2031-01",
            "2031-04-04",
            "{id: a, title: A, purpose: [①position], outcome: {kind: position}}",
        ),
        ("① VR103 - error",),
        UNKNOWN,
    ),
    the_agenda_is_not_fixed_yet=Case(
        together(meeting("ra-2031-01", "2031-04-04", UP % ""), matter())
    ),
)


@each(PROPOSAL)
def test_proposal(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
