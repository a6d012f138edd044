"""What an edit means: a few operations on data, to which the spliced text is held."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from vrtool.yamlio import read_bytes
from vrtool.yamlio.characters import composed

if TYPE_CHECKING:
    from vrtool.diagnostic import Pointer
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class Put:
    """Give the place `pointer` names the value: a new entry of a map, or what stands there already.

    A new entry stands before the entry `before` where the map has that, else last.
    """

    pointer: Pointer
    value: Data
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Insert:
    """Put the value into the list at `pointer`, before the item `index` or, without one, last."""

    pointer: Pointer
    value: Data
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away a map's entry or a list's item. The last one leaves an empty map or list behind."""

    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Write:
    """Put a new entry into a map, written out as it is to stand, comments and all.

    `text` is the one entry that `pointer` names as YAML at the left margin. It stands before the
    entry `before` where the map has that, else last.
    """

    pointer: Pointer
    text: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Put comments, without their signs, below what stands at a place, set in as what it holds."""

    pointer: Pointer
    lines: tuple[str, ...]


Edit: TypeAlias = Put | Insert | Remove | Write | Remark


def meant(data: dict[str, Data], *edits: Edit) -> dict[str, Data]:
    """The data as they are to be after the edits, in order; those given are not touched.

    A value left out counts as an empty map or list, as the records read it. Text comes out in
    composed form, as the reader reads it. Raises LookupError for a place that is not there.
    """
    after = deepcopy(data)
    for edit in edits:
        _do(after, edit)
    return after


def _do(data: dict[str, Data], edit: Edit) -> None:
    if isinstance(edit, Insert):
        _insert(data, edit)
    elif isinstance(edit, Remove):
        _remove(data, edit.pointer)
    elif isinstance(edit, Write):
        _put(data, Put(edit.pointer, _written(edit)))
    elif isinstance(edit, Remark):
        value_at(data, edit.pointer)
    else:
        _put(data, edit)


def value_at(data: Data, pointer: Pointer) -> Data:
    """The value a pointer names. Raises LookupError for a place that is not there."""
    for step in pointer:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            raise LookupError(pointer)  # noqa: TRY004 - no step leads on from there
    return data


def as_read(value: Data) -> Data:
    """The value as the reader would give it: all text in composed form."""
    if isinstance(value, str):
        return composed(value)
    if isinstance(value, dict):
        return {composed(key): as_read(member) for key, member in value.items()}
    return [as_read(item) for item in value] if isinstance(value, list) else None


def _put(data: dict[str, Data], edit: Put) -> None:
    *above, step = edit.pointer
    parent = _collection(data, tuple(above), {})
    if isinstance(parent, dict) and isinstance(step, str):
        parent[composed(step)] = as_read(edit.value)
    elif isinstance(parent, list) and isinstance(step, int) and 0 <= step < len(parent):
        parent[step] = as_read(edit.value)
    else:
        raise LookupError(edit.pointer)


def _insert(data: dict[str, Data], edit: Insert) -> None:
    items = _collection(data, edit.pointer, [])
    if isinstance(items, list):
        items.insert(len(items) if edit.index is None else edit.index, as_read(edit.value))
        return
    raise LookupError(edit.pointer)


def _remove(data: dict[str, Data], pointer: Pointer) -> None:
    value_at(data, pointer)
    parent, step = value_at(data, pointer[:-1]), pointer[-1]
    if isinstance(parent, dict):
        parent.pop(str(step))
    elif isinstance(parent, list):
        parent.pop(int(step))


def _written(edit: Write) -> Data:
    """What the entry's own text says. Raises LookupError where it is not that one entry."""
    document = read_bytes(edit.text.encode())
    if document.faults or [*document.data] != [edit.pointer[-1]]:
        raise LookupError(edit.pointer)
    return document.data[str(edit.pointer[-1])]


def _collection(data: dict[str, Data], pointer: Pointer, empty: Data) -> Data:
    """The collection at a place; where the value is left out, an empty one put there."""
    found = value_at(data, pointer)
    if found is not None:
        return found
    _put(data, Put(pointer, empty))
    return value_at(data, pointer)
