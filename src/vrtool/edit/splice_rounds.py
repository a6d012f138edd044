"""Edits that have nothing to do with each other, so that one reading serves them all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vrtool.edit.meaning import Edit, Insert, Put
from vrtool.edit.patches import patches_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrtool.diagnostic import Pointer
    from vrtool.edit.source import Source
    from vrtool.edit.splice_flow import Patch


@dataclass
class Round:
    """What can be done at once, with its patches, and what has to wait for that, in order."""

    taken: list[Edit] = field(default_factory=list)
    left: list[Edit] = field(default_factory=list)
    patches: list[Patch] = field(default_factory=list)


def first_round(source: Source, edits: Iterable[Edit]) -> Round:
    """Those of the edits that no earlier one can influence, whether that is taken or waits.

    In: edits to be made one after the other. One whose place is not there yet waits, so nothing is
    taken where not even the first has its place.
    """
    found = Round()
    for edit in edits:
        patches = _patches(source, edit, found)
        if patches is None:
            found.left.append(edit)
        else:
            found.taken.append(edit)
            found.patches += patches
    return found


def _patches(source: Source, edit: Edit, found: Round) -> list[Patch] | None:
    if not all(_apart(edit, other) for other in found.left):
        return None
    beside = [other for other in found.taken if not _apart(edit, other)]
    if not all(_both_last(source, edit, other) for other in beside):
        return None
    try:
        new = patches_of(source, edit)
    except LookupError:
        return None
    after_each_other = _at_one_place(source, new) if beside else None
    clear = all(
        one[:2] == other[:2] == after_each_other or not _share_a_line(source, one, other)
        for one in new
        for other in found.patches
    )
    return new if clear else None


def _share_a_line(source: Source, one: Patch, other: Patch) -> bool:
    """Whether the stretches have a line in common: how long it gets decides where it is broken."""
    first, last = sorted((one[:2], other[:2]))
    return source.line_start(last[0]) <= source.line_end(first[1])


def _apart(one: Edit, other: Edit) -> bool:
    """Whether neither changes a collection that the other's place goes through."""
    a, b = _collection(one), _collection(other)
    return a[: len(b)] != b and b[: len(a)] != a


def _collection(edit: Edit) -> Pointer:
    return edit.pointer if isinstance(edit, Insert) else edit.pointer[:-1]


def _both_last(source: Source, one: Edit, other: Edit) -> bool:
    """Whether both are new entries of one map, to stand last there, in the order they come."""
    return (
        _collection(one) == _collection(other)
        and isinstance(one, Put)
        and isinstance(other, Put)
        and other.pointer[-1] not in {one.pointer[-1], one.before}
        and all(_is_last(source, edit) for edit in (one, other))
    )


def _is_last(source: Source, edit: Put) -> bool:
    members = source.members(edit.pointer[:-1])
    return edit.pointer not in members and (*edit.pointer[:-1], edit.before) not in members


def _at_one_place(source: Source, patches: list[Patch]) -> tuple[int, int] | None:
    """Where the patches put something in, if that is all they do; not where the file ends."""
    places = {patch[:2] for patch in patches}
    start, end = min(places)
    return (start, end) if len(places) == 1 and start == end < len(source.text) else None
