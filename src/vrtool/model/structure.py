"""The structure: who the parties are, which forums they have, what things are called."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

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
from vrtool.text import definite_plural


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
    """What a forum was called, and from which day to which the name was in use.

    `in_text` is how the name stands within a sentence, where not as `short_name`: *den regionala
    beredningen*, of one that is called *regionala beredningen* in a list.
    """

    name: Text
    short_name: Text
    given_in_text: Text | None = Field(default=None, alias="in_text")
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")

    @property
    def in_text(self) -> str:
        """The name within a sentence."""
        return self.given_in_text or self.short_name

    def in_use(self, day: date) -> bool:
        """Whether the forum bore this name on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Complete(Record):
    """The spans for which the record is said to be complete; only there is absence evidence."""

    meetings: tuple[DaySpan, ...] = ()
    rosters: tuple[DaySpan, ...] = ()
    minutes: tuple[DaySpan, ...] = ()


class SetUpBy(Record):
    """A body outside the structure that set a forum up, and when if that is known."""

    body: Text
    date: Day | None = None


class Forum(Record):
    """A body of the structure, under one id through all its names.

    `established_at` is the meeting, or meeting/item, whose position set it up, `established_by` a
    body outside the structure that did; `closed_at` the meeting, or meeting/item, that closed it.
    A forum stands from `from` to `to`, both days included; where they are left out, for as long as
    anything tells. `task` is what it is for, and `forms` how it works, as it was decided.
    """

    short: Id
    names: Annotated[tuple[ForumName, ...], Field(min_length=1)]
    established_at: SlashedId | None = None
    established_by: SetUpBy | None = None
    closed_at: SlashedId | None = None
    start: Day | None = Field(default=None, alias="from")
    end: Day | None = Field(default=None, alias="to")
    task: Text | None = None
    forms: Text | None = None
    complete: Annotated[Complete, BeforeValidator(none_as_empty_map)] = Complete()

    @model_validator(mode="after")
    def _one_beginning_and_end(self) -> Self:
        if self.established_at and self.established_by:
            raise ValueError("ange antingen established_at eller established_by")
        if self.start and self.end and self.end < self.start:
            raise ValueError("to ligger före from")
        if self.closed_at and self.end is None:
            raise ValueError("ange to, den sista dagen, när closed_at är ifylld")
        return self

    @property
    def span(self) -> Span:
        """The days on which the forum stands."""
        return Span(self.start, self.end)

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


class Gender(Enum):
    """What agrees with a word: *en*, *ett*, or the plural of one that has no singular."""

    COMMON = "en"
    NEUTER = "ett"
    PLURAL = "plural"


class Word(Record):
    """How the structure says a thing: *ställningstagande, ställningstagandet, -n, -na*.

    `the_many` and `gender` are derived where they are not given: *kommuner, kommunerna*; *ett*
    where the definite form ends in -t, the plural where the word is its own plural and that form
    ends in -a, else *en*.
    """

    one: Text
    the: Text
    many: Text
    given_the_many: Text | None = Field(default=None, alias="the_many")
    given_gender: Gender | None = Field(default=None, alias="gender")

    @property
    def the_many(self) -> str:
        """The definite plural: *ställningstagandena*."""
        if self.given_the_many:
            return self.given_the_many
        return self.the if self.gender is Gender.PLURAL else definite_plural(self.one, self.many)

    @property
    def gender(self) -> Gender:
        """What agrees with the word."""
        if self.given_gender:
            return self.given_gender
        if self.one == self.many and self.the.endswith("a"):
            return Gender.PLURAL
        return Gender.NEUTER if self.the.endswith("t") else Gender.COMMON

    @property
    def a(self) -> str:
        """With its article: *ett ställningstagande*, *en rekommendation*, *anteckningar*."""
        return f"{self.agree('en ', 'ett ', '')}{self.one}"

    @property
    def none(self) -> str:
        """None of it: *inget ställningstagande*, *ingen rekommendation*, *inga anteckningar*."""
        return f"{self.agree('ingen', 'inget', 'inga')} {self.one}"

    @property
    def that(self) -> str:
        """Before a clause that tells which: *det ställningstagande* (som väntas)."""
        return f"{self.agree('den', 'det', 'de')} {self.one}"

    @property
    def it(self) -> str:
        """As an object: *den*, *det* or *dem*."""
        return self.agree("den", "det", "dem")

    def agree(self, common: str, neuter: str, plural: str) -> str:
        """The one that agrees with the word: *justerad*, *justerat* or *justerade*."""
        return {Gender.COMMON: common, Gender.NEUTER: neuter, Gender.PLURAL: plural}[self.gender]


WordName: TypeAlias = Literal[
    "position",
    "recommendation",
    "information",
    "dialogue",
    "preparation",
    "assignment",
    "nomination",
    "procedure",
    "agenda",
    "notice",
    "minutes",
    "party",
    "member",
    "deputy",
    "official",
    "co-opted",
    "office",
    "chair",
    "case-logic",
    "process-logic",
]
"""What a structure may have a word of its own for."""


class Structure(Record):
    """`data/structure.yaml`: parties, boards, forums with dated names, terms, topics, words.

    `political_parties` are by id; where any are named, no person may be of another.
    """

    name: Text
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] = "SE"
    secretariat: Id
    party_kinds: dict[Id, Word]
    parties: dict[Id, Party]
    areas: dict[Id, Text] = {}
    boards: dict[Id, Board] = {}
    political_parties: dict[Id, Text] = {}
    offices: dict[Id, OfficeKind] = {}
    terms: tuple[Term, ...] = ()
    forums: dict[Id, Forum]
    groups: dict[Id, Ids] = {}
    topics: dict[Id, Text] = {}
    words: dict[WordName, Word] = {}
