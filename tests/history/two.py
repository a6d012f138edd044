"""A little council as it was and as it is, in two folders, and what is told of the difference."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files, council, write_repo
from vrtool.history.change import Difference
from vrtool.history.difference import difference
from vrtool.history.states import Folder
from vrtool.report.changes import changes_text

MEETING = """
id: ra-2031-01
forum: rad
date: 2031-02-14
hours: 13:00–15:00
agenda:
  items:
    - {id: oppnande, title: Mötet öppnas, purpose: [procedure]}
    - id: vaxel
      title: Gemensam växel
      matter: 2031-001
      purpose: [information]
      papers: [Lägesrapport]
    - {id: ovrigt, title: Övriga frågor, purpose: [information]}
"""
MATTER = """
id: 2031-001
title: Gemensam växel
initiator: rad
brief:
  proposal: Rådet ställer sig bakom en gemensam växel för alla tre parter från år 2032.
"""
FILES = {"meetings/ra-2031-01.yaml": MEETING, "matters/2031-001-vaxel.yaml": MATTER}


def compared(
    folder: Path, after: Files, *, before: Files | None = None, gone: tuple[str, ...] = ()
) -> Difference:
    """What differs when the files are laid over the little council's, and those gone taken away."""
    old = council({**FILES, **(before or {})})
    new = {path: text for path, text in {**old, **after}.items() if path not in gone}
    for name, files in (("gammal", old), ("ny", new)):
        write_repo(folder / name, files)
    states = [Folder(folder / name, name) for name in ("gammal", "ny")]
    return difference(states[0], states[1], findings=False)


def told(
    folder: Path, after: Files, *, before: Files | None = None, gone: tuple[str, ...] = ()
) -> list[str]:
    """The difference as lines of text, without the first, the last and the empty ones."""
    text = changes_text(compared(folder, after, before=before, gone=gone))
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in text.split("\n") if line][1:-1]


def meeting(old: str, new: str) -> dict[str, str]:
    """The meeting's file with one text replaced by another."""
    assert MEETING.count(old) == 1, old
    return {"meetings/ra-2031-01.yaml": MEETING.replace(old, new)}
