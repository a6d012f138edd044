"""What waits to be done as text and JSON: late, soon, later, and what has no last day."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vrtool.dates import swedish_date
from vrtool.planning.tasks import Task, When
from vrtool.report.wrapping import wrapped
from vrtool.text import count, printable

VERSION = 1
_INDENT = len("2030-01-01  ")


def shown(groups: Mapping[When, tuple[Task, ...]], days: int) -> str:
    """The groups under their headings; of each task its last day, what, since when and how."""
    return "\n\n".join(
        "\n".join([f"{_heading(when, days)} ({len(tasks)})", *_lines(tasks)])
        for when, tasks in groups.items()
    )


def _heading(when: When, days: int) -> str:
    soon = "I dag" if days == 0 else f"Inom {count(days, 'dag', 'dagar')}"
    return {
        When.LATE: "Försenat",
        When.SOON: soon,
        When.COMING: "Längre fram",
        When.UNDATED: "Utan sista dag",
    }[when]


def _lines(tasks: tuple[Task, ...]) -> Iterator[str]:
    for task in tasks:
        day = task.day.isoformat() if task.day else "–"
        since = f" Väntar sedan {swedish_date(task.since)}." if task.since else ""
        yield from wrapped(f"{task.what}{since}", head=day, indent=_INDENT)
        yield " " * _INDENT + printable(task.command)


def as_json(groups: Mapping[When, tuple[Task, ...]], today: date, days: int) -> str:
    """The same as JSON, version 1; every group is there, also one that is empty."""
    answer = {
        "version": VERSION,
        "today": today.isoformat(),
        "days": days,
        **{when.value: [_task(task) for task in groups.get(when, ())] for when in When},
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _task(task: Task) -> dict[str, Any]:
    return {
        "kind": task.kind.value,
        "what": task.what,
        "path": task.path,
        "last_day": task.day.isoformat() if task.day else None,
        "since": task.since.isoformat() if task.since else None,
        "parties": list(task.parties),
        "command": task.command,
    }
