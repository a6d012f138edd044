"""What stands around the points of the minutes: facts, corrections, signatures, dispatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_facts import MODES
from vrtool.documents.minutes_view import CorrectionLine, Signature
from vrtool.documents.naming import full_name, times_in_words
from vrtool.documents.parts import Fact
from vrtool.model.meeting import Minutes
from vrtool.planning.approvals import approvals
from vrtool.planning.demands import DISPATCHED
from vrtool.planning.recipients import concerned
from vrtool.register.numbering import numbers
from vrtool.register.words import word
from vrtool.rules.dispatch import Addressees
from vrtool.text import join, sentence, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.meeting import Correction, Meeting
    from vrtool.planning.approvals import Approval
    from vrtool.planning.demands import Demands
    from vrtool.register.register import Register


def minutes_facts(register: Register, meeting: Meeting) -> Iterator[Fact]:
    """When, where and how, who led and who took the notes; only what is known."""
    minutes = meeting.minutes or Minutes()
    yield Fact("Tid", join(times_in_words(meeting)))
    if meeting.place:
        yield Fact("Plats", meeting.place)
    if meeting.mode:
        yield Fact("Mötesform", MODES[meeting.mode])
    if minutes.led_by:
        yield Fact("Mötet leddes av", full_name(register, minutes.led_by))
    if minutes.secretary:
        yield Fact("Sekreterare", full_name(register, minutes.secretary))


def corrections(meeting: Meeting, item: str | None = None) -> tuple[CorrectionLine, ...]:
    """The corrections in order of time; of one item's only, where it is named."""
    found = meeting.minutes.corrections if meeting.minutes else ()
    wanted = [one for one in found if item in {None, one.item}]
    ordered = sorted(wanted, key=lambda one: one.date)
    return tuple(
        CorrectionLine(swedish_date(one.date), _about(meeting, one), one.text) for one in ordered
    )


def _about(meeting: Meeting, correction: Correction) -> str:
    item = next((item for item in meeting.items if item.id == correction.item), None)
    if item is None:
        return ""
    number = numbers(meeting).get(item.id)
    return f"Punkt {number}, {item.title}" if number else item.title


# Who signs and adjusts


def signatures(demands: Demands, meeting: Meeting) -> Iterator[Signature]:
    """Who took the notes, who signs, and who adjusts, each once with the day it was done."""
    register, minutes = demands.register, meeting.minutes or Minutes()
    secretary = minutes.secretary
    if secretary:
        name = register.person(secretary)
        yield Signature(f"Vid {word(register, 'minutes').the}", name, "", "", line=False)
    for approval in approvals(demands, meeting):
        yield _signature(register, approval)


def _signature(register: Register, approval: Approval) -> Signature:
    verb = "undertecknat" if approval.signs else "justerat"
    return Signature(
        task="Undertecknas" if approval.signs else "Justeras",
        name=register.person(approval.who) if approval.who else "",
        title=approval.title,
        done=f"{verb} {swedish_date(approval.on)}" if approval.on else "",
        line=approval.on is None,
    )


# Where the minutes go


def dispatch(demands: Demands, meeting: Meeting) -> Iterator[Fact]:
    """To whom the minutes go: every party by kind, and whoever a matter concerns besides.

    The norms tell which body receives them in each kind of party, and whether they go to those a
    matter concerns (003, 2.3). Once they are out it is those they went to.
    """
    register = demands.register
    asked = [a for _, a in demands.set_by(DISPATCHED, Addressees, meeting.forum, meeting.date)]
    bodies = {kind: body for one in asked for kind, body in one.bodies.items()}
    sent = meeting.minutes.dispatched if meeting.minutes else None
    to = set(register.structure.parties if sent is None or sent.to is None else sent.to)
    for kind, called in register.structure.party_kinds.items():
        members = [
            p for key, p in register.structure.parties.items() if p.kind == kind and key in to
        ]
        names = sorted((party.short for party in members), key=sort_key)
        if names:
            body = f"{bodies[kind]} i " if kind in bodies else ""
            heading = called.many if len(names) > 1 else called.one
            yield Fact(sentence(heading), sentence(f"{body}{join(names)}"))
    others = sent.others if sent else concerned(demands, meeting)
    if others:
        yield Fact("Andra mottagare", join(others))


def dispatched(register: Register, meeting: Meeting) -> str:
    """*Minnesanteckningarna sändes ut 24 februari 2031.*, or nothing while they are not."""
    sent = meeting.minutes.dispatched if meeting.minutes else None
    if sent is None:
        return ""
    return f"{sentence(word(register, 'minutes').the)} sändes ut {swedish_date(sent.date)}."
