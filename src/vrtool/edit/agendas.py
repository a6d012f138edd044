"""An agenda is fixed, with a fingerprint that shows what is changed later; and that taken back."""

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
from vrtool.edit.meaning import Put, Remove
from vrtool.edit.records import refuse_unread, under_lock
from vrtool.errors import CannotDo
from vrtool.planning.demands import FIXED_BY_GROUP, Demands
from vrtool.register.describe import the_agenda
from vrtool.register.fingerprint import fixed_parts
from vrtool.register.fixing import change_told
from vrtool.register.rosters import SeatState, roster_on
from vrtool.rules.calling import FixedBy
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vrtool.edit.meaning import Edit
    from vrtool.model.meeting import Fixed, Meeting
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_FIXED = ("agenda", "fixed")


@dataclass(frozen=True, slots=True)
class Fixing:
    """What came of fixing an agenda.

    `files` are those written: none where it was fixed just so before. `again` tells that it had
    been fixed, and `changed`, in a sentence, what had changed since then. `lacking` are the titles
    of the offices that fix it but that nobody is known to hold. `unsupported` are those who gave
    their support the time before, and are not on record as giving it to what is fixed now.
    """

    files: tuple[Path, ...]
    by: tuple[str, ...]
    again: bool
    changed: str | None
    lacking: tuple[str, ...]
    unsupported: tuple[str, ...]


def fix(
    root: Path, key: str, on: date, by: tuple[str, ...] = (), support: tuple[str, ...] = ()
) -> Fixing:
    """Record that a meeting's agenda was fixed, with the fingerprint of its items and briefs.

    In: the meeting's id, the day, people by id. Where nobody is named, they are those who fix it by
    the working forms: the presidium in office that day, or the group a norm names (001, 3.1).
    Raises CannotDo where there is nothing to fix, or nobody is known to do it.
    """
    with under_lock(root) as (lock, register):
        meeting = standing(register, key)
        refuse_unread(register)
        _refuse_unfixable(register, meeting, on)
        before = meeting.agenda.fixed if meeting.agenda else None
        fixers, lacking = (by, ()) if by else _fixers(register, meeting, on)
        record = _as_data(on, fixers, support, fixed_parts(register, meeting))
        if before and _notice_between(meeting, before, on):
            record = {**_kept(before), **({"by": [*by]} if by else {}), **_renewed(record)}
        edits = [*_refixed(before, record)] if before else [Put(_FIXED, record, "items")]
        changed = change_told(register, meeting) if before else None
        files = written(lock, register, meeting, edits)
    earlier = before.support if before and "support" not in record else ()
    return Fixing(files, fixers, before is not None, changed, lacking, earlier)


def unfix(root: Path, key: str) -> tuple[Path, ...]:
    """Take back that the agenda was fixed. Raises CannotDo where it was not, or has been used."""
    with under_lock(root) as (lock, register):
        meeting = not_held(register, meeting_of(register, key))
        if meeting.agenda is None or meeting.agenda.fixed is None:
            raise CannotDo(
                f"Att {the_agenda(register, meeting)} har fastställts är inte antecknat: det "
                "finns inget att ta tillbaka."
            )
        return written(lock, register, meeting, [Remove(_FIXED)])


def _refuse_unfixable(register: Register, meeting: Meeting, on: date) -> None:
    agenda = the_agenda(register, meeting)
    if not meeting.items:
        raise CannotDo(
            f"{sentence(agenda)} har inga punkter. Skriv dem under agenda: items: i "
            f"{register.meeting_place(meeting).path} först."
        )
    refuse_doubles(register, meeting)
    refuse_after(meeting, on, f"{sentence(agenda)} kan inte ha fastställts")
    if meeting.agenda and meeting.agenda.fixed:
        not_held(register, meeting)
    matters = (matter for item in meeting.items for matter in item.all_matters)
    unread = sorted({matter for matter in matters if matter not in register.matters})
    if unread:
        raise CannotDo(
            f"Punkterna rör {join(unread)}, som inte finns eller inte går att läsa. Kör vr check "
            "och rätta det först: underlaget hör till det som fastställs."
        )


def _fixers(
    register: Register, meeting: Meeting, on: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who fixes the agenda, and the titles of the offices nobody is known to hold."""
    demands = Demands(register)
    asked = demands.set_by(FIXED_BY_GROUP, FixedBy, meeting.forum, meeting.date)
    group = next((set_.forum for _, set_ in asked), None)
    if group:
        seats = roster_on(register, demands.rulebook, group, on).members
        found = {who: None for seat in seats for who in seat.holders}
        states = {SeatState.VACANT, SeatState.UNKNOWN}
        lacking = tuple(seat.seat.label for seat in seats if seat.state in states)
    else:
        presidium = roster_on(register, demands.rulebook, meeting.forum, on).presidium
        found = {one.holder: None for one in presidium if one.holder}
        lacking = tuple(one.title for one in presidium if not one.holder)
    if not found:
        raise CannotDo(
            f"Vem som fastställer {the_agenda(register, meeting)} framgår inte: arbetsformerna "
            f"nämner ingen, eller ingen är känd i de uppdragen {swedish_date(on)}. Ange --by."
        )
    return tuple(found), lacking


def _as_data(
    on: date, by: tuple[str, ...], support: tuple[str, ...], parts: dict[str, str]
) -> dict[str, Data]:
    given: dict[str, Data] = {"support": [*support]} if support else {}
    return {"date": on.isoformat(), "by": [*by], **given, "fingerprint": {**parts}}


def _notice_between(meeting: Meeting, before: Fixed, on: date) -> bool:
    """Whether the notice went out with the agenda as it was fixed before."""
    sent = meeting.notice.sent if meeting.notice else None
    return sent is not None and before.date <= sent.date < on


def _renewed(record: dict[str, Data]) -> dict[str, Data]:
    support = {"support": record["support"]} if "support" in record else {}
    return {"renewed": record["date"], **support, "fingerprint": record["fingerprint"]}


def _kept(before: Fixed) -> dict[str, Data]:
    renewed: dict[str, Data] = (
        {"renewed": before.renewed.isoformat()} if before.renewed is not None else {}
    )
    return _as_data(before.date, before.by, before.support, before.fingerprint) | renewed


def _refixed(before: Fixed, record: dict[str, Data]) -> Iterator[Edit]:
    """Only what differs is put in, so that the rest of the entry stands as it was written."""
    old = _kept(before)
    for field in ("date", "renewed", "by", "support"):
        if field in record and record[field] != old.get(field):
            yield Put((*_FIXED, field), record[field], "fingerprint")
        elif field in old and field not in record:
            yield Remove((*_FIXED, field))
    parts = record["fingerprint"]
    if not before.fingerprint:
        yield Put((*_FIXED, "fingerprint"), parts)
    elif isinstance(parts, dict):
        yield from _new_prints(before.fingerprint, parts)


def _new_prints(old: dict[str, str], new: dict[str, Data]) -> Iterator[Edit]:
    for part, value in new.items():
        if old.get(part) != value:
            yield Put((*_FIXED, "fingerprint", part), value)
    for part in old.keys() - new.keys():
        yield Remove((*_FIXED, "fingerprint", part))
