"""What was agreed of the costs: in what proportion they are shared, how set, and when paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from vrtool.dates import swedish_date
from vrtool.diagnostic import Place, Verdict
from vrtool.model.amounts import Amount, Share
from vrtool.model.base import Count, Flag, Id, Text
from vrtool.model.costs import Costs, Distribution, Instalment
from vrtool.model.structure import Term
from vrtool.register.costs import Ground, ground_by_kind, lacking, payers
from vrtool.register.kinds import Kind
from vrtool.register.money import amount, percent_of, share
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import Context, Names, Parameters, Subject, breach, holds, rule, unknown
from vrtool.text import fold, join, sentence

_EXCUSE = "eller ange ett avsteg i deviations.yaml."


class Base(Enum):
    """What a share is a share of: all that is paid, or what is left after the part kept."""

    PAID = "paid"
    NET = "net"


class Shares(Parameters):
    """`shares` of each kind of party, in all the whole, of the `base`.

    `tolerance` is in percentage points to either side.
    """

    shares: Annotated[dict[Id, Share], Field(min_length=1)]
    tolerance: Amount
    base: Base

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sum(self.shares.values()) != 1:
            raise ValueError("andelarna ska tillsammans vara det hela")
        return self

    def references(self) -> Names:
        """The kinds of party."""
        for kind in self.shares:
            yield ("shares", kind), kind, Target.PARTY_KIND


@rule("VR861", "cost-share", subject=Subject.COSTS, parameters=Shares)
def cost_share(costs: Costs, parameters: Shares, context: Context) -> Iterator[Verdict]:
    """The kinds of party share the costs otherwise than in the agreed proportion."""
    register = context.register
    at = register.place(Kind.COSTS, costs.id, ("level",))
    grounds = _grounds(register, costs)
    if grounds is None:
        yield unknown(costs.id, at)
        return
    of_paid = parameters.base is Base.PAID
    parts = {kind: ground.paid if of_paid else ground.net for kind, ground in grounds.items()}
    if 100 * _apart(parts, parameters.shares) <= parameters.tolerance:
        yield holds(costs.id, at)
        return
    whole = amount(sum(parts.values()), costs.unit)
    kept = any(ground.kept for ground in grounds.values())
    parties = word(register, "party").the_many
    left = f"de {whole} som återstår när {parties} har behållit sitt" if kept else whole
    base = f"de {whole} som {parties} betalade" if of_paid else left
    wanted = [f"{share(part)} för {payers(register, k)}" for k, part in parameters.shares.items()]
    yield breach(
        costs.id,
        at,
        f"{sentence(_standing(register, parts))} av kostnaderna {costs.year}, räknat på {base}; "
        f"normen är omkring {join(wanted)}.",
        "kontrollera beloppen under level; stämmer de, ange ett avsteg i deviations.yaml.",
    )


def _grounds(register: Register, costs: Costs) -> dict[str, Ground] | None:
    """What each kind of party stands for; None where somebody may be missing."""
    missing = any(lack.pointer[:1] == ("level",) for lack in lacking(register, costs))
    return None if missing else ground_by_kind(register, costs)


def _apart(parts: dict[str, int], shares: dict[str, Fraction]) -> Fraction:
    """How far the kind that is farthest from its share is from it."""
    whole = sum(parts.values())
    return max(abs(Fraction(parts.get(k, 0), whole) - shares.get(k, 0)) for k in parts | shares)


def _standing(register: Register, parts: dict[str, int]) -> str:
    whole = sum(parts.values())
    told = [
        f"{payers(register, kind)} {'för' if turn else 'står för'} {percent_of(part, whole)}"
        for turn, (kind, part) in enumerate(parts.items())
    ]
    return join(told)


class Terms(Parameters):
    """How the costs are set and paid; what is not given is not asked for.

    `instalments`: how much is to be paid by which day; `population_years_before`: how many years
    before the costs' own the population is to be counted; `index`: the name of the one that raises
    the level; `level_each_term`: that each term of office has a level of its own.
    """

    instalments: tuple[Instalment, ...] = ()
    population_years_before: Count | None = None
    index: Text | None = None
    level_each_term: Flag = False

    @model_validator(mode="after")
    def _something(self) -> Self:
        asked = self.instalments or self.index or self.level_each_term
        if not asked and self.population_years_before is None:
            raise ValueError("ange minst ett av villkoren")
        return self


@rule("VR862", "cost-terms", subject=Subject.COSTS, parameters=Terms)
def cost_terms(costs: Costs, parameters: Terms, context: Context) -> Iterator[Verdict]:
    """A year's costs are set or paid otherwise than agreed."""
    register = context.register
    yield from _instalments(register, costs, parameters)
    yield from _population(register, costs, parameters)
    yield from _index(register, costs, parameters)
    yield from _level(register, costs, parameters)


def _instalments(register: Register, costs: Costs, parameters: Terms) -> Iterator[Verdict]:
    if not parameters.instalments:
        return
    subject, at = _about(register, costs, "instalments")
    if not costs.instalments:
        yield unknown(subject, at)
        return
    for asked in parameters.instalments:
        wanted = _due_by(asked.due, parameters.instalments)
        due = _due_by(asked.due, costs.instalments)
        if due < wanted:
            yield breach(
                subject,
                at,
                f"Av kostnaderna {costs.year} ska {share(wanted)} vara betalda senast "
                f"{swedish_date(asked.day(costs.year), year=False)}, men till dess förfaller bara "
                f"{share(due)}.",
                f"rätta delbetalningarnas dagar eller andelar, {_EXCUSE}",
            )
            return
    yield holds(subject, at)


def _due_by(day: str, instalments: tuple[Instalment, ...]) -> Fraction:
    return sum((part.share for part in instalments if part.due <= day), Fraction(0))


def _population(register: Register, costs: Costs, parameters: Terms) -> Iterator[Verdict]:
    before = parameters.population_years_before
    if before is None or costs.distribution is not Distribution.BY_POPULATION:
        return
    subject, at = _about(register, costs, "population", "day")
    counted = costs.population
    if counted is None:
        yield unknown(subject, at)
    elif counted.day.year == costs.year - before:
        yield holds(subject, at)
    else:
        yield breach(
            subject,
            at,
            f"Kostnaderna {costs.year} fördelas efter folkmängden {swedish_date(counted.day)}; den "
            f"ska vara från {costs.year - before}.",
            f"skriv in folkmängden {costs.year - before} under population, {_EXCUSE}",
        )


def _index(register: Register, costs: Costs, parameters: Terms) -> Iterator[Verdict]:
    if parameters.index is None or costs.year == costs.level.year:
        return
    subject, at = _about(register, costs, "index", "name")
    if costs.index is None:
        yield unknown(subject, at)
    elif fold(costs.index.name) == fold(parameters.index):
        yield holds(subject, at)
    else:
        yield breach(
            subject,
            at,
            f"Kostnaderna {costs.year} räknas upp med {costs.index.name}; de ska räknas upp med "
            f"{parameters.index}.",
            f"skriv in {parameters.index} med dess procentsatser under index, {_EXCUSE}",
        )


def _level(register: Register, costs: Costs, parameters: Terms) -> Iterator[Verdict]:
    if not parameters.level_each_term:
        return
    subject, at = _about(register, costs, "level", "year")
    term = _term(register, costs.year)
    if term is None:
        yield unknown(subject, at)
    elif term.span.contains(date(costs.level.year, 1, 1)):
        yield holds(subject, at)
    else:
        yield breach(
            subject,
            at,
            f"Kostnaderna {costs.year} bygger på nivån för {costs.level.year}; mandatperioden "
            f"{term.id} ska ha en egen nivå.",
            f"skriv in den nivå som har bedömts för {term.id} under level, {_EXCUSE}",
        )


def _term(register: Register, year: int) -> Term | None:
    terms = register.structure.terms
    return next((term for term in terms if term.span.contains(date(year, 1, 1))), None)


def _about(register: Register, costs: Costs, *pointer: str) -> tuple[str, Place]:
    """What a deviation calls this part of the costs (*2031/index*), and where it stands."""
    return f"{costs.id}/{pointer[0]}", register.place(Kind.COSTS, costs.id, pointer)
