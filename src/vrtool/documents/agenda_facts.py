"""The facts around an agenda: when and where, what has changed, how it was fixed and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.naming import sent_in_words, times_in_words
from vrtool.documents.parts import Fact
from vrtool.model.meeting import Mode
from vrtool.register.describe import people
from vrtool.register.fixing import change_told
from vrtool.register.words import word
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.meeting import Cancelled, Fixed, Meeting, Moved
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster

MODES = {
    Mode.PHYSICAL: "på plats",
    Mode.DIGITAL: "digitalt",
    Mode.HYBRID: "på plats eller digitalt",
}


def facts(register: Register, meeting: Meeting, roster: Roster) -> Iterator[Fact]:
    """When, where and how, the themes, and the forum's presidium; only what is known."""
    yield Fact("Tid", join(times_in_words(meeting)))
    if meeting.place:
        yield Fact("Plats", meeting.place)
    if meeting.mode:
        yield Fact("Mötesform", MODES[meeting.mode])
    if meeting.link:
        yield Fact("Länk", meeting.link, meeting.link)
    if meeting.topics:
        yield Fact("Tema", join([register.structure.topics.get(t, t) for t in meeting.topics]))
    presidium = [
        f"{register.person(one.holder)}, {one.title}" for one in roster.presidium if one.holder
    ]
    if presidium:
        yield Fact("Presidium", "; ".join(presidium))


def statements(register: Register, meeting: Meeting) -> Iterator[str]:
    """That the meeting is cancelled, moved, or was planned for another forum, in sentences."""
    if meeting.cancelled:
        yield _cancelled(meeting.cancelled)
    for move in meeting.moved:
        yield _moved(move)
    if meeting.planned_as:
        yield f"Mötet var planerat för {register.forum_name(meeting.planned_as, meeting.date)}."


def _cancelled(cancelled: Cancelled) -> str:
    on = f" Det meddelades {swedish_date(cancelled.on)}." if cancelled.on else ""
    return f"Mötet är inställt.{on} Skäl: {_ended(cancelled.reason)}"


def _moved(move: Moved) -> str:
    on = f" Det meddelades {swedish_date(move.on)}." if move.on else ""
    reason = f" Skäl: {_ended(move.reason)}" if move.reason else ""
    return f"Mötet är flyttat från {swedish_date(move.start, weekday=True)}.{on}{reason}"


def _ended(text: str) -> str:
    """The text with a full stop unless it has an end of its own."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def formalities(register: Register, meeting: Meeting) -> Iterator[str]:
    """How and when the agenda was fixed, what has changed since, and when the notice went out."""
    if meeting.agenda and meeting.agenda.fixed:
        yield from _fixed(register, meeting, meeting.agenda.fixed)
    if meeting.notice and meeting.notice.sent:
        notice = sentence(word(register, "notice").the)
        yield f"{notice} sändes ut {sent_in_words(register, meeting.notice.sent)}."
    supplements = sorted({i.added for i in meeting.items if i.added and i.number})
    if supplements:
        yield f"Tilläggslistan sändes ut {join([swedish_date(day) for day in supplements])}."


def _fixed(register: Register, meeting: Meeting, fixed: Fixed) -> Iterator[str]:
    agenda = word(register, "agenda")
    by = f" av {people(register, fixed.by)}" if fixed.by else ""
    again = f", och på nytt {swedish_date(fixed.renewed)}" if fixed.renewed else ""
    yield f"{sentence(agenda.the)} fastställdes {swedish_date(fixed.date)}{by}{again}."
    if fixed.support:
        yield f"Vid beredningsmötet deltog {people(register, fixed.support)}."
    changed = change_told(register, meeting)
    if changed:
        yield changed
