"""A new data repo from a starter: made beside its place, and moved there when it is whole."""

from __future__ import annotations

import fnmatch
import os
import re
import secrets
import shutil
from errno import EEXIST
from pathlib import Path
from typing import TYPE_CHECKING

from vrtool import __version__
from vrtool.atomic import unwritable
from vrtool.edit.meaning import Put, Remove, value_at
from vrtool.edit.splice import spliced
from vrtool.edit.starters import SHARED, starter, starters_folder
from vrtool.edit.vacancies import vacant_rosters
from vrtool.errors import CannotDo
from vrtool.register.files import DATA, MARK, find_root
from vrtool.register.kinds import Kind
from vrtool.register.known import Known
from vrtool.register.load import load
from vrtool.register.references import named
from vrtool.register.target import Target
from vrtool.schema.folder import FOLDER as SCHEMAS
from vrtool.schema.kinds import file_of, text
from vrtool.text import join
from vrtool.yamlio import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vrtool.diagnostic import Pointer
    from vrtool.edit.meaning import Edit
    from vrtool.edit.starters import Starter
    from vrtool.register.register import Register
    from vrtool.yamlio import Data

STRUCTURE = f"{DATA}/{Kind.STRUCTURE.place}"
_OF_RECORDS = {
    Target.PERSON,
    Target.MATTER,
    Target.MEETING,
    Target.MEETING_ITEM,
    Target.ASSIGNMENT,
}
"""What a new repo has none of yet."""
_COMMENT = re.compile(r"(?:^[ ]*#.*\n)+", re.MULTILINE)
_MOST_NAMED = 5
_STAGING = ".vr-init-*.tmp"


def new_repo(folder: Path, structure: str, name: str | None, today: date) -> list[Path]:
    """Make a data repo in a folder that is not there, or holds nothing (a `.git` set aside).

    What an earlier try that was cut short has left in it does no harm, and is cleared away. In: the
    starter's name, what the council is to be called (else as in the starter), and the day
    by which the current term of office is told. Out: the files made, relative to the folder.
    Raises WrongUsage for an unknown starter; CannotDo where something is in the way, the folder
    lies in another data repo, or it cannot be written: then nothing has been made.
    """
    shipped, chosen = starter(structure)
    _refuse_taken(folder)
    folder = folder.resolve()
    left = list(folder.glob(_STAGING))
    staging = _nearest(folder) / _STAGING.replace("*", secrets.token_hex(4))
    try:
        staging.mkdir()
        _fill(staging, shipped, chosen, name, today)
        made = sorted(path.relative_to(staging) for path in staging.rglob("*") if path.is_file())
        _settle(staging, folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    for path in left:
        shutil.rmtree(path, ignore_errors=True)
    return made


def _refuse_taken(folder: Path) -> None:
    around = find_root(folder.resolve())
    if around is not None and around != folder.resolve():
        raise CannotDo(
            f"{folder} ligger i datarepot {around}. Ett datarepo kan inte ligga i ett annat: "
            "välj en mapp utanför."
        )
    if not folder.is_dir() and (folder.exists() or folder.is_symlink()):
        raise CannotDo(f"{folder} är ingen mapp. Välj ett annat namn.")
    everything = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    staged = fnmatch.filter(everything, _STAGING)
    there = [name for name in everything if name != ".git" and name not in staged]
    if there and staged:
        raise CannotDo(
            f"I {folder} har vr init avbrutits när repot flyttades på plats. Ta bort "
            f"{join([*staged, *there])}, om inget av det är ditt, och kör kommandot igen."
        )
    if there:
        more = f" och {len(there) - _MOST_NAMED} till" if len(there) > _MOST_NAMED else ""
        raise CannotDo(
            f"{folder} är inte tom: där finns {', '.join(there[:_MOST_NAMED])}{more}. "
            "Välj en tom mapp, eller en som inte finns."
        )


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _settle(staging: Path, folder: Path) -> None:
    """Move what is made to its place; what has been moved when that fails is taken back.

    The records come last: what is cut short is no data repo.
    """
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        staging.replace(folder)
        return
    moved: list[Path] = []
    try:
        for child in sorted(staging.iterdir(), key=lambda path: (path.name == DATA, path.name)):
            if (folder / child.name).exists():  # somebody else has put it there meanwhile
                raise FileExistsError(EEXIST, os.strerror(EEXIST), str(folder / child.name))
            child.replace(folder / child.name)
            moved.append(folder / child.name)
    except OSError:
        for path in moved:
            path.replace(staging / path.name)
        raise


def _fill(root: Path, shipped: str, chosen: Starter, name: str | None, today: date) -> None:
    source = starters_folder() / shipped / chosen.records
    for part in chosen.take:
        for file in sorted((source / part).rglob("*.yaml")) or [source / part]:
            _take(file, root / DATA / file.relative_to(source), chosen, source)
    if name:
        _edit(root / STRUCTURE, [Put(("name",), name)])
    _write(root / MARK, "people:\n")
    register = _register(root)
    _strip(root, register)
    _write(root / MARK, vacant_rosters(register, chosen.networks, today))
    _address(root, register, today)
    (root / SCHEMAS).mkdir()
    for kind in Kind:
        _write(root / SCHEMAS / file_of(kind), text(kind))


def _take(file: Path, to: Path, chosen: Starter, source: Path) -> None:
    """Copy a file of the original without what speaks of the original's own records."""
    path = file.relative_to(source).as_posix()
    raw = file.read_bytes()
    for entry in chosen.leave_out.get(path, ()):
        raw = spliced(raw, [Remove(_pointer(read_bytes(raw).data, entry.split("/")))])
    words = chosen.comments_left_out
    _write(to, _COMMENT.sub(lambda found: _kept(found.group(), words), raw.decode()))


def _pointer(data: Data, steps: Sequence[str]) -> Pointer:
    """The place of an entry, whose items are told by their text or their number."""
    pointer: Pointer = ()
    for step in steps:
        here = value_at(data, pointer)
        if isinstance(here, list):
            pointer = (*pointer, here.index(step) if step in here else int(step))
        else:
            pointer = (*pointer, step)
    return pointer


def _kept(comment: str, words: Sequence[str]) -> str:
    return "" if any(word in comment for word in words) else comment


def _register(root: Path) -> Register:
    register = load(root).register
    if register is None:
        raise CannotDo("Strukturen går inte att läsa. Anmäl det gärna: felet är verktygets.")
    return register


def _strip(root: Path, register: Register) -> None:
    """Take out what points at records that a new repo has not, and the claims to be complete."""
    known = Known(register)
    gone: dict[str, list[Pointer]] = {
        STRUCTURE: [
            ("forums", key, "complete")
            for key, forum in register.structure.forums.items()
            if "complete" in forum.model_fields_set
        ]
    }
    for path, pointer, name, target in named(register):
        if target in _OF_RECORDS and not known.has(target, name):
            gone.setdefault(path, []).append(pointer)
    for path, pointers in gone.items():
        _edit(root / path, [Remove(pointer) for pointer in reversed(pointers)])


def _address(root: Path, register: Register, today: date) -> None:
    """Take the shared files, with the few places filled in that tell of this repo."""
    forum = next(key for forms in register.working_forms.values() for key in forms.seats)
    marks = {
        "@NAME@": str(read_bytes((root / STRUCTURE).read_bytes()).data["name"]),
        "@VERSION@": __version__,
        "@FORUM@": forum,
        "@SHORT@": register.structure.forums[forum].short,
        "@YEAR@": str(today.year),
    }
    pattern = re.compile("|".join(marks))
    shared = starters_folder() / SHARED
    for path in (path for path in shared.rglob("*") if path.is_file()):
        text = pattern.sub(lambda found: marks[found.group()], path.read_text(encoding="utf-8"))
        _write(root / path.relative_to(shared), text)


def _edit(file: Path, edits: Sequence[Edit]) -> None:
    file.write_bytes(spliced(file.read_bytes(), edits))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
