"""Where an item has been up before its meeting, and what came of it there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vrtool.model.item import Item, OutcomeKind, Purpose
from vrtool.register.describe import actor, meeting_name
from vrtool.register.passage import earlier_treatments
from vrtool.register.times import first_moment
from vrtool.register.words import outcome_word, word
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.item import Outcome
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Appearance, Register

# A result that tells no more than that the item was up for what it was up for …
_AS_INTENDED = {
    OutcomeKind.NOTED: Purpose.INFORMATION,
    OutcomeKind.DISCUSSED: Purpose.DIALOGUE,
}
# … and one that makes the purpose needless to tell.
_CARRIED_OUT = {
    OutcomeKind.PREPARED: Purpose.PREPARATION,
    OutcomeKind.POSITION: Purpose.POSITION,
    OutcomeKind.RECOMMENDATION: Purpose.POSITION,
    OutcomeKind.ASSIGNED: Purpose.ASSIGNMENT,
    OutcomeKind.NOMINATED: Purpose.NOMINATION,
}


def earlier_in_words(register: Register, appearance: Appearance) -> tuple[str, ...]:
    """Every earlier meeting in order of time: *Rådet 11 februari 2030 (dialog)*.

    Left out are meetings the same day of which it is not known that they had ended.
    """
    meetings: dict[str, Meeting] = {}
    told: dict[str, list[str]] = defaultdict(list)
    for entry in earlier_treatments(register, appearance):
        if entry.ended is None:
            continue
        meetings[entry.meeting.id] = entry.meeting
        if entry.appearance:
            told[entry.meeting.id] += _told(register, entry.meeting, entry.appearance.item)
    ordered = sorted(meetings.values(), key=lambda meeting: (first_moment(meeting), meeting.id))
    return tuple(_line(register, meeting, told[meeting.id]) for meeting in ordered)


def _line(register: Register, meeting: Meeting, told: list[str]) -> str:
    what = "; ".join(dict.fromkeys(told))
    return sentence(f"{meeting_name(register, meeting)}{f' ({what})' if what else ''}")


def _told(register: Register, meeting: Meeting, item: Item) -> Iterator[str]:
    """What the item was up for there, and what came of it where that says anything more."""
    outcome = item.outcome
    carried_out = _CARRIED_OUT.get(outcome.kind) if outcome else None
    for purpose in item.purpose:
        if purpose is not carried_out:
            yield word(register, purpose.value).one
    if outcome and _AS_INTENDED.get(outcome.kind) not in item.purpose:
        yield outcome_in_words(register, meeting, outcome)


def outcome_in_words(register: Register, meeting: Meeting, outcome: Outcome) -> str:
    """*berett, vidare till rådet*, *återremitterat till beredningen*, *uppdrag till Norrstad*."""
    came = outcome_word(register, outcome.kind)
    if outcome.kind is OutcomeKind.ASSIGNED:
        receivers = dict.fromkeys(work.receiver for work in outcome.assignments)
        to = join([actor(register, receiver, meeting.date) for receiver in receivers])
    else:
        to = register.forum_name(outcome.next, meeting.date) if outcome.next else ""
    onwards = "" if outcome.kind in {OutcomeKind.RETURNED, OutcomeKind.ASSIGNED} else ", vidare"
    return f"{came}{onwards} till {to}" if to else came
