"""Minutes of the little council's meetings and of the fictional one's, and what they say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from tests import repos
from tests.council import ROOT
from tests.documents.agendas import heading_level, plain
from vrtool.documents.minutes import minutes_markdown, minutes_view
from vrtool.documents.minutes_view import MinutesView, Point
from vrtool.planning.demands import Demands
from vrtool.register.load import load
from vrtool.register.register import Register

ID = "ra-2031-02"
DAY = "2031-03-14"
ALL_THERE = "minutes:\n  secretary: rut\n  attendance: {present: [anna, bo, rut]}\n"


@cache
def demands_of(folder: str) -> Demands:
    """The norms of a repo below the project's own folder, with its records."""
    found = load(ROOT / folder).register
    assert found is not None
    return Demands(found)


def example(meeting: str, folder: str = "examples/ovningsradet") -> MinutesView:
    """The minutes of an example's meeting."""
    demands = demands_of(folder)
    return minutes_view(demands, demands.register.meetings[meeting])


def meeting(items: str = "", *, more: str = ALL_THERE) -> str:
    """A meeting's file: its items, indented by none, and other fields."""
    agenda = f"agenda:\n  items:\n{indent(dedent(items).strip(chr(10)), '    ')}\n" if items else ""
    return f"id: {ID}\nforum: rad\ndate: {DAY}\n{agenda}{dedent(more).strip(chr(10))}\n"


def register(
    root: Path, written: str, files: repos.Files | None = None, *, norms: str = ""
) -> Register:
    """The little council with the meeting and the other files."""
    files = {f"meetings/{ID}.yaml": written, **(files or {})}
    return repos.register(root, repos.council(files, norms=norms))


def view(
    root: Path, written: str, files: repos.Files | None = None, *, norms: str = ""
) -> MinutesView:
    """The minutes of the little council's meeting."""
    found = register(root, written, files, norms=norms)
    return minutes_view(Demands(found), found.meetings[ID])


def points(shown: MinutesView) -> dict[str, Point]:
    """Every point by its id."""
    return {point.id: point for day in shown.days for point in day.points}


def lines(shown: MinutesView) -> list[str]:
    """The Markdown's lines, with ordinary spaces."""
    return plain(minutes_markdown(shown)).splitlines()


def section(found: list[str], heading: str) -> list[str]:
    """The lines under a heading, up to the next of its level or higher; empty ones left out."""
    start = found.index(heading) + 1
    level, rest = heading_level(heading), found[start:]
    end = next((n for n, line in enumerate(rest) if 0 < heading_level(line) <= level), len(rest))
    return [line for line in rest[:end] if line.strip()]
