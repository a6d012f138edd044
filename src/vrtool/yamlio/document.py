"""What reading a file gives: its data as text, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
"""A value as written. Every scalar is text; only a plain empty, `null` or `~` is None."""

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 100
MAX_FAULTS = 20
"""Past this many faults in one file the reader stops: the rest would say the same again."""


class FaultKind(Enum):
    """What can be wrong with a file before anything in it has a meaning."""

    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    STACKED_MARKS = "stacked-marks"
    CONFLICT_MARKER = "conflict-marker"
    DIRECTIVE = "directive"
    EMPTY = "empty"
    NOT_A_MAPPING = "not-a-mapping"
    SEVERAL_DOCUMENTS = "several-documents"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    KEY_NOT_TEXT = "key-not-text"
    MERGE_KEY = "merge-key"
    ANCHOR = "anchor"
    TAG = "tag"
    TAB = "tab"
    SYNTAX = "syntax"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, with its place; both figures 1-based, columns in characters.

    A byte order mark at the start of the file takes no column. `message` says what is wrong and
    `mend` what to do about it, both in Swedish.
    """

    kind: FaultKind
    line: int
    column: int
    message: str
    mend: str

    @property
    def place(self) -> tuple[int, int]:
        """Line and column, to sort by."""
        return (self.line, self.column)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's top-level map, or the faults that keep it from being read.

    A file with faults has empty data, so that nothing is concluded from half a record. The faults
    stand in the order of the file.
    """

    data: dict[str, Data]
    faults: tuple[Fault, ...] = ()
