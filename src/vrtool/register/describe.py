"""How records are called in a sentence: by human name and date, never by id alone."""

from __future__ import annotations

from datetime import date

from vrtool.dates import swedish_date, swedish_period
from vrtool.model.item import Item
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.register import Register
from vrtool.register.times import first_moment
from vrtool.register.words import word
from vrtool.text import join, sort_key


def meeting_name(register: Register, meeting: Meeting, *, year: bool = True) -> str:
    """*rådet 11 februari 2030*; over two days *17–18 juni 2021*."""
    forum = register.forum_name(meeting.forum, meeting.date)
    if meeting.end is None:
        return f"{forum} {swedish_date(meeting.date, year=year)}"
    return f"{forum} {swedish_period(meeting.date, meeting.end, year=year)}"


def the_agenda(register: Register, meeting: Meeting) -> str:
    """*dagordningen för rådet 11 februari 2030*."""
    return f"{word(register, 'agenda').the} för {meeting_name(register, meeting)}"


def the_notice(register: Register, meeting: Meeting) -> str:
    """*kallelsen till rådet 11 februari 2030*."""
    return f"{word(register, 'notice').the} till {meeting_name(register, meeting)}"


def the_minutes(register: Register, meeting: Meeting) -> str:
    """*minnesanteckningarna från rådet 11 februari 2030*."""
    return f"{word(register, 'minutes').the} från {meeting_name(register, meeting)}"


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
    """Parties' short names in a list: kind by kind, each in order of the alphabet."""
    known = register.structure.parties
    kinds = [known[key].kind if key in known else None for key in identifiers]
    order = {kind: place for place, kind in enumerate(register.structure.party_kinds)}
    placed = sorted(
        (order.get(kind or "", len(order)), sort_key(name), name)
        for kind, name in zip(kinds, map(register.party, identifiers), strict=True)
    )
    return join([name for _, _, name in placed])


def actor(register: Register, identifier: str, day: date) -> str:
    """A forum by its name on the day, a party by its short name, a person by name."""
    if identifier in register.structure.forums:
        return register.forum_name(identifier, day)
    if identifier in register.structure.parties:
        return register.party(identifier)
    return register.person(identifier)


def definite_title(title: str) -> str:
    """*ordföranden*: the title of an office in the definite; the offices that lead end in -e."""
    return f"{title}n" if title.endswith("e") else title


def next_time(register: Register, forum: str, after: Meeting) -> str:
    """* 4 april 2031*: when the forum meets next after a meeting; nothing where it is not known."""
    later = [
        other
        for other in register.by_forum.get(forum, ())
        if other.cancelled is None and first_moment(other) > first_moment(after)
    ]
    return f" {swedish_date(later[0].date)}" if later else ""
