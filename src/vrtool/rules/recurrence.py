"""What must come back: every year, every term of office."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from vrtool.dates import Span, swedish_date, swedish_period
from vrtool.diagnostic import Severity, Verdict
from vrtool.model.base import Count, DaySpan, Flag, Id, Ids, none_as_empty
from vrtool.model.item import OutcomeKind
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.rules.base import (
    Context,
    ForumTerm,
    ForumYear,
    Names,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.treated import (
    Purposes,
    Wanted,
    claim_place,
    counts,
    forum_names,
    forums_named,
    items_about,
    items_in,
    known_throughout,
    meetings_in,
    next_time,
    other_treatments,
    too_few,
    topic_name,
    with_others,
    year_of,
    year_span,
)
from vrtool.text import count, sentence

_MONTHS = 12


class Yearly(Wanted):
    """`topic` as wanted, `times` a year, in the forum or `also_in` others.

    With `about_year` an item counts for the year it is about, up to that year's end.
    """

    times: Annotated[Count, Field(ge=1)] = 1
    about_year: Flag = False
    also_in: Ids = ()

    def references(self) -> Names:
        """What is wanted, and the other forums."""
        yield from super().references()
        yield from forums_named("also_in", self.also_in)


@rule("VR702", "topic-missing", subject=Subject.YEAR, parameters=Yearly)
def topic_missing(year: ForumYear, parameters: Yearly, context: Context) -> Iterator[Verdict]:
    """Something that must be up every year was not."""
    register, own = context.register, year_span(year.year)
    forums = with_others(register, year.forum, parameters.also_in)
    items = list(_of_year(register, forums, year.year, parameters))
    found = [entry for entry in items if counts(register, entry.item, parameters)]
    at = claim_place(register, year.forum, own)
    # What a year is to have may be settled in the year before.
    days = Span(date(year.year - 1, 1, 1), own.last) if parameters.about_year else own
    if len(found) >= parameters.times:
        yield holds(year.subject, at)
    elif meetings_in(register, forums, own) and known_throughout(register, forums, days):
        names = forum_names(register, forums, date(year.year, 12, 31))
        missing = too_few(register, len(found), parameters, parameters.times)
        near = (entry for entry in items if entry not in found)
        yield breach(
            year.subject,
            at,
            f"{sentence(names)} hade {year.year} {missing} om "
            f"{topic_name(register, parameters.topic)}.",
            _mend(register, year, about_year=parameters.about_year),
            *other_treatments(register, near, parameters.topic),
        )
    else:
        yield unknown(year.subject, at)


def _of_year(
    register: Register, forums: tuple[str, ...], year: int, parameters: Yearly
) -> Iterator[Appearance]:
    """Every item about the topic that may count for the year."""
    about_year = parameters.about_year
    days = Span(None, date(year, 12, 31)) if about_year else year_span(year)
    for entry in items_about(register, forums, parameters.topic, days):
        if not about_year or year_of(entry) == year:
            yield entry


def _mend(register: Register, subject: ForumYear | ForumTerm, *, about_year: bool = False) -> str:
    after = subject.term.end if isinstance(subject, ForumTerm) else date(subject.year, 12, 31)
    year = f", säg vilket år den handlar om (year: {subject.subject})" if about_year else ""
    return (
        f"finns punkten, märk den med ämnet (topics){year} och skriv vad den ledde till; annars "
        f"ta upp frågan{next_time(register, subject.forum, after)} och ange ett avsteg i "
        "deviations.yaml."
    )


class InTerm(Parameters):
    """`topic`, or each of several `topics`, as wanted, `times` a term of office.

    It counts in the forum or `also_in` others. `between` gives the days within which it was to be
    done the first times: the terms they end in are judged by them alone, other terms mildly. Done
    later than `within_months` into the term is noted. A position that sets up one of the forums in
    `establishes` counts as the topic too.
    """

    topic: Id | None = None
    topics: Ids = ()
    outcome: OutcomeKind | None = None
    purposes: Purposes = ()
    receiver: Id | None = None
    times: Annotated[Count, Field(ge=1)] = 1
    between: Annotated[tuple[DaySpan, ...], BeforeValidator(none_as_empty)] = ()
    within_months: Annotated[Count, Field(ge=1)] | None = None
    also_in: Ids = ()
    establishes: Ids = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.topic is None) != bool(self.topics):
            raise ValueError("ange antingen topic eller topics")
        if any(span.first is None or span.last is None for span in self.between):
            raise ValueError("ange både första och sista dag i between")
        return self

    def references(self) -> Names:
        """The topics, the receiver where there is one, and the forums."""
        if self.topic is not None:
            yield ("topic",), self.topic, Target.TOPIC
        for index, topic in enumerate(self.topics):
            yield ("topics", index), topic, Target.TOPIC
        if self.receiver is not None:
            yield ("receiver",), self.receiver, Target.RECEIVER
        yield from forums_named("also_in", self.also_in)
        yield from forums_named("establishes", self.establishes)

    def wanted(self, topic: str) -> Wanted:
        """What is wanted of one of the topics."""
        return Wanted(
            topic=topic, outcome=self.outcome, purposes=self.purposes, receiver=self.receiver
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """One topic asked of a forum's term; `subject` is what a deviation calls it."""

    term: ForumTerm
    parameters: InTerm
    wanted: Wanted
    subject: str


@rule("VR703", "topic-in-term", subject=Subject.TERM, parameters=InTerm)
def topic_in_term(term: ForumTerm, parameters: InTerm, context: Context) -> Iterator[Verdict]:
    """Something that must be up every term of office was not, or was late."""
    if parameters.topic is not None:
        asked = _Asked(term, parameters, parameters.wanted(parameters.topic), term.subject)
        yield from _in_term(asked, context)
    for topic in parameters.topics:
        subject = f"{term.subject}/{topic}"
        yield from _in_term(_Asked(term, parameters, parameters.wanted(topic), subject), context)


def _in_term(asked: _Asked, context: Context) -> Iterator[Verdict]:
    whole = asked.term.term.span
    first_times = [s for s in asked.parameters.between if s.last and whole.contains(s.last)]
    for days in first_times:
        yield _within(asked, days, 1, context)
    if not first_times:
        yield _within(asked, whole, asked.parameters.times, context)


def _within(asked: _Asked, days: Span, times: int, context: Context) -> Verdict:
    register, term, parameters = context.register, asked.term, asked.parameters
    at = claim_place(register, term.forum, term.term.span)
    forums = with_others(register, term.forum, parameters.also_in)
    items = list(items_in(register, forums, days))
    found = [entry for entry in items if _counts_in_term(register, entry, asked)]
    if len(found) >= times:
        return _in_good_time(asked, found, register)
    if not known_throughout(register, forums, days):
        return unknown(asked.subject, at)
    names = forum_names(register, forums, term.term.end)
    near = (entry for entry in items if entry not in found)
    again = bool(parameters.between) and days == term.term.span
    return breach(
        asked.subject,
        at,
        f"{sentence(names)} hade {too_few(register, len(found), asked.wanted, times)} om "
        f"{topic_name(register, asked.wanted.topic)} {_when(term, days)}.",
        _mend(register, term),
        *other_treatments(register, near, asked.wanted.topic),
        severity=_milder(context) if again else None,
    )


def _counts_in_term(register: Register, entry: Appearance, asked: _Asked) -> bool:
    outcome, establishes = entry.item.outcome, asked.parameters.establishes
    if outcome is not None and establishes:
        set_up = register.forums_of(establishes) & set(outcome.establishes)
        return bool(set_up) or counts(register, entry.item, asked.wanted)
    return counts(register, entry.item, asked.wanted)


def _when(term: ForumTerm, days: Span) -> str:
    if days == term.term.span or days.first is None or days.last is None:
        return f"under mandatperioden {term.term.id}"
    return f"under tiden {swedish_period(days.first, days.last)}"


def _milder(context: Context) -> Severity:
    """What recurs without a date of its own is the source's ambition, whatever its first words."""
    own = context.norm.norm.severity if context.norm else None
    return own or Severity.WARNING


def _in_good_time(asked: _Asked, found: list[Appearance], register: Register) -> Verdict:
    term = asked.term.term
    first = min(found, key=lambda entry: entry.meeting.date)
    at = register.meeting_place(first.meeting, *first.pointer)
    months = asked.parameters.within_months
    if months is None or first.meeting.date < _months_later(term.start, months):
        return holds(asked.subject, at)
    forum = register.forum_name(first.meeting.forum, first.meeting.date)
    return breach(
        asked.subject,
        at,
        f"{sentence(forum)} tog upp {topic_name(register, asked.wanted.topic)} "
        f"{swedish_date(first.meeting.date)}, mer än {count(months, 'månad', 'månader')} in i "
        f"mandatperioden {term.id}. Det är tillåtet när det behövs.",
        "ingen åtgärd behövs.",
        severity=Severity.NOTE,
    )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
