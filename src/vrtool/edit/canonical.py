"""Canonical form: one way to write a record, its comments where they stood.

Entries come in the order of their model. Two blanks for each step in, one blank line at most, no
quotation marks that no reader needs. What the author wrote between brackets stays so where it fits
on a line and holds no comment; what was written over several lines stays over several.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vrtool.edit.emit import WIDTH, Style, lines, scalar
from vrtool.edit.field_order import Shape, member_shape, sorted_names
from vrtool.edit.layout import Entry, laid_out
from vrtool.errors import CannotDo
from vrtool.yamlio import read_bytes
from vrtool.yamlio.characters import composed, has_stacked_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP = 2
_BREAK = re.compile(r"\r\n?")
_NOT_TEXT_TO_OTHERS = re.compile(
    r"true|True|TRUE|false|False|FALSE|null|Null|NULL"
    r"|[-+]?(?:[0-9]+|\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""What YAML 1.2 takes for something else than text: an editor's schema would object to it."""


def canonical(raw: bytes, shape: Shape) -> bytes:
    """A file's bytes in canonical form, with the order of fields that its shape tells.

    Raises CannotDo where the file does not read without fault, or where what came out would not
    say the same, comments included.
    """
    before = read_bytes(raw)
    if before.faults or has_stacked_marks(raw.decode()):
        raise CannotDo("Filen går inte att läsa. Kör vr check för att se varför.")
    whole = laid_out(_BREAK.sub("\n", composed(raw.decode().removeprefix("\ufeff"))))
    remarks = _remarks(whole)
    after = "".join(f"{line}\n" for line in _document(whole, shape))
    document = read_bytes(after.encode())
    same = not document.faults and document.data == before.data
    if not same or _remarks(laid_out(after)) != remarks:
        raise CannotDo("Filen går inte att ställa upp utan att något ändras. Gör det för hand.")
    return after.encode()


def _remarks(entry: Entry) -> list[str]:
    """Every comment, in the order of the alphabet."""
    own = [remark for remark in (*entry.lead, entry.beside.strip(), *entry.tail) if remark]
    return sorted([*own, *(found for one in entry.members or () for found in _remarks(one))])


def _document(whole: Entry, shape: Shape) -> Iterator[str]:
    """What stands above the first entry is about the file, and stays there."""
    members = whole.members or []
    head = _trimmed([*whole.lead, *(members[0].lead if members else [])])
    if members:
        members[0].lead = []
    body = _members(replace(whole, tail=[]), shape, 0) if members else ["{}"]
    yield from _trimmed([*_set_in(head, 0), *body, *_set_in(whole.tail, 0)], last=True)


def _trimmed(remarks: list[str], *, last: bool = False) -> list[str]:
    """Without blank lines first; and `last`, where nothing follows."""
    start = next((i for i, line in enumerate(remarks) if line), len(remarks))
    end = len(remarks)
    while last and end > start and not remarks[end - 1]:
        end -= 1
    return remarks[start:end]


def _set_in(remarks: list[str], column: int) -> list[str]:
    return [f"{' ' * column}{remark}" if remark else "" for remark in remarks]


def _members(entry: Entry, shape: Shape, column: int) -> list[str]:
    """A map's or list's members as lines; nothing blank stands before the first."""
    written: list[str] = []
    for member, inner in _ordered(entry, shape):
        if not written:
            member.lead = _trimmed(member.lead)
        written += _entry(member, inner, column)
    return written


def _ordered(entry: Entry, shape: Shape) -> list[tuple[Entry, Shape]]:
    """The members in their order, each with the shape of what it holds."""
    members = entry.members or []
    if entry.is_map:
        by_name = {member.name or "": member for member in members}
        members = [by_name[name] for name in sorted_names(shape, [*by_name])]
    return [(member, member_shape(shape, member.name)) for member in members]


def _entry(entry: Entry, shape: Shape, column: int) -> list[str]:
    margin = " " * column
    opening = f"{margin}-" if entry.name is None else f"{margin}{_key(entry)}:"
    if entry.members and not _stays_inline(entry, shape, len(opening)):
        return _collection(entry, shape, column, opening)
    head, *body = _value(entry, shape, column, len(opening))
    first = f"{opening}{head and ' '}{head}{entry.beside}"
    below = column if body else column + _STEP  # a comment within a text would be read as text
    return [*_set_in(entry.lead, column), first, *body, *_set_in(entry.tail, below)]


def _collection(entry: Entry, shape: Shape, column: int, opening: str) -> list[str]:
    inner = column + _STEP
    if entry.name is not None:
        body = _members(entry, shape, inner)
        lead, first = entry.lead, [f"{opening}{entry.beside}"]
    else:  # the first member begins on the line of the dash, what is said of it above that
        body = _members(entry, shape, inner)
        begins = next(i for i, line in enumerate(body) if line and line[inner:][:1] != "#")
        remarks = _trimmed([entry.beside.strip(), *(line.strip() for line in body[:begins])])
        lead, first = [*entry.lead, *remarks], [f"{opening} {body[begins][inner:]}"]
        body = body[begins + 1 :]
    return [*_set_in(lead, column), *first, *body, *_set_in(entry.tail, inner)]


# Values


def _stays_inline(entry: Entry, shape: Shape, used: int) -> bool:
    if not entry.flow or entry.has_comments:
        return False
    short = _inline(entry, shape)
    return used + 1 + len(short) <= WIDTH and "\n" not in short


def _inline(entry: Entry, shape: Shape) -> str:
    """A value on one line, as it stands between brackets."""
    if entry.members is None:
        return _scalar(entry, flow=True)
    parts = []
    for member, inner in _ordered(entry, shape):
        name = f"{_key(member, flow=True)}: " if member.name is not None else ""
        parts.append(f"{name}{_inline(member, inner)}")
    return f"{{{', '.join(parts)}}}" if entry.is_map else f"[{', '.join(parts)}]"


def _value(entry: Entry, shape: Shape, column: int, used: int) -> list[str]:
    """What follows on the line of the key or dash, and the lines below it."""
    if entry.members is not None:
        return [_inline(entry, shape)]
    if entry.value is None:
        return [""]
    text = str(entry.value)
    if entry.is_block_text:
        return _block_text(entry, column) or lines(text, column, used, Style())
    if "\n" in entry.raw:
        return lines(text, column, used, Style())
    return [_scalar(entry, flow=False)]


def _block_text(entry: Entry, column: int) -> list[str]:
    """A text over several lines, as the author broke it; nothing where that would say another."""
    header, *body = entry.raw.split("\n")
    header = header.partition("#")[0].strip()
    if not str(entry.value).endswith("\n"):  # it may end where a file does, without a line break
        header = f"{header[0]}-"
    first = next((line for line in body if line.strip()), "")
    cut = len(first) - len(first.lstrip(" "))
    margin = " " * (column + _STEP)
    written = [header, *(f"{margin}{line[cut:]}" if line[cut:] else "" for line in body)]
    alone = "\n".join([f"text: {header}", *(line[column:] for line in written[1:]), ""])
    return written if read_bytes(alone.encode()).data == {"text": entry.value} else []


def _scalar(entry: Entry, *, flow: bool) -> str:
    if entry.value is None:
        return "null"
    return _as_written(entry.raw, str(entry.value), flow=flow)


def _key(entry: Entry, *, flow: bool = False) -> str:
    return _as_written(entry.key, entry.name or "", flow=flow)


def _as_written(raw: str, value: str, *, flow: bool) -> str:
    """Plain where it was or can be; quoted still where other readers would take it for a number."""
    if raw[:1] not in {"'", '"'}:
        return raw if "\n" not in raw and raw[:1] not in {"|", ">"} else scalar(value, flow=flow)
    quoted = "'" if _NOT_TEXT_TO_OTHERS.fullmatch(value) else ""
    return scalar(value, flow=flow, quoted=quoted)
