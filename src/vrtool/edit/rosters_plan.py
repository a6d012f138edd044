"""A plan for the rosters: what becomes of each place, decided before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, cast

from vrtool.edit.change import edited
from vrtool.register.kinds import Kind

if TYPE_CHECKING:
    from datetime import date

    from vrtool.edit.change import Change
    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.edit.rosters_people import NewPerson
    from vrtool.edit.rosters_places import RosterPlace
    from vrtool.model.rosters import Rosters
    from vrtool.register.register import Register

PATH = f"data/{Kind.ROSTERS.place}"


class StepKind(Enum):
    """What becomes of a place: someone comes, it is emptied, a last day is set, or nothing."""

    FILLED = "filled"
    VACATED = "vacated"
    ENDED = "ended"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of a place from `start`: `who` has it until `end` (None: for now).

    `left` has it no longer, or was never named; nobody's leaving is None.
    """

    place: RosterPlace
    kind: StepKind
    who: str | None
    start: date
    end: date | None = None
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be carried out, by its line in the table, and why."""

    line: int
    about: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be changed. Where anything is refused, nothing is to be written."""

    steps: tuple[Step, ...]
    people: tuple[NewPerson, ...]
    notes: tuple[str, ...]
    edits: tuple[Edit, ...]
    refused: tuple[Refused, ...] = ()

    def of(self, kind: StepKind) -> tuple[Step, ...]:
        """The steps of a kind, in order."""
        return tuple(step for step in self.steps if step.kind is kind)


def roster_change(lock: Lock, register: Register, plan: Plan) -> Change:
    """The plan as a change of the roster file.

    Raises CannotDo where the file is another than the plan was made from, or cannot be edited.
    """
    return edited(lock, Kind.ROSTERS, PATH, plan.edits, seen=register.rosters)


def changed_rosters(lock: Lock, register: Register, plan: Plan) -> Rosters:
    """The rosters as the plan would make them; nothing is written. Raises as `roster_change`."""
    return cast("Rosters", roster_change(lock, register, plan).record)  # held to that very model
