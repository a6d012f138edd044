"""A table's rows, and one person's coming to a place, made into a plan for the rosters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vrtool.edit.rosters import Draft
from vrtool.edit.rosters_people import Described, People
from vrtool.edit.rosters_places import Places
from vrtool.edit.rosters_plan import Refused, Step, StepKind
from vrtool.edit.rosters_table import row_told
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register import choose
from vrtool.text import fold, join, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrtool.edit.rosters_places import RosterPlace
    from vrtool.edit.rosters_plan import Plan
    from vrtool.edit.rosters_table import Row
    from vrtool.register.register import Register

_NOBODY = frozenset(("vakant", "vacant", "-", "–"))


@dataclass(frozen=True, slots=True)
class Coming:
    """Someone comes to a place, or (`who` None) nobody does, from `start` to `end` if told."""

    who: Described | None
    start: date
    end: date | None = None


def replacement(register: Register, place: str, coming: Coming, *, deputies: bool = False) -> Plan:
    """One person leaves a place and another comes, or none.

    `place` is its id or what it is called, `deputies` tells that its personal deputy is meant.
    Raises WrongUsage where no such place is found, or the one that comes cannot.
    """
    places = Places(register, coming.start)
    draft = Draft(register, places, People(register))
    found = places.one(place)
    if deputies:
        found = _deputies_of(places, found)
    step = _step(draft, found, coming)
    if step.left:
        draft.people.notes += _other_places(draft, places, step)
    return draft.plan([step])


def imported(
    register: Register, rows: Sequence[Row], *, forum: str | None, start: date | None
) -> Plan:
    """Every row a person who comes to a place, or a last day for one who has it.

    `forum` narrows what the places may mean; `start` is the first day where a row tells none.
    """
    return _Reading(register, forum, start).plan(rows)


def turnover(register: Register, rows: Sequence[Row], start: date) -> Plan:
    """A new term: the table tells who has each place; one that is not in it has nobody.

    A row without a name, or with *vakant*, is a place with nobody. Where a row is refused, no
    place is emptied for not being in the table.
    """
    return _Reading(register, None, start, whole=True).plan(rows)


def _other_places(draft: Draft, places: Places, step: Step) -> Iterator[str]:
    """Where else whoever left sits: leaving one place is not to leave the others."""
    left = step.left or ""
    others = [p for p in places.all if p != step.place and left in draft.holders(p, step.start)]
    if others:
        told = join([places.name(place) for place in others])
        yield (
            f"{draft.people.name(left)} sitter kvar på {told}. Ska någon annan dit, byt med "
            "vr roster replace."
        )


def _deputies_of(places: Places, seat: RosterPlace) -> RosterPlace:
    for place in places.all:
        if place.deputies and place.id == seat.id:
            return place
    raise WrongUsage(f"{places.name(seat)} har ingen personlig ersättare enligt arbetsformerna.")


def _step(draft: Draft, place: RosterPlace, coming: Coming) -> Step:
    if coming.who is None:
        return draft.vacate(place, coming.start)
    described = coming.who
    if described.party is None and place.party is not None:
        described = replace(described, party=place.party)
    who = draft.people.identify(described, draft.known_there(place))
    return draft.occupy(place, who, coming.start, coming.end)


class _Reading:
    """The reading of one table; `whole` where what it does not name is empty."""

    def __init__(
        self, register: Register, forum: str | None, start: date | None, *, whole: bool = False
    ) -> None:
        self._register, self._forum, self._start, self._whole = register, forum, start, whole
        self._places: dict[date, Places] = {}
        self._taken: set[tuple[RosterPlace, date]] = set()

    def plan(self, rows: Sequence[Row]) -> Plan:
        steps, refused = [], []
        people = People(self._register)
        days = [day for row in rows if (day := _day_or_none(row.start))]
        draft = Draft(self._register, self._on(self._start or min(days, default=date.max)), people)
        for row in rows:
            try:
                steps.append(self._row(draft, row))
            except (WrongUsage, CannotDo) as error:
                refused.append(Refused(row.line, row_told(row), str(error)))
        if self._whole and self._start and not refused:
            steps += self._rest(draft, self._start, {step.place.pointer for step in steps})
        return draft.plan(steps, refused)

    def _on(self, day: date) -> Places:
        if day not in self._places:
            self._places[day] = Places(self._register, day)
        return self._places[day]

    def _row(self, draft: Draft, row: Row) -> Step:
        start = choose.day(row.start) if row.start else self._start
        end = choose.day(row.end) if row.end else None
        if start is None:
            raise WrongUsage("Raden säger inte från vilken dag. Fyll i från, eller ange --from.")
        party = choose.party_id(self._register, row.party) if row.party else None
        nobody = not row.name or fold(row.name) in {fold(word) for word in _NOBODY}
        if nobody and not (self._whole or row.name or row.id):
            raise WrongUsage("Raden saknar namn. Skriv vakant om ingen har platsen.")
        who = None
        if not nobody or row.id:
            name = "" if nobody else row.name
            who = Described(name, party, row.political_party, row.side, row.id)
        place = self._place(draft, row, party, start)
        return self._stayed(draft, place, Coming(who, start, end))

    def _stayed(self, draft: Draft, place: RosterPlace, coming: Coming) -> Step:
        """In a whole table a first day before the turnover is what was told of one who stays."""
        if self._whole and self._start and coming.start < self._start:
            coming = Coming(coming.who, self._start, coming.end)
        if (place, coming.start) in self._taken:
            raise WrongUsage("Platsen står redan på en tidigare rad med samma första dag.")
        step = _step(draft, place, coming)
        self._taken.add((place, coming.start))
        return step

    def _place(self, draft: Draft, row: Row, party: str | None, start: date) -> RosterPlace:
        places = self._on(start)
        text = row.place or row.office
        exact = bool(row.place) and len(places.fitting(row.place)) == 1
        found = places.fitting(text, party, None if exact else self._forum_of(row))
        if not found:
            whose = f" för {self._register.party(party)}" if party else ""
            raise WrongUsage(
                f"Det finns ingen plats ”{printable(text)}”{whose}. Skriv platsens id i kolumnen "
                "plats; vr roster turnover --template FIL skriver en lista på alla."
            )
        place = found[0] if len(found) == 1 else self._free(draft, found, row, start)
        if party is not None and place.party not in {None, party}:
            raise WrongUsage(
                f"{places.name(place)} hör inte till {self._register.party(party)}. Rätta parten "
                "eller platsen."
            )
        return place

    def _forum_of(self, row: Row) -> str | None:
        return choose.forum_id(self._register, row.forum) if row.forum else self._forum

    def _free(
        self, draft: Draft, found: tuple[RosterPlace, ...], row: Row, start: date
    ) -> RosterPlace:
        """Of several seats alike the one the person has, else the first that nobody has."""
        alike = len({(p.forums, p.party, p.label) for p in found}) == 1 and found[0].party
        if alike:
            left = [place for place in found if (place, start) not in self._taken]
            named = fold(row.name)
            for place in left:
                holders = draft.holders(place, start)
                if any(named in {fold(draft.people.name(h)), h} for h in holders):
                    return place
            empty = [place for place in left if not draft.holders(place, start)]
            if empty:
                return empty[0]
        listed = self._on(start).listed(found)
        raise WrongUsage(f"Raden passar flera platser: {listed}. Skriv platsens id som plats.")

    def _rest(self, draft: Draft, start: date, told: set[tuple[str | int, ...]]) -> Iterator[Step]:
        for place in self._on(start).all:
            if place.pointer not in told:
                step = draft.vacate(place, start)
                if step.kind is not StepKind.UNCHANGED:
                    yield step


def _day_or_none(text: str) -> date | None:
    try:
        return choose.day(text) if text else None
    except WrongUsage:
        return None
