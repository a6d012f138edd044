"""The schemas in a folder: what should lie there, whether it does, and how an editor finds them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vrtool.atomic import unwritable, write_whole
from vrtool.errors import CannotDo
from vrtool.register.kinds import Kind
from vrtool.schema.kinds import ENDING, NO_IDS, file_of, glob_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vrtool.schema.shapes import Known

FOLDER = "schemas"
"""Where a new data repo has its schemas."""

WORKSPACE = "med-id.code-workspace"
"""What VS Code opens to take the schemas with ids in place of those that lie in git."""


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


def write_workspace(root: Path, folder: Path) -> list[Path]:
    """Tell VS Code, in a file at the root, to take the folder's schemas; gives the file if changed.

    The settings in git name the schemas in git: an editor that is told of one that is not there
    neither completes nor checks anything. Other settings in the file are left as they are, and so
    is one that is not pure JSON. Raises CannotDo where it cannot be read or written.
    """
    if not folder.resolve().is_relative_to(root):
        return []
    file, place = root / WORKSPACE, folder.resolve().relative_to(root).as_posix()
    whole = _workspace(file)
    settings = whole.setdefault("settings", {}) if whole is not None else None
    wanted = {f"./{place}/{file_of(kind)}": glob_of(kind) for kind in Kind}
    if not isinstance(settings, dict) or settings.get("yaml.schemas") == wanted:
        return []
    settings["yaml.schemas"] = wanted
    write_whole({file: (json.dumps(whole, ensure_ascii=False, indent="\t") + "\n").encode()})
    return [file]


def _workspace(file: Path) -> dict[str, Any] | None:
    """What stands in the file, a new one where it is not there, None where it is not pure JSON."""
    try:
        read = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {"folders": [{"path": "."}]}
    except ValueError:
        return None
    except OSError as error:
        raise CannotDo(f"{file} går inte att läsa ({error.strerror}).") from error
    return read if isinstance(read, dict) else None


def stale(folder: Path, kinds: Iterable[Kind], known: Known = NO_IDS) -> list[Path]:
    """The files that are missing or not as they should be. Raises CannotDo without a folder."""
    if not folder.is_dir():
        raise CannotDo(f"Mappen {folder} finns inte. Gör den med vr schema --write {folder}.")
    files = {folder / file_of(kind): text(kind, known).encode() for kind in kinds}
    return [file for file, content in files.items() if _differs(file, content)]


def left_over(folder: Path) -> list[Path]:
    """The schemas of kinds that are no more, which an editor may still be told of."""
    there = {file_of(kind) for kind in Kind}
    return sorted(file for file in folder.glob(f"*{ENDING}") if file.name not in there)


def _differs(file: Path, content: bytes) -> bool:
    """Line ends are git's to choose, and are not looked at."""
    try:
        return file.read_bytes().replace(b"\r\n", b"\n") != content
    except FileNotFoundError:
        return True
    except OSError as error:
        raise CannotDo(f"{file} går inte att läsa ({error.strerror}).") from error
