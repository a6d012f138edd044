"""The paper for a position (underlag för ställningstagande) on a matter, as 000 lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrtool.documents import templates
from vrtool.documents.brief_view import BriefView, Submission, ViewsLine
from vrtool.documents.consultation import consultation_in_words
from vrtool.documents.deviations import of_matter
from vrtool.documents.earlier import earlier_in_words
from vrtool.documents.markdown import paragraphs
from vrtool.documents.matter_facts import dated, matter_facts, stamp
from vrtool.documents.meta import Meta
from vrtool.documents.naming import full_name
from vrtool.documents.parts import DRAFT, Fact, Shortcoming, paper_line, shortcomings
from vrtool.documents.weighing import weighed
from vrtool.model.matter import Brief
from vrtool.register.describe import actor, meeting_name
from vrtool.register.words import word
from vrtool.rules.preparation import takes_position
from vrtool.text import genitive, join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding
    from vrtool.model.matter import Matter
    from vrtool.register.register import Appearance, Register

TEMPLATE = "brief.md.j2"


@dataclass(frozen=True, slots=True)
class _Case:
    """A matter with its brief, where it is up for a position, and the day that names are those of.

    `forum` is the one that is to take the position, where it is known.
    """

    matter: Matter
    brief: Brief
    up: Appearance | None
    forum: str | None
    day: date


def brief_view(
    register: Register, matter: Matter, findings: Sequence[Finding] = (), *, draft: bool = False
) -> BriefView:
    """The paper for a position as plain data.

    `findings` are those about the matter; the errors among them are listed when `draft` is set,
    with whatever else the paper lacks.
    """
    case = _case(register, matter)
    brief, considerations = case.brief, case.brief.considerations
    missing = (*lacking(register, matter), *shortcomings(findings)) if draft else ()
    return BriefView(
        id=matter.id,
        issued=_issued(register, case).isoformat(),
        organisation=register.structure.name,
        title=_title(register, case),
        subtitle=matter.title,
        stamp=stamp(matter, DRAFT if missing else ""),
        public=matter.public,
        shortcomings=missing,
        facts=tuple(_facts(register, case)),
        earlier=earlier_in_words(register, case.up) if case.up else (),
        position=word(register, "position").one,
        proposal=brief.proposal or "",
        summary=brief.summary or "",
        description=brief.description or "",
        views=tuple(_views(register, case)),
        considerations=(considerations and considerations.text) or "",
        weighed=weighed(register, matter),
        guiding_words=considerations.guiding_words if considerations else (),
        way_forward=brief.way_forward or "",
        submission=tuple(_submission(register, case)),
        papers=tuple(paper_line(paper) for paper in brief.documents),
        deviations=of_matter(register, matter),
    )


def lacking(register: Register, matter: Matter) -> tuple[Shortcoming, ...]:
    """What the paper cannot be without, beside what a check finds: the proposal itself."""
    if matter.brief and paragraphs(matter.brief.proposal):  # one of blanks only is none
        return ()
    path = register.matter_place(matter).path
    return (
        Shortcoming(
            f"Underlaget saknar förslag till {word(register, 'position').one}.",
            f"Skriv förslaget som proposal under brief i {path}.",
        ),
    )


def brief_markdown(view: BriefView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def brief_meta(view: BriefView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title}: {view.subtitle}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"Underlag i ärendet {view.id}",
        stamp=view.stamp,
    )


def _case(register: Register, matter: Matter) -> _Case:
    """Where it is up for a position last counts, in the forum it is submitted to if told.

    An earlier one is no more than the way there: then the matter was put off or sent back.
    """
    brief = matter.brief or Brief()
    to = brief.submitted.to if brief.submitted else None
    ups = [up for up in register.path_of(matter.id) if takes_position(up)]
    there = [up for up in ups if to in (None, up.meeting.forum)]
    up = there[-1] if there else None
    day = up.meeting.date if up else dated(register, matter)
    return _Case(matter, brief, up, to or (up.meeting.forum if up else None), day)


def _issued(register: Register, case: _Case) -> date:
    """The day the papers went out, else that of the meeting, else what the matter tells."""
    sent = case.up.item.papers_sent if case.up else None
    return dated(register, case.matter, sent.date if sent else None, case.day if case.up else None)


def _title(register: Register, case: _Case) -> str:
    """*Förslag till rådets ställningstagande*."""
    position = word(register, "position").one
    if case.forum is None:
        return f"Förslag till {position}"
    return f"Förslag till {genitive(register.forum_name(case.forum, case.day))} {position}"


def _facts(register: Register, case: _Case) -> Iterator[Fact]:
    yield from matter_facts(case.matter)
    if case.matter.initiator:
        yield Fact("Väckt av", sentence(actor(register, case.matter.initiator, case.day)))
    if case.up:
        yield Fact("Tas upp", sentence(meeting_name(register, case.up.meeting)))


def _views(register: Register, case: _Case) -> Iterator[ViewsLine]:
    """What came in, meeting by meeting, and the consultation."""
    for views in case.brief.views:
        meeting = register.meetings.get(views.meeting)
        where = meeting_name(register, meeting) if meeting else views.meeting
        if paragraphs(views.text):
            yield ViewsLine(f"Synpunkter vid {where}", views.text)
    told = consultation_in_words(register, case.matter)
    if told:
        yield ViewsLine("Synpunkter i remissen", told)


def _submission(register: Register, case: _Case) -> Iterator[Submission]:
    submitted = case.brief.submitted
    if submitted is None:
        return
    behalf = join([actor(register, name, case.day) for name in submitted.on_behalf_of])
    yield Submission(
        on_behalf_of=f"För {behalf}" if behalf else "",
        by=full_name(register, submitted.by) if submitted.by else "",
        to=f"Till {register.forum_name(submitted.to, case.day)}" if submitted.to else "",
    )
