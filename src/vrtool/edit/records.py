"""The records while nobody else writes: what an edit is decided from, and where it is put."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from vrtool.edit.lock import locked
from vrtool.errors import CannotDo
from vrtool.register.files import DATA
from vrtool.register.kinds import Kind
from vrtool.register.load import load, readable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vrtool.edit.lock import Lock
    from vrtool.model.base import Record
    from vrtool.register.register import Register

_DECISIVE = (Kind.ROSTERS.place, f"{Kind.WORKING_FORMS.place}/")


@contextmanager
def under_lock(root: Path) -> Iterator[tuple[Lock, Register]]:
    """The lock on the repo and its records as they stand under it.

    Raises CannotDo where another command keeps writing, or not even the structure can be read.
    """
    with locked(root) as lock:
        yield lock, readable(load(root))


def refuse_unread(register: Register) -> None:
    """Raise CannotDo, naming the file, where who sits where or the working forms cannot be read.

    For what is decided from them: it would be decided as if nobody sat there and nothing was asked.
    """
    for path in sorted(register.broken.paths):
        if path.removeprefix(f"{DATA}/").startswith(_DECISIVE):
            raise CannotDo(
                f"{path} går inte att läsa, och utan den går det här inte att avgöra. Kör vr check "
                "för att se varför, och rätta filen först."
            )


def field_after(record: Record, name: str) -> str | None:
    """The first of the fields given in a record that its model has after `name`, as files name it.

    So a new entry can stand where its kind of record has it. None where it comes last.
    """
    fields = type(record).model_fields
    rest = [*fields][[*fields].index(name) + 1 :]
    following = next((field for field in rest if field in record.model_fields_set), None)
    return (fields[following].alias or following) if following else None
