"""What a comparison comes to: changes, grouped by the record they are about. Plain, frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.diagnostic import Finding


class Act(Enum):
    """What was done; the values are part of the JSON and never change."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Group(Enum):
    """What kind of record changes are about; the values are part of the JSON."""

    MEETING = "meeting"
    MATTER = "matter"
    ROSTERS = "rosters"
    WORKING_FORMS = "working-forms"
    PROCESS = "process"
    STRUCTURE = "structure"
    DEVIATIONS = "deviations"
    REQUESTS = "requests"
    YEAR_WHEEL = "year-wheel"
    COSTS = "costs"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` is Swedish without full stop; the old and new value stand beside it."""

    act: Act
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """The changes of one record, under its name in words; `id` is empty where there is but one."""

    group: Group
    id: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, so that its record was not compared."""

    side: str
    path: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What the change does to the findings; an excused one has a deviation it had not before."""

    appeared: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    excused: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs. `findings` is None where they were not asked for or not found."""

    base: str
    head: str
    records: tuple[RecordChange, ...]
    unread: tuple[Unread, ...] = ()
    findings: FindingChanges | None = None

    @property
    def total(self) -> int:
        """How many changes there are in all."""
        return sum(len(record.changes) for record in self.records)
