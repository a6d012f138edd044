"""How records are called in a sentence: by human name and date, never by id alone."""

from __future__ import annotations

from vrtool.dates import swedish_date, swedish_period
from vrtool.model.item import Item
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.register import Register
from vrtool.text import join


def meeting_name(register: Register, meeting: Meeting, *, year: bool = True) -> str:
    """*rådet 11 februari 2030*; over two days *17–18 juni 2021*."""
    forum = register.forum_name(meeting.forum, meeting.date)
    if meeting.end is None:
        return f"{forum} {swedish_date(meeting.date, year=year)}"
    return f"{forum} {swedish_period(meeting.date, meeting.end, year=year)}"


def item_name(register: Register, item: Item) -> str:
    """*ärendet 2030-001 ”Gemensam växel”*, or *punkten ”Läget”*."""
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    if matters:
        return join([matter_name(matter) for matter in matters])
    return f"punkten ”{item.title}”"


def matter_name(matter: Matter) -> str:
    """*ärendet 2030-001 ”Gemensam växel”*."""
    return f"ärendet {matter.id} ”{matter.title}”"


def people(register: Register, identifiers: tuple[str, ...] | list[str]) -> str:
    """Names in a list: *Anna Exempel och Bo Exempel*."""
    return join([register.person(identifier) for identifier in identifiers])


def parties(register: Register, identifiers: tuple[str, ...] | list[str]) -> str:
    """Parties' short names in a list."""
    return join([register.party(identifier) for identifier in identifiers])
