"""What may come of an item in a forum, and whether all agreed on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.diagnostic import Verdict
from vrtool.model.base import Flag
from vrtool.model.item import Outcome, OutcomeKind
from vrtool.model.working_forms import Phase
from vrtool.register.describe import item_name, meeting_name
from vrtool.register.register import Appearance, Register
from vrtool.register.words import word_beside
from vrtool.rules.base import (
    Context,
    NoParameters,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import join, sentence


class Never(Parameters):
    """`never`: the kinds of outcome that the forum does not have.

    With `except_establishing` an outcome that sets up or closes a forum may be of any kind.
    """

    never: Annotated[tuple[OutcomeKind, ...], Field(min_length=1)]
    except_establishing: Flag = False


@rule("VR405", "outcome-kind", subject=Subject.ITEM, wakes=Phase.HELD, parameters=Never)
def outcome_kind(appearance: Appearance, parameters: Never, context: Context) -> Iterator[Verdict]:
    """An item came to an outcome of a kind that is not the forum's to have."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    outcome = item.outcome
    if outcome is None:
        return
    at = register.meeting_place(meeting, *appearance.pointer, "outcome", "kind")
    exempt = parameters.except_establishing and (
        bool(outcome.establishes) or _closes(register, appearance)
    )
    if exempt or outcome.kind not in parameters.never:
        yield holds(item.id, at)
        return
    forum = register.forum_name(meeting.forum, meeting.date)
    yield breach(
        item.id,
        at,
        f"{sentence(item_name(register, item))} fick vid {meeting_name(register, meeting)} "
        f"resultatet ”{_called(register, outcome.kind)}” (kind: {outcome.kind.value}), "
        f"som {forum} inte ska ha.",
        _instead(register, outcome.kind, parameters.never),
    )


def _closes(register: Register, appearance: Appearance) -> bool:
    """Whether a forum says that it was closed by the item, or by the meeting's one position."""
    positions = [
        item.id
        for item in appearance.meeting.items
        if item.outcome is not None and item.outcome.kind.takes_position
    ]
    references = {f"{appearance.meeting.id}/{appearance.item.id}"}
    if positions == [appearance.item.id]:
        references.add(appearance.meeting.id)
    return any(forum.closed_at in references for forum in register.structure.forums.values())


_NEAR = {
    OutcomeKind.POSITION: OutcomeKind.RECOMMENDATION,
    OutcomeKind.RECOMMENDATION: OutcomeKind.POSITION,
    OutcomeKind.PREPARED: OutcomeKind.DISCUSSED,
}
"""What an outcome may have been meant as."""


def _called(register: Register, kind: OutcomeKind) -> str:
    """The word for an outcome, told apart from what it may have been meant as."""
    return word_beside(register, kind, _NEAR.get(kind, kind))


def _instead(register: Register, kind: OutcomeKind, never: tuple[OutcomeKind, ...]) -> str:
    near = _NEAR.get(kind)
    if near is None or near in never:
        return "rätta kind, eller ange ett avsteg med skäl."
    meant = word_beside(register, near, kind)
    return f"blev det ”{meant}”, skriv kind: {near.value}; annars ange ett avsteg med skäl."


@rule("VR406", "no-consensus", subject=Subject.ITEM, wakes=Phase.HELD)
def no_consensus(appearance: Appearance, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The forum did not agree on an item, where it strives to."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    outcome = item.outcome
    if outcome is None:
        return
    told = "reservations" if outcome.reservations else "consensus"
    at = register.meeting_place(meeting, *appearance.pointer, "outcome", told)
    if outcome.agreed:
        yield holds(item.id, at)
    elif outcome.agreed is False:
        yield breach(
            item.id,
            at,
            f"{sentence(meeting_name(register, meeting))} enades inte om "
            f"{item_name(register, item)}{_against(register, outcome)}.",
            "finns det tid, ta upp frågan igen när skillnaderna är utredda; annars behöver inget "
            "göras.",
        )
    elif outcome.kind.takes_position:
        yield unknown(item.id, at)


def _against(register: Register, outcome: Outcome) -> str:
    """Who did not agree, as the end of a clause."""
    names = [
        register.person(one.who) if one.who else register.party(one.party or "")
        for one in outcome.reservations
    ]
    return f"; {join(names)} reserverade sig" if names else ""
