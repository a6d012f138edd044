"""Long processes: what a type of process consists of, and how far a matter has come in one.

Names of phases, steps and parts are written as they stand within a sentence: *formuleringsfas*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator
from pydantic import model_validator as validator

from vrtool.model.base import Flag, Id, Record, SlashedId, Text, none_as_empty, none_as_empty_map
from vrtool.model.structure import Word
from vrtool.model.working_forms import Applies, Norm, NormSource
from vrtool.rough_dates import RoughDate, RoughSpan


def _rough_span(value: object) -> RoughSpan:
    if not isinstance(value, str):
        raise ValueError("här ska en tid stå")  # noqa: TRY004 - pydantic gathers only ValueError
    return RoughSpan.parse(value)


def _rough_date(value: object) -> RoughDate:
    if not isinstance(value, str):
        raise ValueError("här ska en tid stå")  # noqa: TRY004 - pydantic gathers only ValueError
    return RoughDate.parse(value)


RoughTime: TypeAlias = Annotated[
    RoughSpan, PlainValidator(_rough_span), PlainSerializer(str, return_type=str)
]
"""A day, a month or a year, or from one to another: `2018`, `2017-01/2017-05`."""

RoughDay: TypeAlias = Annotated[
    RoughDate, PlainValidator(_rough_date), PlainSerializer(str, return_type=str)
]
"""A day, a month or a year: `2016-10-10`, `2017`."""


class ProcessPhase(Record):
    """A phase (fas): what it is called, and in a sentence or two what it is for."""

    id: Id
    name: Text
    text: Text | None = None


class ProcessStep(Record):
    """A step of a process, within a phase.

    A step with `parts` (by id, with their names) is done when each of them is; a matter writes
    them `<step>/<part>`. `position` marks the step in which a position is taken. One that is a
    `consultation` is done also when the matter's consultation is closed.
    """

    id: Id
    name: Text
    phase: Id
    text: Text | None = None
    parts: Annotated[dict[Id, Text], BeforeValidator(none_as_empty_map)] = {}
    position: Flag = False
    consultation: Flag = False

    @validator(mode="after")
    def _consulted_as_a_whole(self) -> Self:
        if self.consultation and self.parts:
            raise ValueError("en remiss (consultation) kan inte också ha delar (parts)")
        return self


def _about_process(norm: Norm) -> Norm:
    """Refuse what a norm can have only where meetings are judged by it."""
    out_of_place = {
        "applies": norm.applies != Applies(),
        "phase": norm.phase is not None,
        "replaces": bool(norm.replaces),
    }
    for name, given in out_of_place.items():
        if given:
            raise ValueError(f"en norm i en processtyp har inget {name}: den gäller hela processen")
    return norm


class ProcessType(NormSource):
    """`data/processes/<id>.yaml`: phases and steps in order, with the norms on them.

    `sides` are the kinds of parties that take part in such a process.
    """

    sides: Annotated[dict[Id, Word], BeforeValidator(none_as_empty_map)] = {}
    phases: Annotated[tuple[ProcessPhase, ...], Field(min_length=1)]
    steps: Annotated[tuple[ProcessStep, ...], Field(min_length=1)]
    norms: Annotated[
        dict[Text, Annotated[Norm, AfterValidator(_about_process)]],
        BeforeValidator(none_as_empty_map),
    ] = {}

    @validator(mode="after")
    def _in_order(self) -> Self:
        _refuse_doubles("faser", (phase.id for phase in self.phases))
        _refuse_doubles("steg", (step.id for step in self.steps))
        order = [phase.id for phase in self.phases]
        places = [order.index(step.phase) for step in self.steps if step.phase in order]
        if places != sorted(places):
            raise ValueError("stegen (steps) ska stå i fasernas (phases) ordning")
        return self

    def step(self, identifier: str) -> ProcessStep | None:
        """The step by its id, or by that of one of its parts."""
        wanted = identifier.partition("/")[0]
        return next((step for step in self.steps if step.id == wanted), None)

    def phase(self, identifier: str) -> ProcessPhase | None:
        """The phase by its id."""
        return next((phase for phase in self.phases if phase.id == identifier), None)

    @property
    def step_ids(self) -> tuple[str, ...]:
        """Every step and part of one, in order, as a matter writes them."""
        return tuple(name for step in self.steps for name in (step.id, *part_ids(step)))


def part_ids(step: ProcessStep) -> tuple[str, ...]:
    """The step's parts as a matter writes them: `<step>/<part>`."""
    return tuple(f"{step.id}/{part}" for part in step.parts)


def _refuse_doubles(what: str, identifiers: Iterable[str]) -> None:
    twice = [name for name, times in Counter(identifiers).items() if times > 1]
    if twice:
        raise ValueError(f"två {what} har samma id: {', '.join(twice)}")


class Participant(Record):
    """One that takes part on a side: a party of the structure, or another by its name."""

    side: Id
    party: Id | None = None
    name: Text | None = None

    @validator(mode="after")
    def _told_once(self) -> Self:
        if (self.party is None) == (self.name is None):
            raise ValueError("ange en av party och name")
        return self


class ProcessLeader(Record):
    """Who leads the process for a side, and from when to when; `vacant` is a post nobody holds."""

    side: Id
    who: Id | None = None
    name: Text | None = None
    vacant: Flag = False
    start: RoughDay | None = Field(default=None, alias="from")
    end: RoughDay | None = Field(default=None, alias="to")

    @validator(mode="after")
    def _one_holder(self) -> Self:
        if sum((self.who is not None, self.name is not None, self.vacant)) != 1:
            raise ValueError("ange en av who, name och vacant")
        if self.start and self.end and self.end.last < self.start.first:
            raise ValueError(f"tiden {self.start}/{self.end} slutar innan den börjar")
        return self


class StepTaken(Record):
    """When a step is to be taken, and when it was."""

    planned: RoughTime | None = None
    done: RoughTime | None = None


class Process(Record):
    """The process that a matter follows: who takes part, and which steps are taken.

    `steps` are named as in the type, a part of one `<step>/<part>`. `complete` claims that all is
    written here: only then does a step without `done`, or a side without party or leader, tell
    that there is none.
    """

    type: Id
    parties: Annotated[tuple[Participant, ...], BeforeValidator(none_as_empty)] = ()
    leaders: Annotated[tuple[ProcessLeader, ...], BeforeValidator(none_as_empty)] = ()
    steps: Annotated[
        dict[SlashedId, Annotated[StepTaken, BeforeValidator(none_as_empty_map)]],
        BeforeValidator(none_as_empty_map),
    ] = {}
    complete: Flag = False
