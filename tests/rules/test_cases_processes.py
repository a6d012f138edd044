"""VR321 to VR324 and VR171: processes."""

from __future__ import annotations

from pathlib import Path

from tests.rules.cases import Judged
from tests.rules.processes import Case, cases, each, judge
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
WHOLE = "complete: true\n"

# VR321: phases in order

IN_ORDER = "steps:\n  traff: {done: 2031-01}\n  utkast: {done: 2031-02}"

PHASES = cases(
    Judged("VR321"),
    in_order=Case(IN_ORDER, tally=HOLDS),
    only_the_first_is_begun=Case("steps: {traff: {done: 2031-01}}"),
    nothing_is_done=Case("steps: {traff: {planned: 2031-01}, utkast: {planned: 2030}}"),
    the_later_began_first=Case(
        "steps:\n  traff: {done: 2031-03}\n  utkast: {done: ①2031-02}",
        ("① VR321 N error",),
        BROKEN,
    ),
    in_the_same_month=Case(
        "steps:\n  traff: {done: 2031-03}\n  utkast: {done: 2031-03}", tally=UNKNOWN
    ),
    in_some_month_of_the_year=Case(
        "steps:\n  traff: {done: 2031}\n  utkast: {done: 2031-02}", tally=UNKNOWN
    ),
    phases_may_overlap=Case(
        "steps:\n  traff: {done: 2031-01/2031-06}\n  utkast: {done: 2031-02}", tally=HOLDS
    ),
    the_earlier_was_left_out=Case(
        WHOLE + "steps:\n  utkast: {done: ①2031-02}", ("① VR321 N error",), BROKEN
    ),
    the_earlier_is_not_told_of=Case("steps:\n  utkast: {done: 2031-02}", tally=UNKNOWN),
    a_part_begins_a_phase=Case(
        "steps:\n  traff: {done: 2031-01}\n  utkast: {done: 2031-05}\n"
        "  forankring/tjanst: {done: ①2031-04}",
        ("① VR321 N error",),
        Tally(holds=1, breached=1),
    ),
    the_closing_of_the_consultation_counts=Case(
        "steps:\n  traff: {done: 2031-05}",
        ("① VR321 N error",),
        BROKEN,
        more="consultation: {closed: ①2031-04-01}",
    ),
)


@each(PHASES)
def test_phases_out_of_order(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    judge(tmp_path, judged, case)


# VR322: every side is there

BOTH = "parties: [{side: kommun, party: alby}, {side: forening, name: Hembygden}]\n"
ONE = "parties: ①[{side: kommun, party: alby}]\n"
BEGUN = "steps: {utkast: {done: 2031-02}}"

SIDES = cases(
    Judged("VR322"),
    both_are_there=Case(WHOLE + BOTH + BEGUN, tally=Tally(holds=2)),
    one_is_missing=Case(WHOLE + ONE + BEGUN, ("① VR322 N error",), Tally(holds=1, breached=1)),
    one_is_not_told_of=Case(ONE.replace("①", "") + BEGUN, tally=Tally(holds=1, unknown=1)),
    nothing_is_done_yet=Case(WHOLE + "parties: []\nsteps: {utkast: {planned: 2031}}"),
    before_the_phase=Case(WHOLE + "steps: {traff: {done: 2031-01}}", parameters="{phase: text}"),
    in_the_phase=Case(
        WHOLE + ONE + BEGUN,
        ("① VR322 N error",),
        Tally(holds=1, breached=1),
        parameters="{phase: text}",
    ),
    only_one_side_is_asked_for=Case(
        WHOLE + ONE.replace("①", "") + BEGUN, tally=HOLDS, parameters="{sides: [kommun]}"
    ),
)


@each(SIDES)
def test_side_missing(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    judge(tmp_path, judged, case)


# VR323: somebody leads it

LED = "leaders: ①[{side: kommun, who: anna%s}]\n"
KOMMUN = "{sides: [kommun], phase: text}"


def _led(more: str, done: str = BEGUN, *, broken: bool = False) -> Case:
    leaders = LED % more if broken else (LED % more).replace("①", "")
    found = ("① VR323 N error",) if broken else ()
    return Case(leaders + done, found, BROKEN if broken else HOLDS)


LEADERS = cases(
    Judged("VR323", KOMMUN),
    somebody_leads=_led(""),
    since_before=_led(", from: 2031-01"),
    since_the_same_month=_led(", from: 2031-02-20"),
    came_afterwards=_led(", from: 2031-03", broken=True),
    had_left=_led(", to: 2031-01", broken=True),
    left_during_a_step=_led(", to: 2031-02", "steps: {utkast: {done: 2031-01/2031-04}}"),
    left_before_a_later_step=_led(
        ", to: 2031-02-28",
        "steps: {utkast: {done: 2031-02}, remiss: {done: 2031-04}}",
        broken=True,
    ),
    nobody=Case(WHOLE + "leaders: ①[]\n" + BEGUN, ("① VR323 N error",), BROKEN),
    a_post_nobody_holds=Case(
        WHOLE + "leaders: ①[{side: kommun, vacant: true}]\n" + BEGUN,
        ("① VR323 N error",),
        BROKEN,
    ),
    a_post_said_to_be_vacant_then=Case(
        "leaders: ①[{side: kommun, vacant: true, from: 2031}]\n" + BEGUN,
        ("① VR323 N error",),
        BROKEN,
    ),
    a_post_that_became_vacant_before_a_later_step=Case(
        "leaders: ①[{side: kommun, vacant: true, from: 2031-03}]\n"
        "steps: {utkast: {done: 2031-02}, remiss: {done: 2031-04}}",
        ("① VR323 N error",),
        BROKEN,
    ),
    a_post_that_became_vacant_afterwards=Case(
        "leaders: [{side: kommun, vacant: true, from: 2031-03}]\n" + BEGUN, tally=UNKNOWN
    ),
    only_the_other_side_has_one=Case(
        WHOLE + "leaders: ①[{side: forening, name: Frida}]\n" + BEGUN,
        ("① VR323 N error",),
        BROKEN,
    ),
    nobody_is_told_of=Case(BEGUN, tally=UNKNOWN),
    every_side_where_none_is_named=Case(
        (LED % "").replace("①", "") + BEGUN,
        tally=Tally(holds=1, unknown=1),
        parameters="{sides: []}",
    ),
    the_phase_is_not_begun=Case(
        WHOLE + "steps: {traff: {done: 2031-01}, utkast: {planned: 2031-02}}"
    ),
)


@each(LEADERS)
def test_leader_missing(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    judge(tmp_path, judged, case)


# VR324: nothing is passed over

REMISS = "{before: {beslut: [remiss]}}"
ANCHORED = "{before: {beslut: [forankring]}}"
FOLLOWED = "{at_end: [efterat]}"
ENDED = "status: ①closed"


def _order(steps: str, *found: str, tally: Tally = HOLDS, asked: str = REMISS) -> Case:
    return Case(f"{WHOLE}steps: {steps}", found, tally, parameters=asked)


ORDER = cases(
    Judged("VR324", REMISS),
    done_before=_order("{remiss: {done: 2031-03}, beslut: {done: 2031-04-10}}"),
    done_the_same_day=_order("{remiss: {done: 2031-04-10}, beslut: {done: 2031-04-10}}"),
    not_done=_order("{beslut: {done: ①2031-04}}", "① VR324 N error", tally=BROKEN),
    merely_planned=_order(
        "{remiss: {planned: 2031-03}, beslut: {done: ①2031-04}}", "① VR324 N error", tally=BROKEN
    ),
    not_told_of=Case("steps: {beslut: {done: 2031-04}}", tally=UNKNOWN),
    the_later_is_not_done=_order("{beslut: {planned: 2031-04}}", tally=Tally()),
    ended_afterwards=_order(
        "{remiss: {done: ①2031-03/2031-06}, beslut: {done: 2031-04}}",
        "① VR324 N error",
        tally=BROKEN,
    ),
    in_some_month=_order("{remiss: {done: 2031}, beslut: {done: 2031-04}}", tally=UNKNOWN),
    the_consultation_is_closed=Case(
        WHOLE + "steps: {beslut: {done: 2031-04}}",
        tally=HOLDS,
        more="consultation: {closed: 2031-03-01}",
    ),
    the_consultation_is_open=Case(
        WHOLE + "steps: {beslut: {done: ①2031-04}}",
        ("① VR324 N error",),
        BROKEN,
        more="consultation: {sent: 2031-03-01}",
    ),
    the_consultation_closed_afterwards=Case(
        WHOLE + "steps: {beslut: {done: 2031-04}}",
        ("① VR324 N error",),
        BROKEN,
        more="consultation: {closed: ①2031-05-01}",
    ),
    a_part_is_lacking=_order(
        "{forankring/folk: {done: 2031-03}, beslut: {done: ①2031-04}}",
        "① VR324 N error",
        tally=Tally(holds=1, breached=1),
        asked=ANCHORED,
    ),
    a_part_came_afterwards=_order(
        "{forankring/folk: {done: 2031-03}, forankring/tjanst: {done: ①2031-05}, "
        "beslut: {done: 2031-04}}",
        "① VR324 N error",
        tally=Tally(holds=1, breached=1),
        asked=ANCHORED,
    ),
    only_one_part_is_asked_for=_order(
        "{forankring/folk: {done: 2031-03}, beslut: {done: 2031-04}}",
        asked="{before: {beslut: [forankring/folk]}}",
    ),
    a_step_of_parts_asks_when_all_are_done=_order(
        "{forankring/folk: {done: 2031-03}}", tally=Tally(), asked="{before: {forankring: [traff]}}"
    ),
    what_a_step_of_parts_rests_on=_order(
        "{forankring/folk: {done: 2031-03}, forankring/tjanst: {done: ①2031-04}}",
        "① VR324 N error",
        tally=BROKEN,
        asked="{before: {forankring: [traff]}}",
    ),
    open_at_its_end=Case("steps: {beslut: {done: 2031}}", parameters=FOLLOWED),
    ended_without=Case(WHOLE, ("① VR324 N error",), BROKEN, more=ENDED, parameters=FOLLOWED),
    ended_with=Case(
        "steps: {efterat: {done: 2031}}", tally=HOLDS, more="status: closed", parameters=FOLLOWED
    ),
    ended_and_not_told_of=Case(
        "steps: {}", tally=UNKNOWN, more="status: closed", parameters=FOLLOWED
    ),
    withdrawn=Case(WHOLE, more="status: withdrawn", parameters=FOLLOWED),
)


@each(ORDER)
def test_step_passed_over(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    judge(tmp_path, judged, case)


def test_a_deviation_stands_behind_a_part(tmp_path: Path) -> None:
    """What a verdict is about is named as the matter names the step."""
    excuse = "deviations: [{norm: N, on: forankring/tjanst, reason: De var på semester.}]"
    steps = "steps: {forankring/folk: {done: 2031-03}, beslut: {done: ①2031-04}}"
    judge(
        tmp_path,
        Judged("VR324"),
        Case(
            WHOLE + steps,
            ("① VR324 N warning",),
            Tally(holds=1, excused=1),
            more=excuse,
            parameters=ANCHORED,
        ),
    )


# VR171: a step of parts is not done as a whole

PARTS = cases(
    None,
    only_planned=Case("steps: {forankring: {planned: 2031}}"),
    a_part_of_it=Case("steps: {forankring/folk: {done: 2031}}"),
    one_without_parts=Case("steps: {utkast: {done: 2031}}"),
    as_a_whole=Case("steps: {forankring: {done: ①2031}}", ("① VR171 - error",)),
)


@each(PARTS)
def test_whole_step_done(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    judge(tmp_path, judged, case)
