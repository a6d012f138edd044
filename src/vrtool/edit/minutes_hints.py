"""Comments at a meeting's items that show what the result of each is to hold."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.meaning import Remark
from vrtool.model.item import ItemKind, OutcomeKind, Purpose
from vrtool.register.describe import actor
from vrtool.register.open_work import open_before
from vrtool.register.words import word
from vrtool.rules.outcomes import Never
from vrtool.text import fold, printable, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.item import Item
    from vrtool.model.meeting import Meeting
    from vrtool.planning.demands import Demands
    from vrtool.register.open_work import OpenWork
    from vrtool.register.register import Register

_ITEMS = ("agenda", "items")
_LONGEST = 60


def hints(demands: Demands, meeting: Meeting) -> Iterator[Remark]:
    """A comment at each item whose result is not told, and one with the open assignments.

    The reports on those wait at the standing item for them, else at one proposed below the others.
    """
    register = demands.register
    waiting = [_report(register, meeting, known) for known in open_before(register, meeting)]
    reports = [line for lines in waiting for line in lines]
    silent = [(at, item) for at, item in enumerate(meeting.items) if _is_silent(item)]
    standing = next((at for at, item in silent if _is_follow_up(demands, meeting, item)), None)
    if reports and standing is None and meeting.items:
        yield Remark(_ITEMS, tuple(_own_item(register, meeting, reports)))
    for at, item in silent:
        told = _noted(reports) if at == standing else _outcome(demands, meeting, item)
        yield Remark((*_ITEMS, at), tuple(told))


def _is_silent(item: Item) -> bool:
    """Whether a result is wanted; one that is begun, if only by its name, is left alone."""
    wanted = item.of_substance or item.kind is ItemKind.STANDING
    return wanted and "outcome" not in item.model_fields_set


def _is_follow_up(demands: Demands, meeting: Meeting, item: Item) -> bool:
    """Whether it is a standing item for what was given before: neither the notes of an earlier
    meeting nor one that the working forms have on every agenda.
    """
    found = demands.rulebook.composition(meeting.forum, meeting.date)
    everywhere = {fold(title) for title in found[1].standing_items} if found else set()
    is_own = not item.earlier and fold(item.title) not in everywhere
    return item.kind is ItemKind.STANDING and is_own


def _outcome(demands: Demands, meeting: Meeting, item: Item) -> list[str]:
    made = next((_BY_PURPOSE[purpose] for purpose in _BY_PURPOSE if purpose in item.purpose), None)
    lines = ["  kind: noted"] if made is None else list(made)
    if Purpose.POSITION in item.purpose:
        lines = _position(demands, meeting, item)
    return ["outcome:", *(line.format(id=item.id) for line in lines)]


_BY_PURPOSE: dict[Purpose, tuple[str, ...]] = {
    Purpose.POSITION: (),
    Purpose.NOMINATION: ("  kind: nominated", "  text:", "  people: []"),
    Purpose.ASSIGNMENT: (
        "  kind: assigned",
        "  assignments:",
        "    - id: {id}",
        "      task:",
        "      receiver:",
        "      due:",
    ),
    Purpose.PREPARATION: (
        "  kind: prepared",
        "  text:",
        "  next:",
        "  questions: []",
        "  minutes:",
        "  ambition:",
    ),
    Purpose.DIALOGUE: ("  kind: discussed", "  text:"),
    Purpose.INFORMATION: ("  kind: noted", "  text:"),
}
"""What most often comes of an item with the purpose; of several, the weightiest comes first."""


def _position(demands: Demands, meeting: Meeting, item: Item) -> list[str]:
    known = demands.register.matters
    matters = [known[key] for key in item.all_matters if key in known]
    asked = demands.set_by("VR405", Never, meeting.forum, meeting.date)
    only_recommends = any(OutcomeKind.POSITION in never.never for _, never in asked)
    proposed = item.proposal or any(m.brief and m.brief.proposal for m in matters)
    kind = OutcomeKind.RECOMMENDATION if only_recommends else OutcomeKind.POSITION
    lines = [f"  kind: {kind.value}", f"  text:{' as-proposed' if proposed else ''}"]
    if any(matter.needs_decisions for matter in matters):
        lines.append("  decides_next: []")
    return lines


def _noted(reports: list[str]) -> list[str]:
    return ["outcome:", "  kind: noted", *(["  reports:", *reports] if reports else [])]


def _own_item(register: Register, meeting: Meeting, reports: list[str]) -> Iterator[str]:
    title = f"Uppföljning av {word(register, 'assignment').many}"
    taken = {item.id for item in meeting.items}
    names = (slug(title), *(f"{slug(title)}-{number}" for number in range(2, len(taken) + 3)))
    yield f"- id: {next(name for name in names if name not in taken)}"
    yield f"  title: {title}"
    yield "  kind: standing"
    yield from (f"  {line}" for line in _noted(reports))


def _report(register: Register, meeting: Meeting, known: OpenWork) -> Iterator[str]:
    """A report to fill in, with what it is about: the task, whose it is, when it was due."""
    told = " ".join((known.work.task or known.there.item.title).split())
    task = shorten(printable(told), _LONGEST, placeholder="…")
    receiver = actor(register, known.work.receiver, meeting.date)
    due = f", senast {swedish_date(known.work.due)}" if known.work.due else ""
    yield f"    - assignment: {known.work.id}  # {task}"
    yield f"      # {printable(receiver)}{due}"
    yield "      done: false"
    yield "      text:"
