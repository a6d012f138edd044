"""Minutes that someone signs and another adjusts: who may do which."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Verdict
from vrtool.model.meeting import Meeting, Minutes
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import the_minutes
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatState
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    NoParameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import join


@rule("VR610", "signed-and-adjusted", subject=Subject.MEETING, wakes=Phase.HELD)
def signed_and_adjusted(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The minutes were not signed by the chair, or not adjusted by an appointed member."""
    minutes = meeting.minutes or Minutes()
    roster = context.roster(meeting.forum, meeting.date)
    yield _signed(context.register, meeting, minutes, roster)
    yield _adjusted(context.register, meeting, minutes, roster)


# The signature


def _signed(register: Register, meeting: Meeting, minutes: Minutes, roster: Roster) -> Verdict:
    if minutes.signed is None:
        return absent(
            meeting.id,
            register.meeting_place(meeting, *(("minutes",) if meeting.minutes else ())),
            "Det framgår inte att den som ledde mötet har undertecknat "
            f"{the_minutes(register, meeting)}.",
            "skriv under minutes: vem som undertecknade och när (signed: by, date), eller ange "
            "ett avsteg med skäl.",
            known=fully_known(register, meeting),
        )
    signer, at = minutes.signed.by, register.meeting_place(meeting, "minutes", "signed", "by")
    if signer in (minutes.led_by, roster.chair):
        return holds(meeting.id, at)
    told = minutes.led_by is not None and roster.chair is not None
    if not told or signer not in register.rosters.people:
        return unknown(meeting.id, at)
    return breach(
        meeting.id,
        at,
        f"{register.person(signer)} undertecknade {the_minutes(register, meeting)}, som leddes "
        f"av {register.person(minutes.led_by or '')}.",
        "rätta signed eller led_by, eller ange ett avsteg med skäl.",
    )


# The adjustment


def _adjusted(register: Register, meeting: Meeting, minutes: Minutes, roster: Roster) -> Verdict:
    """Whether one of those who adjusted was the right one; the first tells what is wrong."""
    at = register.meeting_place(meeting, *(("minutes",) if meeting.minutes else ()))
    if not minutes.adjusted:
        return absent(
            meeting.id,
            at,
            f"Det framgår inte att någon har justerat {the_minutes(register, meeting)}.",
            "skriv vem som utsågs (adjusters), vem som justerade och när (adjusted: by, date), "
            "eller ange ett avsteg med skäl.",
            known=fully_known(register, meeting),
        )
    faults = [
        list(_faults(register, meeting, minutes, roster, adjustment.by))
        for adjustment in minutes.adjusted
    ]
    at = register.meeting_place(meeting, "minutes", "adjusted", 0)
    if [] in faults:
        return holds(meeting.id, at)
    if any(all(fault is None for fault in found) for found in faults):
        return unknown(meeting.id, at)
    member = word(register, "member")
    other = f"{member.agree('en annan', 'ett annat', 'andra')} {member.one}"
    return breach(
        meeting.id,
        at,
        f"{register.person(minutes.adjusted[0].by)} justerade {the_minutes(register, meeting)} "
        f"men {join([fault for fault in faults[0] if fault])}.",
        f"låt {other} som var med och som utsågs (adjusters) justera, eller ange ett avsteg "
        "med skäl.",
    )


def _faults(
    register: Register, meeting: Meeting, minutes: Minutes, roster: Roster, who: str
) -> Iterator[str | None]:
    """What speaks against someone as adjuster, as the end of a clause; None what is not told."""
    known = fully_known(register, meeting)
    told = {
        "hade själv undertecknat": who != minutes.signed.by if minutes.signed else None,
        "utsågs inte till det": who in minutes.adjusters if minutes.adjusters or known else None,
        "var inte med på mötet": _present(minutes, who, known=known),
        f"var inte {word(register, 'member').one}": _member(minutes, roster, who),
    }
    yield from (fault if right is False else None for fault, right in told.items() if not right)


def _present(minutes: Minutes, who: str, *, known: bool) -> bool | None:
    attendance = minutes.attendance
    if attendance is None or not attendance.taken:
        return None
    there = {one.who for one in attendance.present} | {one.who for one in attendance.served}
    if who in there:
        return True
    return False if known or who in attendance.absent else None


def _member(minutes: Minutes, roster: Roster, who: str) -> bool | None:
    """Whether someone had a seat that day, or served for one who had."""
    served = minutes.attendance.served if minutes.attendance else ()
    if roster.seats_of(who) or any(one.who == who for one in served):
        return True
    unsure = not roster.members or any(s.state is SeatState.UNKNOWN for s in roster.members)
    return None if unsure else False
