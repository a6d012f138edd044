"""What a forum does in a year: how often it meets, and what must have been up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from vrtool.diagnostic import Place, Severity, Verdict
from vrtool.model.base import Count, Flag, Id
from vrtool.model.item import OutcomeKind
from vrtool.model.meeting import Form, Meeting
from vrtool.register.completeness import Aspect, complete, fully_known
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
    absent,
    breach,
    holds,
    rule,
)
from vrtool.rules.positions import topics_of
from vrtool.text import count, sentence


class Number(Parameters):
    """How many meetings: `min` and `max`, or `about` with a `tolerance` to either side."""

    least: Count | None = Field(default=None, alias="min")
    most: Count | None = Field(default=None, alias="max")
    about: Count | None = None
    tolerance: Count | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.least is None and self.most is None and self.about is None:
            raise ValueError("ange min, max eller about")
        if (self.about is None) != (self.tolerance is None):
            raise ValueError("about och tolerance hör ihop")
        return self

    @property
    def bounds(self) -> tuple[int, int | None]:
        """The fewest and the most; None where there is no upper bound."""
        if self.about is not None and self.tolerance is not None:
            return self.about - self.tolerance, self.about + self.tolerance
        return self.least or 0, self.most

    @property
    def in_words(self) -> str:
        """What is asked for: *2–4 möten*, *ungefär 10 möten*, *minst 6 möten*."""
        least, most = self.bounds
        if self.about is not None:
            return f"ungefär {self.about} möten (minst {least} räknas som det)"
        if most is None:
            return f"minst {count(least, 'möte', 'möten')}"
        return f"{least}–{most} möten" if least else f"högst {count(most, 'möte', 'möten')}"


@rule("VR701", "meeting-count", subject=Subject.YEAR, parameters=Number)
def meeting_count(year: ForumYear, parameters: Number, context: Context) -> Iterator[Verdict]:
    """Fewer meetings in a year than asked for; more than usual is lawful, and noted."""
    register = context.register
    meetings = _held_in(register, year)
    least, most = parameters.bounds
    at = _of_year(register, year)
    forum = register.forum_name(year.forum, date(year.year, 12, 31))
    told = f"{sentence(forum)} hade {count(len(meetings), 'möte', 'möten')} {year.year}"
    if len(meetings) < least:
        yield breach(
            year.subject,
            at,
            f"{told}; normen är {parameters.in_words}.",
            "finns det möten som inte är inlagda, lägg in dem; annars ange ett avsteg i "
            "deviations.yaml.",
        )
    elif most is not None and len(meetings) > most:
        yield breach(
            year.subject,
            at,
            f"{told}, fler än de {parameters.in_words} som är det vanliga. "
            "Det är tillåtet när det behövs.",
            "ingen åtgärd behövs.",
            severity=Severity.NOTE,
        )
    else:
        yield holds(year.subject, at)


def _held_in(register: Register, year: ForumYear) -> list[Meeting]:
    return [
        meeting
        for meeting in register.by_forum.get(year.forum, ())
        if meeting.date.year == year.year
        and meeting.cancelled is None
        and meeting.form is not Form.PLANNING_DAYS
    ]


def _of_year(register: Register, year: ForumYear) -> Place:
    """Where the structure claims to know the year: there the record can be mended."""
    spans = register.structure.forums[year.forum].complete.meetings
    index = next(i for i, span in enumerate(spans) if span.contains_year(year.year))
    pointer = ("forums", year.forum, "complete", "meetings", index)
    return register.place(Kind.STRUCTURE, pointer=pointer)


class Treated(Parameters):
    """`topic` with the `outcome` wanted, `times` a year.

    With `about_year` an item counts for the year it is about, up to that year's end.
    """

    topic: Id
    outcome: OutcomeKind | None = None
    times: Annotated[Count, Field(ge=1)] = 1
    about_year: Flag = False

    def references(self) -> Names:
        """The topic."""
        yield ("topic",), self.topic, Target.TOPIC


@rule("VR702", "topic-missing", subject=Subject.YEAR, parameters=Treated)
def topic_missing(year: ForumYear, parameters: Treated, context: Context) -> Iterator[Verdict]:
    """Something that must be up every year was not."""
    register = context.register
    at = _of_year(register, year)
    found = [a for a in _items(register, year, parameters) if _counts(register, a, parameters)]
    if len(found) >= parameters.times:
        yield holds(year.subject, at)
        return
    topic = register.structure.topics.get(parameters.topic, parameters.topic)
    meetings = _held_in(register, year)
    forum = register.forum_name(year.forum, date(year.year, 12, 31))
    yield absent(
        year.subject,
        at,
        f"{sentence(forum)} hade {year.year} "
        f"{_too_few(register, len(found), parameters)} om {topic}.",
        "finns punkten, märk den med ämnet (topics); annars ange ett avsteg i deviations.yaml.",
        known=bool(meetings)
        and all(fully_known(register, meeting) for meeting in meetings)
        and (not parameters.about_year or _year_before_known(register, year)),
    )


def _too_few(register: Register, found: int, parameters: Treated) -> str:
    position = parameters.outcome is OutcomeKind.POSITION
    what = word(register, "position").one if position else "behandlad punkt"
    if found:
        return f"{found} av {parameters.times} {what}"
    return f"{'inget' if position else 'ingen'} {what}"


def _year_before_known(register: Register, year: ForumYear) -> bool:
    """What a year is to have may be settled in the year before: its meetings must be known too."""
    ends = (date(year.year - 1, 1, 1), date(year.year - 1, 12, 31))
    return all(complete(register, year.forum, Aspect.MINUTES, day) for day in ends)


def _items(register: Register, year: ForumYear, parameters: Treated) -> Iterator[Appearance]:
    for meeting in register.by_forum.get(year.forum, ()):
        if meeting.cancelled is not None or meeting.date.year > year.year:
            continue
        for index, item in enumerate(meeting.items):
            about = (item.year if parameters.about_year else None) or meeting.date.year
            if about == year.year:
                yield Appearance(meeting, item, index)


def _counts(register: Register, appearance: Appearance, parameters: Treated) -> bool:
    item = appearance.item
    if parameters.topic not in topics_of(register, item):
        return False
    if parameters.outcome is None:
        return item.outcome is not None
    return item.outcome is not None and item.outcome.kind is parameters.outcome
