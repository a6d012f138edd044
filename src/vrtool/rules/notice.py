"""The notice: out in time and by the right one, with all that the meeting is to deal with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Verdict
from vrtool.model.base import Count, Flag
from vrtool.model.item import Item
from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, the_notice
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import count, sentence


class Called(Parameters):
    """`lead_days`: how many days before the meeting all is to be out; `by_chair`: by the chair."""

    lead_days: Annotated[Count, Field(ge=1)]
    by_chair: Flag = False


@rule("VR515", "notice-late", subject=Subject.MEETING, wakes=Phase.CALLED, parameters=Called)
def notice_late(meeting: Meeting, parameters: Called, context: Context) -> Iterator[Verdict]:
    """The notice, an item or its papers went out too close to the meeting, or by another."""
    register, notice = context.register, meeting.notice
    if notice is None or notice.sent is None:
        yield absent(
            meeting.id,
            register.meeting_place(meeting, *(("notice",) if notice else ())),
            f"Det framgår inte när {the_notice(register, meeting)} gick ut.",
            "skriv dagen som sent: under notice.",
            known=fully_known(register, meeting),
        )
        return
    latest = meeting.date - timedelta(days=parameters.lead_days)
    yield _notice(register, meeting, notice.sent.date, latest, parameters.lead_days)
    yield _with_agenda(register, meeting)
    yield from _items(register, meeting, notice.sent.date, latest)
    if parameters.by_chair and notice.by is not None:
        yield _by_chair(context, meeting, notice.by, notice.sent.date)


def _notice(register: Register, meeting: Meeting, sent: date, latest: date, lead: int) -> Verdict:
    at = register.meeting_place(meeting, "notice", "sent")
    if sent <= latest:
        return holds(meeting.id, at)
    days = max((meeting.date - sent).days, 0)
    return breach(
        meeting.id,
        at,
        f"{sentence(the_notice(register, meeting))} gick ut {count(days, 'dag', 'dagar')} före "
        f"mötet; det ska ske minst {count(lead, 'dag', 'dagar')} före.",
        f"kalla senast {swedish_date(latest)} eller flytta mötet; annars ange ett avsteg med skäl.",
    )


def _with_agenda(register: Register, meeting: Meeting) -> Verdict:
    at = register.meeting_place(meeting, "agenda")
    if meeting.items:
        return holds(meeting.id, at)
    return absent(
        meeting.id,
        register.meeting_place(meeting),
        f"{sentence(the_notice(register, meeting))} gick ut utan {word(register, 'agenda').one}.",
        "skriv punkterna under agenda: items.",
        known=fully_known(register, meeting),
    )


# The items


def _items(register: Register, meeting: Meeting, sent: date, latest: date) -> Iterator[Verdict]:
    """What came too late after the notice: an item, or papers that were to go with it."""
    for index, item in enumerate(meeting.items):
        late = _late(register, item, max(sent, latest))
        pointer = ("agenda", "items", index)
        if late is None:
            yield holds(item.id, register.meeting_place(meeting, *pointer))
            continue
        field, what = late
        yield breach(
            item.id,
            register.meeting_place(meeting, *pointer, field),
            f"{sentence(what)} {the_notice(register, meeting)}.",
            f"det ska vara ute {swedish_date(latest)}: ta upp punkten vid ett senare möte, eller "
            "ange ett avsteg med skäl.",
        )


def _late(register: Register, item: Item, latest: date) -> tuple[str, str] | None:
    """Which field tells that the item was late, and a clause on it that lacks the notice."""
    name, papers = item_name(register, item), item.papers_sent
    if item.added is not None and item.added > latest and item.of_substance:
        return "added", f"{name} lades till {swedish_date(item.added)} och stod inte i"
    if papers is not None and papers.date > latest:
        day = swedish_date(papers.date)
        return "papers_sent", f"underlaget till {name} sändes ut {day} och följde inte med"
    return None


# The chair


def _by_chair(context: Context, meeting: Meeting, by: str, sent: date) -> Verdict:
    register = context.register
    at = register.meeting_place(meeting, "notice", "by")
    chair = context.roster(meeting.forum, sent).chair
    if by == chair:
        return holds(meeting.id, at)
    if chair is None or by not in register.rosters.people:
        return unknown(meeting.id, at)
    return breach(
        meeting.id,
        at,
        f"{sentence(the_notice(register, meeting))} sändes av {register.person(by)}; det är "
        f"{word(register, 'chair').the} {register.person(chair)} som kallar.",
        "rätta by:, eller ange ett avsteg med skäl.",
    )
