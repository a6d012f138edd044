"""To whom the notice goes: members by party, officials, co-opted, and those invited besides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import Invitee, InviteeGroup
from vrtool.documents.nameless import nameless
from vrtool.documents.naming import full_name, organisation_of
from vrtool.register.rosters import SEAT_STATES, SeatState, by_party
from vrtool.register.words import word
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster, SeatOnDay


def called(register: Register, roster: Roster) -> tuple[InviteeGroup, ...]:
    """Members, their personal deputies, officials and co-opted; whoever there are none of, not."""
    member, official = word(register, "member"), word(register, "official")
    co_opted = word(register, "co-opted")
    party, office = (sentence(word(register, name).one) for name in ("party", "office"))
    groups = (
        _group(register, member.many, (party, office, member.one), roster.members),
        _deputies(register, roster, party),
        _group(register, official.many, (party, office, official.one), roster.officials),
        _group(register, co_opted.many, (party, office, co_opted.one), _co_opted(roster)),
    )
    return tuple(group for group in groups if group.people or group.notes)


def _co_opted(roster: Roster) -> list[SeatOnDay]:
    """Those co-opted; that there is room for another is nothing to call anybody to."""
    return [seat for seat in roster.co_opted if seat.state is not SeatState.UNFILLED]


def invited(register: Register, meeting: Meeting, roster: Roster) -> tuple[str, ...]:
    """Those invited besides the roster, with title and organisation."""
    people = meeting.notice.invited if meeting.notice else ()
    seated = {holder for seat in roster.everyone for holder in seat.holders}
    return tuple(full_name(register, person) for person in people if person not in seated)


def _group(
    register: Register, heading: str, columns: tuple[str, str, str], seats: Sequence[SeatOnDay]
) -> InviteeGroup:
    """The seats party by party; those of which no name was ever known are gathered in a note."""
    ordered = by_party(register, seats)
    unnamed = [s for s in ordered if s.state is SeatState.UNKNOWN and s.last_seen is None]
    named = [seat for seat in ordered if seat not in unnamed]
    common = _common_day(named)
    rows = [row for seat in named for row in _rows(register, seat, common)]
    notes = [_explained(common)] if common else []
    return InviteeGroup(
        heading=sentence(heading),
        columns=(columns[0], columns[1], sentence(columns[2])),
        people=tuple(_once_each(rows)),
        notes=(*notes, *nameless(register, unnamed)),
    )


def _common_day(seats: Iterable[SeatOnDay]) -> date | None:
    """The day on which all the last known holders were seen, where several share it."""
    days = [seat.last_seen.day for seat in seats if _last_known(seat) and seat.last_seen]
    return days[0] if len(days) > 1 and len(set(days)) == 1 else None


def _last_known(seat: SeatOnDay) -> bool:
    return seat.state is SeatState.UNKNOWN and seat.last_seen is not None


def _explained(common: date) -> str:
    return (
        "Inte känd: vem som har platsen på mötesdagen är inte antecknat. De senast kända namnen är "
        f"från {swedish_date(common)}."
    )


def _rows(
    register: Register, seat: SeatOnDay, common: date | None
) -> Iterator[tuple[str | None, Invitee]]:
    """A row for the seat, or one for each of its holders, with the holder's id."""
    office = _office(register, seat)
    for holder in seat.holders:
        name = register.person(holder)
        yield holder, Invitee(_from(register, seat, holder), office, name, seat.state.value, name)
    if not seat.holders:
        text = _empty(register, seat, common)
        yield None, Invitee(_from(register, seat, None), office, "", seat.state.value, text)


def _empty(register: Register, seat: SeatOnDay, common: date | None) -> str:
    seen = seat.last_seen
    if not _last_known(seat) or seen is None:
        return SEAT_STATES[seat.state]
    name = register.person(seen.who)
    if common:
        return f"inte känd (senast {name})"
    return f"inte känd för dagen (senast känd: {name}, {swedish_date(seen.day)})"


def _office(register: Register, seat: SeatOnDay) -> str:
    """The office, or the seat; one that a part of the area fills says which part."""
    area = register.structure.areas.get(_body(seat)) if seat.seat.appointed else None
    return f"{seat.seat.label} ({area})" if area else seat.seat.label


def _from(register: Register, seat: SeatOnDay, holder: str | None) -> str:
    """The seat's party; where it has none, the holder's organisation, else the body's name."""
    if seat.seat.party:
        return register.party(seat.seat.party)
    network = register.rosters.networks.get(_body(seat))
    own = organisation_of(register, holder) if holder else ""
    return own or (sentence(network.name) if network else "")


def _body(seat: SeatOnDay) -> str:
    """What the seat belongs to: `x` of the office `x/chair`, `a` of the appointed `f/a/1`."""
    parts = seat.seat.id.split("/")
    return parts[-2] if len(parts) > 1 else ""


def _once_each(rows: Iterable[tuple[str | None, Invitee]]) -> Iterator[Invitee]:
    """Whoever has several seats stands once, at the first, with all the offices.

    Each row comes with the id of its holder, since two people can share a name.
    """
    merged: dict[str | int, Invitee] = {}
    for number, (holder, row) in enumerate(rows):
        key = holder or number
        merged[key] = _both(merged[key], row) if key in merged else row
    yield from merged.values()


def _both(first: Invitee, other: Invitee) -> Invitee:
    parties = dict.fromkeys((first.party, other.party))
    offices = dict.fromkeys((first.office, other.office))
    return replace(first, party=join([*parties]), office=join([*offices]))


def _deputies(register: Register, roster: Roster, party: str) -> InviteeGroup:
    """Personal deputies, each beside the member in whose place they serve."""
    rows = [
        Invitee(
            _from(register, seat, deputy),
            join([register.person(holder) for holder in seat.holders]),
            register.person(deputy),
            seat.state.value,
            register.person(deputy),
        )
        for seat in by_party(register, roster.members)
        for deputy in seat.deputies
    ]
    deputy = word(register, "deputy")
    columns = (party, "Ersätter", sentence(deputy.one))
    return InviteeGroup(f"Personliga {deputy.many}", columns, tuple(rows), ())
