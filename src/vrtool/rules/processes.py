"""Long processes: phases in order, both sides at the table, each step before what rests on it.

What is merely not done yet is no breach: a step is asked for when a later one has been taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Id, Ids, SlashedId, none_as_empty, none_as_empty_map
from vrtool.model.matter import Status
from vrtool.model.process import ProcessLeader, ProcessPhase
from vrtool.register.describe import matter_name
from vrtool.register.processes import Progress, StepState
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.rough_dates import RoughSpan, swedish_time
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    data_rule,
    holds,
    rule,
    unknown,
)
from vrtool.text import sentence

_DEVIATE = "eller ange ett avsteg med skäl."


@data_rule("VR171", "whole-step-done")
def whole_step_done(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A step that consists of parts is said to be done as a whole."""
    for matter in register.matters.values():
        process = matter.process
        kind = register.processes.get(process.type) if process else None
        for key, taken in process.steps.items() if process and kind else ():
            step = kind.step(key) if kind else None
            if step and step.id == key and step.parts and taken.done:
                yield breach(
                    key,
                    register.matter_place(matter, "process", "steps", key, "done"),
                    f"Steget ”{step.name}” i {matter_name(matter)} har delar och är gjort när var "
                    "och en av dem är det.",
                    f"Skriv done vid delarna, som {key}/{next(iter(step.parts))}, i stället.",
                )


@rule("VR321", "phases-out-of-order", subject=Subject.PROCESS)
def phases_out_of_order(progress: Progress, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A phase began before an earlier one, or without it."""
    for place, phase in enumerate(progress.kind.phases):
        later = [
            (after, taken)
            for after in progress.kind.phases[place + 1 :]
            for taken in progress.taken(after.id)
        ]
        if later:
            yield _in_turn(context.register, progress, phase, later)


def _in_turn(
    register: Register,
    progress: Progress,
    phase: ProcessPhase,
    later: list[tuple[ProcessPhase, tuple[StepState, RoughSpan]]],
) -> Verdict:
    """Of what was done later, that which was certainly first is held against the phase."""
    after, (state, when) = min(later, key=lambda pair: (pair[1][1].start.last, pair[1][0].id))
    at, name = done_at(register, progress, state), sentence(matter_name(progress.matter))
    own = progress.taken(phase.id)
    if not own:
        return absent(
            phase.id,
            at,
            f"{name} har kommit till fasen ”{after.name}”, men inget i fasen ”{phase.name}” är "
            "gjort.",
            f"skriv när det gjordes (done) som hör till ”{phase.name}”, {_DEVIATE}",
            known=progress.process.complete,
        )
    first, began = min(own, key=lambda pair: (pair[1].start.first, pair[0].id))
    if not when.begins_before(began):
        certain = all(began.start.last <= taken.start.first for _, (_, taken) in later)
        return holds(phase.id, at) if certain else unknown(phase.id, at)
    return breach(
        phase.id,
        at,
        f"{name} kom till fasen ”{after.name}” ({swedish_time(when)}) före fasen ”{phase.name}” "
        f"({swedish_time(began)}).",
        f"rätta tiderna (done), {_DEVIATE}",
        Related(done_at(register, progress, first), f"här började ”{phase.name}”"),
    )


def done_at(register: Register, progress: Progress, state: StepState) -> Place:
    """Where the matter's file tells that the step, or part of one, was done."""
    written = progress.process.steps.get(state.id)
    if state.step.consultation and not (written and written.done):
        return register.matter_place(progress.matter, "consultation", "closed")
    return register.matter_place(progress.matter, "process", "steps", state.id, "done")


class Sides(Parameters):
    """`sides`: those asked for, all where none is named; `phase`: from which phase on."""

    sides: Ids = ()
    phase: Id | None = None

    def references(self) -> Names:
        """The sides and the phase."""
        for index, side in enumerate(self.sides):
            yield ("sides", index), side, Target.SIDE
        if self.phase:
            yield ("phase",), self.phase, Target.PHASE


@rule("VR322", "side-missing", subject=Subject.PROCESS, parameters=Sides)
def side_missing(progress: Progress, parameters: Sides, context: Context) -> Iterator[Verdict]:
    """A side that is to take part in the process has nobody there."""
    here = progress.phase
    if here is None or not progress.since(parameters.phase):
        return
    at = context.register.matter_place(progress.matter, "process", "parties")
    present = {participant.side for participant in progress.process.parties}
    for side in parameters.sides or progress.kind.sides:
        word = progress.kind.sides.get(side)
        if side in present:
            yield holds(side, at)
        elif word:
            yield absent(
                side,
                at,
                f"{sentence(matter_name(progress.matter))} har kommit till fasen ”{here.name}”, "
                f"men {word.none} är med.",
                f"skriv dem som är med i processen under parties, {_DEVIATE}",
                known=progress.process.complete,
            )


@rule("VR323", "leader-missing", subject=Subject.PROCESS, parameters=Sides)
def leader_missing(progress: Progress, parameters: Sides, context: Context) -> Iterator[Verdict]:
    """A side has no process leader, or had none when something was done."""
    taken = progress.since(parameters.phase)
    for side in parameters.sides or progress.kind.sides if taken else ():
        if side in progress.kind.sides:
            yield _led(context.register, progress, side, taken)


def _led(
    register: Register,
    progress: Progress,
    side: str,
    taken: list[tuple[StepState, RoughSpan]],
) -> Verdict:
    own = [one for one in progress.process.leaders if one.side == side]
    leaders = [one for one in own if not one.vacant]
    at = register.matter_place(progress.matter, "process", "leaders")
    name, of = sentence(matter_name(progress.matter)), progress.kind.sides[side].the_many
    if not leaders:
        vacant = [state for state, when in taken if not all(_away(one, when) for one in own)]
        return absent(
            side,
            at,
            f"{name} har ingen processledare för {of}, fast "
            f"{_called((vacant or [taken[0][0]])[0])} har gjorts.",
            f"skriv vem som leder processen för dem under leaders, {_DEVIATE}",
            known=progress.process.complete or bool(vacant),
        )
    for state, when in taken:
        if all(_away(leader, when) for leader in leaders):
            return breach(
                side,
                at,
                f"{name} hade ingen processledare för {of} när {_called(state)} gjordes "
                f"({swedish_time(when)}).",
                f"skriv till vem som ledde processen då under leaders, {_DEVIATE}",
                Related(done_at(register, progress, state), "det som gjordes"),
            )
    return holds(side, at)


def _away(leader: ProcessLeader, when: RoughSpan) -> bool:
    """Whether the leader had certainly not come yet, or was certainly gone."""
    before = leader.start is not None and when.end.last < leader.start.first
    return before or (leader.end is not None and when.start.first > leader.end.last)


def _called(state: StepState) -> str:
    if state.id == state.step.id:
        return f"steget ”{state.name}”"
    return f"delen ”{state.name}” av steget ”{state.step.name}”"


class Order(Parameters):
    """`before`: by step the steps that must be done before it; `at_end`: before the matter ends.

    A step with parts stands for all of them.
    """

    before: Annotated[
        dict[Id, Annotated[tuple[SlashedId, ...], BeforeValidator(none_as_empty)]],
        BeforeValidator(none_as_empty_map),
    ] = Field(default={})
    at_end: Annotated[tuple[SlashedId, ...], BeforeValidator(none_as_empty)] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not (self.before or self.at_end):
            raise ValueError("ange before eller at_end")
        return self

    def references(self) -> Names:
        """The steps."""
        for later, earlier in self.before.items():
            yield ("before", later), later, Target.STEP
            for index, step in enumerate(earlier):
                yield ("before", later, index), step, Target.STEP
        for index, step in enumerate(self.at_end):
            yield ("at_end", index), step, Target.STEP


@rule("VR324", "step-passed-over", subject=Subject.PROCESS, parameters=Order)
def step_passed_over(progress: Progress, parameters: Order, context: Context) -> Iterator[Verdict]:
    """A step was taken, or the matter ended, before what must come first was done."""
    for later, earlier in parameters.before.items():
        taken = progress.step(later)
        if taken is None or taken.done is None:
            continue
        for state in _units(progress, earlier):
            yield _before(context.register, progress, state, taken, taken.done)
    if progress.matter.status is Status.CLOSED:
        for state in _units(progress, parameters.at_end):
            yield _at_end(context.register, progress, state)


def _units(progress: Progress, names: tuple[str, ...]) -> Iterator[StepState]:
    """The steps named, those with parts as their parts."""
    for name in names:
        state = progress.step(name)
        if state is not None:
            yield from state.parts or (state,)


def _before(
    register: Register, progress: Progress, state: StepState, later: StepState, when: RoughSpan
) -> Verdict:
    name, last = matter_name(progress.matter), (later.parts or (later,))[-1]
    there = done_at(register, progress, last)
    if state.done is None:
        return absent(
            state.id,
            there,
            f"I {name} är {_called(later)} gjort, men inte {_called(state)}, som ska göras före.",
            f"skriv när det gjordes (done), {_DEVIATE}",
            known=progress.process.complete,
        )
    at = done_at(register, progress, state)
    if state.done.ends_after(when):
        return breach(
            state.id,
            at,
            f"I {name} gjordes {_called(state)} ({swedish_time(state.done)}) efter "
            f"{_called(later)} ({swedish_time(when)}). Ordningen ska vara den omvända.",
            f"rätta tiderna (done), {_DEVIATE}",
            Related(there, "det som ska göras efter"),
        )
    certain = state.done.end.last <= when.end.first
    return holds(state.id, at) if certain else unknown(state.id, at)


def _at_end(register: Register, progress: Progress, state: StepState) -> Verdict:
    if state.done is not None:
        return holds(state.id, done_at(register, progress, state))
    return absent(
        state.id,
        register.matter_place(progress.matter, "status"),
        f"{sentence(matter_name(progress.matter))} är avslutat, men {_called(state)} har inte "
        "gjorts.",
        f"skriv när det gjordes (done), öppna ärendet igen, {_DEVIATE}",
        known=progress.process.complete,
    )
