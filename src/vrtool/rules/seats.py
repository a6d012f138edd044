"""A composition's appointed seats, who held them while it stood, and seats it does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Verdict
from vrtool.model.rosters import Side
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import tenures_of
from vrtool.register.seats import Role, Seat, seats_by_role
from vrtool.register.words import word
from vrtool.rules.base import Seating, breach

SIDES = {Side.MAJORITY: "majoriteten", Side.OPPOSITION: "oppositionen"}


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """An appointed seat held by someone, on days of the composition."""

    seat: Seat
    who: str
    days: Span
    at: Place

    @property
    def first(self) -> date:
        """The first of the days; a composition always has one."""
        return self.days.first or date.min


def group_of(seat: Seat) -> str:
    """The name under which the composition gives an appointed seat."""
    return seat.id.partition("/")[0]


def appointed_seats(register: Register, seating: Seating) -> list[Seat]:
    """The members' seats that are filled by appointment."""
    members = seats_by_role(register, seating.composition)[Role.MEMBER]
    return [seat for seat in members if seat.appointed]


def held_seats(register: Register, seating: Seating, seats: Iterable[Seat]) -> Iterator[HeldSeat]:
    """Everyone known to have held one of the seats while the composition stood."""
    span = Span(seating.first, seating.last)
    for seat in seats:
        for index, tenure in enumerate(tenures_of(register, seat)):
            days = tenure.span.common(span)
            if tenure.who and days:
                at = register.place(Kind.ROSTERS, pointer=(*seat.pointer, index))
                yield HeldSeat(seat, tenure.who, days, at)


def seats_beyond(register: Register, seating: Seating) -> Iterator[Seat]:
    """Seats of the rosters named like the composition's appointed ones, though it has none such."""
    seats = appointed_seats(register, seating)
    known, groups = {seat.id for seat in seats}, {group_of(seat) for seat in seats}
    for identifier in register.rosters.seats:
        group, _, rest = identifier.partition("/")
        if group in groups and identifier not in known:
            party = rest.partition("/")[0]
            owner = party if party in register.structure.parties else None
            label = word(register, "member").one
            yield Seat(identifier, Role.MEMBER, owner, label, appointed=True)


def no_such_seat(register: Register, seating: Seating, held: HeldSeat, instead: str) -> Verdict:
    """Someone stands in a seat that the composition does not have; `instead` says what it has."""
    verdict = breach(
        held.seat.id,
        held.at,
        f"{register.person(held.who)} står på platsen {held.seat.id} i "
        f"{forum_of(register, seating)} från {swedish_date(held.first)}, men {instead}.",
        "ta bort platsen, eller avsluta tiden med to:.",
    )
    return replace(verdict, days=held.days)


def composition_place(register: Register, seating: Seating) -> Place:
    """Where the working forms list the members' seats."""
    pointer = ("seats", seating.forum, "members")
    return register.place(Kind.WORKING_FORMS, seating.forms.id, pointer)


def forum_of(register: Register, seating: Seating) -> str:
    """The forum's short name when the composition began."""
    return register.forum_name(seating.forum, seating.first)
