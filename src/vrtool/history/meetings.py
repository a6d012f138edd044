"""How a meeting has changed: its time, its items and their papers, its deviations, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from vrtool.dates import swedish_clock, swedish_hours, swedish_period
from vrtool.history.change import Act, Change, Group, RecordChange
from vrtool.history.deviations import deviation_changes
from vrtool.history.plain import Plain, leaves, plain, without
from vrtool.history.telling import Teller
from vrtool.model.item import Item, Purpose
from vrtool.model.matter import Paper
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name
from vrtool.register.numbering import numbers
from vrtool.register.words import purposes
from vrtool.text import join, quote, sentence

if TYPE_CHECKING:
    from vrtool.register.register import Register

_TOLD = ("id", "date", "to", "hours", "moved", "cancelled", "agenda", "deviations")
"""Fields of a meeting that have sentences of their own."""
_MATTER_SHOWN = ("id", "purpose", "papers")


@dataclass(frozen=True, slots=True)
class Sides:
    """The registers before and after, as far as they were read."""

    before: Register
    after: Register


def meeting_changes(
    sides: Sides, before: Meeting | None, after: Meeting | None
) -> RecordChange | None:
    """What became of a meeting; None where nothing did. One of the two must be there."""
    if after is None:
        return _gone(sides, before) if before else None
    compare = _Comparison(sides, before, after)
    changes = tuple(compare.changes())
    title = sentence(meeting_name(sides.after, after))
    return RecordChange(Group.MEETING, after.id, title, changes) if changes else None


def _gone(sides: Sides, meeting: Meeting) -> RecordChange:
    title = sentence(meeting_name(sides.before, meeting))
    gone = Change(Act.REMOVED, "Mötet är borttaget")
    return RecordChange(Group.MEETING, meeting.id, title, (gone,))


class _Comparison:
    """One meeting as it was and is."""

    def __init__(self, sides: Sides, before: Meeting | None, after: Meeting) -> None:
        self._sides = sides
        self._before, self._after = before, after
        self._teller = Teller(sides.after, sides.before)
        self._old = {item.id: item for item in (before.items if before else ())}
        self._new = {item.id: item for item in after.items}
        self._numbers = numbers(after)

    def changes(self) -> Iterator[Change]:
        """Everything that changed, the meeting as such first."""
        before, after = self._before, self._after
        if before is None:
            yield self._added()
        else:
            yield from self._occasion(before)
        yield from self._items()
        old = before.deviations if before else ()
        yield from deviation_changes(self._teller, old, after.deviations, self._titles())
        if before is not None:
            yield from self._rest(before)

    def _added(self) -> Change:
        after = self._after
        hours = after.hours_on(after.date)
        return Change(Act.ADDED, "Nytt möte", after=_when(after) if hours else "")

    def _occasion(self, before: Meeting) -> Iterator[Change]:
        after = self._after
        if (before.date, before.end) != (after.date, after.end):
            yield Change(Act.MOVED, "Mötet flyttas", _days(before), _days(after))
        said = [{"moved": plain(meeting).get("moved")} for meeting in (before, after)]
        yield from self._teller.changes(leaves(said[0], said[1]), Meeting)
        yield from _hours(before, after)
        if before.cancelled != after.cancelled:
            if after.cancelled is None:
                yield Change(Act.REMOVED, "Mötet är inte längre inställt")
            else:
                yield Change(Act.CHANGED, "Mötet ställs in", after=after.cancelled.reason)

    def _items(self) -> Iterator[Change]:
        for key, item in self._old.items():
            if key not in self._new:
                yield Change(Act.REMOVED, f"{self._name(item)} utgår{self._went(item)}")
        moved = _moved(list(self._old), list(self._new))
        places = {key: place for place, key in enumerate(self._old, start=1)}
        for place, (key, item) in enumerate(self._new.items(), start=1):
            if key not in self._old:
                yield self._new_item(item)
                continue
            if key in moved:
                there = f"plats {places[key]}", f"plats {place}"
                yield Change(Act.MOVED, f"{self._name(item)} flyttas", *there)
            yield from self._item(self._old[key], item)

    def _new_item(self, item: Item) -> Change:
        number = self._numbers.get(item.id)
        name = self._name(item).removeprefix("Punkten ")
        what = f"Ny punkt {number}: {name}" if number else f"Ny punkt: {name}"
        purpose = f", för {purposes(self._sides.after, item)}" if item.purpose else ""
        return Change(Act.ADDED, f"{what}{purpose}{self._lacking(item)}")

    def _lacking(self, item: Item) -> str:
        known = [self._sides.after.matters.get(key) for key in item.all_matters]
        bare = any(matter and not (matter.brief and matter.brief.proposal) for matter in known)
        return "; underlaget saknas" if bare and Purpose.POSITION in item.purpose else ""

    def _went(self, item: Item) -> str:
        """Where the item's matters are up instead, in a meeting that did not have them before."""
        for matter in item.all_matters:
            had = {there.meeting.id for there in self._sides.before.path_of(matter)}
            for there in self._sides.after.path_of(matter):
                if there.meeting.id not in had:
                    return f" (finns nu på {meeting_name(self._sides.after, there.meeting)})"
        return ""

    def _item(self, old: Item, new: Item) -> Iterator[Change]:
        name = self._name(new)
        if old.purpose != new.purpose and set(old.purpose) != set(new.purpose):
            was, now = purposes(self._sides.before, old), purposes(self._sides.after, new)
            yield Change(Act.CHANGED, f"{name}: syfte", was, now)
        before, after = plain(old), plain(new)
        papers = before.get("papers", []), after.get("papers", [])
        yield from paper_changes(self._teller, f"till {_lower(name)}", *papers)
        rest = without(before, *_MATTER_SHOWN), without(after, *_MATTER_SHOWN)
        yield from self._teller.changes(leaves(*rest), Item, of=name)

    def _rest(self, before: Meeting) -> Iterator[Change]:
        old, new = plain(before), plain(self._after)
        plainly = leaves(without(old, *_TOLD), without(new, *_TOLD))
        yield from self._teller.changes(plainly, Meeting)
        yield from self._teller.changes(leaves(_around_items(old), _around_items(new)), Meeting)

    def _name(self, item: Item) -> str:
        matters = f" ({', '.join(item.all_matters)})" if item.all_matters else ""
        return f"Punkten {quote(item.title)}{matters}"

    def _titles(self) -> dict[str, str]:
        return {key: item.title for key, item in {**self._old, **self._new}.items()}


def _around_items(meeting: Plain) -> Plain:
    """The agenda without its items."""
    return {"agenda": without(meeting.get("agenda", {}), "items")}


def paper_changes(
    teller: Teller,
    where: str,
    old: Sequence[Mapping[str, object]],
    new: Sequence[Mapping[str, object]],
) -> Iterator[Change]:
    """Papers that came, went or changed, by title. `where` tells what they belong to."""
    before = {str(paper["title"]): dict(paper) for paper in old}
    after = {str(paper["title"]): dict(paper) for paper in new}
    for title in before.keys() - after.keys():
        yield Change(Act.REMOVED, f"Handlingen {quote(title)} {where} tas bort")
    for title, paper in after.items():
        if title not in before:
            yield Change(Act.ADDED, f"Ny handling {where}: {title}")
        else:
            name = f"Handlingen {quote(title)} {where}"
            yield from teller.changes(leaves(before[title], paper), Paper, of=name)


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Those in both whose order among one another is not as it was."""
    common = set(old) & set(new)
    one, other = [key for key in old if key in common], [key for key in new if key in common]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    stayed = {key for block in blocks for key in one[block.a : block.a + block.size]}
    return common - stayed


def _hours(before: Meeting, after: Meeting) -> Iterator[Change]:
    for number, (old_day, day) in enumerate(zip(before.days, after.days, strict=False), start=1):
        old, new = before.hours_on(old_day), after.hours_on(day)
        if old == new:
            continue
        of = f" dag {number}" if len(after.days) > 1 else ""
        if old and new and old.start == new.start:
            ends = f"kl. {swedish_clock(old.end)}", f"kl. {swedish_clock(new.end)}"
            yield Change(Act.CHANGED, f"Mötet slutar{of}", *ends)
        elif old and new:
            yield Change(Act.CHANGED, f"Mötestiden{of}", swedish_hours(old), swedish_hours(new))
        elif new:
            yield Change(Act.ADDED, f"Mötestiden{of}", after=swedish_hours(new))
        elif old:
            yield Change(Act.REMOVED, f"Mötestiden{of}", before=swedish_hours(old))


def _days(meeting: Meeting) -> str:
    return swedish_period(meeting.date, meeting.last_day, weekday=True)


def _when(meeting: Meeting) -> str:
    hours = [meeting.hours_on(day) for day in meeting.days]
    return join([swedish_hours(at) for at in hours if at])


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
