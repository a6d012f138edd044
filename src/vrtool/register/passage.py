"""Whether an item has been up in a forum before its meeting, and what came of it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vrtool.model.item import OutcomeKind
from vrtool.model.meeting import Known, Meeting
from vrtool.register.completeness import Aspect, complete_throughout, fully_known
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.times import ended_before, first_moment


class Passed(Enum):
    """What is known of a passage."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier treatment: the meeting, and the item there where it is recorded."""

    meeting: Meeting
    appearance: Appearance | None
    ended: bool | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Whether it passed, and the treatments that speak against it."""

    passed: Passed
    against: tuple[Earlier, ...] = ()


def earlier_treatments(register: Register, appearance: Appearance) -> tuple[Earlier, ...]:
    """Every earlier treatment of an item: by its matters, or where it says it was up."""
    meeting = appearance.meeting
    found = [
        Earlier(other.meeting, other, ended_before(other.meeting, meeting))
        for matter in appearance.item.all_matters
        for other in register.path_of(matter)
        if other.meeting.id != meeting.id
    ]
    for reference in appearance.item.earlier:
        other, there = register.item_at(reference)
        if other is not None and other.cancelled is None:
            found.append(Earlier(other, there, ended_before(other, meeting)))
    return tuple(entry for entry in found if entry.ended is not False)


def known_since_raised(register: Register, appearance: Appearance) -> bool:
    """Whether its forum's record is whole from the day each of the item's matters was raised."""
    meeting = appearance.meeting
    days = (_raised(register, matter) or meeting.date for matter in appearance.item.all_matters)
    return fully_known(register, meeting) and all(
        complete_throughout(
            register, meeting.forum, Aspect.MINUTES, min(day, meeting.date), meeting.date
        )
        for day in days
    )


def passage(register: Register, appearance: Appearance, forum: str) -> Passage:
    """Whether an item passed a forum on its way here, after any referral back (001, 3.1).

    Passed is an outcome that sends it on. A planned meeting that lists it counts until it is held;
    then only its minutes do. Each of several matters must have passed.
    """
    matters = appearance.item.all_matters
    treatments = earlier_treatments(register, appearance)
    unread = any(matter not in register.matters for matter in matters)
    if unread or any(_returned(entry) and entry.ended is None for entry in treatments):
        return Passage(Passed.UNKNOWN)
    if not matters:
        return _one(register, appearance, treatments, forum, appearance.meeting.date)
    parts = [
        _one(register, appearance, _of(treatments, matter), forum, _raised(register, matter))
        for matter in matters
    ]
    against = tuple(entry for part in parts for entry in part.against)
    for verdict in (Passed.NO, Passed.UNKNOWN):
        if any(part.passed is verdict for part in parts):
            return Passage(verdict, against)
    return Passage(Passed.YES)


def _of(treatments: tuple[Earlier, ...], matter: str) -> tuple[Earlier, ...]:
    return tuple(
        entry
        for entry in treatments
        if entry.appearance is None or matter in entry.appearance.item.all_matters
    )


def _raised(register: Register, matter: str) -> date | None:
    known = register.matters.get(matter)
    path = register.path_of(matter)
    days = [known.raised] if known and known.raised else []
    return min(days + [entry.meeting.date for entry in path], default=None)


def _one(
    register: Register,
    appearance: Appearance,
    treatments: tuple[Earlier, ...],
    forum: str,
    since: date | None,
) -> Passage:
    treatments = tuple(_after_referral(treatments))
    there = [entry for entry in treatments if entry.meeting.forum == forum]
    verdicts = [_sent_on(entry) for entry in there]
    if Passed.YES in verdicts:
        return Passage(Passed.YES)
    if Passed.UNKNOWN in verdicts or not _absence_tells(register, appearance, forum, since):
        return Passage(Passed.UNKNOWN, tuple(there))
    return Passage(Passed.NO, tuple(there))


def _after_referral(treatments: tuple[Earlier, ...]) -> Iterator[Earlier]:
    """The treatments since the last referral back, that one left out."""
    ordered = sorted(treatments, key=lambda entry: first_moment(entry.meeting))
    back = [position for position, entry in enumerate(ordered) if _returned(entry)]
    yield from ordered[back[-1] + 1 :] if back else ordered


def _returned(entry: Earlier) -> bool:
    outcome = entry.appearance.item.outcome if entry.appearance else None
    return outcome is not None and outcome.kind is OutcomeKind.RETURNED


def _sent_on(entry: Earlier) -> Passed:
    outcome = entry.appearance.item.outcome if entry.appearance else None
    if outcome is not None:
        if outcome.kind is not OutcomeKind.PREPARED:
            return Passed.NO
    elif held(entry.meeting):
        return (
            Passed.NO if entry.appearance and entry.meeting.known is Known.FULL else Passed.UNKNOWN
        )
    return Passed.UNKNOWN if entry.ended is None else Passed.YES


def _absence_tells(
    register: Register, appearance: Appearance, forum: str, since: date | None
) -> bool:
    """Whether the forum's record is complete from the matter's beginning to this meeting."""
    day = appearance.meeting.date
    if appearance.meeting.known is Known.PLANNED:
        return False
    start = min(since, day) if since else day
    return complete_throughout(register, forum, Aspect.MINUTES, start, day)
