"""Open the data repo a command is to work on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vrtool.cli.progress import working
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register.files import MARK, find_root
from vrtool.register.load import Loaded, load, readable
from vrtool.register.register import Register


def root_of(given: Path | None) -> Path:
    """The data repo's folder: the one given, else found upwards from here. Raises CannotDo."""
    if given is not None:
        if not given.is_dir():
            raise CannotDo(f"Mappen {given} finns inte. Ange en annan med --root.")
        return given.resolve()
    found = find_root(Path.cwd())
    if found is None:
        raise CannotDo(
            f"Här finns inget datarepo: varken i {Path.cwd()} eller någon mapp ovanför finns "
            f"{MARK}. Gå till rätt mapp eller ange den med --root."
        )
    return found


def inside_of(root: Path, path: Path) -> str:
    """A path as the records have it, relative to the root.

    Raises WrongUsage where it is not in the repo, CannotDo where it is not there at all.
    """
    full = path if path.is_absolute() else Path.cwd() / path
    if not full.exists():
        raise CannotDo(f"{path} finns inte.")
    resolved = full.resolve()
    if not resolved.is_relative_to(root):
        raise WrongUsage(f"{path} ligger utanför datarepot {root}.")
    return resolved.relative_to(root).as_posix()


def open_repo(given: Path | None) -> Loaded:
    """Load the repo, whatever is wrong with single files."""
    root = root_of(given)
    with working("Läser filerna"):
        return load(root)


def open_register(given: Path | None) -> Register:
    """Load the repo for a command that only shows: the structure at least must be readable."""
    return readable(open_repo(given))


def colour_wanted() -> bool:
    """Whether the answer may be coloured: on a terminal, or wherever FORCE_COLOR asks for it.

    NO_COLOR, and a terminal that knows no colours, win over both.
    """
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and (sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR")))
