"""Changes of records: read again, spliced, held to the model, and written all at once.

with locked(root) as lock:
    register = …                        # what the decision rests on is read under the lock
    change = edited(lock, Kind.MEETING, path, [Put(("date",), "2030-01-31")], seen=meeting)
    write(lock, [change])
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import ValidationError

from vrtool.atomic import clear_leftovers, unwritable, write_whole
from vrtool.edit.emit import Style, entry
from vrtool.edit.splice import spliced
from vrtool.errors import CannotDo
from vrtool.model.complaints import complaints
from vrtool.register.files import DATA
from vrtool.text import ended
from vrtool.yamlio import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vrtool.edit.lock import Lock
    from vrtool.edit.meaning import Edit
    from vrtool.model.base import Record
    from vrtool.register.kinds import Kind
    from vrtool.yamlio import Data


@dataclass(frozen=True, slots=True)
class Change:
    """A file's new bytes. `path` is relative to the root; `was` the digest of the old bytes, None
    for a file that is new; `record` what the new bytes read as.
    """

    path: str
    file: Path
    was: str | None
    bytes: bytes
    record: Record


def edited(
    lock: Lock, kind: Kind, path: str, edits: Iterable[Edit], *, seen: Record | None = None
) -> Change:
    """The change that the edits make to a record's file.

    In: the path relative to the root, and the record that the edits were decided from. Raises
    CannotDo where the file says something else by now, cannot be read, lies outside the repo, or
    would no longer hold a valid record; also where an edit cannot be made (`spliced`).
    """
    file = _inside(lock.root, path)
    try:
        raw = read_file(file)
    except OSError as error:
        raise CannotDo(f"{path} går inte att läsa ({error.strerror}).") from error
    before = _record(kind, path, raw)
    if seen is not None and before != seen:
        raise _changed(path)
    try:
        after = spliced(raw, edits)
    except CannotDo as error:
        raise CannotDo(f"{path}: {error}") from error
    return Change(path, file, _digest(raw), after, _record(kind, path, after))


def created(lock: Lock, kind: Kind, path: str, data: dict[str, Data]) -> Change:
    """A new file with a record. Raises CannotDo where there is one already, or no valid record."""
    raw = "".join(
        f"{line}\n" for key, value in data.items() for line in entry(key, value, 0, Style())
    ).encode()
    return Change(path, _inside(lock.root, path), None, raw, _record(kind, path, raw))


def write(lock: Lock, changes: Sequence[Change]) -> list[Path]:
    """Write the changes, each file whole: the old one or the new, whenever this is cut short.

    Out: the files written; one that would stay as it is, is left alone. Raises CannotDo, before
    anything is written, where a file has been changed since it was read, or cannot be written.
    """
    for change in changes:
        if _digest_now(change.file) != change.was:
            raise _changed(change.path)
    wanted = {c.file: c.bytes for c in changes if _digest(c.bytes) != c.was}
    for folder in {file.parent for file in wanted}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(folder, error) from error
        clear_leftovers(folder)
    write_whole(wanted)
    return [lock.root / change.path for change in changes if change.file in wanted]


def _inside(root: Path, path: str) -> Path:
    """The file itself, links followed. Raises CannotDo for one that lies outside `data/`."""
    try:
        file = (root / path).resolve()
        inside = file.is_relative_to((root / DATA).resolve())
    except (OSError, RuntimeError):  # a link in a ring is one or the other, by Python version
        inside = False
    if not inside:
        raise CannotDo(f"{path} leder ut ur datarepot och skrivs inte. Ersätt länken med en fil.")
    return file


def _record(kind: Kind, path: str, raw: bytes) -> Record:
    document = read_bytes(raw)
    for fault in document.faults:
        raise CannotDo(f"{path}:{fault.line}: {ended(fault.message)} {ended(fault.mend)}")
    try:
        return kind.model.model_validate(document.data)
    except ValidationError as error:
        first = complaints(error, kind.model)[0]
        place = "/".join(map(str, first.pointer))
        raise CannotDo(f"{path}, {place}: {first.message} {first.mend}".rstrip()) from error


def _changed(path: str) -> CannotDo:
    return CannotDo(
        f"{path} har ändrats under tiden, så inget är skrivet. Spara klart i andra program och "
        "kör kommandot igen."
    )


def _digest_now(file: Path) -> str | None:
    try:
        return _digest(file.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unwritable(file, error) from error


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()
