"""Open assignments as the documents list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import OpenAssignment
from vrtool.register.describe import actor, meeting_name
from vrtool.register.open_work import open_before
from vrtool.text import sentence

if TYPE_CHECKING:
    from vrtool.model.item import Assignment
    from vrtool.model.meeting import Meeting
    from vrtool.register.open_work import OpenWork
    from vrtool.register.register import Register


def open_assignments(register: Register, meeting: Meeting) -> tuple[OpenAssignment, ...]:
    """The assignments that concern the meeting's forum and were open when it began."""
    return tuple(open_line(register, meeting, known) for known in open_before(register, meeting))


def open_line(register: Register, meeting: Meeting, known: OpenWork) -> OpenAssignment:
    """An open assignment in words, names as on the meeting's day."""
    told = [
        f"Rapporterat vid {meeting_name(register, where)}: {report.text}"
        for where, report in known.reports
        if report.text
    ]
    return OpenAssignment(
        id=known.work.id,
        task=known.work.task or known.there.item.title,
        receiver=sentence(actor(register, known.work.receiver, meeting.date)),
        due=swedish_date(known.work.due) if known.work.due else "",
        given=given_where(register, known.there.meeting, known.work),
        reported=told[-1] if told else "",
    )


def given_where(register: Register, given: Meeting, work: Assignment) -> str:
    """The meeting, with the giver where that was somebody else than the forum itself."""
    where = meeting_name(register, given)
    if work.giver is None or work.giver == given.forum:
        return where
    return f"{where}, av {actor(register, work.giver, given.date)}"
