"""Who sits where on a day: derived from the seats of the working forms and who held the offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vrtool.diagnostic import Pointer
from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import Composition, SeatRule
from vrtool.register.completeness import Aspect, complete
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register


class Role(Enum):
    """In what capacity one takes part; only members hold seats."""

    MEMBER = "member"
    OFFICIAL = "official"
    CO_OPTED = "co-opted"


class SeatState(Enum):
    """Held, vacant, declined, offered and not filled, or simply not known."""

    HELD = "held"
    VACANT = "vacant"
    DECLINED = "declined"
    UNFILLED = "unfilled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat in a forum. `id` is `<body>/<office>`, or the id of an appointed seat."""

    id: str
    role: Role
    party: str | None
    label: str
    appointed: bool = False
    offered: bool = False
    deputies: bool = False
    chosen_from: str | None = None

    @property
    def pointer(self) -> Pointer:
        """Where the roster file tells who holds it."""
        return ("seats", self.id, "members") if self.appointed else ("offices", self.id)


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
class Roster:
    """A forum's seats on a day, with its chair and vice chair where they are known."""

    forum: str
    day: date
    members: tuple[SeatOnDay, ...] = ()
    officials: tuple[SeatOnDay, ...] = ()
    co_opted: tuple[SeatOnDay, ...] = ()
    chair: str | None = None
    vice_chair: str | None = None

    @property
    def everyone(self) -> tuple[SeatOnDay, ...]:
        """Members, officials and co-opted."""
        return self.members + self.officials + self.co_opted

    def seats_of(self, person: str) -> tuple[SeatOnDay, ...]:
        """The seats as a member that a person holds."""
        return tuple(seat for seat in self.members if person in seat.holders)


def tenures_of(register: Register, seat: Seat) -> tuple[Tenure, ...]:
    """Everything recorded of who held the seat."""
    if not seat.appointed:
        return register.rosters.offices.get(seat.id, ())
    recorded = register.rosters.seats.get(seat.id)
    return recorded.members if recorded else ()


def roster_on(register: Register, rulebook: Rulebook, forum: str, day: date) -> Roster:
    """The roster of a forum on a day; empty where no rulebook in force gives it seats."""
    found = rulebook.composition(forum, day)
    if found is None:
        return Roster(forum, day)
    _, composition = found
    by_role = {
        role: tuple(seat_on(register, forum, seat, day) for seat in seats)
        for role, seats in seats_by_role(register, composition).items()
    }
    return Roster(
        forum,
        day,
        members=by_role[Role.MEMBER],
        officials=by_role[Role.OFFICIAL],
        co_opted=by_role[Role.CO_OPTED],
        chair=office_holder(register, composition.chair, day),
        vice_chair=office_holder(register, composition.vice_chair, day),
    )


def office_holder(register: Register, office: str | None, day: date) -> str | None:
    """Whoever is known to hold the office that day."""
    tenures = register.rosters.offices.get(office, ()) if office else ()
    return next((t.who for t in tenures if t.who and t.covers(day)), None)


def seats_by_role(register: Register, composition: Composition) -> dict[Role, tuple[Seat, ...]]:
    """Every seat of a composition, each once."""
    lines = {
        Role.MEMBER: composition.members,
        Role.OFFICIAL: composition.officials,
        Role.CO_OPTED: composition.co_opted,
    }
    return {
        role: tuple(
            {s.id: s for rule in rules for s in _seats_of_rule(register, rule, role)}.values()
        )
        for role, rules in lines.items()
    }


def seat_on(register: Register, forum: str, seat: Seat, day: date) -> SeatOnDay:
    """What is known of a seat on the day."""
    tenures = tenures_of(register, seat)
    covering = [tenure for tenure in tenures if tenure.covers(day)]
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
    return tuple(t.who for t in tenures if t.who and t.covers(day))


def _last_seen(tenures: tuple[Tenure, ...], day: date) -> LastSeen | None:
    ended = [
        LastSeen(tenure.who, tenure.span.last)
        for tenure in tenures
        if tenure.who and tenure.span.last and tenure.span.last < day
    ]
    return max(ended, key=lambda seen: seen.day, default=None)


def _seats_of_rule(register: Register, rule: SeatRule, role: Role) -> Iterator[Seat]:
    if rule.appointed:
        yield from _appointed(register, rule, role)
    elif rule.presidium:
        yield from _presidia(register, rule, role)
    else:
        for body in (*_parties(register, rule), *rule.boards, *rule.bodies):
            yield _office_seat(register, f"{body}/{rule.office}", role)


def _parties(register: Register, rule: SeatRule) -> tuple[str, ...]:
    parties = register.structure.parties
    every = tuple(key for key, party in parties.items() if party.kind == rule.each)
    return every + rule.parties


def _appointed(register: Register, rule: SeatRule, role: Role) -> Iterator[Seat]:
    parties = register.structure.parties
    for body in (*_parties(register, rule), *rule.areas) or ("",):
        for number in range(1, rule.count + 1):
            yield Seat(
                "/".join(filter(None, (rule.appointed, body, str(number)))),
                role,
                body if body in parties else None,
                "ledamot",
                appointed=True,
                offered=rule.offered,
                deputies=rule.deputies,
                chosen_from=rule.chosen_from,
            )


def _presidia(register: Register, rule: SeatRule, role: Role) -> Iterator[Seat]:
    kinds = register.structure.offices
    for office in register.rosters.offices:
        board, _, kind = office.rpartition("/")
        if board in rule.presidium and kind in kinds and kinds[kind].presidium:
            yield _office_seat(register, office, role)


def _office_seat(register: Register, office: str, role: Role) -> Seat:
    return Seat(office, role, party_of_body(register, office), office_label(register, office))


def party_of_body(register: Register, office: str) -> str | None:
    """The party of an office's body: the party itself, or the one the board belongs to."""
    body = office.rpartition("/")[0]
    board = register.structure.boards.get(body)
    if board:
        return board.party
    return body if body in register.structure.parties else None


def office_label(register: Register, office: str) -> str:
    """An office in words: *ordförande i nämnden*, *kommundirektör*."""
    body, _, kind = office.rpartition("/")
    known = register.structure.offices.get(kind)
    name = known.name if known else kind
    board = register.structure.boards.get(body)
    network = register.rosters.networks.get(body)
    inside = board.name if board else network.name if network else None
    return f"{name} i {inside}" if inside else name
