"""What waits before the meetings to come: agendas to fix, notices and papers to send."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.model.item import Item, Purpose
from vrtool.model.meeting import Meeting
from vrtool.planning.demands import FIXED_BY_GROUP, Demands
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.describe import item_name, meeting_name, the_agenda, the_notice
from vrtool.register.phases import held
from vrtool.register.words import word
from vrtool.rules.calling import FixedBy
from vrtool.text import sentence


def before_meetings(demands: Demands, today: date) -> Iterator[Task]:
    """What waits before every meeting that lies ahead."""
    for meeting in demands.register.chronological:
        if meeting.cancelled is None and meeting.date >= today and not held(meeting):
            yield from _agenda(demands, meeting)
            yield from _notice(demands, meeting)
            yield from _papers(demands, meeting)


def _agenda(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    register, deadline = demands.register, demands.agenda_fixed(meeting)
    if deadline is None or (meeting.agenda and meeting.agenda.fixed):
        return
    groups = demands.set_by(FIXED_BY_GROUP, FixedBy, meeting.forum, meeting.date)
    by = "".join(f" av {register.forum_name(g.forum, meeting.date)}" for _, g in groups)
    empty = "" if meeting.items else "; den har inga punkter än"
    yield Task(
        TaskKind.AGENDA,
        f"{sentence(the_agenda(register, meeting))} ska fastställas{by}{empty}.",
        register.meeting_place(meeting).path,
        f"vr agenda fix {meeting.id}",
        deadline.day,
    )


def _notice(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    register = demands.register
    if meeting.notice and meeting.notice.sent:
        return
    fixed = meeting.agenda.fixed if meeting.agenda else None
    yield Task(
        TaskKind.NOTICE,
        f"{sentence(the_notice(register, meeting))} ska sändas ut.",
        register.meeting_place(meeting).path,
        f"vr agenda send {meeting.id}",
        demands.notice_out(meeting).day,
        fixed.date if fixed else None,
    )


def _papers(demands: Demands, meeting: Meeting) -> Iterator[Task]:
    deadline = demands.papers_out(meeting)
    for item in meeting.items if deadline.norm else ():
        if Purpose.POSITION in item.purpose and item.papers_sent is None:
            yield _paper(demands, meeting, item, deadline.day)


def _paper(demands: Demands, meeting: Meeting, item: Item, day: date) -> Task:
    register = demands.register
    matter = next(iter(item.all_matters), None)
    return Task(
        TaskKind.PAPERS,
        f"Underlaget till {item_name(register, item)} ska ut till alla "
        f"{word(register, 'party').many} inför {meeting_name(register, meeting)}.",
        register.meeting_place(meeting).path,
        f"vr brief build {matter}" if matter else f"vr agenda build {meeting.id}",
        day,
    )
