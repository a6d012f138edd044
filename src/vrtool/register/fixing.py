"""What has become of an agenda since it was fixed."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.model.meeting import Meeting
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.numbering import numbers
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.text import count, join, quote


def changed_since_fixing(register: Register, meeting: Meeting) -> tuple[str, ...]:
    """The ids of the items that no longer are as they were fixed: edited or new ones in the
    agenda's order, then those gone.

    None of them where no fingerprint was kept; nor is an item whose matter cannot be read.
    """
    fixed = meeting.agenda.fixed if meeting.agenda else None
    if fixed is None or not fixed.fingerprint:
        return ()
    now = fixed_parts(register, meeting)
    known = register.matters
    unread = {i.id for i in meeting.items if any(matter not in known for matter in i.all_matters)}
    parts = (*now, *(part for part in fixed.fingerprint if part not in now))
    return tuple(
        part
        for part in parts
        if fixed.fingerprint.get(part) != now.get(part) and part not in unread
    )


def change_told(register: Register, meeting: Meeting) -> str | None:
    """*Ändrad efter fastställande: punkt 2 ”Växeln” och 1 borttagen punkt.* None for no change."""
    changed = changed_since_fixing(register, meeting)
    if not changed:
        return None
    opening = word(register, "agenda").agree("Ändrad", "Ändrat", "Ändrade")
    return f"{opening} efter fastställande: {join([*_named(meeting, changed)])}."


def _named(meeting: Meeting, parts: tuple[str, ...]) -> Iterator[str]:
    numbered = numbers(meeting)
    for item in meeting.items:
        if item.id in parts:
            number, title = numbered.get(item.id), quote(item.title)
            yield f"punkt {number} {title}" if number else title
    gone = len({*parts} - {item.id for item in meeting.items})
    if gone:
        yield count(gone, "borttagen punkt", "borttagna punkter")
