"""The real calendar ahead: meetings laid out, and days that so far stand only in a year wheel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vrtool.model.meeting import Meeting
from vrtool.register.phases import held
from vrtool.register.register import Register
from vrtool.register.times import ended_before, first_moment

_NO_ID = "utan-id"


class Standing(Enum):
    """Where an occasion stands: as a meeting, only in a year wheel, or nowhere yet."""

    MEETING = "meeting"
    WHEEL = "wheel"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting, or the day of one that has no file yet and knows only its forum and day."""

    meeting: Meeting
    standing: Standing = Standing.MEETING

    @property
    def day(self) -> date:
        """Its first day."""
        return self.meeting.date

    @property
    def forum(self) -> str:
        """Whose meeting it is."""
        return self.meeting.forum

    @property
    def id(self) -> str | None:
        """The meeting's id, where it has a file."""
        return self.meeting.id if self.standing is Standing.MEETING else None


def imagined(forum: str, day: date, standing: Standing = Standing.NOWHERE) -> Occasion:
    """An occasion that has no file."""
    meeting = Meeting.model_validate({"id": _NO_ID, "forum": forum, "date": day.isoformat()})
    return Occasion(meeting, standing)


class Calendar:
    """What lies ahead of a day: meetings not yet held, in order of time."""

    def __init__(self, register: Register, today: date) -> None:
        self.register = register
        self.today = today

    def ahead(self, forum: str) -> tuple[Occasion, ...]:
        """The forum's coming occasions, today's among them."""
        laid_out = [
            Occasion(meeting)
            for meeting in self.register.by_forum.get(forum, ())
            if meeting.cancelled is None and meeting.date >= self.today and not held(meeting)
        ]
        found = [*laid_out, *self._only_in_wheels(forum)]
        return tuple(sorted(found, key=lambda one: first_moment(one.meeting)))

    def before(self, forum: str, other: Meeting, last: date | None = None) -> list[Occasion]:
        """Those that end before the other meeting begins and, if told, no later than a day."""
        return [
            one
            for one in self.ahead(forum)
            if ended_before(one.meeting, other) and (last is None or one.meeting.last_day <= last)
        ]

    def _only_in_wheels(self, forum: str) -> Iterator[Occasion]:
        every = self.register.meetings.values()
        meetings = [one for one in every if forum in (one.forum, one.planned_as)]
        told = {day for meeting in meetings for day in meeting.days}
        told |= {move.start for meeting in meetings for move in meeting.moved}
        wheels = self.register.year_wheels.values()
        days = {day for wheel in wheels for day in wheel.plan.get(forum, ()) if day not in told}
        for day in sorted(days):
            if day >= self.today:
                yield imagined(forum, day, Standing.WHEEL)
