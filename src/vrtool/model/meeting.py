"""A meeting (möte): when and where, its agenda, its notice, its minutes."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.dates import Hours, Span
from vrtool.model.base import (
    Day,
    Flag,
    HoursOfDay,
    Id,
    Ids,
    Record,
    Sending,
    SendingOrDay,
    SlashedId,
    Text,
    day_as_sending,
    none_as_empty,
)
from vrtool.model.deviation import Deviation
from vrtool.model.item import Item


class Mode(Enum):
    """How the members take part."""

    PHYSICAL = "physical"
    DIGITAL = "digital"
    HYBRID = "hybrid"


class Form(Enum):
    """What kind of occasion it is."""

    MEETING = "meeting"
    CONFERENCE = "conference"
    PLANNING_DAYS = "planning-days"


class Known(Enum):
    """How much of the meeting this record knows; less than `full` makes absence no evidence."""

    PLANNED = "planned"
    DATE = "date"
    ITEMS = "items"
    FULL = "full"


class Fixed(Record):
    """That the agenda was fixed: when, by whom, with whose support (001, 3.1).

    `renewed` is the last day it was fixed anew after the notice had gone out, whose agenda still is
    the one fixed on `date`. `fingerprint` gives each item's fingerprint as it last was fixed.
    """

    date: Day
    renewed: Day | None = None
    by: Ids
    support: Ids = ()
    fingerprint: dict[Text, Text] = {}


class Agenda(Record):
    """The items in order, and how they were fixed."""

    fixed: Fixed | None = None
    items: Annotated[tuple[Item, ...], BeforeValidator(none_as_empty)] = ()


class Officials(Record):
    """Which officials were called: everyone the working forms name, or these people."""

    everyone: Flag = False
    people: Ids = ()


def _officials(value: object) -> object:
    return {"everyone": "true"} if value == "all" else {"people": value}


class Notice(Record):
    """The notice (kallelse): when and by whom it went out, which officials and guests it called."""

    sent: SendingOrDay | None = None
    by: Id | None = None
    officials: Annotated[Officials, BeforeValidator(_officials)] | None = None
    invited: Ids = ()
    text: Text | None = None


class Presence(Record):
    """Someone present, for the whole meeting or only for some items."""

    who: Id
    items: Ids = ()


class Served(Record):
    """A deputy who served, for which seat, for the whole meeting or only for some items."""

    who: Id
    seat: SlashedId = Field(alias="for")
    items: Ids = ()


class Guest(Record):
    """Someone present who has no seat."""

    name: Text
    organisation: Text | None = None
    items: Ids = ()


def _presence(value: object) -> object:
    return {"who": value} if isinstance(value, str) else value


Presences = Annotated[
    tuple[Annotated[Presence, BeforeValidator(_presence)], ...], BeforeValidator(none_as_empty)
]


class Attendance(Record):
    """Who was there. A list left empty (null) has not been taken."""

    present: Presences = ()
    absent: Ids = ()
    served: Annotated[tuple[Served, ...], BeforeValidator(none_as_empty)] = ()
    others: Annotated[tuple[Guest, ...], BeforeValidator(none_as_empty)] = ()

    @property
    def taken(self) -> bool:
        """Whether anybody is recorded at all: a skeleton is no evidence."""
        return bool(self.present or self.absent or self.served or self.others)


class Adjustment(Record):
    """That someone signed or adjusted the minutes (underskrift, justering)."""

    by: Id
    date: Day


class Correction(Record):
    """A mistake in adjusted minutes, set right with a date instead of edited away."""

    date: Day
    item: Id | None = None
    text: Text


class Dispatch(Sending):
    """That the minutes were sent out: to which parties, and to `others` by name."""

    others: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()


DispatchOrDay = Annotated[Dispatch, BeforeValidator(day_as_sending)]
"""A dispatch, or merely its date when it went to all parties and nobody else."""


class Minutes(Record):
    """The notes of the meeting (minnesanteckningar); outcomes stand with their items.

    `adjusters` were appointed to adjust them, `signed` tells who signed them.
    `fingerprint` gives the fingerprint of each part as it stood at adjustment.
    """

    led_by: Id | None = None
    secretary: Id | None = None
    attendance: Attendance | None = None
    adjusters: Ids = ()
    signed: Adjustment | None = None
    adjusted: Annotated[tuple[Adjustment, ...], BeforeValidator(none_as_empty)] = ()
    dispatched: DispatchOrDay | None = None
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(none_as_empty)] = ()
    fingerprint: dict[Text, Text] = {}


class Moved(Record):
    """That the meeting was moved from another day, and why."""

    start: Day = Field(alias="from")
    on: Day | None = None
    reason: Text | None = None


class Cancelled(Record):
    """That the meeting was cancelled, and why."""

    on: Day | None = None
    reason: Text


def _hours_by_day(value: object) -> object:
    return {"every": value} if isinstance(value, str) else value


class Meeting(Record):
    """`data/meetings/<id>.yaml`. `requested` is the request in answer to which it is held."""

    id: Id
    forum: Id
    date: Day
    end: Day | None = Field(default=None, alias="to")
    hours: Annotated[dict[str, HoursOfDay] | None, BeforeValidator(_hours_by_day)] = None
    form: Form = Form.MEETING
    title: Text | None = None
    mode: Mode | None = None
    place: Text | None = None
    link: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)] | None = None
    known: Known = Known.FULL
    planned_as: Id | None = None
    requested: Id | None = None
    moved: Annotated[tuple[Moved, ...], BeforeValidator(none_as_empty)] = ()
    cancelled: Cancelled | None = None
    topics: Ids = ()
    public: Flag = True
    source: Text | None = None
    note: Text | None = None
    agenda: Agenda | None = None
    notice: Notice | None = None
    minutes: Minutes | None = None
    deviations: Annotated[tuple[Deviation, ...], BeforeValidator(none_as_empty)] = ()

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.end is not None and self.end < self.date:
            raise ValueError("to ligger före date")
        for key in self.hours or {}:
            if key != "every" and key not in {day.isoformat() for day in self.days}:
                raise ValueError(f"hours: {key} är ingen av mötets dagar")
        return self

    @property
    def last_day(self) -> dt.date:
        """The last day of the meeting, mostly its only one."""
        return self.end or self.date

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Every day of the meeting."""
        first = self.date.toordinal()
        return tuple(dt.date.fromordinal(n) for n in range(first, self.last_day.toordinal() + 1))

    @property
    def span(self) -> Span:
        """The meeting's days as a span."""
        return Span(self.date, self.last_day)

    def hours_on(self, day: dt.date) -> Hours | None:
        """The hours of one of its days, where known."""
        hours = self.hours or {}
        return hours.get(day.isoformat()) or hours.get("every")

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the agenda; none where there is no agenda."""
        return self.agenda.items if self.agenda else ()
