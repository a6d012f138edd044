"""What mutation testing found untried: several names where one was tried, and what is left out.

Most of it shows in the words, which `tests/rules/said` holds every finding to.
"""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, forms, structure
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)

GIVEN = (
    "{id: a, title: A, outcome: {kind: discussed, assignments: "
    "[①{id: rakna, task: Räkna., receiver: beredning, due: 2031-05-02, giver: alby}]}}"
)
PRINCIPALS = cases(
    Judged("VR607", "{receiver: beredning, from: [rad, bredd]}"),
    two_principals=Case(meeting("ra-2031-01", "2031-04-04", GIVEN), ("① VR607 N error",), BROKEN),
)

UP_BEFORE = "{id: a, title: A, matter: 2031-001, purpose: [%s], earlier: [be-2031-01]}"


def _up_before(purpose: str, told: str = "") -> Files:
    """An item that was up at a meeting which has no item of its own to show for it."""
    return together(
        matter(more=f"raised: 2031-01-07\n{told}"),
        meeting("be-2031-01", "2031-03-14", "{id: b, title: B, outcome: {kind: noted}}"),
        meeting("ra-2031-01", "2031-04-04", f"①{UP_BEFORE % purpose}"),
    )


BASIS = cases(
    Judged("VR308", "{forum: beredning}", "[rad]"),
    up_at_a_meeting_without_its_item=Case(
        _up_before("position", "needs_decisions: true"), ("① VR308 N error",), BROKEN
    ),
)


def _ended(outcome: str) -> Files:
    """An item whose treatment in the preparing forum ended so."""
    there = f"{{id: a, title: A, matter: 2031-001, outcome: {outcome}}}"
    return together(
        matter(),
        meeting("be-2031-01", "2031-03-14", there),
        meeting(
            "ra-2031-01", "2031-04-04", "①{id: a, title: A, matter: 2031-001, purpose: [dialogue]}"
        ),
    )


PREPARED = cases(
    Judged("VR301", "{forum: beredning}", "[rad]"),
    **{
        f"there_it_was_{kind}": Case(_ended(f"{{kind: {kind}}}"), ("① VR301 N error",), BROKEN)
        for kind in ("noted", "discussed", "postponed", "withdrawn", "returned")
    },
    there_it_was_given_to_somebody=Case(
        _ended("{kind: nominated, people: [anna]}"), ("① VR301 N error",), BROKEN
    ),
)


def _support(offices: str) -> Files:
    fixed = "agenda: {fixed: {date: 2031-03-21, by: [rut, anna], support: ①[ragna]}}"
    rosters = ROSTERS.replace("seats:\n", f"{offices}seats:\n", 1)
    return {**meeting("ra-2031-01", "2031-04-04", more=fixed), "forums.yaml": rosters}


SUPPORT = cases(
    Judged("VR508", "{from: [alby]}", "[rad]"),
    two_in_office_and_one_who_has_left=Case(
        _support(
            "  alby/ordforande: [{who: asta, from: 2030-01-01}]\n"
            "  alby/vice-ordforande: [{who: arne, from: 2030-01-01, to: 2031-03-20}]\n"
        ),
        ("① VR508 N error",),
        BROKEN,
    ),
    an_office_that_nobody_holds=Case(
        _support("  alby/ordforande: [{vacant: true, from: 2030-01-01}]\n"),
        ("① VR508 N error",),
        BROKEN,
    ),
)

CHOSEN = Judged("VR207", "{named_by: rad}", "[beredning]")
NAMED = (
    "{id: a, title: A, matter: 2031-001, purpose: [nomination], "
    "outcome: {kind: nominated, people: [%s]}}"
)


def _named(people: str, date: str = "2030-12-13", last: str = "") -> Files:
    seats = "seats:\n  beredning: {members: [{appointed: be, count: 1, chosen_from: kso}]}\n"
    held = f"  be/1: {{members: [{{who: anna, from: 2031-01-01{last}}}]}}\n"
    return {
        **matter(),
        **meeting(f"ra-{date[:4]}-01", date, NAMED % people),
        "working-forms/former.yaml": forms(CHOSEN.norm).replace("seats:\n", seats, 1),
        "forums.yaml": ROSTERS + held,
    }


NAMING = cases(
    CHOSEN,
    somebody_else_was_named=Case(_named("bo"), tally=Tally(holds=1, unknown=1)),
    named_on_the_last_day=Case(
        _named("anna", "2031-04-04", ", to: 2031-04-04"), tally=Tally(holds=2)
    ),
    named_on_the_day_after=Case(
        _named("anna", "2031-04-04", ", to: 2031-04-03"), tally=Tally(holds=1, unknown=1)
    ),
)

SIDE = Judged("VR205", "{side: opposition, appointed: br}", "[bredd]")
OF_OPPOSITION = "".join(
    f"  n{n}: {{name: Namn {n}, party: alby, side: opposition}}\n" for n in "abcd"
)


def _of_majority(rosters: str = ROSTERS) -> Files:
    return {
        "forums.yaml": rosters.replace(
            "asta: {name: Asta Al, party: alby}",
            "asta: {name: Asta Al, party: alby, side: majority}",
        ).replace("br/alby/1: {members: [{", "br/alby/1: {members: [①{")
    }


SIDES = cases(
    SIDE,
    four_others_are_of_the_side=Case(
        _of_majority(ROSTERS.replace("people:\n", f"people:\n{OF_OPPOSITION}")),
        ("① VR205 N error",),
        Tally(breached=1, unknown=1),
    ),
    nobody_else_is_of_the_side=Case(
        _of_majority(), ("① VR205 N error",), Tally(breached=1, unknown=1)
    ),
    a_seat_of_no_party=Case(
        {
            "forums.yaml": ROSTERS.replace(
                "asta: {name: Asta Al, party: alby}",
                "asta: {name: Asta Al, party: alby, side: majority}",
            ).replace("br/alby/1: {members: [{", "br/1: {members: [①{"),
            "working-forms/former.yaml": forms(SIDE.norm).replace(
                "{appointed: br, each: municipality}", "{appointed: br, count: 1}"
            ),
        },
        ("① VR205 N error",),
        BROKEN,
    ),
)

TAKES = "{id: a, title: A, matter: 2031-001, purpose: [①position], outcome: {kind: %s}}"
POSITIONS = cases(
    Judged("VR402", forums="[rad]"),
    up_for_a_position_that_was_not_taken=Case(
        {**matter(), **meeting("ra-2031-01", "2031-04-04", TAKES % "discussed")},
        ("① VR402 N error",),
        BROKEN,
    ),
    a_position_taken=Case(
        {**matter(), **meeting("ra-2031-01", "2031-04-04", TAKES % "position")},
        ("① VR402 N error",),
        BROKEN,
    ),
)

ITEM = "{id: a, title: A, outcome: {kind: noted}}"
RENAMED = (
    structure()
    .replace(
        "names: [{name: Lilla rådet, short_name: rådet}]",
        "names: [{name: Första rådet, short_name: första rådet, to: 2031-06-30}, "
        "{name: Andra rådet, short_name: andra rådet, from: 2031-07-01}]",
    )
    .replace("ngs: [", "ngs: [①", 1)
)
MONTHS = cases(
    Judged("VR707", "{topic: natet, occasions: [{month: '4'}]}", "[rad]"),
    by_the_name_of_that_month=Case(
        {**meeting("ra-2031-01", "2031-04-04", ITEM), "structure.yaml": RENAMED},
        ("① VR707 N error",),
        BROKEN,
    ),
)

ALL = {
    **PRINCIPALS,
    **BASIS,
    **PREPARED,
    **SUPPORT,
    **NAMING,
    **SIDES,
    **POSITIONS,
    **MONTHS,
}


@each(ALL)
def test_what_was_untried(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
