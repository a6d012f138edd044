"""The rosters: people, offices and who held them when, appointed seats, networks."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.dates import Span
from vrtool.model.base import (
    Count,
    Day,
    Flag,
    Id,
    Ids,
    Record,
    SlashedId,
    Text,
    none_as_empty,
    none_as_empty_map,
)


class Side(Enum):
    """On which side of the party's own assembly someone sits."""

    MAJORITY = "majority"
    OPPOSITION = "opposition"


class Person(Record):
    """Someone in public office, or an official. The id survives a change of name.

    `political_party` is one of the structure's, where it lists any. `side` need not be said of
    those whose political party has a side of its own in the `assemblies`.
    """

    name: Text
    party: Id | None = None
    organisation: Text | None = None
    title: Text | None = None
    political_party: Text | None = None
    side: Side | None = None
    aliases: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    other_than: Ids = ()


class Tenure(Record):
    """Who held an office or seat from when to when; or that it was vacant.

    Where the ends are not known, `seen` gives days on which the holder is known to have held it:
    held from the first of them to the last, unknown outside. `decided_otherwise` tells of a
    decision that someone is appointed for another time than a term of office.
    """

    who: Id | None = None
    vacant: Flag = False
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")
    seen: Annotated[tuple[Day, ...], BeforeValidator(none_as_empty)] = ()
    decided_otherwise: Text | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if (self.who is None) != self.vacant:
            raise ValueError("ange antingen who eller vacant: true")
        if self.seen and (self.start or self.end):
            raise ValueError("ange antingen seen eller from och to")
        if not self.seen and self.start is None:
            raise ValueError("ange from (och to), eller seen när början och slut inte är kända")
        if self.start and self.end and self.end < self.start:
            raise ValueError("to ligger före from")
        return self

    @property
    def span(self) -> Span:
        """The days on which this is known to have been so, both ends included."""
        if self.seen:
            return Span(min(self.seen), max(self.seen))
        return Span(self.start, self.end)

    def covers(self, day: date) -> bool:
        """Whether this is known to have been so on the day."""
        return self.span.contains(day)


Tenures = Annotated[tuple[Tenure, ...], BeforeValidator(none_as_empty)]


class AppointedSeat(Record):
    """A seat filled by appointment, its personal deputies, or the day it was declined."""

    members: Tenures = ()
    deputies: Tenures = ()
    declined: Day | None = None

    @model_validator(mode="after")
    def _declined_is_empty(self) -> Self:
        if self.declined and any(tenure.covers(self.declined) for tenure in self.members):
            raise ValueError("platsen är både avböjd och besatt samma dag")
        return self


Mandates = Annotated[dict[Id, Annotated[Count, Field(ge=1)]], BeforeValidator(none_as_empty_map)]
"""Political parties by id, with the number of mandates each has."""


class Division(Record):
    """How the mandates of an assembly are divided, from when to when.

    The political parties that govern are the `majority`, the others the `opposition`.
    """

    start: Day = Field(alias="from")
    end: Day | None = Field(default=None, alias="to")
    majority: Mandates
    opposition: Mandates = {}

    @model_validator(mode="after")
    def _one_side_each(self) -> Self:
        if self.end and self.end < self.start:
            raise ValueError("to ligger före from")
        both = sorted(self.majority.keys() & self.opposition.keys())
        if both:
            raise ValueError(f"”{both[0]}” står både i majority och i opposition")
        return self

    @property
    def span(self) -> Span:
        """The days on which the mandates are so divided, both ends included."""
        return Span(self.start, self.end)

    @property
    def sides(self) -> dict[str, Side]:
        """Every political party with a mandate, and the side it is on."""
        return {
            **dict.fromkeys(self.majority, Side.MAJORITY),
            **dict.fromkeys(self.opposition, Side.OPPOSITION),
        }

    @property
    def majority_governs(self) -> bool:
        """Whether those who govern have more mandates than the others."""
        return sum(self.majority.values()) > sum(self.opposition.values())


class Network(Record):
    """A network of officials; its offices stand under its id.

    `forums` are those it supports; `named_at` the meeting, or meeting/item, that named it for them.
    """

    name: Text
    forums: Ids = ()
    named_at: SlashedId | None = None


class Rosters(Record):
    """`data/forums.yaml`. `assemblies` are boards with a division of their mandates."""

    people: Annotated[dict[Id, Person], BeforeValidator(none_as_empty_map)] = {}
    networks: Annotated[dict[Id, Network], BeforeValidator(none_as_empty_map)] = {}
    offices: Annotated[dict[SlashedId, Tenures], BeforeValidator(none_as_empty_map)] = {}
    seats: Annotated[dict[SlashedId, AppointedSeat], BeforeValidator(none_as_empty_map)] = {}
    assemblies: Annotated[dict[Id, tuple[Division, ...]], BeforeValidator(none_as_empty_map)] = {}
