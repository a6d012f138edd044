"""What waits for a forum: put off there, or sent to it, and not on its agenda since."""

from __future__ import annotations

from vrtool.model.item import OutcomeKind
from vrtool.model.matter import Status
from vrtool.model.meeting import Meeting
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.times import ended_before, first_moment

_SENT = {OutcomeKind.PREPARED, OutcomeKind.RETURNED}


def waiting_for(register: Register, meeting: Meeting) -> tuple[Appearance, ...]:
    """The items that wait for the meeting's forum when it begins, in order of time.

    Such an item was postponed in the forum, or prepared for it or sent back to it elsewhere
    (`next`). It waits no longer once one of the forum's later meetings, held or planned, has its
    matters up, or says that it was up earlier; nor once it is withdrawn, or its matters are ended.
    """
    found: dict[tuple[str, ...], Appearance] = {}
    for other in register.chronological:
        if other.cancelled is None and ended_before(other, meeting):
            for index, item in enumerate(other.items):
                there = Appearance(other, item, index)
                if _sent_to(there) == meeting.forum and _waits(register, there, meeting.forum):
                    found[item.all_matters or (other.id, item.id)] = there
    return tuple(sorted(found.values(), key=lambda there: first_moment(there.meeting)))


def _sent_to(there: Appearance) -> str | None:
    """The forum that an item goes to from a meeting, if any."""
    outcome = there.item.outcome
    if outcome is None:
        return None
    if outcome.kind is OutcomeKind.POSTPONED:
        return outcome.next or there.meeting.forum
    return outcome.next if outcome.kind in _SENT else None


def _waits(register: Register, there: Appearance, forum: str) -> bool:
    if _has_its_meeting(register, there):
        return False
    matters = [m for m in there.item.all_matters if not _ended(register, m, there)]
    if there.item.all_matters:
        return any(not _up_since(register, matter, there, forum) for matter in matters)
    names = {there.meeting.id, f"{there.meeting.id}/{there.item.id}"}
    return not any(
        names & {*item.earlier} and _is_later(other, there)
        for other in register.by_forum.get(forum, ())
        for item in other.items
    )


def _has_its_meeting(register: Register, there: Appearance) -> bool:
    """Whether it was sent to a certain meeting that is still to be held."""
    named = there.item.outcome.meeting if there.item.outcome else None
    meeting = register.meetings.get(named) if named else None
    return meeting is not None and meeting.cancelled is None and not held(meeting)


def _ended(register: Register, matter: str, there: Appearance) -> bool:
    known = register.matters.get(matter)
    if known is not None and known.status is not Status.OPEN:
        return True
    return any(
        other.item.outcome is not None
        and other.item.outcome.kind is OutcomeKind.WITHDRAWN
        and _is_later(other.meeting, there)
        for other in register.path_of(matter)
    )


def _up_since(register: Register, matter: str, there: Appearance, forum: str) -> bool:
    return any(
        other.meeting.forum == forum and _is_later(other.meeting, there)
        for other in register.path_of(matter)
    )


def _is_later(meeting: Meeting, there: Appearance) -> bool:
    later = first_moment(meeting) > first_moment(there.meeting)
    return meeting.cancelled is None and meeting.id != there.meeting.id and later
