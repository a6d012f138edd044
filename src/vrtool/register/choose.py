"""Find the record a person means: ids, names and dates matched forgivingly."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vrtool.dates import forgiving_day, parse_day
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name
from vrtool.register.register import Register
from vrtool.register.times import first_moment
from vrtool.text import did_you_mean, fold, join


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
        name = register.structure.forums[forum].names[-1].short_name
        held = join([m.date.isoformat() for m in meetings[-5:]])
        recent = f" De senaste är {held}." if held else ""
        raise WrongUsage(f"{name.capitalize()} har inget möte ”{day}”.{recent}")
    return found


def forum_id(register: Register, text: str) -> str:
    """The forum meant by its id, short form or any of its names. Raises WrongUsage for none."""
    names = {
        fold(name): key
        for key, forum in register.structure.forums.items()
        for entry in forum.names
        for name in (key, forum.short, entry.name, entry.short_name)
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
    """The matter meant by its id or title. Raises WrongUsage where none or several fit."""
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
    candidates = [name for m in register.matters.values() for name in (m.id, fold(m.title))]
    raise WrongUsage(
        f"Det finns inget ärende ”{text}”.{did_you_mean(wanted, candidates)} "
        "vr matter list visar alla."
    )


def next_meetings(register: Register, today: date) -> list[Meeting]:
    """The meetings of the first day with any, from today on."""
    coming = [m for m in register.meetings.values() if m.cancelled is None and m.last_day >= today]
    first = min((m.date for m in coming), default=None)
    return sorted((m for m in coming if m.date == first), key=first_moment)


def day(text: str) -> date:
    """A day given on the command line. Raises WrongUsage for anything but a real date."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise WrongUsage(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


def known_ids(records: Iterable[str], start: str) -> list[str]:
    """The ids that begin as given, for completion while typing."""
    return sorted(key for key in records if key.startswith(start))
