"""What is to happen at earlier meetings: the dialogue, the preparation, the basis asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.planning.calendar import Calendar, Occasion, imagined
from vrtool.planning.calling import Calling
from vrtool.planning.demands import NOTICE_LEAD, Demands
from vrtool.planning.history import (
    as_item,
    basis_asked_for,
    listed,
    prepared,
    spoken_of,
    treatments,
)
from vrtool.planning.steps import Step, StepKind, StepState
from vrtool.planning.working_days import days_before
from vrtool.register.norms import NormInForce
from vrtool.register.phases import held
from vrtool.register.register import Appearance
from vrtool.register.times import first_moment
from vrtool.rules.assignments import Basis
from vrtool.rules.notice import Called
from vrtool.rules.preparation import PreparedBy, SpokenOf


class Earlier:
    """The steps of one matter at meetings before the one that is to take the position."""

    def __init__(
        self, demands: Demands, calendar: Calendar, matter: Matter, target: Occasion
    ) -> None:
        self._demands = demands
        self._register = demands.register
        self._calendar = calendar
        self._matter = matter
        self._target = target
        self._papers = demands.papers_out(target.meeting)
        self._calling = Calling(demands, calendar)

    def steps(self) -> Iterator[Step]:
        """The assignment and the dialogue; the preparation before the first meeting still to come.

        A dialogue in a forum for which matters are prepared needs the preparation before it too.
        """
        yield from self._assignment()
        first, dialogue = self._target, self._dialogue()
        if dialogue is not None:
            yield dialogue
            there = dialogue.occasion
            prepared_too = self._demands.asked("VR301", there.forum, there.day)
            if dialogue.state is not StepState.DONE and prepared_too:
                first = there
        yield from self._preparation(first)

    def _dialogue(self) -> Step | None:
        item, target = as_item(self._matter), self._target
        asked = [
            (norm, wanted)
            for norm, wanted in self._demands.set_by("VR302", SpokenOf, target.forum, target.day)
            if not wanted.of_some or wanted.asked_of(self._matter, item)
        ]
        if not asked:
            return None
        norm, purposes = asked[0][0], asked[0][1].purposes
        for there in treatments(self._register, self._matter, target.meeting):
            over = there.meeting.date < self._calendar.today or held(there.meeting)
            if over and spoken_of(there, purposes):
                done, day = Occasion(there.meeting), there.meeting.date
                return Step(StepKind.DIALOGUE, day, StepState.DONE, done, norm, done=day)
        return self._meeting_for(
            StepKind.DIALOGUE,
            norm,
            self._on_agenda(target, lambda there: spoken_of(there, purposes)),
            self._last_open([target.forum, *self._prepared_forums()], target.meeting),
            imagined(target.forum, self._day_before(target.meeting)),
        )

    def _assignment(self) -> Iterator[Step]:
        """A forum is asked, at an earlier meeting, for a basis that the parties can decide by."""
        target = self._target
        asked = self._demands.set_by("VR308", Basis, target.forum, target.day)
        for norm, basis in asked if self._matter.needs_decisions else ():
            there = basis_asked_for(self._register, self._matter, basis.forum, target.meeting)
            if there is not None:
                given, day = Occasion(there.meeting), there.meeting.date
                kind, state = StepKind.ASSIGNMENT, StepState.DONE
                yield Step(kind, day, state, given, norm, by=basis.forum, done=day)
                continue
            step = self._meeting_for(
                StepKind.ASSIGNMENT,
                norm,
                None,
                self._last_open([target.forum, *self._prepared_forums()], target.meeting),
                imagined(target.forum, self._day_before(target.meeting)),
            )
            yield replace(step, by=basis.forum)

    def _prepared_forums(self) -> list[str]:
        """The other forums whose matters are prepared: there the elected speak of them."""
        day = self._target.day
        forums = self._register.structure.forums
        return [forum for forum in forums if self._demands.asked("VR301", forum, day)]

    def _preparation(self, first: Occasion) -> Iterator[Step]:
        """What must have passed another forum before the first of the meetings still to come."""
        found = next(self._demands.set_by("VR301", PreparedBy, first.forum, first.day), None)
        if found is None:
            return
        norm, forum = found[0], found[1].forum
        there = prepared(self._register, self._matter, forum, self._target.meeting)
        if there is not None:
            at, day = Occasion(there.meeting), there.meeting.date
            yield Step(StepKind.PREPARATION, day, StepState.DONE, at, norm, done=day)
            return
        step = self._meeting_for(
            StepKind.PREPARATION,
            norm,
            self._on_agenda(first, lambda there: there.meeting.forum == forum),
            self._last_open([forum], first.meeting, min(self._papers.day, first.day))
            or self._last_open([forum], first.meeting),
            imagined(forum, self._last_day_to_prepare(first.meeting)),
        )
        yield step
        if step.state is not StepState.LATE:
            yield from self._calling.steps(step.occasion)

    def _last_day_to_prepare(self, first: Meeting) -> date:
        """Before the papers go out, where they have not already."""
        last = self._day_before(first)
        return min(last, self._papers.day) if self._papers.day >= self._calendar.today else last

    def _on_agenda(self, before: Occasion, fits: Callable[[Appearance], bool]) -> Occasion | None:
        there = listed(self._register, self._matter, before.meeting, fits)
        return Occasion(there.meeting) if there else None

    def _last_open(
        self, forums: list[str], before: Meeting, last: date | None = None
    ) -> Occasion | None:
        """The last of the forums' coming meetings that can still take the matter up."""
        found = [
            one
            for forum in dict.fromkeys(forums)
            for one in self._calendar.before(forum, before, last)
            if self._takes_more(one)
        ]
        return max(found, key=lambda one: first_moment(one.meeting), default=None)

    def _takes_more(self, occasion: Occasion) -> bool:
        """Whether a norm on the notice still lets something new onto the agenda."""
        asked = self._demands.set_by(NOTICE_LEAD, Called, occasion.forum, occasion.day)
        lead = max((called.lead_days for _, called in asked), default=0)
        if not lead:
            return True
        last = days_before(occasion.day, lead, self._demands.country)
        return last >= self._calendar.today

    def _meeting_for(
        self,
        kind: StepKind,
        norm: NormInForce,
        on_agenda: Occasion | None,
        last: Occasion | None,
        needed: Occasion,
    ) -> Step:
        """The step at the meeting that has it on its agenda, else at the last one that may."""
        if on_agenda is not None:
            return Step(kind, on_agenda.day, StepState.LISTED, on_agenda, norm)
        if last is not None:
            return Step(kind, last.day, StepState.OPEN, last, norm)
        late = needed.day < self._calendar.today
        return Step(kind, needed.day, StepState.LATE if late else StepState.UNCALLED, needed, norm)

    def _day_before(self, meeting: Meeting) -> date:
        return days_before(meeting.date, 1, self._demands.country)
