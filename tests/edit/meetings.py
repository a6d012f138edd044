"""The little council with one meeting to change, and what the file says afterwards."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.register.register import Register

ID = "ra-2031-02"
PATH = f"data/meetings/{ID}.yaml"
MEETING = """\
# Ett utkast.
id: ra-2031-02  # ändras aldrig
forum: rad
date: 2031-03-14
hours: 13:00–15:00
agenda:
  items:
    # öppnas alltid
    - id: oppnande
      title: Mötet öppnas
      purpose: [procedure]
    - {id: natet, title: 'Nätet: läget', purpose: [information]}  # kort
    - id: paus
      title: Kaffe
      kind: break
    - id: vagen
      title: Vägen
      purpose: [dialogue]
      # mer kommer
"""


def council(
    root: Path, text: str = MEETING, files: repos.Files | None = None, *, norms: str = ""
) -> Path:
    """The little council with the meeting and other files. Out: the meeting's file."""
    files = {f"meetings/{ID}.yaml": text, **(files or {})}
    repos.write_repo(root, repos.council(files, norms=norms))
    return root / PATH


def known(root: Path) -> Register:
    """The records, all of which must be readable."""
    loaded = load(root)
    assert loaded.troubles == ()
    assert loaded.register is not None
    return loaded.register


def data_faults(root: Path) -> list[str]:
    """The codes of the findings about the data themselves."""
    return [f.code for f in check(load(root)).findings if f.code.startswith(("VR0", "VR1"))]


def added(before: str, after: str) -> list[str]:
    """The lines that came, stripped; all of the old ones must stand in their order."""
    new = iter(after.splitlines())
    came: list[str] = []
    for line in before.splitlines():
        for found in new:
            if found == line:
                break
            came.append(found.strip())
        else:
            raise AssertionError(f"{line!r} is gone")
    return [*came, *(line.strip() for line in new)]
