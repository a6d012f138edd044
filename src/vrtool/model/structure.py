"""The structure: who the parties are, which forums they have, what things are called."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from vrtool.dates import Span
from vrtool.model.base import (
    Day,
    DaySpan,
    Flag,
    Id,
    Ids,
    Record,
    SlashedId,
    Text,
    none_as_empty_map,
)


class Party(Record):
    """One of those that signed the agreement (part)."""

    name: Text
    short: Text
    kind: Id
    code: Text | None = None
    area: Id | None = None


class Board(Record):
    """A board inside a party whose chair or presidium may hold seats (nämnd, styrelse)."""

    name: Text
    party: Id


class OfficeKind(Record):
    """What an office is called (uppdrag, befattning), and whether it belongs to a presidium."""

    name: Text
    short: Text | None = None
    presidium: Flag = False


class ForumName(Record):
    """What a forum was called, and from which day to which the name was in use."""

    name: Text
    short_name: Text
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")

    def in_use(self, day: date) -> bool:
        """Whether the forum bore this name on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Complete(Record):
    """The spans for which the record is said to be complete; only there is absence evidence."""

    meetings: tuple[DaySpan, ...] = ()
    rosters: tuple[DaySpan, ...] = ()
    minutes: tuple[DaySpan, ...] = ()


class Forum(Record):
    """A body of the structure, under one id through all its names.

    `established_at` is the meeting, or meeting/item, whose position set it up.
    """

    short: Id
    names: Annotated[tuple[ForumName, ...], Field(min_length=1)]
    established_at: SlashedId | None = None
    complete: Annotated[Complete, BeforeValidator(none_as_empty_map)] = Complete()

    def name_on(self, day: date) -> ForumName:
        """The name of the day: the last of those in use, else the first of all."""
        in_use = [name for name in self.names if name.in_use(day)]
        return in_use[-1] if in_use else self.names[0]


class Term(Record):
    """A term of office (mandatperiod), both days included."""

    id: Text
    start: Day = Field(alias="from")
    end: Day = Field(alias="to")

    @property
    def span(self) -> Span:
        """The term as a span of days."""
        return Span(self.start, self.end)


class Word(Record):
    """How the structure says a thing: *ett ställningstagande, ställningstagandet, -n, -ns*."""

    one: Text
    the: Text
    many: Text
    the_many: Text | None = None


class Structure(Record):
    """`data/structure.yaml`: parties, boards, forums with dated names, terms, topics, words."""

    name: Text
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] = "SE"
    secretariat: Id
    party_kinds: dict[Id, Word]
    parties: dict[Id, Party]
    areas: dict[Id, Text] = {}
    boards: dict[Id, Board] = {}
    offices: dict[Id, OfficeKind] = {}
    terms: tuple[Term, ...] = ()
    forums: dict[Id, Forum]
    groups: dict[Id, Ids] = {}
    topics: dict[Id, Text] = {}
    words: dict[Id, Word] = {}
