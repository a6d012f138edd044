"""Plans made backwards over the fictional council's real calendar."""

from __future__ import annotations

from datetime import date

import pytest

from tests.council import Council
from tests.planning.reading import of, planned, register_of, steps
from vrtool.errors import CannotDo, WrongUsage
from vrtool.planning.backward import plan
from vrtool.planning.calendar import Standing
from vrtool.planning.demands import Demands
from vrtool.planning.steps import StepKind, StepState

SCHOOL = "2032-001"
MINUTED = "meetings/db-2032-01.yaml"
ITEM = """\
      matter: 2032-001
      purpose: [preparation]
"""


def _came_to(council: Council, outcome: str) -> None:
    """The preparing forum has met, and this came of the matter."""
    told = f"{ITEM}      outcome: {{kind: {outcome}}}\n"
    council.change(MINUTED, ITEM, told)


def test_the_next_meeting_after_those_that_have_it_up_for_something_else(council: Council) -> None:
    made = planned(council, SCHOOL, "2032-01-02")
    assert steps(made) == [
        ("fixing", "2032-01-15", "done", "db-2032-01"),
        ("preparation", "2032-01-16", "listed", "db-2032-01"),
        ("dialogue", "2032-02-06", "listed", "or-2032-01"),
        ("fixing", "2032-03-12", "open", "or-2032-02"),
        ("brief", "2032-03-12", "open", "or-2032-02"),
        ("papers", "2032-03-12", "open", "or-2032-02"),
        ("position", "2032-03-19", "open", "or-2032-02"),
    ]
    assert made.in_time
    assert made.earliest is None
    brief = of(made, StepKind.BRIEF)
    assert brief is not None
    assert brief.lacks == ("description", "proposal")
    assert [step.norm.id if step.norm else None for step in made.steps] == [
        "A-3.1-group",
        "A-3.1-prepared",
        "S-3-early",
        "A-3.1-fixed",
        "A-3.2.1-content",
        "A-3.2.1-lead",
        "A-2.2.2-positions",
    ]


def test_the_last_meeting_no_later_than_the_day_wanted_also_out_of_the_year_wheel(
    council: Council,
) -> None:
    made = planned(council, SCHOOL, "2032-01-02", by="2032-12-11")
    assert (made.target.day.isoformat(), made.target.standing) == ("2032-12-10", Standing.WHEEL)
    assert made.target.id is None
    papers = of(made, StepKind.PAPERS)
    assert papers is not None
    assert papers.day.isoformat() == "2032-12-03"


def test_a_day_in_the_wheel_that_has_its_meeting_is_not_counted_twice(council: Council) -> None:
    moved = "date: 2032-03-18\nmoved: [{from: 2032-03-19, reason: Krock.}]"
    council.change("meetings/or-2032-02.yaml", "date: 2032-03-19", moved)
    assert planned(council, SCHOOL, "2032-01-02", by="2032-03-31").target.id == "or-2032-02"


def test_the_number_of_days_is_the_norms(council: Council) -> None:
    council.change("working-forms/arbetsformer-2022.yaml", "lead_days: 7", "lead_days: 9")
    papers = of(planned(council, SCHOOL, "2032-01-02"), StepKind.PAPERS)
    assert papers is not None
    assert papers.day.isoformat() == "2032-03-10"


def test_a_norm_that_is_gone_asks_for_no_step(council: Council) -> None:
    text = council.read("working-forms/arbetsformer-2022.yaml")
    assert text.count("rule: VR301") == 1
    council.write(
        "working-forms/arbetsformer-2022.yaml",
        text.replace("    rule: VR301\n", "    unchecked: Prövas inte.\n").replace(
            "    with:\n      forum: direktorsberedningen\n", ""
        ),
    )
    kinds = [step.kind for step in planned(council, SCHOOL, "2032-01-02").steps]
    assert StepKind.PREPARATION not in kinds
    assert StepKind.PAPERS in kinds


def test_what_was_prepared_is_done(council: Council) -> None:
    _came_to(council, "prepared")
    made = planned(council, SCHOOL, "2032-01-20")
    assert ("preparation", "2032-01-16", "done", "db-2032-01") in steps(made)
    assert not any(
        s.kind is StepKind.FIXING and s.occasion.forum != made.target.forum for s in made.steps
    )


@pytest.mark.parametrize("outcome", ["returned", "postponed", "noted"])
def test_what_was_not_sent_on_must_be_prepared_again(council: Council, outcome: str) -> None:
    """No later meeting stands before the dialogue of 6 February, so that one is to be laid out."""
    _came_to(council, outcome)
    made = planned(council, SCHOOL, "2032-01-20")
    assert [s for s in steps(made) if s[0] == "preparation"] == [
        ("preparation", "2032-02-05", "uncalled", "-")
    ]
    assert not made.in_time
    assert not made.too_late


def test_a_meeting_not_told_of_yet_counts_for_what_its_agenda_has(council: Council) -> None:
    assert ("preparation", "2032-01-16", "listed", "db-2032-01") in steps(
        planned(council, SCHOOL, "2032-01-20")
    )


def test_dialogue_is_done_when_the_meeting_is_over(council: Council) -> None:
    _came_to(council, "prepared")
    made = planned(council, SCHOOL, "2032-02-10")
    assert ("dialogue", "2032-02-06", "done", "or-2032-01") in steps(made)


def test_what_can_no_longer_be_met_and_the_earliest_that_can(council: Council) -> None:
    _came_to(council, "prepared")
    made = planned(council, SCHOOL, "2032-03-15")
    assert [s.kind for s in made.too_late] == [StepKind.FIXING, StepKind.BRIEF, StepKind.PAPERS]
    assert made.earliest is not None
    assert made.earliest.target.day.isoformat() == "2032-05-07"
    assert made.earliest.in_time
    papers = of(made.earliest, StepKind.PAPERS)
    assert papers is not None
    assert papers.day.isoformat() == "2032-04-30"


def test_the_last_day_is_in_time_and_the_day_after_is_not(council: Council) -> None:
    _came_to(council, "prepared")
    states = {
        day: of(planned(council, SCHOOL, day), StepKind.PAPERS)
        for day in ("2032-03-12", "2032-03-13")
    }
    assert [step.state for step in states.values() if step] == [StepState.OPEN, StepState.LATE]


def test_a_meeting_that_is_not_laid_out_is_asked_for(council: Council) -> None:
    made = planned(council, "2031-008", "2032-01-18")
    assert made.target.id == "or-2032-01"
    assert ("preparation", "2032-01-30", "uncalled", "-") in steps(made)
    assert made.earliest is not None
    assert made.earliest.target.id == "or-2032-02"
    assert ("preparation", "2032-02-27", "open", "-") in steps(made.earliest)


def test_no_meeting_at_all_by_the_day_wanted(council: Council) -> None:
    made = planned(council, "2031-013", "2032-01-18", by="2032-02-01")
    assert made.target.standing is Standing.NOWHERE
    assert ("position", "2032-01-30", "uncalled", "-") in steps(made)  # the Friday before


def test_a_topic_with_another_place_too_may_take_it_there(council: Council) -> None:
    """The year wheel alone is also for the wider council, which meets on 12 February."""
    assert planned(council, SCHOOL, "2032-01-18", by="2032-02-15").target.id == "or-2032-01"
    council.add("matters/2032-001-skolskjuts.yaml", "topics: [arshjul]\n")
    assert planned(council, SCHOOL, "2032-01-18", by="2032-02-15").target.id == "vr-2032-01"


def test_a_day_held_as_another_forums_meeting_is_not_waited_for(council: Council) -> None:
    shared = (
        "id: vr-2032-02\nforum: varmlandsradet\ndate: 2032-05-07\nplanned_as: ordforanderadet\n"
    )
    council.write("meetings/vr-2032-02.yaml", shared)
    made = planned(council, SCHOOL, "2032-01-02", by="2032-05-31")
    assert made.target.day.isoformat() == "2032-03-19"


def test_a_dialogue_that_is_recorded_is_done_whatever_the_day(council: Council) -> None:
    council.change(
        "meetings/or-2032-01.yaml", "minutes: 45", "minutes: 45\n      outcome: {kind: discussed}"
    )
    assert ("dialogue", "2032-02-06", "done", "or-2032-01") in steps(
        planned(council, SCHOOL, "2032-01-02")
    )


def test_no_forum_that_may_take_it(council: Council) -> None:
    council.change(
        "working-forms/arbetsformer-2022.yaml",
        "    rule: VR402\n    strength: shall\n    paragraph: 5.1.1\n    applies:\n"
        "      forums: [sakomradesforum]\n",
        "    rule: VR402\n    strength: shall\n    paragraph: 5.1.1\n    applies:\n"
        "      forums: [sakomradesforum, ordforanderadet]\n",
    )
    with pytest.raises(CannotDo, match="Inget forum får ta ställningstagande i ärendet 2032-001"):
        planned(council, SCHOOL, "2032-01-02", by="2032-03-31")


def test_nothing_to_plan_is_said(council: Council) -> None:
    with pytest.raises(CannotDo, match="2031-006 ”Mediecenter blir digitalt” är avslutat"):
        planned(council, "2031-006", "2032-01-02")
    with pytest.raises(CannotDo, match="togs vid ordföranderådet 9\xa0maj\xa02031"):
        planned(council, "2031-005", "2032-01-02")
    with pytest.raises(WrongUsage, match="2032-01-01 har redan varit"):
        planned(council, SCHOOL, "2032-01-02", by="2032-01-01")
    with pytest.raises(CannotDo, match="Inget möte för ställningstagande är inlagt"):
        planned(council, SCHOOL, "2033-01-02")


def test_a_position_taken_can_be_planned_anew(council: Council) -> None:
    made = planned(council, "2031-005", "2032-01-02", by="2032-03-31")
    assert made.target.id == "or-2032-02"


def test_a_plan_once_missed_stays_missed_and_no_step_comes_after_the_position(
    council: Council,
) -> None:
    register = register_of(council)
    demands, matter, by = Demands(register), register.matters[SCHOOL], date(2032, 3, 31)
    first, last = date(2032, 1, 2), date(2032, 3, 19)
    in_time = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        made = plan(demands, matter, date.fromordinal(number), by)
        in_time.append(made.in_time)
        assert made.target.id == "or-2032-02"
        assert [step.day for step in made.steps] == sorted(step.day for step in made.steps)
        assert made.steps[-1].kind is StepKind.POSITION
    assert in_time == sorted(in_time, reverse=True)
    assert in_time.count(False) == 7  # from 13 March, the papers being due on the 12th
