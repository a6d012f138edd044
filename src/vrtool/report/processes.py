"""Processes as text: which matters follow one, and one matter's process as a timeline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from vrtool.dates import MONTHS
from vrtool.model.process import Participant, ProcessLeader
from vrtool.register.process_words import NOT_BEGUN, next_step
from vrtool.register.processes import Progress, StepState, followed
from vrtool.register.register import Register
from vrtool.register.timeline import Row, Timeline, timeline
from vrtool.rough_dates import RoughSpan, swedish_time
from vrtool.text import join, printable, sentence

VERSION = 1
HEAD = ("Process", "Ärende", "Fas", "Nästa steg")
WIDTH = 80
_NAMES, _GAP = 33, 2
_CHART = WIDTH - _NAMES - _GAP
_YEAR_ROOM, _MONTH_ROOM = 5, 2
"""A year's name, a month's letter, with the space that sets them off from the next."""

MARKS = ("█", "░", "─")
"""What is done, what is planned, how far a phase stretches."""

PLAIN_MARKS = ("#", "-", "=")
"""The same for a console that lacks those signs."""


def rows(register: Register) -> list[tuple[str, ...]]:
    """A row under HEAD for each matter that follows a process, and for each type with none."""
    found: list[tuple[str, ...]] = []
    progress = [followed(register, matter) for matter in register.matters.values()]
    for kind in sorted(register.processes.values(), key=lambda entry: entry.id):
        own = [entry for entry in progress if entry and entry.kind.id == kind.id]
        found += [_row(entry) for entry in sorted(own, key=lambda entry: entry.matter.id)]
        found += [] if own else [(kind.id, "inget ärende följer den", "", "")]
    return found


def _row(progress: Progress) -> tuple[str, ...]:
    phase = progress.phase.name if progress.phase else NOT_BEGUN
    matter = progress.matter
    return progress.kind.id, f"{matter.id} {matter.title}", phase, next_step(progress)


def shown(register: Register, progress: Progress, marks: tuple[str, str, str]) -> str:
    """The matter's process: where it stands, the timeline, and every step with its times."""
    lines = [*_head(register, progress), "", *_chart(timeline(progress), marks), *_steps(progress)]
    return "\n".join(printable(line).rstrip() for line in lines)


def _head(register: Register, progress: Progress) -> Iterator[str]:
    matter, kind = progress.matter, progress.kind
    yield f"{matter.id}  {matter.title}"
    yield f"  Process: {kind.name}"
    yield f"  Fas: {progress.phase.name if progress.phase else NOT_BEGUN}"
    yield f"  Nästa steg: {next_step(progress) or 'alla är gjorda'}"
    for side, word in kind.sides.items():
        taking = [_party(register, one) for one in progress.process.parties if one.side == side]
        yield f"  {sentence(word.many)}: {join(taking) or 'inte angivna'}"
        leaders = [_leader(register, one) for one in progress.process.leaders if one.side == side]
        yield from (f"    processledare: {leader}" for leader in leaders)


def _party(register: Register, participant: Participant) -> str:
    return participant.name or register.party(participant.party or "")


def _leader(register: Register, leader: ProcessLeader) -> str:
    name = register.person(leader.who) if leader.who else leader.name or "vakant"
    since = swedish_time(RoughSpan(leader.start, leader.start)) if leader.start else ""
    until = swedish_time(RoughSpan(leader.end, leader.end)) if leader.end else ""
    told = [f"från {since}" if since else "", f"till {until}" if until else ""]
    return " ".join(part for part in (name, *told) if part)


# The timeline, a column for so much time


def _chart(line: Timeline, marks: tuple[str, str, str]) -> Iterator[str]:
    if not line.months:
        yield "Inga tider är angivna."
        return
    done, planned, _ = marks
    yield " " * (_NAMES + _GAP) + _years(line)
    if line.months * _MONTH_ROOM <= _CHART:
        yield " " * (_NAMES + _GAP) + _initials(line)
    for row in line.rows:
        name = sentence(row.name) if row.phase else f"  {row.name}"
        short = name if len(name) <= _NAMES else f"{name[: _NAMES - 1]}…"
        yield f"{short:<{_NAMES + _GAP}}{_bar(line, row, marks)}"
    yield ""
    yield f"{done * 3} gjort   {planned * 3} planerat"


def _years(line: Timeline) -> str:
    text = ""
    for day in line.year_labels(_YEAR_ROOM / _CHART):
        text = f"{text:<{int(line.share(day) * _CHART)}}{day.year} "
    return text


def _initials(line: Timeline) -> str:
    cells = [" "] * _CHART
    for month in line.month_starts:
        cells[int(line.share(month) * _CHART)] = MONTHS[month.month - 1][0]
    return "".join(cells)


def _bar(line: Timeline, row: Row, marks: tuple[str, str, str]) -> str:
    done, planned, reach = marks
    cells = [" "] * _CHART
    plan = None if row.whole else row.planned
    spans = [(row.reach, reach), (plan, planned), *((taken, done) for taken in row.done)]
    for span, mark in spans:
        if span:
            _fill(cells, line, span, mark)
    return "".join(cells)


def _fill(cells: list[str], line: Timeline, span: RoughSpan, mark: str) -> None:
    """The columns of the time, never less than one."""
    start, end = (share * len(cells) for share in line.shares(span))
    first = min(int(start), len(cells) - 1)
    last = max(first + 1, int(end))
    cells[first:last] = [mark] * (last - first)


# Every step in words


def _steps(progress: Progress) -> Iterator[str]:
    for row in timeline(progress).rows:
        if row.phase:
            yield ""
            yield sentence(row.name)
        else:
            late = row.whole and row.planned is not None and row.planned not in row.done
            plan = f" (planerat {swedish_time(row.planned)})" if late and row.planned else ""
            yield f"  {row.name}{f': {row.times}' if row.times else ''}{plan}"


# For programs


def as_json(progress: Progress) -> str:
    """The matter's process as JSON, version 1. A part of a step has the id `<step>/<part>`."""
    coming = progress.next
    answer = {
        "version": VERSION,
        "matter": {"id": progress.matter.id, "title": progress.matter.title},
        "process": {"id": progress.kind.id, "name": progress.kind.name},
        "phase": progress.phase.id if progress.phase else None,
        "next": coming.id if coming else None,
        "phases": [
            {
                "id": phase.id,
                "name": phase.name,
                "steps": [_step(s) for s in progress.steps if s.step.phase == phase.id],
            }
            for phase in progress.kind.phases
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _step(state: StepState) -> dict[str, Any]:
    return {
        "id": state.id,
        "name": state.name,
        "planned": _time(state.planned),
        "done": _time(state.done),
        "parts": [_step(part) for part in state.parts],
    }


def _time(span: RoughSpan | None) -> dict[str, str] | None:
    """As it is written, and the days that it may reach from and to."""
    if span is None:
        return None
    first, last = span.start.first, span.end.last
    return {"time": str(span), "first": first.isoformat(), "last": last.isoformat()}
