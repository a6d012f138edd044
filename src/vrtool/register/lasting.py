"""Ways into a file that last: by ids instead of positions, so that they outlive moved lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from vrtool.diagnostic import Pointer
from vrtool.yamlio import read_path

Steps: TypeAlias = tuple[str, ...]

_NAMING = ("norm", "on", "who", "side", "party", "matter", "meeting", "forum", "path", "name")
"""What tells an entry of a list from its neighbours, where it has no id."""


class Lasting:
    """Finds lasting ways, reading each file at most once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, object] = {}

    def way(self, path: str, pointer: Pointer) -> Steps:
        """The record and the steps in it that the pointer takes.

        A record is named by its folder and id, or by its path where it has none or cannot be read.
        An entry of a list is named by its id, by what it is about, or, where it is mere text, by
        that text; one that nothing names leaves its step empty.
        """
        data = self._data(path)
        identifier = data.get("id") if isinstance(data, Mapping) else None
        named = isinstance(identifier, str)
        record = f"{path.rpartition('/')[0]}/{identifier}" if named else path
        return record, *_steps(data, pointer)

    def _data(self, path: str) -> object:
        if path not in self._known:
            self._known[path] = _read(self._root / path)
        return self._known[path]


def _read(file: Path) -> object:
    """What stands in the file; nothing, where it cannot be read."""
    try:
        return read_path(file).data
    except OSError:
        return None


def _steps(data: object, pointer: Pointer) -> Iterator[str]:
    here = data
    for step in pointer:
        here = _below(here, step)
        yield step if isinstance(step, str) else _name(here)


def _below(here: object, step: str | int) -> object:
    if isinstance(here, Mapping):
        return here.get(step)
    if isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
        return here[step]
    return None


def _name(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, Mapping):
        return ""
    if isinstance(entry.get("id"), str):
        return str(entry["id"])
    return " ".join(value for key in _NAMING if isinstance(value := entry.get(key), str))
