"""People coming and going: who took or left an office or a seat, and from which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vrtool.dates import swedish_date
from vrtool.history.change import Act, Change, Group, RecordChange
from vrtool.history.plain import leaves, plain, without
from vrtool.history.telling import Teller, office_name
from vrtool.model.rosters import Person, Rosters, Tenure
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from vrtool.history.meetings import Sides


def roster_changes(sides: Sides) -> RecordChange | None:
    """What became of the rosters; None where nothing did."""
    changes = tuple(_Comparison(sides).changes())
    return RecordChange(Group.ROSTERS, "", "Personer och uppdrag", changes) if changes else None


class _Comparison:
    """The rosters as they were and are."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._old, self._new = sides.before.rosters, sides.after.rosters
        self._teller = Teller(sides.after, sides.before)

    def changes(self) -> Iterator[Change]:
        """People, offices, seats, then what is left."""
        yield from self._people()
        yield from self._offices()
        yield from self._seats()
        own = ("people", "offices", "seats")
        old, new = (without(plain(side), *own) for side in (self._old, self._new))
        yield from self._teller.changes(leaves(old, new), Rosters)

    def _people(self) -> Iterator[Change]:
        for key, person in self._old.people.items():
            if key not in self._new.people:
                yield Change(Act.REMOVED, f"{person.name} tas bort ur förteckningen")
        for key, person in self._new.people.items():
            known = self._old.people.get(key)
            if known is None:
                home = self._teller.name(person.party) if person.party else person.organisation
                yield Change(
                    Act.ADDED, "Ny person", after=", ".join(filter(None, (person.name, home)))
                )
            else:
                different = leaves(plain(known), plain(person))
                yield from self._teller.changes(different, Person, of=known.name)

    def _offices(self) -> Iterator[Change]:
        old, new = self._old.offices, self._new.offices
        for office in (*old, *(key for key in new if key not in old)):
            place = _office(office_name(self._sides.after, office))
            yield from self._tenures(place, old.get(office, ()), new.get(office, ()))

    def _seats(self) -> Iterator[Change]:
        for key in dict.fromkeys((*self._old.seats, *self._new.seats)):
            old, new = self._old.seats.get(key), self._new.seats.get(key)
            seat, deputy = _seat(f"platsen {key}"), _seat(f"ersättarplatsen {key}")
            yield from self._tenures(seat, old.members if old else (), new.members if new else ())
            yield from self._tenures(
                deputy, old.deputies if old else (), new.deputies if new else ()
            )
            declined = [side.declined if side else None for side in (old, new)]
            if declined[0] != declined[1]:
                told = [swedish_date(day) if day else "" for day in declined]
                act = Act.CHANGED if all(told) else Act.ADDED if told[1] else Act.REMOVED
                yield Change(act, f"Platsen {key} är avböjd", *told)

    def _tenures(
        self, place: _Place, before: Sequence[Tenure], after: Sequence[Tenure]
    ) -> Iterator[Change]:
        gone, come = _unmatched(before, after)
        for old in list(gone):
            new = next(
                (t for t in come if t.who == old.who and t.start == old.start), None
            ) or next((t for t in come if t.who == old.who), None)
            if new is not None:
                gone.remove(old)
                come.remove(new)
                yield self._altered(place, old, new)
        for old in gone:
            yield Change(Act.REMOVED, self._said(place.lost, place, old), before=_span(old))
        for new in come:
            yield Change(Act.ADDED, self._said(place.taken, place, new), after=_span(new))

    def _altered(self, place: _Place, old: Tenure, new: Tenure) -> Change:
        if old.start == new.start and new.end and not old.end:
            last = f"till och med {swedish_date(new.end)}"
            return Change(Act.CHANGED, self._said(place.left, place, new), after=last)
        return Change(Act.CHANGED, self._said(place.held, place, new), _span(old), _span(new))

    def _said(self, verb: str, place: _Place, tenure: Tenure) -> str:
        if tenure.who is None:
            still = "inte längre vakant" if verb == place.lost else "vakant"
            return f"{sentence(place.name)} är {still}"
        return f"{self._teller.name(tenure.who)} {verb} {place.name}"


class _Place(NamedTuple):
    """An office or a seat, and what is said of the one who takes, has, leaves and lost it."""

    name: str
    taken: str
    held: str
    left: str
    lost: str


def _office(name: str) -> _Place:
    return _Place(name, "blir", "som", "slutar som", "står inte längre som")


def _seat(name: str) -> _Place:
    return _Place(name, "får", "på", "lämnar", "står inte längre på")


def _unmatched(
    before: Sequence[Tenure], after: Sequence[Tenure]
) -> tuple[list[Tenure], list[Tenure]]:
    """Tenures that only one side has; the order in which they stand means nothing."""
    return [t for t in before if t not in after], [t for t in after if t not in before]


def _span(tenure: Tenure) -> str:
    """*från 1 mars 2031*, *1 mars 2031–31 december 2034*, *sedd 22 januari 2021*."""
    if tenure.seen:
        told = f"känd {join([swedish_date(day) for day in tenure.seen])}"
    else:
        start = f"från och med {swedish_date(tenure.start)}" if tenure.start else ""
        end = f"till och med {swedish_date(tenure.end)}" if tenure.end else ""
        told = " ".join(filter(None, (start, end)))
    return f"{told} ({tenure.decided_otherwise})" if tenure.decided_otherwise else told
