"""The ids of matters: which are taken, and which is the next free one."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vrtool.register.files import DATA
from vrtool.register.kinds import Kind
from vrtool.register.references import named
from vrtool.register.target import Target
from vrtool.text import slug

if TYPE_CHECKING:
    from vrtool.register.register import Register

FOLDER = f"{DATA}/{Kind.MATTER.place}"
_NUMBERED = re.compile(r"([0-9]{4}-[0-9]{3,})(?:-|$)", re.ASCII)
_ID = re.compile(r"([0-9]{4})-([0-9]{3,6})", re.ASCII)
_LONGEST_TITLE = 60


def next_id(register: Register, year: int) -> str:
    """The number after the year's last, in files that could not be read too: `2031-014`.

    One that something names is taken, though no file has it: it may lie on another branch.
    """
    ids = (_ID.fullmatch(identifier) for identifier in {*_given(register), *_named(register)})
    last = max((int(found[2]) for found in ids if found and found[1] == f"{year:04}"), default=0)
    return f"{year:04}-{last + 1:03}"


def holder(register: Register, identifier: str) -> str | None:
    """The file that has the id, in its text or in its name; None where it is free."""
    return _given(register).get(identifier)


def is_matter_id(text: str) -> bool:
    """Whether it is written as a matter's id is: the year and a number of three digits or more."""
    return _ID.fullmatch(text) is not None


def file_of(identifier: str, title: str) -> str:
    """The path, relative to the root, of a matter's file."""
    name = slug(title)
    if len(name) > _LONGEST_TITLE:
        name = name[:_LONGEST_TITLE].rpartition("-")[0] or name[:_LONGEST_TITLE]
    return f"{FOLDER}/{identifier}-{name}.yaml"


def _given(register: Register) -> dict[str, str]:
    """Every id that a file has, in its text or in its name, and the file."""
    read = {key: path for (kind, key), path in register.paths.items() if kind is Kind.MATTER}
    paths = sorted({*read.values(), *register.broken.paths})
    by_name = (
        (_NUMBERED.match(PurePosixPath(path).stem), path)
        for path in paths
        if PurePosixPath(path).parent == PurePosixPath(FOLDER)
    )
    return {found[1]: path for found, path in by_name if found} | read


def _named(register: Register) -> set[str]:
    return {name for _, _, name, target in named(register) if target is Target.MATTER}
