"""That a forum reflects an assembly: its political parties are there, and its majority too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Judgement, Place, Pointer, Verdict
from vrtool.model.base import Id
from vrtool.model.rosters import Division, Side
from vrtool.register.completeness import Aspect, complete
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatState
from vrtool.register.sides import division_on, side_on
from vrtool.register.target import Target
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Seating,
    Subject,
    breach,
    rule,
    unknown,
)
from vrtool.rules.seats import forum_of
from vrtool.rules.stretches import HOLDS, UNKNOWN, Standing, over_time, stretches


class Assembly(Parameters):
    """`assembly`: the board whose mandates are divided under `assemblies` in the rosters."""

    assembly: Id

    def references(self) -> Names:
        """The board."""
        yield ("assembly",), self.assembly, Target.BOARD


def _place(register: Register, assembly: str, *pointer: str | int) -> Place:
    base: Pointer = ("assemblies", assembly)
    return register.place(Kind.ROSTERS, pointer=(*base, *pointer))


# The political parties


@dataclass(frozen=True, slots=True)
class _Present:
    """The political parties with a member on a stretch of days, and whether those are all."""

    parties: frozenset[str]
    whole: bool
    division: Division | None


@rule("VR208", "parties-represented", subject=Subject.SEATING, parameters=Assembly)
def parties_represented(
    seating: Seating, parameters: Assembly, context: Context
) -> Iterator[Verdict]:
    """A political party of the assembly has no member in the forum, from whatever party (part)."""
    register, assembly = context.register, parameters.assembly
    views = [
        (days, _present(register, assembly, context.roster(seating.forum, _first(days))))
        for days in stretches(register, seating)
    ]
    places = _mandates(register, seating, assembly)
    if not places:
        yield unknown(assembly, _place(register, assembly))
    for party, at in places.items():
        if party not in register.structure.political_parties:
            yield unknown(party, at)  # told of as a name that does not exist
            continue
        yield from _represented(register, seating, assembly, (party, at), views)


def _represented(
    register: Register,
    seating: Seating,
    assembly: str,
    mandate: tuple[str, Place],
    views: Sequence[tuple[Span, _Present]],
) -> Iterator[Verdict]:
    party, at = mandate

    def judge(view: _Present) -> Standing:
        if view.division is None or party not in view.division.sides:
            return UNKNOWN
        if party in view.parties:
            return HOLDS
        return Standing(Judgement.BREACH) if view.whole else UNKNOWN

    def tell(_: _Present, __: str, days: Span) -> Verdict:
        name = register.structure.political_parties[party]
        return breach(
            party,
            at,
            f"{name} sitter i {_board(register, assembly)} men har ingen i "
            f"{forum_of(register, seating)} från {swedish_date(_first(days))}.",
            "utse någon från partiet till en plats, eller skriv political_party hos den som är "
            "därifrån.",
        )

    yield from over_time(party, at, views, judge, tell)


def _present(register: Register, assembly: str, roster: Roster) -> _Present:
    people = register.rosters.people
    held = [people.get(seat.holder) for seat in roster.members if seat.holder]
    parties = [person.political_party if person else None for person in held]
    known = complete(register, roster.forum, Aspect.ROSTERS, roster.day)
    return _Present(
        frozenset(party for party in parties if party),
        known and None not in parties,
        division_on(register, assembly, roster.day),
    )


def _mandates(register: Register, seating: Seating, assembly: str) -> dict[str, Place]:
    """Each political party with a mandate while the composition stood, and where that is told."""
    days = Span(seating.first, seating.last)
    found: dict[str, Place] = {}
    for index, division in enumerate(register.rosters.assemblies.get(assembly, ())):
        for party, side in division.sides.items() if division.span.overlaps(days) else ():
            found.setdefault(party, _place(register, assembly, index, side.value, party))
    return found


# The majority


@dataclass(frozen=True, slots=True)
class _Balance:
    """How those who sit in the forum for the assembly's party are divided on a stretch of days."""

    majority: int
    opposition: int
    unknown: int
    governs: bool

    @property
    def at_most(self) -> int:
        """How many of the majority there may be, as far as is known."""
        return self.majority + self.unknown


@rule("VR209", "mirrors-majority", subject=Subject.SEATING, parameters=Assembly)
def mirrors_majority(seating: Seating, parameters: Assembly, context: Context) -> Iterator[Verdict]:
    """Those who sit for the assembly's party are not mostly of the majority that governs there.

    Where those who govern have no majority of the mandates there is none to mirror.
    """
    register, assembly = context.register, parameters.assembly
    board = register.structure.boards.get(assembly)
    at = _place(register, assembly)
    if board is None:  # told of as a fault of the norm
        yield unknown(assembly, at)
        return
    views = [
        (
            days,
            _balance(register, board.party, assembly, context.roster(seating.forum, _first(days))),
        )
        for days in stretches(register, seating)
    ]

    def tell(view: _Balance, _: str, days: Span) -> Verdict:
        few = f"{'högst' if view.unknown else 'bara'} {view.at_most}" if view.at_most else "ingen"
        return breach(
            assembly,
            at,
            f"Av de {view.at_most + view.opposition} som sitter i {forum_of(register, seating)} "
            f"för {register.party(board.party)} från {swedish_date(_first(days))} hör {few} "
            f"till majoriteten i {_board(register, assembly)}.",
            "utse fler från majoriteten, eller rätta political_party eller side hos någon av dem.",
        )

    yield from over_time(assembly, at, views, _mirrors, tell)


def _mirrors(view: _Balance) -> Standing:
    if not view.governs or view.at_most + view.opposition == 0:
        return UNKNOWN
    if view.majority > view.opposition + view.unknown:
        return HOLDS
    return Standing(Judgement.BREACH) if view.at_most <= view.opposition else UNKNOWN


def _balance(register: Register, party: str, assembly: str, roster: Roster) -> _Balance:
    division = division_on(register, assembly, roster.day)
    seats = [seat for seat in roster.members if seat.seat.party == party]
    holders = {seat.holder for seat in seats if seat.holder}
    sides = [side_on(register, holder, roster.day) for holder in holders]
    unfilled = sum(seat.state is SeatState.UNKNOWN for seat in seats)
    return _Balance(
        sides.count(Side.MAJORITY),
        sides.count(Side.OPPOSITION),
        sides.count(None) + unfilled,
        division is not None and division.majority_governs,
    )


def _board(register: Register, assembly: str) -> str:
    board = register.structure.boards.get(assembly)
    return board.name if board else assembly


def _first(days: Span) -> date:
    return days.first or date.min
