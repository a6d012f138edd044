"""The compilation of a consultation (remissammanställning): who was asked, and what came of it."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents import templates
from vrtool.documents.consultation_view import ConsultationView, PointLine, ReplyLine, Section
from vrtool.documents.matter_facts import dated, matter_facts, stamp
from vrtool.documents.meta import Meta
from vrtool.documents.parts import DRAFT, Fact, shortcomings
from vrtool.model.consultation import Handling
from vrtool.register.consultations import (
    HANDLINGS,
    about,
    asked,
    asked_in_words,
    replies,
    reply_in_words,
    senders_in_words,
    stance_in_words,
    unanswered,
)
from vrtool.register.describe import parties
from vrtool.register.words import word
from vrtool.text import number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding
    from vrtool.model.consultation import Consultation, Point
    from vrtool.model.matter import Matter
    from vrtool.register.consultations import Reply
    from vrtool.register.register import Register

TEMPLATE = "consultation.md.j2"


def consultation_view(
    register: Register,
    matter: Matter,
    consultation: Consultation,
    findings: Sequence[Finding] = (),
    *,
    draft: bool = False,
) -> ConsultationView:
    """The compilation as plain data; the errors among `findings` are listed when `draft` is set."""
    missing = shortcomings(findings) if draft else ()
    days = (consultation.closed, consultation.due, consultation.sent)
    return ConsultationView(
        id=matter.id,
        issued=dated(register, matter, *days).isoformat(),
        organisation=register.structure.name,
        title="Remissammanställning",
        subtitle=matter.title,
        stamp=stamp(matter, DRAFT if missing else ""),
        public=matter.public,
        shortcomings=missing,
        facts=tuple(_facts(register, matter, consultation)),
        told=" ".join(_answered(register, matter)),
        party=sentence(word(register, "party").one),
        replies=tuple(_reply(register, reply) for reply in replies(register, matter)),
        sections=tuple(_sections(register, consultation)),
    )


def consultation_markdown(view: ConsultationView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def consultation_meta(view: ConsultationView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title}: {view.subtitle}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{view.title} i ärendet {view.id}",
        stamp=view.stamp,
    )


def consultation_in_words(register: Register, matter: Matter) -> str:
    """Who was asked and when, who answered and who did not, in sentences; nothing without one."""
    if matter.consultation is None:
        return ""
    return " ".join(_told(register, matter, matter.consultation))


def _told(register: Register, matter: Matter, consultation: Consultation) -> Iterator[str]:
    whom = asked_in_words(register, matter)
    sent = f" {swedish_date(consultation.sent)}" if consultation.sent else ""
    due = f", med svar senast {swedish_date(consultation.due)}" if consultation.due else ""
    if whom or sent or due:
        yield f"Förslaget sändes på remiss{sent}{f' till {whom}' if whom else ''}{due}."
    answers = consultation.answers
    with_views = [party for party, answer in answers.items() if not answer.no_views]
    without = [party for party, answer in answers.items() if answer.no_views]
    if with_views:
        yield f"Svar har kommit från {parties(register, with_views)}."
    if without:
        yield f"Utan synpunkter är {parties(register, without)}."
    yield from _silent(register, matter)


def _answered(register: Register, matter: Matter) -> Iterator[str]:
    """*6 av 11 tillfrågade har svarat. Inget svar är antecknat från Norrstad.*"""
    questioned = asked(register, matter)
    silent = unanswered(register, matter)
    if questioned:
        answered, all_asked = number(len(questioned) - len(silent)), number(len(questioned))
        yield f"{answered} av {all_asked} tillfrågade har svarat."
    yield from _silent(register, matter)


def _silent(register: Register, matter: Matter) -> Iterator[str]:
    silent = unanswered(register, matter)
    if silent:
        yield f"Inget svar är antecknat från {parties(register, list(silent))}."


def _facts(register: Register, matter: Matter, consultation: Consultation) -> Iterator[Fact]:
    yield from matter_facts(matter)
    whom = asked_in_words(register, matter)
    days = {
        "Utsänd": consultation.sent,
        "Svar senast": consultation.due,
        "Sammanställd": consultation.closed,
    }
    if whom:
        yield Fact("Tillfrågade", sentence(whom))
    for term, day in days.items():
        if day:
            yield Fact(term, swedish_date(day))
    if consultation.handled_by:
        yield Fact("Behandlad av", consultation.handled_by)


def _reply(register: Register, reply: Reply) -> ReplyLine:
    answer = reply.answer
    file = (answer and answer.file) or ""
    return ReplyLine(
        party=register.party(reply.party),
        answered=answer is not None,
        when=sentence(reply_in_words(reply)),
        stance=sentence(stance_in_words(answer)),
        text=(answer and answer.text) or "",
        file=file,
        file_name=PurePosixPath(file).name,
    )


def _sections(register: Register, consultation: Consultation) -> Iterator[Section]:
    """The sections in the order in which they are first spoken of.

    A title that all the points of a section have belongs to its heading.
    """
    by_section: dict[str, list[Point]] = {}
    for point in consultation.points:
        by_section.setdefault(point.section, []).append(point)
    for name, points in by_section.items():
        titles = {point.title for point in points}
        shared = points[0].title if len(titles) == 1 else None
        lines = tuple(_point(register, point, titled=shared is None) for point in points)
        yield Section(about(name, shared), lines)


def _point(register: Register, point: Point, *, titled: bool) -> PointLine:
    parts = (titled and point.title, senders_in_words(register, point))
    return PointLine(
        heading=" – ".join(part for part in parts if part) or "Utan avsändare",
        view=point.view,
        handling=sentence(HANDLINGS[point.handling]) if point.handling else "Är ännu inte bedömd",
        reason_term="Förtydligande" if point.handling is Handling.CLARIFIED else "Skäl",
        reason=point.reason or "",
        decided_by=point.decided_by or "",
    )
