"""What there is of each kind of thing that a record may name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.target import Target


class Known:
    """Everything that can be named, by kind; each list is made once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._list = cache(self._make)

    def has(self, target: Target, name: str) -> bool:
        """Whether what is named exists, or may stand in a file that cannot be read."""
        return name in self._list(target) or self._unreadable(target, name)

    def candidates(self, target: Target) -> list[str]:
        """Everything of this kind, for a suggestion."""
        return sorted(self._list(target))

    def _unreadable(self, target: Target, name: str) -> bool:
        broken = self._register.broken
        kind = _HOME.get(target)
        if kind is None or kind not in broken.kinds:
            return False
        if kind.single or target in (Target.ASSIGNMENT, Target.NORM):
            return True
        record = name.partition("/")[0]
        return any(stem == record or stem.startswith(f"{record}-") for stem in broken.ids)

    def _make(self, target: Target) -> Collection[str]:
        return _LISTS[target](self._register)


_HOME = {
    Target.PERSON: Kind.ROSTERS,
    Target.RECEIVER: Kind.ROSTERS,
    Target.BODY: Kind.ROSTERS,
    Target.MATTER: Kind.MATTER,
    Target.MEETING: Kind.MEETING,
    Target.REQUEST: Kind.REQUESTS,
    Target.MEETING_ITEM: Kind.MEETING,
    Target.ASSIGNMENT: Kind.MEETING,
    Target.APPOINTED: Kind.WORKING_FORMS,
    Target.NORM: Kind.WORKING_FORMS,
    Target.WORKING_FORMS: Kind.WORKING_FORMS,
    Target.PROCESS: Kind.PROCESS,
}


def _parties_and_forums(register: Register) -> set[str]:
    return set(register.structure.parties) | set(register.structure.forums)


def _bodies(register: Register) -> set[str]:
    bodies = set(register.structure.boards) | set(register.rosters.networks)
    return _parties_and_forums(register) | bodies


def _offices(register: Register) -> set[str]:
    return {f"{body}/{kind}" for body in _bodies(register) for kind in register.structure.offices}


def _meeting_items(register: Register) -> set[str]:
    items = {f"{m.id}/{item.id}" for m in register.meetings.values() for item in m.items}
    return items | set(register.meetings)


def _assignments(register: Register) -> set[str]:
    outcomes = (item.outcome for m in register.meetings.values() for item in m.items)
    return {a.id for outcome in outcomes if outcome for a in outcome.assignments}


def _appointed(register: Register) -> set[str]:
    compositions = (c for forms in register.working_forms.values() for c in forms.seats.values())
    lines = (line for c in compositions for line in (*c.members, *c.officials, *c.co_opted))
    return {line.appointed for line in lines if line.appointed}


_LISTS: dict[Target, Callable[[Register], Collection[str]]] = {
    Target.PERSON: lambda r: set(r.rosters.people),
    Target.PARTY: lambda r: set(r.structure.parties),
    Target.FORUM: lambda r: set(r.structure.forums),
    Target.FORUM_OR_GROUP: lambda r: set(r.structure.forums) | set(r.structure.groups),
    Target.PARTY_OR_FORUM: _parties_and_forums,
    Target.RECEIVER: lambda r: _parties_and_forums(r) | set(r.rosters.people),
    Target.BOARD: lambda r: set(r.structure.boards),
    Target.AREA: lambda r: set(r.structure.areas),
    Target.PARTY_KIND: lambda r: set(r.structure.party_kinds),
    Target.OFFICE_KIND: lambda r: set(r.structure.offices),
    Target.POLITICAL_PARTY: lambda r: set(r.structure.political_parties),
    Target.OFFICE: _offices,
    Target.BODY: _bodies,
    Target.APPOINTED: _appointed,
    Target.MATTER: lambda r: set(r.matters),
    Target.MEETING: lambda r: set(r.meetings),
    Target.REQUEST: lambda r: set(r.requests),
    Target.MEETING_ITEM: _meeting_items,
    Target.TOPIC: lambda r: set(r.structure.topics),
    Target.NORM: lambda r: {norm for forms in r.norm_sources for norm in forms.norms},
    Target.WORKING_FORMS: lambda r: set(r.working_forms),
    Target.ASSIGNMENT: _assignments,
    Target.PROCESS: lambda r: set(r.processes),
}
