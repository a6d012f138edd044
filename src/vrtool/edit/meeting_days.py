"""The days of a meeting that is laid out or moved: those it cannot have, and what to think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.days_off import off_work
from vrtool.errors import CannotDo
from vrtool.register.kinds import Kind
from vrtool.register.times import apart
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register


def refuse_day(register: Register, meeting: Meeting) -> None:
    """Raise CannotDo where the forum does not stand on one of the meeting's days, or has another
    meeting then that hours do not tell apart.
    """
    forum = register.structure.forums.get(meeting.forum)
    if forum is None:
        raise CannotDo(f"Forumet {meeting.forum} finns inte: rätta forum: i mötets fil först.")
    name = sentence(register.forum_name(meeting.forum, meeting.date))
    for day in meeting.days:
        if not forum.span.contains(day):
            raise CannotDo(
                f"{name} finns inte {swedish_date(day)}: se from och to i "
                f"{register.place(Kind.STRUCTURE).path}."
            )
    for day, other in _others(register, meeting):
        if other.forum == meeting.forum:
            raise CannotDo(
                f"{name} har redan ett möte {swedish_date(day)}: {other.id}. Välj en annan dag, "
                "eller ange hours för båda så att de skiljs åt."
            )


def remarks(register: Register, meeting: Meeting) -> Iterator[str]:
    """Sentences on days when people are off work or another forum meets."""
    for day in meeting.days:
        what = off_work(day, register.structure.country)
        if what:
            yield f"{sentence(swedish_date(day))} är {what}."
    for day, other in _others(register, meeting):
        if other.forum != meeting.forum:
            name = register.forum_name(other.forum, day)
            yield f"{sentence(swedish_date(day))} möts också {name} ({other.id})."


def _others(register: Register, meeting: Meeting) -> Iterator[tuple[date, Meeting]]:
    """The other meetings on the same days, those that hours tell apart left out."""
    for other in register.chronological:
        if other.id == meeting.id or other.cancelled:
            continue
        shared = [day for day in meeting.days if day in other.days]
        yield from ((day, other) for day in shared if not apart(meeting, other, day))
