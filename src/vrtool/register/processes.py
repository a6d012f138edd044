"""How far a matter has come in the process it follows: derived from what is done, by no clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from vrtool.model.matter import Matter
from vrtool.model.process import (
    Process,
    ProcessPhase,
    ProcessStep,
    ProcessType,
    StepTaken,
    part_ids,
)
from vrtool.register.register import Register
from vrtool.rough_dates import RoughDate, RoughSpan


@dataclass(frozen=True, slots=True)
class StepState:
    """A step, or part of one (`id` is then `<step>/<part>`), as the matter has it.

    `done` is when it was taken; None for one that is not, which may have been begun by its parts.
    """

    id: str
    name: str
    step: ProcessStep
    planned: RoughSpan | None
    done: RoughSpan | None
    parts: tuple[StepState, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether something of it is done."""
        return self.done is not None or any(part.done for part in self.parts)

    @property
    def lacking(self) -> tuple[StepState, ...]:
        """The parts not yet done."""
        return tuple(part for part in self.parts if part.done is None)


@dataclass(frozen=True)
class Progress:
    """A matter in its process: every step in order, with what the matter says of it."""

    matter: Matter
    process: Process
    kind: ProcessType
    steps: tuple[StepState, ...]

    def step(self, identifier: str) -> StepState | None:
        """The step or part of one by its id."""
        every = (state for step in self.steps for state in (step, *step.parts))
        return next((state for state in every if state.id == identifier), None)

    def taken(self, phase: str) -> list[tuple[StepState, RoughSpan]]:
        """What was done in a phase, part by part, with its times, in the type's order."""
        within = (state for state in self.steps if state.step.phase == phase)
        units = (unit for state in within for unit in state.parts or (state,))
        return [(unit, unit.done) for unit in units if unit.done]

    def since(self, phase: str | None) -> list[tuple[StepState, RoughSpan]]:
        """What was done in a phase and those after it; everything where none is named."""
        order = [entry.id for entry in self.kind.phases]
        start = order.index(phase) if phase in order else 0
        return [entry for name in order[start:] for entry in self.taken(name)]

    @property
    def phase(self) -> ProcessPhase | None:
        """Where it stands: the phase of the furthest step that is begun; None before the first."""
        begun = [state for state in self.steps if state.begun]
        return self.kind.phase(begun[-1].step.phase) if begun else None

    @property
    def next(self) -> StepState | None:
        """The first step not done that is planned, or comes after all that is done."""
        done = [place for place, state in enumerate(self.steps) if state.done]
        after = done[-1] if done else -1
        waiting = (
            state
            for place, state in enumerate(self.steps)
            if state.done is None and (place > after or state.planned)
        )
        return next(waiting, None)

    @property
    def told(self) -> bool:
        """Whether the matter says anything at all of its steps."""
        return any(state.begun or state.planned for state in self.steps)

    @property
    def position(self) -> StepState | None:
        """The step in which a position is taken, the next of several; None where there is none."""
        steps = [state for state in self.steps if state.step.position]
        return next((state for state in steps if state.done is None), steps[-1] if steps else None)

    @property
    def position_told(self) -> bool:
        """Whether it is told when a position may come, or that it is over."""
        state = self.position
        return state is not None and (state.planned is not None or state.done is not None)

    def as_of(self, day: date) -> Progress:
        """The same as it stood on a day: what certainly came later is not done yet."""
        return replace(self, steps=tuple(_as_of(state, day) for state in self.steps))


def followed(register: Register, matter: Matter) -> Progress | None:
    """The matter in its process; None where it follows none, or one whose type is not there."""
    process = matter.process
    kind = register.processes.get(process.type) if process else None
    if process is None or kind is None:
        return None
    steps = tuple(_state(matter, process, step) for step in kind.steps)
    return Progress(matter, process, kind, steps)


def _state(matter: Matter, process: Process, step: ProcessStep) -> StepState:
    taken = process.steps.get(step.id, StepTaken())
    names = zip(part_ids(step), step.parts.values(), strict=True)
    parts = tuple(_part(process, step, part, name) for part, name in names)
    planned, done = taken.planned, taken.done
    if parts:
        planned = planned or together([part.planned for part in parts if part.planned])
        times = [part.done for part in parts if part.done]
        done = together(times) if len(times) == len(parts) else None
    elif step.consultation:
        done = done or _consulted(matter)
    return StepState(step.id, step.name, step, planned, done, parts)


def _part(process: Process, step: ProcessStep, part: str, name: str) -> StepState:
    taken = process.steps.get(part, StepTaken())
    return StepState(part, name, step, taken.planned, taken.done)


def together(times: list[RoughSpan]) -> RoughSpan | None:
    """From the first to the last of the times; None where there are none."""
    if not times:
        return None
    first = min((time.start for time in times), key=lambda point: (point.first, point.last))
    last = max((time.end for time in times), key=lambda point: (point.last, point.first))
    return RoughSpan(first, last)


def _consulted(matter: Matter) -> RoughSpan | None:
    closed = matter.consultation.closed if matter.consultation else None
    if closed is None:
        return None
    day = RoughDate(closed.year, closed.month, closed.day)
    return RoughSpan(day, day)


def _as_of(state: StepState, day: date) -> StepState:
    parts = tuple(_as_of(part, day) for part in state.parts)
    later = state.done is not None and state.done.end.first > day
    return replace(state, done=None if later else state.done, parts=parts)
