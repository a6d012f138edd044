"""Edits of what stands between `[ ]` or `{ }`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from vrtool.edit.emit import WIDTH

if TYPE_CHECKING:
    from vrtool.diagnostic import Pointer
    from vrtool.edit.source import Source

Patch: TypeAlias = tuple[int, int, str]
"""A stretch of the text, and what comes in its place."""

_COMMA_AFTER = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_BLANKS = re.compile(r"[ \t]*")


def added(source: Source, pointer: Pointer, place: int, piece: str) -> list[Patch]:
    """A piece put into the collection, before the member at a place or after the last.

    Nothing where the collection is a pair without braces of its own.
    """
    span = source.span(pointer)
    if source.text[span.start] not in "[{":
        return []
    members = source.members(pointer)
    if not members:
        return [(span.start + 1, span.start + 1, piece)]
    if place == 0:
        start = source.begins(members[0])
        return [(start, start, f"{piece}, ")]
    end = source.span(members[place - 1]).end
    comma = " ," if source.text[end - 1] == ":" else ","  # `a:,` is no key without a value
    return [(end, end, f"{comma}{_gap(source, end, piece)}{piece}")]


def _gap(source: Source, end: int, piece: str) -> str:
    """A blank, or a new line deeper than the one that would grow too long."""
    start = source.line_start(end)
    if source.line_end(end) - start + len(piece) + 2 <= WIDTH:
        return " "
    line = source.text[start:end]
    margin = len(line) - len(line.lstrip(" ")) + source.style.step
    return source.style.newline + " " * margin


def replaced(source: Source, pointer: Pointer, piece: str) -> list[Patch]:
    """A piece in the place of what stands there, perhaps nothing."""
    span = source.span(pointer)
    if span.end > span.start:
        return [(span.start, span.end, piece)]
    at = source.marked(pointer)
    mark = "" if source.text[at - 1] == ":" else ":"
    return [(at, at, f"{mark} {piece}")]


def removed(source: Source, pointer: Pointer) -> list[Patch]:
    """The member cut out with one comma, comments around it left."""
    text = source.text
    start, end = source.begins(pointer), source.span(pointer).end
    comma = _COMMA_AFTER.match(text, end)
    if comma:
        blanks = _BLANKS.match(text, comma.end())
        return _whole_line(source, start, blanks.end() if blanks else comma.end())
    before = source.beside(pointer, -1)
    if before is None:
        return [(start, end, "")]
    earlier = _COMMA_AFTER.match(text, source.span(before).end)
    if earlier is None:
        raise LookupError(pointer)
    at = earlier.end() - 1
    if not text[at + 1 : start].strip():
        return [(at, end, "")]
    return [(at, at + 1, ""), *_whole_line(source, start, end)]


def _whole_line(source: Source, start: int, end: int) -> list[Patch]:
    """The cut, with the line's break where nothing is left on the line."""
    if source.begins_line(start) and end == source.line_end(end):
        return [(source.line_start(start), source.next_line(end), "")]
    return [(start, end, "")]
