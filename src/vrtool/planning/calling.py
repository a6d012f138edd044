"""What is done before a meeting: its agenda fixed, its notice sent, each by its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.planning.calendar import Calendar, Occasion
from vrtool.planning.demands import FIXED_BY_GROUP, Deadline, Demands
from vrtool.planning.steps import Step, StepKind, StepState, state_by
from vrtool.rules.calling import FixedBy


class Calling:
    """The steps before any meeting of a plan."""

    def __init__(self, demands: Demands, calendar: Calendar) -> None:
        self._demands = demands
        self._calendar = calendar

    def steps(self, occasion: Occasion) -> Iterator[Step]:
        """The agenda fixed, and the notice out where a norm sets its day."""
        meeting = occasion.meeting
        deadline = self._demands.agenda_fixed(meeting)
        if deadline is not None:
            yield self._fixing(occasion, deadline)
        notice = self._demands.notice_out(meeting)
        if notice.norm is not None:
            sent = meeting.notice.sent.date if meeting.notice and meeting.notice.sent else None
            yield self.dated(StepKind.NOTICE, notice, occasion, sent)

    def _fixing(self, occasion: Occasion, deadline: Deadline) -> Step:
        fixed = occasion.meeting.agenda.fixed if occasion.meeting.agenda else None
        group = self._group(occasion)
        if fixed or group is None or not self._demands.register.by_forum.get(group):
            day = fixed.date if fixed else None
            return self.dated(StepKind.FIXING, deadline, occasion, day, by=group)
        before = self._calendar.before(group, occasion.meeting, deadline.day)
        if before:
            day, state, at = before[-1].day, StepState.OPEN, before[-1]
        else:
            late = deadline.day < self._calendar.today
            day, state, at = deadline.day, StepState.LATE if late else StepState.UNCALLED, None
        return Step(StepKind.FIXING, day, state, occasion, deadline.norm, by=group, at=at)

    def _group(self, occasion: Occasion) -> str | None:
        """The forum that fixes the agenda, where it is another's to fix."""
        found = self._demands.set_by(FIXED_BY_GROUP, FixedBy, occasion.forum, occasion.day)
        return next((fixing.forum for _, fixing in found), None)

    def dated(
        self,
        kind: StepKind,
        deadline: Deadline,
        occasion: Occasion,
        done: date | None,
        by: str | None = None,
    ) -> Step:
        """A step with a last day of its own, done on a day or not."""
        state = state_by(deadline.day, self._calendar.today, done=done is not None)
        return Step(kind, deadline.day, state, occasion, deadline.norm, by=by, done=done)
