"""Rosters as text: who sits where on a day, and which seats are empty."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import swedish_date
from vrtool.model.structure import WordName
from vrtool.register.register import Register
from vrtool.register.rosters import SEAT_STATES, Roster, SeatOnDay, SeatState
from vrtool.register.seats import Role
from vrtool.register.words import word
from vrtool.text import count, sentence

_ROLES: dict[Role, WordName] = {
    Role.MEMBER: "member",
    Role.OFFICIAL: "official",
    Role.CO_OPTED: "co-opted",
}


def head(register: Register) -> tuple[str, ...]:
    """The heading of a roster: party, office and name."""
    return _party(register), sentence(word(register, "office").one), "Namn"


def vacancies_head(register: Register) -> tuple[str, ...]:
    """The heading of a list of empty seats: forum, party, seat and why it is empty."""
    return "Forum", _party(register), "Plats", "Läge"


def _party(register: Register) -> str:
    return sentence(word(register, "party").one)


def parts(register: Register, roster: Roster) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The roster as titled tables under `head`: members, officials, co-opted; no empty ones."""
    groups = {
        Role.MEMBER: roster.members,
        Role.OFFICIAL: roster.officials,
        Role.CO_OPTED: roster.co_opted,
    }
    for role, seats in groups.items():
        if seats:
            title = sentence(word(register, _ROLES[role]).many)
            rows = [_row(register, roster, seat) for seat in seats]
            yield f"{title} ({count(len(seats), 'plats', 'platser')})", rows


def _row(register: Register, roster: Roster, seat: SeatOnDay) -> tuple[str, ...]:
    party = register.party(seat.seat.party) if seat.seat.party else ""
    return party, seat.seat.label, _holder(register, roster, seat)


def _holder(register: Register, roster: Roster, seat: SeatOnDay) -> str:
    if seat.state is not SeatState.HELD:
        return state(register, seat)
    names = []
    titles = {one.holder: one.title for one in roster.presidium if one.holder}
    for holder in seat.holders:
        title = f" ({titles[holder]})" if holder in titles else ""
        names.append(f"{register.person(holder)}{title}")
    deputy = word(register, "deputy").one
    deputies = ", ".join(register.person(deputy) for deputy in seat.deputies)
    return " och ".join(names) + (f"; {deputy} {deputies}" if deputies else "")


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
    """The empty seats of a roster as rows under `vacancies_head`.

    Seats that a party was offered and has not filled are no vacancies (001, 5.1.2); they and the
    unknown ones are there only if asked for.
    """
    empty = {SeatState.VACANT}
    empty |= {SeatState.UNFILLED} if offered else set()
    empty |= {SeatState.UNKNOWN} if unknown else set()
    forum = register.forum_short_name(roster.forum, roster.day)
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
