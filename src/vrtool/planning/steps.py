"""A plan made backwards from a position: its steps, each with its last day and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vrtool.model.matter import Matter
from vrtool.planning.calendar import Occasion
from vrtool.register.norms import NormInForce


class StepKind(Enum):
    """What is done in a step, in the order in which steps of one day are taken."""

    ASSIGNMENT = "assignment"
    FIXING = "fixing"
    PREPARATION = "preparation"
    DIALOGUE = "dialogue"
    CONSULTATION = "consultation"
    BRIEF = "brief"
    NOTICE = "notice"
    PAPERS = "papers"
    POSITION = "position"


class StepState(Enum):
    """How a step stands on the day of the plan.

    DONE is over, LISTED stands on the agenda of a coming meeting, OPEN can still be done in time,
    UNCALLED lacks a meeting that can still be laid out, and LATE can no longer be done in time.
    """

    DONE = "done"
    LISTED = "listed"
    OPEN = "open"
    UNCALLED = "uncalled"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what, by which day at the latest, and at or for which occasion.

    `by` is the forum that takes the step where it is not that of the occasion, `at` its own
    meeting. `done` is the day it was done, where that is known. `lacks` are parts not yet there.
    """

    kind: StepKind
    day: date
    state: StepState
    occasion: Occasion
    norm: NormInForce | None = None
    by: str | None = None
    at: Occasion | None = None
    done: date | None = None
    lacks: tuple[str, ...] = ()


def state_by(day: date, today: date, *, done: bool = False) -> StepState:
    """How a step with a last day stands."""
    if done:
        return StepState.DONE
    return StepState.OPEN if day >= today else StepState.LATE


@dataclass(frozen=True, slots=True)
class Plan:
    """The way to a position at an occasion, as it looks on a day.

    `earliest` is the plan for the first later occasion that can be reached, where this cannot.
    """

    matter: Matter
    today: date
    target: Occasion
    steps: tuple[Step, ...]
    earliest: Plan | None = None

    @property
    def in_time(self) -> bool:
        """Whether every step can still be taken in time, with the meetings that are laid out."""
        return not self.too_late and not self.uncalled

    @property
    def too_late(self) -> tuple[Step, ...]:
        """What can no longer be done in time."""
        return self._in_state(StepState.LATE)

    @property
    def uncalled(self) -> tuple[Step, ...]:
        """What the matter is to be up at, and that is not laid out.

        That a group has no meeting laid out yet for fixing an agenda stands in no one's way.
        """
        lacking = self._in_state(StepState.UNCALLED)
        return tuple(step for step in lacking if step.kind is not StepKind.FIXING)

    @property
    def next(self) -> Step | None:
        """The first step still to be taken."""
        return next((step for step in self.steps if step.state is not StepState.DONE), None)

    def _in_state(self, state: StepState) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.state is state)


_ORDER = list(StepKind)


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by their last day, those of one day in the order of their kinds."""
    return tuple(sorted(steps, key=lambda step: (step.day, _ORDER.index(step.kind))))
