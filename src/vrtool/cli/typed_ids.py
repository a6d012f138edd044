"""The ids that may stand where a command asks for them.

What a parameter takes is told by its metavar, so that every command that asks for a MÖTE or a
PERSON has it completed without a word of its own.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from vrtool import rules
from vrtool.register import ids
from vrtool.register.files import find_root


def _codes_and_norms(root: Path) -> list[str]:
    guidance = resources.files(rules) / "guidance"
    codes = sorted(file.name.removesuffix(".md") for file in guidance.iterdir())
    return codes + ids.norms(root)


_IDS: dict[str, ids.Ids] = {
    "MÖTE": ids.meetings,
    "MÖTEN": ids.meetings,
    "ÄRENDE": ids.matters,
    "FORUM": ids.forums,
    "PERSON": ids.people,
    "PERSONER": ids.people,
    "PART": ids.parties,
    "PARTER": ids.parties,
    "KOD|NORM": _codes_and_norms,
    "PLATS": ids.seats,
}
_LISTS = frozenset({"MÖTEN", "PERSONER", "PARTER"})
"""What takes several, with commas between."""


def begun(metavar: str, root: Path | None, start: str) -> list[str] | None:
    """The ids that begin so, of what a parameter with the metavar takes; None where it takes none.

    Without a `root` the repo is the one found upwards from here; where there is none, no ids are.
    """
    kind = metavar.strip("[]…")
    known = _IDS.get(kind)
    if known is None:
        return None
    place = root or find_root(Path.cwd())
    before, comma, last = start.rpartition(",") if kind in _LISTS else ("", "", start)
    begins = last.casefold()
    found = known(place) if place else []
    return [f"{before}{comma}{one}" for one in found if one.casefold().startswith(begins)]
