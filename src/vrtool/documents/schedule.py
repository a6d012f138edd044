"""Which clock time each point of an agenda has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import Clock, Hours, swedish_clock, swedish_hours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrtool.model.item import Item
    from vrtool.model.meeting import Meeting

_END_OF_DAY = 24 * 60


def times(meeting: Meeting) -> dict[str, str]:
    """Each item's time by id, *kl. 13.00–13.30* or *kl. 13.00*; nothing where it is not known.

    Known is what the item says itself; otherwise it begins where the one before it that day ends,
    the first of them with the meeting, as long as every one so far says how long it takes.
    """
    found: dict[str, str] = {}
    for number, day in enumerate(meeting.days, start=1):
        items = [item for item in meeting.items if item.day == number]
        hours = meeting.hours_on(day)
        if any(item.minutes or item.start for item in items):
            found.update(_run(items, hours.start if hours else None))
    return found


def _run(items: Sequence[Item], opening: Clock | None) -> Iterator[tuple[str, str]]:
    running = opening
    for item in items:
        start = item.start or running
        running = _after(start, item.minutes)
        if start:
            yield item.id, _in_words(start, running)


def _after(start: Clock | None, minutes: int | None) -> Clock | None:
    if start is None or minutes is None or start.minutes + minutes > _END_OF_DAY:
        return None
    return Clock(start.minutes + minutes)


def _in_words(start: Clock, end: Clock | None) -> str:
    if end is None:
        return f"kl.\N{NO-BREAK SPACE}{swedish_clock(start)}"
    return swedish_hours(Hours(start, end))
