"""The rosters: people, offices and who held them when, appointed seats, networks."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.dates import Span
from vrtool.model.base import (
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
    """Someone in public office, or an official. The id survives a change of name."""

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
    held from the first of them to the last, unknown outside.
    """

    who: Id | None = None
    vacant: Flag = False
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")
    seen: Annotated[tuple[Day, ...], BeforeValidator(none_as_empty)] = ()

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


class Network(Record):
    """A network of officials; its offices stand under its id.

    `forums` are those it supports; `named_at` the meeting, or meeting/item, that named it for them.
    """

    name: Text
    forums: Ids = ()
    named_at: SlashedId | None = None


class Rosters(Record):
    """`data/forums.yaml`."""

    people: Annotated[dict[Id, Person], BeforeValidator(none_as_empty_map)] = {}
    networks: Annotated[dict[Id, Network], BeforeValidator(none_as_empty_map)] = {}
    offices: Annotated[dict[SlashedId, Tenures], BeforeValidator(none_as_empty_map)] = {}
    seats: Annotated[dict[SlashedId, AppointedSeat], BeforeValidator(none_as_empty_map)] = {}
