"""The rosters of a new data repo: every seat and office there is, vacant, to be filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from vrtool.edit.emit import Style, entry
from vrtool.register.norms import Rulebook
from vrtool.register.seats import Seat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrtool.model.working_forms import Composition
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_PEOPLE = """\
# Skriv in var och en som har en plats eller ett uppdrag:
#
#   anna-andersson:
#     name: Anna Andersson
#     party: {party}
people:
"""
_OFFICES = """
# Uppdrag och befattningar. Byt vacant: true mot who: och personens id när någon har utsetts, och
# from mot första dagen. Slutar någon: skriv to, och efterträdaren på en ny rad under.
offices:
"""
_SEATS = """
# Platser som någon utses till. De som erbjuds men inte måste fyllas står utan ledamot.
seats:
"""


@dataclass
class _Places:
    """Offices and appointed seats, in the order they are come upon."""

    offices: dict[str, None] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)


def vacant_rosters(register: Register, networks: Mapping[str, str], today: date) -> str:
    """`forums.yaml` of a repo without people: everything vacant from the term's first day.

    In: the structure and rulebooks, and the networks by name. A seat that a party is offered and
    may leave empty is no vacancy; it is there without a member.
    """
    day = first_day(register, today)
    places = _places(register, Rulebook(register), day)
    vacant: Data = [{"vacant": "true", "from": day.isoformat()}]
    parts = [_PEOPLE.format(party=next(iter(register.structure.parties)))]
    if networks:
        named: dict[str, Data] = {key: {"name": name} for key, name in networks.items()}
        parts += ["\nnetworks:\n", *_entries(named)]
    parts += [_OFFICES, *_entries(dict.fromkeys(places.offices, vacant))]
    filled = {
        key: {"members": [] if seat.offered else vacant} for key, seat in places.seats.items()
    }
    return "".join([*parts, _SEATS, *_entries(filled)])


def first_day(register: Register, today: date) -> date:
    """The first day of the term of office, or of the latest rulebook where that is later."""
    terms = register.structure.terms
    current = [term.start for term in terms if term.span.contains(today)]
    forms = [forms.in_force.start for forms in register.working_forms.values()]
    return max([*(current or [term.start for term in terms[-1:]]), *forms], default=today)


def _entries(members: Mapping[str, Data]) -> Iterator[str]:
    for key, value in members.items():
        yield from (f"{line}\n" for line in entry(key, value, 2, Style()))


def _places(register: Register, rulebook: Rulebook, day: date) -> _Places:
    places = _Places()
    for forum in register.structure.forums:
        found = rulebook.composition(forum, day)
        if found is None:
            continue
        composition = found[1]
        places.offices.update(dict.fromkeys(composition.presidium))
        places.offices.update(dict.fromkeys(_presidia(register, composition)))
        for seats in rulebook.seats(composition).values():
            places.offices.update({seat.id: None for seat in seats if not seat.appointed})
            places.seats.update({seat.id: seat for seat in seats if seat.appointed})
    return places


def _presidia(register: Register, composition: Composition) -> Iterator[str]:
    """Every office of the presidia that have seats: which of them a board has, the rosters tell."""
    kinds = [key for key, kind in register.structure.offices.items() if kind.presidium]
    lines = (*composition.members, *composition.officials, *composition.co_opted)
    for board in (board for line in lines for board in line.presidium):
        yield from (f"{board}/{kind}" for kind in kinds)
