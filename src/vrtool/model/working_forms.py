"""A dated rulebook (arbetsformer, avtal): which seats a forum has, and the norms as data."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.dates import Span
from vrtool.diagnostic import Severity, Strength
from vrtool.model.base import Count, Day, Flag, Id, Ids, Record, SlashedId, Text, none_as_empty


class InForce(Record):
    """From which day to which the rulebook is applied."""

    start: Day = Field(alias="from")
    end: Day | None = Field(default=None, alias="to")


class Phase(Enum):
    """How far a record has come; a norm is judged from its phase on."""

    PLANNED = "planned"
    DRAFT = "draft"
    FIXED = "fixed"
    CALLED = "called"
    HELD = "held"
    ADJUSTED = "adjusted"
    DISPATCHED = "dispatched"


class SeatRule(Record):
    """One line of a composition: which seats, through an office or by appointment.

    `office` with `each` (a kind of party), `parties` or `boards` names offices `<body>/<office>`;
    `presidium` names boards all of whose presidium offices carry seats. `appointed` gives seats
    `<appointed>/<party>/<n>` of rosters' `seats`, `count` for each party (or each of `areas`), or
    `<appointed>/<n>` where neither is named. `chosen_from` is the office their holders must have.
    """

    office: Id | None = None
    each: Id | None = None
    parties: Ids = ()
    boards: Ids = ()
    presidium: Ids = ()
    bodies: Ids = ()
    areas: Ids = ()
    appointed: Id | None = None
    chosen_from: Id | None = None
    count: Annotated[Count, Field(ge=1)] = 1
    offered: Flag = False
    deputies: Flag = False

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [self.office, self.presidium, self.appointed]
        if sum(bool(kind) for kind in kinds) != 1:
            raise ValueError("ange en av office, presidium och appointed")
        return self


SeatRules = Annotated[tuple[SeatRule, ...], BeforeValidator(none_as_empty)]


def _one_or_several(value: object) -> object:
    return [value] if isinstance(value, str) else none_as_empty(value)


class Composition(Record):
    """Who belongs to a forum: members, officials who attend, those co-opted.

    `chair` and `vice_chair` (one or several) are the offices of its presidium.
    """

    paragraph: Text | None = None
    members: SeatRules = ()
    officials: SeatRules = ()
    co_opted: SeatRules = ()
    chair: SlashedId | None = None
    vice_chairs: Annotated[tuple[SlashedId, ...], BeforeValidator(_one_or_several)] = Field(
        default=(), alias="vice_chair"
    )
    standing_items: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()

    @property
    def presidium(self) -> tuple[str, ...]:
        """The offices that lead the forum, the chair's first."""
        return tuple(office for office in (self.chair, *self.vice_chairs) if office)


class Applies(Record):
    """What a norm applies to: forums by id or group; all of them where none is named."""

    forums: Ids = ()


class Norm(Record):
    """One sentence of the source that obliges, recommends, permits or limits, as data.

    `strength` is the source's word; `severity` may set this check's lower. `parameters` (`with` in
    the file) go to the rule; those in `own_choice` are the structure's own, not the source's.
    """

    title: Text
    rule: Text | None = None
    unchecked: Text | None = None
    strength: Strength
    severity: Severity | None = None
    paragraph: Text
    applies: Applies = Applies()
    parameters: dict[str, Any] = Field(default={}, alias="with")
    own_choice: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    phase: Phase | None = None
    replaces: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    subsumes: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()

    @model_validator(mode="after")
    def _checked_or_explained(self) -> Self:
        if (self.rule is None) == (self.unchecked is None):
            raise ValueError("ange rule, eller unchecked med skälet till att normen inte prövas")
        return self


class Condition(Record):
    """What others must have done for the rulebook to come into force, `by` a day where one is set.

    `met` is the day it was done, null where that is not known.
    """

    text: Text
    by: Day | None = None
    met: Day | None = None


class NormSource(Record):
    """What norms stand in: a dated rulebook, or a type of process."""

    id: Id
    name: Text
    short_name: Text
    source: Text | None = None
    norms: dict[Text, Norm] = {}


class WorkingForms(NormSource):
    """`data/working-forms/<id>.yaml`.

    `decided` gives the day each party's own assembly decided, `left` the day on which a party left;
    `position` the meeting, or meeting/item, that took the position, on the `initiative` of a forum.
    """

    in_force: InForce
    supplements: Id | None = None
    position: SlashedId | None = None
    initiative: Id | None = None
    decided: dict[Id, Day] = {}
    conditions: Annotated[tuple[Condition, ...], BeforeValidator(none_as_empty)] = ()
    left: dict[Id, Day] = {}
    seats: dict[Id, Composition] = {}

    @property
    def span(self) -> Span:
        """The days on which the rulebook is applied."""
        return Span(self.in_force.start, self.in_force.end)
