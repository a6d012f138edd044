"""Find the files of a data repo: which records there are, and what does not belong."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vrtool.register.kinds import Kind
from vrtool.text import did_you_mean

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
    """A file that is passed over, with the reason; `kind` is what it might have held."""

    path: str
    message: str
    mend: str
    kind: Kind | None = None


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
        elif place.is_symlink() and (astray := _astray(root, kind, place)):
            yield astray
        elif place.is_dir():
            yield from _folder(root, kind, place)
        elif place.exists():
            path = place.relative_to(root).as_posix()
            yield StrayFile(
                path, "Här ska en mapp ligga, inte en fil.", "Byt ut filen mot en mapp.", kind
            )
    yield from _misnamed(root)


def _misnamed(root: Path) -> Iterator[StrayFile]:
    """What lies beside the records under a name that is nearly one of theirs."""
    known = {kind.place for kind in Kind} | {ATTACHMENTS}
    for name in sorted(entry.name for entry in os.scandir(root / DATA)):
        guess = did_you_mean(name, known)
        if name not in known and guess:
            yield StrayFile(
                f"{DATA}/{name}",
                f"{name} läses inte.{guess}",
                "Byt namn till det rätta, eller flytta den ut ur data/.",
            )


def _folder(root: Path, kind: Kind, folder: Path) -> Iterator[Found | StrayFile]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        path = folder.relative_to(root).as_posix()
        yield StrayFile(
            path, f"Mappen går inte att läsa ({error.strerror}).", "Se över rättigheterna.", kind
        )
        return
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
    astray = _astray(root, kind, file)
    path = file.relative_to(root).as_posix()
    if astray is None and not file.is_file():
        return replace(_stray(path, is_folder=file.is_dir()), kind=kind)
    return astray or Found(kind, file, path)


_INSTEAD = "Ersätt länken med filen själv."


def _astray(root: Path, kind: Kind, file: Path) -> StrayFile | None:
    """Why a link is not followed; None for one that stays inside, or is no link."""
    path = file.relative_to(root).as_posix()
    try:
        inside = file.resolve(strict=True).is_relative_to((root / DATA).resolve())
    except (OSError, RuntimeError):  # a link in a ring is one or the other, by Python version
        return StrayFile(path, "Länken leder ingenstans.", _INSTEAD, kind)
    if not inside:
        return StrayFile(path, "Länken leder ut ur datarepot.", _INSTEAD, kind)
    return None


def _stray(path: str, *, is_folder: bool) -> StrayFile:
    if is_folder:
        return StrayFile(
            path, "Mappen läses inte: här ska bara filer ligga.", "Flytta filerna upp ett steg."
        )
    if path.endswith(".yaml"):
        return StrayFile(path, "Det är ingen vanlig fil och läses inte.", "Ersätt den med en fil.")
    return StrayFile(
        path,
        "Filen läses inte: namnet slutar inte på .yaml.",
        "Byt namn så att det slutar på .yaml, eller flytta filen.",
    )


def attachments(root: Path) -> frozenset[str]:
    """The files below `data/attachments`, as paths relative to `data/`; links are left out."""
    base = root / DATA
    found: set[str] = set()
    if (base / ATTACHMENTS).is_symlink():
        return frozenset()
    for folder, _, names in os.walk(base / ATTACHMENTS, followlinks=False):
        for name in names:
            file = Path(folder, name)
            if not file.is_symlink():
                found.add(unicodedata.normalize("NFC", file.relative_to(base).as_posix()))
    return frozenset(found)
