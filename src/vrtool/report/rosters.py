"""Rosters as text: who sits where on a day, and which seats are empty."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import swedish_date
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatOnDay, SeatState
from vrtool.register.seats import Role
from vrtool.register.words import SEAT_STATES

HEAD = ("Part", "Uppdrag", "Namn")
VACANCIES = ("Forum", "Part", "Plats", "Läge")
_ROLES = {Role.MEMBER: "Ledamöter", Role.OFFICIAL: "Tjänstepersoner", Role.CO_OPTED: "Adjungerade"}


def parts(register: Register, roster: Roster) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The roster as titled tables under HEAD: members, officials, co-opted; empty ones left out."""
    groups = {
        Role.MEMBER: roster.members,
        Role.OFFICIAL: roster.officials,
        Role.CO_OPTED: roster.co_opted,
    }
    for role, seats in groups.items():
        if seats:
            title = f"{_ROLES[role]} ({len(seats)} {'plats' if len(seats) == 1 else 'platser'})"
            yield title, [_row(register, roster, seat) for seat in seats]


def _row(register: Register, roster: Roster, seat: SeatOnDay) -> tuple[str, ...]:
    party = register.party(seat.seat.party) if seat.seat.party else ""
    return party, seat.seat.label, _holder(register, roster, seat)


def _holder(register: Register, roster: Roster, seat: SeatOnDay) -> str:
    if seat.state is not SeatState.HELD:
        return state(register, seat)
    names = []
    for holder in seat.holders:
        titles = {roster.chair: "ordförande", roster.vice_chair: "vice ordförande"}
        title = f" ({titles[holder]})" if holder in titles else ""
        names.append(f"{register.person(holder)}{title}")
    deputies = ", ".join(register.person(deputy) for deputy in seat.deputies)
    return " och ".join(names) + (f"; ersättare {deputies}" if deputies else "")


def state(register: Register, seat: SeatOnDay) -> str:
    """Why nobody is named: vacant, declined or unknown, with whoever was last known."""
    seen = seat.last_seen
    if seat.state is SeatState.UNKNOWN and seen:
        return (
            f"inte känd för dagen (senast känd: {register.person(seen.who)}, "
            f"{swedish_date(seen.day)})"
        )
    return SEAT_STATES[seat.state]


def vacancy_rows(
    register: Register, roster: Roster, *, offered: bool, unknown: bool
) -> list[tuple[str, ...]]:
    """The empty seats of a roster as rows under VACANCIES.

    Seats that a party was offered and has not filled are no vacancies (001, 5.1.2); they and the
    unknown ones are there only if asked for.
    """
    empty = {SeatState.VACANT}
    empty |= {SeatState.UNFILLED} if offered else set()
    empty |= {SeatState.UNKNOWN} if unknown else set()
    forum = register.forum_name(roster.forum, roster.day)
    return [
        (
            forum,
            register.party(seat.seat.party) if seat.seat.party else "",
            f"{seat.seat.label} ({seat.seat.id})",
            state(register, seat),
        )
        for seat in roster.everyone
        if seat.state in empty
    ]
