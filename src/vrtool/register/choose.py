"""Find the record a person means: ids, names and dates matched forgivingly."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from vrtool.dates import forgiving_day, parse_day
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.costs import Costs
from vrtool.model.item import Item
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.numbering import numbers
from vrtool.register.register import Register
from vrtool.register.times import first_moment
from vrtool.register.words import word
from vrtool.text import did_you_mean, fold, join, sentence


class SeveralFitError(WrongUsage):
    """More than one meeting fits what was asked for; `meetings` are those."""

    def __init__(self, register: Register, text: str, meetings: list[Meeting]) -> None:
        named = join([f"{m.id} ({meeting_name(register, m)})" for m in meetings[:8]], "eller")
        super().__init__(f"”{text}” passar flera möten: {named}. Skriv mötets id.")
        self.meetings = meetings


def meeting(register: Register, text: str) -> Meeting:
    """The meeting meant by an id (`xx-2030-01`) or `FORUM@DATE`.

    Raises WrongUsage where none fits, with the nearest; SeveralFitError where several do;
    CannotDo where its file cannot be read.
    """
    exact = register.meetings.get(fold(text))
    if exact is not None:
        return exact
    forum, at, day = text.partition("@")
    if fold(text) in register.broken:
        raise CannotDo(f"Filen för {fold(text)} går inte att läsa: kör vr check för att se varför.")
    if not at:
        raise WrongUsage(
            f"Det finns inget möte ”{text}”.{did_you_mean(text, list(register.meetings))} "
            "Skriv mötets id eller FORUM@DATUM; vr meeting list visar alla."
        )
    fitting = _fitting(register, text, forum_id(register, forum), day)
    if len(fitting) > 1:
        raise SeveralFitError(register, text, fitting)
    return fitting[0]


def _fitting(register: Register, text: str, forum: str, day: str) -> list[Meeting]:
    try:
        pattern = forgiving_day(day)
    except ValueError as error:
        raise WrongUsage(f"”{text}”: {error}.") from error
    meetings = register.by_forum.get(forum, ())
    found = [m for m in meetings if any(pattern.matches(d) for d in m.days)]
    if not found:
        name = register.structure.forums[forum].names[-1].in_text
        held = join([m.date.isoformat() for m in meetings[-5:]])
        recent = f" De senaste är {held}." if held else ""
        raise WrongUsage(f"{sentence(name)} har inget möte ”{day}”.{recent}")
    return found


def forum_id(register: Register, text: str) -> str:
    """The forum meant by its id, short form or any of its names. Raises WrongUsage for none."""
    names = {
        fold(name): key
        for key, forum in register.structure.forums.items()
        for entry in forum.names
        for name in (key, forum.short, entry.name, entry.short_name, entry.in_text)
    }
    found = names.get(fold(text))
    if found is None:
        known = join(sorted(register.structure.forums))
        raise WrongUsage(
            f"Det finns inget forum ”{text}”.{did_you_mean(fold(text), list(names))} "
            f"Forumen är {known}."
        )
    return found


def matter(register: Register, text: str) -> Matter:
    """The matter meant by its id or title.

    Raises WrongUsage where none or several fit; CannotDo where its file cannot be read.
    """
    wanted = fold(text)
    exact = register.matters.get(wanted)
    if exact is not None:
        return exact
    found = [m for m in register.matters.values() if wanted and wanted in fold(m.title)]
    if len(found) == 1:
        return found[0]
    if found:
        named = join([f"{m.id} ”{m.title}”" for m in found[:8]], "eller")
        raise WrongUsage(f"”{text}” passar flera ärenden: {named}. Skriv ärendets id.")
    if wanted in register.broken:
        raise CannotDo(f"Filen för {wanted} går inte att läsa: kör vr check för att se varför.")
    candidates = [name for m in register.matters.values() for name in (m.id, fold(m.title))]
    raise WrongUsage(
        f"Det finns inget ärende ”{text}”.{did_you_mean(wanted, candidates)} "
        "vr matter list visar alla."
    )


def party_id(register: Register, text: str) -> str:
    """The party meant by its id or either of its names. Raises WrongUsage for none."""
    names = {
        fold(name): key
        for key, party in register.structure.parties.items()
        for name in (key, party.name, party.short)
    }
    found = names.get(fold(text))
    if found is None:
        known, party = join(sorted(register.structure.parties)), word(register, "party")
        raise WrongUsage(
            f"Det finns {party.none} ”{text}”.{did_you_mean(fold(text), list(names))} "
            f"{sentence(party.the_many)} är {known}."
        )
    return found


def party_or_forum_id(register: Register, text: str) -> str:
    """The party or forum meant, by any of its names. Raises WrongUsage for none."""
    for one in (party_id, forum_id):
        with suppress(WrongUsage):
            return one(register, text)
    known = [*register.structure.parties, *register.structure.forums]
    named = word(register, "party")
    raise WrongUsage(
        f"”{text}” är varken {named.one} eller forum.{did_you_mean(fold(text), known)} "
        f"{sentence(named.the_many)} och forumen står i {register.place(Kind.STRUCTURE).path}."
    )


def topic_id(register: Register, text: str) -> str:
    """The topic meant by its id or name. Raises WrongUsage for none."""
    topics = register.structure.topics
    return _named(text, topics, f"ämne ”{text}”", "Ämnena", register.place(Kind.STRUCTURE).path)


def process_id(register: Register, text: str) -> str:
    """The type of process meant by its id or name. Raises WrongUsage for none."""
    names = {key: kind.name for key, kind in register.processes.items()}
    folder = f"data/{Kind.PROCESS.place}"
    return _named(text, names, f"slag av process ”{text}”", "De", folder)


def _named(text: str, names: Mapping[str, str], what: str, those: str, where: str) -> str:
    by_name = {fold(name): key for key, given in names.items() for name in (key, given)}
    found = by_name.get(fold(text))
    if found is not None:
        return found
    told = f"{those} som finns är {join(sorted(names))}." if names else "Det finns inga ännu."
    raise WrongUsage(
        f"Det finns inget {what}.{did_you_mean(fold(text), list(by_name))} {told} "
        f"De står i {where}."
    )


def item(meeting: Meeting, text: str) -> Item:
    """The item of a meeting meant by its number, its id or a part of its title.

    Raises WrongUsage where none or several fit.
    """
    wanted, numbered = fold(text), numbers(meeting)
    exact = [i for i in meeting.items if wanted in {fold(i.id), str(numbered.get(i.id, "–"))}]
    found = exact or [i for i in meeting.items if wanted and wanted in fold(i.title)]
    if len(found) == 1:
        return found[0]
    listed = [f"{numbered.get(i.id, '–')} {i.id} ({i.title})" for i in found or meeting.items]
    if found:
        raise WrongUsage(
            f"”{text}” passar flera punkter: {join(listed, 'eller')}. Skriv en av dem."
        )
    known = f" Punkterna är {join(listed)}." if listed else " Mötet har inga punkter."
    raise WrongUsage(f"Mötet har ingen punkt ”{text}”.{known}")


def person_id(register: Register, text: str) -> str:
    """The person meant by id, name or alias, or by a part of a name that only one person has.

    Raises WrongUsage where none or several fit, CannotDo where the people cannot be read.
    """
    if Kind.ROSTERS in register.broken.kinds:
        path = register.place(Kind.ROSTERS).path
        raise CannotDo(f"{path} går inte att läsa: kör vr check för att se varför.")
    if text in register.rosters.people:  # an id may be the name of somebody else too
        return text
    wanted = fold(text)
    known = {
        key: {key, *(fold(name) for name in (person.name, *person.aliases))}
        for key, person in register.rosters.people.items()
    }
    found = [key for key, names in known.items() if wanted in names]
    found = found or [key for key, names in known.items() if _is_part(wanted, names)]
    if len(found) == 1:
        return found[0]
    if found:
        named = join([f"{key} ({register.person(key)})" for key in sorted(found)[:8]], "eller")
        raise WrongUsage(f"”{text}” passar flera personer: {named}. Skriv personens id.")
    candidates = [name for names in known.values() for name in names]
    raise WrongUsage(
        f"Det finns ingen person ”{text}”.{did_you_mean(wanted, candidates)} "
        f"Personerna står under people i {register.place(Kind.ROSTERS).path}."
    )


def _is_part(wanted: str, names: set[str]) -> bool:
    """Whether it is a whole word of one of the names, or several: *bo*, *von-exempel*."""
    return bool(wanted) and any(f"-{wanted}-" in f"-{name}-" for name in names)


def costs(register: Register, text: str) -> Costs:
    """The costs of the year meant. Raises WrongUsage for a year without, CannotDo for one whose
    file cannot be read.
    """
    year = text.strip()
    found = register.costs.get(year)
    if found is not None:
        return found
    if f"data/{Kind.COSTS.place}/{year}.yaml" in register.broken.paths:
        raise CannotDo(f"Filen för {year} går inte att läsa: kör vr check för att se varför.")
    known = sorted(register.costs)
    told = (
        f"De år som har dem är {join(known)}."
        if known
        else (f"De läggs i mappen data/{Kind.COSTS.place}, en fil för varje år.")
    )
    raise WrongUsage(f"Det finns inga kostnader för ”{text}”. {told}")


def coming_meetings(register: Register, today: date) -> list[Meeting]:
    """The meetings not yet over and not cancelled, the first to begin first."""
    coming = (m for m in register.meetings.values() if m.cancelled is None and m.last_day >= today)
    return sorted(coming, key=first_moment)


def next_meetings(register: Register, today: date) -> list[Meeting]:
    """The meetings of the first day with any, from today on."""
    coming = coming_meetings(register, today)
    return [meeting for meeting in coming if meeting.date == coming[0].date]


def day(text: str) -> date:
    """A day given on the command line. Raises WrongUsage for anything but a real date."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise WrongUsage(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
