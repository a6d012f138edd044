"""Seats of which no holder was ever known, told in a sentence instead of a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.text import join, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vrtool.register.register import Register
    from vrtool.register.rosters import SeatOnDay


def nameless(register: Register, seats: Sequence[SeatOnDay]) -> tuple[str, ...]:
    """*Inget namn är känt: kommundirektör (alla 16 kommuner).*, or nothing for no seats."""
    by_office: dict[str, list[str]] = {}
    for seat in seats:
        by_office.setdefault(seat.seat.label, []).append(seat.seat.party or "")
    by_parties: dict[tuple[str, ...], list[str]] = {}
    for office, parties in by_office.items():
        by_parties.setdefault(tuple(dict.fromkeys(parties)), []).append(office)
    told = [_told(register, offices, parties) for parties, offices in by_parties.items()]
    return (f"Inget namn är känt: {'; '.join(told)}.",) if told else ()


def _told(register: Register, offices: Sequence[str], parties: Sequence[str]) -> str:
    """Offices with their parties; a kind of party of which none is missing is named as such."""
    left = [party for party in parties if party]
    names: list[str] = []
    for kind, called in register.structure.party_kinds.items():
        members = [key for key, party in register.structure.parties.items() if party.kind == kind]
        if len(members) > 1 and set(members) <= set(left):
            names.append(f"alla {number(len(members))} {called.many}")
            left = [party for party in left if party not in members]
    names += [register.party(party) for party in left]
    return f"{join(offices)} ({join(names)})" if names else join(offices)
