"""The facts around an agenda: when and where, what has changed, how it was fixed and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import Fact
from vrtool.documents.naming import sent_in_words, times_in_words
from vrtool.documents.schedule import numbers
from vrtool.model.meeting import Mode
from vrtool.register.describe import people
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.words import word
from vrtool.text import count, join, quote, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.meeting import Cancelled, Fixed, Meeting, Moved
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster

_MODES = {
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
        yield Fact("Mötesform", _MODES[meeting.mode])
    if meeting.link:
        yield Fact("Länk", meeting.link, meeting.link)
    if meeting.topics:
        yield Fact("Tema", join([register.structure.topics.get(t, t) for t in meeting.topics]))
    titles = {"ordförande": roster.chair, "vice ordförande": roster.vice_chair}
    presidium = [f"{register.person(who)}, {title}" for title, who in titles.items() if who]
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


def _fixed(register: Register, meeting: Meeting, fixed: Fixed) -> Iterator[str]:
    agenda = sentence(word(register, "agenda").the)
    by = f" av {people(register, fixed.by)}" if fixed.by else ""
    yield f"{agenda} fastställdes {swedish_date(fixed.date)}{by}."
    if fixed.support:
        yield f"Vid beredningsmötet deltog {people(register, fixed.support)}."
    changed = list(_changed(register, meeting, fixed))
    if changed:
        yield f"Ändrad efter fastställande: {join(changed)}."


def _changed(register: Register, meeting: Meeting, fixed: Fixed) -> Iterator[str]:
    """The points that are no longer as they stood, in the agenda's order, then those gone."""
    if not fixed.fingerprint:
        return
    numbered = numbers(meeting)
    now = fixed_parts(register, meeting)
    for item in meeting.items:
        if fixed.fingerprint.get(item.id) != now[item.id]:
            number = numbered.get(item.id)
            title = quote(item.title)
            yield f"punkt {number} {title}" if number else title
    gone = sum(part not in now for part in fixed.fingerprint)
    if gone:
        yield count(gone, "borttagen punkt", "borttagna punkter")
