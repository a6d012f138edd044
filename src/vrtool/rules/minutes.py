"""After the meeting: notes that tell what happened, led by the right one, sent to all in time."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Place, Pointer, Verdict
from vrtool.model.base import Count, Sending
from vrtool.model.meeting import Meeting, Minutes, Served
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import meeting_name, parties
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
from vrtool.text import count, sentence


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
            f"{sentence(word(register, 'minutes').the)} från {meeting_name(register, meeting)} "
            f"saknar {told}.",
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
    """The meeting was led by neither the chair nor the vice chair."""
    register = context.register
    leader = meeting.minutes.led_by if meeting.minutes else None
    at = register.meeting_place(meeting, "minutes", "led_by")
    roster = context.roster(meeting.forum, meeting.date)
    chair, vice = roster.chair, roster.vice_chair
    if leader is not None and leader in (chair, vice):
        yield holds(meeting.id, at)
    elif leader not in register.rosters.people or chair is None or vice is None:
        yield unknown(meeting.id, at)
    else:
        yield breach(
            meeting.id,
            at,
            f"{sentence(meeting_name(register, meeting))} leddes av {register.person(leader)}, "
            f"varken ordföranden {register.person(chair)} eller vice ordföranden "
            f"{register.person(vice)}.",
            "rätta led_by, eller ange ett avsteg med skäl.",
        )


@rule("VR203", "personal-deputy", subject=Subject.MEETING, wakes=Phase.HELD)
def personal_deputy(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A deputy served who is not the seat's own, or beside the member she stands in for."""
    register = context.register
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
                f"{meeting_name(register, meeting)}, men den platsen har ingen ersättare.",
                "skriv personen som gäst (others) eller rätta platsen.",
            )
        elif beside:
            yield breach(
                served.seat,
                at,
                f"{name} tjänstgjorde vid {meeting_name(register, meeting)} samtidigt som "
                f"ordinarie ledamoten {register.person(beside[0])} var där.",
                "ange vilka punkter var och en var med på (items), eller ta bort ersättaren.",
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
    return absent(
        served.seat,
        at,
        f"{register.person(served.who)} är inte personlig ersättare för platsen {served.seat} "
        f"vid {meeting_name(register, meeting)}.",
        "rätta platsen (for), eller skriv ersättaren vid platsen i forums.yaml.",
        known=known and served.who in register.rosters.people,
    )


@rule("VR602", "not-dispatched-to-all", subject=Subject.MEETING, wakes=Phase.DISPATCHED)
def not_dispatched_to_all(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The notes did not go to every party."""
    register, sent = context.register, _dispatched(meeting)
    if sent is None:
        return
    at = register.meeting_place(meeting, "minutes", "dispatched")
    left_out = (
        [] if sent.to is None else [p for p in register.structure.parties if p not in sent.to]
    )
    if not left_out:
        yield holds(meeting.id, at)
        return
    yield breach(
        meeting.id,
        at,
        f"{sentence(word(register, 'minutes').the)} från {meeting_name(register, meeting)} "
        f"sändes inte till {parties(register, left_out)}.",
        "sänd dem även dit och skriv till, eller ange ett avsteg med skäl.",
    )


class Within(Parameters):
    """`within_days`: how many days after the meeting's last day the notes are to be out."""

    within_days: Annotated[Count, Field(ge=1)]


@rule(
    "VR603", "dispatched-late", subject=Subject.MEETING, wakes=Phase.DISPATCHED, parameters=Within
)
def dispatched_late(meeting: Meeting, parameters: Within, context: Context) -> Iterator[Verdict]:
    """The notes went out later than what is set as promptly."""
    register, sent = context.register, _dispatched(meeting)
    if sent is None:
        return
    at = register.meeting_place(meeting, "minutes", "dispatched")
    days = (sent.date - meeting.last_day).days
    if days <= parameters.within_days:
        yield holds(meeting.id, at)
        return
    yield breach(
        meeting.id,
        at,
        f"{sentence(word(register, 'minutes').the)} från {meeting_name(register, meeting)} "
        f"sändes ut {swedish_date(sent.date)}, {count(days, 'dag', 'dagar')} efter mötet; "
        f"{count(parameters.within_days, 'dag', 'dagar')} är satt som skyndsamt.",
        "sänd ut dem tidigare nästa gång, eller ange ett avsteg med skäl.",
    )


def _dispatched(meeting: Meeting) -> Sending | None:
    return meeting.minutes.dispatched if meeting.minutes else None
