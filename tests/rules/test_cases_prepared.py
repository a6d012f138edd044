"""VR605, VR609: what a preparing forum sends on."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
HERE = "2031-04-04"


def _prepared(outcome: str, item: str = "", more: str = "") -> Files:
    line = f"{{id: a, title: A{item}, outcome: {outcome}}}"
    return meeting("be-2031-01", HERE, line, more=more)


PROPOSAL = cases(
    Judged("VR605", forums="[beredning]"),
    text_and_forum=Case(_prepared("{kind: prepared, text: Ja., next: rad}"), tally=HOLDS),
    text_and_meeting=Case(
        together(
            _prepared("{kind: prepared, text: Ja., meeting: ra-2031-01}"),
            meeting("ra-2031-01", "2031-05-09"),
        ),
        tally=HOLDS,
    ),
    the_proposal_of_the_item=Case(
        _prepared("{kind: prepared, next: rad}", ", proposal: Ja."), tally=HOLDS
    ),
    no_proposal=Case(_prepared("①{kind: prepared, next: rad}"), ("① VR605 N error",), BROKEN),
    nowhere_to_go=Case(_prepared("①{kind: prepared, text: Ja.}"), ("① VR605 N error",), BROKEN),
    only_the_items_known=Case(_prepared("{kind: prepared}", more="known: items"), tally=UNKNOWN),
    postponed=Case(_prepared("{kind: postponed}")),
    no_outcome_yet=Case(meeting("be-2031-01", HERE, "{id: a, title: A}")),
)

NOTES = "{kind: prepared%s}"
ALL_NOTES = ", questions: [När?], minutes: 45, ambition: Samsyn."

PREP_NOTES = cases(
    Judged("VR609", forums="[beredning]", strength="normal"),
    all_of_them=Case(_prepared(NOTES % ALL_NOTES), tally=HOLDS),
    no_questions=Case(
        _prepared(f"①{NOTES % ', minutes: 45, ambition: Samsyn.'}"),
        ("① VR609 N warning",),
        BROKEN,
    ),
    no_time=Case(
        _prepared(f"①{NOTES % ', questions: [När?], ambition: Samsyn.'}"),
        ("① VR609 N warning",),
        BROKEN,
    ),
    no_ambition=Case(
        _prepared(f"①{NOTES % ', questions: [När?], minutes: 45'}"), ("① VR609 N warning",), BROKEN
    ),
    only_the_items_known=Case(_prepared(NOTES % "", more="known: items"), tally=UNKNOWN),
    discussed=Case(_prepared("{kind: discussed}")),
)


@each({**PROPOSAL, **{f"notes-{name}": case for name, case in PREP_NOTES.items()}})
def test_prepared(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
