"""Records in canonical form: which files are not, and those written so."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vrtool.edit.canonical import canonical
from vrtool.edit.change import restyled, write
from vrtool.edit.field_order import shape_of
from vrtool.edit.lock import locked
from vrtool.errors import CannotDo
from vrtool.register.files import Found, records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vrtool.edit.change import Change


@dataclass(frozen=True, slots=True)
class Formatting:
    """The files, relative to the root, that were not in canonical form; why others were passed
    over, in sentences; and how many there were in all.
    """

    changed: tuple[str, ...]
    passed_over: tuple[str, ...]
    total: int


def format_records(root: Path, inside: Sequence[str], *, check: bool) -> Formatting:
    """Write the records in canonical form, or with `check` only tell which are not.

    In: the files and folders meant, relative to the root; all where none is named. Raises
    CannotDo where a file cannot be written; then none is.
    """
    with nullcontext() if check else locked(root) as lock:
        found = [file for file in records(root) if isinstance(file, Found) and _is_in(file, inside)]
        changes: list[Change] = []
        passed_over: list[str] = []
        for file in found:
            try:
                changes.append(_changed(root, file))
            except CannotDo as error:
                passed_over.append(str(error))
        wanted = [change for change in changes if change.alters]
        if lock is not None:
            write(lock, wanted)
    return Formatting(tuple(c.path for c in wanted), tuple(passed_over), len(found))


def _is_in(file: Found, inside: Sequence[str]) -> bool:
    return not inside or any(
        place in {".", file.path} or file.path.startswith(f"{place}/") for place in inside
    )


def _changed(root: Path, file: Found) -> Change:
    return restyled(root, file.kind, file.path, partial(canonical, shape=shape_of(file.kind)))
