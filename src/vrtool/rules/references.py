"""References between records: what is named must exist, and lead nowhere in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Pointer, Verdict
from vrtool.model.item import Purpose
from vrtool.register import words
from vrtool.register.describe import meeting_name
from vrtool.register.known import Known
from vrtool.register.local_names import LOCAL, local_names
from vrtool.register.references import named, reference
from vrtool.register.register import Register
from vrtool.register.target import Reference
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import did_you_mean, join, sentence


@data_rule("VR101", "unknown-reference")
def unknown_reference(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Something is named that does not exist."""
    known, local = Known(register), local_names(register)
    for path, pointer, name, target in named(register):
        if target in LOCAL:
            here = local.get((path, target))
            if here is not None and name not in here:
                yield _missing(register, reference(path, pointer, name, target), list(here))
        elif not known.has(target, name):
            candidates = known.candidates(target)
            yield _missing(register, reference(path, pointer, name, target), candidates)


def _missing(register: Register, found: Reference, candidates: list[str]) -> Verdict:
    target, name = found.target, found.name
    return breach(
        name,
        found.at,
        f"{sentence(words.named(register, target))} ”{name}” finns inte."
        f"{did_you_mean(name, candidates)}",
        f"Rätta namnet, eller lägg till det {target.listed}.",
    )


@data_rule("VR102", "ring-of-matters")
def ring_of_matters(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A matter continues another that in the end continues it."""
    for matter in register.matters.values():
        ring = _ring(register, matter.id)
        if ring and matter.id == min(ring):
            yield breach(
                matter.id,
                register.matter_place(matter, "continues"),
                f"Ärendena {join(ring)} fortsätter varandra i en ring.",
                "Ta bort continues från det ärende som kom först.",
            )


def _ring(register: Register, start: str) -> list[str]:
    """The ring a matter stands in, from itself back to itself; empty where there is none."""
    way = [start]
    while True:
        here = register.matters.get(way[-1])
        following = here.continues if here else None
        if following is None:
            return []
        if following in way:
            return way if following == start else []
        way.append(following)


_NEEDS_MATTER = {Purpose.POSITION, Purpose.NOMINATION, Purpose.ASSIGNMENT}


@data_rule("VR103", "matter-missing")
def matter_missing(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """An item for position, nomination or assignment names no matter."""
    for meeting in register.meetings.values():
        for index, item in enumerate(meeting.items):
            needing = [p for p in item.purpose if p in _NEEDS_MATTER]
            if not needing or item.all_matters:
                continue
            pointer: Pointer = ("agenda", "items", index, "purpose", item.purpose.index(needing[0]))
            yield breach(
                item.id,
                register.meeting_place(meeting, *pointer),
                f"Punkten ”{item.title}” vid {meeting_name(register, meeting)} saknar ärende.",
                "Lägg upp ett ärende i matters/ och skriv dess id som matter: vid punkten.",
            )
