"""Before the meeting: the agenda fixed, the papers out in time and whole, the times set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from vrtool.dates import Hours, swedish_date, swedish_hours
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Count
from vrtool.model.item import Item, ItemKind
from vrtool.model.matter import Brief, Matter
from vrtool.model.meeting import Fixed, Known, Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, matter_name, meeting_name, parties, the_agenda
from vrtool.register.register import Appearance, Register
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
from vrtool.rules.preparation import takes_position
from vrtool.text import count, join, sentence


@rule("VR501", "agenda-not-fixed", subject=Subject.MEETING, wakes=Phase.FIXED)
def agenda_not_fixed(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The agenda was not fixed by the presidium in office that day, before the notice."""
    register = context.register
    at = register.meeting_place(meeting, "agenda")
    fixed = meeting.agenda.fixed if meeting.agenda else None
    if fixed is None:
        yield absent(
            meeting.id,
            at,
            f"Det framgår inte att {the_agenda(register, meeting)} fastställdes.",
            f"skriv under agenda: vilka som fastställde {word(register, 'agenda').it} och när "
            "(fixed: date, by).",
            known=fully_known(register, meeting),
        )
        return
    at = register.meeting_place(meeting, "agenda", "fixed", "by")
    yield _late(register, meeting, fixed) or _fixed_by(context, meeting, fixed, at)


_A_PAIR = 2


def _fixed_by(context: Context, meeting: Meeting, fixed: Fixed, at: Place) -> Verdict:
    register = context.register
    roster = context.roster(meeting.forum, fixed.date)
    presidium = roster.presidium
    missing = [one for one in presidium if one.holder and one.holder not in fixed.by]
    if not missing:
        known = bool(presidium) and all(one.holder for one in presidium)
        return (holds if known else unknown)(meeting.id, at)
    if not all(person in register.rosters.people for person in fixed.by):
        return unknown(meeting.id, at)
    absentees = join([f"{register.person(one.holder or '')} ({one.title})" for one in missing])
    return breach(
        meeting.id,
        at,
        f"{sentence(the_agenda(register, meeting))} fastställdes {swedish_date(fixed.date)} utan "
        f"{absentees}.",
        f"låt {'båda' if len(presidium) == _A_PAIR else 'alla i presidiet'} fastställa "
        f"{word(register, 'agenda').it} och skriv till under by:, eller ange ett avsteg med skäl.",
    )


def _late(register: Register, meeting: Meeting, fixed: Fixed) -> Verdict | None:
    sent = meeting.notice.sent if meeting.notice else None
    if sent is None or fixed.date <= sent.date:
        return None
    notice = word(register, "notice").the
    return breach(
        meeting.id,
        register.meeting_place(meeting, "agenda", "fixed", "date"),
        f"{sentence(the_agenda(register, meeting))} fastställdes {swedish_date(fixed.date)}, "
        f"efter att {notice} gått ut {swedish_date(sent.date)}.",
        "rätta datumen, eller ange ett avsteg med skäl.",
        Related(register.meeting_place(meeting, "notice", "sent"), f"{notice} gick ut"),
    )


@rule("VR502", "papers-not-sent", subject=Subject.ITEM, wakes=Phase.CALLED)
def papers_not_sent(appearance: Appearance, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """Papers for a position did not reach every party before the meeting."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    if not takes_position(appearance):
        return
    sent, at = item.papers_sent, register.meeting_place(meeting, *appearance.pointer)
    what = f"Underlaget till {item_name(register, item)}"
    if sent is None:
        yield absent(
            item.id,
            at,
            f"{what} har inte sänts ut inför {meeting_name(register, meeting)}.",
            f"sänd ut underlaget till alla {word(register, 'party').many} och skriv dagen vid "
            "punkten (papers_sent), eller skjut upp punkten.",
            known=fully_known(register, meeting),
        )
        return
    at = register.meeting_place(meeting, *appearance.pointer, "papers_sent")
    left_out = (
        [] if sent.to is None else [p for p in register.structure.parties if p not in sent.to]
    )
    if sent.date >= meeting.date:
        yield breach(
            item.id,
            at,
            f"{what} sändes ut {swedish_date(sent.date)}, inte före "
            f"{meeting_name(register, meeting)}.",
            "skjut upp punkten, eller ange ett avsteg med skäl.",
        )
    elif left_out:
        yield breach(
            item.id,
            at,
            f"{what} sändes inte till {parties(register, left_out)} inför "
            f"{meeting_name(register, meeting)}.",
            "sänd det även dit, eller ange ett avsteg med skäl.",
        )
    else:
        yield holds(item.id, at)


class Lead(Parameters):
    """`lead_days`: how many days before the meeting the papers are to be out."""

    lead_days: Annotated[Count, Field(ge=1)]


@rule("VR503", "papers-late", subject=Subject.ITEM, wakes=Phase.CALLED, parameters=Lead)
def papers_late(appearance: Appearance, parameters: Lead, context: Context) -> Iterator[Verdict]:
    """Papers for a position went out too close to the meeting."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    if not takes_position(appearance) or item.papers_sent is None:
        return
    at = register.meeting_place(meeting, *appearance.pointer, "papers_sent")
    days = (meeting.date - item.papers_sent.date).days
    if days >= parameters.lead_days:
        yield holds(item.id, at)
        return
    latest = meeting.date.fromordinal(meeting.date.toordinal() - parameters.lead_days)
    yield breach(
        item.id,
        at,
        f"Underlaget till {item_name(register, item)} sändes ut "
        f"{count(max(days, 0), 'dag', 'dagar')} före {meeting_name(register, meeting)}; "
        f"{count(parameters.lead_days, 'dag', 'dagar')} är satt som god tid.",
        f"sänd det senast {swedish_date(latest)}, eller ange ett avsteg med skäl.",
    )


class Content(Parameters):
    """`sections`: which sections of the brief must be there."""

    sections: Annotated[
        tuple[Literal["proposal", "summary", "description", "way_forward"], ...],
        Field(min_length=1),
    ]


_SECTIONS = {
    "proposal": "{position} som väntas",
    "summary": "en sammanfattning",
    "description": "en beskrivning av ärendet",
    "way_forward": "vägen framåt",
}


@rule("VR504", "brief-incomplete", subject=Subject.ITEM, wakes=Phase.FIXED, parameters=Content)
def brief_incomplete(
    appearance: Appearance, parameters: Content, context: Context
) -> Iterator[Verdict]:
    """The papers for a position lack what they should hold."""
    register, meeting = context.register, appearance.meeting
    if not takes_position(appearance):
        return
    for key in appearance.item.all_matters:
        matter = register.matters.get(key)
        if matter is not None:
            yield _brief(register, appearance, matter, parameters)
    if not appearance.item.all_matters:
        yield unknown(appearance.item.id, register.meeting_place(meeting, *appearance.pointer))


def _brief(
    register: Register, appearance: Appearance, matter: Matter, parameters: Content
) -> Verdict:
    meeting, item = appearance.meeting, appearance.item
    brief = matter.brief or Brief()
    missing = [name for name in parameters.sections if not getattr(brief, name)]
    if item.proposal and "proposal" in missing:
        missing.remove("proposal")
    at = register.matter_place(matter, *(("brief",) if matter.brief else ()))
    if not missing:
        return holds(item.id, at)
    return absent(
        item.id,
        at,
        f"Underlaget till {matter_name(matter)} saknar "
        f"{_sections(register, missing)} inför {meeting_name(register, meeting)}.",
        f"skriv till {join(list(missing))} under brief:, eller ange ett avsteg med skäl.",
        known=fully_known(register, meeting),
    )


def _sections(register: Register, names: Sequence[str]) -> str:
    position = word(register, "position").that
    return join([_SECTIONS[name].format(position=position) for name in names])


@rule("VR505", "item-times", subject=Subject.MEETING, wakes=Phase.DRAFT)
def item_times(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """Not every item has its time, or together they do not fit into the meeting."""
    register = context.register
    for number, day in enumerate(meeting.days, start=1):
        items = [(i, item) for i, item in enumerate(meeting.items) if item.day == number]
        timed = [(i, item) for i, item in items if item.minutes]
        if not timed:
            yield unknown(meeting.id, register.meeting_place(meeting, "agenda"))
            continue
        untimed = [(i, item) for i, item in items if _needs_time(item)]
        if untimed and meeting.known is Known.FULL:
            yield _untimed(register, meeting, untimed)
            continue
        yield _fits(register, meeting, [item for _, item in timed], meeting.hours_on(day))


def _needs_time(item: Item) -> bool:
    return item.minutes is None and (item.of_substance or item.kind is ItemKind.BREAK)


def _untimed(register: Register, meeting: Meeting, items: list[tuple[int, Item]]) -> Verdict:
    titles = join([f"”{item.title}”" for _, item in items])
    return breach(
        meeting.id,
        register.meeting_place(meeting, "agenda", "items", items[0][0]),
        f"{sentence(meeting_name(register, meeting))}: tid saknas för {titles}.",
        "skriv minutes: vid punkten.",
    )


def _fits(register: Register, meeting: Meeting, items: list[Item], hours: Hours | None) -> Verdict:
    at = register.meeting_place(meeting, "hours")
    if hours is None:
        return unknown(meeting.id, at)
    needed = sum(item.minutes or 0 for item in items)
    room = hours.end.minutes - hours.start.minutes
    if needed <= room:
        return holds(meeting.id, at)
    return breach(
        meeting.id,
        at,
        f"Punkterna på {the_agenda(register, meeting)} tar "
        f"{needed} minuter, men mötet {swedish_hours(hours)} är {room} minuter.",
        f"korta eller flytta punkter på tillsammans {needed - room} minuter, eller förläng mötet.",
    )
