"""The log of assignments in the minutes: those open from before, and those given at the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.documents.assignments import open_line
from vrtool.documents.minutes_results import given
from vrtool.documents.minutes_view import LogLine
from vrtool.register.open_work import given_at, open_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.item import Report
    from vrtool.model.meeting import Meeting
    from vrtool.register.open_work import OpenWork
    from vrtool.register.register import Register


def log(register: Register, meeting: Meeting) -> Iterator[LogLine]:
    """Every assignment open when the meeting began, oldest first, then those it gave (002).

    One given and told of as done at the same meeting is done.
    """
    reports = _reports(meeting)
    for known in open_before(register, meeting):
        yield _old(register, meeting, known, reports.get(known.work.id, []))
    for there, work in given_at([meeting]):
        new = given(register, meeting, there.item, work)
        told = reports.get(work.id, [])
        state = _state(told) if told else "nytt"
        yield LogLine(work.id, new.task, new.receiver, new.due, _done(told), state)


def _old(register: Register, meeting: Meeting, known: OpenWork, reports: list[Report]) -> LogLine:
    line = open_line(register, meeting, known)
    state = _state(reports) if reports else f"öppet, gavs vid {line.given}"
    return LogLine(line.id, line.task, line.receiver, line.due, _done(reports), state)


def _reports(meeting: Meeting) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for item in meeting.items:
        for report in item.outcome.reports if item.outcome else ():
            found.setdefault(report.assignment, []).append(report)
    return found


def _done(reports: list[Report]) -> bool:
    return any(report.done for report in reports)


def _state(reports: list[Report]) -> str:
    """*klart*, *öppet*, with whatever was told."""
    told = [report.text for report in reports if report.text]
    opening = "klart" if _done(reports) else "öppet"
    return f"{opening}: {' '.join(told)}" if told else opening
