"""What waits to be done: a task with its last day, and how tasks are grouped by the clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from vrtool.text import sort_key


class TaskKind(Enum):
    """What kind of work a task is."""

    AGENDA = "agenda"
    NOTICE = "notice"
    PAPERS = "papers"
    MINUTES = "minutes"
    OUTCOMES = "outcomes"
    ADJUSTMENT = "adjustment"
    DISPATCH = "dispatch"
    ASSIGNMENT = "assignment"
    FEEDBACK = "feedback"
    DECISION = "decision"
    CONSULTATION = "consultation"
    PROCESS = "process"
    TOPIC = "topic"
    VACANCY = "vacancy"
    TENURE = "tenure"
    TERM = "term"
    COSTS = "costs"


class When(Enum):
    """By the clock: late, within the days asked for, later, or without a last day."""

    LATE = "late"
    SOON = "soon"
    COMING = "coming"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Task:
    """A task: `what` as a Swedish sentence, the file it is about and the command for it.

    `day` is the last day, where there is one; `since` the day from which it has waited. `parties`
    are those it waits for.
    """

    kind: TaskKind
    what: str
    path: str
    command: str
    day: date | None = None
    since: date | None = None
    parties: tuple[str, ...] = ()

    def when(self, today: date, days: int) -> When:
        """Where it stands on the day, with what is due within so many days as soon."""
        if self.day is None:
            return When.UNDATED
        if self.day < today:
            return When.LATE
        return When.SOON if self.day <= today + timedelta(days=days) else When.COMING


def grouped(tasks: Iterable[Task], today: date, days: int) -> dict[When, tuple[Task, ...]]:
    """The tasks by group, each in order of their last day; groups without any left out."""
    ordered = sorted(tasks, key=lambda t: (t.day or date.max, t.path, sort_key(t.what)))
    groups = {when: tuple(t for t in ordered if t.when(today, days) is when) for when in When}
    return {when: found for when, found in groups.items() if found}
