"""Who is meant by a name in a table or on the command line: someone known, or someone new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrtool.edit.meaning import Put
from vrtool.errors import WrongUsage
from vrtool.model.base import is_id
from vrtool.model.rosters import Side
from vrtool.text import did_you_mean, fold, join, nearest, printable, quote, slug

if TYPE_CHECKING:
    from collections.abc import Collection

    from vrtool.edit.meaning import Edit
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_LONGEST_NAME = 200
_SIDES = {
    "majoritet": Side.MAJORITY,
    "majoriteten": Side.MAJORITY,
    "majority": Side.MAJORITY,
    "opposition": Side.OPPOSITION,
    "oppositionen": Side.OPPOSITION,
}


@dataclass(frozen=True, slots=True)
class Described:
    """A person as described: by name, or by the id of one known (or, with a name, of a new one).

    `is_new` tells that it is someone else than those known by the same name. `party` is an id;
    `political_party` and `side` are as they were written.
    """

    name: str
    party: str | None = None
    political_party: str = ""
    side: str = ""
    id: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone not known before; `like` are names so alike that it may be a misspelling."""

    id: str
    name: str
    party: str | None
    political_party: str | None
    side: Side | None
    other_than: tuple[str, ...]
    like: tuple[str, ...]

    @property
    def edit(self) -> Edit:
        """The entry in the roster file."""
        data: dict[str, Data] = {"name": self.name}
        told = {"party": self.party, "political_party": self.political_party}
        data |= {key: value for key, value in told.items() if value}
        if self.side:
            data["side"] = self.side.value
        if self.other_than:
            data["other_than"] = list(self.other_than)
        return Put(("people", self.id), data)


class People:
    """The people known, and those that become known while a table is read."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.new: dict[str, NewPerson] = {}
        self._filled_in: list[Edit] = []
        self.notes: list[str] = []
        self._named: dict[str, list[str]] = {}
        for key, person in register.rosters.people.items():
            for name in {fold(name) for name in (person.name, *person.aliases)}:
                self._named.setdefault(name, []).append(key)

    @property
    def edits(self) -> list[Edit]:
        """The entries of those new, then what has been filled in about others."""
        return [*(person.edit for person in self.new.values()), *self._filled_in]

    def name(self, key: str) -> str:
        """A person's name, those new included."""
        new = self.new.get(key)
        return new.name if new else self._register.person(key)

    def identify(self, described: Described, preferred: Collection[str] = ()) -> str:
        """The id of whoever is meant; one that nobody has is given to someone new.

        `preferred` are those a name means before others: whoever has the place. Raises WrongUsage
        where several fit, or where something said of the person cannot be.
        """
        political_party = self._political_party(described.political_party)
        side = self._side(described.side)
        known = self._known(described, preferred)
        if known is None:
            return self._add(described, political_party, side)
        if known in self.new:
            self._complete(known, described.party, political_party, side)
        else:
            self._fill_in(known, political_party, side)
        return known

    def _known(self, described: Described, preferred: Collection[str]) -> str | None:
        people = self._register.rosters.people
        name = _checked(described.name) if described.name else ""
        if described.id:
            return self._by_id(described.id, name)
        if described.name in people or described.name in self.new:
            return described.name
        bearers = [] if described.is_new else self._named.get(fold(name), [])
        held = [key for key in bearers if key in preferred]
        if len(held) == 1:
            return held[0]
        fitting = [
            key
            for key in bearers
            if described.party is None or self._party(key) in {None, described.party}
        ]
        if len(fitting) == 1:
            return fitting[0]
        if bearers:
            raise self._ambiguous(name, bearers)
        return None

    def _by_id(self, key: str, name: str) -> str | None:
        if key in self._register.rosters.people or key in self.new:
            if name and key not in self._named.get(fold(name), []):
                raise WrongUsage(
                    f"Id {key} är {self.name(key)}, inte {name}. Rätta namnet, eller ta bort id."
                )
            return key
        if not is_id(key):
            raise WrongUsage(
                f"”{printable(key)}” duger inte som id: skriv små bokstäver a–z, siffror och "
                "bindestreck."
            )
        if not name:
            raise WrongUsage(
                f"Det finns ingen person {key}."
                f"{did_you_mean(key, self._register.rosters.people)} En ny behöver ett namn."
            )
        return None

    def _ambiguous(self, name: str, bearers: list[str]) -> WrongUsage:
        told = join([self._told(key) for key in bearers])
        return WrongUsage(
            f"{name} finns redan: {told}. Är det samma person, skriv id i stället för namnet; är "
            "det någon annan, säg det (kolumnen id med ett nytt id, eller --new)."
        )

    def _told(self, key: str) -> str:
        party = self._party(key)
        return f"{key} ({self._register.party(party)})" if party else key

    def _party(self, key: str) -> str | None:
        new = self.new.get(key)
        return new.party if new else self._register.rosters.people[key].party

    def _add(self, described: Described, political_party: str | None, side: Side | None) -> str:
        name = _checked(described.name)
        key = described.id or self._free_id(name, described.party)
        bearers = self._named.setdefault(fold(name), [])
        names = [person.name for person in self._register.rosters.people.values()]
        self.new[key] = NewPerson(
            key,
            name,
            described.party,
            political_party,
            side,
            tuple(bearers),
            () if bearers else tuple(nearest(name, names, 1)),
        )
        bearers.append(key)
        return key

    def _free_id(self, name: str, party: str | None) -> str:
        taken = {*self._register.rosters.people, *self.new}
        plain = slug(name)
        tries = [plain, *([f"{plain}-{party}"] if party else [])]
        tries += [f"{plain}-{number}" for number in range(2, len(taken) + 3)]
        return next(each for each in tries if each not in taken)

    def _complete(
        self, key: str, party: str | None, political_party: str | None, side: Side | None
    ) -> None:
        """What another row tells of somebody new, who need not be described in each."""
        person = self.new[key]
        self.new[key] = replace(
            person,
            party=person.party or party,
            political_party=person.political_party or political_party,
            side=person.side or side,
        )

    def _fill_in(self, key: str, political_party: str | None, side: Side | None) -> None:
        """What is told of someone known: put in where nothing stood, else told of and left."""
        person = self._register.rosters.people[key]
        told = {
            "political_party": (person.political_party, political_party),
            "side": (
                person.side.value if person.side else None,
                side.value if side else None,
            ),
        }
        for field, (before, now) in told.items():
            if now and before is None:
                self._filled_in.append(Put(("people", key, field), now))
                self.notes.append(f"{person.name} får {field}: {now}.")
            elif now and before != now:
                self.notes.append(
                    f"{person.name} står med {field}: {before}, inte {now}. Det lämnas som det är; "
                    "ändra det för hand om det är fel."
                )

    def _political_party(self, text: str) -> str | None:
        known = self._register.structure.political_parties
        if not text or not known:
            return _checked(text) if text else None
        names = {fold(name): key for key, called in known.items() for name in (key, called)}
        found = names.get(fold(text))
        if found is None:
            raise WrongUsage(
                f"Det finns inget politiskt parti {quote(printable(text))}."
                f"{did_you_mean(text, known)} De som finns är {join(sorted(known))}."
            )
        return found

    def _side(self, text: str) -> Side | None:
        if not text:
            return None
        found = _SIDES.get(fold(text))
        if found is None:
            raise WrongUsage(
                f"{quote(printable(text))} är ingen sida: skriv majoritet eller opposition."
            )
        return found


def _checked(text: str) -> str:
    """A name on one line. Raises WrongUsage for what cannot be one."""
    name = " ".join(text.split())
    if name.startswith("="):
        raise WrongUsage(f"{quote(printable(name))} är en formel, inget namn. Skriv namnet.")
    if printable(name) != name:
        raise WrongUsage(
            f"{quote(printable(name))} har tecken som inte syns. Skriv om det utan dem."
        )
    if not any(char.isalpha() for char in name) or len(name) > _LONGEST_NAME:
        raise WrongUsage(f"{quote(name[:_LONGEST_NAME])} är inget namn.")
    return name
