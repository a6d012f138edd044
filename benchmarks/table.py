"""The table: what was measured, against what, and what it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Sense(Enum):
    """On which side of the goal a figure should lie."""

    MOST = "≤"
    LEAST = "≥"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure should reach."""

    value: float
    sense: Sense = Sense.MOST

    def reached(self, value: float) -> bool:
        """Whether the value is good enough."""
        return value <= self.value if self.sense is Sense.MOST else value >= self.value


@dataclass(frozen=True, slots=True)
class Row:
    """A line: the work, its figure as read on clock or scale, and the value the goal is about.

    `unit` is that of the value: a base (E, S, P), "×", "s" or "MiB".
    """

    work: str
    figure: str
    value: float
    unit: str
    goal: Goal | None = None


_HEADINGS = ("arbete", "mätt", "förhållande", "mål", "")


def table(rows: Iterable[Row]) -> str:
    """The rows under each other, in columns."""
    cells = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = ["  ".join(_aligned(line, widths)).rstrip() for line in cells]
    return "\n".join([lines[0], "─" * sum(widths, 2 * (len(widths) - 1)), *lines[1:]])


def _aligned(line: tuple[str, ...], widths: list[int]) -> Iterable[str]:
    first, *others = zip(line, widths, strict=True)
    yield first[0].ljust(first[1])
    yield from (cell.rjust(width) for cell, width in others)


def _cells(row: Row) -> tuple[str, ...]:
    value = f"{_number(row.value)} {row.unit}"
    if row.goal is None:
        return row.work, row.figure, value, "", ""
    goal = f"{row.goal.sense.value} {_number(row.goal.value)} {row.unit}"
    return row.work, row.figure, value, goal, "nått" if row.goal.reached(row.value) else "inte än"


def _number(value: float) -> str:
    text = f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
    return text.replace(".", ",")


def seconds(value: float) -> str:
    """A time as read on the clock: milliseconds below a second."""
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s".replace(".", ",")
