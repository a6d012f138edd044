"""Edits of a file's text: a value is put in, changed or taken out, all else left byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.edit.emit import Style
from vrtool.edit.meaning import Edit, Insert, Put, Remark, Remove, Write, meant
from vrtool.edit.patches import patches_of
from vrtool.edit.source import Source
from vrtool.edit.splice_rounds import first_round
from vrtool.errors import CannotDo
from vrtool.yamlio import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrtool.edit.splice_flow import Patch
    from vrtool.yamlio import Data


def spliced(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The file's bytes after the edits, one after the other.

    In: bytes that read without fault. Raises CannotDo where a place is not there, or where what
    came out would not read as what was meant: nothing is ever changed beside the edit.
    """
    waiting = list(edits)
    while len(waiting) > 1:
        raw, waiting = _several(raw, waiting)
    return _one(raw, waiting[0]) if waiting else raw


def _several(raw: bytes, edits: list[Edit]) -> tuple[bytes, list[Edit]]:
    """The bytes after the edits that can be made at once, and those that are left."""
    source = Source(raw)
    found = first_round(source, edits)
    if not found.taken:
        return _one(raw, edits[0]), edits[1:]
    try:
        wanted = meant(source.data, *found.taken)
        after = _joined(source.text, found.patches).encode()
    except (LookupError, UnicodeEncodeError):  # told of below, where it is the one that is tried
        return _in_turn(raw, found.taken), found.left
    return after if _reads_as(after, wanted) else _in_turn(raw, found.taken), found.left


def _in_turn(raw: bytes, edits: Iterable[Edit]) -> bytes:
    for edit in edits:
        raw = _one(raw, edit)
    return raw


def _one(raw: bytes, edit: Edit) -> bytes:
    # A comment that is indented far would be read as part of a text over several lines above it.
    for many_lines in (True, False):
        source = Source(raw, many_lines=many_lines)
        try:
            wanted = meant(source.data, edit)
            after = _joined(source.text, patches_of(source, edit)).encode()
        except (LookupError, UnicodeEncodeError) as error:
            raise _cannot(edit) from error
        if _reads_as(after, wanted):
            return after
    raise _cannot(edit)


def _reads_as(raw: bytes, wanted: dict[str, Data]) -> bool:
    document = read_bytes(raw)
    return not document.faults and document.data == wanted


def _cannot(edit: Edit) -> CannotDo:
    place = "/".join(map(str, edit.pointer))
    return CannotDo(
        f"Ändringen av {place} går inte att föra in utan att något annat rubbas. "
        "Skriv in den för hand."
    )


def _joined(text: str, patches: Iterable[Patch]) -> str:
    """The text with each stretch replaced. Stretches do not overlap.

    What is put in at one place comes in the order given.
    """
    pieces, at = [], 0
    for start, end, new in sorted(patches, key=lambda patch: patch[:2]):
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


__all__ = ["Insert", "Put", "Remark", "Remove", "Style", "Write", "spliced"]
