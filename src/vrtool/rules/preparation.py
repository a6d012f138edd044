"""How a matter reaches a forum: raised by someone, spoken of in time, prepared, within scope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Related, Verdict
from vrtool.model.base import Flag, Id, Ids
from vrtool.model.item import Item, OutcomeKind, Purpose
from vrtool.model.matter import Matter, Scope
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, matter_name, meeting_name, the_agenda
from vrtool.register.kinds import Kind
from vrtool.register.passage import (
    Earlier,
    Passed,
    earlier_treatments,
    known_since_raised,
    passage,
)
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.times import ended_before, first_moment
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import genitive, sentence


class PreparedBy(Parameters):
    """`forum`: the forum that prepares."""

    forum: Id

    def references(self) -> Names:
        """The forum."""
        yield ("forum",), self.forum, Target.FORUM


@rule("VR301", "not-prepared", subject=Subject.ITEM, wakes=Phase.DRAFT, parameters=PreparedBy)
def not_prepared(
    appearance: Appearance, parameters: PreparedBy, context: Context
) -> Iterator[Verdict]:
    """An item of substance reaches a forum without having passed the one that prepares."""
    register, item = context.register, appearance.item
    if not item.of_substance:
        return
    at = register.meeting_place(appearance.meeting, *appearance.pointer)
    found = passage(register, appearance, parameters.forum)
    if found.passed is not Passed.NO:
        yield (holds if found.passed is Passed.YES else unknown)(item.id, at)
        return
    forum = register.forum_name(parameters.forum, appearance.meeting.date)
    here = meeting_name(register, appearance.meeting)
    related = tuple(_why_not(register, entry) for entry in found.against)
    next_time = _next_meeting(register, appearance, parameters.forum)
    yield breach(
        item.id,
        at,
        f"{sentence(item_name(register, item))} har inte passerat {forum} före {here}.",
        f"ta upp det där{next_time}, eller ange ett avsteg med skäl.",
        *related,
    )


def _why_not(register: Register, entry: Earlier) -> Related:
    at = entry.appearance.pointer if entry.appearance else ()
    outcome = entry.appearance.item.outcome if entry.appearance else None
    what = _NOT_ON.get(outcome.kind, "ledde inte vidare") if outcome else "saknar resultat"
    return Related(
        register.meeting_place(entry.meeting, *at),
        f"{meeting_name(register, entry.meeting)}: {what}",
    )


_NOT_ON = {
    OutcomeKind.NOTED: "togs bara till kännedom",
    OutcomeKind.DISCUSSED: "diskuterades men sändes inte vidare",
    OutcomeKind.POSTPONED: "bordlades",
    OutcomeKind.WITHDRAWN: "drogs tillbaka",
    OutcomeKind.RETURNED: "återremitterades",
}


def _next_meeting(register: Register, appearance: Appearance, forum: str) -> str:
    """The last meeting of the preparing forum that still lies before this one and is not held."""
    before = [
        meeting
        for meeting in register.by_forum.get(forum, ())
        if meeting.cancelled is None and ended_before(meeting, appearance.meeting)
    ]
    latest = max(before, key=first_moment, default=None)
    if latest is None or any(item.outcome for item in latest.items):
        return " innan"
    return f" {swedish_date(latest.date, year=False)}"


class SpokenOf(Parameters):
    """`purposes`: as what the item must have been up before.

    It is asked of all matters, or only of those with one of the `topics`, or (`only_significant`)
    of those that are marked as a significant change.
    """

    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    topics: Ids = ()
    only_significant: Flag = False

    def references(self) -> Names:
        """The topics."""
        for index, topic in enumerate(self.topics):
            yield ("topics", index), topic, Target.TOPIC

    @property
    def of_some(self) -> bool:
        """Whether it is asked of certain matters only."""
        return self.only_significant or bool(self.topics)

    def asked_of(self, matter: Matter, item: Item) -> bool:
        """Whether it is asked of the matter, up as this item."""
        if self.only_significant and not matter.significant_change:
            return False
        return not self.topics or not {*matter.topics, *item.topics}.isdisjoint(self.topics)


@rule("VR302", "no-dialogue-before", subject=Subject.ITEM, wakes=Phase.DRAFT, parameters=SpokenOf)
def no_dialogue_before(
    appearance: Appearance, parameters: SpokenOf, context: Context
) -> Iterator[Verdict]:
    """A position is taken on something never spoken of at an earlier meeting."""
    register, item = context.register, appearance.item
    if not takes_position(appearance):
        return
    at = register.meeting_place(appearance.meeting, *appearance.pointer)
    treatments = _treatments(register, appearance, parameters)
    if treatments is None:
        return
    if any(entry.ended and _spoken_of(entry, parameters) for entry in treatments):
        yield holds(item.id, at)
        return
    dialogue = word(register, "dialogue").one
    significant = "är en betydande förändring och " if parameters.only_significant else ""
    yield absent(
        item.id,
        at,
        f"{sentence(item_name(register, item))} {significant}har inte varit uppe till {dialogue} "
        f"före {word(register, 'position').the} vid {meeting_name(register, appearance.meeting)}.",
        f"ta upp det till {dialogue} vid ett tidigare möte, eller ange ett avsteg med skäl.",
        known=known_since_raised(register, appearance)
        and not _doubtful(treatments)
        and not _unread(register, appearance),
    )


def _treatments(
    register: Register, appearance: Appearance, parameters: SpokenOf
) -> tuple[Earlier, ...] | None:
    """The earlier treatments of the matters it is asked of; None where it is asked of none."""
    treatments, item = earlier_treatments(register, appearance), appearance.item
    if not parameters.of_some:
        return treatments
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    asked = {matter.id for matter in matters if parameters.asked_of(matter, item)}
    return tuple(entry for entry in treatments if _speaks_of(entry, asked)) if asked else None


def _speaks_of(entry: Earlier, asked: set[str]) -> bool:
    """Whether a treatment is of one of the matters, or cannot be told not to be."""
    matters = entry.appearance.item.all_matters if entry.appearance else ()
    return not matters or not asked.isdisjoint(matters)


def takes_position(appearance: Appearance) -> bool:
    """Whether the item is up for a position, or one was taken."""
    outcome = appearance.item.outcome
    taken = outcome is not None and outcome.kind.takes_position
    return taken or Purpose.POSITION in appearance.item.purpose


def _spoken_of(entry: Earlier, parameters: SpokenOf) -> bool:
    if entry.appearance is None:
        return False
    item = entry.appearance.item
    discussed = item.outcome is not None and item.outcome.kind is OutcomeKind.DISCUSSED
    return discussed or bool(set(item.purpose) & set(parameters.purposes))


def _unread(register: Register, appearance: Appearance) -> bool:
    """Whether a meeting or one of the matters, which may tell of a dialogue, cannot be read."""
    matters = appearance.item.all_matters
    return Kind.MEETING in register.broken.kinds or any(m not in register.matters for m in matters)


def _doubtful(treatments: tuple[Earlier, ...]) -> bool:
    return any(entry.appearance is None or entry.ended is None for entry in treatments)


@rule("VR303", "no-initiator", subject=Subject.MATTER, wakes=Phase.DRAFT)
def no_initiator(matter: Matter, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A matter that does not say who raised it."""
    register = context.register
    at = register.matter_place(matter, "initiator")
    if matter.initiator is not None:
        yield holds(matter.id, at)
        return
    path = register.path_of(matter.id)
    yield absent(
        matter.id,
        register.matter_place(matter),
        f"{sentence(matter_name(matter))} säger inte vem som har tagit upp det.",
        f"skriv initiator: med {genitive(word(register, 'party').the)} eller forumets id.",
        known=bool(path) and all(fully_known(register, entry.meeting) for entry in path),
    )


class Scopes(Parameters):
    """`scopes`: what is left out for now."""

    scopes: Annotated[tuple[Scope, ...], Field(min_length=1)]


_SCOPES = {
    Scope.SHARED: "rör både region och kommuner",
    Scope.INTER_MUNICIPAL: "rör bara kommunerna sinsemellan",
}


@rule("VR304", "out-of-scope", subject=Subject.ITEM, wakes=Phase.DRAFT, parameters=Scopes)
def out_of_scope(appearance: Appearance, parameters: Scopes, context: Context) -> Iterator[Verdict]:
    """A matter of a kind that the structure leaves out."""
    register, item = context.register, appearance.item
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    at = register.meeting_place(appearance.meeting, *appearance.pointer)
    for matter in matters:
        if matter.scope is None:
            yield unknown(item.id, at)
        elif matter.scope not in parameters.scopes:
            yield holds(item.id, at)
        else:
            yield breach(
                item.id,
                at,
                f"{sentence(matter_name(matter))} {_SCOPES[matter.scope]} men står på "
                f"{the_agenda(register, appearance.meeting)}.",
                "ta det i ett annat sammanhang, eller ange ett avsteg med skäl.",
                Related(register.matter_place(matter, "scope"), "här anges vad ärendet omfattar"),
            )
