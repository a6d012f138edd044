"""A notice goes out, and the numbers stand; what is added later goes out as a supplement.

The last sending can be taken back, which leaves the file as it was before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.changeable import (
    meeting_of,
    not_held,
    refuse_after,
    refuse_doubles,
    standing,
    written,
)
from vrtool.edit.meaning import Put, Remove, value_at
from vrtool.edit.records import field_after, under_lock
from vrtool.errors import CannotDo
from vrtool.register.describe import the_agenda, the_notice
from vrtool.register.fixing import change_told
from vrtool.register.norms import Rulebook
from vrtool.register.numbering import numbers, supplementary
from vrtool.register.rosters import roster_on
from vrtool.register.words import word
from vrtool.text import sentence
from vrtool.yamlio import read_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vrtool.diagnostic import Pointer
    from vrtool.edit.meaning import Edit
    from vrtool.model.item import Item
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_SENT, _NUMBER, _ADDED = "sent", "number", "added"
_BESIDE_SENT = ("by", "officials")
"""What `send` may put after the day, in that order."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What there is to tell of a notice; what is None is left as it stands.

    `to` are parties by id, all of them where none is named; `by` who sent it; `officials` those
    called: people by id, or everyone the working forms name (none named).
    """

    sent: date
    to: tuple[str, ...] = ()
    by: str | None = None
    officials: tuple[str, ...] | None = None

    def as_data(self) -> dict[str, Data]:
        """The fields of the file that this gives, in their order."""
        day = self.sent.isoformat()
        given: dict[str, Data] = {_SENT: {"date": day, "to": [*self.to]} if self.to else day}
        if self.by:
            given["by"] = self.by
        if self.officials is not None:
            given["officials"] = [*self.officials] or "all"
        return given


@dataclass(frozen=True, slots=True)
class Sending:
    """What came of sending: the files written and the numbers that now stand, by item.

    `late` are the items of the supplementary agenda, where that is what went out; `warnings` say,
    in sentences, what was not as it should be.
    """

    files: tuple[Path, ...]
    numbers: dict[str, int]
    late: tuple[Item, ...]
    warnings: tuple[str, ...]


def send(root: Path, key: str, notice: Notice) -> Sending:
    """Record that the notice went out and freeze the items' numbers; once it has gone out, that
    the items added since went out as a supplementary agenda.

    In: the meeting's id. That something is lacking stops nothing, for it has happened; it is told.
    Raises CannotDo where it cannot have happened.
    """
    with under_lock(root) as (lock, register):
        meeting = standing(register, key)
        refuse_doubles(register, meeting)
        opening = f"{sentence(the_notice(register, meeting))} kan inte ha gått ut"
        refuse_after(meeting, notice.sent, opening)
        if meeting.notice and meeting.notice.sent:
            late = _to_supply(register, meeting, notice, meeting.notice.sent.date)
            frozen = {item.id: numbers(meeting)[item.id] for item in late}
            edits = [*_numbered(meeting, frozen, notice.sent)]
        else:
            late, frozen = (), _unnumbered(meeting)
            edits = [*_numbered(meeting, frozen), *_noticed(meeting, notice)]
        files = written(lock, register, meeting, edits)
        told = _lacking(register, meeting, notice, first=not late)
    return Sending(files, frozen, late, tuple(told))


def unsend(root: Path, key: str) -> Sending:
    """Take back the last sending: the supplementary agenda where one went out, else the notice.

    Out: the numbers that no longer stand. Who sent it and whom it called goes too where it stands
    after the day, as `send` puts it; what stood there before stays. Raises CannotDo where nothing
    was sent, or the meeting has been held.
    """
    with under_lock(root) as (lock, register):
        meeting = not_held(register, meeting_of(register, key))
        if meeting.notice is None or meeting.notice.sent is None:
            raise CannotDo(
                f"Att {the_notice(register, meeting)} har gått ut är inte antecknat: det finns "
                "inget att ta tillbaka."
            )
        data = read_path(root / register.meeting_place(meeting).path).data
        late = _last_supplement(meeting, meeting.notice.sent.date)
        edits = [*(_without_supplement(meeting, late, data) if late else _without(meeting, data))]
        files = written(lock, register, meeting, edits)
    gone = late or meeting.items
    return Sending(files, {i.id: i.number for i in gone if i.number}, late, ())


# What goes out


def _unnumbered(meeting: Meeting) -> dict[str, int]:
    """The number of each item that has none yet, by its id."""
    numbered = numbers(meeting)
    return {i.id: numbered[i.id] for i in meeting.items if not i.number and i.id in numbered}


def _to_supply(
    register: Register, meeting: Meeting, notice: Notice, sent: date
) -> tuple[Item, ...]:
    """The items of a supplementary agenda. Raises CannotDo where there is none to send."""
    the, before = sentence(the_notice(register, meeting)), swedish_date(sent)
    late = tuple(item for item in supplementary(meeting) if not item.number)
    if not late:
        raise CannotDo(
            f"{the} gick ut {before}, och inga punkter har kommit till sedan dess. Är det fel "
            f"antecknat, ta först tillbaka det: vr agenda send {meeting.id} --undo"
        )
    if notice.sent < sent:
        raise CannotDo(f"En tilläggslista kan inte ha gått ut före {before}, då {the} gjorde det.")
    if notice.to or notice.by or notice.officials is not None:
        raise CannotDo(
            f"{the} gick ut {before}, så det nya är en tilläggslista: utelämna --to, --by och "
            "--officials, som hör till det första utskicket."
        )
    return late


def _numbered(
    meeting: Meeting, frozen: dict[str, int], added: date | None = None
) -> Iterator[Edit]:
    for index, item in enumerate(meeting.items):
        if item.id not in frozen:
            continue
        at = ("agenda", "items", index)
        following = field_after(item, _ADDED)
        yield Put((*at, _NUMBER), str(frozen[item.id]), following)
        if added and not item.added:
            yield Put((*at, _ADDED), added.isoformat(), following)


def _noticed(meeting: Meeting, notice: Notice) -> Iterator[Edit]:
    given = notice.as_data()
    if meeting.notice is None:
        yield Put(("notice",), given, field_after(meeting, "notice"))
    else:
        yield from (Put(("notice", field), value) for field, value in given.items())


def _lacking(register: Register, meeting: Meeting, notice: Notice, *, first: bool) -> Iterator[str]:
    """What was not as it should be when it went out, as far as the tool can tell."""
    if not meeting.items:
        yield f"{sentence(the_agenda(register, meeting))} har inga punkter."
    elif meeting.agenda is None or meeting.agenda.fixed is None:
        yield (
            f"Att {the_agenda(register, meeting)} har fastställts är inte antecknat: "
            f"vr agenda fix {meeting.id}"
        )
    elif changed := change_told(register, meeting):
        yield f"{changed} Ska det fastställas på nytt: vr agenda fix {meeting.id}"
    called = notice.officials is not None or (meeting.notice and meeting.notice.officials)
    roster = roster_on(register, Rulebook(register), meeting.forum, meeting.date)
    if first and not called and roster.officials:
        yield (
            f"Vilka {word(register, 'official').many} som kallades är inte antecknat. Skriv "
            f"officials: all under notice: i {register.meeting_place(meeting).path}, eller vilka."
        )


# What is taken back


def _last_supplement(meeting: Meeting, sent: date) -> tuple[Item, ...]:
    """The items of the supplementary agenda that went out last."""
    out = {i.id: i.added for i in meeting.items if i.number and i.added and i.added >= sent}
    last = max(out.values(), default=None)
    return tuple(item for item in meeting.items if last and out.get(item.id) == last)


def _without_supplement(
    meeting: Meeting, late: tuple[Item, ...], data: dict[str, Data]
) -> Iterator[Edit]:
    for index, item in enumerate(meeting.items):
        if item in late:
            at = ("agenda", "items", index)
            yield from (Remove((*at, field)) for field in _from(data, at, _NUMBER, (_ADDED,)))


def _without(meeting: Meeting, data: dict[str, Data]) -> Iterator[Edit]:
    for index, item in enumerate(meeting.items):
        if item.number:
            yield Remove(("agenda", "items", index, _NUMBER))
    put = _from(data, ("notice",), _SENT, _BESIDE_SENT)
    notice = value_at(data, ("notice",))
    if isinstance(notice, dict) and len(put) == len(notice):
        yield Remove(("notice",))
    else:
        yield from (Remove(("notice", field)) for field in put)


def _from(
    data: dict[str, Data], pointer: Pointer, field: str, beside: tuple[str, ...]
) -> list[str]:
    """The field of a map and those of `beside` that stand after it: what was put there with it."""
    entries = value_at(data, pointer)
    names = [*entries] if isinstance(entries, dict) else []
    return [field, *(name for name in names[names.index(field) :] if name in beside)]
