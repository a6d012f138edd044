"""Seats for those who hold a certain office: how many, whose they are, and who named them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Verdict
from vrtool.model.base import Count, Id
from vrtool.model.item import OutcomeKind
from vrtool.model.rosters import Tenure
from vrtool.register.completeness import Aspect, spans
from vrtool.register.register import Register
from vrtool.register.rosters import office_holder
from vrtool.register.seats import party_of_body
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Seating,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.seats import (
    HeldSeat,
    appointed_seats,
    composition_place,
    forum_of,
    group_of,
    held_seats,
    no_such_seat,
    seats_beyond,
)
from vrtool.text import count, join, sentence

_ONE_DAY = timedelta(days=1)


class Chosen(Parameters):
    """`count`: how many such seats there are; `named_by`: the forum that names their holders."""

    count: Annotated[Count, Field(ge=1)] | None = None
    named_by: Id | None = None

    def references(self) -> Names:
        """The forum."""
        if self.named_by:
            yield ("named_by",), self.named_by, Target.FORUM


@rule("VR207", "chosen-from", subject=Subject.SEATING, parameters=Chosen)
def chosen_from(seating: Seating, parameters: Chosen, context: Context) -> Iterator[Verdict]:
    """Someone sits there without the office asked for, or there are too many or few such seats.

    Whether a holder was named by the forum in question is never a breach: that a nomination is not
    recorded does not tell that there was none.
    """
    register = context.register
    seats = [seat for seat in appointed_seats(register, seating) if seat.chosen_from]
    if parameters.count is not None:
        yield from _number(register, seating, len(seats), parameters.count)
    for held in held_seats(register, seating, seats):
        yield _in_office(register, seating, held)
        if parameters.named_by:
            named = _named(register, parameters.named_by, held)
            yield (holds if named else unknown)(held.seat.id, held.at)


def _number(register: Register, seating: Seating, size: int, wanted: int) -> Iterator[Verdict]:
    at, forum = composition_place(register, seating), forum_of(register, seating)
    has = f"där finns {count(wanted, 'sådan plats', 'sådana platser')}"
    groups = {group_of(seat) for seat in appointed_seats(register, seating) if seat.chosen_from}
    beyond = [seat for seat in seats_beyond(register, seating) if group_of(seat) in groups]
    found = [
        no_such_seat(register, seating, held, has)
        for held in held_seats(register, seating, beyond[max(wanted - size, 0) :])
    ]
    office = word(register, "office")
    if size != wanted:
        yield breach(
            seating.forum,
            at,
            f"{sentence(forum)} har {count(size, 'plats', 'platser')} för den som har "
            f"{office.agree('en viss', 'ett visst', 'vissa')} {office.one}, men ska ha {wanted}.",
            "rätta seats: raden med chosen_from och dess count.",
        )
    yield from found
    if size == wanted and not found:
        yield holds(seating.forum, at)


def _in_office(register: Register, seating: Seating, held: HeldSeat) -> Verdict:
    offices = _offices(register, held)
    served = [t.span for tenures in offices.values() for t in tenures if t.who == held.who]
    without = _gap(held.days, served)
    if without is None:
        return holds(held.seat.id, held.at)
    known = _known_without(register, seating, offices, without)
    if known is None or held.who not in register.rosters.people:
        return unknown(held.seat.id, held.at)
    day = known.first or date.min
    kind = register.structure.offices.get(held.seat.chosen_from or "")
    title = kind.name if kind else held.seat.chosen_from
    holders = [holder for office in offices if (holder := office_holder(register, office, day))]
    such = f", till exempel {join([register.person(h) for h in holders[:3]], 'eller')}"
    verdict = breach(
        held.seat.id,
        held.at,
        f"{register.person(held.who)} sitter i {forum_of(register, seating)} från "
        f"{swedish_date(day)} utan att vara {title}.",
        f"avsluta tiden med to: och utse någon som är {title}{such if holders else ''}.",
    )
    return replace(verdict, days=known)


def _offices(register: Register, held: HeldSeat) -> dict[str, tuple[Tenure, ...]]:
    """The offices of the kind asked for that the holder's party has; all, where it is not known."""
    person = register.rosters.people.get(held.who)
    party = person.party if person else None
    return {
        office: tenures
        for office, tenures in register.rosters.offices.items()
        if office.rpartition("/")[2] == held.seat.chosen_from
        and party in (None, party_of_body(register, office))
    }


def _known_without(
    register: Register, seating: Seating, offices: dict[str, tuple[Tenure, ...]], without: Span
) -> Span | None:
    """Days on which the holder is known not to be in office, not merely unrecorded.

    Others are known to hold every such office then, or the rosters claim to be complete.
    """
    day = without.first or date.min
    if offices and all(any(t.covers(day) for t in tenures) for tenures in offices.values()):
        return without
    claimed = spans(register, seating.forum, Aspect.ROSTERS)
    return next((days for span in claimed if (days := span.common(without))), None)


def _gap(days: Span, served: Sequence[Span]) -> Span | None:
    """The first days, if any, that none of the tenures served covers."""
    first = days.first or date.min
    for span in sorted(served, key=lambda span: span.first or date.min):
        if span.contains(first):
            if span.last is None:
                return None
            first = span.last + _ONE_DAY
    if days.last is not None and days.last < first:
        return None
    resumed = [span.first - _ONE_DAY for span in served if span.first and span.first > first]
    return Span(first, min((day for day in (days.last, *resumed) if day), default=None))


def _named(register: Register, forum: str, held: HeldSeat) -> bool:
    """Whether the forum is known to have named the holder, no later than the last day."""
    return any(
        item.outcome is not None
        and item.outcome.kind is OutcomeKind.NOMINATED
        and held.who in item.outcome.people
        for meeting in register.by_forum.get(forum, ())
        if meeting.cancelled is None and meeting.date <= (held.days.last or date.max)
        for item in meeting.items
    )
