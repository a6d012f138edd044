"""Run every norm in force on every subject it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vrtool.diagnostic import Judgement, Place, Verdict
from vrtool.engine.compiled import Compiled, Complaint, Library
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.completeness import full_terms, full_years
from vrtool.register.kinds import Kind
from vrtool.register.norms import Rulebook
from vrtool.register.phases import evidence, tells
from vrtool.register.processes import Progress, followed
from vrtool.register.register import Appearance, Register
from vrtool.rules.base import ForumTerm, ForumYear, Seating, Subject
from vrtool.rules.catalogue import EngineFault, rules_by_code


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the norm it was given by.

    `record` is the id of the meeting, matter, forum, year wheel or year's costs in question, `day`
    the day whose rulebook judged it.
    """

    compiled: Compiled
    verdict: Verdict
    record: str
    day: date


class Judge:
    """Judges all there is, and keeps what went wrong in doing so."""

    def __init__(self, register: Register, rulebook: Rulebook, library: Library) -> None:
        self._register = register
        self._rulebook = rulebook
        self._library = library
        self.crashes: list[Complaint] = []

    def everything(self) -> Iterator[Judged]:
        """Every verdict of every norm, in a fixed order."""
        for meeting in self._register.chronological:
            if meeting.cancelled is None:
                yield from self._meeting(meeting)
        for matter in self._register.matters.values():
            yield from self._matter(matter)
            yield from self._process(matter)
        for forum in self._register.structure.forums:
            yield from self._seatings(forum)
            yield from self._years(forum)
            yield from self._terms(forum)
        yield from self._wheels()
        yield from self._costs()
        yield from self._structure()

    def _meeting(self, meeting: Meeting) -> Iterator[Judged]:
        day, signs = meeting.date, evidence(meeting)
        for made in self._applying(day, Subject.MEETING, meeting.forum):
            if tells(signs, made.wakes):
                yield from self._run(made, meeting, meeting.id, day)
        applying = self._applying(day, Subject.ITEM, meeting.forum)
        items = [made for made in applying if tells(signs, made.wakes)]
        for index, item in enumerate(meeting.items) if items else ():
            appearance = Appearance(meeting, item, index)
            for made in items:
                yield from self._run(made, appearance, meeting.id, day)

    def _matter(self, matter: Matter) -> Iterator[Judged]:
        """A matter's own norms follow the rulebook at the meeting where it was last up."""
        path = self._register.path_of(matter.id)
        day = path[-1].meeting.date if path else matter.raised
        if day is None:
            return
        for made in self._library.in_force(day, Subject.MATTER):
            yield from self._run(made, matter, matter.id, day)

    def _process(self, matter: Matter) -> Iterator[Judged]:
        """A process has its type's own norms, whichever rulebook is in force."""
        progress = followed(self._register, matter)
        if progress is None:
            return
        day = _last_known_day(self._register, progress)
        for made in self._library.of_process(progress.kind):
            yield from self._run(made, progress, matter.id, day)

    def _seatings(self, forum: str) -> Iterator[Judged]:
        """A norm judges a composition once for all the days on which both stand unchanged."""
        spans: dict[tuple[str, str, int], tuple[Compiled, Seating]] = {}
        changes = self._rulebook.changes
        for first, following in zip(changes, [*changes, None][1:], strict=True):
            found = self._rulebook.composition(forum, first)
            if found is None:
                continue
            last = following - timedelta(days=1) if following else None
            for made in self._applying(first, Subject.SEATING, forum):
                key = (made.entry.forms.id, made.id, id(found[1]))
                since = spans[key][1].first if key in spans else first
                spans[key] = (made, Seating(forum, since, last, *found))
        for made, seating in spans.values():
            yield from self._run(made, seating, forum, seating.first)

    def _years(self, forum: str) -> Iterator[Judged]:
        for year in full_years(self._register, forum):
            day = date(year, 1, 1)
            for made in self._applying(day, Subject.YEAR, forum):
                yield from self._run(made, ForumYear(forum, year), forum, day)

    def _terms(self, forum: str) -> Iterator[Judged]:
        """A term is judged by the rulebook of its last day, when its time is out."""
        for term in full_terms(self._register, forum):
            for made in self._applying(term.end, Subject.TERM, forum):
                yield from self._run(made, ForumTerm(forum, term), forum, term.end)

    def _wheels(self) -> Iterator[Judged]:
        for wheel in self._register.year_wheels.values():
            day = date(wheel.year, 1, 1)
            for made in self._library.in_force(day, Subject.WHEEL):
                yield from self._run(made, wheel, wheel.id, day)

    def _costs(self) -> Iterator[Judged]:
        for costs in self._register.costs.values():
            day = date(costs.year, 1, 1)
            for made in self._library.in_force(day, Subject.COSTS):
                yield from self._run(made, costs, costs.id, day)

    def _structure(self) -> Iterator[Judged]:
        for day in self._rulebook.changes:
            for made in self._library.in_force(day, Subject.STRUCTURE):
                if made.context.forms and made.context.forms.in_force.start == day:
                    yield from self._run(made, self._register.structure, "", day)

    def _applying(self, day: date, subject: Subject, forum: str) -> list[Compiled]:
        return [m for m in self._library.in_force(day, subject) if forum in m.forums]

    def _run(self, made: Compiled, subject: object, record: str, day: date) -> list[Judged]:
        """A norm's verdicts on a subject, up to where its rule failed if it did."""
        judged: list[Judged] = []
        run: Callable[..., Iterator[Verdict]] = made.rule.function
        try:
            for verdict in run(subject, made.parameters, made.context):
                judged.append(Judged(made, verdict, record, day))  # noqa: PERF401 - kept if the next fails
        except Exception as error:  # noqa: BLE001 - one rule's fault must not hide the others' findings
            self.crashes.append(self._crash(made.rule.code, record, error))
        return judged

    def _crash(self, code: str, record: str, error: Exception) -> Complaint:
        return crash(self._register, code, record, error)


def _last_known_day(register: Register, progress: Progress) -> date:
    """The last day that the records know of the matter."""
    path = register.path_of(progress.matter.id)
    days = [path[-1].meeting.date] if path else []
    days += [progress.matter.raised] if progress.matter.raised else []
    days += [state.done.end.last for state in progress.steps if state.done]
    return max(days, default=date.min)


def crash(register: Register, code: str, record: str, error: Exception) -> Complaint:
    """What is reported when a rule itself fails: which rule, on which record, how."""
    rule = rules_by_code().get(code)
    of_costs = rule is not None and rule.subject is Subject.COSTS  # a year has a wheel and costs
    for kind in (Kind.COSTS,) if of_costs else (Kind.MEETING, Kind.MATTER, Kind.YEAR_WHEEL):
        if (kind, record) in register.paths:
            at = register.place(kind, record)
            break
    else:
        at = register.place(Kind.STRUCTURE)
    return Complaint(
        EngineFault.RULE_CRASHED,
        Verdict(
            Judgement.BREACH,
            record,
            Place(at.path),
            f"Regeln {code} gick sönder på {record or 'strukturen'} "
            f"({type(error).__name__}: {error}).",
            "Det är ett fel i verktyget, inte i filen: anmäl det med filen bifogad.",
        ),
    )
