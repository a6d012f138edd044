"""How a file is laid out: its entries in order, and the comments and blank lines around each.

A comment on a line of its own belongs to what follows it, unless it is set in deeper than that:
then to the end of what stands above. A comment after something on its line belongs to that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrtool.errors import CannotDo
from vrtool.yamlio import read_bytes
from vrtool.yamlio.survey import survey

if TYPE_CHECKING:
    from vrtool.yamlio import Data
    from vrtool.yamlio.positions import Node

_SIGNS = re.compile(r"[\s,:?\-.\[\]{}]*")
_COLON = re.compile(r"\s*:")
_DASH = re.compile(r"(?:^|\n) *(-)(?=[ \t\n]|\Z)")
_BRACKETS = frozenset("[{")
_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(slots=True)
class Entry:
    """A map's entry by its `name` (`key` is how that is written), or a list's item without one.

    `raw` is a scalar as it stands in the file, and `value` what the reader gives for it. `members`
    are those of a map or list; `flow` tells that it stands between brackets. `lead` are the
    comments and blank lines (empty) above it, `beside` the comment on its line with the blanks
    before it, `tail` what stands at the end of its body.
    """

    column: int
    name: str | None = None
    key: str = ""
    raw: str = ""
    value: Data = None
    members: list[Entry] | None = None
    is_map: bool = False
    flow: bool = False
    lead: list[str] = field(default_factory=list)
    beside: str = ""
    tail: list[str] = field(default_factory=list)

    @property
    def is_block_text(self) -> bool:
        """Whether it is a text that begins with `|` or `>`."""
        return self.members is None and self.raw[:1] in {"|", ">"}

    @property
    def has_comments(self) -> bool:
        """Whether any comment stands within its members."""
        return any(
            member.lead or member.beside or member.tail or member.has_comments
            for member in self.members or ()
        )


def laid_out(text: str) -> Entry:
    """The whole of a text as one entry without a key, in column -1.

    In: text with plain line breaks. Raises CannotDo where it does not read without fault, or holds
    something beside its entries that is no comment.
    """
    raw = text.encode()
    root, document = survey(raw), read_bytes(raw)
    if root is None:
        raise CannotDo("Filen går inte att läsa. Kör vr check för att se varför.")
    return _Reading(text).whole(root, document.data)


class _Reading:
    """One pass over a text. `_at` is the end of what has been read, `_last` the entry it ended in,
    `_closed` those that have ended since the last entry began, innermost first.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._last: Entry | None = None
        self._closed: list[Entry] = []

    def whole(self, root: Node, data: Data) -> Entry:
        entry = Entry(-1)
        self._collection(entry, root, data)
        self._pass(len(self._text), entry.tail, flow=False)
        return entry

    def _collection(self, entry: Entry, node: Node, data: Data) -> None:
        flow = entry.flow or self._text[node.start] in _BRACKETS
        entry.flow, entry.is_map, entry.members = flow, isinstance(data, dict), []
        bracketed = self._text[node.start] in _BRACKETS
        if bracketed:
            self._pass(node.start, entry.lead, flow=flow)
            self._at = node.start + 1
        self._members(entry, node, data)
        if bracketed:
            inside = entry.members[-1].tail if entry.members else entry.lead
            self._pass(node.end - 1, inside, flow=True)
            self._at, self._last = node.end, entry

    def _members(self, entry: Entry, node: Node, data: Data) -> None:
        if isinstance(data, dict):
            for name, (extent, member) in (node.members or {}).items():
                start, end = extent or (member.start, member.start)
                child = self._begun(entry, start, name, self._text[start:end])
                colon = _COLON.match(self._text, end)
                self._at = colon.end() if colon else end
                self._value(child, member, data[name], in_flow=entry.flow)
        elif isinstance(data, list):
            for number, (member, value) in enumerate(zip(node.items or (), data, strict=True)):
                start = member.start if entry.flow else self._dash(node, number)
                child = self._begun(entry, start)
                self._at = start if entry.flow else start + 1
                self._value(child, member, value, in_flow=entry.flow)

    def _dash(self, node: Node, number: int) -> int:
        if number == 0:
            return node.start
        dash = _DASH.search(self._text, self._at)
        return dash.start(1) if dash else node.start

    def _begun(self, entry: Entry, start: int, name: str | None = None, key: str = "") -> Entry:
        column = start - (self._text.rfind("\n", 0, start) + 1)
        child = Entry(column, name, key, flow=entry.flow)
        self._pass(start, child.lead, flow=entry.flow)
        self._last = child
        if entry.members is not None:
            entry.members.append(child)
        return child

    def _value(self, entry: Entry, node: Node, data: Data, *, in_flow: bool) -> None:
        if isinstance(data, dict | list):
            self._collection(entry, node, data)
        else:
            self._scalar(entry, node, data)
        if not in_flow:
            self._closed.append(entry)

    def _scalar(self, entry: Entry, node: Node, data: str | None) -> None:
        entry.raw, entry.value = self._text[node.start : node.end], data
        if not entry.raw:
            return
        self._pass(node.start, entry.lead, flow=entry.flow)
        self._at, self._last = node.end, entry
        header = _HEADER.match(entry.raw)
        if header:
            self._at = node.start + header.end()
            line_end = self._at + len(entry.raw[header.end() :].partition("\n")[0])
            self._pass(line_end, entry.lead, flow=False)
            self._at = max(node.end, line_end)

    def _pass(self, to: int, lead: list[str], *, flow: bool) -> None:
        """Give each comment between the last part and the next to the entry it belongs to."""
        first, *rest = self._text[self._at : to].split("\n")
        self._at = to
        if self._last is None:
            rest.insert(0, first)
        else:
            self._beside(first, lead)
        closed, self._closed = self._closed, []
        blank = False
        for number, line in enumerate(rest, start=1):
            remark = _remark(line)
            if remark:
                column = len(line) - len(line.lstrip())
                closed = [entry for entry in closed if entry.column < column]
                where = closed[0].tail if closed and not closed[0].is_block_text else lead
                where.extend(["", remark] if blank else [remark])
            blank = not remark and not flow and (blank or number < len(rest))
        if blank:
            lead.append("")

    def _beside(self, text: str, lead: list[str]) -> None:
        remark = _remark(text)
        if remark and self._last and not self._last.beside:
            blanks = len(text) - len(text.rstrip()[: -len(remark)].rstrip(" ")) - len(remark)
            self._last.beside = f"{' ' * max(blanks, 2)}{remark}"
        elif remark:
            lead.append(remark)


def _remark(text: str) -> str:
    """The comment on a line, or nothing. Raises CannotDo for anything else that stands there."""
    rest = _SIGNS.sub("", text, count=1).rstrip()
    if rest and not rest.startswith("#"):
        raise CannotDo("Filen är skriven så att den inte går att ställa upp. Rätta den för hand.")
    return rest
