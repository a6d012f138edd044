"""Notices with agendas of the little council's meetings, and what their Markdown says."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from tests import repos
from vrtool.documents.agenda import agenda_markdown, agenda_view
from vrtool.documents.agenda_view import AgendaView, Entry
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register

ID = "ra-2031-02"
DAY = "2031-03-14"


def meeting(items: str = "", *, more: str = "") -> str:
    """A meeting's file: its items, indented by none, and other fields."""
    agenda = f"agenda:\n  items:\n{indent(dedent(items).strip(chr(10)), '    ')}\n" if items else ""
    return f"id: {ID}\nforum: rad\ndate: {DAY}\n{dedent(more).strip(chr(10))}\n{agenda}"


def register(root: Path, written: str, files: repos.Files | None = None) -> Register:
    """The little council with the meeting and the other files."""
    files = {f"meetings/{ID}.yaml": written, **(files or {})}
    return repos.register(root, repos.council(files))


def view(root: Path, written: str, files: repos.Files | None = None) -> AgendaView:
    """The notice of the meeting."""
    return view_of(register(root, written, files))


def view_of(found: Register, identifier: str = ID) -> AgendaView:
    return agenda_view(found, Rulebook(found), found.meetings[identifier])


def entries(shown: AgendaView) -> dict[str, Entry]:
    """Every point by its id, the supplementary ones too."""
    days = [entry for day in shown.days for entry in day.entries]
    return {entry.id: entry for entry in (*days, *shown.supplement)}


def lines(shown: AgendaView) -> list[str]:
    """The Markdown's lines, with ordinary spaces."""
    return plain(agenda_markdown(shown)).splitlines()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def section(shown: AgendaView, heading: str) -> list[str]:
    """The lines under a heading, up to the next of its level or higher; empty ones left out."""
    found = lines(shown)
    level = heading.index(" ")
    start = found.index(heading) + 1
    rest = found[start:]
    end = next((n for n, line in enumerate(rest) if 0 < heading_level(line) <= level), len(rest))
    return [line for line in rest[:end] if line]


def heading_level(line: str) -> int:
    """The level of a heading, 0 for any other line."""
    marks = line.partition(" ")[0]
    return len(marks) if marks and set(marks) == {"#"} else 0


def empty_headings(markdown: str) -> list[str]:
    """Headings with nothing under them: another of the same or a higher level follows, or none."""
    found = [line for line in markdown.splitlines() if line.strip()]
    levels = [*map(heading_level, found), 1]
    return [line for n, line in enumerate(found) if levels[n] and 0 < levels[n + 1] <= levels[n]]
