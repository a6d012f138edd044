"""Every document that is made by a template, with the records of a repo that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from vrtool.documents import (
    agenda,
    brief,
    consultation,
    costs,
    home,
    introduction,
    minutes,
    minutes_extract,
)
from vrtool.documents.agenda_view import AgendaView
from vrtool.documents.brief_view import BriefView
from vrtool.documents.consultation_view import ConsultationView
from vrtool.documents.costs_view import CostsView
from vrtool.documents.home_view import HomeView
from vrtool.documents.introduction_view import IntroductionView
from vrtool.documents.minutes_view import ExtractView, MinutesView
from vrtool.model.working_forms import Phase
from vrtool.register.costs import year_costs
from vrtool.register.phases import reached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _typeshed import DataclassInstance

    from vrtool.documents.meta import Meta
    from vrtool.model.meeting import Meeting
    from vrtool.planning.demands import Demands

Sample: TypeAlias = "tuple[str, DataclassInstance]"
"""The id of a record, and the view it gives."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its template, the type of its view, what it says of itself, and its samples."""

    template: str
    view: type[DataclassInstance]
    meta: Callable[[Any], Meta]
    samples: Callable[[Demands], Iterator[Sample]]


def _agendas(demands: Demands) -> Iterator[Sample]:
    register = demands.register
    for meeting in register.chronological:
        yield meeting.id, agenda.agenda_view(register, demands.rulebook, meeting)


def _held(demands: Demands) -> Iterator[Meeting]:
    return (one for one in demands.register.chronological if reached(one, Phase.HELD))


def _minutes(demands: Demands) -> Iterator[Sample]:
    for meeting in _held(demands):
        yield meeting.id, minutes.minutes_view(demands, meeting)


def _extracts(demands: Demands) -> Iterator[Sample]:
    for meeting in _held(demands):
        for item in meeting.items:
            for party in minutes_extract.receivers(demands.register, item)[:1]:
                if item.outcome:
                    view = minutes_extract.extract_view(demands, meeting, item, party)
                    yield view.id, view


def _sheets(demands: Demands) -> Iterator[Sample]:
    for meeting in _held(demands):
        there = home.after(demands, meeting)
        for party in demands.register.structure.parties:
            yield f"{meeting.id} {party}", home.home_view(there, party)


def _introductions(demands: Demands) -> Iterator[Sample]:
    """For everybody with a seat on the day of the last meeting there is."""
    register = demands.register
    last = max((one.last_day for one in register.meetings.values()), default=None)
    for newcomer in introduction.newcomers(register, date.min, last) if last else ():
        yield newcomer.person, introduction.introduction_view(register, newcomer, last or date.min)


def _briefs(demands: Demands) -> Iterator[Sample]:
    for key, matter in sorted(demands.register.matters.items()):
        yield key, brief.brief_view(demands.register, matter)


def _consultations(demands: Demands) -> Iterator[Sample]:
    for key, matter in sorted(demands.register.matters.items()):
        if matter.consultation:
            register = demands.register
            yield key, consultation.consultation_view(register, matter, matter.consultation)


def _costs(demands: Demands) -> Iterator[Sample]:
    for key, recorded in sorted(demands.register.costs.items()):
        worked_out = year_costs(demands.register, recorded)
        if worked_out:
            yield key, costs.costs_view(demands.register, worked_out)


DOCUMENTS = (
    Document(agenda.TEMPLATE, AgendaView, agenda.agenda_meta, _agendas),
    Document(minutes.TEMPLATE, MinutesView, minutes.minutes_meta, _minutes),
    Document(minutes_extract.TEMPLATE, ExtractView, minutes_extract.extract_meta, _extracts),
    Document(home.TEMPLATE, HomeView, home.home_meta, _sheets),
    Document(
        introduction.TEMPLATE, IntroductionView, introduction.introduction_meta, _introductions
    ),
    Document(brief.TEMPLATE, BriefView, brief.brief_meta, _briefs),
    Document(
        consultation.TEMPLATE, ConsultationView, consultation.consultation_meta, _consultations
    ),
    Document(costs.TEMPLATE, CostsView, costs.costs_meta, _costs),
)
