"""A meeting is moved to another day, or cancelled; it keeps its id and says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.edit.change import edited, write
from vrtool.edit.changeable import not_held, refuse_after, standing, written
from vrtool.edit.meaning import Insert, Put
from vrtool.edit.meeting_days import refuse_day, remarks
from vrtool.edit.records import field_after, under_lock
from vrtool.errors import CannotDo
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name, the_agenda, the_notice
from vrtool.register.kinds import Kind
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, timedelta
    from pathlib import Path

    from vrtool.edit.meaning import Edit
    from vrtool.register.register import Register
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class Moving:
    """What came of moving a meeting: it as it is now, and what is worth knowing of the new day."""

    files: tuple[Path, ...]
    meeting: Meeting
    remarks: tuple[str, ...]


def move(root: Path, key: str, to: date, reason: str, on: date | None = None) -> Moving:
    """Move a meeting to another first day; it lasts as long as before, at the same hours.

    In: the meeting's id, the day, why, and when that was made known. Raises CannotDo for a meeting
    held or cancelled, or a day that it cannot have.
    """
    with under_lock(root) as (lock, register):
        meeting = not_held(register, standing(register, key))
        if to == meeting.date:
            name = sentence(meeting_name(register, meeting))
            raise CannotDo(f"{name} ligger redan den dagen: det finns inget att flytta.")
        path = register.meeting_place(meeting).path
        edits = _moved(meeting, to, reason, on)
        change = edited(lock, Kind.MEETING, path, edits, seen=meeting)
        after = Meeting.model_validate(change.record)
        refuse_day(register, after)
        _refuse_what_was_before(register, meeting, after)
        _refuse_told_late(max(meeting, after, key=lambda one: one.last_day), on, "flytten")
        return Moving(tuple(write(lock, [change])), after, tuple(remarks(register, after)))


def cancel(root: Path, key: str, reason: str, on: date | None = None) -> tuple[Path, ...]:
    """Cancel a meeting. In: its id, why, and when that was made known. Out: the files written.

    Raises CannotDo for a meeting held or cancelled already, or a day after it.
    """
    with under_lock(root) as (lock, register):
        meeting = not_held(register, standing(register, key))
        _refuse_told_late(meeting, on, "att det ställs in")
        put = Put(("cancelled",), _why(reason, on), field_after(meeting, "cancelled"))
        return written(lock, register, meeting, [put])


def _moved(meeting: Meeting, to: date, reason: str, on: date | None) -> Iterator[Edit]:
    by = to - meeting.date
    yield Put(("date",), to.isoformat())
    if meeting.end:
        yield Put(("to",), (meeting.end + by).isoformat())
    hours = _hours(meeting, by)
    if hours:
        yield Put(("hours",), hours)
    entry: dict[str, Data] = {"from": meeting.date.isoformat(), **_why(reason, on)}
    if meeting.moved:
        yield Insert(("moved",), entry)
    else:
        yield Put(("moved",), [entry], field_after(meeting, "moved"))


def _why(reason: str, on: date | None) -> dict[str, Data]:
    day: dict[str, Data] = {"on": on.isoformat()} if on else {}
    return {**day, "reason": reason}


def _hours(meeting: Meeting, by: timedelta) -> dict[str, Data]:
    """The hours under the new days, where each day has its own."""
    found = {day: (meeting.hours or {}).get(day.isoformat()) for day in meeting.days}
    return {(day + by).isoformat(): str(hours) for day, hours in found.items() if hours}


def _refuse_what_was_before(register: Register, meeting: Meeting, after: Meeting) -> None:
    """What was done before the meeting cannot come to lie after it."""
    fixed = meeting.agenda.fixed if meeting.agenda else None
    if fixed:
        what = sentence(the_agenda(register, meeting))
        refuse_after(after, fixed.date, f"{what} fastställdes")
    sent = meeting.notice.sent if meeting.notice else None
    if sent:
        refuse_after(after, sent.date, f"{sentence(the_notice(register, meeting))} gick ut")


def _refuse_told_late(meeting: Meeting, on: date | None, what: str) -> None:
    if on:
        refuse_after(meeting, on, f"{sentence(what)} kan inte ha meddelats")
