"""The seats a composition gives: through an office, by appointment, to a presidium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from vrtool.diagnostic import Pointer
from vrtool.model.structure import WordName
from vrtool.model.working_forms import Composition, SeatRule
from vrtool.register.register import Register
from vrtool.register.words import word


class Role(Enum):
    """In what capacity one takes part; only members hold seats."""

    MEMBER = "member"
    OFFICIAL = "official"
    CO_OPTED = "co-opted"


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
                word(register, _APPOINTED_AS[role]).one,
                appointed=True,
                # That someone may be co-opted leaves nothing vacant.
                offered=rule.offered or role is Role.CO_OPTED,
                deputies=rule.deputies,
                chosen_from=rule.chosen_from,
            )


_APPOINTED_AS: dict[Role, WordName] = {
    Role.MEMBER: "member",
    Role.OFFICIAL: "official",
    Role.CO_OPTED: "co-opted",
}


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


def title_of(register: Register, office: str) -> str:
    """What the holder of an office is: *ordförande*, *kommundirektör*."""
    kind = office.rpartition("/")[2]
    known = register.structure.offices.get(kind)
    return known.name if known else kind


def office_label(register: Register, office: str) -> str:
    """An office in words: *ordförande i nämnden*, *kommundirektör*."""
    body, name = office.rpartition("/")[0], title_of(register, office)
    board = register.structure.boards.get(body)
    network = register.rosters.networks.get(body)
    inside = board.name if board else network.name if network else None
    return f"{name} i {inside}" if inside else name
