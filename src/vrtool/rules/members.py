"""How many members a forum has, in all and from each kind of party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Judgement, Verdict
from vrtool.model.base import Id
from vrtool.register.completeness import Aspect, complete
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatState
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import Context, Names, Parameters, Seating, Subject, breach, rule, unknown
from vrtool.rules.bounds import Bounds
from vrtool.rules.seats import composition_place, forum_of
from vrtool.rules.stretches import HOLDS, UNKNOWN, Standing, over_time, stretches
from vrtool.text import count


class HowMany(Parameters):
    """`total`: how many members there are; `kinds`: how many from each kind of party."""

    total: Bounds | None = None
    kinds: dict[Id, Bounds] = Field(default={})

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.total is None and not self.kinds:
            raise ValueError("ange total eller kinds")
        return self

    def references(self) -> Names:
        """The kinds of party."""
        for kind in self.kinds:
            yield ("kinds", kind), kind, Target.PARTY_KIND


@dataclass(frozen=True, slots=True)
class _Sitting:
    """The members on a stretch of days with the kind of party they sit for.

    `unknown` are the kinds of the seats of which nobody knows who has them, if anyone; `whole` is
    whether the record tells everything.
    """

    members: frozenset[tuple[str, str | None]]
    unknown: tuple[str | None, ...]
    whole: bool

    def number(self, kind: str | None) -> int:
        """How many members there are, of the kind or in all."""
        return len({who for who, own in self.members if kind in (None, own)})

    def possible(self, kind: str | None) -> int:
        """How many there may be, as far as is known."""
        return self.number(kind) + sum(kind in (None, own) for own in self.unknown)


@rule("VR213", "number-of-members", subject=Subject.SEATING, parameters=HowMany)
def number_of_members(seating: Seating, parameters: HowMany, context: Context) -> Iterator[Verdict]:
    """A forum has more members than it may, or fewer on days of which all is known."""
    register = context.register
    views = [
        (days, _sitting(register, context.roster(seating.forum, days.first or seating.first)))
        for days in stretches(register, seating)
    ]
    if parameters.total:
        yield from _counted(register, seating, views, None, parameters.total)
    known = register.structure.party_kinds
    for kind, bounds in parameters.kinds.items():
        if kind not in known:  # told of as a fault of the norm
            yield unknown(kind, composition_place(register, seating))
            continue
        yield from _counted(register, seating, views, kind, bounds)


def _counted(
    register: Register,
    seating: Seating,
    views: Sequence[tuple[Span, _Sitting]],
    kind: str | None,
    bounds: Bounds,
) -> Iterator[Verdict]:
    """Those of the kind, or all where none is named, against what there are to be."""
    subject, at = kind or seating.forum, composition_place(register, seating)
    member, forum = word(register, "member"), forum_of(register, seating)

    def tell(view: _Sitting, what: str, days: Span) -> Verdict:
        since = swedish_date(days.first or seating.first)
        members = count(view.number(kind), member.one, member.many)
        whose = f" från {_those(register, kind)}" if kind else ""
        message = f"Från {since} har {forum} {members}{whose}, men ska ha {bounds.figures}."
        return breach(subject, at, message, _MENDS[what])

    yield from over_time(subject, at, views, lambda view: _judge(view, kind, bounds), tell)


def _sitting(register: Register, roster: Roster) -> _Sitting:
    held = [seat for seat in roster.members if seat.holder]
    return _Sitting(
        frozenset(
            (seat.holder or "", _kind(register, seat.seat.party, seat.holder)) for seat in held
        ),
        tuple(
            _kind(register, seat.seat.party, None)
            for seat in roster.members
            if seat.state is SeatState.UNKNOWN
        ),
        complete(register, roster.forum, Aspect.ROSTERS, roster.day),
    )


def _kind(register: Register, party: str | None, holder: str | None) -> str | None:
    """The kind of party a seat is of, or where it has none its holder."""
    person = register.rosters.people.get(holder or "")
    known = register.structure.parties.get(party or (person.party if person else None) or "")
    return known.kind if known else None


def _judge(view: _Sitting, kind: str | None, bounds: Bounds) -> Standing:
    number = view.number(kind)
    if bounds.most is not None and number > bounds.most:
        return Standing(Judgement.BREACH, "many")
    if number < (bounds.least or 0):
        return Standing(Judgement.BREACH, "few") if view.whole else UNKNOWN
    sure = view.whole or bounds.most is None or view.possible(kind) <= bounds.most
    return HOLDS if sure else UNKNOWN


_MENDS = {
    "few": "utse någon till en plats som står tom, eller skriv i forums.yaml vem som har den.",
    "many": "avsluta tiden med to: för den som har lämnat, eller ändra vilka som sitter där.",
}


def _those(register: Register, kind: str) -> str:
    """*kommunerna*, or *regionen* where there is one party of the kind only."""
    words = register.structure.party_kinds[kind]
    alone = sum(party.kind == kind for party in register.structure.parties.values()) == 1
    return words.the if alone else words.the_many
