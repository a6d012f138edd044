"""Which norms are in force on a day: rulebooks supplement one another, norms replace norms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from vrtool.diagnostic import Place
from vrtool.model.working_forms import Composition, Norm, NormSource, WorkingForms
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.seats import Role, Seat, seats_by_role


@dataclass(frozen=True)
class NormInForce:
    """A norm with its id and the rulebook, or type of process, it stands in."""

    id: str
    norm: Norm
    forms: NormSource

    def __hash__(self) -> int:
        return hash((self.forms.id, self.id))


def forms_in_force(register: Register, day: date) -> list[WorkingForms]:
    """The rulebooks applied on the day, each after the one it supplements."""
    current = [forms for forms in register.working_forms.values() if forms.span.contains(day)]
    return sorted(current, key=lambda forms: (_depth(register, forms), forms.id))


def _depth(register: Register, forms: WorkingForms) -> int:
    seen = {forms.id}
    while forms.supplements and forms.supplements not in seen:
        seen.add(forms.supplements)
        base = register.working_forms.get(forms.supplements)
        if base is None:
            break
        forms = base
    return len(seen)


class Rulebook:
    """The norms and compositions in force, by day, worked out once for each span without change."""

    def __init__(self, register: Register) -> None:
        self._register = register
        starts = {forms.in_force.start for forms in register.working_forms.values()}
        ends = {
            forms.in_force.end + timedelta(days=1)
            for forms in register.working_forms.values()
            if forms.in_force.end
        }
        self._changes = sorted(starts | ends | _comings_and_goings(register))
        self._norms = lru_cache(maxsize=None)(self._norms_since)
        self._seats: dict[int, dict[Role, tuple[Seat, ...]]] = {}

    @property
    def changes(self) -> list[date]:
        """The days on which a rulebook or a forum comes into being or ceases to be."""
        return list(self._changes)

    def norms(self, day: date) -> tuple[NormInForce, ...]:
        """The norms in force on the day, those replaced left out."""
        return self._norms(self._since(day))

    def composition(self, forum: str, day: date) -> tuple[WorkingForms, Composition] | None:
        """Which seats the forum has on the day, and by which rulebook: the last to speak.

        None on days when the forum does not stand.
        """
        known = self._register.structure.forums.get(forum)
        if known is not None and not known.span.contains(day):
            return None
        for forms in reversed(forms_in_force(self._register, self._since(day) or day)):
            if forum in forms.seats:
                return forms, forms.seats[forum]
        return None

    def seats(self, composition: Composition) -> dict[Role, tuple[Seat, ...]]:
        """Every seat a composition gives, by role; worked out once."""
        key = id(composition)  # compositions live as long as the register
        if key not in self._seats:
            self._seats[key] = seats_by_role(self._register, composition)
        return self._seats[key]

    def _since(self, day: date) -> date | None:
        earlier = [change for change in self._changes if change <= day]
        return earlier[-1] if earlier else None

    def _norms_since(self, change: date | None) -> tuple[NormInForce, ...]:
        if change is None:
            return ()
        found = [
            NormInForce(identifier, norm, forms)
            for forms in forms_in_force(self._register, change)
            for identifier, norm in forms.norms.items()
        ]
        replaced = {old for entry in found for old in entry.norm.replaces}
        return tuple(entry for entry in found if entry.id not in replaced)


def _comings_and_goings(register: Register) -> set[date]:
    forums = register.structure.forums.values()
    starts = {forum.start for forum in forums if forum.start}
    return starts | {forum.end + timedelta(days=1) for forum in forums if forum.end}


def norm_place(register: Register, entry: NormInForce, *pointer: str | int) -> Place:
    """The place of a norm, or of a value in it."""
    kind = Kind.WORKING_FORMS if isinstance(entry.forms, WorkingForms) else Kind.PROCESS
    return register.place(kind, entry.forms.id, ("norms", entry.id, *pointer))
