"""How often a forum meets in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from vrtool.diagnostic import Severity, Verdict
from vrtool.model.base import Count
from vrtool.model.meeting import Form, Meeting
from vrtool.register.register import Register
from vrtool.rules.base import Context, ForumYear, Parameters, Subject, breach, holds, rule
from vrtool.rules.treated import claim_place, meetings_in, year_span
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
    at = claim_place(register, year.forum, year_span(year.year))
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
        for meeting in meetings_in(register, (year.forum,), year_span(year.year))
        if meeting.form is not Form.PLANNING_DAYS
    ]
