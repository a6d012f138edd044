"""Plan backwards from a position: which meetings, and what has to be done by which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vrtool.dates import swedish_date
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.item import OutcomeKind, Purpose
from vrtool.model.matter import Matter, Status
from vrtool.planning.calendar import Calendar, Occasion, imagined
from vrtool.planning.demands import Demands
from vrtool.planning.history import coming, position_taken
from vrtool.planning.stages import Stages
from vrtool.planning.steps import Plan, in_order
from vrtool.planning.working_days import last_working_day
from vrtool.register.describe import matter_name, meeting_name
from vrtool.register.phases import held
from vrtool.register.register import Register
from vrtool.register.times import first_moment
from vrtool.register.words import word
from vrtool.rules.outcomes import Never
from vrtool.rules.positions import Places
from vrtool.text import sentence

_POSITIONS = {OutcomeKind.POSITION, OutcomeKind.RECOMMENDATION}


def plan(demands: Demands, matter: Matter, today: date, by: date | None = None) -> Plan:
    """The way to a position on the matter, by the norms in force on each meeting's day.

    The position is taken at the last meeting that may take it no later than `by`. Without `by` it
    is the one whose agenda has it, else the next after those that have the matter up for something
    else. Raises CannotDo where there is nothing to plan (the matter is closed, the position taken,
    no meeting laid out), and WrongUsage for a `by` that has passed.
    """
    _refuse_over(demands.register, matter, by)
    if by is not None and by < today:
        raise WrongUsage(f"{by.isoformat()} har redan varit: ange en dag från och med {today}.")
    planner = _Planner(demands, matter, today)
    made = planner.to(planner.target(by))
    if made.in_time:
        return made
    return replace(made, earliest=planner.earliest(made.target, too_late=bool(made.too_late)))


def _refuse_over(register: Register, matter: Matter, by: date | None) -> None:
    if matter.status is not Status.OPEN:
        ended = "avslutat" if matter.status is Status.CLOSED else "tillbakadraget"
        raise CannotDo(
            f"{sentence(matter_name(matter))} är {ended}: det finns inget att planera. Ska det tas "
            "upp igen, väck ett nytt ärende som fortsätter det (continues)."
        )
    taken = position_taken(register, matter)
    if taken is not None and by is None and not _up_again(register, matter):
        raise CannotDo(
            f"{sentence(word(register, 'position').the)} i {matter_name(matter)} togs vid "
            f"{meeting_name(register, taken.meeting)}. Ska det tas på nytt, ange --position-by."
        )


def _up_again(register: Register, matter: Matter) -> bool:
    path = register.path_of(matter.id)
    return any(Purpose.POSITION in a.item.purpose and not held(a.meeting) for a in path)


class _Planner:
    """Plans for one matter on one day."""

    def __init__(self, demands: Demands, matter: Matter, today: date) -> None:
        self._demands = demands
        self._register = demands.register
        self._matter = matter
        self._today = today
        self._calendar = Calendar(demands.register, today)

    def to(self, target: Occasion) -> Plan:
        """The plan for a position there."""
        stages = Stages(self._demands, self._calendar, self._matter, target)
        return Plan(self._matter, self._today, target, in_order(stages.steps()))

    def target(self, by: date | None) -> Occasion:
        """Where the position is to be taken."""
        if by is None:
            return self._on_agenda() or self._next()
        fitting = [one for one in self._ahead() if one.meeting.last_day <= by]
        return fitting[-1] if fitting else self._wanting(by)

    def earliest(self, after: Occasion, *, too_late: bool) -> Plan | None:
        """The plan for the first later occasion that can be reached with the meetings laid out.

        Where it is too late for the one wanted, one that takes a meeting more is better than none.
        """
        later = (one for one in self._ahead() if one.day > after.meeting.last_day)
        plans = [self.to(one) for one in later]
        sound = [made for made in plans if made.in_time]
        reached = [made for made in plans if not made.too_late] if too_late else []
        return next(iter(sound or reached), None)

    def _on_agenda(self) -> Occasion | None:
        for there in self._register.path_of(self._matter.id):
            ahead = there.meeting.date >= self._today and not held(there.meeting)
            if ahead and Purpose.POSITION in there.item.purpose:
                return Occasion(there.meeting)
        return None

    def _next(self) -> Occasion:
        """The next meeting, after those that have the matter up for something else."""
        up = [one.meeting.last_day for one in coming(self._register, self._matter, self._today)]
        ahead = self._ahead()
        after = [one for one in ahead if not up or one.day > max(up)]
        if ahead:
            return (after or ahead)[0]
        raise CannotDo(
            f"Inget möte för {word(self._register, 'position').one} är inlagt från och med "
            f"{swedish_date(self._today)}. Lägg in ett med vr meeting new, eller säg med "
            "--position-by till vilken dag det ska planeras."
        )

    def _wanting(self, by: date) -> Occasion:
        """A meeting that is not laid out, on the last working day there is for it."""
        day = max(last_working_day(by, self._demands.country), self._today)
        forums = sorted(self._allowed(day))
        if not forums:
            raise CannotDo(
                f"Inget forum får ta {word(self._register, 'position').one} i "
                f"{matter_name(self._matter)} enligt arbetsformerna {day.isoformat()}."
            )
        return imagined(forums[0], day)

    def _ahead(self) -> list[Occasion]:
        """Every coming occasion that may take the position, in order of time."""
        found = [
            one
            for forum in self._register.structure.forums
            for one in self._calendar.ahead(forum)
            if forum in self._allowed(one.day)
        ]
        return sorted(found, key=lambda one: first_moment(one.meeting))

    def _allowed(self, day: date) -> frozenset[str]:
        """The forums that may take a position on the matter that day.

        A forum that only prepares, or fixes the agenda of another, takes none.
        """
        forums = self._register.structure.forums
        standing = {forum for forum, known in forums.items() if known.span.contains(day)}
        named = [
            self._places(places)
            for forum in standing
            for _, places in self._demands.set_by("VR401", Places, forum, day)
        ]
        barred = {forum for forum in standing if self._barred(forum, day)}
        return frozenset(standing).intersection(*named) - barred - self._demands.helpers(day)

    def _places(self, places: Places) -> frozenset[str]:
        others = (
            self._register.forums_of(other.forums)
            for other in places.other_places
            if other.topic in self._matter.topics
        )
        return self._register.forums_of(places.forums).union(*others)

    def _barred(self, forum: str, day: date) -> bool:
        never = self._demands.set_by("VR405", Never, forum, day)
        return bool(self._demands.asked("VR402", forum, day)) or any(
            {*kinds.never} >= _POSITIONS for _, kinds in never
        )
