"""Which norms awaken when: meetings walked through their phases, and with a step forgotten."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.matrix.spoilt import Spoilt
from tests.matrix.stages import (
    Change,
    Record,
    at_stage,
    forget_adjustment,
    forget_dispatch,
    forget_fixing,
    forget_notice,
    forget_outcomes,
    judged,
    record,
    replacing,
)
from vrtool.diagnostic import Judgement
from vrtool.model.working_forms import Phase

pytestmark = pytest.mark.slow

DRAFT, FIXED, CALLED = Phase.DRAFT, Phase.FIXED, Phase.CALLED
HELD, ADJUSTED, DISPATCHED = Phase.HELD, Phase.ADJUSTED, Phase.DISPATCHED

SENT_OUT = {"S-6-dispatch", "S-6-dispatch-days"}
NOTES = {"R-attendance", "S-6-notes", "S-6-wording", "S-7-secretariat"}
OF_BOTH_COUNCILS = NOTES | {"R-adjusted", "S-6.1-led"}

AWAKENING: dict[str, dict[Phase, set[str]]] = {
    # The chairs take positions; some of them on what the parties are to decide, or a major change.
    "or-2031-03": {
        DRAFT: {
            "A-1-scope",
            "A-2.2.2-positions",
            "A-3.1-prepared",
            "R-basis",
            "R-marking",
            "R-time",
            "S-3-early",
            "S-5.1.5-dialogue",
        },
        FIXED: {"A-3.1-fixed", "A-3.1-support", "A-3.2.1-content", "R-digital"},
        CALLED: {"A-2.2.1-officials", "A-3.2.1-lead", "A-3.2.1-sent"},
        HELD: OF_BOTH_COUNCILS | {"A-2.2.2-forwarded", "A-2.2.2-minutes", "R-log"},
        DISPATCHED: SENT_OUT,
    },
    # They talk about a matter that awaits no position, at the first meeting after two assignments.
    "or-2031-06": {
        DRAFT: {"A-1-scope", "A-3.1-prepared", "R-marking", "R-time"},
        FIXED: {"A-3.1-fixed", "A-3.1-support", "A-3.2.2-stage", "R-digital"},
        CALLED: {"A-2.2.1-officials", "R-preread"},
        HELD: OF_BOTH_COUNCILS | {"A-2.2.2-minutes", "R-log"},
        DISPATCHED: SENT_OUT,
    },
    # The council's conference, with a guest who informs.
    "vr-2031-01": {
        DRAFT: {"A-1-scope", "A-3.1-prepared", "R-marking", "R-time"},
        FIXED: {"A-2.1.2-external", "A-3.1-fixed", "A-3.1-support", "R-digital", "R-input"},
        CALLED: {"A-2.1.1-officials", "R-preread"},
        HELD: OF_BOTH_COUNCILS | {"A-2.1.2-minutes", "A-4.1-secretariat"},
        DISPATCHED: SENT_OUT,
    },
    # The directors have no chair: the group fixes their agenda, and nobody adjusts their notes.
    "db-2031-02": {
        DRAFT: {"A-1-scope"},
        FIXED: {"A-3.1-group"},
        HELD: NOTES
        | {"A-2.3-proposal", "A-2.3.2-minutes", "A-3-evidence", "R-assignment", "R-prep-notes"},
        DISPATCHED: SENT_OUT,
    },
    # A forum for information.
    "hsf-2031-01": {
        DRAFT: {"A-1-scope", "A-5.1.1-no-position"},
        HELD: (NOTES - {"R-attendance"}) | {"A-5.1-secretariat", "A-5.1.2-deputies"},
        DISPATCHED: SENT_OUT,
    },
    # The steering group is not of the structure's own: of its meetings nothing is asked.
    "np-2031-01": {},
}
"""The norms that judge the meeting from a phase on; adjustment awakens none of its own."""

IN_ORDER = (Phase.PLANNED, DRAFT, FIXED, CALLED, HELD)


def _awake(meeting: str, phase: Phase) -> set[str]:
    """What the table says is awake: what awoke in the phase and in those before it."""
    new = AWAKENING[meeting]
    if phase in IN_ORDER:
        so_far = IN_ORDER[: IN_ORDER.index(phase) + 1]
        return {norm for step in so_far for norm in new.get(step, ())}
    return _awake(meeting, HELD) | new.get(phase, set())


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Spoilt:
    return Spoilt.copied(tmp_path_factory.mktemp("waking"))


def _judged(council: Spoilt, whole: Record) -> tuple[set[str], set[str]]:
    """The norms that judge the meeting, and those of them that find it broken."""
    with council.with_edits(replacing(whole)):
        verdicts = list(judged(council.root, whole["id"]))
    broken = [v for v in verdicts if v.verdict.judgement is Judgement.BREACH]
    return {v.compiled.id for v in verdicts}, {v.compiled.id for v in broken}


@pytest.mark.parametrize("phase", [*Phase], ids=lambda phase: phase.value)
@pytest.mark.parametrize("meeting", AWAKENING)
def test_a_norm_awakens_in_its_phase_and_not_before(
    council: Spoilt, meeting: str, phase: Phase
) -> None:
    awake, broken = _judged(council, at_stage(meeting, phase))
    assert awake == _awake(meeting, phase)
    unadjusted = phase in (HELD, DISPATCHED) and "R-adjusted" in awake
    assert broken == ({"R-adjusted"} if unadjusted else set())


# A step forgotten: later steps tell that it was passed, so its norms are awake and find it missing.


def _skeleton_attendance(whole: Record) -> None:
    whole["minutes"]["attendance"] = {"present": None, "absent": None}


def _one_signature(whole: Record) -> None:
    del whole["minutes"]["adjusted"][1:]


def _no_minutes(whole: Record) -> None:
    del whole["minutes"]


def _cancelled(whole: Record) -> None:
    whole["cancelled"] = {"reason": "Snöstorm."}


def _half_known(whole: Record) -> None:
    whole["known"] = "items"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was left out of a meeting that is over, and what is broken then."""

    what: str
    changes: tuple[Change, ...]
    broken: set[str]


FORGOTTEN = (
    Forgotten("nothing", (), set()),
    Forgotten("that the agenda was fixed", (forget_fixing,), {"A-3.1-fixed"}),
    Forgotten("the notice", (forget_notice,), {"A-2.2.1-officials"}),
    Forgotten(
        "who was there, but for a form to fill in",
        (_skeleton_attendance,),
        {"R-attendance", "S-6-notes"},
    ),
    Forgotten("what came of the items", (forget_outcomes,), {"R-log", "S-6-notes"}),
    Forgotten("one signature of two", (_one_signature,), {"R-adjusted"}),
    Forgotten("to adjust", (forget_adjustment,), {"R-adjusted"}),
    Forgotten("to send out", (forget_dispatch,), set()),
    Forgotten(
        "all the notes, though the outcomes stand",
        (_no_minutes,),
        {"R-adjusted", "R-attendance", "S-6-notes"},
    ),
    Forgotten(
        "everything, in a record that knows the items alone",
        (forget_fixing, forget_notice, _skeleton_attendance, _one_signature, _half_known),
        set(),
    ),
)


@pytest.mark.parametrize("forgotten", FORGOTTEN, ids=lambda forgotten: forgotten.what)
def test_a_step_forgotten_is_what_is_broken(council: Spoilt, forgotten: Forgotten) -> None:
    whole = record("or-2031-06")
    for change in forgotten.changes:
        change(whole)
    assert _judged(council, whole)[1] == forgotten.broken


@pytest.mark.parametrize("meeting", ["or-2031-03", "db-2031-02", "hsf-2031-01"])
def test_a_form_to_fill_in_is_no_evidence_that_the_meeting_was_held(
    council: Spoilt, meeting: str
) -> None:
    whole = at_stage(meeting, CALLED)
    whole["minutes"] = {"attendance": {}}
    _skeleton_attendance(whole)
    assert _judged(council, whole) == (_awake(meeting, CALLED), set())


def test_a_later_step_wakes_the_norms_of_those_before_it(council: Spoilt) -> None:
    """Notes sent out tell that the meeting was called and held, whatever else is missing."""
    whole = at_stage("or-2031-06", DRAFT)
    whole["minutes"] = {"dispatched": "2031-09-15"}
    awake, broken = _judged(council, whole)
    assert awake == _awake("or-2031-06", DISPATCHED)
    assert broken == {
        "A-2.2.1-officials",
        "A-3.1-fixed",
        "R-adjusted",
        "R-attendance",
        "R-log",
        "S-6-notes",
    }


@pytest.mark.parametrize("meeting", AWAKENING)
def test_a_cancelled_meeting_is_not_judged(council: Spoilt, meeting: str) -> None:
    whole = record(meeting)
    _cancelled(whole)
    assert _judged(council, whole) == (set(), set())
