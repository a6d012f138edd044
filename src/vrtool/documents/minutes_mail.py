"""The letters with which minutes go out: one to each party, one to each of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.home import after, home_view
from vrtool.documents.mail import Attachment, Letter, one_line
from vrtool.model.meeting import Minutes
from vrtool.planning.approvals import approvals
from vrtool.register.describe import the_minutes
from vrtool.register.words import word
from vrtool.text import join, sentence, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from vrtool.documents.home import AfterMeeting
    from vrtool.model.meeting import Dispatch, Meeting
    from vrtool.planning.approvals import Approval
    from vrtool.planning.demands import Demands
    from vrtool.register.register import Register


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whom a letter goes to: the name that its draft's file has, and the addresses.

    `party` is the party's id, empty for one of the others.
    """

    file: str
    party: str
    to: tuple[str, ...]
    cc: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receivers:
    """Those with an address, and the names of those without."""

    known: tuple[Receiver, ...]
    without: tuple[str, ...]


def receivers(register: Register, dispatch: Dispatch) -> Receivers:
    """Whom the minutes go to, by the addresses in `data/contacts.yaml`."""
    contacts, known, without = register.contacts, list[Receiver](), list[str]()
    for party in register.structure.parties if dispatch.to is None else dispatch.to:
        contact = contacts.parties.get(party)
        if contact:
            known.append(Receiver(f"{party}.eml", party, contact.to, contact.cc))
        else:
            without.append(register.party(party))
    by_name = {name.casefold(): to for name, to in contacts.others.items()}
    taken = {one.file for one in known}
    for name in dispatch.others:
        to = by_name.get(name.casefold())
        if to:
            known.append(Receiver(_free(slug(name), taken), "", to, ()))
        else:
            without.append(name)
    return Receivers(tuple(known), tuple(without))


def _free(stem: str, taken: set[str]) -> str:
    """A file name that no other letter has."""
    names = (f"{stem}{f'-{n}' if n > 1 else ''}.eml" for n in range(1, len(taken) + 2))
    free = next(name for name in names if name not in taken)
    taken.add(free)
    return free


def attachment_name(register: Register, meeting: Meeting) -> str:
    """*minnesanteckningar-ra-2030-01.pdf*: what the receiver sees the file called."""
    return f"{slug(word(register, 'minutes').one)}-{meeting.id}.pdf"


def letters(
    demands: Demands, meeting: Meeting, to: Sequence[Receiver], day: date, pdf: bytes
) -> dict[str, Letter]:
    """A letter to each of the receivers, by the name of its file."""
    register, there = demands.register, after(demands, meeting)
    attachment = Attachment(attachment_name(register, meeting), pdf)
    written = word(register, "minutes")
    name = the_minutes(register, meeting)
    subject = sentence(f"{written.one}{name.removeprefix(written.the)}")
    return {
        one.file: Letter(
            to=one.to,
            cc=one.cc,
            day=day,
            subject=subject,
            text="\n".join(_text(demands, meeting, there, one.party)),
            attachment=attachment,
        )
        for one in to
    }


# What a letter says


def _text(demands: Demands, meeting: Meeting, there: AfterMeeting, party: str) -> Iterator[str]:
    register = demands.register
    yield "Hej!"
    yield ""
    yield one_line(f"Här kommer {the_minutes(register, meeting)}.")
    yield from _standing(demands, meeting)
    if party:
        yield from _asked(there, party)
    yield ""
    yield "Med vänlig hälsning"
    yield from _sender(register, meeting)


def _standing(demands: Demands, meeting: Meeting) -> Iterator[str]:
    """Who has signed and adjusted, whether somebody is yet to, and what was set right since."""
    register, minutes = demands.register, meeting.minutes or Minutes()
    they = word(register, "minutes").agree("Den", "Det", "De")
    asked = approvals(demands, meeting)
    for signs, verb in ((True, "undertecknades"), (False, "justerades")):
        when = [*_when(register, [one for one in asked if one.signs is signs])]
        if when:
            yield one_line(f"{they} {verb} {join(when)}.")
    if any(approval.on is None for approval in asked):
        settled = word(register, "minutes").agree("justerad", "justerat", "justerade")
        yield f"{they} är ännu inte {settled} av alla som ska göra det."
    days = [swedish_date(day) for day in sorted({one.date for one in minutes.corrections})]
    if days:
        yield one_line(f"Sedan dess är något rättat, {join(days)}.")


def _when(register: Register, asked: Sequence[Approval]) -> Iterator[str]:
    """*17 oktober 2031 av Anna Exempel och Bo Exempel*, for each day."""
    for day in sorted({one.on for one in asked if one.on}):
        names = [register.person(one.who) for one in asked if one.on == day and one.who]
        yield f"{swedish_date(day)} av {join(names)}"


def _asked(there: AfterMeeting, party: str) -> Iterator[str]:
    """What the party is to decide and do; more stands on its sheet to take home."""
    home = home_view(there, party)
    decisions = [line.what for line in home.decisions if not line.done]
    tasks = [f"{one.task}{f' ({one.due})' if one.due else ''}" for one in home.assignments]
    for heading, lines in (
        ("För er att besluta om:", decisions),
        (f"{home.assignments_heading} till er:", tasks),
    ):
        if lines:
            yield ""
            yield one_line(heading)
            yield from (one_line(f"- {line}") for line in lines)


def _sender(register: Register, meeting: Meeting) -> Iterator[str]:
    secretary = meeting.minutes.secretary if meeting.minutes else None
    if secretary:
        yield one_line(register.person(secretary))
    party = register.structure.parties.get(register.structure.secretariat)
    if party:
        yield one_line(party.name)
