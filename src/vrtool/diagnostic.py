"""What is said about the records: places, verdicts and findings.

A rule yields verdicts about subjects; the engine turns each breach into a finding, stamped with
code, norm, strength and severity. Both are plain, frozen data that sort.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import total_ordering
from typing import TypeAlias

from vrtool.dates import Span

Pointer: TypeAlias = tuple[str | int, ...]
"""The way to a value inside a file: map keys and zero-based list positions."""


@total_ordering
class Severity(Enum):
    """How much this check makes of a breach; errors fail it, warnings only when asked."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _SEVERITIES.index(self)

    def __lt__(self, other: Severity) -> bool:
        return self.rank < other.rank


_SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.NOTE]


class Strength(Enum):
    """The source's own word for how binding a norm is; it never changes."""

    SHALL = "shall"
    SHOULD = "should"
    NORMAL = "normal"
    MAY = "may"


class Judgement(Enum):
    """What a rule says of one subject. Absence is evidence only where the record is complete."""

    HOLDS = "holds"
    BREACH = "breach"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place named symbolically: a file of the data repo and the way to a value in it.

    `path` is relative to the repo's root with forward slashes. `on_key` points at the key of the
    last step instead of its value. `line` and `column` (1-based) are given only where no pointer
    can be: in a file that is not YAML.
    """

    path: str
    pointer: Pointer = ()
    on_key: bool = False
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place found in its file. All four figures are 1-based; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding, with a few Swedish words on how."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of one subject under one norm.

    `subject` is the id that a deviation names (an item, a matter, a party, a year …) and `at` where
    to look. `message` and `mend` are Swedish and need no further filling in. `severity` is set only
    where this breach is milder than the norm's own (more meetings than usual is a note), `days`
    only where the breach is one of certain days (two holders of a seat).
    """

    judgement: Judgement
    subject: str
    at: Place
    message: str = ""
    mend: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    days: Span | None = None


@dataclass(frozen=True, slots=True)
class Excuse:
    """A recorded deviation that stands behind a finding."""

    reason: str
    accepted_by: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach as reported: the verdict, stamped by the engine and placed in its file.

    `subject` is the verdict's. Two findings that differ in nothing else are one and the same.
    """

    code: str
    name: str
    severity: Severity
    message: str
    location: Location
    pointer: Pointer = ()
    norm: str | None = None
    working_forms: str | None = None
    paragraph: str | None = None
    strength: Strength | None = None
    help: str = ""
    related: tuple[tuple[Location, str], ...] = field(default=())
    excused: Excuse | None = None
    days: Span | None = None
    subject: str = field(default="", compare=False)

    @property
    def sort_key(self) -> tuple[Location, Severity, str, str, str]:
        """By place first, so that a file reads from top to bottom; never depends on input order."""
        return (self.location, self.severity, self.code, self.norm or "", self.message)
