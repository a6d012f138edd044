"""How far a meeting has come, from what is filled in: a skeleton is no evidence."""

from __future__ import annotations

from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase

_ORDER = (Phase.PLANNED, Phase.DRAFT, Phase.FIXED, Phase.CALLED, Phase.HELD)
_AFTER = (Phase.ADJUSTED, Phase.DISPATCHED)
_SIGNS = {
    **{phase: frozenset((*_ORDER[index:], *_AFTER)) for index, phase in enumerate(_ORDER)},
    **{phase: frozenset((phase,)) for phase in _AFTER},
}
"""By phase, those of which any one tells that it is reached."""


def evidence(meeting: Meeting) -> frozenset[Phase]:
    """The phases for which the record itself gives evidence."""
    minutes, agenda = meeting.minutes, meeting.agenda
    signs = {
        Phase.PLANNED: True,
        Phase.DRAFT: bool(meeting.items),
        Phase.FIXED: bool(agenda and agenda.fixed),
        Phase.CALLED: bool(meeting.notice and meeting.notice.sent),
        Phase.HELD: held(meeting),
        Phase.ADJUSTED: bool(minutes and minutes.adjusted),
        Phase.DISPATCHED: bool(minutes and minutes.dispatched),
    }
    return frozenset(phase for phase, present in signs.items() if present)


def held(meeting: Meeting) -> bool:
    """Whether the meeting is known to have taken place: attendance taken, or an outcome."""
    minutes = meeting.minutes
    taken = minutes is not None and minutes.attendance is not None and minutes.attendance.taken
    return taken or any(item.outcome for item in meeting.items)


def reached(meeting: Meeting, phase: Phase) -> bool:
    """Whether norms that wake at `phase` are awake: it, or a later step, is evident.

    Adjusted and dispatched are independent of one another; both tell that the meeting was held.
    """
    return tells(evidence(meeting), phase)


def tells(signs: frozenset[Phase], phase: Phase) -> bool:
    """Whether the phases for which there is evidence tell that this one is reached."""
    return not signs.isdisjoint(_SIGNS[phase])


def current(meeting: Meeting) -> Phase:
    """The furthest phase for which there is evidence."""
    signs = evidence(meeting)
    for phase in (Phase.DISPATCHED, Phase.ADJUSTED, *reversed(_ORDER)):
        if phase in signs:
            return phase
    return Phase.PLANNED
