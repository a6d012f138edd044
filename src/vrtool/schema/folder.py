"""The schemas in a folder: what should lie there, whether it does, and which ids there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.atomic import unwritable, write_whole
from vrtool.errors import CannotDo
from vrtool.register import ids
from vrtool.schema.fields import IdOf
from vrtool.schema.kinds import NO_IDS, file_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vrtool.register.kinds import Kind
    from vrtool.schema.shapes import Known

FOLDER = "schemas"
"""Where a new data repo has its schemas."""

_LISTED = {
    IdOf.FORUM: ids.forums,
    IdOf.MATTER: ids.matters,
    IdOf.MEETING: ids.meetings,
    IdOf.NORM: ids.norms,
    IdOf.PARTY: ids.parties,
    IdOf.PERSON: ids.people,
    IdOf.SEAT: ids.seats,
    IdOf.TOPIC: ids.topics,
}


def known_ids(root: Path) -> Known:
    """The ids of the data repo at `root`; those of a file that cannot be read are left out."""
    return {one: listed(root) for one, listed in _LISTED.items()}


def write(folder: Path, kinds: Iterable[Kind], known: Known = NO_IDS) -> list[Path]:
    """Write the schemas of the kinds, whole or not at all; gives the files that were not so before.

    Raises CannotDo where the folder cannot be made or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    changed = {
        folder / file_of(kind): content
        for kind in kinds
        if _differs(folder / file_of(kind), content := text(kind, known).encode())
    }
    write_whole(changed)
    return [*changed]


def stale(folder: Path, kinds: Iterable[Kind], known: Known = NO_IDS) -> list[Path]:
    """The files that are missing or not as they should be. Raises CannotDo without a folder."""
    if not folder.is_dir():
        raise CannotDo(f"Mappen {folder} finns inte. Gör den med vr schema --write {folder}.")
    files = {folder / file_of(kind): text(kind, known).encode() for kind in kinds}
    return [file for file, content in files.items() if _differs(file, content)]


def _differs(file: Path, content: bytes) -> bool:
    """Line ends are git's to choose, and are not looked at."""
    try:
        return file.read_bytes().replace(b"\r\n", b"\n") != content
    except FileNotFoundError:
        return True
    except OSError as error:
        raise CannotDo(f"{file} går inte att läsa ({error.strerror}).") from error
