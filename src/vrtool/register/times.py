"""Earlier and later among meetings. *Earlier* means ended before the other begins, by clock."""

from __future__ import annotations

from datetime import date

from vrtool.model.meeting import Meeting

Moment = tuple[date, int]
"""A day and the minutes since midnight."""


def first_moment(meeting: Meeting) -> Moment:
    """When the meeting begins; at midnight where the hour is not known."""
    hours = meeting.hours_on(meeting.date)
    return (meeting.date, hours.start.minutes if hours else 0)


def ended_before(one: Meeting, other: Meeting) -> bool | None:
    """Whether `one` ended before `other` begins; None where the clock that day is not known."""
    if one.last_day != other.date:
        return one.last_day < other.date
    mine, theirs = one.hours_on(one.last_day), other.hours_on(other.date)
    if mine and theirs:
        return mine.end <= theirs.start
    return None


def apart(one: Meeting, other: Meeting, day: date) -> bool:
    """Whether the clock tells that the one ends before the other begins on a day of both."""
    mine, theirs = one.hours_on(day), other.hours_on(day)
    return bool(mine and theirs and (mine.end <= theirs.start or theirs.end <= mine.start))
