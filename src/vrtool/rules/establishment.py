"""What rests on a position or a naming: that a forum exists, and the networks that support it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vrtool.dates import Span
from vrtool.diagnostic import Related, Verdict
from vrtool.model.base import Id
from vrtool.model.item import Item, OutcomeKind
from vrtool.model.meeting import Meeting
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
from vrtool.text import join, sentence


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
        item
        for item in items
        if item.outcome is not None and item.outcome.kind is OutcomeKind.POSITION
    )
    some = any(item.outcome for item in items)
    return Settled(
        meeting, positions, some and (bool(appearance) or fully_known(register, meeting))
    )


class SetUp(Parameters):
    """`by`: the forum whose position sets a forum up."""

    by: Id

    def references(self) -> Names:
        """The forum."""
        yield ("by",), self.by, Target.FORUM


@rule("VR802", "established", subject=Subject.SEATING, parameters=SetUp)
def established(seating: Seating, parameters: SetUp, context: Context) -> Iterator[Verdict]:
    """A forum was set up elsewhere, or by something else than a position that says so."""
    register, forum = context.register, seating.forum
    recorded = register.structure.forums[forum].established_at
    at = register.place(Kind.STRUCTURE, pointer=("forums", forum, "established_at"))
    elsewhere = _establishing(register, parameters.by, forum)
    settled = settled_at(register, recorded) if recorded else None
    if settled is None:
        yield (holds if elsewhere and not recorded else unknown)(forum, at)
        return
    if seating.last is not None and settled.meeting.date > seating.last:
        yield unknown(forum, at)  # set up under a later rulebook, which judges it
        return
    fault = _fault(register, settled, forum, parameters.by)
    if fault is None:
        yield holds(forum, at)
        return
    why, known = fault
    if not known:
        yield unknown(forum, at)
        return
    instead = f"skriv {elsewhere[0]}" if elsewhere else "rätta established_at"
    yield breach(
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
        and item.outcome.kind is OutcomeKind.POSITION
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
    position = word(register, "position").one
    return f"{name}, men inget {position} där tillsätter det (establishes)", settled.told


class NamedBy(Parameters):
    """`named_by`: the forum that names the networks, where one does."""

    named_by: Id | None = None

    def references(self) -> Names:
        """The forum."""
        if self.named_by:
            yield ("named_by",), self.named_by, Target.FORUM


@rule("VR803", "networks", subject=Subject.SEATING, parameters=NamedBy)
def networks(seating: Seating, parameters: NamedBy, context: Context) -> Iterator[Verdict]:
    """A forum has no network to support it, or one that was named elsewhere."""
    register, forum = context.register, seating.forum
    tied = [key for key, one in register.rosters.networks.items() if forum in one.forums]
    for key in tied:
        yield _naming(register, key, parameters.named_by)
    if tied:
        return
    stands = Span(seating.first, seating.last)
    names = [network.name for network in register.rosters.networks.values()]
    such = f" (där finns {join(names)})" if names else ""
    yield absent(
        forum,
        register.place(Kind.ROSTERS, pointer=("networks",)),
        f"{sentence(register.forum_name(forum, seating.first))} har inget nätverk knutet till sig.",
        f"skriv forums: [{forum}] hos nätverket under networks i forums.yaml{such}.",
        known=any(span.overlaps(stands) for span in spans(register, forum, Aspect.ROSTERS)),
    )


_NOT_NAMED = {OutcomeKind.POSTPONED, OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN}


def _naming(register: Register, network: str, by: str | None) -> Verdict:
    at = register.place(Kind.ROSTERS, pointer=("networks", network, "named_at"))
    reference = register.rosters.networks[network].named_at
    if by is None:
        return holds(network, at)
    meeting, appearance = register.item_at(reference or "")
    if meeting is None:
        return unknown(network, at)
    outcome = appearance.item.outcome if appearance else None
    not_done = meeting.cancelled is not None or (outcome and outcome.kind in _NOT_NAMED)
    if meeting.forum == by and not not_done:
        return holds(network, at)
    forum = register.forum_name(by, meeting.date)
    what = "men där blev inget utsett" if not_done else f"men det är {forum} som utser nätverken"
    return breach(
        network,
        at,
        f"{sentence(register.rosters.networks[network].name)} sägs vara utsett vid "
        f"{meeting_name(register, meeting)}, {what}.",
        f"skriv det möte då {forum} utsåg nätverket, eller ange ett avsteg i deviations.yaml.",
        Related(register.meeting_place(meeting), "mötet"),
    )
