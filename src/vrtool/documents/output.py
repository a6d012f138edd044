"""Writing documents into `build/`, without treading on what somebody has changed by hand."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from vrtool.atomic import unwritable, write_whole
from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from vrtool.documents.meta import Format

STAMPS = ".vr-stamps.json"


def write_document(
    folder: Path, stem: str, rendered: Mapping[Format, bytes], *, force: bool = False
) -> list[Path]:
    """Write `<stem>.<format>` for each format into the folder, as `write_files` does."""
    named = {f"{stem}.{form.value}": content for form, content in rendered.items()}
    return write_files(folder, named, force=force)


def write_files(folder: Path, wanted: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write each file by its name into the folder, made if need be; gives the paths.

    A file that already holds the bytes is left alone. Raises `CannotDo`, before anything is
    written, if a file has been changed since it was generated, was never generated here or is open
    in a word processor (unless `force`), or cannot be written.
    """
    present = _present(folder, wanted)
    stamps = _read_stamps(folder)
    changed = {name: content for name, content in wanted.items() if present[name] != content}
    if not force:
        _refuse_edited(folder, wanted, present, stamps)
        _refuse_open([folder / name for name in changed if present[name] is not None])
    _write(folder, changed, _stamped(stamps, wanted, present))
    return [folder / name for name in wanted]


def _present(folder: Path, names: Iterable[str]) -> dict[str, bytes | None]:
    """What each file in the folder holds, which is made if need be."""
    path, present = folder, {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            path = folder / name
            present[name] = _content(path)
    except OSError as error:
        raise unwritable(path, error) from error
    return present


def changed_by_hand(path: Path) -> bool:
    """Whether a file is there that was changed since it was generated, or never was generated.

    Raises `CannotDo` where it cannot be read.
    """
    try:
        there = _content(path)
    except OSError as error:
        raise unwritable(path, error) from error
    return there is not None and _digest(there) not in _read_stamps(path.parent).get(path.name, ())


def _content(path: Path) -> bytes | None:
    """What the file holds; None if there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _refuse_edited(
    folder: Path,
    wanted: Mapping[str, bytes],
    present: Mapping[str, bytes | None],
    stamps: Mapping[str, list[str]],
) -> None:
    edited = [
        str(folder / name)
        for name, content in wanted.items()
        if (old := present[name]) is not None
        and old != content
        and _digest(old) not in stamps.get(name, ())
    ]
    if edited:
        raise CannotDo(
            f"Ändrat för hand sedan det skapades, eller inte skapat av vr: {', '.join(edited)}. "
            "Spara ändringarna under ett annat namn, eller skriv över med --force."
        )


def _refuse_open(files: Iterable[Path]) -> None:
    """Files that a word processor has open: it leaves a file of its own beside them."""
    opened = [str(file) for file in files if any(mark.exists() for mark in _marks_of_open(file))]
    if opened:
        raise CannotDo(
            f"Öppet i ett annat program: {', '.join(opened)}. Stäng det där först, eller skriv "
            "över med --force."
        )


def _marks_of_open(file: Path) -> list[Path]:
    """What Word (which leaves out the beginning of a longer name) and LibreOffice leave there."""
    names = [*(f"~${file.name[cut:]}" for cut in range(3)), f".~lock.{file.name}#"]
    return [file.with_name(name) for name in names]


def _stamped(
    stamps: Mapping[str, list[str]],
    wanted: Mapping[str, bytes],
    present: Mapping[str, bytes | None],
) -> bytes:
    """The new stamps; what is there counts too, for then writing can be cut short at any moment."""
    new = dict(stamps)
    for name, content in wanted.items():
        there = present[name]
        digests = [_digest(content), *([] if there is None else [_digest(there)])]
        if new.get(name, [])[:1] != digests[:1]:
            new[name] = list(dict.fromkeys(digests))
    return (json.dumps({"version": 1, "files": new}, indent=2, sort_keys=True) + "\n").encode()


def _read_stamps(folder: Path) -> dict[str, list[str]]:
    """Per file name, the digests of what was generated; none if there are no stamps to read."""
    try:
        files = json.loads((folder / STAMPS).read_bytes())["files"]
        return {str(name): [str(digest) for digest in files[name]] for name in files}
    except FileNotFoundError:
        return {}
    except (ValueError, LookupError, TypeError):
        return {}
    except OSError as error:
        raise unwritable(folder / STAMPS, error) from error


def _write(folder: Path, changed: Mapping[str, bytes], stamps: bytes) -> None:
    """The stamps come first: what they tell of is then never taken for somebody's own words."""
    path = folder / STAMPS
    try:
        first = {} if _content(path) == stamps else {path: stamps}
    except OSError as error:
        raise unwritable(path, error) from error
    write_whole(first | {folder / name: content for name, content in changed.items()})


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
