"""A mistake in minutes that stand is set right with a date, and never edited away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.changeable import standing, written
from vrtool.edit.meaning import Insert, Put
from vrtool.edit.records import field_after, refuse_unread, under_lock
from vrtool.errors import CannotDo
from vrtool.model.meeting import Minutes
from vrtool.planning.approvals import approved
from vrtool.planning.demands import Demands
from vrtool.register.describe import the_minutes
from vrtool.register.words import word
from vrtool.text import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_CORRECTIONS = ("minutes", "corrections")


def correct(root: Path, key: str, text: str, on: date, item: str | None = None) -> tuple[Path, ...]:
    """Put a correction into the minutes of a meeting: how they are to read, about an item by its
    id or about the whole.

    Out: the files written, none where it stood there before. Raises CannotDo where the minutes do
    not stand yet, for then they are edited instead, or where the day is too early.
    """
    with under_lock(root) as (lock, register):
        meeting = standing(register, key)
        minutes = refuse_unsettled(Demands(register), meeting)
        _refuse_early(register, meeting, minutes, on)
        known = {(one.date, one.item, one.text) for one in minutes.corrections}
        if (on, item, text) in known:
            return ()
        where: dict[str, Data] = {"item": item} if item else {}
        correction: Data = {"date": on.isoformat(), **where, "text": text}
        if minutes.corrections:
            return written(lock, register, meeting, [Insert(_CORRECTIONS, correction)])
        following = field_after(minutes, "corrections")
        return written(lock, register, meeting, [Put(_CORRECTIONS, [correction], following)])


def refuse_unsettled(demands: Demands, meeting: Meeting) -> Minutes:
    """The minutes, which stand: all who are to have adjusted them, or where nobody is to, they
    have been sent out. Raises CannotDo where they do not.
    """
    register = demands.register
    refuse_unread(register)
    minutes = meeting.minutes or Minutes()
    settled = minutes.adjusted or minutes.signed or minutes.dispatched
    if settled and approved(demands, meeting):
        return minutes
    settling = word(register, "minutes").agree("justerad", "justerat", "justerade")
    raise CannotDo(
        f"{sentence(the_minutes(register, meeting))} är inte {settling} än. Ändra i stället "
        f"direkt i {register.meeting_place(meeting).path}."
    )


def _refuse_early(register: Register, meeting: Meeting, minutes: Minutes, on: date) -> None:
    days = [one.date for one in (*minutes.adjusted, minutes.signed) if one]
    settled = max(days, default=meeting.last_day)
    if on < settled:
        what = "justeringen" if days else "mötet"
        raise CannotDo(
            f"{sentence(the_minutes(register, meeting))} kan inte ha rättats {swedish_date(on)}, "
            f"före {what} {swedish_date(settled)}. Rätta dagen."
        )
