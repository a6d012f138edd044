"""VR307, VR510–VR512, VR514: what an agenda tells of its items beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.repos import Files
from tests.rules.cases import Case, Cases, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
FIXED = "agenda: {fixed: {date: 2031-03-28, by: [rut]}, items: [%s]}"
SENT = "agenda: {items: [%s]}\nnotice: {sent: 2031-03-28}"
HERE = "2031-04-04"


def _fixed(item: str, forum: str = "ra", more: str = "") -> Files:
    """A meeting whose agenda is fixed, with one item."""
    return meeting(f"{forum}-2031-01", HERE, more=f"{FIXED % item}\n{more}")


def _up(item: str, more: str = "known: full") -> Files:
    return meeting("ra-2031-01", HERE, item, more=more)


# What it is for


A = "{id: a, title: A%s}"
OF_MATTER = A % ", matter: 2031-001, purpose: [dialogue]%s"

MARKED = cases(
    Judged("VR510", forums="[rad]", strength="normal"),
    with_its_purpose=Case(_up(A % ", purpose: [dialogue]"), tally=HOLDS),
    without=Case(_up(f"①{A % ''}"), ("① VR510 N warning",), BROKEN),
    the_matters_logic=Case(together(matter(more="logic: case"), _up(OF_MATTER % "")), tally=HOLDS),
    the_items_own_logic=Case(together(matter(), _up(OF_MATTER % ", logic: process")), tally=HOLDS),
    no_logic=Case(together(matter(), _up(f"①{OF_MATTER % ''}")), ("① VR510 N warning",), BROKEN),
    one_of_two_matters_without=Case(
        together(
            matter(more="logic: case"),
            matter("2031-002"),
            _up("①{id: a, title: A, matters: [2031-001, 2031-002], purpose: [dialogue]}"),
        ),
        ("① VR510 N warning",),
        BROKEN,
    ),
    information_that_proposes=Case(
        _up("{id: a, title: A, purpose: [information], proposal: ①Rådet tackar.}"),
        ("① VR510 N warning",),
        BROKEN,
    ),
    information_that_took_a_position=Case(
        together(
            matter(more="logic: case"),
            _up(
                "{id: a, title: A, matter: 2031-001, purpose: [information], "
                "outcome: {kind: ①position}}"
            ),
        ),
        ("① VR510 N warning",),
        BROKEN,
    ),
    information_noted=Case(
        _up(A % ", purpose: [information], outcome: {kind: noted}"), tally=HOLDS
    ),
    information_and_dialogue_may_propose=Case(
        _up(A % ", purpose: [information, dialogue], proposal: Rådet tackar."), tally=HOLDS
    ),
    what_is_there_is_judged_though_all_is_not_known=Case(
        _up("{id: a, title: A, purpose: [information], proposal: ①Ja}", "known: items"),
        ("① VR510 N warning",),
        BROKEN,
    ),
    only_the_items_known=Case(_up(A % "", "known: items"), tally=UNKNOWN),
    outside_what_is_complete=Case(_up(A % ""), tally=UNKNOWN, complete=""),
    procedure_needs_none=Case(_up(A % ", kind: standing")),
    another_forum=Case(meeting("br-2031-01", HERE, A % "")),
)

# What there is to read


def _called(item: str, more: str = "") -> Files:
    return meeting("ra-2031-01", HERE, more=f"{SENT % item}\n{more}")


INFORMS = A % ", purpose: [information]%s"
MATTER_INFORMS = INFORMS % ", matter: 2031-001"

READING = cases(
    Judged("VR511", forums="[rad]", strength="normal"),
    papers=Case(_called(INFORMS % ", papers: [Resvanor]"), tally=HOLDS),
    only_their_number=Case(_called(INFORMS % ", papers_count: 2"), tally=HOLDS),
    a_matter_with_its_brief=Case(
        together(matter(more="brief: {summary: Kort.}"), _called(MATTER_INFORMS)), tally=HOLDS
    ),
    nothing=Case(_called(f"①{INFORMS % ''}"), ("① VR511 N warning",), BROKEN),
    a_matter_without_brief=Case(
        together(matter(), _called(f"①{MATTER_INFORMS}")), ("① VR511 N warning",), BROKEN
    ),
    information_among_more=Case(
        _called("①{id: a, title: A, purpose: [information, dialogue]}"),
        ("① VR511 N warning",),
        BROKEN,
    ),
    only_the_items_known=Case(_called(INFORMS % "", "known: items"), tally=UNKNOWN),
    dialogue_is_not_asked=Case(_called(A % ", purpose: [dialogue]")),
    a_standing_item_is_not_asked=Case(_called(INFORMS % ", kind: standing")),
    not_called_yet=Case(_up(INFORMS % "")),
)

# Who leads a dialogue

DIALOGUE = A % ", purpose: [dialogue]%s"

LEADERS = cases(
    Judged("VR512", forums="[rad]", strength="normal"),
    leader_and_time=Case(_fixed(DIALOGUE % ", minutes: 45, process_leader: anna"), tally=HOLDS),
    a_leader_from_outside=Case(
        _fixed(DIALOGUE % ", minutes: 45, process_leader: {name: Pia Pil, organisation: Byrån}"),
        tally=HOLDS,
    ),
    no_leader=Case(_fixed(f"①{DIALOGUE % ', minutes: 45'}"), ("① VR512 N warning",), BROKEN),
    no_time=Case(_fixed(f"①{DIALOGUE % ', process_leader: anna'}"), ("① VR512 N warning",), BROKEN),
    only_the_items_known=Case(_fixed(DIALOGUE % "", more="known: items"), tally=UNKNOWN),
    information_needs_none=Case(_fixed(INFORMS % "")),
    not_fixed_yet=Case(_up(DIALOGUE % "")),
)

# Whether it is worth the journey

MODE = "mode: %s"


def _mode(mode: str, *items: str, more: str = "") -> Files:
    return _fixed(", ".join(items), more=f"{mode}\n{more}")


JOURNEY = cases(
    Judged("VR514", forums="[rad]", strength="normal"),
    nothing_but_information=Case(
        _mode("mode: ①physical", INFORMS % "", "{id: b, title: B, purpose: [information]}"),
        ("① VR514 N warning",),
        BROKEN,
    ),
    digital=Case(_mode("mode: digital", INFORMS % ""), tally=HOLDS),
    hybrid=Case(_mode("mode: hybrid", INFORMS % ""), tally=HOLDS),
    something_to_talk_of=Case(
        _mode("mode: physical", INFORMS % "", "{id: b, title: B, purpose: [dialogue]}"),
        tally=HOLDS,
    ),
    both_in_one_item=Case(
        _mode("mode: physical", A % ", purpose: [information, dialogue]"), tally=HOLDS
    ),
    procedure_does_not_count=Case(
        _mode("mode: ①physical", INFORMS % "", "{id: b, title: B, purpose: [procedure]}"),
        ("① VR514 N warning",),
        BROKEN,
    ),
    nothing_of_substance=Case(_mode("mode: physical", A % ", purpose: [procedure]")),
    an_item_that_is_not_marked=Case(
        _mode("mode: physical", INFORMS % "", "{id: b, title: B}"), tally=UNKNOWN
    ),
    no_mode_told=Case(_mode("place: Alby", INFORMS % ""), tally=UNKNOWN),
    there_may_be_more_items=Case(
        _mode("mode: physical", INFORMS % "", more="known: items"), tally=UNKNOWN
    ),
    not_fixed_yet=Case(_up(INFORMS % "", MODE % "physical")),
)

# Where a matter stands

STAGE = "stage: Samlar in synpunkter.\n"
COMING = "expected: {position: hösten 2032}\n"


def _stands(told: str, item: str = OF_MATTER % "", *later: Files) -> Files:
    return together(matter(more=told), _fixed(item), *later)


def _bare(told: str = "") -> Files:
    return {"matters/2031-001-vaxeln.yaml": f"①id: 2031-001\ntitle: Växeln\n{told}"}


TAKEN = "{id: a, title: A, matter: 2031-001, purpose: [position]}"

STAGES = cases(
    Judged("VR307", forums="[rad]", strength="should"),
    told_with_a_time=Case(_stands(STAGE + COMING), tally=HOLDS),
    told_with_whom_to_inform=Case(_stands(STAGE + "expected: {inform: [bredd]}"), tally=HOLDS),
    nothing_told=Case(together(_fixed(OF_MATTER % ""), _bare()), ("① VR307 N error",), BROKEN),
    no_stage=Case(together(_fixed(OF_MATTER % ""), _bare(COMING)), ("① VR307 N error",), BROKEN),
    nothing_expected=Case(_stands("stage: ①Tidigt."), ("① VR307 N error",), BROKEN),
    expected_but_nothing_said=Case(
        _stands("stage: ①Tidigt.\nexpected: {}"), ("① VR307 N error",), BROKEN
    ),
    up_for_a_position=Case(_stands("", TAKEN)),
    a_position_comes_later=Case(
        _stands("", OF_MATTER % "", meeting("ra-2031-02", "2031-06-13", TAKEN))
    ),
    a_position_came_before=Case(
        _stands("stage: ①Genomförs.", OF_MATTER % "", meeting("ra-2031-00", "2031-01-31", TAKEN)),
        ("① VR307 N error",),
        BROKEN,
    ),
    each_of_two_matters=Case(
        together(
            matter(more=STAGE + COMING),
            matter("2031-002", "stage: ①Tidigt."),
            _fixed("{id: a, title: A, matters: [2031-001, 2031-002], purpose: [dialogue]}"),
        ),
        ("① VR307 N error",),
        Tally(holds=1, breached=1),
    ),
    no_matter=Case(_fixed(DIALOGUE % "")),
    only_the_items_known=Case(
        together(matter(), _fixed(OF_MATTER % "", more="known: items")), tally=UNKNOWN
    ),
    not_fixed_yet=Case(together(matter(), _up(OF_MATTER % ""))),
)

ALL: Cases = {
    f"{group}-{name}": case
    for group, table in {
        "marked": MARKED,
        "reading": READING,
        "leaders": LEADERS,
        "journey": JOURNEY,
        "stages": STAGES,
    }.items()
    for name, case in table.items()
}


@each(ALL)
def test_items(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize("rule", ["VR307", "VR510", "VR511"])
def test_a_matter_that_cannot_be_read_tells_nothing(tmp_path: Path, rule: str) -> None:
    item = "{id: a, title: A, matter: 2031-001, purpose: [information]}"
    fixed = (
        "agenda: {fixed: {date: 2031-03-28, by: [rut]}, items: [%s]}\nnotice: {sent: 2031-03-28}"
    )
    files = {
        "matters/2031-001.yaml": "id: [2031-001\n",
        **meeting("ra-2031-01", HERE, more=fixed % item),
    }
    repos.write_repo(tmp_path, repos.council(files, norms=Judged(rule).norm))
    assert repos.tallies(tmp_path)["N"] == UNKNOWN
    assert [f.code for f in repos.outcome(tmp_path).findings if f.norm] == []
