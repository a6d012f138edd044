"""Every command that writes records, as typed in a council where each has something to do."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TypeAlias

from tests.after_meetings import practice
from vrtool.edit.rosters_template import write_template
from vrtool.register.load import load, readable

Line: TypeAlias = tuple[str, ...]

WRITING: dict[str, Line] = {
    "agenda fix": ("agenda", "fix", "or-2032-01", "--date", "2032-01-20"),
    "agenda fix --undo": ("agenda", "fix", "db-2032-01", "--undo"),
    "agenda send": ("agenda", "send", "or-2032-01", "--date", "2032-01-26"),
    "agenda send --undo": ("agenda", "send", "vr-2032-01", "--undo"),
    "meeting new": ("meeting", "new", "or", "--date", "2032-04-16"),
    "meeting move": ("meeting", "move", "or-2032-02", "--date", "2032-03-23", "--reason", "Krock."),
    "meeting cancel": ("meeting", "cancel", "or-2032-01", "--reason", "Det finns inga ärenden."),
    "minutes start": ("minutes", "start", "or-2032-01"),
    "minutes adjust": (
        *("minutes", "adjust", "or-2031-07", "--by", "regina-pahittad, anna-exempel"),
        *("--date", "2031-10-17"),
    ),
    "minutes adjust --undo": ("minutes", "adjust", "or-2031-08", "--undo"),
    "minutes dispatch": (
        *("minutes", "dispatch", "db-2031-08", "--date", "2031-11-21", "--no-mail"),
    ),
    "minutes correct": (
        *("minutes", "correct", "or-2031-08", "--text", "Ska vara så.", "--date", "2032-01-20"),
    ),
    "matter new": ("matter", "new", "--title", "Gemensam växel", "--today", "2032-02-01"),
    "matter follow-up": (
        *("matter", "follow-up", "2031-005", "--party", "fabelby", "--meeting", "or-2031-03"),
        *("--decision", "kommunfullmäktige", "--date", "2031-12-09"),
    ),
    "matter renumber": ("matter", "renumber", "2031-007", "2031-050"),
    "matter close": ("matter", "close", "2032-001"),
    "matter withdraw": ("matter", "withdraw", "2032-001"),
    "roster replace": (
        *("roster", "replace", "attrappas/kso", "--who", "Nils Ny", "--from", "2032-03-01"),
    ),
    "roster import": ("roster", "import", "nya.csv", "--from", "2032-03-01", "--yes"),
    "roster turnover": ("roster", "turnover", "mandat.csv", "--from", "2035-01-01", "--yes"),
    "year close": ("year", "close", "2031", "--yes", "--anyway", "--today", "2032-02-01"),
    "fmt": ("fmt",),
}
"""By name. `init` is not among them: it makes a repo of its own."""

_RECENT = re.compile(r"^(?:or|db|vr)-203[12]-")
_TABLE = "namn;plats\nNora Ny;attrappas/kso\n"
_ELECTED = date(2034, 12, 31)


def council_to_write_in(to: Path) -> Path:
    """The fictional council with work left: minutes to adjust and to send, a year to close, tables
    to bring in, a file not in canonical form. Meetings that no command touches are left out, for
    every command reads them all. Out: its root.
    """
    council = practice(to)
    for path in (to / "data" / "meetings").glob("*.yaml"):
        if not _RECENT.search(path.name):
            path.unlink()
    council.change(
        "structure.yaml",
        "rosters: [2031-03-01/2031-12-31]\n"
        "      minutes: [2031-01-01/2031-12-31]\n"
        "  beredningsgruppen:",
        "rosters: []\n  beredningsgruppen:",
    )
    council.change("matters/2032-001-skolskjuts.yaml", "\nlogic: ", "\nlogic:   ")
    council.add("meetings/vr-2032-01.yaml", "notice:\n  sent: 2032-01-29\n")
    (to / "nya.csv").write_text(_TABLE, encoding="utf-8")
    write_template(readable(load(to)), to / "mandat.csv", _ELECTED)
    elected = (to / "mandat.csv").read_text(encoding="utf-8-sig")
    (to / "mandat.csv").write_text(elected.replace("Folke Exempel", "Nora Ny"), encoding="utf-8")
    return to


def files_of(root: Path) -> dict[str, bytes]:
    """Everything below `data/`, by path."""
    data = root / "data"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(data.rglob("*"))
        if path.is_file()
    }
