"""The year wheel: that a year has its plan, and that an adopted wheel holds what it must."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from vrtool.diagnostic import Place, Verdict
from vrtool.model.base import Id, Ids, Text
from vrtool.model.year_wheel import YearWheel
from vrtool.register.completeness import Aspect, throughout
from vrtool.register.kinds import Kind
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.rules.base import (
    Context,
    ForumYear,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
)
from vrtool.rules.treated import claim_place, topic_name, year_of, year_span
from vrtool.text import sentence


@rule("VR704", "plan-missing", subject=Subject.YEAR)
def plan_missing(year: ForumYear, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A forum that meets by plan has none for the year."""
    register, days = context.register, year_span(year.year)
    wheels = [wheel for wheel in register.year_wheels.values() if wheel.covers(year.year)]
    for wheel in wheels:
        if any(day.year == year.year for day in wheel.plan.get(year.forum, ())):
            at = register.place(Kind.YEAR_WHEEL, wheel.id, ("plan", year.forum))
            yield holds(year.subject, at)
            return
    forum = register.forum_name(year.forum, date(year.year, 12, 31))
    unread = Kind.YEAR_WHEEL in register.broken.kinds
    yield absent(
        year.subject,
        _of_plan(register, year, wheels),
        f"{sentence(forum)} har ingen mötesplan för {year.year}.",
        f"skriv de planerade dagarna under plan: {year.forum} i årshjulet för {year.year} "
        f"({_home(wheels, year, register)}), eller ange ett avsteg i deviations.yaml.",
        known=not unread and throughout(register, year.forum, Aspect.MINUTES, days),
    )


def _of_plan(register: Register, year: ForumYear, wheels: list[YearWheel]) -> Place:
    """In the wheel where the plan should stand; without a wheel, where the year is claimed."""
    if wheels:
        return register.place(Kind.YEAR_WHEEL, wheels[0].id, ("plan",))
    return claim_place(register, year.forum, year_span(year.year))


def _home(wheels: list[YearWheel], year: ForumYear, register: Register) -> str:
    if wheels:
        return register.paths[Kind.YEAR_WHEEL, wheels[0].id]
    return f"data/{Kind.YEAR_WHEEL.place}/{year.year}.yaml"


class Parts(Parameters):
    """`topic` of the position that adopts the wheel; its `parts`, by id with what each holds.

    `topics` are those that must stand somewhere in it.
    """

    topic: Id
    parts: Annotated[dict[Id, Text], Field(min_length=1)]
    topics: Ids = ()

    def references(self) -> Names:
        """The topics."""
        yield ("topic",), self.topic, Target.TOPIC
        for index, topic in enumerate(self.topics):
            yield ("topics", index), topic, Target.TOPIC


@rule("VR708", "wheel-incomplete", subject=Subject.WHEEL, parameters=Parts)
def wheel_incomplete(wheel: YearWheel, parameters: Parts, context: Context) -> Iterator[Verdict]:
    """A wheel was adopted without a part it must have, or without something that belongs in it."""
    register = context.register
    if not _adopted(register, wheel, parameters.topic):
        return
    for part, what in parameters.parts.items():
        at = register.place(Kind.YEAR_WHEEL, wheel.id, ("parts", part))
        if wheel.parts.get(part):
            yield holds(part, at)
            continue
        yield breach(
            part,
            at,
            f"{sentence(_name(wheel))} är antaget men har inget under delen {part} ({what}).",
            f"skriv delens frågor under parts: {part}, eller ange ett avsteg i deviations.yaml.",
        )
    yield from _topics(register, wheel, parameters)


def _topics(register: Register, wheel: YearWheel, parameters: Parts) -> Iterator[Verdict]:
    at = register.place(Kind.YEAR_WHEEL, wheel.id, ("parts",))
    standing = {t for entries in wheel.parts.values() for entry in entries for t in entry.topics}
    for topic in parameters.topics:
        if topic in standing:
            yield holds(topic, at)
            continue
        yield breach(
            topic,
            at,
            f"{sentence(_name(wheel))} är antaget men har inget om {topic_name(register, topic)}.",
            f"lägg in frågan i en av delarna med topics: [{topic}], eller ange ett avsteg i "
            "deviations.yaml.",
        )


def _adopted(register: Register, wheel: YearWheel, topic: str) -> bool:
    """Whether a forum has taken a position on it: on its matter, or on the topic for its years."""
    own = register.path_of(wheel.matter) if wheel.matter else ()
    of_its_years = (
        entry
        for forum in register.by_forum
        for entry in register.items_about(forum, topic)
        if wheel.covers(year_of(entry))
    )
    return any(_took_position(entry) for entry in (*own, *of_its_years))


def _took_position(entry: Appearance) -> bool:
    outcome = entry.item.outcome
    return outcome is not None and outcome.kind.takes_position


def _name(wheel: YearWheel) -> str:
    years = f"{wheel.year}–{wheel.to_year}" if wheel.to_year else str(wheel.year)
    return wheel.title or f"årshjulet {years}"
