"""What an edit replaces in a file's text: stretches, each with the text to come in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from vrtool.edit import splice_flow
from vrtool.edit.emit import entry, inline, item, item_lines, lines, scalar
from vrtool.edit.meaning import Edit, Insert, Put, Remark, Remove, Write

if TYPE_CHECKING:
    from vrtool.diagnostic import Pointer
    from vrtool.edit.source import Source
    from vrtool.edit.splice_flow import Patch
    from vrtool.yamlio import Data, Span

Patches: TypeAlias = "list[Patch]"


def patches_of(source: Source, edit: Edit) -> Patches:
    """The stretches of text that the edit replaces. Raises LookupError for a place not there."""
    if isinstance(edit, Remove):
        return _remove(source, edit.pointer)
    if isinstance(edit, Insert):
        return _insert(source, edit)
    if isinstance(edit, Write):
        return _write(source, edit)
    if isinstance(edit, Remark):
        return _remark(source, edit)
    return _put(source, edit)


def _put(source: Source, edit: Put) -> Patches:
    above, step = edit.pointer[:-1], edit.pointer[-1]
    parent = source.value(above)
    if not parent:
        return _replace(source, above, {str(step): edit.value})
    if isinstance(parent, dict) and step not in parent:
        return _add(source, edit)
    return _replace(source, edit.pointer, edit.value)


# Something new


def _add(source: Source, edit: Put) -> Patches:
    above, name = edit.pointer[:-1], str(edit.pointer[-1])
    siblings = source.members(above)
    following = (*above, edit.before or "")
    place = siblings.index(following) if following in siblings else len(siblings)
    if source.in_flow(above):
        piece = f"{scalar(name, flow=True)}: {inline(edit.value)}"
        return splice_flow.added(source, above, place, piece) or _rewritten(source, edit)
    flow = _beside_is_flow(source, siblings, place, edit.value)
    new = entry(name, edit.value, source.column(above), source.style, flow=flow)
    return _put_in(source, siblings, place, new)


def _insert(source: Source, edit: Insert) -> Patches:
    siblings = source.members(edit.pointer)
    place = len(siblings) if edit.index is None else min(edit.index, len(siblings))
    if not siblings:
        return _replace(source, edit.pointer, [edit.value])
    if source.in_flow(edit.pointer):
        piece = inline(edit.value)
        return splice_flow.added(source, edit.pointer, place, piece)
    flow = _beside_is_flow(source, siblings, place, edit.value)
    new = item(edit.value, source.column(edit.pointer), source.style, flow=flow)
    return _put_in(source, siblings, place, new)


def _write(source: Source, edit: Write) -> Patches:
    above = edit.pointer[:-1]
    siblings = source.members(above)
    if edit.pointer in siblings or not siblings or source.in_flow(above):
        raise LookupError(edit.pointer)
    following = (*above, edit.before or "")
    place = siblings.index(following) if following in siblings else len(siblings)
    return _put_in(source, siblings, place, _set_in(edit.text.splitlines(), source.column(above)))


def _remark(source: Source, edit: Remark) -> Patches:
    above = edit.pointer[:-1]
    if source.in_flow(above):
        raise LookupError(edit.pointer)
    is_block = source.members(edit.pointer) and not source.in_flow(edit.pointer)
    at = source.column(edit.pointer) if is_block else source.column(above) + source.style.step
    return _after(source, edit.pointer, _set_in([f"# {line}" for line in edit.lines], at))


def _set_in(new: list[str], at: int) -> list[str]:
    return [f"{' ' * at}{line}".rstrip() for line in new]


def _beside_is_flow(source: Source, siblings: list[Pointer], place: int, value: Data) -> bool:
    """Whether the nearest value of the same kind, those before first, stands between brackets."""
    nearest = (*reversed(siblings[:place]), *siblings[place:])
    alike = (at for at in nearest if source.value(at) and type(source.value(at)) is type(value))
    first = next(alike, None)
    return first is not None and source.in_flow(first)


def _put_in(source: Source, siblings: list[Pointer], place: int, new: list[str]) -> Patches:
    """Lines for a block collection, before the member at a place or after the last."""
    newline = source.style.newline
    if place:
        return _after(source, siblings[place - 1], new)
    start = source.begins(siblings[0])
    if source.begins_line(start):
        return [(source.line_start(start), source.line_start(start), newline.join([*new, ""]))]
    margin = " " * source.column(siblings[0][:-1])  # it begins on the line of the dash above it
    return [(start, start, newline.join([*new, margin])[len(margin) :])]


def _after(source: Source, member: Pointer, new: list[str]) -> Patches:
    """Lines after a member; where the file ends without a break there, they end with one."""
    newline = source.style.newline
    column = len(new[0]) - len(new[0].lstrip(" "))
    at = _past_its_comments(source.text, source.follows(member), column)
    added = newline.join(["", *new])
    if at < len(source.text):
        return [(at, at, added)]
    return [(at, at, added + newline), *_stripped(source, source.block_text(member))]


def _past_its_comments(text: str, at: int, column: int) -> int:
    """Past the comments set in deeper than what is put in: they speak of what stands above."""
    deeper = re.compile(rf"(?:\r\n|[\r\n]) {{{column + 1},}}#[^\r\n]*")
    while found := deeper.match(text, at):
        at = found.end()
    return at


def _stripped(source: Source, block: Span | None) -> Patches:
    """A block text that ends where the file does has no break of its own, and must not get one."""
    header = source.header(block) if block else ""
    if block is None or "-" in header:
        return []
    return [(block.start, block.start + len(header), f"{header.replace('+', '')}-")]


# Something else in its place


def _replace(source: Source, pointer: Pointer, value: Data) -> Patches:
    if not pointer:
        return _replace_root(source, value)
    if source.in_flow(pointer[:-1]):
        return splice_flow.replaced(source, pointer, _quoted_alike(source, pointer, value))
    span, marked = source.span(pointer), source.marked(pointer)
    head, *body = _new_lines(source, pointer, value)
    newline = source.style.newline
    opening = head and f" {head}"
    if source.line_start(span.start) <= marked:
        end = source.line_end(span.end)
        below = [(end, end, newline.join(["", *body]))] if body else []
        return [(marked, span.end, opening), *below]
    start, end = source.line_start(span.start), source.next_line(span.end)
    return [(marked, marked, opening), (start, end, "".join(part + newline for part in body))]


def _replace_root(source: Source, value: Data) -> Patches:
    span = source.span(())
    members = value.items() if isinstance(value, dict) else ()
    new = [part for key, member in members for part in entry(key, member, 0, source.style)]
    return [(span.start, span.end, source.style.newline.join(new))]


def _new_lines(source: Source, pointer: Pointer, value: Data) -> list[str]:
    """The value as lines in place of what stands there: brackets and quotation marks stay."""
    at = source.column(pointer[:-1])
    if isinstance(value, str) and "\n" not in value and _mark(source, pointer):
        return [_quoted_alike(source, pointer, value)]
    old = source.value(pointer)
    flow = bool(old) and isinstance(old, dict | list) and source.in_flow(pointer)
    if isinstance(pointer[-1], int):
        return item_lines(value, at, source.style, flow=flow)
    used = source.marked(pointer) - source.line_start(source.begins(pointer))
    return lines(value, at, used, source.style, flow=flow)


def _quoted_alike(source: Source, pointer: Pointer, value: Data) -> str:
    """The value on one line, in the quotation marks of what stands there."""
    if isinstance(value, str):
        return scalar(value, flow=True, quoted=_mark(source, pointer))
    return inline(value)


def _mark(source: Source, pointer: Pointer) -> str:
    start = source.span(pointer).start
    return source.text[start] if source.text[start : start + 1] in {"'", '"'} else ""


def _rewritten(source: Source, edit: Put) -> Patches:
    """A pair that stands in a list without its braces gets them, and the new entry."""
    above = edit.pointer[:-1]
    old = source.value(above)
    members = old if isinstance(old, dict) else {}
    return splice_flow.replaced(
        source, above, inline({**members, str(edit.pointer[-1]): edit.value})
    )


# Something gone


def _remove(source: Source, pointer: Pointer) -> Patches:
    above = pointer[:-1]
    if source.in_flow(above):
        return splice_flow.removed(source, pointer)
    if len(source.members(above)) == 1:
        return _emptied(source, pointer)
    start, end = source.begins(pointer), source.span(pointer).end
    if source.begins_line(start):
        return [(source.line_start(start), source.next_line(end), "")]
    following = source.beside(pointer, 1)
    if following is None:
        raise LookupError(pointer)
    return [_first_after_a_dash(source.text, start, end, source.begins(following))]


def _first_after_a_dash(text: str, start: int, end: int, following: int) -> Patch:
    """What follows takes its place on the line of the dash, unless a comment stands between."""
    gap = text[end:following]
    if "#" not in gap:
        return (start, following, "")
    if re.match(r"[ \t]*[\r\n]", gap):
        start = len(text[:start].rstrip(" "))
    return (start, end, "")


def _emptied(source: Source, pointer: Pointer) -> Patches:
    """The last member goes, and empty brackets come in the collection's place."""
    above = pointer[:-1]
    empty = "{}" if isinstance(source.value(above), dict) else "[]"
    span = source.span(above)
    if not above:
        return [(span.start, span.end, empty)]
    if not source.begins_line(span.start):
        return [(span.start, span.end, empty)]
    marked = source.marked(above)
    cut = (source.line_start(source.begins(pointer)), source.next_line(span.end), "")
    return [(marked, marked, f" {empty}"), cut]
