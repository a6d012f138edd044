"""What waits between the meetings: assignments, the parties' answers, consultations, processes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.model.matter import FollowUp, Matter, Status
from vrtool.model.meeting import Meeting
from vrtool.planning.demands import Demands
from vrtool.planning.history import position_taken
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.consultations import unanswered
from vrtool.register.describe import actor, matter_name, meeting_name, parties
from vrtool.register.phases import held
from vrtool.register.processes import StepState, followed
from vrtool.register.register import Appearance, Register
from vrtool.register.times import first_moment
from vrtool.register.words import word
from vrtool.rules.follow_up import Home
from vrtool.text import quote, sentence


def between_meetings(demands: Demands, today: date) -> Iterator[Task]:
    """The open assignments, and what each open matter waits for."""
    yield from _assignments(demands.register, today)
    for matter in demands.register.matters.values():
        if matter.status is Status.OPEN:
            yield from _feedback(demands, matter)
            yield from _decisions(demands.register, matter)
            yield from _consultation(demands.register, matter, today)
            yield from _process(demands.register, matter)


# Assignments


def _assignments(register: Register, today: date) -> Iterator[Task]:
    for identifier, (there, work) in register.assignments.items():
        if there.meeting.date > today or identifier in register.done:
            continue
        task = quote((work.task or there.item.title).rstrip("."))
        receiver = actor(register, work.receiver, there.meeting.date)
        coming = _next_meeting(register, there.meeting.forum, today)
        report = f" och rapporteras vid {meeting_name(register, coming)}" if coming else ""
        yield Task(
            TaskKind.ASSIGNMENT,
            f"{sentence(word(register, 'assignment').the)} {task} ska göras av {receiver}{report}.",
            register.meeting_place(there.meeting).path,
            f"vr meeting show {coming.id if coming else there.meeting.id}",
            work.due,
            there.meeting.date,
        )


def _next_meeting(register: Register, forum: str, today: date) -> Meeting | None:
    ahead = (
        meeting
        for meeting in register.by_forum.get(forum, ())
        if meeting.cancelled is None and meeting.date >= today
    )
    return min(ahead, key=first_moment, default=None)


# The parties


def _outstanding_feedback(
    demands: Demands, matter: Matter
) -> tuple[Meeting, tuple[str, ...]] | None:
    """The parties not known to have taken the matter home, and after which meeting.

    That is the meeting where the position was taken, else the last at which the elected had it up;
    what a party did after a later meeting counts as well. None where nothing asks for it.
    """
    register = demands.register
    there = position_taken(register, matter) or _last_among_elected(demands, matter)
    if there is None:
        return None
    meeting = there.meeting
    norms = [*demands.set_by("VR311", Home, meeting.forum, meeting.date)]
    wanted = [
        party
        for party, known in register.structure.parties.items()
        if any(not home.party_kinds or known.kind in home.party_kinds for _, home in norms)
    ]
    silent = tuple(p for p in wanted if not any(_steps_since(register, matter, p, meeting)))
    return (meeting, silent) if silent else None


def _last_among_elected(demands: Demands, matter: Matter) -> Appearance | None:
    """Where it was last up in a forum that does not merely prepare for others."""
    found = None
    for there in demands.register.path_of(matter.id):
        helper = there.meeting.forum in demands.helpers(there.meeting.date)
        if held(there.meeting) and not helper:
            found = there
    return found


def _steps_since(
    register: Register, matter: Matter, party: str, meeting: Meeting
) -> Iterator[FollowUp]:
    for step in matter.follow_up.get(party, ()):
        after = register.meetings.get(step.meeting)
        if after is not None and first_moment(after) >= first_moment(meeting):
            yield step


def _feedback(demands: Demands, matter: Matter) -> Iterator[Task]:
    found = _outstanding_feedback(demands, matter)
    if found is None:
        return
    register, (meeting, silent) = demands.register, found
    yield Task(
        TaskKind.FEEDBACK,
        f"{sentence(matter_name(matter))}: återföring efter {meeting_name(register, meeting)} är "
        f"inte antecknad från {_those(register, silent)}.",
        register.matter_place(matter).path,
        f"vr matter follow-up {matter.id} --meeting {meeting.id}",
        since=meeting.last_day,
        parties=silent,
    )


def outstanding_decisions(register: Register, matter: Matter) -> tuple[str, ...]:
    """The parties that are to decide after a position and are not known to have done so."""
    there = position_taken(register, matter)
    deciding = there.item.outcome.decides_next if there and there.item.outcome else ()
    return tuple(
        party
        for party in deciding
        if there
        and not any(step.decision for step in _steps_since(register, matter, party, there.meeting))
    )


def _decisions(register: Register, matter: Matter) -> Iterator[Task]:
    waiting, there = outstanding_decisions(register, matter), position_taken(register, matter)
    if there is None or not waiting:
        return
    yield Task(
        TaskKind.DECISION,
        f"{sentence(matter_name(matter))}: beslut efter {meeting_name(register, there.meeting)} "
        f"är inte antecknat från {_those(register, waiting)}.",
        register.matter_place(matter).path,
        f"vr matter follow-up {matter.id} --meeting {there.meeting.id}",
        since=there.meeting.last_day,
        parties=waiting,
    )


def _those(register: Register, waiting: tuple[str, ...]) -> str:
    if len(waiting) == len(register.structure.parties):
        return f"någon {word(register, 'party').one}"
    return parties(register, waiting)


# Consultations and processes


def _consultation(register: Register, matter: Matter, today: date) -> Iterator[Task]:
    consultation = matter.consultation
    if consultation is None or consultation.closed is not None:
        return
    waiting = unanswered(register, matter)
    over = consultation.due is not None and consultation.due < today
    missing = f"; svar saknas från {parties(register, waiting)}" if waiting else ""
    what = "ska sammanställas" if over or not waiting else "besvaras"
    yield Task(
        TaskKind.CONSULTATION,
        f"Remissen i {matter_name(matter)} {what}{missing}.",
        register.matter_place(matter).path,
        f"vr consultation {'build' if over or not waiting else 'show'} {matter.id}",
        consultation.due,
        consultation.sent,
        waiting,
    )


def _process(register: Register, matter: Matter) -> Iterator[Task]:
    """The steps planned and not taken; of a step in parts, those lacking."""
    progress = followed(register, matter)
    for state in progress.steps if progress else ():
        lacking = [part for part in state.lacking if part.planned]
        for step in lacking or [state]:
            if step.done is None and step.planned is not None:
                yield _step(register, matter, step)


def _step(register: Register, matter: Matter, step: StepState) -> Task:
    return Task(
        TaskKind.PROCESS,
        f"{sentence(matter_name(matter))}: {step.name} är planerat.",
        register.matter_place(matter).path,
        f"vr process show {matter.id}",
        step.planned.end.last if step.planned else None,
    )
