"""What has its months: the topic must be up then, and not just some time in the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from vrtool.dates import MONTHS, Span, swedish_date
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Flag, Id, Ids, Record
from vrtool.model.item import OutcomeKind, Purpose
from vrtool.model.year_wheel import Month
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
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
    claim_place,
    forum_names,
    forums_named,
    items_about,
    known_throughout,
    meetings_in,
    month_span,
    none_such,
    topic_name,
    treated,
    with_others,
    year_of,
    year_span,
)
from vrtool.text import join, sentence


class Occasion(Record):
    """A month of the year, or of the `year_before`, with the outcome or purposes wanted then."""

    month: Month
    year_before: Flag = False
    outcome: OutcomeKind | None = None
    purposes: Purposes = ()


class InMonths(Parameters):
    """`topic` on each of the `occasions`, in the forum or `also_in` others.

    With `about_year` only items about the year in question count. `from_wheel` lets the months of
    the year's own wheel take the place of those given. `except_election_years` leaves out the
    occasions that fall in the last calendar year of a term of office.
    """

    topic: Id
    occasions: Annotated[tuple[Occasion, ...], Field(min_length=1)]
    about_year: Flag = False
    from_wheel: Flag = False
    except_election_years: Flag = False
    also_in: Ids = ()

    def references(self) -> Names:
        """The topic and the other forums."""
        yield ("topic",), self.topic, Target.TOPIC
        yield from forums_named("also_in", self.also_in)


@dataclass(frozen=True, slots=True)
class _Due:
    """When the topic is due: an occasion in a certain year, and the wheel that says so."""

    month: int
    year: int
    outcome: OutcomeKind | None = None
    purposes: tuple[Purpose, ...] = ()
    wheel: Place | None = None

    @property
    def days(self) -> Span:
        return month_span(self.year, self.month)

    @property
    def in_words(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"


@dataclass(frozen=True, slots=True)
class _Search:
    """Where the topic is looked for, and what for: a year of a forum, under one norm."""

    register: Register
    year: ForumYear
    wanted: InMonths
    forums: tuple[str, ...]

    @property
    def at(self) -> Place:
        return claim_place(self.register, self.year.forum, year_span(self.year.year))

    def treatments(self, due: _Due) -> list[Appearance]:
        """Every item that would have done, had its month been right."""
        both = Span(year_span(self.year.year - 1).first, year_span(self.year.year).last)
        return [
            entry
            for entry in items_about(self.register, self.forums, self.wanted.topic, both)
            if treated(entry.item, due.outcome, due.purposes)
            and (not self.wanted.about_year or year_of(entry) == self.year.year)
        ]


@rule("VR707", "topic-not-in-month", subject=Subject.YEAR, parameters=InMonths)
def topic_not_in_month(
    year: ForumYear, parameters: InMonths, context: Context
) -> Iterator[Verdict]:
    """Something that has its months was not up in one of them."""
    register = context.register
    forums = with_others(register, year.forum, parameters.also_in)
    search = _Search(register, year, parameters, forums)
    if parameters.from_wheel and Kind.YEAR_WHEEL in register.broken.kinds:
        yield unknown(year.subject, search.at)  # the months may stand in the wheel
        return
    elections = {term.end.year for term in register.structure.terms}
    for due in _due(search):
        if not (parameters.except_election_years and due.year in elections):
            yield _judged(search, due)


def _due(search: _Search) -> list[_Due]:
    year = search.year.year
    planned = dict(_in_wheels(search)) if search.wanted.from_wheel else {}
    if planned:
        return [_Due(month, year, wheel=planned[month]) for month in sorted(planned)]
    return [
        _Due(one.month, year - one.year_before, one.outcome, one.purposes)
        for one in search.wanted.occasions
    ]


def _in_wheels(search: _Search) -> Iterator[tuple[int, Place]]:
    """The months that the year's wheels give the topic, and where they stand."""
    for wheel in search.register.year_wheels.values():
        for part, entries in wheel.parts.items() if wheel.covers(search.year.year) else ():
            for index, entry in enumerate(entries):
                here = not entry.forums or set(entry.forums) & set(search.forums)
                if here and search.wanted.topic in entry.topics:
                    pointer = ("parts", part, index, "months")
                    at = search.register.place(Kind.YEAR_WHEEL, wheel.id, pointer)
                    yield from ((month, at) for month in entry.months)


def _judged(search: _Search, due: _Due) -> Verdict:
    items = search.treatments(due)
    if any(due.days.contains(entry.meeting.date) for entry in items):
        return holds(search.year.subject, search.at)
    met = meetings_in(search.register, search.forums, year_span(due.year))
    if met and known_throughout(search.register, search.forums, due.days):
        # What is about one year is done once; what merely recurs says nothing by its other months.
        return _not_then(search, due, items if search.wanted.about_year else [])
    return unknown(search.year.subject, search.at)


def _not_then(search: _Search, due: _Due, instead: list[Appearance]) -> Verdict:
    register, wanted = search.register, search.wanted
    names = forum_names(register, search.forums, date(due.year, due.month, 1))
    about_year = f" för {search.year.year}" if wanted.about_year else ""
    related = [_instead(register, entry) for entry in instead]
    if due.wheel:
        related.append(Related(due.wheel, "här anger årshjulet månaden"))
    return breach(
        search.year.subject,
        search.at,
        f"{sentence(names)} hade i {due.in_words} "
        f"{none_such(register, due.outcome, due.purposes)} om {topic_name(register, wanted.topic)}"
        f"{about_year}{_then(instead)}.",
        _mend(search, due),
        *related,
    )


def _instead(register: Register, entry: Appearance) -> Related:
    return Related(
        register.meeting_place(entry.meeting, *entry.pointer),
        f"togs upp vid {meeting_name(register, entry.meeting)}",
    )


def _then(items: list[Appearance]) -> str:
    days = [swedish_date(entry.meeting.date) for entry in items]
    return f"; det skedde {join(days)}" if days else ""


def _mend(search: _Search, due: _Due) -> str:
    met = meetings_in(search.register, search.forums, due.days)
    there = join([meeting_name(search.register, meeting) for meeting in met], "eller")
    agenda = word(search.register, "agenda").the
    first = (
        f"stod frågan på {agenda} för {there}, märk punkten med ämnet (topics)"
        if there
        else f"hölls det ett möte i {due.in_words}, lägg in det"
    )
    return f"{first}; annars planera in frågan nästa gång och ange ett avsteg i deviations.yaml."
