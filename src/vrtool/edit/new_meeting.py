"""A new meeting: an id never given before, and a file with what its agenda begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrtool.edit.carrying import Draft, beginning
from vrtool.edit.change import created, write
from vrtool.edit.meaning import Remark
from vrtool.edit.meeting_days import refuse_day, remarks
from vrtool.edit.records import refuse_unread, under_lock
from vrtool.edit.splice import spliced
from vrtool.model.meeting import Meeting, Mode
from vrtool.register.files import DATA
from vrtool.register.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vrtool.dates import Hours
    from vrtool.register.register import Register
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class Wanted:
    """The meeting to lay out: its forum, its days, and what else is known of it."""

    forum: str
    first: date
    last: date | None = None
    hours: Hours | None = None
    mode: Mode | None = None
    place: str | None = None

    def as_data(self, identifier: str) -> dict[str, Data]:
        """The fields of its file, those not known left out."""
        fields: dict[str, Data] = {
            "id": identifier,
            "forum": self.forum,
            "date": self.first.isoformat(),
            "to": self.last.isoformat() if self.last else None,
            "hours": str(self.hours) if self.hours else None,
            "mode": self.mode.value if self.mode else None,
            "place": self.place or None,
        }
        return {name: value for name, value in fields.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Laid:
    """A meeting laid out: what is on its agenda, and what is worth knowing of its days."""

    files: tuple[Path, ...]
    meeting: Meeting
    carried: tuple[str, ...]
    remarks: tuple[str, ...]


def lay_out(root: Path, wanted: Wanted) -> Laid:
    """Lay out a meeting. Raises CannotDo for a day that its forum cannot have."""
    with under_lock(root) as (lock, register):
        refuse_unread(register)
        data = wanted.as_data(_free_id(register, wanted))
        bare = Meeting.model_validate(data)
        refuse_day(register, bare)
        drafts = beginning(register, bare)
        if drafts:
            data["agenda"] = {"items": [draft.data for draft in drafts]}
        path = f"{DATA}/{Kind.MEETING.place}/{bare.id}.yaml"
        change = created(lock, Kind.MEETING, path, data)
        change = replace(change, bytes=spliced(change.bytes, _remarked(drafts)))
        files = tuple(write(lock, [change]))
        carried = tuple(draft.carried for draft in drafts if draft.carried)
        return Laid(files, bare, carried, tuple(remarks(register, bare)))


def _remarked(drafts: list[Draft]) -> Iterator[Remark]:
    for index, draft in enumerate(drafts):
        if draft.comments:
            yield Remark(("agenda", "items", index), draft.comments)


def _free_id(register: Register, wanted: Wanted) -> str:
    """The forum's short name, the year, and the number after the highest of any meeting there is or
    was meant to be: one cancelled, moved from the year, or in a file that cannot be read.
    """
    short = register.structure.forums[wanted.forum].short
    opening = f"{short}-{wanted.first.year}-"
    folder = register.root / DATA / Kind.MEETING.place
    taken = {*register.meetings, *(file.name.partition(".")[0] for file in folder.glob("*"))}
    tails = (name.removeprefix(opening) for name in taken if name.startswith(opening))
    numbers = [int(tail) for tail in tails if tail.isascii() and tail.isdigit()]
    return f"{opening}{max(numbers, default=0) + 1:02}"
