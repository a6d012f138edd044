"""Steps of a plan that only some norms or matters ask for, and a structure with other norms."""

from __future__ import annotations

from datetime import date

import pytest

from tests.council import Council
from tests.planning.reading import of, planned, steps
from vrtool.errors import CannotDo
from vrtool.planning.steps import StepKind, StepState

SCHOOL = "2032-001"


def test_a_consultation_is_compiled_before_the_papers_go_out(council: Council) -> None:
    asked = "consultation: {asked: all, sent: 2032-01-02, due: %s}\n"
    council.add("matters/2032-001-skolskjuts.yaml", asked % "2032-03-01")
    assert ("consultation", "2032-03-12", "open", "or-2032-02") in steps(
        planned(council, SCHOOL, "2032-01-05")
    )


def test_a_consultation_that_lasts_too_long_is_in_the_way(council: Council) -> None:
    asked = "consultation: {asked: all, sent: 2032-01-02, due: 2032-03-13}\n"
    council.add("matters/2032-001-skolskjuts.yaml", asked)
    made = planned(council, SCHOOL, "2032-01-05")
    assert [step.kind for step in made.too_late] == [StepKind.CONSULTATION]


def test_a_basis_for_decisions_is_asked_for_first(council: Council) -> None:
    council.add("matters/2032-001-skolskjuts.yaml", "needs_decisions: true\n")
    made = planned(council, SCHOOL, "2032-01-02")
    assert ("assignment", "2032-02-12", "open", "vr-2032-01") in steps(made)
    asked = of(made, StepKind.ASSIGNMENT)
    assert asked is not None
    assert asked.by == "direktorsberedningen"
    outcome = "outcome: {kind: discussed, assignments: [{id: a, receiver: direktorsberedningen}]}"
    council.change("meetings/or-2032-01.yaml", "minutes: 45", f"minutes: 45\n      {outcome}")
    made = planned(council, SCHOOL, "2032-02-07")
    assert ("assignment", "2032-02-06", "done", "or-2032-01") in steps(made)


def test_the_meeting_at_which_the_group_fixes_the_agenda(council: Council) -> None:
    group = "id: bg-2032-0%s\nforum: beredningsgruppen\ndate: 2032-02-%s\nknown: planned\n"
    for number, day in enumerate((18, 25), start=1):
        council.write(f"meetings/bg-2032-0{number}.yaml", group % (number, day))
    fixing = planned(council, "2031-008", "2032-01-18", by="2032-03-31").steps[1]
    assert (fixing.kind, fixing.state) == (StepKind.FIXING, StepState.OPEN)
    assert fixing.at is not None
    assert (fixing.at.id, fixing.day) == ("bg-2032-02", date(2032, 2, 25))


def test_a_notice_that_takes_everything_with_it_shuts_a_meeting_in_time(council: Council) -> None:
    council.add(
        "working-forms/arbetsformer-2022.yaml",
        """\
  A-test-notice:
    title: Kallelsen går ut två veckor före.
    rule: VR515
    strength: shall
    paragraph: '9'
    applies:
      forums: [direktorsberedningen]
    with:
      lead_days: 14
""",
    )
    found = {
        day: planned(council, "2031-008", day, by="2032-03-31")
        for day in ("2032-02-13", "2032-02-14")
    }
    days = [step.day for made in found.values() if (step := of(made, StepKind.PREPARATION))]
    assert days == [date(2032, 2, 27), date(2032, 3, 12)]  # the last has to be laid out
    assert StepKind.NOTICE in [step.kind for step in found["2032-02-13"].steps]


# A structure whose notice carries all papers


MATTER = """\
id: 2018-009
title: Ny länsstrategi
goal: position
initiator: region-vastmanland
"""
MEETING = """\
id: srb-2018-07
forum: strategiska-regionala-beredningen
date: 2018-12-14
known: planned
"""


def test_the_notice_takes_everything_with_it(body: Council) -> None:
    body.write("matters/2018-009-lansstrategi.yaml", MATTER)
    body.write("meetings/srb-2018-07.yaml", MEETING)
    made = planned(body, "2018-009", "2018-11-26")
    assert steps(made) == [
        ("brief", "2018-11-30", "open", "srb-2018-07"),
        ("notice", "2018-11-30", "open", "srb-2018-07"),
        ("papers", "2018-11-30", "open", "srb-2018-07"),
        ("position", "2018-12-14", "open", "srb-2018-07"),
    ]
    brief = of(made, StepKind.BRIEF)
    assert brief is not None
    assert brief.lacks == ("submitted", "proposal")
    late = planned(body, "2018-009", "2018-12-03")
    assert [step.kind for step in late.too_late] == [
        StepKind.BRIEF,
        StepKind.NOTICE,
        StepKind.PAPERS,
    ]
    assert late.earliest is None


def test_groups_that_take_no_position_are_not_planned_for(body: Council) -> None:
    body.write("matters/2018-009-lansstrategi.yaml", MATTER)
    group = MEETING.replace("srb-2018-07", "bre-2018-01").replace(
        "strategiska-regionala-beredningen", "samverkansgruppen-bredband"
    )
    body.write("meetings/bre-2018-01.yaml", group)
    with pytest.raises(
        CannotDo, match="är inlagt från och med 26\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2018"
    ):
        planned(body, "2018-009", "2018-11-26")
