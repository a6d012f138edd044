"""Open assignments: work given before a meeting that nobody has reported done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vrtool.model.item import Assignment, Report
from vrtool.model.meeting import Meeting
from vrtool.register.register import Appearance, Register
from vrtool.register.times import ended_before


@dataclass(frozen=True, slots=True)
class OpenWork:
    """An assignment, the item at which it was given, and what meetings were told of it since."""

    there: Appearance
    work: Assignment
    reports: tuple[tuple[Meeting, Report], ...]


def open_before(register: Register, meeting: Meeting) -> tuple[OpenWork, ...]:
    """The assignments that concern the meeting's forum and were open when it began, oldest first.

    An assignment concerns the forum at whose meeting it was given, and the one that gave or
    received it. Reports at this meeting come later than its agenda and do not count.
    """
    before = [other for other in register.chronological if _counts(other, meeting)]
    told = _reports(before)
    return tuple(
        OpenWork(there, work, tuple(told[work.id]))
        for there, work in given_at(before)
        if meeting.forum in {there.meeting.forum, work.giver, work.receiver}
        and not any(report.done for _, report in told[work.id])
    )


def given_at(meetings: Iterable[Meeting]) -> Iterator[tuple[Appearance, Assignment]]:
    """Every assignment given at the meetings, with the item at which it was."""
    for meeting in meetings:
        for index, item in enumerate(meeting.items):
            for work in item.outcome.assignments if item.outcome else ():
                yield Appearance(meeting, item, index), work


def _counts(other: Meeting, meeting: Meeting) -> bool:
    return other.cancelled is None and ended_before(other, meeting) is True


def _reports(meetings: Iterable[Meeting]) -> dict[str, list[tuple[Meeting, Report]]]:
    """What was reported of each assignment, and where, in order of time."""
    found: dict[str, list[tuple[Meeting, Report]]] = defaultdict(list)
    for meeting in meetings:
        for item in meeting.items:
            for report in item.outcome.reports if item.outcome else ():
                found[report.assignment].append((meeting, report))
    return found
