"""The minutes go out: when, to which parties, and to whom else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.changeable import standing, written
from vrtool.edit.meaning import Put
from vrtool.edit.records import field_after, under_lock
from vrtool.errors import CannotDo
from vrtool.model.meeting import Dispatch
from vrtool.register.describe import the_minutes
from vrtool.register.phases import held
from vrtool.register.words import word
from vrtool.text import sentence

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

_DISPATCHED = ("minutes", "dispatched")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """When the minutes go out, to which parties by id (None for all), and to others by name."""

    date: date
    to: tuple[str, ...] | None = None
    others: tuple[str, ...] = ()

    @property
    def record(self) -> Dispatch:
        """As the meeting's record has it."""
        return Dispatch.model_construct(date=self.date, to=self.to, others=self.others)


def dispatch(root: Path, key: str, outgoing: Outgoing) -> tuple[Path, ...]:
    """Record that the minutes of a meeting went out. Out: the files written, none where it stood
    there before. Raises CannotDo as `refuse_unsendable` and
    `refuse_otherwise` do.
    """
    with under_lock(root) as (lock, register):
        meeting = standing(register, key)
        refuse_unsendable(register, meeting, outgoing.date)
        refuse_otherwise(register, meeting, outgoing)
        minutes = meeting.minutes
        if minutes is None or minutes.dispatched is not None:
            return ()
        following = field_after(minutes, "dispatched")
        return written(lock, register, meeting, [Put(_DISPATCHED, _data(outgoing), following)])


def refuse_unsendable(register: Register, meeting: Meeting, on: date) -> None:
    """Raise CannotDo where there are no minutes to send, or not yet on that day.

    That somebody is yet to adjust them stops nothing.
    """
    the = sentence(the_minutes(register, meeting))
    if meeting.minutes is None or not held(meeting):
        begun = word(register, "minutes").agree("skriven", "skrivet", "skrivna")
        path = register.meeting_place(meeting).path
        raise CannotDo(
            f"{the} är inte {begun} än. Börja med vr minutes start {meeting.id} och fyll i {path}."
        )
    if on < meeting.last_day:
        raise CannotDo(f"{the} kan inte ha sänts ut {swedish_date(on)}, före mötet. Rätta dagen.")


def refuse_otherwise(register: Register, meeting: Meeting, outgoing: Outgoing) -> None:
    """Raise CannotDo where it is told already that the minutes went out, and told otherwise."""
    before = meeting.minutes.dispatched if meeting.minutes else None
    if before is None or before == outgoing.record:
        return
    raise CannotDo(
        f"Det är redan antecknat att {the_minutes(register, meeting)} sändes ut "
        f"{swedish_date(before.date)}. Vill du bara ha utkasten igen: vr minutes dispatch "
        f"{meeting.id} --mail-only. Var det fel, rätta dispatched i "
        f"{register.meeting_place(meeting).path}."
    )


def _data(outgoing: Outgoing) -> Data:
    """A bare date where it went to all parties and nobody else."""
    if outgoing.to is None and not outgoing.others:
        return outgoing.date.isoformat()
    to: Data = "all" if outgoing.to is None else [*outgoing.to]
    others: dict[str, Data] = {"others": [*outgoing.others]} if outgoing.others else {}
    return {"date": outgoing.date.isoformat(), "to": to, **others}
