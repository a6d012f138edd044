"""Tables fit a terminal of 80 columns and keep one line a row in a pipe."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from tests.council import ROOT
from vrtool.engine import check
from vrtool.register.load import load
from vrtool.register.register import Register
from vrtool.report import matters, meetings, norms
from vrtool.report.tables import table

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HEAD = ("Id", "Ärende")
ROWS = [("2031-001", "En växel"), ("2031-002", "ord " * 60), ("2031-003", "x" * 300)]


@pytest.fixture(name="register", scope="module")
def the_council() -> Register:
    register = load(ROOT).register
    assert register is not None
    return register


def _on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> list[str]:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    written = table(head, rows, colour=True)
    assert "\x1b[" in written
    return ANSI.sub("", written).splitlines()


def test_one_line_a_row_in_a_pipe() -> None:
    assert table(HEAD, ROWS, colour=False).splitlines() == [
        "Id        Ärende",
        "2031-001  En växel",
        "2031-002  " + ("ord " * 60).strip(),
        "2031-003  " + "x" * 300,
    ]


def test_the_lines_fold_on_a_terminal_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = _on_a_terminal(monkeypatch, HEAD, ROWS)
    assert max(map(len, lines)) <= 80
    written = "".join(line[10:] for line in lines)
    assert written.count("ord") == 60
    assert written.count("x") == 301  # with the one of "växel"


def test_the_councils_own_lists_fit(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [
        (meetings.HEAD, [meetings.row(register, m) for m in register.chronological]),
        (matters.HEAD, [matters.row(register, m) for m in register.matters.values()]),
        (norms.HEAD, [norms.row(e) for e in norms.coverage(register, check(load(ROOT)))]),
    ]
    for head, rows in lists:
        assert max(map(len, _on_a_terminal(monkeypatch, head, rows))) <= 80
        assert len(table(head, rows, colour=False).splitlines()) == 1 + len(rows)


def test_text_from_the_files_is_shown_as_text() -> None:
    nasty = "[red]fet[/red] :smile: \x1b[31m röd\nny rad\u202e"
    assert table(HEAD, [("a", nasty)], colour=False).splitlines()[1] == (
        "a   [red]fet[/red] :smile: ␛[31m röd␤ny rad\ufffd"
    )


def test_nothing_but_the_head_without_rows() -> None:
    assert table(HEAD, [], colour=False) == "Id  Ärende"
