"""Consultations: everyone asked has answered, and every view is handled and was somebody's."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Place, Pointer, Related, Severity, Verdict
from vrtool.model.consultation import Consultation, Handling, Point
from vrtool.model.matter import Matter
from vrtool.register.consultations import point_name, unanswered
from vrtool.register.describe import matter_name, meeting_name, parties
from vrtool.register.register import Appearance, Register
from vrtool.register.words import word
from vrtool.rules.base import Context, breach, data_rule
from vrtool.rules.preparation import takes_position
from vrtool.text import genitive, join, sentence


def _consultations(register: Register) -> Iterator[tuple[Matter, Consultation]]:
    for matter in register.matters.values():
        if matter.consultation is not None:
            yield matter, matter.consultation


def _about(matter: Matter) -> str:
    return f"remissen om {matter_name(matter)}"


@data_rule("VR151", "consultation-unanswered", severity=Severity.NOTE)
def consultation_unanswered(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """The answers are compiled, and of some who were asked there is none."""
    for matter, consultation in _consultations(register):
        silent = unanswered(register, matter)
        if consultation.closed is None or not silent:
            continue
        yield breach(
            matter.id,
            register.matter_place(matter, "consultation", "closed"),
            f"{sentence(_about(matter))} är sammanställd utan svar från "
            f"{parties(register, list(silent))}.",
            f"Skriv in svaret under answers (no-views för {word(register, 'party').a} utan "
            "synpunkter). Kom det inget "
            "svar behöver inget göras: sammanställningen säger det.",
        )


@data_rule("VR152", "point-unhandled", severity=Severity.WARNING)
def point_unhandled(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A view is not handled, or without a reason, though by now it should be."""
    for matter, consultation in _consultations(register):
        position = _position(register, matter)
        if consultation.closed is None and position is None:
            continue
        for index, point in enumerate(consultation.points):
            if point.handling is None or (point.handling in _UNTOLD and not point.reason):
                at = register.matter_place(matter, "consultation", "points", index)
                yield _unhandled(register, matter, point, at, position)


_UNTOLD = {
    None: "hur {point} har hanterats",
    Handling.NOT_TAKEN_IN: "varför {point} inte har tagits in",
    Handling.LATER_PROCESS: "varför {point} lämnas till en kommande process",
    Handling.CLARIFIED: "vad som har förtydligats med anledning av {point}",
}
"""What is not told without a reason; what is taken in speaks for itself."""


def _position(register: Register, matter: Matter) -> Appearance | None:
    """Where the matter is first up for a position."""
    return next((up for up in register.path_of(matter.id) if takes_position(up)), None)


def _unhandled(
    register: Register, matter: Matter, point: Point, at: Place, position: Appearance | None
) -> Verdict:
    untold = _UNTOLD[point.handling].format(point=point_name(point))
    related: list[Related] = []
    if position is None:
        since = "remissen är sammanställd"
    else:
        since = (
            f"ärendet är uppe för {word(register, 'position').one} vid "
            f"{meeting_name(register, position.meeting)}"
        )
        place = register.meeting_place(position.meeting, *position.pointer)
        related.append(Related(place, "här är ärendet uppe"))
    missing = [name for name in ("handling", "reason") if not getattr(point, name)]
    return breach(
        point.id,
        at,
        f"I {_about(matter)} framgår inte {untold}, fast {since}.",
        f"Skriv {join(missing)} vid synpunkten.",
        *related,
    )


@data_rule("VR153", "answer-not-asked", severity=Severity.WARNING)
def answer_not_asked(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """An answer from a party that was not asked, or a view from one that gave none."""
    known = register.structure.parties
    for matter, consultation in _consultations(register):
        for party in consultation.answers:
            if consultation.asked and party not in consultation.asked and party in known:
                yield _unasked(register, matter, party)
        for index, point in enumerate(consultation.points):
            for place, sender in enumerate(point.senders):
                told = _told_otherwise(consultation, sender.party) if sender.party else ""
                if told and sender.party in known:
                    pointer: Pointer = ("consultation", "points", index, "from", place)
                    at = register.matter_place(matter, *pointer)
                    yield _not_theirs(register, matter, point, at, (sender.party, told))


def _unasked(register: Register, matter: Matter, party: str) -> Verdict:
    at = register.matter_place(matter, "consultation", "answers", party)
    return breach(
        party,
        Place(at.path, at.pointer, on_key=True),
        f"{register.party(party)} har svarat på {_about(matter)} men står inte bland de "
        "tillfrågade.",
        f"Lägg till {word(register, 'party').the} under asked, eller rätta vem svaret kom från.",
    )


def _told_otherwise(consultation: Consultation, party: str) -> str:
    """What the answers say that a party with a view cannot have done; nothing if it can."""
    answer = consultation.answers.get(party)
    if answer is None:
        return "som inte har svarat"
    return "som svarade att den inte hade några synpunkter" if answer.no_views else ""


def _not_theirs(
    register: Register, matter: Matter, point: Point, at: Place, sender: tuple[str, str]
) -> Verdict:
    """In: the party that the view is put down to, and what it did otherwise."""
    party, told = sender
    return breach(
        party,
        at,
        f"{sentence(point_name(point))} i {_about(matter)} kommer från {register.party(party)}, "
        f"{told}.",
        f"Skriv {genitive(word(register, 'party').the)} svar under answers, eller rätta from vid "
        "synpunkten.",
    )
