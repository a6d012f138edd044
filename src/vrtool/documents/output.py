"""Writing documents into `build/`, without treading on what somebody has changed by hand."""

from __future__ import annotations

import json
import os
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from vrtool.documents.meta import Format

STAMPS = ".vr-stamps.json"


def write_document(
    folder: Path, stem: str, rendered: Mapping[Format, bytes], *, force: bool = False
) -> list[Path]:
    """Write `<stem>.<format>` for each format into the folder, made if need be; gives the paths.

    A file that already holds the bytes is left alone. Raises `CannotDo`, before anything is
    written, if a file has been changed since it was generated or was never generated here (unless
    `force`), or cannot be written.
    """
    wanted = {f"{stem}.{form.value}": content for form, content in rendered.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        present = {name: _content(folder / name) for name in wanted}
    except OSError as error:
        raise _unwritable(folder, error) from error
    stamps = _read_stamps(folder)
    if not force:
        _refuse_edited(folder, wanted, present, stamps)
    changed = {name: content for name, content in wanted.items() if present[name] != content}
    _write(folder, changed, _stamped(stamps, wanted, present))
    return [folder / name for name in wanted]


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
        raise _unwritable(folder / STAMPS, error) from error


def _write(folder: Path, changed: Mapping[str, bytes], stamps: bytes) -> None:
    """Everything is written beside its place first, then moved there, beginning with the stamps."""
    staged: dict[Path, Path] = {}
    path = folder / STAMPS
    try:
        if _content(path) != stamps:
            staged[path] = _staged(path, stamps)
        for name, content in changed.items():
            path = folder / name
            _check_writable(path)
            staged[path] = _staged(path, content)
        for path, waiting in staged.items():
            waiting.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        _discard(staged.values())


def _check_writable(path: Path) -> None:
    """Fail on a file that is write-protected or that another program keeps to itself."""
    if path.exists():
        path.open("r+b").close()


def _staged(path: Path, content: bytes) -> Path:
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with waiting.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        _discard([waiting])
        raise
    return waiting


def _discard(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _unwritable(path: Path, error: OSError) -> CannotDo:
    reason = error.strerror or str(error)
    return CannotDo(
        f"{error.filename or path} kan inte skrivas ({reason}). Stäng filen om den är öppen i ett "
        "annat program, och se efter att mappen går att skriva i och att disken inte är full."
    )
