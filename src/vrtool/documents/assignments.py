"""Open assignments: work given before a meeting that nobody has reported done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import OpenAssignment
from vrtool.register.describe import actor, meeting_name
from vrtool.register.register import Appearance
from vrtool.register.times import ended_before
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vrtool.model.item import Assignment, Report
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register


def open_assignments(register: Register, meeting: Meeting) -> tuple[OpenAssignment, ...]:
    """The assignments that concern the meeting's forum and were open when it began, oldest first.

    An assignment concerns the forum at whose meeting it was given, and the one that gave or
    received it. Reports at this meeting come later than its agenda and do not count.
    """
    before = [other for other in register.chronological if _counts(other, meeting)]
    told = _reports(register, before)
    return tuple(
        _line(register, meeting, given, work, told.get(work.id, []))
        for given, work in _given(before)
        if meeting.forum in {given.meeting.forum, work.giver, work.receiver}
        and not any(report.done for _, report in told.get(work.id, []))
    )


def _counts(other: Meeting, meeting: Meeting) -> bool:
    return other.cancelled is None and ended_before(other, meeting) is True


def _given(meetings: Iterable[Meeting]) -> Iterator[tuple[Appearance, Assignment]]:
    for meeting in meetings:
        for index, item in enumerate(meeting.items):
            for work in item.outcome.assignments if item.outcome else ():
                yield Appearance(meeting, item, index), work


def _reports(register: Register, meetings: list[Meeting]) -> dict[str, list[tuple[str, Report]]]:
    """What was reported of each assignment, with the name of the meeting, in order of time."""
    found: dict[str, list[tuple[str, Report]]] = {}
    for meeting in meetings:
        name = meeting_name(register, meeting)
        for item in meeting.items:
            for report in item.outcome.reports if item.outcome else ():
                found.setdefault(report.assignment, []).append((name, report))
    return found


def _line(
    register: Register,
    meeting: Meeting,
    given: Appearance,
    work: Assignment,
    reports: Iterable[tuple[str, Report]],
) -> OpenAssignment:
    told = [f"Rapporterat vid {name}: {report.text}" for name, report in reports if report.text]
    return OpenAssignment(
        id=work.id,
        task=work.task or given.item.title,
        receiver=sentence(actor(register, work.receiver, meeting.date)),
        due=swedish_date(work.due) if work.due else "",
        given=_given_where(register, given.meeting, work),
        reported=told[-1] if told else "",
    )


def _given_where(register: Register, given: Meeting, work: Assignment) -> str:
    """The meeting, with the giver where that was somebody else than the forum itself."""
    where = meeting_name(register, given)
    if work.giver is None or work.giver == given.forum:
        return where
    return f"{where}, av {actor(register, work.giver, given.date)}"
