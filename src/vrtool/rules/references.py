"""References between records: what is named must exist, and lead nowhere in a ring."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache

from vrtool.diagnostic import Pointer, Verdict
from vrtool.model.item import Purpose
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.references import Reference, Target, references
from vrtool.register.register import Register
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import did_you_mean, join, sentence


@data_rule("VR101", "unknown-reference")
def unknown_reference(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Something is named that does not exist."""
    known = _Known(register)
    for reference in references(register):
        if not known.has(reference):
            yield _missing(reference, known)


def _missing(reference: Reference, known: _Known) -> Verdict:
    target, name = reference.target, reference.name
    return breach(
        name,
        reference.at,
        f"{sentence(target.swedish)} ”{name}” finns inte."
        f"{did_you_mean(name, known.candidates(target))}",
        f"Rätta namnet, eller lägg till det bland {target.listed}.",
    )


class _Known:
    """What there is of each kind of thing; each list is made once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._list = cache(self._make)

    def has(self, reference: Reference) -> bool:
        """Whether what is named exists, or may stand in a file that cannot be read."""
        if reference.target is Target.ITEM:
            return reference.name in self._items(reference)
        return reference.name in self._list(reference.target) or self._unreadable(reference)

    def candidates(self, target: Target) -> list[str]:
        return sorted(self._list(target)) if target is not Target.ITEM else []

    def _unreadable(self, reference: Reference) -> bool:
        broken = self._register.broken
        kind = _HOME.get(reference.target)
        if kind is not None and kind in broken.kinds:
            return kind.single or _stem_matches(reference.name, broken.ids)
        return reference.target is Target.ASSIGNMENT and Kind.MEETING in broken.kinds

    def _items(self, reference: Reference) -> Collection[str]:
        path = reference.at.path
        meetings = self._register.meetings.values()
        return {
            item.id
            for meeting in meetings
            if self._register.paths[Kind.MEETING, meeting.id] == path
            for item in meeting.items
        }

    def _make(self, target: Target) -> Collection[str]:
        return _LISTS[target](self._register)


def _stem_matches(name: str, stems: frozenset[str]) -> bool:
    record = name.partition("/")[0]
    return any(stem == record or stem.startswith(f"{record}-") for stem in stems)


_HOME = {
    Target.PERSON: Kind.ROSTERS,
    Target.RECEIVER: Kind.ROSTERS,
    Target.BODY: Kind.ROSTERS,
    Target.MATTER: Kind.MATTER,
    Target.MEETING: Kind.MEETING,
    Target.MEETING_ITEM: Kind.MEETING,
    Target.NORM: Kind.WORKING_FORMS,
    Target.WORKING_FORMS: Kind.WORKING_FORMS,
}


def _meeting_items(register: Register) -> set[str]:
    items = {f"{m.id}/{item.id}" for m in register.meetings.values() for item in m.items}
    return items | set(register.meetings)


def _assignments(register: Register) -> set[str]:
    outcomes = (item.outcome for m in register.meetings.values() for item in m.items)
    return {a.id for outcome in outcomes if outcome for a in outcome.assignments}


_LISTS: dict[Target, Callable[[Register], Collection[str]]] = {
    Target.PERSON: lambda r: set(r.rosters.people),
    Target.PARTY: lambda r: set(r.structure.parties),
    Target.FORUM: lambda r: set(r.structure.forums),
    Target.FORUM_OR_GROUP: lambda r: set(r.structure.forums) | set(r.structure.groups),
    Target.PARTY_OR_FORUM: lambda r: set(r.structure.parties) | set(r.structure.forums),
    Target.RECEIVER: lambda r: (
        set(r.structure.parties) | set(r.structure.forums) | set(r.rosters.people)
    ),
    Target.BOARD: lambda r: set(r.structure.boards),
    Target.AREA: lambda r: set(r.structure.areas),
    Target.PARTY_KIND: lambda r: set(r.structure.party_kinds),
    Target.OFFICE_KIND: lambda r: set(r.structure.offices),
    Target.BODY: lambda r: (
        set(r.structure.parties)
        | set(r.structure.boards)
        | set(r.structure.forums)
        | set(r.rosters.networks)
    ),
    Target.MATTER: lambda r: set(r.matters),
    Target.MEETING: lambda r: set(r.meetings),
    Target.MEETING_ITEM: _meeting_items,
    Target.TOPIC: lambda r: set(r.structure.topics),
    Target.NORM: lambda r: {norm for forms in r.working_forms.values() for norm in forms.norms},
    Target.WORKING_FORMS: lambda r: set(r.working_forms),
    Target.ASSIGNMENT: _assignments,
}


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
