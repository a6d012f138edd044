"""Who sits where on a day: derived from the seats of the working forms and who held the offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import Composition
from vrtool.register.completeness import Aspect, complete
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.seats import Role, Seat, title_of
from vrtool.text import SortKey, sort_key


class SeatState(Enum):
    """Held, vacant, declined, offered and not filled, or simply not known."""

    HELD = "held"
    VACANT = "vacant"
    DECLINED = "declined"
    UNFILLED = "unfilled"
    UNKNOWN = "unknown"


SEAT_STATES = {
    SeatState.VACANT: "vakant",
    SeatState.DECLINED: "avböjd",
    SeatState.UNFILLED: "inte tillsatt",
    SeatState.UNKNOWN: "inte känd",
}
"""Why nobody is named at a seat."""


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The holder last known before the day (or first known after it)."""

    who: str
    day: date


@dataclass(frozen=True, slots=True)
class SeatOnDay:
    """A seat on one day: its state and whoever holds it (two at once are a breach, kept here)."""

    seat: Seat
    state: SeatState
    holders: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    last_seen: LastSeen | None = None

    @property
    def holder(self) -> str | None:
        """Whoever holds the seat, where somebody does."""
        return self.holders[0] if self.holders else None


@dataclass(frozen=True, slots=True)
class Presiding:
    """An office of a forum's presidium on a day, what it is called, and whoever holds it."""

    office: str
    title: str
    holder: str | None


@dataclass(frozen=True)
class Roster:
    """A forum's seats on a day, with its presidium where it is known.

    Each part is worked out when it is asked for: most who ask want only the chair.
    """

    forum: str
    day: date
    register: Register = field(repr=False)
    rulebook: Rulebook = field(repr=False)

    @cached_property
    def composition(self) -> Composition:
        """Which seats the forum has; none where no rulebook in force gives it any."""
        found = self.rulebook.composition(self.forum, self.day)
        return found[1] if found else _NO_SEATS

    @cached_property
    def members(self) -> tuple[SeatOnDay, ...]:
        """The members' seats."""
        return self._on_day(Role.MEMBER)

    @cached_property
    def officials(self) -> tuple[SeatOnDay, ...]:
        """Those who attend as officials."""
        return self._on_day(Role.OFFICIAL)

    @cached_property
    def co_opted(self) -> tuple[SeatOnDay, ...]:
        """Those co-opted."""
        return self._on_day(Role.CO_OPTED)

    @property
    def chair(self) -> str | None:
        """Whoever is known to be chair that day."""
        return office_holder(self.register, self.composition.chair, self.day)

    @property
    def presidium(self) -> tuple[Presiding, ...]:
        """The offices that lead the forum, the chair's first, each with whoever holds it."""
        return tuple(
            Presiding(
                office,
                title_of(self.register, office),
                office_holder(self.register, office, self.day),
            )
            for office in self.composition.presidium
        )

    @property
    def everyone(self) -> tuple[SeatOnDay, ...]:
        """Members, officials and co-opted."""
        return self.members + self.officials + self.co_opted

    def seats_of(self, person: str) -> tuple[SeatOnDay, ...]:
        """The seats as a member that a person holds."""
        return tuple(seat for seat in self.members if person in seat.holders)

    def _on_day(self, role: Role) -> tuple[SeatOnDay, ...]:
        seats = self.rulebook.seats(self.composition)[role]
        return tuple(seat_on(self.register, self.forum, seat, self.day) for seat in seats)


_NO_SEATS = Composition()


def by_party(register: Register, seats: Iterable[SeatOnDay]) -> list[SeatOnDay]:
    """The seats party by party: kinds of party as the structure lists them, then names in order."""
    return sorted(seats, key=lambda seat: _party_order(register, seat))


def _party_order(register: Register, seat: SeatOnDay) -> tuple[int, SortKey]:
    party = register.structure.parties.get(seat.seat.party or "")
    kinds = list(register.structure.party_kinds)
    if party is None:
        return len(kinds) + 1, sort_key("")
    place = kinds.index(party.kind) if party.kind in kinds else len(kinds)
    return place, sort_key(party.short)


def tenures_of(register: Register, seat: Seat) -> tuple[Tenure, ...]:
    """Everything recorded of who held the seat."""
    if not seat.appointed:
        return register.rosters.offices.get(seat.id, ())
    recorded = register.rosters.seats.get(seat.id)
    return recorded.members if recorded else ()


def roster_on(register: Register, rulebook: Rulebook, forum: str, day: date) -> Roster:
    """The roster of a forum on a day; empty where no rulebook in force gives it seats."""
    return Roster(forum, day, register, rulebook)


def office_holder(register: Register, office: str | None, day: date) -> str | None:
    """Whoever is known to hold the office that day."""
    tenures = register.rosters.offices.get(office, ()) if office else ()
    return next((t.who for t in register.covering(tenures, day) if t.who), None)


def seat_on(register: Register, forum: str, seat: Seat, day: date) -> SeatOnDay:
    """What is known of a seat on the day."""
    tenures = tenures_of(register, seat)
    covering = register.covering(tenures, day)
    holders = tuple(dict.fromkeys(t.who for t in covering if t.who))
    if holders:
        return SeatOnDay(seat, SeatState.HELD, holders, _deputies(register, seat, day))
    return SeatOnDay(
        seat,
        _empty_state(register, forum, seat, day, vacant=bool(covering)),
        last_seen=_last_seen(tenures, day),
    )


def _empty_state(
    register: Register, forum: str, seat: Seat, day: date, *, vacant: bool
) -> SeatState:
    recorded = register.rosters.seats.get(seat.id) if seat.appointed else None
    if recorded and recorded.declined and recorded.declined <= day:
        return SeatState.DECLINED
    if vacant:
        return SeatState.VACANT
    if not complete(register, forum, Aspect.ROSTERS, day):
        return SeatState.UNKNOWN
    return SeatState.UNFILLED if seat.offered else SeatState.VACANT


def _deputies(register: Register, seat: Seat, day: date) -> tuple[str, ...]:
    recorded = register.rosters.seats.get(seat.id) if seat.appointed else None
    tenures = recorded.deputies if recorded else ()
    return tuple(t.who for t in register.covering(tenures, day) if t.who)


def _last_seen(tenures: tuple[Tenure, ...], day: date) -> LastSeen | None:
    ended = [
        LastSeen(tenure.who, tenure.span.last)
        for tenure in tenures
        if tenure.who and tenure.span.last and tenure.span.last < day
    ]
    return max(ended, key=lambda seen: seen.day, default=None)
