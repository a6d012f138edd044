"""The attendance list: who was there, for whom and for which points, and which seats are empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.documents.minutes_view import AttendanceGroup, Attendee
from vrtool.documents.nameless import nameless
from vrtool.documents.naming import organisation_of
from vrtool.model.meeting import Attendance
from vrtool.register.numbering import numbers
from vrtool.register.rosters import SEAT_STATES, SeatState, by_party
from vrtool.register.words import word
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vrtool.model.meeting import Guest, Meeting, Served
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster, SeatOnDay

PRESENT, PARTLY, SERVED = "present", "partly", "served"
ABSENT, UNTOLD = "absent", "untold"


@dataclass(frozen=True, slots=True)
class _List:
    """The attendance of a meeting with what its rows are made of."""

    register: Register
    meeting: Meeting
    attendance: Attendance
    numbers: dict[str, int]

    def where(self, items: Sequence[str]) -> str:
        """* vid punkt 2*, * vid punkterna 2 och 5*: nothing for the whole meeting."""
        known = [str(self.numbers.get(item, item)) for item in items]
        if not known:
            return ""
        return f" vid {'punkt' if len(known) == 1 else 'punkterna'} {join(known)}"

    def presence(self, person: str) -> tuple[str, str]:
        """Whether someone was there, as state and in words."""
        for one in self.attendance.present:
            if one.who == person:
                return PARTLY if one.items else PRESENT, f"närvarande{self.where(one.items)}"
        if person in self.attendance.absent:
            return ABSENT, "frånvarande"
        return UNTOLD, "inte antecknad"


def attendance_groups(
    register: Register, meeting: Meeting, roster: Roster
) -> tuple[AttendanceGroup, ...]:
    """Members by party with those who served for them, officials, co-opted, and everybody else.

    All seats as a member are told of, also those empty; of the others only those whose presence
    or absence is noted. Nothing where attendance has not been taken.
    """
    attendance = meeting.minutes.attendance if meeting.minutes else None
    if attendance is None or not attendance.taken:
        return ()
    taken = _List(register, meeting, attendance, numbers(meeting))
    seen: set[str] = set()
    groups = (
        _members(taken, roster.members, seen),
        _noted(taken, word(register, "official").many, roster.officials, seen),
        _noted(taken, word(register, "co-opted").many, roster.co_opted, seen),
        _others(taken, seen),
    )
    return tuple(group for group in groups if group.people or group.notes)


def _columns(register: Register, name: str) -> tuple[str, str, str, str]:
    party, office = (sentence(word(register, one).one) for one in ("party", "office"))
    return party, office, sentence(name), "Närvaro"


def _members(taken: _List, seats: Sequence[SeatOnDay], seen: set[str]) -> AttendanceGroup:
    register, member = taken.register, word(taken.register, "member")
    unknown = [seat for seat in seats if seat.state is SeatState.UNKNOWN]
    named = [seat for seat in by_party(register, seats) if seat not in unknown]
    rows = [row for seat in named for row in _member_rows(taken, seat, seen)]
    told = [f"{_counted(register, rows)}."] if rows else []
    return AttendanceGroup(
        sentence(member.many),
        _columns(register, member.one),
        tuple(rows),
        (*told, *nameless(register, by_party(register, unknown))),
    )


def _member_rows(taken: _List, seat: SeatOnDay, seen: set[str]) -> Iterator[Attendee]:
    """The holder, then whoever served in the seat; an empty seat says why it is."""
    party, office = _party(taken.register, seat), seat.seat.label
    for holder in seat.holders:
        if holder not in seen:
            seen.add(holder)
            state, text = taken.presence(holder)
            yield Attendee(party, office, taken.register.person(holder), state, text)
    if not seat.holders and seat.state is not SeatState.UNFILLED:
        text = SEAT_STATES[seat.state]
        yield Attendee(party, office, "", seat.state.value, text)
    for served in taken.attendance.served:
        if served.seat == seat.seat.id:
            seen.add(served.who)
            yield _served(taken, party, served, seat.holders)


def _served(taken: _List, party: str, served: Served, holders: Iterable[str]) -> Attendee:
    register = taken.register
    for_whom = join([register.person(holder) for holder in holders])
    deputy = word(register, "deputy").one
    office = f"{deputy} för {for_whom}" if for_whom else deputy
    text = f"tjänstgjorde{taken.where(served.items)}"
    return Attendee(party, office, register.person(served.who), SERVED, text)


def _noted(
    taken: _List, heading: str, seats: Sequence[SeatOnDay], seen: set[str]
) -> AttendanceGroup:
    register = taken.register
    rows = []
    for seat in by_party(register, seats):
        for holder in (one for one in seat.holders if one not in seen):
            state, text = taken.presence(holder)
            if state is not UNTOLD:
                seen.add(holder)
                name, party = register.person(holder), _party(register, seat, holder)
                rows.append(Attendee(party, seat.seat.label, name, state, text))
    return AttendanceGroup(sentence(heading), _columns(register, "namn"), tuple(rows), ())


def _others(taken: _List, seen: set[str]) -> AttendanceGroup:
    """Those present or absent without a seat, deputies of no seat here, and the guests."""
    register, attendance = taken.register, taken.attendance
    named = [*(one.who for one in attendance.present), *attendance.absent]
    rows = [_without_seat(taken, who) for who in dict.fromkeys(named) if who not in seen]
    rows += [
        _served(taken, organisation_of(register, served.who), served, ())
        for served in attendance.served
        if served.who not in seen
    ]
    rows += [_guest(taken, guest) for guest in attendance.others]
    columns = ("Organisation", *_columns(register, "namn")[1:])
    return AttendanceGroup("Övriga", columns, tuple(rows), ())


def _guest(taken: _List, guest: Guest) -> Attendee:
    state = PARTLY if guest.items else PRESENT
    text = f"närvarande{taken.where(guest.items)}"
    return Attendee(guest.organisation or "", "gäst", guest.name, state, text)


def _without_seat(taken: _List, who: str) -> Attendee:
    known = taken.register.rosters.people.get(who)
    state, text = taken.presence(who)
    title = (known.title if known else None) or ""
    name = taken.register.person(who)
    return Attendee(organisation_of(taken.register, who), title, name, state, text)


def _party(register: Register, seat: SeatOnDay, holder: str | None = None) -> str:
    if seat.seat.party:
        return register.party(seat.seat.party)
    return organisation_of(register, holder) if holder else ""


def _counted(register: Register, rows: Iterable[Attendee]) -> str:
    """*20 närvarande, 1 tjänstgörande ersättare, 2 frånvarande och 1 vakant plats*."""
    states = [row.state for row in rows]
    vacant = states.count(SeatState.VACANT.value)
    deputy = word(register, "deputy")
    served = states.count(SERVED)
    told = {
        "närvarande": states.count(PRESENT) + states.count(PARTLY),
        f"tjänstgörande {deputy.one if served == 1 else deputy.many}": served,
        "frånvarande": states.count(ABSENT),
        "inte antecknad" if states.count(UNTOLD) == 1 else "inte antecknade": states.count(UNTOLD),
        "vakant plats" if vacant == 1 else "vakanta platser": vacant,
    }
    return join([f"{n} {what}" for what, n in told.items() if n])
