"""What a new meeting's agenda begins with: what is carried over, and the forum's standing items."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import wrap
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.model.item import OutcomeKind, Purpose
from vrtool.model.matter import Goal
from vrtool.model.meeting import Known
from vrtool.planning.demands import Demands
from vrtool.register.describe import actor, meeting_name
from vrtool.register.open_work import open_before
from vrtool.register.phases import held
from vrtool.register.times import first_moment
from vrtool.register.waiting import waiting_for
from vrtool.register.words import outcome_word, word
from vrtool.rules.positions import Places
from vrtool.text import fold, printable, sentence, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vrtool.model.meeting import Meeting
    from vrtool.register.open_work import OpenWork
    from vrtool.register.register import Appearance, Register
    from vrtool.yamlio import Data

_KEPT = {"matter", "matters", "topics", "year", "purpose", "label", "minutes"}
"""The fields that an item postponed brings along with its title."""

_COMMENT_WIDTH = 88

_GOALS = {
    Goal.POSITION: Purpose.POSITION,
    Goal.ANCHORING: Purpose.DIALOGUE,
    Goal.INFORMATION: Purpose.INFORMATION,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An item to begin with: its fields, and comments to stand below them in the file.

    `carried` tells, of one carried over, what it is in a few words.
    """

    data: dict[str, Data]
    comments: tuple[str, ...] = ()
    carried: str | None = None


def beginning(register: Register, meeting: Meeting) -> list[Draft]:
    """The items of a meeting that so far knows only forum and day, in order.

    First the notes of the forum's last meeting and the assignments still open, then what waits for
    the forum, last what its working forms have as standing items. Each has an id of its own.
    """
    demands = Demands(register)
    found = demands.rulebook.composition(meeting.forum, meeting.date)
    standing = found[1].standing_items if found else ()
    drafts = [
        *_last_notes(register, meeting, standing),
        *_open_work(register, meeting),
        *(_carried(demands, meeting, there) for there in waiting_for(register, meeting)),
        *(Draft({"title": title, "kind": "standing"}) for title in standing),
    ]
    return _named(drafts)


def _named(drafts: Sequence[Draft]) -> list[Draft]:
    """Each with an id: the one it brings along where that is free, else one made of its title."""
    taken: set[str] = set()
    named = []
    for draft in drafts:
        wanted = str(draft.data.get("id") or slug(str(draft.data["title"])))
        number, free = 1, wanted
        while free in taken:
            number += 1
            free = f"{wanted}-{number}"
        taken.add(free)
        named.append(replace(draft, data={"id": free} | draft.data | {"id": free}))
    return named


# The last meeting


def _last_notes(register: Register, meeting: Meeting, standing: Sequence[str]) -> Iterator[Draft]:
    """Its notes, unless the working forms have them as a standing item themselves."""
    notes = word(register, "minutes")
    title = f"Föregående mötes {notes.one}"
    last = _before(register, meeting)
    if last and fold(title) not in {fold(item) for item in standing}:
        yield Draft({"title": title, "kind": "standing", "earlier": [last[-1].id]})


def _before(register: Register, meeting: Meeting) -> list[Meeting]:
    return [
        other
        for other in register.by_forum.get(meeting.forum, ())
        if other.cancelled is None and first_moment(other) < first_moment(meeting)
    ]


# Assignments


def _open_work(register: Register, meeting: Meeting) -> Iterator[Draft]:
    """The assignments to report on, at the first of the forum's meetings to come."""
    before = _before(register, meeting)
    found = open_before(register, meeting)
    if not found or (before and _is_to_come(before[-1])):
        return
    work = word(register, "assignment")
    tasks = (line for one in found for line in _remark(_task(register, one)))
    yield Draft(
        {"title": f"Uppföljning av {work.many}", "kind": "standing"},
        (f"Öppna {work.many} att rapportera om:", *tasks),
        f"öppna {work.many}: {', '.join(one.work.id for one in found)}",
    )


def _is_to_come(meeting: Meeting) -> bool:
    """Whether it is laid out and not held; what is recorded afterwards has been."""
    return not held(meeting) and meeting.known not in {Known.DATE, Known.ITEMS}


def _task(register: Register, one: OpenWork) -> str:
    given = one.there.meeting
    receiver = actor(register, one.work.receiver, given.date)
    due = f", senast {swedish_date(one.work.due)}" if one.work.due else ""
    return f"- {one.work.id}: {one.work.task or one.there.item.title} ({receiver}{due})"


def _remark(text: str) -> list[str]:
    """The text as the lines of a comment, with ordinary blanks."""
    return wrap(printable(" ".join(text.split())), _COMMENT_WIDTH, subsequent_indent="  ")


# What waits


def _carried(demands: Demands, meeting: Meeting, there: Appearance) -> Draft:
    register, item = demands.register, there.item
    kind = item.outcome.kind if item.outcome else OutcomeKind.POSTPONED
    kept = item.model_dump(mode="json", by_alias=True, include=_KEPT, exclude_defaults=True)
    fields = {key: _as_text(value) for key, value in kept.items()}
    if item.outcome and kind is not OutcomeKind.POSTPONED:
        minutes = item.outcome.minutes
        fields["purpose"] = _purpose(demands, meeting, there)
        fields["minutes"] = str(minutes) if minutes else None
    if not item.all_matters:
        fields["earlier"] = [f"{there.meeting.id}/{item.id}"]
    came = f"{outcome_word(register, kind)} vid {meeting_name(register, there.meeting)}"
    told = f"{' '.join(item.all_matters) or item.title} ({came})"
    given = {key: value for key, value in fields.items() if value}
    return Draft(
        {"id": item.id, "title": item.title, **given}, tuple(_remark(sentence(f"{came}."))), told
    )


def _as_text(value: object) -> Data:
    return [str(entry) for entry in value] if isinstance(value, list) else str(value)


def _purpose(demands: Demands, meeting: Meeting, there: Appearance) -> Data:
    """What it is up for: preparation where it was sent back, else what its matters are to end in;
    nothing where that is not known or not this forum's to arrive at.
    """
    outcome, matters = there.item.outcome, demands.register.matters
    if outcome and outcome.kind is OutcomeKind.RETURNED:
        return [Purpose.PREPARATION.value]
    goals = {matters[key].goal for key in there.item.all_matters if key in matters}
    goal = goals.pop() if len(goals) == 1 else None
    if goal is None or (goal is Goal.POSITION and not _takes_positions(demands, meeting)):
        return None
    return [_GOALS[goal].value]


def _takes_positions(demands: Demands, meeting: Meeting) -> bool:
    forum, day = meeting.forum, meeting.date
    places = (set_ for _, set_ in demands.set_by("VR401", Places, forum, day))
    allowed = all(forum in demands.register.forums_of(one.forums) for one in places)
    return allowed and not demands.asked("VR402", forum, day)
