"""Closing a year: the spans for which a forum's record is complete are made to hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from vrtool.dates import Span, swedish_date
from vrtool.edit.change import edited
from vrtool.edit.consequences import Consequences, consequences
from vrtool.edit.meaning import Insert, Put, Remove
from vrtool.model.meeting import Known
from vrtool.register.completeness import Aspect
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.norms import Rulebook
from vrtool.register.phases import held
from vrtool.register.rosters import tenures_of
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vrtool.diagnostic import Pointer
    from vrtool.edit.change import Change
    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.model.meeting import Meeting
    from vrtool.model.structure import Forum, Structure
    from vrtool.register.load import Loaded
    from vrtool.register.register import Register
    from vrtool.register.seats import Seat

PATH = f"data/{Kind.STRUCTURE.place}"
_DAY = timedelta(days=1)
_KNOWN = {
    Known.PLANNED: "är känt bara som planerat",
    Known.DATE: "är känt bara till dagen",
    Known.ITEMS: "är känt bara till punkterna",
}


@dataclass(frozen=True, slots=True)
class Closing:
    """What the closing of a year means: the forums it says more of, and what is still missing.

    `missing` are sentences; `consequences` what a check would find once the year is closed.
    """

    forums: tuple[str, ...]
    missing: tuple[str, ...]
    consequences: Consequences
    edits: tuple[Edit, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing is missing and nothing would be found."""
        return not self.missing and not self.consequences.failing


def closing(
    lock: Lock, loaded: Loaded, register: Register, year: int, names: Sequence[str]
) -> Closing:
    """What it would mean to close the year for the forums named; nothing is written.

    Raises CannotDo where the structure cannot be edited.
    """
    spans = [(name, _wanted(register, name, year)) for name in names]
    more = {name: wanted for name, wanted in spans if wanted}
    edits = [edit for name in more for edit in _extended(register, name, more[name])]
    change = edited(lock, Kind.STRUCTURE, PATH, edits, seen=register.structure)
    after = cast("Structure", change.record)  # held to that very model
    return Closing(
        tuple(more),
        (
            *(f"{path} går inte att läsa." for path in sorted(register.broken.paths) if more),
            *(line for name in more for line in _missing(register, name, more[name])),
        ),
        consequences(loaded, replace(register, structure=after)),
        tuple(edits),
    )


def year_change(lock: Lock, register: Register, closed: Closing) -> Change:
    """The closing as a change of the structure.

    Raises CannotDo where the file is another than the closing was made from.
    """
    return edited(lock, Kind.STRUCTURE, PATH, closed.edits, seen=register.structure)


# The spans


def days_of(forum: Forum, year: int) -> Span | None:
    """The days of the year on which the forum stands, if any."""
    return Span(date(year, 1, 1), date(year, 12, 31)).common(forum.span)


def _days_seated(register: Register, name: str, days: Span) -> Span | None:
    """Of the days, those on which the forum had been set up: before that nobody sits in it."""
    reference = register.structure.forums[name].established_at
    meeting = register.item_at(reference)[0] if reference else None
    return days.common(Span(meeting.date, None)) if meeting else days


def _wanted(register: Register, name: str, year: int) -> dict[Aspect, Span]:
    """The days that each kind of span is to hold, of those that do not hold them yet."""
    forum = register.structure.forums[name]
    days = days_of(forum, year)
    if days is None:
        return {}
    wanted = {Aspect.MEETINGS: days, Aspect.ROSTERS: days, Aspect.MINUTES: days}
    seated = _days_seated(register, name, days)
    ending = [s for s in forum.complete.rosters if s.contains(days.last or date.max)]
    if seated is None or (seated != days and ending):
        del wanted[Aspect.ROSTERS]  # the year it was set up may begin where it was said to
    else:
        wanted[Aspect.ROSTERS] = seated
    return {
        aspect: span
        for aspect, span in wanted.items()
        if not any(_holds(claimed, span) for claimed in _claimed(forum, aspect))
    }


def _claimed(forum: Forum, aspect: Aspect) -> tuple[Span, ...]:
    claimed: tuple[Span, ...] = getattr(forum.complete, aspect.value)
    return claimed


def _holds(claimed: Span, days: Span) -> bool:
    return claimed.contains(days.first or date.min) and claimed.contains(days.last or date.max)


def _extended(register: Register, name: str, wanted: Mapping[Aspect, Span]) -> Iterator[Edit]:
    """The edits that make the spans of the forum hold the days."""
    forum = register.structure.forums[name]
    pointer: Pointer = ("forums", name, "complete")
    given = forum.complete.model_fields_set if "complete" in forum.model_fields_set else set()
    if not given:
        yield Put(pointer, {aspect.value: [str(days)] for aspect, days in wanted.items()})
        return
    for aspect, days in wanted.items():
        at = (*pointer, aspect.value)
        if aspect.value in given:
            yield from _joined(at, _claimed(forum, aspect), days)
        else:
            yield Put(at, [str(days)])


def _joined(pointer: Pointer, spans: Sequence[Span], days: Span) -> Iterator[Edit]:
    touching = [index for index, span in enumerate(spans) if _meet(span, days)]
    whole = days
    for index in touching:
        whole = _around(whole, spans[index])
    if not touching:
        later = (i for i, s in enumerate(spans) if (s.first or date.min) > (days.first or date.min))
        yield Insert(pointer, str(days), next(later, None))
        return
    if whole != spans[touching[0]]:
        yield Put((*pointer, touching[0]), str(whole))
    for index in reversed(touching[1:]):
        yield Remove((*pointer, index))


def _meet(one: Span, other: Span) -> bool:
    """Whether the two overlap, or one begins the day after the other ends."""
    return one.overlaps(other) or _follows(one, other) or _follows(other, one)


def _follows(one: Span, other: Span) -> bool:
    return other.last is not None and other.last != date.max and one.first == other.last + _DAY


def _around(one: Span, other: Span) -> Span:
    first = min(one.first, other.first) if one.first and other.first else None
    last = max(one.last, other.last) if one.last and other.last else None
    return Span(first, last)


# What is missing


def _missing(register: Register, forum: str, wanted: Mapping[Aspect, Span]) -> Iterator[str]:
    days = [wanted[aspect] for aspect in (Aspect.MEETINGS, Aspect.MINUTES) if aspect in wanted]
    for meeting in register.by_forum.get(forum, ()):
        if meeting.cancelled is None and any(span.contains(meeting.date) for span in days):
            yield from _of_meeting(register, meeting)
    if Aspect.ROSTERS in wanted:
        yield from _of_seats(register, forum, wanted[Aspect.ROSTERS])


def _of_meeting(register: Register, meeting: Meeting) -> Iterator[str]:
    """What the record does not tell of a meeting, and a check does not speak of."""
    name = sentence(meeting_name(register, meeting))
    if meeting.known is not Known.FULL:
        yield f"{name} {_KNOWN[meeting.known]} ({meeting.id})."
    elif not held(meeting):
        yield f"{name} har varken närvaro eller resultat ({meeting.id})."


def _of_seats(register: Register, forum: str, days: Span) -> Iterator[str]:
    """Seats of which nothing is told for some of the days: they would count as vacant then."""
    rulebook = Rulebook(register)
    first = days.first or date.min
    changes = [first, *(day for day in rulebook.changes if days.contains(day) and day > first)]
    gaps: dict[str, str] = {}
    for start, end in zip(changes, [*(day - _DAY for day in changes[1:]), days.last], strict=True):
        found = rulebook.composition(forum, start)
        seats = rulebook.seats(found[1]) if found else {}
        for seat in (seat for group in seats.values() for seat in group if not seat.offered):
            day = _untold(register, seat, Span(start, end))
            if day is not None:
                gaps.setdefault(
                    seat.id,
                    f"Platsen {seat.id} i {register.forum_name(forum, day)} saknar uppgift från "
                    f"{swedish_date(day)}.",
                )
    yield from gaps.values()


def _untold(register: Register, seat: Seat, days: Span) -> date | None:
    """The first of the days of which nothing is told."""
    recorded = register.rosters.seats.get(seat.id) if seat.appointed else None
    day, last = days.first or date.min, days.last or date.max
    if recorded and recorded.declined:
        last = min(last, recorded.declined - _DAY)
    spans = [tenure.span for tenure in tenures_of(register, seat)]
    while day <= last:
        ends = [span.last or date.max for span in spans if span.contains(day)]
        if not ends:
            return day
        if max(ends) >= last:
            return None
        day = max(ends) + _DAY
    return None
