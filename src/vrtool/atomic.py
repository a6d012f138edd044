"""Files written whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write the files, in their order; each is the old or the new one, whenever this is cut short.

    All are written beside their places before the first is moved there. A file that was there
    keeps its permissions. Raises CannotDo with the file that cannot be written.
    """
    staged: dict[Path, Path] = {}
    path = next(iter(contents), None)
    try:
        for path, content in contents.items():
            _check_writable(path)
            staged[path] = _staged(path, content)
        for path, waiting in staged.items():
            waiting.replace(path)
        for folder in dict.fromkeys(path.parent for path in staged):
            _settle(folder)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        _discard(staged.values())


def unwritable(path: Path | None, error: OSError) -> CannotDo:
    """What is said of a file or folder that cannot be written."""
    reason = error.strerror or str(error)
    return CannotDo(
        f"{path or error.filename} kan inte skrivas ({reason}). Stäng filen om den är öppen i ett "
        "annat program, och se efter att mappen går att skriva i och att disken inte är full."
    )


def clear_leftovers(folder: Path) -> None:
    """Take away what a run that was killed left beside its files. Nobody else may be writing."""
    for leftover in folder.glob(".*.????????.tmp"):
        with suppress(OSError):
            leftover.unlink()


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
        if path.exists():
            shutil.copymode(path, waiting)
    except OSError:
        _discard([waiting])
        raise
    return waiting


def _settle(folder: Path) -> None:
    """Have the folder itself on the disk; Windows knows no such thing, and some disks refuse."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _discard(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
