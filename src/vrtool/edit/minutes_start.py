"""The minutes of a meeting begun: the roster of the day to tick off, results to fill in.

A skeleton is no evidence: until somebody fills it in, it says nothing of what happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.edit.changeable import standing, written
from vrtool.edit.emit import scalar
from vrtool.edit.meaning import Remove, Write
from vrtool.edit.minutes_hints import hints
from vrtool.edit.records import refuse_unread, under_lock
from vrtool.errors import CannotDo
from vrtool.model.meeting import Minutes
from vrtool.planning.demands import SIGNED_AND_ADJUSTED, Demands
from vrtool.register.rosters import SEAT_STATES, by_party, roster_on
from vrtool.register.words import word
from vrtool.text import join, printable, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.edit.meaning import Edit
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster, SeatOnDay


def start(
    root: Path, key: str, *, led_by: str | None = None, secretary: str | None = None
) -> tuple[Path, ...]:
    """Put the skeleton of its minutes into a meeting's file; gives the file written.

    In: the meeting, who led and who took the notes, by id; without the former, whoever was chair
    that day. All that remains to be told stands as comments to take the sign from. Raises CannotDo
    for a meeting that is cancelled, or whose minutes are begun.
    """
    with under_lock(root) as (lock, register):
        meeting = standing(register, key)
        if meeting.minutes not in (None, Minutes()):
            path = register.meeting_place(meeting).path
            raise CannotDo(
                f"{path} har redan minutes. Fyll i det som saknas där; "
                f"vr minutes build {meeting.id} --draft visar vad."
            )
        refuse_unread(register)
        return written(lock, register, meeting, _edits(register, meeting, led_by, secretary))


def _edits(
    register: Register, meeting: Meeting, led_by: str | None, secretary: str | None
) -> Iterator[Edit]:
    """The minutes first: what is written after an item then stands above them."""
    demands = Demands(register)
    roster = roster_on(register, demands.rulebook, meeting.forum, meeting.date)
    text = _skeleton(demands, meeting, roster, led_by or roster.chair, secretary)
    if "minutes" in meeting.model_fields_set:
        yield Remove(("minutes",))
    yield Write(("minutes",), text, before="deviations")
    yield from hints(demands, meeting)


def _skeleton(
    demands: Demands,
    meeting: Meeting,
    roster: Roster,
    led_by: str | None,
    secretary: str | None,
) -> str:
    lines = [
        "minutes:",
        _entry("led_by", led_by),
        _entry("secretary", secretary),
        "  attendance:",
        "    # Ta bort # framför var och en som var där. Den som bara var med vid vissa punkter:",
        "    # - {who: id, items: [punktens id]}",
        "    present:",
        *_roster(demands.register, roster),
        "    # Flytta hit dem som inte var där.",
        "    absent:",
        *_deputies(demands.register, roster),
        "    # Gäster, en på varje rad: - {name: Namn, organisation: Varifrån}",
        "    others:",
    ]
    if demands.asked(SIGNED_AND_ADJUSTED, meeting.forum, meeting.date):
        minutes = word(demands.register, "minutes")
        lines += [f"  # Vem som utsågs att justera {minutes.the}.", "  adjusters:"]
    return "\n".join(lines)


def _entry(name: str, value: str | None) -> str:
    return f"  {name}: {scalar(value)}" if value else f"  {name}:"


def _roster(register: Register, roster: Roster) -> Iterator[str]:
    """Everyone with a seat, once each, by capacity and party; empty seats are told of."""
    seen: set[str] = set()
    groups = (
        (word(register, "member").many, roster.members),
        (word(register, "official").many, roster.officials),
        (word(register, "co-opted").many, roster.co_opted),
    )
    for heading, seats in groups:
        rows = [row for seat in by_party(register, seats) for row in _rows(register, seat, seen)]
        if rows:
            yield f"      # {sentence(heading)}:"
            yield from rows


def _rows(register: Register, seat: SeatOnDay, seen: set[str]) -> Iterator[str]:
    party = f"{register.party(seat.seat.party)}: " if seat.seat.party else ""
    for holder in seat.holders:
        if holder not in seen:
            seen.add(holder)
            told = printable(f"{party}{register.person(holder)}, {seat.seat.label}")
            yield f"      # - {holder}  # {told}"
    if not seat.holders and not seat.seat.offered:
        told = printable(f"{party}{seat.seat.label}, {SEAT_STATES[seat.state]}")
        yield f"      # {told}"


def _deputies(register: Register, roster: Roster) -> Iterator[str]:
    """Personal deputies, each with the seat in which they serve."""
    rows = [
        row
        for seat in by_party(register, roster.members)
        for row in _deputy_rows(register, seat.seat.id, seat.deputies, seat.holders)
    ]
    if rows:
        deputies = word(register, "deputy").many
        yield f"    # {sentence(deputies)} som tjänstgjorde."
        yield "    served:"
        yield from rows


def _deputy_rows(
    register: Register, seat: str, deputies: Sequence[str], holders: Sequence[str]
) -> Iterator[str]:
    instead_of = join([register.person(holder) for holder in holders])
    for deputy in deputies:
        told = printable(f"{register.person(deputy)} för {instead_of}")
        yield f"      # - {{who: {deputy}, for: {seat}}}  # {told}"
