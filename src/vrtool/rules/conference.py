"""Occasions of a special form, conferences and planning days: that they are held, what beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import BeforeValidator, Field

from vrtool.dates import MONTHS, Span, swedish_date, swedish_period
from vrtool.diagnostic import Related, Verdict
from vrtool.model.base import Count, none_as_empty
from vrtool.model.meeting import Form, Known, Meeting
from vrtool.model.year_wheel import Month
from vrtool.register.completeness import Aspect, fully_known, throughout
from vrtool.register.register import Appearance, Register
from vrtool.rules.base import (
    Context,
    ForumYear,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.treated import (
    Wanted,
    claim_place,
    counts,
    meetings_in,
    other_treatments,
    too_few,
    topic_name,
    wholly_told,
    year_span,
)
from vrtool.text import genitive, join, sentence

_NONE_OF = {
    Form.MEETING: "inget möte",
    Form.CONFERENCE: "ingen konferens",
    Form.PLANNING_DAYS: "inga planeringsdagar",
}
_THE = {
    Form.MEETING: "mötet",
    Form.CONFERENCE: "konferensen",
    Form.PLANNING_DAYS: "planeringsdagarna",
}


class Held(Parameters):
    """`form`: what kind of occasion, `times` a year; in one of the `months` where they are set."""

    form: Form
    times: Annotated[Count, Field(ge=1)] = 1
    months: Annotated[tuple[Month, ...], BeforeValidator(none_as_empty)] = ()


@rule("VR705", "form-missing", subject=Subject.YEAR, parameters=Held)
def form_missing(year: ForumYear, parameters: Held, context: Context) -> Iterator[Verdict]:
    """A conference, or planning days, that should be held every year was not."""
    register, days = context.register, year_span(year.year)
    at = claim_place(register, year.forum, days)
    held = _of_form(register, year, parameters.form)
    found = [m for m in held if not parameters.months or m.date.month in parameters.months]
    if len(found) >= parameters.times:
        yield holds(year.subject, at)
    elif all(_form_told(m) for m in meetings_in(register, (year.forum,), days)):
        others = [meeting for meeting in held if meeting not in found]
        forum = register.forum_name(year.forum, date(year.year, 12, 31))
        yield breach(
            year.subject,
            at,
            f"{sentence(forum)} hade {_how_few(len(found), parameters)} "
            f"{_in_months(parameters.months)}{year.year}{_other_days(parameters.form, others)}.",
            f"finns det ett möte som var {_THE[parameters.form]}, skriv "
            f"form: {parameters.form.value} där; annars ange ett avsteg i deviations.yaml.",
            *(Related(register.meeting_place(m, "date"), "utanför tiden") for m in others),
        )
    else:
        yield unknown(year.subject, at)


def _of_form(register: Register, year: ForumYear, form: Form) -> list[Meeting]:
    met = meetings_in(register, (year.forum,), year_span(year.year))
    return [meeting for meeting in met if meeting.form is form]


def _form_told(meeting: Meeting) -> bool:
    """A record of no more than a date does not tell what kind of meeting it was."""
    return meeting.known not in (Known.PLANNED, Known.DATE)


def _how_few(found: int, parameters: Held) -> str:
    if found:
        return f"{_THE[parameters.form]} bara {found} av {parameters.times} gånger"
    return _NONE_OF[parameters.form]


def _in_months(months: tuple[int, ...]) -> str:
    return f"i {join([MONTHS[month - 1] for month in months], 'eller')} " if months else ""


def _other_days(form: Form, others: list[Meeting]) -> str:
    days = join([swedish_date(meeting.date) for meeting in others])
    return f"; {_THE[form]} hölls {days}" if days else ""


class Beside(Parameters):
    """`form`: what kind of occasion; a meeting lies within so many days (`within_days`) of it."""

    form: Form
    within_days: Count


@rule("VR706", "no-adjoining-meeting", subject=Subject.YEAR, parameters=Beside)
def no_adjoining_meeting(
    year: ForumYear, parameters: Beside, context: Context
) -> Iterator[Verdict]:
    """A conference without a meeting of the forum beside it."""
    register = context.register
    for occasion in _of_form(register, year, parameters.form):
        at = register.meeting_place(occasion, "form")
        if _adjoining(register, occasion, parameters.within_days) or _is_a_meeting(occasion):
            yield holds(year.subject, at)
        elif _known_around(register, occasion, parameters.within_days):
            yield breach(
                year.subject,
                at,
                f"{sentence(_named(occasion))} har inget möte med "
                f"{register.forum_name(year.forum, occasion.date)} i anslutning"
                f"{_nearest(register, occasion)}.",
                "finns mötet, lägg in det; tog man upp forumets egna ärenden där, skriv ärendet "
                "(matter) vid punkten; annars ange ett avsteg i deviations.yaml.",
            )
        else:
            yield unknown(year.subject, at)


def _named(occasion: Meeting) -> str:
    return f"{_THE[occasion.form]} {swedish_period(occasion.date, occasion.last_day)}"


def _around(occasion: Meeting, within: int) -> Span:
    margin = timedelta(days=within)
    return Span(occasion.date - margin, occasion.last_day + margin)


def _adjoining(register: Register, occasion: Meeting, within: int) -> list[Meeting]:
    """The forum's ordinary meetings on the same days or so many days before or after."""
    around = _around(occasion, within)
    return [
        meeting
        for meeting in register.by_forum.get(occasion.forum, ())
        if meeting.form is Form.MEETING
        and meeting.cancelled is None
        and around.overlaps(meeting.span)
    ]


def _is_a_meeting(occasion: Meeting) -> bool:
    """A conference that takes up the forum's matters is itself the meeting."""
    return any(item.all_matters for item in occasion.items)


def _known_around(register: Register, occasion: Meeting, within: int) -> bool:
    items_told = occasion.known is Known.ITEMS or fully_known(register, occasion)
    around = _around(occasion, within)
    return items_told and throughout(register, occasion.forum, Aspect.MEETINGS, around)


def _nearest(register: Register, occasion: Meeting) -> str:
    others = [
        meeting
        for meeting in register.by_forum.get(occasion.forum, ())
        if meeting.form is Form.MEETING and meeting.cancelled is None
    ]
    nearest = min(others, key=lambda m: abs((m.date - occasion.date).days), default=None)
    return f"; det närmaste är {swedish_date(nearest.date)}" if nearest else ""


class WantedBeside(Wanted):
    """`topic` as wanted, at the occasion of the `form` or a meeting within so many days of it."""

    form: Form
    within_days: Count


@rule("VR709", "topic-missing-beside", subject=Subject.YEAR, parameters=WantedBeside)
def topic_missing_beside(
    year: ForumYear, parameters: WantedBeside, context: Context
) -> Iterator[Verdict]:
    """Something that belongs with the conference was not up there or beside it."""
    register = context.register
    for occasion in _of_form(register, year, parameters.form):
        at = register.meeting_place(occasion, "form")
        together = [occasion, *_adjoining(register, occasion, parameters.within_days)]
        items = [Appearance(m, item, n) for m in together for n, item in enumerate(m.items)]
        around = _around(occasion, parameters.within_days)
        if any(counts(register, entry.item, parameters) for entry in items):
            yield holds(year.subject, at)
        elif all(wholly_told(register, meeting) for meeting in together) and throughout(
            register, year.forum, Aspect.MEETINGS, around
        ):
            yield breach(
                year.subject,
                at,
                f"{sentence(_named(occasion))} och "
                f"{genitive(register.forum_name(year.forum, occasion.date))} möten i anslutning "
                f"hade {too_few(register, 0, parameters)} om "
                f"{topic_name(register, parameters.topic)}.",
                "finns punkten, märk den med ämnet (topics) och skriv vad den ledde till; annars "
                "ta upp frågan nästa gång, eller ange ett avsteg i deviations.yaml.",
                *other_treatments(register, iter(items), parameters.topic),
            )
        else:
            yield unknown(year.subject, at)
