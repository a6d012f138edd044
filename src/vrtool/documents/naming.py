"""How people and bodies are called in the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date, swedish_hours, swedish_period
from vrtool.text import join

if TYPE_CHECKING:
    from vrtool.model.base import Sending
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register


def organisation_of(register: Register, person: str) -> str:
    """The organisation a person comes from, a party by its full name; nothing if unknown."""
    known = register.rosters.people.get(person)
    if known is None:
        return ""
    if known.organisation or known.party is None:
        return known.organisation or ""
    party = register.structure.parties.get(known.party)
    return party.name if party else known.party


def full_name(register: Register, person: str) -> str:
    """A person with title and organisation: *Anna Exempel, regiondirektör, Region Exempel*."""
    known = register.rosters.people.get(person)
    title = known.title if known else None
    parts = [register.person(person), title, organisation_of(register, person)]
    return ", ".join(part for part in parts if part)


def days_in_words(meeting: Meeting) -> str:
    """*fredagen den 11 februari 2022*, *torsdagen den 17 och fredagen den 18 juni 2021*."""
    return swedish_period(meeting.date, meeting.last_day, weekday=True)


def times_in_words(meeting: Meeting) -> tuple[str, ...]:
    """The meeting's days with their hours, as far as known: one text, or one for each day."""
    hours = [meeting.hours_on(day) for day in meeting.days]
    if not any(hours):
        return (days_in_words(meeting),)
    return tuple(
        f"{swedish_date(day, weekday=True)}{f' {swedish_hours(at)}' if at else ''}"
        for day, at in zip(meeting.days, hours, strict=True)
    )


def sent_in_words(register: Register, sending: Sending) -> str:
    """*28 januari 2022*, or *28 januari 2022 till Norrstad och Söderby* where not to all."""
    day = swedish_date(sending.date)
    if sending.to is None:
        return day
    return f"{day} till {join([register.party(party) for party in sending.to])}"
