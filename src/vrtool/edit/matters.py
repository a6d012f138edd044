"""A new matter: the next free number, and a file that tells how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from vrtool.edit.change import drafted, write
from vrtool.edit.emit import WIDTH, Style, entry
from vrtool.edit.matter_ids import file_of, next_id
from vrtool.edit.records import under_lock
from vrtool.model.matter import Goal, Logic
from vrtool.register.kinds import Kind
from vrtool.register.words import word
from vrtool.text import fold, join

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vrtool.register.register import Register
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class NewMatter:
    """What is known of a matter when it is raised. Parties, forums, topics and process by id."""

    title: str
    year: int
    initiator: str | None = None
    raised: date | None = None
    topics: tuple[str, ...] = ()
    goal: Goal | None = None
    logic: Logic | None = None
    process: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The matter made: its id, its file, and those there were that bear the same title."""

    id: str
    written: tuple[Path, ...]
    namesakes: tuple[str, ...]


def new_matter(root: Path, wanted: NewMatter) -> Made:
    """Write a matter's file under the next free number of its year.

    Raises CannotDo where the repo cannot be written, or the values make no valid record.
    """
    with under_lock(root) as (lock, register):
        key = next_id(register, wanted.year)
        text = "".join(f"{line}\n" for line in _text(register, key, wanted))
        change = drafted(lock, Kind.MATTER, file_of(key, wanted.title), text)
        written = write(lock, [change])
    alike = fold(wanted.title)
    namesakes = (other.id for other in register.matters.values() if fold(other.title) == alike)
    return Made(key, tuple(written), tuple(sorted(namesakes)))


def _text(register: Register, key: str, wanted: NewMatter) -> Iterator[str]:
    """The lines of the file: every field of an ordinary matter, with what it is for above it."""
    position, party = word(register, "position").one, word(register, "party").one
    case, process = word(register, "case-logic").one, word(register, "process-logic").one
    yield from _remark("Rader som börjar med # är hjälp att fylla i. Ta bort dem efter hand.")
    yield from _entry("id", key)
    yield from _entry("title", wanted.title)
    yield from _remark(f"Vad det handlar om{_choices(register)}.")
    yield from _entry("topics", [*wanted.topics])
    yield from _remark(f"Vem som väckte det ({party} eller forum, med id), och vilken dag.")
    yield from _entry("initiator", wanted.initiator)
    yield from _entry("raised", wanted.raised.isoformat() if wanted.raised else None)
    yield from _remark(f"case: {case}. process: {process}.")
    yield from _entry("logic", wanted.logic.value if wanted.logic else None)
    yield from _remark(f"Målet: position ({position}), anchoring (förankring) eller information.")
    yield from _entry("goal", wanted.goal.value if wanted.goal else None)
    yield from _remark("shared: en fråga för alla. inter-municipal: en fråga bara mellan kommuner.")
    yield from _entry("scope", None)
    yield from _remark("Diarienumret.")
    yield from _entry("reference", None)
    yield from _brief(position)
    if wanted.process:
        yield from _process(register, wanted.process)


def _choices(register: Register) -> str:
    topics = [*register.structure.topics]
    return f": {join(topics, 'eller')}" if topics else ""


def _brief(position: str) -> Iterator[str]:
    yield from _remark("Underlaget, del för del. Det som lämnas tomt kommer inte med i dokumentet.")
    yield "brief:"
    yield from _remark(f"Förslaget till {position}: det enda som aldrig får saknas.", 2)
    yield "  proposal:"
    yield "  summary:"
    yield "  description:"
    yield from _remark("Vägen framåt: vad som händer sedan.", 2)
    yield "  way_forward:"
    yield from _remark("Handlingarna: [Utredningen, {title: Kalkylen, date: 2031-05-05}].", 2)
    yield "  documents: []"


def _process(register: Register, process: str) -> Iterator[str]:
    steps = join([step.id for step in register.processes[process].steps])
    yield "process:"
    yield from _entry("type", process, 2)
    yield from _remark(
        "Stegen, med när vart och ett är tänkt och när det är gjort, som "
        f"{{planned: 2031-05, done: 2031-06-12}}. De är {steps}.",
        2,
    )
    yield "  steps:"


def _remark(text: str, at: int = 0) -> list[str]:
    margin = " " * at
    return [f"{margin}# {line}" for line in wrap(text, WIDTH - at - 2, break_on_hyphens=False)]


def _entry(key: str, value: Data, at: int = 0) -> list[str]:
    return entry(key, value, at, Style()) if value is not None else [f"{' ' * at}{key}:"]
