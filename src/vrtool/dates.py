"""Days, clocks and spans: read strictly from files, forgivingly from a person, written in Swedish.

Nothing here knows what day it is: whoever needs today passes it in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NBSP = "\N{NO-BREAK SPACE}"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_FRIDAY = 4
_LEAP_YEAR = 2000
_LONGEST_QUOTE = 40

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

# [0-9] rather than \d, and fullmatch rather than $: int() would also take other scripts' digits,
# underscores and a final line break, which no file of ours should hold.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_TYPED_HOURS = re.compile(
    r"\s*(?:kl\.?\s*)?(?P<start>[0-9]{1,2})(?P<from>[:.][0-9]{2})?\s*(?:[-–]|till)"
    r"\s*(?P<end>[0-9]{1,2})(?P<to>[:.][0-9]{2})?\s*",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\s*([0-9:.]{1,5})\s*[-–]\s*([0-9:.]{1,5})\s*")
_FORGIVEN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{1,2})(-(?P<day>[0-9]{1,2}))?)?",
        r"(?P<day>[0-9]{1,2}) ?/ ?(?P<month>[0-9]{1,2})([ /-](?P<year>[0-9]{4}))?",
        r"((?P<day>[0-9]{1,2}) ?)?(?P<name>[a-z]{3,9})\.?( ?(?P<year>[0-9]{4}))?",
    )
)


def swedish_weekday(day: date, *, definite: bool = False) -> str:
    """The name of the weekday: "fredag", or "fredagen" when definite."""
    return WEEKDAYS[day.weekday()] + ("en" if definite else "")


def swedish_date(day: date, *, weekday: bool = False, year: bool = True) -> str:
    """A day as people write it: "fredagen den 11 februari 2022", not breaking over lines."""
    month_and_year = f"{MONTHS[day.month - 1]}{_NBSP}{day.year}" if year else MONTHS[day.month - 1]
    return f"{_day_number(day, weekday=weekday)}{_NBSP}{month_and_year}"


def swedish_period(first: date, last: date, *, weekday: bool = False, year: bool = True) -> str:
    """The days from first to last, naming month and year no more often than needed.

    "17–18 juni 2021", "30 juni–1 juli 2021", "torsdagen den 17 och fredagen den 18 juni 2021".
    Raises ValueError when the last day is before the first.
    """
    if last < first:
        raise ValueError(f"perioden {first}/{last} slutar innan den börjar")
    end = swedish_date(last, weekday=weekday, year=year)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        start = _day_number(first, weekday=weekday)
    else:
        start = swedish_date(first, weekday=weekday, year=year and first.year != last.year)
    if not weekday:
        return f"{start}–{end}"
    return f"{start} {'och' if last - first == timedelta(days=1) else 'till'} {end}"


def _day_number(day: date, *, weekday: bool) -> str:
    return f"{swedish_weekday(day, definite=True)} den {day.day}" if weekday else str(day.day)


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day in minutes since midnight; 1440 (24:00) is the end of the day."""

    minutes: int

    def __post_init__(self) -> None:
        """Refuse what no clock shows."""
        if not 0 <= self.minutes <= 24 * 60:
            raise ValueError(f"{self.minutes} minuter ryms inte på ett dygn")

    @classmethod
    def parse(cls, text: str) -> Clock:
        """Read "10:00", "9:00" or "09.30"; raises ValueError with a Swedish message."""
        found = _CLOCK.fullmatch(text)
        if found is None:
            raise ValueError(f"skriv klockslag som TT:MM, inte ”{_shortened(text)}”")
        hour, minute = int(found[1]), int(found[2])
        if minute > 59 or hour * 60 + minute > 24 * 60:  # noqa: PLR2004 an hour's last minute
            raise ValueError(f"klockslaget {text} finns inte: dygnet är 00:00–24:00")
        return cls(hour * 60 + minute)

    def __str__(self) -> str:
        """The form used in files: "09:00"."""
        return f"{self.minutes // 60:02}:{self.minutes % 60:02}"


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """From one clock to a later one on the same day."""

    start: Clock
    end: Clock

    def __post_init__(self) -> None:
        """Refuse hours that take no time or run backwards."""
        if self.end <= self.start:
            raise ValueError(f"sluttiden {self.end} måste vara senare än starttiden {self.start}")

    @classmethod
    def parse(cls, text: str) -> Hours:
        """Read "13:00–15:00", also with a hyphen, dots or spaces; raises ValueError (Swedish)."""
        found = _HOURS.fullmatch(text)
        if found is None:
            raise ValueError(f"skriv tiden som 13:00–15:00, inte ”{_shortened(text)}”")
        return cls(Clock.parse(found[1]), Clock.parse(found[2]))

    def __str__(self) -> str:
        """The form used in files: "13:00–15:00"."""
        return f"{self.start}–{self.end}"


def forgiving_hours(text: str) -> Hours:
    """Read hours as someone types them: as in a file, and "13-15" or "kl. 13.30 till 15".

    Raises ValueError with a Swedish message.
    """
    found = _TYPED_HOURS.fullmatch(text)
    if found is None:
        return Hours.parse(text)
    start, end = found["start"] + (found["from"] or ":00"), found["end"] + (found["to"] or ":00")
    return Hours(Clock.parse(start), Clock.parse(end))


def swedish_clock(clock: Clock) -> str:
    """A clock as people write it: "13.00"."""
    return str(clock).replace(":", ".")


def swedish_hours(hours: Hours) -> str:
    """Hours as people write them: "kl. 13.00–15.00"."""
    return f"kl.{_NBSP}{swedish_clock(hours.start)}–{swedish_clock(hours.end)}"


def parse_day(text: str) -> date:
    """Read a day of a file, strictly YYYY-MM-DD, in the years 1900–2199.

    Raises ValueError, with a Swedish message on what is wrong.
    """
    if _DAY.fullmatch(text) is None:
        raise ValueError(f"skriv datum som ÅÅÅÅ-MM-DD, inte ”{_shortened(text)}”")
    year, month, _ = (int(part) for part in text.split("-"))
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"årtalet i {text} ligger utanför {_FIRST_YEAR}–{_LAST_YEAR}")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"datumet {text} finns inte: {_what_there_is(year, month)}") from None


def _what_there_is(year: int, month: int) -> str:
    """Which days or months there are, for someone who wrote another."""
    if not 1 <= month <= len(MONTHS):
        return "månaderna är 01–12"
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return f"{MONTHS[month - 1]} {year} har {last.day} dagar"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from first to last, both counted in; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        """Refuse a span that holds no day."""
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"perioden {self} slutar innan den börjar")

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read "2019-01-01/2021-09-30", one side may be left out; raises ValueError (Swedish)."""
        first, slash, last = text.partition("/")
        if not slash or not (first or last):
            raise ValueError(f"skriv perioden som ÅÅÅÅ-MM-DD/ÅÅÅÅ-MM-DD, inte ”{_shortened(text)}”")
        return cls(parse_day(first) if first else None, parse_day(last) if last else None)

    def contains(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return (self.first or date.min) <= day <= (self.last or date.max)

    def contains_year(self, year: int) -> bool:
        """Whether every day of the year lies in the span."""
        return self.contains(date(year, 1, 1)) and self.contains(date(year, 12, 31))

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return (self.first or date.min) <= (other.last or date.max) and (
            other.first or date.min
        ) <= (self.last or date.max)

    def common(self, other: Span) -> Span | None:
        """The days that both hold; None where they have none."""
        if not self.overlaps(other):
            return None
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Span(max(firsts, default=None), min(lasts, default=None))

    def __str__(self) -> str:
        """The form used in files: "2019-01-01/2021-09-30"."""
        return f"{self.first or ''}/{self.last or ''}"


@dataclass(frozen=True, slots=True)
class DayPattern:
    """What a person said of a day; what was left out (None) may be anything."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def matches(self, day: date) -> bool:
        """Whether the day is one of those meant."""
        return (
            self.year in {None, day.year}
            and self.month in {None, day.month}
            and self.day in {None, day.day}
        )


def forgiving_day(text: str) -> DayPattern:
    """Read a day as a person types it: "2022-02-11", "11feb", "11 februari 2022", "11/2", "feb".

    Raises ValueError with a Swedish message, also for a day that no year has.
    """
    words = " ".join(text.split()).casefold()
    found = next((hit for form in _FORGIVEN if (hit := form.fullmatch(words))), None)
    parts = found.groupdict() if found else {}
    month = _month_number(parts["name"]) if parts.get("name") else parts.get("month")
    if found is None or (parts.get("name") and month is None):
        raise ValueError(f"förstår inte dagen ”{_shortened(text)}”: skriv 2022-02-11 eller 11feb")
    year, number, day = (int(p) if p else None for p in (parts.get("year"), month, parts["day"]))
    _refuse_impossible(text, year, number, day)
    return DayPattern(year, number, day)


def _month_number(name: str) -> int | None:
    """1–12 for a month's name or its beginning (three letters suffice), None for other words."""
    return next((i for i, month in enumerate(MONTHS, 1) if month.startswith(name)), None)


def _refuse_impossible(text: str, year: int | None, month: int | None, day: int | None) -> None:
    year = _LEAP_YEAR if year is None else year  # a year that was left out may be a leap year
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f"dagen ”{_shortened(text)}” finns inte") from None


def is_weekend(day: date) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return day.weekday() > _FRIDAY


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
