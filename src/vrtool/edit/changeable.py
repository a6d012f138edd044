"""What the commands that change a meeting share: which can be changed, and how it is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.change import edited, write
from vrtool.errors import CannotDo
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.phases import held
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register


def meeting_of(register: Register, key: str) -> Meeting:
    """The meeting with the id. Raises CannotDo where it is gone since it was asked for."""
    if key not in register.meetings:
        raise CannotDo(f"Mötet {key} finns inte längre. Kör kommandot igen.")
    return register.meetings[key]


def standing(register: Register, key: str) -> Meeting:
    """The same; raises CannotDo for one that is cancelled too."""
    meeting = meeting_of(register, key)
    if meeting.cancelled:
        raise CannotDo(
            f"{sentence(meeting_name(register, meeting))} är inställt: {meeting.cancelled.reason}"
        )
    return meeting


def not_held(register: Register, meeting: Meeting) -> Meeting:
    """The meeting; raises CannotDo where it has been held."""
    if held(meeting):
        raise CannotDo(
            f"{sentence(meeting_name(register, meeting))} är hållet, och det som gällde före "
            "mötet ändras inte. Är något fel antecknat, rätta det i "
            f"{register.meeting_place(meeting).path}."
        )
    return meeting


def refuse_after(meeting: Meeting, day: date, what: str) -> None:
    """Raise CannotDo where something before a meeting is dated after it; `what` opens the sentence:
    *Kallelsen till rådet 3 mars 2031 kan inte ha gått ut*.
    """
    if day > meeting.last_day:
        raise CannotDo(f"{what} {swedish_date(day)}, efter mötet. Rätta dagen.")


def refuse_doubles(register: Register, meeting: Meeting) -> None:
    """Raise CannotDo where two items share an id, so that it does not tell which is meant."""
    counted = Counter(item.id for item in meeting.items)
    doubles = [key for key, times in counted.items() if times > 1]
    if doubles:
        raise CannotDo(
            f"Flera punkter vid {meeting_name(register, meeting)} har id {join(doubles)}. Ge dem "
            f"olika i {register.meeting_place(meeting).path} först."
        )


def written(
    lock: Lock, register: Register, meeting: Meeting, edits: Iterable[Edit]
) -> tuple[Path, ...]:
    """The meeting's file after the edits, written. Out: the files written, none where nothing new.

    Raises CannotDo, before anything is written, as `edited` and `write` do.
    """
    path = register.meeting_place(meeting).path
    return tuple(write(lock, [edited(lock, Kind.MEETING, path, edits, seen=meeting)]))
