"""Who may sit where: one holder a seat, one seat a person, the right chair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Annotated

from pydantic import Field

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Count
from vrtool.model.rosters import Tenure
from vrtool.register.describe import parties, people
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import tenures_of
from vrtool.register.seats import Role, Seat, seats_by_role
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Parameters,
    Seating,
    Subject,
    breach,
    holds,
    rule,
)
from vrtool.rules.seats import held_seats, no_such_seat, seats_beyond
from vrtool.text import sentence


class Size(Parameters):
    """`count`: how many seats the composition gives, where the source says so."""

    count: Annotated[Count, Field(ge=1)] | None = None


@rule("VR201", "members", subject=Subject.SEATING, parameters=Size)
def members(seating: Seating, parameters: Size, context: Context) -> Iterator[Verdict]:
    """A seat with two holders, a person in two seats, or another number of seats than stated."""
    register = context.register
    seats = seats_by_role(register, seating.composition)[Role.MEMBER]
    forum = register.forum_name(seating.forum, seating.first)
    yield _size(register, seating, parameters, len(seats))
    span = Span(seating.first, seating.last)
    within = [
        (seat, index, tenure)
        for seat in seats
        for index, tenure in enumerate(tenures_of(register, seat))
        if tenure.who and tenure.span.overlaps(span)
    ]
    yield from _two_holders(register, forum, within, span)
    yield from _two_seats(register, forum, within, span)
    yield from _wrong_party(register, forum, within, span)
    for held in held_seats(register, seating, seats_beyond(register, seating)):
        yield no_such_seat(register, seating, held, "sammansättningen ger ingen sådan plats")


def _size(register: Register, seating: Seating, parameters: Size, size: int) -> Verdict:
    at = register.place(Kind.WORKING_FORMS, seating.forms.id, ("seats", seating.forum))
    if parameters.count in (None, size):
        return holds(seating.forum, at)
    forum = register.forum_name(seating.forum, seating.first)
    return breach(
        seating.forum,
        at,
        f"{sentence(forum)} får {size} platser av sammansättningen, men ska ha {parameters.count}.",
        "rätta seats här eller parties i structure.yaml.",
    )


_Held = tuple[Seat, int, Tenure]


def _place(register: Register, held: _Held) -> Place:
    seat, index, _ = held
    return register.place(Kind.ROSTERS, pointer=(*seat.pointer, index))


def _common_days(one: Tenure, other: Tenure, span: Span) -> Span | None:
    """The days on which both are known to have held theirs, inside the span."""
    common = one.span.common(other.span)
    return common.common(span) if common else None


def _two_holders(
    register: Register, forum: str, within: list[_Held], span: Span
) -> Iterator[Verdict]:
    by_seat: dict[str, list[_Held]] = defaultdict(list)
    for held in within:
        by_seat[held[0].id].append(held)
    for seat_id, group in by_seat.items():
        clashes = [
            (one, other, common)
            for one, other in combinations(group, 2)
            if one[2].who != other[2].who and (common := _common_days(one[2], other[2], span))
        ]
        for one, other, common in clashes:
            names = people(register, [one[2].who or "", other[2].who or ""])
            yield replace(
                breach(
                    seat_id,
                    _place(register, other),
                    f"Platsen {_seat(register, one[0])} i {forum} innehas av både {names} "
                    f"från {swedish_date(common.first or date.min)}.",
                    "avsluta den enes tid med to: (eller rätta from:).",
                    Related(_place(register, one), f"{register.person(one[2].who or '')}s tid"),
                ),
                days=common,
            )
        if not clashes:
            yield holds(seat_id, _place(register, group[0]))


def _two_seats(
    register: Register, forum: str, within: list[_Held], span: Span
) -> Iterator[Verdict]:
    """An appointed seat is one too many for someone who sits there already.

    Two offices may give one person two seats; whoever holds both sits once, and that is no breach.
    """
    by_person: dict[str, list[_Held]] = defaultdict(list)
    for held in within:
        by_person[held[2].who or ""].append(held)
    for person, group in by_person.items():
        for one, other in combinations(group, 2):
            common = _common_days(one[2], other[2], span)
            appointed = other if other[0].appointed else one
            if one[0].id == other[0].id or not common or not appointed[0].appointed:
                continue
            rest = one if appointed is other else other
            yield replace(
                breach(
                    appointed[0].id,
                    _place(register, appointed),
                    f"{register.person(person)} har två platser i {forum} från "
                    f"{swedish_date(common.first or date.min)}: {_seat(register, one[0])} och "
                    f"{_seat(register, other[0])}.",
                    f"låt {word(register, 'party').the} utse någon annan till den valda platsen.",
                    Related(_place(register, rest), "den andra platsen"),
                ),
                days=common,
            )


def _wrong_party(
    register: Register, forum: str, within: list[_Held], span: Span
) -> Iterator[Verdict]:
    for held in within:
        seat, _, tenure = held
        person = register.rosters.people.get(tenure.who or "")
        if person is None or person.party is None or seat.party in (None, person.party):
            continue
        yield replace(
            breach(
                seat.id,
                _place(register, held),
                f"{person.name} är av {parties(register, [person.party])} men står på platsen "
                f"{_seat(register, seat)} i {forum}, som hör till "
                f"{parties(register, [seat.party or ''])}.",
                "rätta who här, eller party hos personen.",
                Related(
                    register.place(Kind.ROSTERS, pointer=("people", tenure.who or "", "party")),
                    f"här anges personens {word(register, 'party').one}",
                ),
            ),
            days=tenure.span.common(span),
        )


def _seat(register: Register, seat: Seat) -> str:
    party = f", {register.party(seat.party)}" if seat.party else ""
    return f"{seat.label}{party} ({seat.id})"
