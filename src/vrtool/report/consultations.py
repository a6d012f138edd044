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
    answers_in_words,
    asked_in_words,
    points_in_words,
    replies,
    reply_in_words,
    senders_in_words,
    stance_in_words,
)
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.tables import table
from vrtool.report.wrapping import wrapped
from vrtool.text import printable, sentence


def shown(register: Register, matter: Matter, *, colour: bool) -> str:
    """The consultation on a matter: its facts, a table of answers, and what came of every view.

    What is read as sentences is in lines of 80 columns.
    """
    consultation = matter.consultation or Consultation()
    found = replies(register, matter)
    parts = ["\n".join(printable(line) for line in _head(register, matter, consultation))]
    if found:
        head = (sentence(word(register, "party").one), "Svar", "Inställning")
        parts.append(table(head, [_reply(register, reply) for reply in found], colour=colour))
    parts += ["\n".join(_answer(register, reply)) for reply in found if _told(reply)]
    parts += ["\n".join(_point(register, point)) for point in consultation.points]
    return "\n\n".join(parts)


def in_short(register: Register, matter: Matter) -> str:
    """*till alla 11 parter; svar: 6 av 11; synpunkter: 8; sammanställd 1 mars 2016*; or nothing."""
    consultation = matter.consultation
    if consultation is None:
        return ""
    whom, answers = asked_in_words(register, matter), answers_in_words(register, matter)
    parts = [f"till {whom}" if whom else "", f"svar: {answers}" if answers else ""]
    parts.append(f"synpunkter: {points_in_words(consultation)}")
    if consultation.closed:
        parts.append(f"sammanställd {swedish_date(consultation.closed)}")
    elif consultation.due:
        parts.append(f"svar senast {swedish_date(consultation.due)}")
    return "; ".join(part for part in parts if part)


def _head(register: Register, matter: Matter, consultation: Consultation) -> Iterator[str]:
    yield f"{matter.id}  {matter.title}"
    facts = {
        "Tillfrågade": asked_in_words(register, matter),
        "Utsänd": swedish_date(consultation.sent) if consultation.sent else "",
        "Svar senast": swedish_date(consultation.due) if consultation.due else "",
        "Svar": answers_in_words(register, matter),
        "Synpunkter": points_in_words(consultation),
        "Sammanställd": swedish_date(consultation.closed) if consultation.closed else "",
        "Behandlad av": consultation.handled_by or "",
        "Fil": register.matter_place(matter).path,
    }
    yield from (f"  {name}: {fact}" for name, fact in facts.items() if fact)


def _reply(register: Register, reply: Reply) -> tuple[str, ...]:
    return register.party(reply.party), reply_in_words(reply), stance_in_words(reply.answer)


def _told(reply: Reply) -> str:
    return reply.answer.text or "" if reply.answer else ""


def _answer(register: Register, reply: Reply) -> Iterator[str]:
    """What a party answered, under its name."""
    yield from wrapped(register.party(reply.party))
    yield from _indented(_told(reply))


def _point(register: Register, point: Point) -> Iterator[str]:
    """What a view is about and whom it came from, the view, and what came of it and why."""
    senders = senders_in_words(register, point)
    about_what = about(point.section, point.title)
    yield from wrapped(f"{about_what} – {senders}" if senders else about_what)
    yield from _indented(point.view)
    handling = sentence(HANDLINGS[point.handling] if point.handling else "är ännu inte bedömd")
    yield from _indented(f"{handling}: {point.reason}" if point.reason else f"{handling}.")


def _indented(text: str) -> list[str]:
    return wrapped(" ".join(text.split()), indent=2)
