"""Who is to sign and adjust the minutes of a meeting, by the norms of the day, and who has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vrtool.model.meeting import Meeting, Minutes
from vrtool.planning.demands import ADJUSTED, SIGNED_AND_ADJUSTED, Demands
from vrtool.register.rosters import Presiding, office_holder, roster_on
from vrtool.register.words import word


@dataclass(frozen=True, slots=True)
class Approval:
    """Someone who is to sign (else adjust) the minutes, or has: `on` is the day it was done.

    `who` is None where nobody is known to hold the office, or nobody is appointed yet. `title` is
    what makes it theirs to do: *ordförande*, or nothing for one who was appointed.
    """

    signs: bool
    who: str | None
    title: str
    on: date | None


def approvals(demands: Demands, meeting: Meeting) -> tuple[Approval, ...]:
    """Everyone who is to sign or adjust, in that order, then whoever has adjusted besides.

    Chair and vice chairs adjust where a norm asks it of them (002); whoever led signs and those
    appointed adjust where another does (003, 2.3); else those who were appointed adjust.
    """
    minutes = meeting.minutes or Minutes()
    if demands.asked(SIGNED_AND_ADJUSTED, meeting.forum, meeting.date):
        asked = [_signature(demands, meeting, minutes), *_appointed(demands, minutes)]
    elif demands.asked(ADJUSTED, meeting.forum, meeting.date):
        asked = list(_presidium(demands, meeting, minutes))
    else:
        asked = []
    named = {one.who for one in asked if not one.signs}
    others = (*minutes.adjusters, *(one.by for one in minutes.adjusted))
    besides = (who for who in dict.fromkeys(others) if who not in named)
    return (*asked, *(_adjuster(minutes, who) for who in besides))


def approver(demands: Demands, approval: Approval) -> str:
    """Whoever is to sign or adjust, by name; by title where nobody is known."""
    if approval.who:
        return demands.register.person(approval.who)
    return f"{approval.title} (vem är inte angivet)"


def approved(demands: Demands, meeting: Meeting) -> bool:
    """Whether all who are to sign and adjust have; also where nobody is to."""
    return all(one.on for one in approvals(demands, meeting))


def _signature(demands: Demands, meeting: Meeting, minutes: Minutes) -> Approval:
    roster = roster_on(demands.register, demands.rulebook, meeting.forum, meeting.date)
    chair = word(demands.register, "chair").one
    if minutes.signed:
        who: str | None = minutes.signed.by
    else:
        who = minutes.led_by or roster.chair
    return Approval(True, who, chair, minutes.signed.date if minutes.signed else None)


def _appointed(demands: Demands, minutes: Minutes) -> Iterator[Approval]:
    """Those appointed to adjust; where nobody is told, and nobody has, one to be appointed."""
    yield from (_adjuster(minutes, who) for who in minutes.adjusters)
    if not (minutes.adjusters or minutes.adjusted):
        yield Approval(False, None, word(demands.register, "member").one, None)


def _adjuster(minutes: Minutes, who: str) -> Approval:
    on = next((one.date for one in minutes.adjusted if one.by == who), None)
    return Approval(False, who, "", on)


def _presidium(demands: Demands, meeting: Meeting, minutes: Minutes) -> Iterator[Approval]:
    """The chair and every vice chair, by whoever held the office then or when others adjusted."""
    roster = roster_on(demands.register, demands.rulebook, meeting.forum, meeting.date)
    composition = roster.composition
    if not (composition.chair and composition.vice_chairs):
        return
    for one in roster.presidium:
        yield _of_office(demands, meeting, minutes, one)


def _of_office(demands: Demands, meeting: Meeting, minutes: Minutes, office: Presiding) -> Approval:
    days = [meeting.date, *(adjustment.date for adjustment in minutes.adjusted)]
    holders = [office_holder(demands.register, office.office, day) for day in days]
    done = next((one for one in minutes.adjusted if one.by in holders), None)
    who = done.by if done else office.holder
    return Approval(False, who, office.title, done.date if done else None)
