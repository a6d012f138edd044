"""When something counts as having been up, and how its absence is told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Related
from vrtool.model.base import Id, none_as_empty
from vrtool.model.item import Item, OutcomeKind, Purpose
from vrtool.model.meeting import Meeting
from vrtool.model.structure import WordName
from vrtool.register.completeness import Aspect, fully_known, throughout
from vrtool.register.describe import item_name, meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import Names, Parameters
from vrtool.text import join

Purposes = Annotated[tuple[Purpose, ...], BeforeValidator(none_as_empty)]


class Wanted(Parameters):
    """`topic`, with the `outcome` wanted, up for one of the `purposes`, giving work to `receiver`.

    Only the topic must be set; an item counts when it meets everything that is.
    """

    topic: Id
    outcome: OutcomeKind | None = None
    purposes: Purposes = ()
    receiver: Id | None = None

    def references(self) -> Names:
        """The topic, and the receiver where there is one."""
        yield ("topic",), self.topic, Target.TOPIC
        if self.receiver is not None:
            yield ("receiver",), self.receiver, Target.RECEIVER


_PUT_OFF = {OutcomeKind.POSTPONED, OutcomeKind.WITHDRAWN}
_SHOWN = {
    OutcomeKind.NOTED: Purpose.INFORMATION,
    OutcomeKind.DISCUSSED: Purpose.DIALOGUE,
    OutcomeKind.PREPARED: Purpose.PREPARATION,
    OutcomeKind.POSITION: Purpose.POSITION,
    OutcomeKind.RECOMMENDATION: Purpose.POSITION,
    OutcomeKind.ASSIGNED: Purpose.ASSIGNMENT,
    OutcomeKind.NOMINATED: Purpose.NOMINATION,
}
"""What an item was up for, as its outcome shows."""


def counts(register: Register, item: Item, wanted: Wanted) -> bool:
    """Whether the item is about the topic and was treated as wanted."""
    return (
        about(register, item, wanted.topic)
        and treated(item, wanted.outcome, wanted.purposes)
        and _gave_work(item, wanted.receiver)
    )


def about(register: Register, item: Item, topic: str) -> bool:
    """Whether the item or one of its matters has the topic."""
    return topic in register.topics_of(item)


def treated(item: Item, outcome: OutcomeKind | None, purposes: tuple[Purpose, ...]) -> bool:
    """Whether something came of the item: this outcome if given, up for one of the purposes."""
    if item.outcome is None:
        return False
    kind = item.outcome.kind
    wanted = kind not in _PUT_OFF if outcome is None else _alike(kind, outcome)
    if not wanted:
        return False
    shown = {_SHOWN[kind]} if kind in _SHOWN else set()
    return not purposes or bool((shown | set(item.purpose)) & set(purposes))


def _alike(kind: OutcomeKind, wanted: OutcomeKind) -> bool:
    return kind is wanted or (kind.takes_position and wanted.takes_position)


def _gave_work(item: Item, receiver: str | None) -> bool:
    given = item.outcome.assignments if item.outcome else ()
    return receiver is None or any(assignment.receiver == receiver for assignment in given)


# Where and when


def forums_named(parameter: str, forums: tuple[str, ...]) -> Names:
    """The forums or groups that a parameter names."""
    for index, name in enumerate(forums):
        yield (parameter, index), name, Target.FORUM_OR_GROUP


def with_others(register: Register, forum: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The forum itself, then the others by id or group, each once."""
    named = sorted(register.forums_of(others)) if others else []
    return tuple(dict.fromkeys((forum, *named)))


def meetings_in(register: Register, forums: tuple[str, ...], days: Span) -> list[Meeting]:
    """The forums' meetings that begin on these days, the cancelled left out."""
    return [
        meeting
        for forum in forums
        for meeting in _between(register.by_forum.get(forum, ()), days)
        if meeting.cancelled is None
    ]


def _between(meetings: tuple[Meeting, ...], days: Span) -> tuple[Meeting, ...]:
    """Of meetings in order of time those that begin on these days."""
    first = bisect_left(meetings, days.first or date.min, key=_first_day)
    return meetings[first : bisect_right(meetings, days.last or date.max, key=_first_day)]


def _first_day(meeting: Meeting) -> date:
    return meeting.date


def items_in(register: Register, forums: tuple[str, ...], days: Span) -> Iterator[Appearance]:
    """Every item of those meetings."""
    for meeting in meetings_in(register, forums, days):
        for index, item in enumerate(meeting.items):
            yield Appearance(meeting, item, index)


def items_about(
    register: Register, forums: tuple[str, ...], topic: str, days: Span
) -> Iterator[Appearance]:
    """Those of them that are about the topic."""
    for forum in forums:
        for entry in register.items_about(forum, topic):
            if days.contains(entry.meeting.date):
                yield entry


def year_of(appearance: Appearance) -> int:
    """The year the item is about: its own, else the meeting's."""
    return appearance.item.year or appearance.meeting.date.year


def year_span(year: int) -> Span:
    """Every day of the year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def month_span(year: int, month: int) -> Span:
    """Every day of the month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def known_throughout(register: Register, forums: tuple[str, ...], days: Span) -> bool:
    """Whether what the forums' records of these days do not say did not happen."""
    return all(
        throughout(register, forum, aspect, days)
        for forum in forums
        for aspect in (Aspect.MEETINGS, Aspect.MINUTES)
    ) and all(wholly_told(register, meeting) for meeting in meetings_in(register, forums, days))


def wholly_told(register: Register, meeting: Meeting) -> bool:
    """Whether the meeting is fully known, the topics of all its items' matters too."""
    matters = (matter for item in meeting.items for matter in item.all_matters)
    return fully_known(register, meeting) and all(key in register.matters for key in matters)


def claim_place(register: Register, forum: str, days: Span) -> Place:
    """Where the structure claims to know these days: there the record can be mended."""
    ends = [day for day in (days.first, days.last) if day]
    spans = register.structure.forums[forum].complete.meetings
    index = next(i for i, span in enumerate(spans) if all(map(span.contains, ends)))
    pointer = ("forums", forum, "complete", "meetings", index)
    return register.place(Kind.STRUCTURE, pointer=pointer)


# How it is told


_NOUNS = {
    OutcomeKind.NOTED: "punkt som togs till kännedom",
    OutcomeKind.DISCUSSED: "diskuterad punkt",
    OutcomeKind.PREPARED: "beredd punkt",
    OutcomeKind.RETURNED: "återremitterad punkt",
    OutcomeKind.POSTPONED: "bordlagd punkt",
    OutcomeKind.WITHDRAWN: "tillbakadragen punkt",
    OutcomeKind.ASSIGNED: "punkt som gav {assignment}",
}
_OWN_WORDS: dict[OutcomeKind, WordName] = {
    OutcomeKind.POSITION: "position",
    OutcomeKind.RECOMMENDATION: "recommendation",
    OutcomeKind.NOMINATED: "nomination",
}


def too_few(register: Register, found: int, wanted: Wanted, times: int = 1) -> str:
    """What is missing: *inget ställningstagande*, *bara 1 av 2 behandlad punkt*."""
    none, one = _none_and_one(register, wanted.outcome)
    more = _of_what_kind(register, wanted.purposes)
    if wanted.receiver:
        assignment = word(register, "assignment").one
        more += f" med {assignment} till {_receiver_name(register, wanted.receiver)}"
    return f"bara {found} av {times} {one}{more}" if found else f"{none}{more}"


def none_such(
    register: Register, outcome: OutcomeKind | None, purposes: tuple[Purpose, ...]
) -> str:
    """What there is none of: *ingen behandlad punkt för dialog*."""
    return _none_and_one(register, outcome)[0] + _of_what_kind(register, purposes)


def _none_and_one(register: Register, outcome: OutcomeKind | None) -> tuple[str, str]:
    """*ingen behandlad punkt* and *behandlad punkt*."""
    own = _OWN_WORDS.get(outcome) if outcome else None
    if own:
        return word(register, own).none, word(register, own).one
    what = _NOUNS[outcome] if outcome else "behandlad punkt"
    what = what.format(assignment=word(register, "assignment").one)
    return f"ingen {what}", what


def _of_what_kind(register: Register, purposes: tuple[Purpose, ...]) -> str:
    named = join([word(register, purpose.value).one for purpose in purposes], "eller")
    return f" för {named}" if named else ""


def _receiver_name(register: Register, receiver: str) -> str:
    if receiver in register.structure.forums:
        return register.structure.forums[receiver].names[-1].in_text
    return (
        register.party(receiver)
        if receiver in register.structure.parties
        else (register.person(receiver))
    )


def topic_name(register: Register, topic: str) -> str:
    """What the structure calls the topic."""
    return register.structure.topics.get(topic, topic)


def forum_names(register: Register, forums: tuple[str, ...], day: date) -> str:
    """What the forums are called on the day: *rådet*, *rådet och breda rådet*."""
    return join([register.forum_name(forum, day) for forum in forums])


def other_treatments(
    register: Register, found: Iterator[Appearance], topic: str
) -> tuple[Related, ...]:
    """Items on the topic that did not count: perhaps one of them lacks a word."""
    return tuple(
        Related(
            register.meeting_place(one.meeting, *one.pointer),
            f"{item_name(register, one.item)} vid {meeting_name(register, one.meeting)}",
        )
        for one in found
        if about(register, one.item, topic)
    )


def next_time(register: Register, forum: str, after: date) -> str:
    """Which meeting comes next after the day and is not yet held, as the end of a clause."""
    coming = (
        meeting
        for meeting in register.by_forum.get(forum, ())
        if meeting.cancelled is None and meeting.date > after and not held(meeting)
    )
    found = next(coming, None)
    return f" {swedish_date(found.date)}" if found else " vid nästa möte"
