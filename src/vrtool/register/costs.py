"""A year's costs worked out: what each party and each kind of party pays, and when.

All amounts are whole kronor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vrtool.diagnostic import Pointer
from vrtool.model.costs import Costs, Distribution
from vrtool.register.apportion import apportion, rounded
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import join


@dataclass(frozen=True, slots=True)
class Ground:
    """What a level rests on, for one party or several.

    `paid` before and `net` after the part `kept`; both the same where the level is set by kind.
    """

    paid: int
    kept: int = 0

    @property
    def net(self) -> int:
        """What is left when the part kept is taken off."""
        return self.paid - self.kept

    def __add__(self, other: Ground) -> Ground:
        return Ground(self.paid + other.paid, self.kept + other.kept)


@dataclass(frozen=True, slots=True)
class PartyCosts:
    """What a party pays for the year; `ground` is None where the level is set by kind alone."""

    party: str
    kind: str
    ground: Ground | None
    population: int | None
    amount: int
    instalments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearCosts:
    """A year's costs: parties in the structure's order, `due` the days of the instalments."""

    costs: Costs
    parties: tuple[PartyCosts, ...]
    kinds: dict[str, Ground]
    due: tuple[date, ...]

    @property
    def ground(self) -> Ground:
        """What the whole level rests on."""
        return _sum(self.kinds.values())

    @property
    def total(self) -> int:
        """What all pay for the year."""
        return sum(party.amount for party in self.parties)

    def of_kind(self, kind: str) -> tuple[PartyCosts, ...]:
        """The parties of a kind."""
        return tuple(party for party in self.parties if party.kind == kind)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something without which the year cannot be worked out: where, what, and how to mend it."""

    pointer: Pointer
    what: str
    mend: str


def year_costs(register: Register, costs: Costs) -> YearCosts | None:
    """The year worked out; None where something is lacking, or a party or kind is unknown."""
    kinds = ground_by_kind(register, costs)
    if kinds is None or any(lacking(register, costs)):
        return None
    amounts = _amounts(register, costs, kinds)
    population = costs.population.parties if costs.population else {}
    parties = tuple(
        PartyCosts(
            party,
            register.structure.parties[party].kind,
            _ground(costs, party) if costs.level.paid else None,
            population.get(party),
            amounts[party],
            _instalments(costs, party, amounts[party]),
        )
        for party in register.structure.parties
        if party in amounts
    )
    return YearCosts(costs, parties, kinds, tuple(p.day(costs.year) for p in costs.instalments))


def ground_by_kind(register: Register, costs: Costs) -> dict[str, Ground] | None:
    """What the level rests on, by kind of party; None where a party or kind is unknown."""
    level, structure = costs.level, register.structure
    if level.totals:
        known = level.totals.keys() <= structure.party_kinds.keys()
        totals = level.totals.items()
        return {kind: Ground(costs.kronor(amount)) for kind, amount in totals} if known else None
    if not level.paid.keys() <= structure.parties.keys():
        return None
    found: dict[str, Ground] = defaultdict(lambda: Ground(0))
    for party in level.paid:
        found[structure.parties[party].kind] += _ground(costs, party)
    return dict(found)


def lacking(register: Register, costs: Costs) -> Iterator[Lack]:
    """What the year cannot be worked out without, that is not there."""
    yield from _parties_lacking(register, costs)
    yield from _rates_lacking(costs)
    if costs.distribution is Distribution.BY_POPULATION:
        yield from _population_lacking(register, costs)


def _parties_lacking(register: Register, costs: Costs) -> Iterator[Lack]:
    """A kind of which some pay but not all: whoever pays nothing is told by a 0."""
    level, parties = costs.level, register.structure.parties
    kinds = {parties[party].kind for party in level.paid if party in parties}
    silent = [k for k, party in parties.items() if party.kind in kinds and k not in level.paid]
    if silent:
        names = join([register.party(party) for party in silent])
        yield Lack(
            ("level", "paid"),
            f"vad {names} betalade {level.paid_in}",
            "Skriv till beloppet under level: paid; den som inte betalar skrivs med 0.",
        )
    for kind in level.totals:
        if not parties_of(register, kind) and kind in register.structure.party_kinds:
            yield Lack(
                ("level", "totals", kind),
                f"{word(register, 'party').a} av slaget {kind}",
                f"Ta bort slaget, eller lägg till {word(register, 'party').the} i structure.yaml.",
            )


def _rates_lacking(costs: Costs) -> Iterator[Lack]:
    needed = range(costs.level.year + 1, costs.year + 1)
    if not needed:
        return
    if costs.index is None:
        yield Lack(
            (),
            f"det index som räknar upp nivån från {costs.level.year}",
            "Skriv till index med namn (name) och procentsats för varje år (rates).",
        )
        return
    missing = [str(year) for year in needed if year not in costs.index.rates]
    if missing:
        yield Lack(
            ("index", "rates"),
            f"{costs.index.name} för {join(missing)}",
            "Skriv till procentsatsen under index: rates.",
        )


def _population_lacking(register: Register, costs: Costs) -> Iterator[Lack]:
    counted = costs.population.parties if costs.population else {}
    silent = [
        register.party(party)
        for kind in _kinds(register, costs)
        for party in parties_of(register, kind)
        if len(parties_of(register, kind)) > 1 and party not in counted
    ]
    if silent:
        at: Pointer = ("population", "parties") if costs.population else ()
        yield Lack(at, f"folkmängden i {join(silent)}", "Skriv till den under population: parties.")


def payers(register: Register, kind: str) -> str:
    """A kind of party as those who pay: *kommunerna*; by name where there is only one."""
    parties, word = parties_of(register, kind), register.structure.party_kinds.get(kind)
    if len(parties) == 1 or word is None:
        return register.party(parties[0]) if parties else kind
    return word.the_many


def parties_of(register: Register, kind: str) -> list[str]:
    """The parties of a kind, in the structure's order."""
    return [key for key, party in register.structure.parties.items() if party.kind == kind]


def _kinds(register: Register, costs: Costs) -> list[str]:
    parties = register.structure.parties
    paying = {parties[party].kind for party in costs.level.paid if party in parties}
    return [
        kind for kind in register.structure.party_kinds if kind in paying | {*costs.level.totals}
    ]


def _ground(costs: Costs, party: str) -> Ground:
    kept = costs.level.kept.get(party)
    return Ground(costs.kronor(costs.level.paid[party]), costs.kronor(kept) if kept else 0)


def _amounts(register: Register, costs: Costs, kinds: dict[str, Ground]) -> dict[str, int]:
    """The year's level, raised by the index and rounded, then shared."""
    total = rounded(_sum(kinds.values()).net * _factor(costs), costs.step)
    if costs.distribution is Distribution.AS_PAID:
        nets = {party: _ground(costs, party).net for party in costs.level.paid}
        return apportion(total, nets, costs.step)
    counted = costs.population.parties if costs.population else {}
    by_kind = apportion(total, {kind: ground.net for kind, ground in kinds.items()}, costs.step)
    amounts: dict[str, int] = {}
    for kind, amount in by_kind.items():
        parties = parties_of(register, kind)
        weights = {party: counted.get(party, 1) for party in parties}
        amounts |= apportion(amount, weights, costs.step)
    return amounts


def _factor(costs: Costs) -> Fraction:
    """How many times the level's own year this year is."""
    factor, rates = Fraction(1), costs.index.rates if costs.index else {}
    for year in range(costs.level.year + 1, costs.year + 1):
        factor *= 1 + Fraction(rates[year]) / 100
    return factor


def _instalments(costs: Costs, party: str, amount: int) -> tuple[int, ...]:
    """Whole kronor; none to oneself."""
    if party == costs.receiver or not costs.instalments:
        return ()
    shares = {index: part.share for index, part in enumerate(costs.instalments)}
    return tuple(apportion(amount, shares).values())


def _sum(grounds: Iterable[Ground]) -> Ground:
    return sum(grounds, Ground(0))
