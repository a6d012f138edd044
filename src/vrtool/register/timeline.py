"""A process laid out in time: which rows there are, over which months, for whoever draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from vrtool.register.processes import Progress, StepState, together
from vrtool.rough_dates import RoughDate, RoughSpan, swedish_time

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A phase, or a step within one.

    `reach` is how far a phase stretches: over when its steps were done, or are to be. A step has
    `planned` and what of it is `done`, part by part; `whole` tells that nothing of it is left.
    `times` says in words when: *gjort januari–juni 2017*.
    """

    name: str
    phase: bool = False
    reach: RoughSpan | None = None
    planned: RoughSpan | None = None
    done: tuple[RoughSpan, ...] = ()
    whole: bool = False
    times: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows, from the first day of the first month to the last day of the last.

    Where no time at all is known there are rows but no months: both days are None.
    """

    rows: tuple[Row, ...]
    first: date | None
    last: date | None

    @property
    def months(self) -> int:
        """How many months it covers."""
        if self.first is None or self.last is None:
            return 0
        return (self.last.year - self.first.year) * _MONTHS + self.last.month - self.first.month + 1

    def share(self, day: date) -> float:
        """How far along the axis a day begins: 0 for the first, 1 for the day after the last."""
        if self.first is None or self.last is None:
            return 0.0
        return (day - self.first).days / ((self.last - self.first).days + 1)

    def shares(self, span: RoughSpan) -> tuple[float, float]:
        """From where to where on the axis the time may reach."""
        end = date.fromordinal(span.end.last.toordinal() + 1)
        return self.share(span.start.first), self.share(end)

    @property
    def month_starts(self) -> tuple[date, ...]:
        """The first day of each month covered."""
        if self.first is None:
            return ()
        start = self.first.year * _MONTHS + self.first.month - 1
        return tuple(
            date(month // _MONTHS, month % _MONTHS + 1, 1)
            for month in range(start, start + self.months)
        )

    def year_labels(self, room: float) -> list[date]:
        """The days at which to name their year, each with some such share of the axis to itself.

        Where not that much room is left of a first year begun, the next is named instead.
        """
        days = [day for day in self.month_starts if day.month == 1 or day == self.first]
        if len(days) > 1 and days[0].month > 1 and self.share(days[1]) < room:
            days = days[1:]
        every = max(1, ceil(room * self.months / _MONTHS))
        return [day for day in days[::every] if self.share(day) + room <= 1]


def timeline(progress: Progress) -> Timeline:
    """The matter's process in time: each phase followed by its steps."""
    rows: list[Row] = []
    for phase in progress.kind.phases:
        within = [state for state in progress.steps if state.step.phase == phase.id]
        rows += [_phase(phase.name, within), *(_row(state) for state in within)]
    times = [time for row in rows for time in (row.reach, row.planned, *row.done) if time]
    whole = together(times)
    if whole is None:
        return Timeline(tuple(rows), None, None)
    last = whole.end.last
    first = whole.start.first.replace(day=1)
    return Timeline(tuple(rows), first, RoughDate(last.year, last.month).last)


def _phase(name: str, within: list[StepState]) -> Row:
    units = [unit for state in within for unit in (state, *state.parts)]
    times = [unit.done or unit.planned for unit in units]
    return Row(name, phase=True, reach=together([time for time in times if time]))


def _row(state: StepState) -> Row:
    done = [state.done] if state.done else [part.done for part in state.parts]
    return Row(
        state.name,
        planned=state.planned,
        done=tuple(time for time in done if time),
        whole=state.done is not None,
        times=_times(state),
    )


def _times(state: StepState) -> str:
    if state.done:
        return f"gjort {swedish_time(state.done)}"
    planned = f"planerat {swedish_time(state.planned)}" if state.planned else ""
    if not state.begun:
        return planned
    some = f"{len(state.parts) - len(state.lacking)} av {len(state.parts)} delar gjorda"
    return ", ".join(part for part in (some, planned) if part)
