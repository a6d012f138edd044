"""The year wheel (årshjul): the plan of a year's meetings and recurring questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from vrtool.model.base import Count, Day, Id, Ids, Record, Text, none_as_empty

Month = Annotated[Count, Field(ge=1, le=12)]


class Entry(Record):
    """Something that recurs or is foreseen: what it is about, when, in which forums."""

    id: Id
    title: Text
    topics: Ids = ()
    months: Annotated[tuple[Month, ...], BeforeValidator(none_as_empty)] = ()
    forums: Ids = ()


class YearWheel(Record):
    """`data/year-wheels/<year>.yaml`.

    `parts` are the wheel's parts by id; `plan` the days on which each forum is to meet; `to_year`
    the last year of a wheel that runs over several.
    """

    id: Id
    year: Annotated[Count, Field(ge=1900, le=2199)]
    to_year: Annotated[Count, Field(ge=1900, le=2199)] | None = None
    title: Text | None = None
    matter: Id | None = None
    plan: dict[Id, Annotated[tuple[Day, ...], BeforeValidator(none_as_empty)]] = {}
    parts: dict[Id, Annotated[tuple[Entry, ...], BeforeValidator(none_as_empty)]] = {}

    def covers(self, year: int) -> bool:
        """Whether the wheel is for the year."""
        return self.year <= year <= (self.to_year or self.year)
