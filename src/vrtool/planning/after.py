"""What waits after the meetings held: minutes to write, adjust and send out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.model.meeting import Known, Meeting, Minutes
from vrtool.planning.approvals import approvals, approver
from vrtool.planning.demands import DISPATCHED, DISPATCHED_WITHIN, Demands
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.describe import the_minutes
from vrtool.register.phases import held
from vrtool.rules.minutes import Part, Parts
from vrtool.text import join, quote, sentence


def after_meetings(demands: Demands, today: date) -> Iterator[Task]:
    """What waits after every meeting whose days are over, as far as its record is meant whole.

    Of a meeting of which only the day, the plan or the items are known nothing can be asked.
    """
    for meeting in demands.register.chronological:
        over = meeting.last_day < today or (meeting.last_day == today and held(meeting))
        if meeting.cancelled is not None or not over or meeting.known is not Known.FULL:
            continue
        if not held(meeting):
            yield _minutes(demands, meeting)
            continue
        yield from _outcomes(demands, meeting)
        yield from _adjustment(demands, meeting)
        yield from _dispatch(demands, meeting)


def _task(demands: Demands, kind: TaskKind, meeting: Meeting, what: str, command: str) -> Task:
    """A task about the minutes, which are to go out by the day the norms set."""
    register, deadline = demands.register, demands.minutes_out(meeting)
    return Task(
        kind,
        f"{sentence(the_minutes(register, meeting))} {what}.",
        register.meeting_place(meeting).path,
        f"vr minutes {command} {meeting.id}",
        deadline.day if deadline else None,
        meeting.last_day,
    )


def _minutes(demands: Demands, meeting: Meeting) -> Task:
    return _task(demands, TaskKind.MINUTES, meeting, "ska skrivas", "start")


def _outcomes(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    asked = demands.set_by("VR601", Parts, meeting.forum, meeting.date)
    parts = {part for _, wanted in asked for part in wanted.parts}
    minutes = meeting.minutes or Minutes()
    taken = minutes.attendance is not None and minutes.attendance.taken
    silent = [quote(i.title) for i in meeting.items if i.of_substance and i.outcome is None]
    lacking = {
        Part.SECRETARY: "sekreterare" if minutes.secretary is None else "",
        Part.ATTENDANCE: "" if taken else "närvaro",
        Part.OUTCOMES: f"resultat av {join(silent)}" if silent else "",
    }
    told = [what for part, what in lacking.items() if what and part in parts]
    if told:
        yield _task(demands, TaskKind.OUTCOMES, meeting, f"saknar {join(told)}", "start")


def _adjustment(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    waiting = [one for one in approvals(demands, meeting) if one.on is None]
    told = []
    for signs, verb in ((True, "undertecknas"), (False, "justeras")):
        names = [approver(demands, one) for one in waiting if one.signs is signs]
        told += [f"{verb} av {join(names)}"] if names else []
    if told:
        yield _task(demands, TaskKind.ADJUSTMENT, meeting, f"ska {join(told)}", "adjust")


def _dispatch(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    wanted = (DISPATCHED, DISPATCHED_WITHIN)
    asked = any(demands.asked(code, meeting.forum, meeting.date) for code in wanted)
    if asked and not (meeting.minutes and meeting.minutes.dispatched):
        yield _task(demands, TaskKind.DISPATCH, meeting, "ska sändas ut", "dispatch")
