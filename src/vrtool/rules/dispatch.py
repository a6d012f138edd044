"""Where the minutes go, and how soon: to every party, and to whoever a matter concerns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Related, Verdict
from vrtool.model.base import Count, Flag, Id, Text
from vrtool.model.matter import Matter
from vrtool.model.meeting import Dispatch, Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import matter_name, meeting_name
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import count, join, sentence


class Addressees(Parameters):
    """`bodies`: which body receives them in each kind of party, as a sentence names it.

    `concerned`: whether they go to whoever a matter on the agenda concerns as well.
    """

    bodies: dict[Id, Text] = Field(default={})
    concerned: Flag = False

    def references(self) -> Names:
        """The kinds of party."""
        for kind in self.bodies:
            yield ("bodies", kind), kind, Target.PARTY_KIND


@rule(
    "VR602",
    "not-dispatched-to-all",
    subject=Subject.MEETING,
    wakes=Phase.DISPATCHED,
    parameters=Addressees,
)
def not_dispatched_to_all(
    meeting: Meeting, parameters: Addressees, context: Context
) -> Iterator[Verdict]:
    """The notes did not go to every party, or to someone else whom a matter concerns."""
    register, sent = context.register, _dispatched(meeting)
    if sent is None:
        return
    yield _to_parties(register, meeting, sent, parameters)
    if parameters.concerned:
        yield from _to_concerned(register, meeting, sent)


def _to_parties(
    register: Register, meeting: Meeting, sent: Dispatch, parameters: Addressees
) -> Verdict:
    at = register.meeting_place(meeting, "minutes", "dispatched")
    left_out = [p for p in register.structure.parties if sent.to is not None and p not in sent.to]
    if not left_out:
        return holds(meeting.id, at)
    receivers = join([_receiver(register, party, parameters) for party in left_out])
    return breach(
        meeting.id,
        at,
        f"{_minutes_from(register, meeting)} sändes inte till {receivers}.",
        "sänd dem även dit och skriv till, eller ange ett avsteg med skäl.",
    )


def _receiver(register: Register, party: str, parameters: Addressees) -> str:
    body = parameters.bodies.get(register.structure.parties[party].kind)
    return f"{body} i {register.party(party)}" if body else register.party(party)


def _to_concerned(register: Register, meeting: Meeting, sent: Dispatch) -> Iterator[Verdict]:
    """A verdict for each matter on the agenda, by whether those it concerns got the notes."""
    for key in dict.fromkeys(key for item in meeting.items for key in item.all_matters):
        matter = register.matters.get(key)
        if matter is None:
            yield unknown(key, register.meeting_place(meeting, "minutes", "dispatched"))
        elif matter.concerns:
            yield _about_matter(register, meeting, sent, matter)


def _about_matter(register: Register, meeting: Meeting, sent: Dispatch, matter: Matter) -> Verdict:
    at = register.meeting_place(meeting, "minutes", "dispatched")
    parties, others = register.structure.parties, {name.casefold() for name in sent.others}
    # A party that was left out is told of among the parties.
    missed = [c for c in matter.concerns if c not in parties and c.casefold() not in others]
    if not missed:
        return holds(matter.id, at)
    return absent(
        matter.id,
        at,
        f"{_minutes_from(register, meeting)} sändes inte till {join(missed)}, som berörs av "
        f"{matter_name(matter)}.",
        "sänd dem även dit och skriv till mottagaren under others:, eller ange ett avsteg med "
        "skäl.",
        Related(register.matter_place(matter, "concerns"), "här anges vilka som berörs"),
        known=fully_known(register, meeting),
    )


class Within(Parameters):
    """`within_days`: how many days after the meeting's last day the notes are to be out."""

    within_days: Annotated[Count, Field(ge=1)]


@rule(
    "VR603", "dispatched-late", subject=Subject.MEETING, wakes=Phase.DISPATCHED, parameters=Within
)
def dispatched_late(meeting: Meeting, parameters: Within, context: Context) -> Iterator[Verdict]:
    """The notes went out later than what is set as promptly."""
    register, sent = context.register, _dispatched(meeting)
    if sent is None:
        return
    at = register.meeting_place(meeting, "minutes", "dispatched")
    days = (sent.date - meeting.last_day).days
    if days <= parameters.within_days:
        yield holds(meeting.id, at)
        return
    yield breach(
        meeting.id,
        at,
        f"{_minutes_from(register, meeting)} sändes ut {swedish_date(sent.date)}, "
        f"{count(days, 'dag', 'dagar')} efter mötet; "
        f"{count(parameters.within_days, 'dag', 'dagar')} är satt som skyndsamt.",
        "sänd ut dem tidigare nästa gång, eller ange ett avsteg med skäl.",
    )


def _dispatched(meeting: Meeting) -> Dispatch | None:
    return meeting.minutes.dispatched if meeting.minutes else None


def _minutes_from(register: Register, meeting: Meeting) -> str:
    return f"{sentence(word(register, 'minutes').the)} från {meeting_name(register, meeting)}"
