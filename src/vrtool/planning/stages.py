"""The steps on the way to a position, as the norms in force on each meeting's day ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.model.item import Purpose
from vrtool.model.matter import Brief, Matter
from vrtool.planning.calendar import Calendar, Occasion, Standing
from vrtool.planning.calling import Calling
from vrtool.planning.demands import Demands
from vrtool.planning.earlier import Earlier
from vrtool.planning.steps import Step, StepKind, StepState, state_by
from vrtool.register.norms import NormInForce
from vrtool.register.register import Appearance
from vrtool.rules.agenda import Content
from vrtool.rules.proposal import Submitting


class Stages:
    """The steps of one matter on its way to a position at one occasion."""

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
        self._earlier = Earlier(demands, calendar, matter, target)

    def steps(self) -> Iterator[Step]:
        """Every step, in no particular order."""
        yield self._position()
        yield from self._papers_sent()
        yield from self._calling.steps(self._target)
        yield from self._brief()
        yield from self._consultation()
        yield from self._earlier.steps()

    def _position(self) -> Step:
        on_agenda = self._item() is not None
        state = StepState.LISTED if on_agenda else StepState.OPEN
        if self._target.standing is Standing.NOWHERE:
            state = StepState.UNCALLED
        norm = self._demands.norm("VR401", self._target.forum, self._target.day)
        return Step(StepKind.POSITION, self._target.day, state, self._target, norm)

    def _item(self) -> Appearance | None:
        """The matter on the agenda of the target, for a position."""
        path = self._register.path_of(self._matter.id)
        return next(
            (
                there
                for there in path
                if there.meeting.id == self._target.id and Purpose.POSITION in there.item.purpose
            ),
            None,
        )

    def _papers_sent(self) -> Iterator[Step]:
        if self._papers.norm is None:
            return
        there = self._item()
        sent = there.item.papers_sent.date if there and there.item.papers_sent else None
        yield self._calling.dated(StepKind.PAPERS, self._papers, self._target, sent)

    def _brief(self) -> Iterator[Step]:
        """The parts that the paper for a position is to have, by the day the papers go out."""
        forum, day = self._target.forum, self._target.day
        contents = [*self._demands.set_by("VR504", Content, forum, day)]
        norm = contents[0][0] if contents else self._demands.norm("VR516", forum, day)
        if norm is None:
            return
        lacks = tuple(self._lacking(contents, forum, day))
        state = state_by(self._papers.day, self._calendar.today, done=not lacks)
        yield Step(StepKind.BRIEF, self._papers.day, state, self._target, norm, lacks=lacks)

    def _lacking(
        self, contents: list[tuple[NormInForce, Content]], forum: str, day: date
    ) -> Iterator[str]:
        brief, there = self._matter.brief or Brief(), self._item()
        wanted = dict.fromkeys(name for _, content in contents for name in content.sections)
        if any(self._demands.set_by("VR516", Submitting, forum, day)):
            wanted["proposal"] = None
            if brief.submitted is None or brief.submitted.by is None:
                yield "submitted"
        for name in wanted:
            given = name == "proposal" and there is not None and bool(there.item.proposal)
            if not given and not getattr(brief, name):
                yield name

    def _consultation(self) -> Iterator[Step]:
        """A consultation under way is compiled before the papers go out."""
        consultation = self._matter.consultation
        if consultation is None or (consultation.due is None and consultation.closed is None):
            return
        late = consultation.due is not None and consultation.due > self._papers.day
        state = state_by(
            self._papers.day, self._calendar.today, done=consultation.closed is not None
        )
        if late and state is StepState.OPEN:
            state = StepState.LATE
        yield Step(
            StepKind.CONSULTATION, self._papers.day, state, self._target, done=consultation.closed
        )
