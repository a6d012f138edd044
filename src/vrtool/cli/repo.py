"""Open the data repo a command is to work on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vrtool.errors import CannotDo
from vrtool.register.files import MARK, find_root
from vrtool.register.load import Loaded, load
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


def open_repo(given: Path | None) -> Loaded:
    """Load the repo, whatever is wrong with single files."""
    return load(root_of(given))


def open_register(given: Path | None) -> Register:
    """Load the repo for a command that only shows: the structure at least must be readable."""
    return readable(open_repo(given))


def readable(loaded: Loaded) -> Register:
    """The register of what was loaded. Raises CannotDo where not even the structure is there."""
    if loaded.register is None:
        first = loaded.troubles[0]
        raise CannotDo(f"{first.place.path}: {first.message} Kör vr check för resten.")
    return loaded.register


def colour_wanted() -> bool:
    """Whether the answer is read on a terminal that may be coloured."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain
