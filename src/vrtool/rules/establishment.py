"""What rests on a position: that a forum exists, what it is for, and that it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Id, none_as_empty
from vrtool.model.item import Item
from vrtool.model.meeting import Meeting
from vrtool.model.structure import SetUpBy
from vrtool.register.completeness import Aspect, fully_known, spans
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Seating,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import sentence


@dataclass(frozen=True, slots=True)
class Settled:
    """What a reference leads to: the meeting, and those of its items that took a position.

    `told` is whether the record tells what came of it, so that a position it lacks was not taken.
    """

    meeting: Meeting
    positions: tuple[Item, ...]
    told: bool


def settled_at(register: Register, reference: str) -> Settled | None:
    """What came of the `meeting` or `meeting/item` referred to; None for what does not exist."""
    meeting, appearance = register.item_at(reference)
    if meeting is None or ("/" in reference and appearance is None):
        return None
    items = (appearance.item,) if appearance else meeting.items
    positions = tuple(
        item for item in items if item.outcome is not None and item.outcome.kind.takes_position
    )
    some = any(item.outcome for item in items)
    return Settled(
        meeting, positions, some and (bool(appearance) or fully_known(register, meeting))
    )


class Decided(Enum):
    """What a forum decides of another when it sets it up."""

    TASK = "task"
    COMPOSITION = "composition"
    FORMS = "forms"


class SetUp(Parameters):
    """`by`: the forum whose position sets a forum up, and closes it.

    `sets`: what it decides of the forum when it sets it up.
    """

    by: Id
    sets: Annotated[tuple[Decided, ...], BeforeValidator(none_as_empty)] = ()

    def references(self) -> Names:
        """The forum."""
        yield ("by",), self.by, Target.FORUM


@rule("VR802", "established", subject=Subject.SEATING, parameters=SetUp)
def established(seating: Seating, parameters: SetUp, context: Context) -> Iterator[Verdict]:
    """A forum was set up or closed elsewhere, or nothing tells what was decided of it then.

    What another body set up before there was a forum to do it stands.
    """
    forum = context.register.structure.forums[seating.forum]
    if forum.established_by:
        yield _by_another(context, seating, parameters.by, forum.established_by)
    else:
        yield _by_position(context.register, seating, parameters.by)
    if forum.closed_at and forum.end == seating.last:
        yield _closed(context.register, seating, parameters.by, forum.closed_at)
    yield from _decided(context.register, seating, parameters.sets)


def _at(register: Register, forum: str, field: str) -> Place:
    return register.place(Kind.STRUCTURE, pointer=("forums", forum, field))


# Set up


def _by_another(context: Context, seating: Seating, by: str, set_up: SetUpBy) -> Verdict:
    register, forum = context.register, seating.forum
    at = _at(register, forum, "established_by")
    when = set_up.date or register.structure.forums[forum].start
    began = _began(context, by)
    if when is None or began is None:
        return unknown(forum, at)
    if when <= began:
        return holds(forum, at)
    return breach(
        forum,
        at,
        f"{sentence(register.forum_name(forum, seating.first))} sägs vara tillsatt av "
        f"{set_up.body} {swedish_date(when)}, men det gör {register.forum_name(by, when)}, som "
        f"finns sedan {swedish_date(began)}.",
        "skriv mötet där det tillsattes (established_at), eller ange ett avsteg i deviations.yaml.",
    )


def _began(context: Context, forum: str) -> date | None:
    """The first day of a forum: as the structure has it, else when a rulebook first gives seats."""
    known = context.register.structure.forums.get(forum)
    if known is not None and known.start:
        return known.start
    days = context.rulebook.changes
    return next((day for day in days if context.rulebook.composition(forum, day)), None)


def _by_position(register: Register, seating: Seating, by: str) -> Verdict:
    forum = seating.forum
    recorded = register.structure.forums[forum].established_at
    at = _at(register, forum, "established_at")
    elsewhere = _establishing(register, by, forum)
    settled = settled_at(register, recorded) if recorded else None
    if settled is None:
        return (holds if elsewhere and not recorded else unknown)(forum, at)
    if seating.last is not None and settled.meeting.date > seating.last:
        return unknown(forum, at)  # set up under a later rulebook, which judges it
    fault = _fault(register, settled, forum, by)
    if fault is None:
        return holds(forum, at)
    why, known = fault
    if not known:
        return unknown(forum, at)
    instead = f"skriv {elsewhere[0]}" if elsewhere else "rätta established_at"
    return breach(
        forum,
        at,
        f"{sentence(register.forum_name(forum, seating.first))} sägs vara tillsatt vid {why}.",
        f"{instead}, eller ange ett avsteg i deviations.yaml.",
        Related(register.meeting_place(settled.meeting), "mötet"),
    )


def _establishing(register: Register, by: str, forum: str) -> list[str]:
    """Every position of a forum that says it sets the other up."""
    return [
        f"{meeting.id}/{item.id}"
        for meeting in register.by_forum.get(by, ())
        if meeting.cancelled is None
        for item in meeting.items
        if item.outcome is not None
        and item.outcome.kind.takes_position
        and forum in item.outcome.establishes
    ]


def _fault(register: Register, settled: Settled, forum: str, by: str) -> tuple[str, bool] | None:
    """What speaks against it, as the end of a sentence, and whether it is known; or None."""
    meeting = settled.meeting
    name = meeting_name(register, meeting)
    if meeting.forum != by:
        return f"{name}, men det gör {register.forum_name(by, meeting.date)}", True
    if meeting.cancelled is not None:
        return f"{name}, som ställdes in", True
    if any(item.outcome and forum in item.outcome.establishes for item in settled.positions):
        return None
    position = word(register, "position").none
    return f"{name}, men {position} där tillsätter forumet (establishes)", settled.told


# Closed


def _closed(register: Register, seating: Seating, by: str, reference: str) -> Verdict:
    forum, at = seating.forum, _at(register, seating.forum, "closed_at")
    settled = settled_at(register, reference)
    if settled is None:
        return unknown(forum, at)
    why = _not_closed(register, settled, by)
    if why is None:
        return (holds if settled.positions else unknown)(forum, at)
    return breach(
        forum,
        at,
        f"{sentence(register.forum_name(forum, seating.first))} sägs vara avslutat vid "
        f"{meeting_name(register, settled.meeting)}, {why}.",
        "rätta closed_at, eller ange ett avsteg i deviations.yaml.",
        Related(register.meeting_place(settled.meeting), "mötet"),
    )


def _not_closed(register: Register, settled: Settled, by: str) -> str | None:
    """What speaks against it, as the end of a sentence."""
    meeting = settled.meeting
    if meeting.forum != by:
        return f"men det gör {register.forum_name(by, meeting.date)}"
    if meeting.cancelled is not None:
        return "som ställdes in"
    if settled.told and not settled.positions:
        return f"men där blev det {word(register, 'position').none}"
    return None


# What was decided of it


_LACKING = {
    Decided.TASK: ("vilken uppgift {} har", "skriv uppgiften hos forumet i structure.yaml (task)."),
    Decided.COMPOSITION: (
        "vilka som ska sitta i {}",
        "skriv platserna under seats i arbetsformerna (members).",
    ),
    Decided.FORMS: (
        "hur {} arbetar",
        "skriv formerna för arbetet hos forumet i structure.yaml (forms).",
    ),
}


def _decided(register: Register, seating: Seating, sets: tuple[Decided, ...]) -> Iterator[Verdict]:
    forum = register.structure.forums[seating.forum]
    told = {
        Decided.TASK: forum.task,
        Decided.COMPOSITION: seating.composition.members,
        Decided.FORMS: forum.forms,
    }
    stands = Span(seating.first, seating.last)
    at = register.place(Kind.STRUCTURE, pointer=("forums", seating.forum))
    for part in sets:
        if told[part]:
            yield holds(seating.forum, at)
            continue
        what, mend = _LACKING[part]
        yield absent(
            seating.forum,
            at,
            f"Det framgår inte {what.format(register.forum_name(seating.forum, seating.first))}, "
            "som bestäms när forumet tillsätts.",
            mend,
            known=any(s.overlaps(stands) for s in spans(register, seating.forum, Aspect.ROSTERS)),
        )
