"""Where the values and keys of a file stand. Built only when asked for: most files need none."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from vrtool.yamlio.characters import Lines

if TYPE_CHECKING:
    from vrtool.diagnostic import Pointer


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file as it was before anything was composed or unquoted.

    Lines and columns are 1-based and the end is exclusive; a byte order mark takes no column.
    `start` and `end` are offsets in characters into `raw.decode()`, where a byte order mark does
    count, so that the text can be cut and joined there.

    A quoted value's span holds its quotation marks. A block collection's goes from its first key
    or dash to the end of its last value, a block text's from its `|` or `>` to the end of its last
    line that is not blank, without the line break. A value left out has an empty span right after
    its colon or dash.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """A value's extent, in offsets without byte order mark, and what it holds."""

    start: int
    end: int
    members: dict[str, Member] | None = None
    items: list[Node] | None = None

    def step(self, step: str | int) -> Member | None:
        """What stands one step down; a place in a list has no key."""
        if self.members is not None and isinstance(step, str):
            return self.members.get(step)
        if self.items is not None and isinstance(step, int) and 0 <= step < len(self.items):
            return (None, self.items[step])
        return None


Extent: TypeAlias = tuple[int, int]
Member: TypeAlias = tuple[Extent | None, Node]
"""The extent of a key, and its value."""


class Positions:
    """The spans of one file, found by pointer. Empty for a file that has faults."""

    __slots__ = ("_bom", "_lines", "_root")

    def __init__(self, text: str, root: Node | None, *, bom: bool = False) -> None:
        self._lines = Lines(text)
        self._root = root
        self._bom = int(bom)

    def value(self, pointer: Pointer) -> Span | None:
        """The span of the value at `pointer`, or None where there is none."""
        found = self._find(pointer)
        return self._span(found[1].start, found[1].end) if found else None

    def key(self, pointer: Pointer) -> Span | None:
        """The span of the key that the last step of `pointer` names; None for a place in a list."""
        found = self._find(pointer)
        return self._span(*found[0]) if found and found[0] else None

    def nearest(self, pointer: Pointer) -> Span:
        """The span of the value at `pointer`, or else of the nearest value around it.

        Where only the whole file is left, an empty span at its start.
        """
        for length in range(len(pointer), 0, -1):
            if span := self.value(pointer[:length]):
                return span
        return self._span(0, 0)

    def _find(self, pointer: Pointer) -> Member | None:
        found: Member | None = (None, self._root) if self._root else None
        for step in pointer:
            found = found[1].step(step) if found else None
        return found

    def _span(self, start: int, end: int) -> Span:
        places = (*self._lines.place(start), *self._lines.place(end))
        return Span(*places, start + self._bom, end + self._bom)


def locate(raw: bytes) -> Positions:
    """The positions in some bytes that `read_bytes` reads without fault; else empty ones."""
    from vrtool.yamlio.survey import survey  # noqa: PLC0415 - defers PyYAML

    body = raw.removeprefix(BOM_UTF8)
    root = survey(body)
    return Positions(body.decode() if root else "", root, bom=len(body) < len(raw))
