"""Deadlines on days when people are at work: weekends and holidays move them back, never on."""

from __future__ import annotations

from datetime import date, timedelta

from vrtool.dates import is_weekend
from vrtool.days_off import holiday, knows_holidays

_ONE_DAY = timedelta(days=1)


def is_working_day(day: date, country: str) -> bool:
    """Whether the day is neither weekend nor holiday; of a country unknown only weekends count."""
    return not is_weekend(day) and not (knows_holidays(country) and holiday(day, country))


def last_working_day(day: date, country: str) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day, country):
        day -= _ONE_DAY
    return day


def days_before(day: date, days: int, country: str) -> date:
    """The last working day that lies at least so many days (one or more) before the day."""
    return last_working_day(day - timedelta(days=days), country)
