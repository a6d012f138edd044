"""After the meeting: notes that tell what happened, led by the right one, deputies in place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from pydantic import Field

from vrtool.diagnostic import Place, Pointer, Verdict
from vrtool.model.meeting import Meeting, Minutes, Served
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import definite_title, meeting_name, the_minutes
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import join, sentence


class Part(Enum):
    """What the notes of a held meeting are to have."""

    SECRETARY = "secretary"
    ATTENDANCE = "attendance"
    OUTCOMES = "outcomes"


class Parts(Parameters):
    """`parts`: which of them."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]


@rule("VR601", "notes-incomplete", subject=Subject.MEETING, wakes=Phase.HELD, parameters=Parts)
def notes_incomplete(meeting: Meeting, parameters: Parts, context: Context) -> Iterator[Verdict]:
    """A held meeting lacks secretary, attendance, or the outcome of an item."""
    register = context.register
    for part, present, pointer, what, mend in _parts(meeting):
        if part not in parameters.parts:
            continue
        subject = str(pointer[-1]) if part is not Part.OUTCOMES else what
        at = register.meeting_place(meeting, *pointer)
        if present:
            yield holds(subject, at)
            continue
        told = f"resultatet av punkten ”{_title(meeting, what)}”" if part is Part.OUTCOMES else what
        yield absent(
            subject,
            at,
            f"{sentence(the_minutes(register, meeting))} saknar {told}.",
            mend,
            known=fully_known(register, meeting),
        )


def _parts(meeting: Meeting) -> Iterator[tuple[Part, bool, Pointer, str, str]]:
    minutes = meeting.minutes or Minutes()
    base: Pointer = ("minutes",) if meeting.minutes else ()
    taken = minutes.attendance is not None and minutes.attendance.taken
    yield (
        Part.SECRETARY,
        minutes.secretary is not None,
        (*base, "secretary"),
        "uppgift om vem som var sekreterare",
        "skriv secretary: under minutes.",
    )
    yield (
        Part.ATTENDANCE,
        taken,
        (*base, "attendance"),
        "närvarolista",
        "skriv vilka som var där under minutes: attendance: present.",
    )
    for index, item in enumerate(meeting.items):
        if item.of_substance:
            pointer: Pointer = ("agenda", "items", index)
            mend = "skriv outcome: vid punkten, med kind och det som behövs."
            yield Part.OUTCOMES, item.outcome is not None, pointer, item.id, mend


def _title(meeting: Meeting, identifier: str) -> str:
    return next(item.title for item in meeting.items if item.id == identifier)


@rule("VR204", "led-by", subject=Subject.MEETING, wakes=Phase.HELD)
def led_by(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The meeting was led by neither the chair nor any vice chair."""
    register = context.register
    leader = meeting.minutes.led_by if meeting.minutes else None
    at = register.meeting_place(meeting, "minutes", "led_by")
    presidium = context.roster(meeting.forum, meeting.date).presidium
    holders = [one.holder for one in presidium]
    if leader is not None and leader in holders:
        yield holds(meeting.id, at)
    elif leader not in register.rosters.people or not presidium or None in holders:
        yield unknown(meeting.id, at)
    else:
        names = [
            f"{definite_title(one.title)} {register.person(one.holder or '')}" for one in presidium
        ]
        yield breach(
            meeting.id,
            at,
            f"{sentence(meeting_name(register, meeting))} leddes av {register.person(leader)}, "
            f"{'varken' if len(names) > 1 else 'inte av'} {join(names, 'eller')}.",
            "rätta led_by, eller ange ett avsteg med skäl.",
        )


@rule("VR203", "personal-deputy", subject=Subject.MEETING, wakes=Phase.HELD)
def personal_deputy(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A deputy served who is not the seat's own, or beside the member she stands in for."""
    register, deputy = context.register, word(context.register, "deputy")
    attendance = meeting.minutes.attendance if meeting.minutes else None
    if attendance is None:
        return
    roster = context.roster(meeting.forum, meeting.date)
    seats = {entry.seat.id: entry for entry in roster.members}
    present = {presence.who: presence.items for presence in attendance.present}
    for index, served in enumerate(attendance.served):
        at = register.meeting_place(meeting, "minutes", "attendance", "served", index)
        seat = seats.get(served.seat)
        name = register.person(served.who)
        beside = [h for h in seat.holders if _together(h, present, served.items)] if seat else []
        if seat is None or not seat.seat.deputies:
            yield breach(
                served.seat,
                at,
                f"{name} tjänstgjorde för platsen {served.seat} vid "
                f"{meeting_name(register, meeting)}, men den platsen har {deputy.none}.",
                "skriv personen som gäst (others) eller rätta platsen.",
            )
        elif beside:
            yield breach(
                served.seat,
                at,
                f"{name} tjänstgjorde vid {meeting_name(register, meeting)} samtidigt som "
                f"ordinarie {word(register, 'member').the} {register.person(beside[0])} var där.",
                f"ange vilka punkter var och en var med på (items), eller ta bort {deputy.the}.",
            )
        elif served.who not in seat.deputies:
            yield _not_own(context, meeting, served, at, known=bool(seat.deputies))
        else:
            yield holds(served.seat, at)


def _together(member: str, present: dict[str, tuple[str, ...]], items: tuple[str, ...]) -> bool:
    if member not in present:
        return False
    return not items or not present[member] or bool(set(items) & set(present[member]))


def _not_own(
    context: Context, meeting: Meeting, served: Served, at: Place, *, known: bool
) -> Verdict:
    register = context.register
    deputy = word(register, "deputy")
    return absent(
        served.seat,
        at,
        f"{register.person(served.who)} är inte "
        f"{deputy.agree('personlig', 'personligt', 'personliga')} {deputy.one} för platsen "
        f"{served.seat} vid {meeting_name(register, meeting)}.",
        f"rätta platsen (for), eller skriv {deputy.the} vid platsen i forums.yaml.",
        known=known and served.who in register.rosters.people,
    )
