"""The ids there are, for completion while typing: from file names where they tell, else one file.

Nothing here fails: a file that cannot be read has no ids to offer, and `vr check` says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from vrtool.register.files import DATA
from vrtool.register.kinds import Kind
from vrtool.yamlio.reader import read_path

Ids: TypeAlias = Callable[[Path], list[str]]
"""The ids in the repo with that root, in order."""

_MATTER = re.compile(r"\d{4}-\d+(?=-|\Z)")


def meetings(root: Path) -> list[str]:
    """The ids of the meetings: the names of their files."""
    return _stems(root, Kind.MEETING)


def matters(root: Path) -> list[str]:
    """The ids of the matters: how the names of their files begin."""
    begun = (_MATTER.match(stem) for stem in _stems(root, Kind.MATTER))
    return [found[0] for found in begun if found]


def forums(root: Path) -> list[str]:
    """The ids of the forums."""
    return _keys(_place(root, Kind.STRUCTURE), "forums")


def parties(root: Path) -> list[str]:
    """The ids of the parties."""
    return _keys(_place(root, Kind.STRUCTURE), "parties")


def topics(root: Path) -> list[str]:
    """The ids of the topics."""
    return _keys(_place(root, Kind.STRUCTURE), "topics")


def people(root: Path) -> list[str]:
    """The ids of the people."""
    return _keys(_place(root, Kind.ROSTERS), "people")


def seats(root: Path) -> list[str]:
    """The ids of the seats and offices that somebody is known to have had."""
    rosters = _place(root, Kind.ROSTERS)
    return sorted({*_keys(rosters, "seats"), *_keys(rosters, "offices")})


def norms(root: Path) -> list[str]:
    """The ids of the norms in all working forms and processes."""
    folders = (_place(root, kind) for kind in (Kind.WORKING_FORMS, Kind.PROCESS))
    files = (file for folder in folders for file in sorted(folder.glob("*.yaml")))
    return sorted({norm for file in files for norm in _keys(file, "norms")})


def _place(root: Path, kind: Kind) -> Path:
    return root / DATA / kind.place


def _stems(root: Path, kind: Kind) -> list[str]:
    names = (file.stem for file in _place(root, kind).glob("*.yaml"))
    return sorted(name for name in names if not name.startswith("."))


def _keys(file: Path, field: str) -> list[str]:
    """The keys of a map at the top of a file."""
    try:
        found = read_path(file).data.get(field)
    except OSError:
        return []
    return sorted(found) if isinstance(found, dict) else []
