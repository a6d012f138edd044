"""Find the files of a data repo: which records there are, and what does not belong."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vrtool.register.kinds import Kind

DATA = "data"
ATTACHMENTS = "attachments"
MARK = f"{DATA}/{Kind.ROSTERS.place}"
"""The file by which a data repo is known from any folder inside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that holds a record. `path` is relative to the root, with forward slashes."""

    kind: Kind
    file: Path
    path: str

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.file.stem


@dataclass(frozen=True, slots=True)
class StrayFile:
    """A file that is passed over, with the reason."""

    path: str
    message: str
    mend: str


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a data repo."""
    for folder in (start, *start.parents):
        if (folder / MARK).is_file():
            return folder
    return None


def records(root: Path) -> Iterator[Found | StrayFile]:
    """Every record file in a fixed order, and the files that look like records but are none."""
    for kind in Kind:
        place = root / DATA / kind.place
        if kind.single:
            if place.exists() or place.is_symlink():
                yield _checked(root, kind, place)
        elif place.is_dir():
            yield from _folder(root, kind, place)


def _folder(root: Path, kind: Kind, folder: Path) -> Iterator[Found | StrayFile]:
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{DATA}/{kind.place}/{entry.name}"
        if entry.is_symlink():
            yield _checked(root, kind, Path(entry.path))
        elif entry.is_file() and entry.name.endswith(".yaml"):
            yield Found(kind, Path(entry.path), path)
        else:
            yield _stray(path, is_folder=entry.is_dir())


def _checked(root: Path, kind: Kind, file: Path) -> Found | StrayFile:
    """A file that may be a link: one that leaves the repo or leads nowhere is not followed."""
    path = file.relative_to(root).as_posix()
    try:
        inside = file.resolve(strict=True).is_relative_to((root / DATA).resolve())
    except (OSError, RuntimeError):  # a link in a ring is one or the other, by Python version
        return StrayFile(path, "Länken leder ingenstans.", "Ersätt länken med filen själv.")
    if not inside:
        return StrayFile(path, "Länken leder ut ur datarepot.", "Ersätt länken med filen själv.")
    return Found(kind, file, path)


def _stray(path: str, *, is_folder: bool) -> StrayFile:
    if is_folder:
        return StrayFile(
            path, "Mappen läses inte: här ska bara filer ligga.", "Flytta filerna upp ett steg."
        )
    return StrayFile(
        path,
        "Filen läses inte: namnet slutar inte på .yaml.",
        "Byt namn så att det slutar på .yaml, eller flytta filen.",
    )


def attachments(root: Path) -> frozenset[str]:
    """The files below `data/attachments`, as paths relative to `data/`; links are left out."""
    base = root / DATA
    found: set[str] = set()
    for folder, _, names in os.walk(base / ATTACHMENTS, followlinks=False):
        for name in names:
            file = Path(folder, name)
            if not file.is_symlink():
                found.add(file.relative_to(base).as_posix())
    return frozenset(found)
