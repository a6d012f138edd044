"""How each open matter stands on a day: what is behind it, what comes next, what is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from vrtool.diagnostic import Finding, Severity
from vrtool.errors import CannotDo
from vrtool.model.item import Purpose
from vrtool.model.matter import Goal, Matter, Status
from vrtool.planning.backward import plan
from vrtool.planning.between import outstanding_decisions
from vrtool.planning.demands import PREPARED, Demands
from vrtool.planning.history import coming, last_held, listed, position_taken, prepared
from vrtool.planning.steps import Plan, Step, StepKind, StepState
from vrtool.register.consultations import unanswered
from vrtool.register.passage import Passed, passage
from vrtool.register.processes import Progress, followed
from vrtool.register.register import Appearance, Register
from vrtool.rules.preparation import PreparedBy


class NextKind(Enum):
    """What comes next for a matter.

    DECISIONS are the parties' own, CLOSE is to close what is over, MEETING is where it is up next,
    STEP a step of the plan to a position, PROCESS one of its long process, NOTHING is planned.
    """

    DECISIONS = "decisions"
    CLOSE = "close"
    MEETING = "meeting"
    STEP = "step"
    PROCESS = "process"
    NOTHING = "nothing"


@dataclass(frozen=True)
class MatterStatus:
    """An open matter on a day.

    `last` is where it was last up, `next` what comes, at `meeting`, by `step` or in `progress`.
    `deciders` are parties whose decisions are awaited, `silent` those whose answers are. In the way
    stand the `findings` of the check, coming meetings for which it is `unprepared` (with the forum
    that prepares), steps of the plan that `lack` something, and `no_plan`, the reason why none can
    be made.
    """

    matter: Matter
    last: Appearance | None
    next: NextKind
    meeting: Appearance | None = None
    step: Step | None = None
    progress: Progress | None = None
    deciders: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    unprepared: tuple[tuple[Appearance, str], ...] = ()
    lack: tuple[Step, ...] = ()
    no_plan: str = ""


def statuses(
    demands: Demands, findings: Iterable[Finding], today: date
) -> tuple[MatterStatus, ...]:
    """Every open matter in order of id; `findings` are those of the whole check."""
    by_matter = _by_matter(demands.register, findings)
    matters = demands.register.matters
    return tuple(
        _status(demands, matters[key], tuple(by_matter.get(key, ())), today)
        for key in sorted(matters)
        if matters[key].status is Status.OPEN
    )


def _status(
    demands: Demands, matter: Matter, findings: tuple[Finding, ...], today: date
) -> MatterStatus:
    register = demands.register
    ahead, progress = coming(register, matter, today), followed(register, matter)
    deciders = outstanding_decisions(register, matter)
    made, why_not = _planned(demands, matter, ahead, today)
    over = position_taken(register, matter) is not None and not ahead
    comes = {
        NextKind.DECISIONS: over and bool(deciders),
        NextKind.CLOSE: over,
        NextKind.MEETING: bool(ahead),
        NextKind.STEP: made is not None and made.next is not None,
        NextKind.PROCESS: progress is not None and progress.next is not None,
        NextKind.NOTHING: True,
    }
    return MatterStatus(
        matter,
        last=last_held(register, matter),
        next=next(kind for kind, fits in comes.items() if fits),
        meeting=ahead[0] if ahead else None,
        step=made.next if made else None,
        progress=progress,
        deciders=deciders,
        silent=_silent(register, matter),
        findings=findings,
        unprepared=tuple(_unprepared(demands, matter, ahead)),
        lack=tuple(_lacking(made)) if made else (),
        no_plan=why_not,
    )


def _silent(register: Register, matter: Matter) -> tuple[str, ...]:
    """Those asked in a consultation still open who have not answered."""
    consultation = matter.consultation
    return unanswered(register, matter) if consultation and not consultation.closed else ()


def _planned(
    demands: Demands, matter: Matter, ahead: tuple[Appearance, ...], today: date
) -> tuple[Plan | None, str]:
    """The plan to a position, where one is the goal or on an agenda; or why there is none."""
    up = any(Purpose.POSITION in there.item.purpose for there in ahead)
    taken = position_taken(demands.register, matter) is not None
    if not up and (matter.goal is not Goal.POSITION or taken):
        return None, ""
    try:
        return plan(demands, matter, today), ""
    except CannotDo as error:
        return None, str(error)


def _lacking(made: Plan) -> Iterator[Step]:
    """The steps that cannot be taken as things stand, and the paper as far as it is not whole."""
    for step in made.steps:
        unready = step.kind is StepKind.BRIEF and step.state is not StepState.DONE
        if unready or step in made.too_late or step in made.uncalled:
            yield step


def _unprepared(
    demands: Demands, matter: Matter, ahead: tuple[Appearance, ...]
) -> Iterator[tuple[Appearance, str]]:
    """The coming meetings that it reaches without having passed the forum that prepares."""
    register = demands.register
    for there in ahead:
        meeting = there.meeting
        asked = demands.set_by(PREPARED, PreparedBy, meeting.forum, meeting.date)
        for forum in (norm.forum for _, norm in asked if there.item.of_substance):
            known = passage(register, there, forum).passed is Passed.YES
            on_way = listed(register, matter, meeting, partial(_in_forum, forum))
            if not (known or on_way or prepared(register, matter, forum, meeting)):
                yield there, forum


def _in_forum(forum: str, there: Appearance) -> bool:
    return there.meeting.forum == forum


# Findings


def _by_matter(register: Register, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings that count, by the matters they are about: in its file, or at its items."""
    files = {register.matter_place(matter).path: key for key, matter in register.matters.items()}
    meetings = {register.meeting_place(m).path: m for m in register.meetings.values()}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.NOTE or finding.excused is not None:
            continue
        path = finding.location.path
        keys: tuple[str, ...] = (files[path],) if path in files else ()
        if path in meetings and finding.pointer[:2] == ("agenda", "items"):
            index = finding.pointer[2] if len(finding.pointer) > 2 else None  # noqa: PLR2004 - agenda, items, which
            keys = meetings[path].items[index].all_matters if isinstance(index, int) else ()
        for key in keys:
            found.setdefault(key, []).append(finding)
    return found
