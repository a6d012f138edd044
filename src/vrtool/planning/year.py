"""What the year still asks for: topics that norms and the year wheel give a year, month or term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from vrtool.dates import MONTHS, Span
from vrtool.model.item import OutcomeKind, Purpose
from vrtool.model.matter import Status
from vrtool.model.structure import Term
from vrtool.model.year_wheel import Entry, YearWheel
from vrtool.planning.demands import Demands
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.kinds import Kind
from vrtool.register.norms import NormInForce, norm_place
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.words import outcome_word, word
from vrtool.rules.months import InMonths, Occasion
from vrtool.rules.recurrence import InTerm, Yearly
from vrtool.rules.treated import (
    Wanted,
    counts,
    forum_names,
    items_about,
    meetings_in,
    month_span,
    topic_name,
    treated,
    with_others,
    year_of,
    year_span,
)
from vrtool.text import join, sentence


@dataclass(frozen=True, slots=True)
class _Question:
    """A topic asked of forums by a day: `how` it is to be up and `when`, in words.

    `about` is the year it is to be about, where that is told; `whole` tells that the day is merely
    the last of a year or term.
    """

    topic: str
    forums: tuple[str, ...]
    day: date
    when: str
    path: str
    how: str = ""
    about: int | None = None
    whole: bool = False


def of_the_year(demands: Demands, today: date) -> Iterator[Task]:
    """The topics that are still to be treated, each once for its forums and its last day.

    Of a year in which a forum neither has a meeting nor plans one nothing is asked.
    """
    asked: list[_Question] = []
    for question in _questions(demands, today):
        same = next((i for i, other in enumerate(asked) if _the_same(question, other)), None)
        if same is None:
            asked.append(question)
        elif not asked[same].how:
            asked[same] = replace(asked[same], how=question.how)
    return (_task(demands.register, question) for question in asked)


def _the_same(question: _Question, other: _Question) -> bool:
    """Whether both can be answered at once: they ask for the same, the other no later."""
    alike = (question.topic, question.about) == (other.topic, other.about)
    sooner = question.day == other.day or (question.whole and other.day <= question.day)
    as_well = not question.how or not other.how or question.how == other.how
    return alike and sooner and as_well and not {*question.forums}.isdisjoint(other.forums)


def _task(register: Register, question: _Question) -> Task:
    topic = sentence(topic_name(register, question.topic))
    names = forum_names(register, question.forums, question.day)
    matters = (m for m in register.matters.values() if m.status is Status.OPEN)
    known = next((m.id for m in matters if question.topic in m.topics), None)
    command = f"plan {known}" if known else f"new --topics {question.topic}"
    return Task(
        TaskKind.TOPIC,
        f"{topic} ska upp{question.how} i {names} {question.when}.",
        question.path,
        f"vr matter {command}",
        question.day,
    )


def _questions(demands: Demands, today: date) -> Iterator[_Question]:
    """Those of months first: they ask for more than those of a year or term."""
    register = demands.register
    meeting = [f for f in register.structure.forums if _meets(register, f, today.year)]
    for forum in meeting:
        yield from _in_months(demands, forum, today)
    yield from _in_wheels(register, today)
    for forum in meeting:
        yield from _yearly(demands, forum, today.year)
        yield from _in_term(demands, forum, today)


def _how(
    register: Register,
    outcome: OutcomeKind | None,
    purposes: tuple[Purpose, ...] = (),
    receiver: str | None = None,
) -> str:
    """*för ställningstagande*, *för dialog*, *med uppdrag till direktörerna*, or nothing."""
    names = [outcome_word(register, outcome)] if outcome and outcome.takes_position else []
    names += [word(register, purpose.value).one for purpose in purposes]
    for_what = f" för {join(names, 'eller')}" if names else ""
    if receiver is None:
        return for_what
    forum = register.structure.forums.get(receiver)
    name = forum.names[-1].in_text if forum else receiver
    return f"{for_what} med {word(register, 'assignment').one} till {name}"


def _meets(register: Register, forum: str, year: int) -> bool:
    wheels = register.year_wheels.values()
    planned = (day.year == year for wheel in wheels for day in wheel.plan.get(forum, ()))
    return any(meetings_in(register, (forum,), year_span(year))) or any(planned)


def _ahead(there: Appearance) -> bool:
    """Whether the item stands on an agenda and its meeting is not yet told of."""
    return not held(there.meeting)


# Every year


def _yearly(demands: Demands, forum: str, year: int) -> Iterator[_Question]:
    register = demands.register
    for norm, wanted in demands.set_by("VR702", Yearly, forum, date(year, 1, 1)):
        forums = with_others(register, forum, wanted.also_in)
        days = Span(None, date(year, 12, 31)) if wanted.about_year else year_span(year)
        found = [
            there
            for there in items_about(register, forums, wanted.topic, days)
            if (not wanted.about_year or year_of(there) == year) and _done(register, there, wanted)
        ]
        if len(found) < wanted.times:
            yield _Question(
                wanted.topic,
                forums,
                date(year, 12, 31),
                f"under {year}",
                norm_place(register, norm).path,
                _how(register, wanted.outcome, wanted.purposes, wanted.receiver),
                year if wanted.about_year else None,
                whole=True,
            )


def _done(register: Register, there: Appearance, wanted: Wanted) -> bool:
    return _ahead(there) or counts(register, there.item, wanted)


# In certain months


def _in_months(demands: Demands, forum: str, today: date) -> Iterator[_Question]:
    """The occasions that fall in this calendar year, also those about the year to come."""
    for year in (today.year, today.year + 1):
        for norm, wanted in demands.set_by("VR707", InMonths, forum, date(year, 1, 1)):
            for occasion in wanted.occasions:
                if year - occasion.year_before == today.year and not _by_wheel(
                    demands.register, wanted, year
                ):
                    yield from _occasion(demands.register, forum, (norm, wanted), occasion, year)


def _by_wheel(register: Register, wanted: InMonths, year: int) -> bool:
    """Whether the year's wheel gives the topic other months, which are asked for there."""
    return wanted.from_wheel and any(
        wanted.topic in entry.topics
        for wheel in register.year_wheels.values()
        if wheel.covers(year)
        for entries in wheel.parts.values()
        for entry in entries
    )


def _occasion(
    register: Register,
    forum: str,
    asked: tuple[NormInForce, InMonths],
    occasion: Occasion,
    about: int,
) -> Iterator[_Question]:
    norm, wanted = asked
    year = about - occasion.year_before
    elections = {term.end.year for term in register.structure.terms}
    forums = with_others(register, forum, wanted.also_in)
    left_out = wanted.except_election_years and year in elections
    if left_out or _taken_up(register, forums, wanted, occasion, about):
        return
    subject = f" för {about}" if wanted.about_year else ""
    yield _Question(
        wanted.topic,
        forums,
        month_span(year, occasion.month).last or date.max,
        f"i {MONTHS[occasion.month - 1]} {year}{subject}",
        norm_place(register, norm).path,
        _how(register, occasion.outcome, occasion.purposes),
        about if wanted.about_year else None,
    )


def _taken_up(
    register: Register,
    forums: tuple[str, ...],
    wanted: InMonths,
    occasion: Occasion,
    about: int,
) -> bool:
    """Whether it was, or is to be, up then; what is about one year, in any month."""
    year = about - occasion.year_before
    days = year_span(year) if wanted.about_year else month_span(year, occasion.month)
    return any(
        _ahead(there) or treated(there.item, occasion.outcome, occasion.purposes)
        for there in items_about(register, forums, wanted.topic, days)
        if not wanted.about_year or year_of(there) == about
    )


# Every term of office


def _in_term(demands: Demands, forum: str, today: date) -> Iterator[_Question]:
    register = demands.register
    for term in register.structure.terms:
        for norm, wanted in demands.set_by("VR703", InTerm, forum, today):
            if term.span.contains(today) and not wanted.between:
                topics = (wanted.topic,) if wanted.topic else wanted.topics
                for topic in topics:
                    yield from _once_a_term(register, forum, (norm, wanted), topic, term)


def _once_a_term(
    register: Register,
    forum: str,
    asked: tuple[NormInForce, InTerm],
    topic: str,
    term: Term,
) -> Iterator[_Question]:
    norm, parameters = asked
    forums, wanted = with_others(register, forum, parameters.also_in), parameters.wanted(topic)
    items = items_about(register, forums, topic, term.span)
    if len([there for there in items if _done(register, there, wanted)]) < parameters.times:
        when = f"under mandatperioden {term.id}"
        path, how = norm_place(register, norm).path, _how(register, wanted.outcome)
        yield _Question(topic, forums, term.end, when, path, how, whole=True)


# The wheel's own questions


def _in_wheels(register: Register, today: date) -> Iterator[_Question]:
    for wheel in register.year_wheels.values():
        for entries in wheel.parts.values() if wheel.covers(today.year) else ():
            for entry in entries:
                yield from _of_entry(register, wheel, entry, today.year)


def _of_entry(register: Register, wheel: YearWheel, entry: Entry, year: int) -> Iterator[_Question]:
    """Each month of an entry with topics; without them nothing tells whether it was treated."""
    forums = entry.forums or tuple(register.structure.forums)
    for topic in entry.topics:
        for number in entry.months:
            month = month_span(year, number)
            items = items_about(register, forums, topic, month)
            if not any(_ahead(there) or treated(there.item, None, ()) for there in items):
                when = f"i {MONTHS[number - 1]} {year} enligt årshjulet"
                path = register.place(Kind.YEAR_WHEEL, wheel.id).path
                yield _Question(topic, entry.forums, month.last or date.max, when, path)
