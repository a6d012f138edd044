"""Documents for publication: what is marked `public: false` is left out, and numbers stay true.

A point that is not published keeps its number and says that it is not; nothing else of it is
left, nor of assignments given there, what was reported there, or corrections and deviations about
it. Papers that are not public are gone from the points that are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrtool.documents.agenda_view import AgendaDay, Entry
from vrtool.documents.minutes_view import MinutesDay, Point
from vrtool.errors import CannotDo
from vrtool.model.meeting import Meeting
from vrtool.register.describe import matter_name, meeting_name
from vrtool.text import quote, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vrtool.documents.agenda_view import AgendaView, OpenAssignment
    from vrtool.documents.brief_view import BriefView
    from vrtool.documents.minutes_view import LogLine, MinutesView, Result
    from vrtool.documents.parts import DeviationLine
    from vrtool.model.item import Item
    from vrtool.model.matter import Matter
    from vrtool.register.register import Register

NOT_PUBLISHED = "Punkten publiceras inte"


def check_published(register: Register, record: Meeting | Matter) -> None:
    """Raise CannotDo for a meeting or a matter that is not to be published at all."""
    if record.public:
        return
    if isinstance(record, Meeting):
        name, place = meeting_name(register, record), register.meeting_place(record)
    else:
        name, place = matter_name(record), register.matter_place(record)
    raise CannotDo(
        f"{sentence(name)} ska inte publiceras: i {place.path} står public: false. "
        "Bygg utan --public, eller ta bort den raden."
    )


def published_agenda(register: Register, view: AgendaView) -> AgendaView:
    """The notice with agenda as everybody may read it."""
    entries = [entry for day in view.days for entry in day.entries] + [*view.supplement]
    secret = [(entry.number, entry.title) for entry in entries if not entry.public]
    hidden = _Hidden(register)
    return replace(
        view,
        days=tuple(
            AgendaDay(day.heading, tuple(_entry(entry) for entry in day.entries))
            for day in view.days
        ),
        supplement=tuple(_entry(entry) for entry in view.supplement),
        assignments=tuple(hidden.open_work(view.assignments)),
        deviations=_not_about(secret, view.deviations),
        formalities=tuple(_unnamed(secret, told) for told in view.formalities),
    )


def published_minutes(register: Register, view: MinutesView) -> MinutesView:
    """The minutes as everybody may read them."""
    points = [point for day in view.days for point in day.points]
    secret = [(point.number, point.title) for point in points if not point.public]
    about = {_about(*one) for one in secret}
    hidden = _Hidden(register)
    return replace(
        view,
        days=tuple(
            MinutesDay(day.heading, tuple(_point(hidden, point) for point in day.points))
            for day in view.days
        ),
        log=tuple(hidden.log(view.log)),
        corrections=tuple(one for one in view.corrections if one.about not in about),
        deviations=_not_about(secret, view.deviations),
    )


def published_brief(view: BriefView) -> BriefView:
    """The paper for a position, without the documents that are not public."""
    return replace(view, papers=tuple(paper for paper in view.papers if paper.public))


class _Hidden:
    """The assignments that are not to be told of, or of which not all that was reported is."""

    def __init__(self, register: Register) -> None:
        self._given = {
            key
            for key, (there, _) in register.assignments.items()
            if not there.meeting.public or _is_secret(register, there.item)
        }
        self._told = {
            report.assignment
            for meeting in register.meetings.values()
            for item in meeting.items
            if not meeting.public or _is_secret(register, item)
            for report in (item.outcome.reports if item.outcome else ())
        }
        self.tasks = {
            work.task or there.item.title
            for key, (there, work) in register.assignments.items()
            if key in self._given
        }

    def open_work(self, lines: Iterable[OpenAssignment]) -> Iterable[OpenAssignment]:
        for line in lines:
            if line.id not in self._given:
                yield replace(line, reported="") if line.id in self._told else line

    def log(self, lines: Iterable[LogLine]) -> Iterable[LogLine]:
        for line in lines:
            if line.id not in self._given:
                state = "klart" if line.done else "öppet"
                yield replace(line, state=state) if line.id in self._told else line


def _is_secret(register: Register, item: Item) -> bool:
    known = register.matters
    return not item.public or any(not known[key].public for key in item.all_matters if key in known)


def _entry(entry: Entry) -> Entry:
    if entry.public:
        return replace(entry, papers=tuple(paper for paper in entry.papers if paper.public))
    return Entry(
        id="",
        number=entry.number,
        title=NOT_PUBLISHED,
        pause=entry.pause,
        day=entry.day,
        time="",
        minutes=0,
        duration="",
        purposes=(),
        label="",
        aim="",
        logic="",
        year=0,
        public=True,
        added="",
        text="",
        presenters=(),
        process_leader="",
        matters=(),
        proposal_heading="",
        proposals=(),
        expected=(),
        earlier=(),
        papers=(),
        enclosures="",
        papers_sent="",
    )


def _point(hidden: _Hidden, point: Point) -> Point:
    if point.public:
        return replace(point, results=tuple(_result(hidden, one) for one in point.results))
    return Point(
        id="",
        number=point.number,
        title=NOT_PUBLISHED,
        aim="",
        public=True,
        text="",
        presenters=(),
        matters=(),
        results=(),
        corrected=(),
    )


def _result(hidden: _Hidden, result: Result) -> Result:
    told = tuple(report for report in result.reports if report.task not in hidden.tasks)
    return replace(result, reports=told)


def _about(number: int, title: str) -> str:
    """How deviations and corrections name the point they are about."""
    return f"Punkt {number}, {title}" if number else title


def _not_about(
    secret: Sequence[tuple[int, str]], deviations: tuple[DeviationLine, ...]
) -> tuple[DeviationLine, ...]:
    about = {_about(*one) for one in secret}
    return tuple(one for one in deviations if one.about not in about)


def _unnamed(secret: Sequence[tuple[int, str]], told: str) -> str:
    """What is told of the points by number and title, by number alone."""
    for number, title in secret:
        told = told.replace(f"punkt {number} {quote(title)}", f"punkt {number}")
    return told
