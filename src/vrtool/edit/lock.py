"""One writer at a time: no id is given twice and no write is lost."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vrtool.atomic import unwritable
from vrtool.errors import CannotDo
from vrtool.register.files import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = f"{DATA}/.lock"
PATIENCE = 10.0
"""Seconds to wait for another command to finish; what writes takes well under one."""
_BETWEEN_TRIES = 0.02


@dataclass(frozen=True, slots=True)
class Lock:
    """That this process alone writes in the data repo at `root`. Only `locked` gives one."""

    root: Path


@contextmanager
def locked(root: Path, patience: float = PATIENCE) -> Iterator[Lock]:
    """Hold the repo from reading what a decision rests on until the result is written.

    The operating system lets go of the lock when the process ends, however it ends. Raises
    CannotDo where another command still holds it after `patience` seconds, or where the repo
    cannot be written.
    """
    path = root / LOCK
    handle = _taken(path, time.monotonic() + patience)
    try:
        yield Lock(root)
    finally:
        # Unix takes the name away while it is still held, so that nobody locks a file that is gone.
        if sys.platform != "win32":
            path.unlink(missing_ok=True)
        os.close(handle)
        if sys.platform == "win32":  # refused where the next command has it open already
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _taken(path: Path, deadline: float) -> int:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise unwritable(path, error) from error
        if _lock(handle) and _is_still(path, handle):
            return handle
        os.close(handle)
        if time.monotonic() > deadline:
            raise CannotDo(
                f"Ett annat vr-kommando skriver i {path.parent.parent} och är inte klart. "
                "Vänta tills det är det, och försök igen."
            )
        time.sleep(_BETWEEN_TRIES)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the locked file is the one that others find under the name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
