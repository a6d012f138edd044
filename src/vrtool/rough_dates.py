"""Times known to the day, the month or only the year, and compared only where that is enough.

A long process is planned by the season. What is written keeps its precision: *2018* is some time
in 2018, never the first of January.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from vrtool.dates import MONTHS, parse_day, swedish_date, swedish_period

_NBSP = "\N{NO-BREAK SPACE}"
_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_LONGEST_QUOTE = 40
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class RoughDate:
    """A day, a month (`day` is None) or a year (`month` is None too)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> RoughDate:
        """Read "2018", "2017-03" or "2017-03-14"; raises ValueError with a Swedish message."""
        found = _FORM.fullmatch(text)
        if found is None:
            shown = text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
            raise ValueError(f"skriv tiden som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, inte ”{shown}”")
        year, month, day = found["year"], found["month"], found["day"]
        try:
            parse_day(f"{year}-{month or '01'}-{day or '01'}")
        except ValueError as error:
            raise ValueError(str(error) if day else f"tiden {text} finns inte") from None
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def first(self) -> date:
        """The earliest day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it may be."""
        month = self.month or _LAST_MONTH
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """The form used in files: "2017-03"."""
        parts = (self.month, self.day)
        return "-".join([f"{self.year}", *(f"{part:02}" for part in parts if part)])


@dataclass(frozen=True, slots=True)
class RoughSpan:
    """From one rough date to another; one and the same where it is a single point of time."""

    start: RoughDate
    end: RoughDate

    def __post_init__(self) -> None:
        """Refuse a span that certainly runs backwards."""
        if self.end.last < self.start.first:
            raise ValueError(f"tiden {self.start}/{self.end} slutar innan den börjar")

    @classmethod
    def parse(cls, text: str) -> RoughSpan:
        """Read "2018" or "2017-01/2017-05"; raises ValueError with a Swedish message."""
        first, slash, last = text.partition("/")
        start = RoughDate.parse(first)
        return cls(start, RoughDate.parse(last) if slash else start)

    @property
    def single(self) -> bool:
        """Whether it is one point of time, however roughly known, and no span."""
        return self.start == self.end

    def begins_before(self, other: RoughSpan) -> bool:
        """Whether it certainly begins before the other begins."""
        return self.start.last < other.start.first

    def ends_after(self, other: RoughSpan) -> bool:
        """Whether it certainly ends after the other has ended."""
        return self.end.first > other.end.last

    def __str__(self) -> str:
        """The form used in files: "2017-01/2017-05"."""
        return str(self.start) if self.single else f"{self.start}/{self.end}"


def swedish_time(span: RoughSpan) -> str:
    """A time as people write it: "mars 2017", "januari–maj 2017", "2018", "3 april 2017"."""
    start, end = span.start, span.end
    if span.single:
        return _point(start)
    if start.day and end.day:
        return swedish_period(start.first, end.last)
    if start.month and not start.day and end.month and not end.day and start.year == end.year:
        return f"{MONTHS[start.month - 1]}–{_point(end)}"
    if not start.month and not end.month:
        return f"{start.year}–{end.year}"
    return f"{_point(start)}–{_point(end)}"


def _point(point: RoughDate) -> str:
    if point.month is None:
        return str(point.year)
    if point.day is None:
        return f"{MONTHS[point.month - 1]}{_NBSP}{point.year}"
    return swedish_date(point.first)
