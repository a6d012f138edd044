"""Changes of records: read again, spliced, held to the model, and written all at once.

with locked(root) as lock:
    register = …                        # what the decision rests on is read under the lock
    change = edited(lock, Kind.MEETING, path, [Put(("date",), "2030-01-31")], seen=meeting)
    write(lock, [change])
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    from collections.abc import Callable, Iterable, Sequence
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

    @property
    def alters(self) -> bool:
        """Whether the new bytes are others than the old."""
        return _digest(self.bytes) != self.was


def edited(
    lock: Lock, kind: Kind, path: str, edits: Iterable[Edit], *, seen: Record | None = None
) -> Change:
    """The change that the edits make to a record's file.

    In: the path relative to the root, and the record that the edits were decided from. Raises
    CannotDo where the file says something else by now, cannot be read, lies outside the repo, or
    would no longer hold a valid record; also where an edit cannot be made (`spliced`).
    """
    file = _inside(lock.root, path)
    raw = _read(file, path)
    before = _record(kind, path, raw)
    if seen is not None and before != seen:
        raise _changed(path)
    try:
        after = spliced(raw, edits)
    except CannotDo as error:
        raise CannotDo(f"{path}: {error}") from error
    return Change(path, file, _digest(raw), after, _record(kind, path, after))


def restyled(root: Path, kind: Kind, path: str, style: Callable[[bytes], bytes]) -> Change:
    """The change of how a record is written, not of what it says: `style` gives the new bytes.

    Raises CannotDo where the file cannot be read, holds no valid record, lies outside the repo, or
    would not say the same.
    """
    file = _inside(root, path)
    raw = _read(file, path)
    record = _record(kind, path, raw)
    try:
        after = style(raw)
    except CannotDo as error:
        raise CannotDo(f"{path}: {error}") from error
    if _record(kind, path, after) != record:
        raise CannotDo(f"{path} skulle säga något annat. Inget är skrivet.")
    return Change(path, file, _digest(raw), after, record)


def created(lock: Lock, kind: Kind, path: str, data: dict[str, Data]) -> Change:
    """A new file with a record. Raises CannotDo where it would be no valid one."""
    return drafted(
        lock,
        kind,
        path,
        "".join(
            f"{line}\n" for key, value in data.items() for line in entry(key, value, 0, Style())
        ),
    )


def drafted(lock: Lock, kind: Kind, path: str, text: str) -> Change:
    """A new file written out as it is to stand, comments and all. Raises as `created`."""
    raw = text.encode()
    return Change(path, _inside(lock.root, path), None, raw, _record(kind, path, raw))


def moved(
    lock: Lock, kind: Kind, path: str, to: str, edits: Iterable[Edit]
) -> tuple[Change, Change]:
    """The change of a file that gets another name as well, and the old one to be taken away.

    A file that has the name and the very bytes already was written by a move that was cut short:
    the change then alters nothing. Raises as `edited`. What is to be taken away is for `write`.
    """
    change = edited(lock, kind, path, edits)
    file = _inside(lock.root, to)
    there = _digest_now(file) if file != change.file else None
    was = there if there == _digest(change.bytes) else None
    return replace(change, path=to, file=file, was=was), change


def write(lock: Lock, changes: Sequence[Change], gone: Sequence[Change] = ()) -> list[Path]:
    """Write the changes, each file whole: the old one or the new, whenever this is cut short.

    In: the changes, and those whose files are taken away once all is written. Out: the files
    written; one that would stay as it is, is left alone. Raises CannotDo, before anything is
    written, where a file has been changed since it was read, or cannot be written; and afterwards
    where one cannot be taken away.
    """
    for change in (*changes, *gone):
        if _digest_now(change.file) != change.was:
            raise _changed(change.path)
    wanted = {c.file: c.bytes for c in changes if c.alters}
    for folder in {file.parent for file in wanted}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(folder, error) from error
        clear_leftovers(folder)
    write_whole(wanted)
    for change in gone:
        _take_away(change)
    return [lock.root / change.path for change in changes if change.file in wanted]


def _take_away(change: Change) -> None:
    try:
        change.file.unlink()
    except OSError as error:
        raise CannotDo(
            f"Allt är skrivet, men {change.path} gick inte att ta bort ({error.strerror}). Ta bort "
            "den för hand."
        ) from error


def _read(file: Path, path: str) -> bytes:
    try:
        return read_file(file)
    except OSError as error:
        raise CannotDo(f"{path} går inte att läsa ({error.strerror}).") from error


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
