"""Who answers for the notes: the secretary's party, and those who adjust them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from vrtool.diagnostic import Verdict
from vrtool.model.base import Id, none_as_empty
from vrtool.model.meeting import Form, Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import definite_title, meeting_name, the_minutes
from vrtool.register.register import Register
from vrtool.register.rosters import office_holder
from vrtool.register.seats import party_of_body, title_of
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import genitive, join, sentence


class Secretariat(Parameters):
    """`party`: whose the secretary is, else the structure's secretariat.

    `forms`: at which kinds of meeting; all of them where none is named.
    """

    party: Id | None = None
    forms: Annotated[tuple[Form, ...], BeforeValidator(none_as_empty)] = ()

    def references(self) -> Names:
        """The party."""
        if self.party is not None:
            yield ("party",), self.party, Target.PARTY


@rule("VR604", "secretary-party", subject=Subject.MEETING, wakes=Phase.HELD, parameters=Secretariat)
def secretary_party(
    meeting: Meeting, parameters: Secretariat, context: Context
) -> Iterator[Verdict]:
    """The notes were taken by someone of another party than the one that answers for them."""
    register = context.register
    if parameters.forms and meeting.form not in parameters.forms:
        return
    wanted = parameters.party or register.structure.secretariat
    secretary = meeting.minutes.secretary if meeting.minutes else None
    at = register.meeting_place(meeting, "minutes", "secretary")
    found = _parties(register, meeting, secretary) if secretary else frozenset()
    if not secretary or not found:
        yield unknown(meeting.id, at)
    elif wanted in found:
        yield holds(meeting.id, at)
    else:
        own = join([register.party(party) for party in sorted(found)])
        yield breach(
            meeting.id,
            at,
            f"Sekreterare vid {meeting_name(register, meeting)} var {register.person(secretary)} "
            f"från {own}; {register.party(wanted)} ska svara för "
            f"{word(register, 'minutes').the}.",
            f"rätta secretary till {genitive(register.party(wanted))} sekreterare, eller ange ett "
            "avsteg med skäl.",
        )


def _parties(register: Register, meeting: Meeting, person: str) -> frozenset[str]:
    """The party a person belongs to, else those whose offices the person held that day."""
    known = register.rosters.people.get(person)
    if known is not None and known.party:
        return frozenset((known.party,))
    held = [
        party_of_body(register, office)
        for office, tenures in register.rosters.offices.items()
        if any(tenure.who == person and tenure.covers(meeting.date) for tenure in tenures)
    ]
    return frozenset(party for party in held if party)


@rule("VR608", "not-adjusted", subject=Subject.MEETING, wakes=Phase.HELD)
def not_adjusted(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The notes were not adjusted by the chair and every vice chair."""
    register = context.register
    found = context.rulebook.composition(meeting.forum, meeting.date)
    if found is None or not (found[1].chair and found[1].vice_chairs):
        return
    adjusted = meeting.minutes.adjusted if meeting.minutes else ()
    at = register.meeting_place(meeting, "minutes", *(("adjusted",) if adjusted else ()))
    by = {adjustment.by for adjustment in adjusted}
    days = [meeting.date, *(adjustment.date for adjustment in adjusted)]
    presidium = [(office, _holders(register, office, days)) for office in found[1].presidium]
    lacking = [(office, people) for office, people in presidium if by.isdisjoint(people)]
    if not lacking:
        yield holds(meeting.id, at)
    elif by and not all(people for _, people in lacking):
        yield unknown(meeting.id, at)
    else:
        minutes = word(register, "minutes")
        names = join([_named(register, office, people) for office, people in lacking])
        yield absent(
            meeting.id,
            at,
            f"{sentence(the_minutes(register, meeting))} är inte "
            f"{minutes.agree('justerad', 'justerat', 'justerade')} av {names}.",
            f"låt {minutes.it} justeras och skriv vem och när (adjusted: by, date), eller ange "
            "ett avsteg med skäl.",
            known=fully_known(register, meeting),
        )


def _holders(register: Register, office: str, days: list[date]) -> list[str]:
    """Whoever held the office at the meeting, or when someone adjusted its notes."""
    holders = (office_holder(register, office, day) for day in days)
    return [holder for holder in holders if holder]


def _named(register: Register, office: str, people: list[str]) -> str:
    title = definite_title(title_of(register, office))
    return f"{title} {register.person(people[0])}" if people else title
