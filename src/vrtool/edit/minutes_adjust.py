"""Minutes are signed and adjusted, with a fingerprint once all have; and that taken back.

What is adjusted stands: a later change shows against the fingerprint, and a mistake is corrected
with a date (edit/minutes_correct.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.change import edited, write
from vrtool.edit.changeable import meeting_of, refuse_doubles, standing, written
from vrtool.edit.meaning import Insert, Put, Remove
from vrtool.edit.records import field_after, refuse_unread, under_lock
from vrtool.errors import CannotDo
from vrtool.model.meeting import Meeting, Minutes
from vrtool.planning.approvals import Approval, approvals, approved
from vrtool.planning.demands import Demands
from vrtool.register.describe import the_minutes
from vrtool.register.fingerprint import adjusted_parts
from vrtool.register.kinds import Kind
from vrtool.register.rosters import roster_on
from vrtool.register.words import word
from vrtool.text import join, quote, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.model.meeting import Adjustment
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_ADJUSTED = ("minutes", "adjusted")
_SIGNED = ("minutes", "signed")
_FINGERPRINT = ("minutes", "fingerprint")


@dataclass(frozen=True, slots=True)
class Adjusting:
    """What came of it: the files written, none where all was told before, and what now holds.

    `waiting` are those yet to sign or adjust; `besides` the people who adjusted without being
    among those who are to; `settled` is whether the minutes now stand.
    """

    files: tuple[Path, ...]
    waiting: tuple[Approval, ...]
    besides: tuple[str, ...]
    settled: bool


def adjust(root: Path, key: str, by: Sequence[str], on: date, *, signs: bool = False) -> Adjusting:
    """Record that people, by id, adjusted the minutes of a meeting that day, or that one signed.

    Once all who are to by the norms have, the fingerprint of what was adjusted is written with it.
    Raises CannotDo where the minutes lack something, were changed since they were adjusted, or are
    adjusted by the same person on another day.
    """
    with under_lock(root) as (lock, register):
        demands, meeting = Demands(register), standing(register, key)
        refuse_unread(register)
        minutes = _complete(demands, meeting)
        _refuse_before(register, meeting, on)
        _refuse_changed(register, meeting, minutes)
        edits = (
            _signature(register, meeting, minutes, by, on)
            if signs
            else _adjustments(register, meeting, minutes, by, on)
        )
        files, after = _written(lock, demands, meeting, edits)
    besides = () if signs else _besides(demands, after, by)
    return Adjusting(files, waiting(demands, after), besides, settled(demands, after))


def unadjust(root: Path, key: str, *, signs: bool = False) -> tuple[tuple[Path, ...], str]:
    """Take back the last adjustment, or the signature, and with it the fingerprint where somebody
    is then yet to adjust.

    Out: the files written, and who it was, by id. Raises CannotDo where there is none, or where
    corrections rest on it.
    """
    with under_lock(root) as (lock, register):
        demands, meeting = Demands(register), meeting_of(register, key)
        minutes = meeting.minutes or Minutes()
        last = _last(minutes, signs=signs)
        if last is None:
            done = "undertecknat" if signs else "justerat"
            raise CannotDo(
                f"Att någon har {done} {the_minutes(register, meeting)} är inte antecknat: det "
                "finns inget att ta tillbaka."
            )
        if minutes.corrections:
            raise CannotDo(
                f"{sentence(the_minutes(register, meeting))} har rättelser, som bara hör till det "
                f"som är justerat. Ta bort dem i {register.meeting_place(meeting).path} först."
            )
        who, edit = last
        return _taken_back(lock, demands, meeting, edit), who


def settled(demands: Demands, meeting: Meeting) -> bool:
    """Whether the minutes stand: somebody has signed or adjusted, and nobody is yet to."""
    minutes = meeting.minutes or Minutes()
    return bool(minutes.adjusted or minutes.signed) and approved(demands, meeting)


def waiting(demands: Demands, meeting: Meeting) -> tuple[Approval, ...]:
    """Those who are yet to sign or adjust the minutes."""
    return tuple(one for one in approvals(demands, meeting) if one.on is None)


# What must be there


def _complete(demands: Demands, meeting: Meeting) -> Minutes:
    """The minutes, which are to hold all that the fingerprint covers."""
    register = demands.register
    refuse_doubles(register, meeting)
    the = sentence(the_minutes(register, meeting))
    if meeting.minutes is None:
        begun = word(register, "minutes").agree("påbörjad", "påbörjat", "påbörjade")
        raise CannotDo(f"{the} är inte {begun}. Börja med vr minutes start {meeting.id}.")
    lacking = [*_lacking(demands, meeting, meeting.minutes)]
    if lacking:
        raise CannotDo(
            f"{the} kan inte justeras än: där saknas {join(lacking)}. Fyll i det i "
            f"{register.meeting_place(meeting).path} först."
        )
    return meeting.minutes


def _lacking(demands: Demands, meeting: Meeting, minutes: Minutes) -> Iterator[str]:
    roster = roster_on(demands.register, demands.rulebook, meeting.forum, meeting.date)
    if roster.composition.chair and minutes.led_by is None:
        yield "vem som ledde mötet"
    if minutes.secretary is None:
        yield "vem som var sekreterare"
    if minutes.attendance is None or not minutes.attendance.taken:
        yield "närvaron"
    silent = [quote(i.title) for i in meeting.items if i.of_substance and i.outcome is None]
    if silent:
        yield f"resultatet av {join(silent)}"


def _refuse_before(register: Register, meeting: Meeting, on: date) -> None:
    if on < meeting.last_day:
        raise CannotDo(
            f"{sentence(the_minutes(register, meeting))} kan inte ha justerats "
            f"{swedish_date(on)}, före mötet. Rätta dagen."
        )


def _refuse_changed(register: Register, meeting: Meeting, minutes: Minutes) -> None:
    """What somebody has adjusted is not to be another text than what the next one does."""
    stands = bool(minutes.adjusted or minutes.signed) and bool(minutes.fingerprint)
    if stands and minutes.fingerprint != adjusted_parts(meeting):
        edited_since = word(register, "minutes").agree("ändrad", "ändrat", "ändrade")
        raise CannotDo(
            f"{sentence(the_minutes(register, meeting))} är {edited_since} efter justering; "
            "vr check visar var. Ta tillbaka ändringen, eller justeringen med "
            f"vr minutes adjust {meeting.id} --undo."
        )


# What is written


def _entry(who: str, on: date) -> dict[str, Data]:
    return {"by": who, "date": on.isoformat()}


def _adjustments(
    register: Register, meeting: Meeting, minutes: Minutes, by: Sequence[str], on: date
) -> Iterator[Edit]:
    known = {one.by: one for one in minutes.adjusted}
    new: list[Data] = []
    for who in dict.fromkeys(by):
        if who not in known:
            new.append(_entry(who, on))
        elif known[who].date != on:
            raise _otherwise(register, meeting, known[who], signs=False)
    if minutes.adjusted:
        yield from (Insert(_ADJUSTED, one) for one in new)
    elif new:
        yield Put(_ADJUSTED, new, field_after(minutes, "adjusted"))


def _signature(
    register: Register, meeting: Meeting, minutes: Minutes, by: Sequence[str], on: date
) -> Iterator[Edit]:
    (who,) = by
    if minutes.signed is None:
        yield Put(_SIGNED, _entry(who, on), field_after(minutes, "signed"))
    elif (minutes.signed.by, minutes.signed.date) != (who, on):
        raise _otherwise(register, meeting, minutes.signed, signs=True)


def _otherwise(
    register: Register, meeting: Meeting, before: Adjustment, *, signs: bool
) -> CannotDo:
    done, option = ("undertecknade", " --sign") if signs else ("justerade", "")
    return CannotDo(
        f"Det är redan antecknat att {register.person(before.by)} {done} "
        f"{word(register, 'minutes').the} {swedish_date(before.date)}. Var det fel: "
        f"vr minutes adjust {meeting.id} --undo{option}."
    )


def _written(
    lock: Lock, demands: Demands, meeting: Meeting, edits: Iterator[Edit]
) -> tuple[tuple[Path, ...], Meeting]:
    """The file with the edits, and the fingerprint where the minutes now stand; how it then reads.

    The fingerprint speaks of what nobody may change, and of nothing that the edits touch.
    """
    path, made = demands.register.meeting_place(meeting).path, [*edits]
    after = Meeting.model_validate(edited(lock, Kind.MEETING, path, made, seen=meeting).record)
    minutes, parts = after.minutes or Minutes(), adjusted_parts(after)
    if settled(demands, after) and minutes.fingerprint != parts:
        values: dict[str, Data] = {part: parts[part] for part in sorted(parts)}
        made.append(Put(_FINGERPRINT, values, field_after(minutes, "fingerprint")))
    change = edited(lock, Kind.MEETING, path, made, seen=meeting)
    return tuple(write(lock, [change])), after


def _besides(demands: Demands, after: Meeting, by: Sequence[str]) -> tuple[str, ...]:
    """Who of those that adjusted nobody asked to, where somebody else was asked."""
    minutes = after.minutes or Minutes()
    asked = [one for one in approvals(demands, after) if one.title or one.who in minutes.adjusters]
    named = {one.who for one in asked if not one.signs}
    return tuple(who for who in by if who not in named) if named else ()


# What is taken back


def _last(minutes: Minutes, *, signs: bool) -> tuple[str, Edit] | None:
    """Who signed or adjusted last, and the edit that takes it away."""
    if signs:
        return (minutes.signed.by, Remove(_SIGNED)) if minutes.signed else None
    if not minutes.adjusted:
        return None
    place = len(minutes.adjusted) - 1
    return minutes.adjusted[-1].by, Remove((*_ADJUSTED, place) if place else _ADJUSTED)


def _taken_back(lock: Lock, demands: Demands, meeting: Meeting, edit: Edit) -> tuple[Path, ...]:
    register, edits = demands.register, [edit]
    path = register.meeting_place(meeting).path
    after = Meeting.model_validate(edited(lock, Kind.MEETING, path, edits, seen=meeting).record)
    if after.minutes and after.minutes.fingerprint and not settled(demands, after):
        edits.append(Remove(_FINGERPRINT))
    return written(lock, register, meeting, edits)
