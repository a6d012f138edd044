"""Records as plain values, and where two such values differ.

A value left at its default and one not given are the same; so is another order of a list whose
order means nothing, since its entries are matched by what tells them apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from vrtool.text import quote

if TYPE_CHECKING:
    from pydantic import BaseModel

Path: TypeAlias = tuple[str, ...]
Plain: TypeAlias = dict[str, Any]

ALL = "all"

_KEYS = (
    ("id",), ("assignment",), ("norm", "on", "forum"), ("who", "for"), ("title",), ("name",),
    ("by", "date"), ("meeting",), ("date",), ("from",), ("year",),
)  # fmt: skip
"""What tells the entries of a list apart: the first of these that all of them have."""
_ORDERED = frozenset(
    {"phases", "steps", "standing_items", "vice_chair", "taken_in", "not_taken_in"}
)
"""Lists whose order says something."""
_UNSEEN = frozenset({"fingerprint"})
"""Fields that follow from others and mean nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that differs, with the fields on the way to it; None stands for nothing there."""

    path: Path
    before: Any
    after: Any


def plain(record: BaseModel) -> Plain:
    """The record in maps, lists and texts, under the names that its file has."""
    given = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {key: _spelt(value) for key, value in given.items()}


def _spelt(value: Any) -> Any:  # noqa: ANN401 - what a record holds
    """Past the defaults, what is None in a record is the word `all` in its file."""
    if isinstance(value, dict):
        return {key: _spelt(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_spelt(part) for part in value]
    return ALL if value is None else value


def without(value: Plain, *names: str) -> Plain:
    """The map without some of its fields."""
    return {key: part for key, part in value.items() if key not in names}


def leaves(before: Any, after: Any, path: Path = ()) -> Iterator[Leaf]:  # noqa: ANN401 - what a record holds
    """Every place where the two differ, as deep as one of them goes."""
    if before == after:
        return
    if _may_be(before, dict) and _may_be(after, dict):
        old, new = before or {}, after or {}
        for key in (*old, *(key for key in new if key not in old)):
            if key not in _UNSEEN:
                yield from leaves(old.get(key), new.get(key), (*path, key))
    elif _may_be(before, list) and _may_be(after, list):
        yield from _of_lists(before or [], after or [], path)
    else:
        yield Leaf(path, before, after)


def _may_be(value: object, kind: type) -> bool:
    return value is None or isinstance(value, kind)


def _of_lists(before: list[Any], after: list[Any], path: Path) -> Iterator[Leaf]:
    old, new = keyed(before, after)
    for key in (*old, *(key for key in new if key not in old)):
        one, other = old.get(key), new.get(key)
        if one is None or other is None:
            yield Leaf(path, one, other)
        else:
            yield from leaves(one, other, (*path, _called(other) or _shown(key)))
    if path and path[-1] in _ORDERED:
        common = [[_shown(key) for key in side if key in old and key in new] for side in (old, new)]
        if common[0] != common[1]:
            yield Leaf((*path, "order"), ", ".join(common[0]), ", ".join(common[1]))


def keyed(
    before: list[Any], after: list[Any]
) -> tuple[Mapping[Hashable, Any], Mapping[Hashable, Any]]:
    """The entries of both lists under what tells them apart; equals are numbered."""
    fields = next((f for f in _KEYS if _all_have((*before, *after), f)), ())
    return _by_key(before, fields), _by_key(after, fields)


def _all_have(entries: tuple[Any, ...], fields: Path) -> bool:
    return all(isinstance(entry, dict) and entry.get(fields[0]) for entry in entries)


def _by_key(entries: list[Any], fields: Path) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for entry in entries:
        key = tuple(str(entry.get(name) or "") for name in fields) if fields else (repr(entry),)
        number = 0
        while (*key, number) in found:
            number += 1
        found[*key, number] = entry
    return found


def _called(entry: Any) -> str:  # noqa: ANN401 - what a record holds
    """The title of an entry that has an id besides, which says less to a reader."""
    titled = isinstance(entry, dict) and "id" in entry and "title" in entry
    return quote(entry["title"]) if titled else ""


def _shown(key: Hashable) -> str:
    """What a list's entry is called on the way to a value inside it."""
    return str(key[0]) if isinstance(key, tuple) else str(key)
