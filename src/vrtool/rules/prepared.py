"""What a preparing forum sends on: a proposal, where it goes, and what the next forum needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vrtool.diagnostic import Verdict
from vrtool.model.item import Item, Outcome, OutcomeKind
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, meeting_name
from vrtool.register.register import Appearance
from vrtool.rules.base import Context, NoParameters, Subject, absent, holds, rule
from vrtool.text import join, sentence


@rule("VR605", "prepared-without-proposal", subject=Subject.ITEM, wakes=Phase.HELD)
def prepared_without_proposal(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """What was prepared carries no proposal, or does not say to which forum it goes."""
    item, outcome = appearance.item, prepared(appearance.item)
    if outcome is None:
        return
    there = {
        "text": bool(outcome.text or item.proposal),
        "next": bool(outcome.next or outcome.meeting),
    }
    words = {"text": "förslag", "next": "uppgift om vilket forum det går till"}
    missing = {name: words[name] for name, told in there.items() if not told}
    yield _carries(context, appearance, missing)


@rule("VR609", "preparation-notes", subject=Subject.ITEM, wakes=Phase.HELD)
def preparation_notes(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """What was prepared carries no questions, proposed time or ambition for the next forum."""
    outcome = prepared(appearance.item)
    if outcome is None:
        return
    words = {
        "questions": "frågor till de förtroendevalda",
        "minutes": "förslag på tid",
        "ambition": "ambition",
    }
    missing = {name: text for name, text in words.items() if not getattr(outcome, name)}
    yield _carries(context, appearance, missing)


def prepared(item: Item) -> Outcome | None:
    """The outcome of an item that was prepared and sent on."""
    outcome = item.outcome
    return outcome if outcome and outcome.kind is OutcomeKind.PREPARED else None


def _carries(context: Context, appearance: Appearance, missing: Mapping[str, str]) -> Verdict:
    """Whether the outcome carries everything; `missing` by the name of its field."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    at = register.meeting_place(meeting, *appearance.pointer, "outcome")
    if not missing:
        return holds(item.id, at)
    return absent(
        item.id,
        at,
        f"{sentence(item_name(register, item))} bereddes vid {meeting_name(register, meeting)} "
        f"utan {join(list(missing.values()), 'eller')}.",
        f"skriv {join(list(missing))} i punktens outcome, eller ange ett avsteg med skäl.",
        known=fully_known(register, meeting),
    )
