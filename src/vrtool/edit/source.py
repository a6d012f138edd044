"""A file's text with what splicing needs to know of it: where things stand, and in what style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from vrtool.edit.emit import Style
from vrtool.edit.meaning import value_at
from vrtool.yamlio import Data, Span, locate, read_bytes

if TYPE_CHECKING:
    from vrtool.diagnostic import Pointer

_BREAK = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"(?:^|[\r\n])[ ]*(-)(?=[ \t\r\n]|\Z)")
_BLANKS = re.compile(r"(?:(?:\r\n|\r|\n)[ ]*(?=\r\n|\r|\n))*")
_COLON = re.compile(r"\s*:")


class Source:
    """One text that reads without fault. Offsets are in characters, byte order mark included."""

    def __init__(self, raw: bytes, *, many_lines: bool = True) -> None:
        self._many_lines = many_lines
        self.text = raw.decode()
        self.data = read_bytes(raw).data
        self._positions = locate(raw)

    def value(self, pointer: Pointer) -> Data:
        """What the reader gives for a place. Raises LookupError where there is none."""
        return value_at(self.data, pointer)

    def span(self, pointer: Pointer) -> Span:
        """Where a value stands. Raises LookupError for a place that is not there."""
        span = self._positions.value(pointer)
        if span is None:
            raise LookupError(pointer)
        return span

    def column(self, pointer: Pointer) -> int:
        """The column, from 0, of the keys or dashes of a block collection."""
        return self.span(pointer).column - 1

    def in_flow(self, pointer: Pointer) -> bool:
        """Whether a value stands between brackets, or is itself a collection in brackets."""
        return any(
            isinstance(self.value(pointer[:length]), dict | list)
            and self.text[self.span(pointer[:length]).start] in "[{"
            for length in range(len(pointer) + 1)
        )

    def members(self, pointer: Pointer) -> list[Pointer]:
        """The places one step down, in the order of the file."""
        value = self.value(pointer)
        if isinstance(value, dict):
            return [(*pointer, key) for key in value]
        return [(*pointer, index) for index in range(len(value))] if isinstance(value, list) else []

    def beside(self, pointer: Pointer, by: int) -> Pointer | None:
        """The place so many steps after (before, where negative) in the same collection.

        Raises LookupError where the place itself is not there.
        """
        siblings = self.members(pointer[:-1])
        if pointer not in siblings:
            raise LookupError(pointer)
        place = siblings.index(pointer) + by
        return siblings[place] if 0 <= place < len(siblings) else None

    def begins(self, pointer: Pointer) -> int:
        """Where a map's entry or a list's item begins: at its key or its dash."""
        key = self._positions.key(pointer)
        if key:
            return key.start
        if self.in_flow(pointer[:-1]):
            return self.span(pointer).start
        before = self.beside(pointer, -1)
        if before is None:
            return self.span(pointer[:-1]).start
        dash = _DASH.search(self.text, self.span(before).end)
        if dash is None:
            raise LookupError(pointer)
        return dash.start(1)

    def marked(self, pointer: Pointer) -> int:
        """The end of the colon or dash that a value follows."""
        key = self._positions.key(pointer)
        if key is None:
            return self.begins(pointer) + 1
        colon = _COLON.match(self.text, key.end)
        return colon.end() if colon else key.end

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins, past a byte order mark."""
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        return start or int(self.text.startswith("\ufeff"))

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after that of an offset begins."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def begins_line(self, offset: int) -> bool:
        """Whether nothing but blanks stands before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def block_text(self, pointer: Pointer) -> Span | None:
        """The span of the block text (`|` or `>`) that the value is or ends with, if any."""
        while members := self.members(pointer) if not self.in_flow(pointer) else []:
            pointer = members[-1]
        span = self.span(pointer)
        is_block = isinstance(self.value(pointer), str) and not self.in_flow(pointer)
        return span if is_block and self.text[span.start] in "|>" else None

    def header(self, block: Span) -> str:
        """The indicators that open a block text: `|`, `>-`, `|2+`."""
        found = re.compile(r"[|>][-+0-9]*").match(self.text, block.start)
        return found.group() if found else ""

    def follows(self, pointer: Pointer) -> int:
        """Where a new line after a value can be put in: the end of the last line of its own."""
        end = self.line_end(self.span(pointer).end)
        block = self.block_text(pointer)
        if block and "+" in self.header(block):
            blanks = _BLANKS.match(self.text, end)
            end = blanks.end() if blanks else end
        return end

    @cached_property
    def style(self) -> Style:
        """The file's line break and indentation, from where they are first seen."""
        found = _BREAK.search(self.text)
        steps = {type(child): inset for child, inset in reversed([*self._insets()])}
        newline = found.group() if found else "\n"
        return Style(newline, steps.get(dict, 2), steps.get(list, 2), self._many_lines)

    def _insets(self) -> Iterator[tuple[Data, int]]:
        """Every block collection under a key of a block map, and how far in from it it stands."""
        waiting: list[Pointer] = [()]
        while waiting:
            pointer = waiting.pop(0)
            for member in self.members(pointer):
                child = self.value(member)
                if not child or isinstance(child, str) or self.in_flow(member):
                    continue
                waiting.append(member)
                if isinstance(member[-1], str):
                    yield child, self.column(member) - self.column(pointer)
