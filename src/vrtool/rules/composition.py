"""What a composition asks of its seats: from which side their holders come, offered to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Related, Strength, Verdict
from vrtool.model.base import Id
from vrtool.model.rosters import Side
from vrtool.register.describe import parties
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.seats import Role, Seat, office_label, seats_by_role
from vrtool.register.sides import side_on
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
from vrtool.rules.bounds import Bounds
from vrtool.rules.seats import (
    SIDES,
    HeldSeat,
    appointed_seats,
    composition_place,
    forum_of,
    group_of,
    held_seats,
    no_such_seat,
    seats_beyond,
)
from vrtool.text import join, sentence

# From which side


class HolderSide(Parameters):
    """`side`: where those in the seats named `appointed` come from.

    `beside`: the office that gives the same party its other seat, where the source says so.
    """

    side: Side
    appointed: Id
    beside: Id | None = None

    def references(self) -> Names:
        """The appointed seats, and the office."""
        yield ("appointed",), self.appointed, Target.APPOINTED
        if self.beside:
            yield ("beside",), self.beside, Target.OFFICE_KIND


@rule("VR205", "side-of-holder", subject=Subject.SEATING, parameters=HolderSide)
def side_of_holder(seating: Seating, parameters: HolderSide, context: Context) -> Iterator[Verdict]:
    """Someone in an appointed seat is of the other side of the party's own assembly.

    Or the party has no seat beside it through the office that should give it one.
    """
    register = context.register
    seats = [s for s in appointed_seats(register, seating) if group_of(s) == parameters.appointed]
    if parameters.beside:
        yield from _beside(register, seating, seats, parameters.beside)
    shall = context.norm is not None and context.norm.norm.strength is Strength.SHALL
    for held in held_seats(register, seating, seats):
        side = side_on(register, held.who, held.first)
        if side is None:
            yield unknown(held.seat.id, held.at)
        elif side is parameters.side:
            yield holds(held.seat.id, held.at)
        else:
            other = _other_side(register, seating, held, parameters.side, shall=shall)
            yield replace(other, days=held.days)


def _beside(
    register: Register, seating: Seating, seats: list[Seat], office: str
) -> Iterator[Verdict]:
    given = {seat.id for seat in seats_by_role(register, seating.composition)[Role.MEMBER]}
    at = composition_place(register, seating)
    for party in dict.fromkeys(seat.party for seat in seats if seat.party):
        if f"{party}/{office}" in given:
            yield holds(party, at)
            continue
        yield breach(
            party,
            at,
            f"{sentence(forum_of(register, seating))} har ingen plats åt den som är "
            f"{office_label(register, f'{party}/{office}')} i {register.party(party)}.",
            f"lägg till office: {office} för {word(register, 'party').the} i seats.",
        )


def _other_side(
    register: Register, seating: Seating, held: HeldSeat, side: Side, *, shall: bool
) -> Verdict:
    of = f" för {register.party(held.seat.party)}" if held.seat.party else ""
    others = [
        person.name
        for person in register.rosters.people.values()
        if person.party == held.seat.party and person.side is side
    ]
    such = f", till exempel {join(others[:3], 'eller')}," if others else ""
    return breach(
        held.seat.id,
        held.at,
        f"{register.person(held.who)} sitter i {forum_of(register, seating)}{of} från "
        f"{swedish_date(held.first)} och hör inte till {SIDES[side]}.",
        f"utse {'' if shall else 'hellre '}någon från {SIDES[side]}{such} eller ange ett avsteg i "
        "deviations.yaml.",
        Related(
            register.place(Kind.ROSTERS, pointer=("people", held.who, "side")),
            "här anges vilken sida personen hör till",
        ),
    )


# Offered to whom


class Offered(Parameters):
    """`each`: for each kind of party, how many seats each of them is offered."""

    each: Annotated[dict[Id, Bounds], Field(min_length=1)]

    def references(self) -> Names:
        """The kinds of party."""
        for kind in self.each:
            yield ("each", kind), kind, Target.PARTY_KIND


_SEATS = ("plats", "platser")


@rule("VR206", "seats-offered", subject=Subject.SEATING, parameters=Offered)
def seats_offered(seating: Seating, parameters: Offered, context: Context) -> Iterator[Verdict]:
    """A party is offered too few seats, or has more than it may.

    A seat that was declined or never filled has been offered all the same (001, 5.1.2).
    """
    register, structure = context.register, context.register.structure
    members = seats_by_role(register, seating.composition)[Role.MEMBER]
    for kind, bounds in parameters.each.items():
        seats = {
            key: sum(seat.party == key for seat in members)
            for key, party in structure.parties.items()
            if party.kind == kind
        }
        found = [
            *_outside(register, seating, kind, bounds, seats),
            *_too_many_seats(register, seating, bounds, seats),
        ]
        yield from found or [holds(kind, composition_place(register, seating))]


def _outside(
    register: Register, seating: Seating, kind: str, bounds: Bounds, seats: dict[str, int]
) -> Iterator[Verdict]:
    short = [party for party, n in seats.items() if n < (bounds.least or 0)]
    over = [party for party, n in seats.items() if bounds.most is not None and n > bounds.most]
    for those, what in ((short, "för få"), (over, "för många")):
        if those:
            yield breach(
                kind,
                composition_place(register, seating),
                f"Sammansättningen av {forum_of(register, seating)} ger {what} platser åt "
                f"{parties(register, those)}.",
                f"rätta seats, så att varje {register.structure.party_kinds[kind].one} får "
                f"{bounds.in_words(*_SEATS)}.",
            )


def _too_many_seats(
    register: Register, seating: Seating, bounds: Bounds, seats: dict[str, int]
) -> Iterator[Verdict]:
    """Seats that the rosters fill beyond the composition's, more than a party may have."""
    for party, n in seats.items() if bounds.most is not None else ():
        beyond = [seat for seat in seats_beyond(register, seating) if seat.party == party]
        over = beyond[max((bounds.most or 0) - n, 0) :]
        for held in held_seats(register, seating, over):
            has = f"{register.party(party)} har {bounds.in_words(*_SEATS)} där"
            yield no_such_seat(register, seating, held, has)
