"""What the parties pay for a year of their cooperation, and how that is worked out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.model.amounts import Amount, DayOfYear, People, Percent, Share, Year
from vrtool.model.base import Day, Id, Record, Text, none_as_empty


class Unit(Enum):
    """What amounts are counted in."""

    THOUSANDS = "tkr"
    KRONOR = "kr"

    @property
    def kronor(self) -> int:
        """How many kronor one is."""
        return 1000 if self is Unit.THOUSANDS else 1


class Distribution(Enum):
    """How the year's costs are shared among the parties."""

    AS_PAID = "as-paid"
    BY_POPULATION = "by-population"


class Level(Record):
    """What the cooperation costs in all, set for `year` and kept until another is set.

    It rests on what each party `paid` in the year `paid_in`, less the part it has `kept` since for
    cooperation among its own kind; or on `totals` for each kind of party. Amounts in the file's
    unit.
    """

    year: Year
    paid_in: Year | None = None
    paid: dict[Id, Amount] = {}
    kept: dict[Id, Amount] = {}
    totals: dict[Id, Amount] = {}

    @model_validator(mode="after")
    def _one_ground(self) -> Self:
        if bool(self.paid) == bool(self.totals):
            raise ValueError("ange en av paid (vad varje part betalade) och totals (per slag)")
        if bool(self.paid) != (self.paid_in is not None):
            raise ValueError("paid och paid_in (året som parterna betalade) hör ihop")
        for party, amount in self.kept.items():
            if amount > self.paid.get(party, Decimal(0)):
                raise ValueError(f"parten {party} kan inte behålla mer än den betalade")
        if not sum(self.paid.values()) + sum(self.totals.values()) - sum(self.kept.values()):
            raise ValueError("det blir inget kvar att fördela")
        return self


class Index(Record):
    """The price index a level follows: how much higher each year is than the one before."""

    name: Text
    rates: dict[Year, Annotated[Percent, Field(ge=-99)]] = {}


class Population(Record):
    """How many lived in each party's area on a day."""

    day: Day
    parties: Annotated[dict[Id, Annotated[People, Field(ge=1)]], Field(min_length=1)]


class Instalment(Record):
    """A part of what a party pays for the year, due at the latest on this day of it."""

    due: DayOfYear
    share: Share

    def day(self, year: int) -> date:
        """The last day for paying it."""
        return date.fromisoformat(f"{year}-{self.due}")


class Sums(Record):
    """Sums as the source states them, to be checked against the parts; `net` is what is left."""

    paid: Amount | None = None
    kept: Amount | None = None
    net: Amount | None = None


class Costs(Record):
    """`data/costs/<year>.yaml`.

    Amounts stand in `unit`; what is worked out is rounded to `rounding` (the unit unless given) and
    paid to `receiver` in `instalments`, whole kronor. `index` raises the level for every year after
    its first. `population` is what `by-population` shares by. `sums` are the source's own, by kind
    of party and for `all`; they take no part in the working out. `agreement` is the rulebook behind
    it.
    """

    id: Id
    year: Year
    agreement: Id | None = None
    unit: Unit
    rounding: Unit | None = None
    receiver: Id | None = None
    level: Level
    distribution: Distribution
    index: Index | None = None
    population: Population | None = None
    instalments: Annotated[tuple[Instalment, ...], BeforeValidator(none_as_empty)] = ()
    sums: dict[Id, Sums] = {}
    note: Text | None = None
    source: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        level = self.level
        if self.id != str(self.year):
            raise ValueError(f"id ska vara årtalet: {self.year}")
        if level.year > self.year:
            raise ValueError(f"nivån för {level.year} kan inte gälla redan {self.year}")
        if level.paid_in is not None and level.paid_in >= level.year:
            raise ValueError(f"nivån för {level.year} bygger på vad som betalades ett tidigare år")
        if self.distribution is Distribution.AS_PAID and level.totals:
            raise ValueError("as-paid kräver paid: vad varje part betalade")
        if level.totals and any(stated.paid or stated.kept for stated in self.sums.values()):
            raise ValueError("med totals finns bara net att summera")
        if any(before.due >= after.due for before, after in pairwise(self.instalments)):
            raise ValueError("delbetalningarna ska stå i tidsordning, en för varje dag")
        if self.instalments and sum(part.share for part in self.instalments) != 1:
            raise ValueError("delbetalningarna ska tillsammans vara hela beloppet")
        return self

    @model_validator(mode="after")
    def _whole_kronor(self) -> Self:
        for amounts in (self.level.paid, self.level.kept, self.level.totals):
            for key, amount in amounts.items():
                if amount * self.unit.kronor % 1:
                    raise ValueError(f"beloppet för {key} är inte hela kronor")
        return self

    def kronor(self, amount: Decimal) -> int:
        """An amount of the file in kronor."""
        return int(amount * self.unit.kronor)

    @property
    def step(self) -> int:
        """The kronor that amounts worked out are rounded to."""
        return (self.rounding or self.unit).kronor
