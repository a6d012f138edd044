"""Who leaves a place and who comes: history kept, each change decided before any is written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.meaning import Insert, Put, Remove
from vrtool.edit.rosters_places import tenures_in
from vrtool.edit.rosters_plan import PATH, Plan, Refused, Step, StepKind
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.rosters import Tenure
from vrtool.register.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrtool.diagnostic import Pointer
    from vrtool.edit.meaning import Edit
    from vrtool.edit.rosters_people import People
    from vrtool.edit.rosters_places import Places, RosterPlace
    from vrtool.model.rosters import Rosters
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_DAY = timedelta(days=1)


class Draft:
    """The rosters while changes are decided, one upon the other."""

    def __init__(self, register: Register, places: Places, people: People) -> None:
        if Kind.ROSTERS in register.broken.kinds:
            raise CannotDo(f"{PATH} går inte att läsa: kör vr check för att se varför.")
        self.places, self.people = places, people
        self._rosters: Rosters = register.rosters
        self._tenures: dict[Pointer, list[Tenure]] = {}
        self._edits: list[Edit] = []
        self._there: set[Pointer] = _pointers(register.rosters)

    def plan(self, steps: Sequence[Step], refused: Sequence[Refused] = ()) -> Plan:
        """What has been decided."""
        people, new = self.people, [*self.people.new.values()]
        start: list[Edit] = []
        if new and ("people",) not in self._there:
            start = [Put(("people",), {})]
        edits = (*start, *people.edits, *self._edits)
        return Plan(tuple(steps), tuple(new), tuple(people.notes), edits, tuple(refused))

    def holders(self, place: RosterPlace, day: date) -> tuple[str, ...]:
        """Whoever has the place on the day."""
        return tuple(t.who for t in self._of(place) if t.who and t.covers(day))

    def known_there(self, place: RosterPlace) -> frozenset[str]:
        """Everyone who is known to have had the place at any time."""
        return frozenset(tenure.who for tenure in self._of(place) if tenure.who)

    def occupy(self, place: RosterPlace, who: str, start: date, end: date | None = None) -> Step:
        """Someone has the place from a day, to another if one is told.

        Whoever had it has it until the day before. Raises WrongUsage where what stands says
        otherwise: someone else came that very day, or was seen there after it.
        """
        index = self._current(place, start)
        if index is not None and self._of(place)[index].who == who:
            return self._until(place, index, start, end)
        self._refuse_soon_back(place, who, start)
        limit = self._limit(place, index, start, end)
        left = self._leave(place, index, start)
        self._enter(place, index, {"who": who}, start, limit)
        return Step(place, StepKind.FILLED, who, start, limit, left)

    def vacate(self, place: RosterPlace, start: date) -> Step:
        """Nobody has the place from a day. Of one that may stand empty, only that someone left.

        Raises WrongUsage as `occupy` does.
        """
        index = self._current(place, start)
        nothing = Step(place, StepKind.UNCHANGED, None, start)
        if index is not None and self._of(place)[index].vacant:
            return nothing
        if index is None and place.optional:
            return nothing
        limit = self._limit(place, index, start, None)
        left = self._leave(place, index, start)
        if not place.optional:
            self._enter(place, index, {"vacant": "true"}, start, limit)
        return Step(place, StepKind.VACATED, None, start, limit, left)

    def _of(self, place: RosterPlace) -> list[Tenure]:
        return self._tenures.setdefault(place.pointer, [*tenures_in(self._rosters, place)])

    def _current(self, place: RosterPlace, day: date) -> int | None:
        """Which of the tenures covers the day, if any."""
        found = [index for index, tenure in enumerate(self._of(place)) if tenure.covers(day)]
        if len(found) > 1:
            raise WrongUsage(
                f"Flera står på {self.places.name(place)} {swedish_date(day)}. "
                f"Rätta det först i {PATH}."
            )
        return found[0] if found else None

    def _until(self, place: RosterPlace, index: int, start: date, end: date | None) -> Step:
        """The same person stays; perhaps with a last day that was not told before."""
        tenure = self._of(place)[index]
        if end is None or tenure.end == end:
            return Step(place, StepKind.UNCHANGED, tenure.who, start, tenure.end)
        if tenure.seen:
            raise WrongUsage(
                f"{self._name(tenure)} är bara sedd på {self.places.name(place)} (seen). "
                f"Skriv from och to för hand i {PATH}."
            )
        self._refuse_after(place, start, end)
        self._put(place, index, "to", end.isoformat())
        return Step(place, StepKind.ENDED, tenure.who, start, end)

    def _limit(
        self, place: RosterPlace, index: int | None, start: date, end: date | None
    ) -> date | None:
        """The last day: the one told, else the last of the tenure that is taken over.

        A gap before the next tenure is filled. Raises WrongUsage for one that runs into it.
        """
        if end is not None:
            self._refuse_after(place, start, end)
            return end
        coming = self._next(place, start)
        ends = [coming - _DAY] if coming else []
        taken_over = self._of(place)[index].end if index is not None else None
        return min([*ends, *([taken_over] if taken_over else [])], default=None)

    def _next(self, place: RosterPlace, start: date) -> date | None:
        firsts = (tenure.span.first for tenure in self._of(place))
        return min((first for first in firsts if first and first > start), default=None)

    def _refuse_after(self, place: RosterPlace, start: date, end: date) -> None:
        if end < start:
            raise WrongUsage(f"Sista dagen {end} ligger före {start}.")
        coming = self._next(place, start)
        if coming is not None and coming <= end:
            raise WrongUsage(
                f"{self.places.name(place)} är upptagen igen från {swedish_date(coming)}. "
                f"Ange en sista dag före det, eller rätta {PATH}."
            )

    def _refuse_soon_back(self, place: RosterPlace, who: str, start: date) -> None:
        coming = self._next(place, start)
        for tenure in self._of(place):
            if coming is not None and tenure.span.first == coming and tenure.who == who:
                raise WrongUsage(
                    f"{self._name(tenure)} står på {self.places.name(place)} först från "
                    f"{swedish_date(coming)}. Är det fel, rätta from i {PATH}."
                )

    def _leave(self, place: RosterPlace, index: int | None, start: date) -> str | None:
        """Whoever has the place has it until the day before; a vacancy of no day makes way."""
        if index is None:
            return None
        tenure = self._of(place)[index]
        if tenure.seen:
            raise WrongUsage(
                f"{self._name(tenure)} är sedd på {self.places.name(place)} även efter "
                f"{swedish_date(start)}. Välj en senare dag, eller rätta seen i {PATH}."
            )
        if tenure.start == start:
            if not tenure.vacant:
                raise WrongUsage(
                    f"{self._name(tenure)} har {self.places.name(place)} från samma dag, "
                    f"{swedish_date(start)}. Välj en senare dag, eller rätta {PATH}."
                )
            return None
        self._put(place, index, "to", (start - _DAY).isoformat())
        return tenure.who

    def _enter(
        self,
        place: RosterPlace,
        index: int | None,
        what: dict[str, Data],
        start: date,
        end: date | None,
    ) -> None:
        if index is not None and self._of(place)[index].start == start:
            self._fill_vacancy(place, index, what, end)
            return
        told: dict[str, Data] = {**what, "from": start.isoformat()}
        told |= {"to": end.isoformat()} if end else {}
        at = self._place_for(place, index, start)
        self._edits.append(self._insertion(place, at, told))
        self._of(place).insert(at, Tenure.model_validate(told))

    def _fill_vacancy(
        self, place: RosterPlace, index: int, what: dict[str, Data], end: date | None
    ) -> None:
        at = (*place.pointer, index)
        self._edits += [Put((*at, "who"), what["who"], before="vacant"), Remove((*at, "vacant"))]
        old = self._of(place)[index]
        told: dict[str, Data] = {**what, "from": str(old.start)}
        self._of(place)[index] = Tenure.model_validate(
            told | ({"to": old.end.isoformat()} if old.end else {})
        )
        if end is not None and end != old.end:
            self._put(place, index, "to", end.isoformat())

    def _place_for(self, place: RosterPlace, index: int | None, start: date) -> int:
        """After the one that is taken over, else before the first that begins later."""
        if index is not None:
            return index + 1
        tenures = self._of(place)
        later = (i for i, t in enumerate(tenures) if t.span.first and t.span.first > start)
        return next(later, len(tenures))

    def _insertion(self, place: RosterPlace, at: int, told: dict[str, Data]) -> Edit:
        """A tenure put into its list, or the list with it, or whatever above that is not there."""
        pointer = place.pointer
        if pointer in self._there:
            return Insert(pointer, told, at)
        value: Data = [told]
        while len(pointer) > 1 and pointer[:-1] not in self._there:
            value = {str(pointer[-1]): value}
            pointer = pointer[:-1]
        self._there.update(place.pointer[:length] for length in range(1, len(place.pointer) + 1))
        return Put(pointer, value)

    def _put(self, place: RosterPlace, index: int, field: str, value: str) -> None:
        self._edits.append(Put((*place.pointer, index, field), value))
        told = self._of(place)[index].model_dump(mode="json", by_alias=True, exclude_defaults=True)
        told |= {"vacant": "true"} if self._of(place)[index].vacant else {}
        self._of(place)[index] = Tenure.model_validate({**told, field: value})

    def _name(self, tenure: Tenure) -> str:
        return self.people.name(tenure.who) if tenure.who else "Ingen"


def _pointers(rosters: Rosters) -> set[Pointer]:
    """Which of the places where tenures stand are written in the file."""
    there: set[Pointer] = {(field,) for field in rosters.model_fields_set}
    there |= {("offices", office) for office in rosters.offices}
    for key, seat in rosters.seats.items():
        there.add(("seats", key))
        there |= {("seats", key, field) for field in seat.model_fields_set}
    return there
