"""A consultation as text for the terminal: the answers, and what came of the views."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import swedish_date
from vrtool.model.consultation import Consultation, Point
from vrtool.model.matter import Matter
from vrtool.register.consultations import (
    HANDLINGS,
    Reply,
    about,
    asked_in_words,
    replies,
    reply_in_words,
    senders_in_words,
    stance_in_words,
)
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.tables import table
from vrtool.text import number, printable, sentence

_POINTS = ("Avsnitt", "Från", "Synpunkt", "Hantering")


def shown(register: Register, matter: Matter, *, colour: bool) -> str:
    """The consultation on a matter: its facts, a table of answers and one of points."""
    consultation = matter.consultation or Consultation()
    found = replies(register, matter)
    parts = ["\n".join(printable(line) for line in _head(register, matter, consultation, found))]
    if found:
        head = (sentence(word(register, "party").one), "Svar", "Inställning")
        parts.append(table(head, [_reply(register, reply) for reply in found], colour=colour))
    if consultation.points:
        rows = [_point(register, point) for point in consultation.points]
        parts.append(table(_POINTS, rows, colour=colour))
    return "\n\n".join(parts)


def _head(
    register: Register, matter: Matter, consultation: Consultation, found: tuple[Reply, ...]
) -> Iterator[str]:
    yield f"{matter.id}  {matter.title}"
    unhandled = sum(point.handling is None for point in consultation.points)
    answered = sum(reply.answer is not None for reply in found)
    handled = f", {number(unhandled)} utan hantering" if unhandled else ""
    facts = {
        "Tillfrågade": asked_in_words(register, matter),
        "Utsänd": swedish_date(consultation.sent) if consultation.sent else "",
        "Svar senast": swedish_date(consultation.due) if consultation.due else "",
        "Svar": f"{number(answered)} av {number(len(found))}" if found else "",
        "Synpunkter": f"{number(len(consultation.points))}{handled}",
        "Sammanställd": swedish_date(consultation.closed) if consultation.closed else "",
        "Behandlad av": consultation.handled_by or "",
        "Fil": register.matter_place(matter).path,
    }
    yield from (f"  {name}: {fact}" for name, fact in facts.items() if fact)


def _reply(register: Register, reply: Reply) -> tuple[str, ...]:
    return register.party(reply.party), reply_in_words(reply), stance_in_words(reply.answer)


def _point(register: Register, point: Point) -> tuple[str, ...]:
    handling = HANDLINGS[point.handling] if point.handling else "är ännu inte bedömd"
    view = " ".join(point.view.split())
    what = about(point.section, point.title)
    return what, senders_in_words(register, point), view, handling
