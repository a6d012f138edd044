"""An item on an agenda (punkt), what came of it, and the work it gave rise to."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.model.base import (
    ClockTime,
    Count,
    Day,
    Flag,
    Id,
    Ids,
    Record,
    SendingOrDay,
    SlashedId,
    Text,
    none_as_empty,
)
from vrtool.model.matter import Logic, Papers


class Purpose(Enum):
    """What an item is on the agenda for (syfte)."""

    INFORMATION = "information"
    DIALOGUE = "dialogue"
    PREPARATION = "preparation"
    POSITION = "position"
    ASSIGNMENT = "assignment"
    NOMINATION = "nomination"
    PROCEDURE = "procedure"


class ItemKind(Enum):
    """An ordinary item, a standing one of the forum, or a break."""

    ITEM = "item"
    STANDING = "standing"
    BREAK = "break"


class OutcomeKind(Enum):
    """What came of an item (resultat): a closed set."""

    NOTED = "noted"
    DISCUSSED = "discussed"
    PREPARED = "prepared"
    RETURNED = "returned"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    POSITION = "position"
    RECOMMENDATION = "recommendation"
    ASSIGNED = "assigned"
    NOMINATED = "nominated"

    @property
    def takes_position(self) -> bool:
        """Whether the forum took a position, or recommended, which is the same by another name."""
        return self in {OutcomeKind.POSITION, OutcomeKind.RECOMMENDATION}


class Assignment(Record):
    """Work given (uppdrag): the task, who gave it to whom, until when.

    `giver` is the meeting's forum where it is not named; `basis` a norm that gives the assignment
    by itself.
    """

    id: Id
    task: Text | None = None
    giver: Id | None = None
    receiver: Id
    due: Day | None = None
    basis: Text | None = None


class Report(Record):
    """What a later meeting was told of an assignment given before."""

    assignment: Id
    done: Flag = False
    text: Text | None = None


class Reservation(Record):
    """What a person or a party held against the outcome (reservation)."""

    who: Id | None = None
    party: Id | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _someones(self) -> Self:
        if (self.who is None) == (self.party is None):
            raise ValueError("ange antingen who eller party")
        return self


AS_PROPOSED = "as-proposed"
"""As the text of an outcome: the proposal of the brief, word for word."""


class Outcome(Record):
    """The result of an item. `next` is the forum it is sent on to or back to.

    `text` is the wording of the position, or the proposal of what was prepared; `as-proposed`
    refers to the brief's. `questions` to the elected, `minutes` and `ambition` go with what is
    prepared for another forum (002, minnesanteckningar). `establishes` names forums set up.
    `consensus` is whether all agreed, where that is told; with `reservations` they did not.
    """

    kind: OutcomeKind
    text: Text | None = None
    next: Id | None = None
    meeting: Id | None = None
    decides_next: Ids = ()
    people: Ids = ()
    establishes: Ids = ()
    questions: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    minutes: Annotated[Count, Field(ge=1)] | None = None
    ambition: Text | None = None
    consensus: Flag | None = None
    reservations: Annotated[tuple[Reservation, ...], BeforeValidator(none_as_empty)] = ()
    assignments: Annotated[tuple[Assignment, ...], BeforeValidator(none_as_empty)] = ()
    reports: Annotated[tuple[Report, ...], BeforeValidator(none_as_empty)] = ()

    @model_validator(mode="after")
    def _one_story(self) -> Self:
        if self.consensus and self.reservations:
            raise ValueError("consensus: true stämmer inte med reservations")
        return self

    @property
    def agreed(self) -> bool | None:
        """Whether all agreed; None where it is not told."""
        return False if self.reservations else self.consensus


class Presenter(Record):
    """Who presents: a person of the rosters, or a name, or only an organisation."""

    who: Id | None = None
    name: Text | None = None
    organisation: Text | None = None

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not (self.who or self.name or self.organisation):
            raise ValueError("ange who, name eller organisation")
        if self.who and self.name:
            raise ValueError("ange antingen who (id i forums.yaml) eller name, inte båda")
        return self


def _presenter(value: object) -> object:
    return {"who": value} if isinstance(value, str) else value


class Item(Record):
    """One point of a meeting's agenda, with its outcome once the meeting is held.

    `year` is the year the item is about, where it is not the meeting's own (next year's wheel).
    `earlier` says where an item that is no matter was up before: `meeting` or `meeting/item`.
    `number` is frozen when the notice goes out; `added` dates an item that came after.
    """

    id: Id
    title: Text
    kind: ItemKind = ItemKind.ITEM
    matter: Id | None = None
    matters: Ids = ()
    topics: Ids = ()
    year: Annotated[Count, Field(ge=1900, le=2199)] | None = None
    purpose: Annotated[tuple[Purpose, ...], BeforeValidator(none_as_empty)] = ()
    label: Text | None = None
    logic: Logic | None = None
    text: Text | None = None
    proposal: Text | None = None
    day: Annotated[Count, Field(ge=1)] = 1
    start: ClockTime | None = None
    minutes: Annotated[Count, Field(ge=1)] | None = None
    presenters: Annotated[
        tuple[Annotated[Presenter, BeforeValidator(_presenter)], ...],
        BeforeValidator(none_as_empty),
    ] = ()
    process_leader: Annotated[Presenter, BeforeValidator(_presenter)] | None = None
    papers: Papers = ()
    papers_count: Annotated[Count, Field(ge=1)] | None = None
    papers_sent: SendingOrDay | None = None
    earlier: Annotated[tuple[SlashedId, ...], BeforeValidator(none_as_empty)] = ()
    number: Annotated[Count, Field(ge=1)] | None = None
    added: Day | None = None
    public: Flag = True
    outcome: Outcome | None = None

    @property
    def all_matters(self) -> tuple[str, ...]:
        """The ids of every matter the item names, in order."""
        return ((self.matter,) if self.matter else ()) + self.matters

    @property
    def of_substance(self) -> bool:
        """Whether this is more than procedure, a standing point or a break (001, 3.1)."""
        procedural = bool(self.purpose) and set(self.purpose) == {Purpose.PROCEDURE}
        return self.kind is ItemKind.ITEM and not procedural
