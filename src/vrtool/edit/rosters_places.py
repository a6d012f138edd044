"""The places people can have: offices, appointed seats, personal deputies; found by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrtool.errors import WrongUsage
from vrtool.model.base import is_id
from vrtool.register.norms import Rulebook
from vrtool.register.seats import Seat, office_label, party_of_body, title_of
from vrtool.register.words import word
from vrtool.text import did_you_mean, fold, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vrtool.diagnostic import Pointer
    from vrtool.model.rosters import Rosters, Tenure
    from vrtool.register.register import Register

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class RosterPlace:
    """An office, an appointed seat, or (`deputies`) what stands for its personal deputies.

    `forums` are those it gives a seat in or leads; one that may be left empty is `optional`.
    """

    id: str
    forums: tuple[str, ...]
    party: str | None
    label: str
    appointed: bool = False
    optional: bool = False
    deputies: bool = False

    @property
    def pointer(self) -> Pointer:
        """Where the roster file tells who has it."""
        if not self.appointed:
            return ("offices", self.id)
        return ("seats", self.id, "deputies" if self.deputies else "members")


class Places:
    """Every place on a day: those the compositions give, and every office with a holder."""

    def __init__(self, register: Register, day: date) -> None:
        self._register = register
        self._day = day
        self._by_pointer: dict[Pointer, RosterPlace] = {}
        rulebook = Rulebook(register)
        for forum in register.structure.forums:
            self._add_forum(rulebook, forum)
        for office, tenures in register.rosters.offices.items():
            if ("offices", office) not in self._by_pointer and register.covering(tenures, day):
                self._add(_office(register, office, day))

    @property
    def all(self) -> tuple[RosterPlace, ...]:
        """In the order of the forums, their presidia first."""
        return tuple(self._by_pointer.values())

    def written(self, place: RosterPlace) -> str:
        """How the place is written in a table: its id, for deputies with the word for them."""
        deputy = word(self._register, "deputy").one
        return f"{place.id} {deputy}" if place.deputies else place.id

    def fitting(
        self, text: str, party: str | None = None, forum: str | None = None
    ) -> tuple[RosterPlace, ...]:
        """The places meant by an id or what they are called, of a party and in a forum if told.

        An office that nobody has had is found by its id alone.
        """
        exact = [place for place in self.all if fold(self.written(place)) == fold(text)]
        if exact:
            return tuple(exact)
        known = [
            place
            for place in self.all
            if (party is None or place.party in {None, party})
            and (forum is None or forum in place.forums)
            and (not text or fold(text) in self._names(place))
        ]
        own = [place for place in known if party is not None and place.party == party]
        if text and not known and self._may_be_office(text):
            return (_office(self._register, text, self._day),)
        return tuple(own or known)

    def one(self, text: str) -> RosterPlace:
        """The one place meant. Raises WrongUsage for none, or for several."""
        found = self.fitting(text)
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUsage(
                f"”{text}” passar flera platser: {self.listed(found)}. Skriv platsens id."
            )
        names = [name for place in self.all for name in (self.written(place), *self._names(place))]
        raise WrongUsage(
            f"Det finns ingen plats ”{text}”.{did_you_mean(fold(text), names)} Skriv platsens id; "
            "vr roster turnover --template FIL skriver en lista på alla."
        )

    def listed(self, places: Iterable[RosterPlace]) -> str:
        """Their ids in a sentence, some of them where they are many."""
        names = [self.written(place) for place in places]
        more = len(names) - _MOST_NAMED
        return join(names) if more <= 0 else f"{', '.join(names[:_MOST_NAMED])} och {more} till"

    def name(self, place: RosterPlace) -> str:
        """*ledamot i rådet, Norrstad (rad/norrstad/1)*."""
        inside = self.forums(place) if place.appointed else ""
        party = f", {self._register.party(place.party)}" if place.party else ""
        return f"{place.label}{f' i {inside}' if inside else ''}{party} ({self.written(place)})"

    def forums(self, place: RosterPlace) -> str:
        """The forums it belongs to, by name."""
        return join([self._register.forum_name(forum, self._day) for forum in place.forums])

    def _names(self, place: RosterPlace) -> set[str]:
        kind = place.id.rpartition("/")[2]
        office = self._register.structure.offices.get(kind) if not place.appointed else None
        names = {place.label, title_of(self._register, place.id), kind}
        names = {place.label} if place.appointed else names
        names |= {office.short} if office and office.short else set()
        parties = {place.party, self._register.party(place.party)} if place.party else set()
        both = {f"{name} {party}" for name in names for party in parties}
        both |= {f"{party} {name}" for name in names for party in parties}
        return {fold(name) for name in names | both}

    def _may_be_office(self, text: str) -> bool:
        body, _, kind = text.rpartition("/")
        structure = self._register.structure
        bodies = {
            *structure.parties,
            *structure.boards,
            *structure.forums,
            *self._register.rosters.networks,
        }
        return is_id(kind) and kind in structure.offices and body in bodies

    def _add_forum(self, rulebook: Rulebook, forum: str) -> None:
        found = rulebook.composition(forum, self._day)
        if found is None:
            return
        for office in found[1].presidium:
            self._add(replace(_office(self._register, office, self._day), forums=(forum,)))
        for seats in rulebook.seats(found[1]).values():
            for seat in seats:
                for place in _of_seat(self._register, forum, seat):
                    self._add(place)

    def _add(self, place: RosterPlace) -> None:
        known = self._by_pointer.get(place.pointer)
        forums = dict.fromkeys((*(known.forums if known else ()), *place.forums))
        self._by_pointer[place.pointer] = replace(place, forums=tuple(forums))


def tenures_in(rosters: Rosters, place: RosterPlace) -> tuple[Tenure, ...]:
    """Everything recorded of who had the place."""
    if not place.appointed:
        return rosters.offices.get(place.id, ())
    seat = rosters.seats.get(place.id)
    if seat is None:
        return ()
    return seat.deputies if place.deputies else seat.members


def _office(register: Register, office: str, day: date) -> RosterPlace:
    body = office.rpartition("/")[0]
    label = office_label(register, office)
    if body in register.structure.forums:
        label = f"{label} i {register.forum_name(body, day)}"
    return RosterPlace(office, (), party_of_body(register, office), label)


def _of_seat(register: Register, forum: str, seat: Seat) -> Iterator[RosterPlace]:
    yield RosterPlace(seat.id, (forum,), seat.party, seat.label, seat.appointed, seat.offered)
    if seat.appointed and seat.deputies:
        deputy = word(register, "deputy").one
        yield RosterPlace(seat.id, (forum,), seat.party, deputy, True, True, True)
