"""What follows from a consultation: who was asked, who answered or did not, and in what words."""

from __future__ import annotations

from dataclasses import dataclass

from vrtool.dates import swedish_date
from vrtool.model.consultation import Answer, Consultation, Handling, Point, Stance
from vrtool.model.matter import Matter
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import count, join, number, quote

STANCES = {
    Stance.SUPPORTS: "stöder förslaget",
    Stance.SUPPORTS_WITH_VIEWS: "stöder förslaget, med synpunkter",
    Stance.OPPOSES: "stöder inte förslaget",
}
HANDLINGS = {
    Handling.TAKEN_IN: "har tagits in",
    Handling.NOT_TAKEN_IN: "har inte tagits in",
    Handling.LATER_PROCESS: "lämnas till en kommande process",
    Handling.CLARIFIED: "har förtydligats",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A party that was asked, or answered unasked; `answer` is None where there is none.

    `late` tells that the answer came after the last day for it.
    """

    party: str
    answer: Answer | None
    late: bool


def asked(register: Register, matter: Matter) -> tuple[str, ...]:
    """The parties asked; of all, the one that raised the matter is not asked for its own views.

    Empty where there is no consultation, or it is not known whom it was sent to.
    """
    consultation = matter.consultation
    if consultation is None:
        return ()
    if consultation.asked is None:
        return tuple(key for key in register.structure.parties if key != matter.initiator)
    return consultation.asked


def asked_in_words(register: Register, matter: Matter) -> str:
    """*alla 17 parter*, *alla parter utom Norrstad*, else their names; nothing where unknown."""
    consultation, parties = matter.consultation, asked(register, matter)
    if consultation is None or consultation.asked is not None:
        return join([register.party(party) for party in parties])
    called = word(register, "party")
    if matter.initiator in register.structure.parties:
        return f"alla {called.many} utom {register.party(matter.initiator)}"
    return f"alla {count(len(parties), called.one, called.many)}"


def replies(register: Register, matter: Matter) -> tuple[Reply, ...]:
    """Those asked with their answers, then those who answered unasked."""
    consultation = matter.consultation
    if consultation is None:
        return ()
    parties = dict.fromkeys((*asked(register, matter), *consultation.answers))
    answers = consultation.answers
    return tuple(
        Reply(party, answers.get(party), _late(consultation, answers.get(party)))
        for party in parties
    )


def unanswered(register: Register, matter: Matter) -> tuple[str, ...]:
    """The parties that were asked and of whom no answer is recorded."""
    return tuple(reply.party for reply in replies(register, matter) if reply.answer is None)


def answers_in_words(register: Register, matter: Matter) -> str:
    """*6 av 11*, *16 av 16 och 1 till* where one answered unasked.

    *3* where it is not known who was asked; nothing where no one has answered either.
    """
    found, questioned = replies(register, matter), asked(register, matter)
    unasked = len(found) - len(questioned)
    if not questioned:
        return number(unasked) if unasked else ""
    answered = len(questioned) - len(unanswered(register, matter))
    more = f" och {number(unasked)} till" if unasked else ""
    return f"{number(answered)} av {number(len(questioned))}{more}"


def points_in_words(consultation: Consultation) -> str:
    """*8*, *4, 1 utan hantering*: how many views there are, and how many are not yet handled."""
    unhandled = sum(point.handling is None for point in consultation.points)
    left = f", {number(unhandled)} utan hantering" if unhandled else ""
    return f"{number(len(consultation.points))}{left}"


def _late(consultation: Consultation, answer: Answer | None) -> bool:
    due = consultation.due
    return bool(answer and answer.date and due and answer.date > due)


def reply_in_words(reply: Reply) -> str:
    """When an answer came: *3 mars 2031*, *dagen är inte känd*, *inget svar är antecknat*."""
    if reply.answer is None:
        return "inget svar är antecknat"
    if reply.answer.date is None:
        return "har svarat; dagen är inte känd"
    late = ", efter svarstiden" if reply.late else ""
    return f"{swedish_date(reply.answer.date)}{late}"


def stance_in_words(answer: Answer | None) -> str:
    """*stöder förslaget*, *inga synpunkter*, *stöder förslaget, inga synpunkter*, or nothing."""
    if answer is None:
        return ""
    parts = [STANCES[answer.stance] if answer.stance else ""]
    parts += ["inga synpunkter" if answer.no_views else ""]
    return ", ".join(part for part in parts if part)


def senders_in_words(register: Register, point: Point) -> str:
    """Whom a view came from: *Norrstad, Söderby och Grupp 1*."""
    senders = point.senders
    return join([register.party(s.party) if s.party else s.name or "" for s in senders])


def about(section: str, title: str | None) -> str:
    """What a view is about: *2.2 Sammansättning*, *Andra synpunkter: Arvoden*, *Arvoden*."""
    if not title:
        return section
    return f"{section}{'' if section[-1].isdecimal() else ':'} {title}"


def point_name(point: Point) -> str:
    """*synpunkten ”2.2 Sammansättning”*."""
    return f"synpunkten {quote(about(point.section, point.title))}"
