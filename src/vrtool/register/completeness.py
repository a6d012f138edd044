"""Where absence is evidence: the spans the structure claims, narrowed by single records."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from vrtool.dates import Span
from vrtool.model.meeting import Known, Meeting
from vrtool.model.structure import Term
from vrtool.register.kinds import Kind
from vrtool.register.register import Register


class Aspect(Enum):
    """What a span of completeness speaks of."""

    MEETINGS = "meetings"
    ROSTERS = "rosters"
    MINUTES = "minutes"


def complete(register: Register, forum: str, aspect: Aspect, day: date) -> bool:
    """Whether the record claims to hold everything of this kind for the forum on the day."""
    return any(span.contains(day) for span in spans(register, forum, aspect))


def complete_throughout(
    register: Register, forum: str, aspect: Aspect, first: date, last: date
) -> bool:
    """Whether the record claims every day from first to last, over spans that meet."""
    day = first
    while True:
        ends = [s.last for s in spans(register, forum, aspect) if s.contains(day)]
        if not ends:
            return False
        if None in ends or max(end for end in ends if end) >= last:
            return True
        day = max(end for end in ends if end) + timedelta(days=1)


def spans(register: Register, forum: str, aspect: Aspect) -> tuple[Span, ...]:
    """The spans claimed; none while a file that may belong to the forum cannot be read."""
    claims = register.claims.get(forum)
    unread = aspect is Aspect.ROSTERS and Kind.ROSTERS in register.broken.kinds
    if claims is None or unread:
        return ()
    claimed: tuple[Span, ...] = getattr(claims, aspect.value)
    return claimed


def fully_known(register: Register, meeting: Meeting) -> bool:
    """Whether what this meeting's record does not say did not happen."""
    return meeting.known is Known.FULL and complete(
        register, meeting.forum, Aspect.MINUTES, meeting.date
    )


def full_years(register: Register, forum: str) -> list[int]:
    """The calendar years wholly inside a closed span in which every meeting is recorded.

    An open span tells that the record is being kept, not that a year is over.
    """
    return sorted(
        {
            year
            for span in spans(register, forum, Aspect.MEETINGS)
            if span.first is not None and span.last is not None
            for year in range(span.first.year, span.last.year + 1)
            if span.contains_year(year)
        }
    )


def full_terms(register: Register, forum: str) -> list[Term]:
    """The terms of office wholly inside a closed span in which every meeting is recorded."""
    closed = [s for s in spans(register, forum, Aspect.MEETINGS) if s.first and s.last]
    return [
        term
        for term in register.structure.terms
        if any(span.contains(term.start) and span.contains(term.end) for span in closed)
    ]


def throughout(register: Register, forum: str, aspect: Aspect, days: Span) -> bool:
    """Whether one span of this kind holds all the days; both ends must be given."""
    first, last = days.first, days.last
    return (
        first is not None
        and last is not None
        and any(s.contains(first) and s.contains(last) for s in spans(register, forum, aspect))
    )
