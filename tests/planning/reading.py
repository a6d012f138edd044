"""Plans and tasks in short, as the tests compare them."""

from __future__ import annotations

from datetime import date

from tests.council import Council
from vrtool.planning.backward import plan
from vrtool.planning.demands import Demands
from vrtool.planning.due import due
from vrtool.planning.steps import Plan, Step, StepKind
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.load import load, readable
from vrtool.register.register import Register


def register_of(council: Council) -> Register:
    """The council's records, which must all be readable."""
    loaded = load(council.root)
    assert loaded.troubles == ()
    return readable(loaded)


def planned(council: Council, matter: str, today: str, by: str | None = None) -> Plan:
    """A plan made on the council's records."""
    register = register_of(council)
    wanted = date.fromisoformat(by) if by else None
    return plan(Demands(register), register.matters[matter], date.fromisoformat(today), wanted)


def in_short(step: Step) -> tuple[str, str, str, str]:
    """A step's kind, last day, state, and the meeting it is at or for (a dash for none)."""
    return step.kind.value, step.day.isoformat(), step.state.value, step.occasion.id or "-"


def steps(made: Plan) -> list[tuple[str, str, str, str]]:
    """Every step of a plan in short."""
    return [in_short(step) for step in made.steps]


def of(made: Plan, kind: StepKind) -> Step | None:
    """The last step of a kind."""
    return next((step for step in reversed(made.steps) if step.kind is kind), None)


def tasks(council: Council, today: str, *kinds: TaskKind) -> list[Task]:
    """What waits on the day, of these kinds (of all where none is named), in order."""
    found = due(register_of(council), date.fromisoformat(today))
    wanted = [task for task in found if not kinds or task.kind in kinds]
    return sorted(wanted, key=lambda task: (task.day or date.max, task.command, task.what))


def told(council: Council, today: str, *kinds: TaskKind) -> list[tuple[str, str]]:
    """The same in short: the last day (a dash for none) and the command."""
    return [
        (task.day.isoformat() if task.day else "-", task.command)
        for task in tasks(council, today, *kinds)
    ]
