"""Open assignments: work given before a meeting that nobody has reported done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import OpenAssignment
from vrtool.documents.naming import actor
from vrtool.register.describe import meeting_name
from vrtool.register.times import ended_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.item import Assignment, Item, Report
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register


def open_assignments(register: Register, meeting: Meeting) -> tuple[OpenAssignment, ...]:
    """The assignments that concern the meeting's forum and were open when it began, oldest first.

    An assignment concerns the forum at whose meeting it was given, and the one that gave or
    received it. Reports at this meeting come later than its agenda and do not count.
    """
    before = [other for other in register.chronological if _counts(other, meeting)]
    reports = _reports(register, before)
    return tuple(
        _line(register, meeting, given, item, work, reports.get(work.id, []))
        for given in before
        for item, work in _given(given)
        if meeting.forum in {given.forum, work.giver, work.receiver}
        and not any(report.done for _, report in reports.get(work.id, []))
    )


def _counts(other: Meeting, meeting: Meeting) -> bool:
    return other.cancelled is None and ended_before(other, meeting) is True


def _given(meeting: Meeting) -> Iterator[tuple[Item, Assignment]]:
    for item in meeting.items:
        for work in item.outcome.assignments if item.outcome else ():
            yield item, work


def _reports(register: Register, meetings: list[Meeting]) -> dict[str, list[tuple[str, Report]]]:
    """What was reported of each assignment, with the name of the meeting, in order of time."""
    found: dict[str, list[tuple[str, Report]]] = {}
    for meeting in meetings:
        name = meeting_name(register, meeting)
        for item in meeting.items:
            for report in item.outcome.reports if item.outcome else ():
                found.setdefault(report.assignment, []).append((name, report))
    return found


def _line(  # noqa: PLR0913 - an assignment with all that is known around it
    register: Register,
    meeting: Meeting,
    given: Meeting,
    item: Item,
    work: Assignment,
    reports: list[tuple[str, Report]],
) -> OpenAssignment:
    told = [(name, report.text) for name, report in reports if report.text]
    return OpenAssignment(
        id=work.id,
        task=work.task or item.title,
        receiver=actor(register, work.receiver, meeting.date),
        due=swedish_date(work.due) if work.due else "",
        given=_given_where(register, given, work),
        reported=f"{told[-1][0]}: {told[-1][1]}" if told else "",
    )


def _given_where(register: Register, given: Meeting, work: Assignment) -> str:
    """The meeting, with the giver where that was somebody else than the forum itself."""
    where = meeting_name(register, given)
    if work.giver in (None, given.forum):
        return where
    return f"{where}, av {actor(register, work.giver, given.date)}"
