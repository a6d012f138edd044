"""Every command on every console: within 80 columns, and whatever characters it lacks."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import ANSI, Terminal
from tests.cli.test_help import EVERY
from tests.council import ROOT
from vrtool.cli.app import main

pytestmark = pytest.mark.slow

SHOWING = {
    "agenda data or-2031-07",
    "brief data 2031-010",
    "check",
    "check --statistics",
    "consultation data 2031-010",
    "consultation show 2031-010",
    "due --today 2031-10-01",
    "explain VR301",
    "matter list",
    "matter plan 2031-010 --today 2031-06-01",
    "matter show 2031-010",
    "meeting list",
    "meeting show or-2031-07",
    "minutes data or-2031-07",
    "norms",
    "process list",
    "process show 2028-001",
    "roster show or",
    "roster show or --date 2031-10-01",
    "roster vacancies --offered --unknown --date 2031-10-01",
    "roster introduction --today 2031-10-01",
    "status --today 2031-10-01",
}
"""What the commands that only show are asked of the fictional council."""

TABLES = [
    "check --statistics",
    "consultation show 2031-010",
    "due --today 2031-10-01",
    "matter list",
    "meeting list",
    "norms",
    "process list",
    "process show 2028-001",
    "roster introduction --today 2031-10-01",
    "roster show or",
    "roster show or --date 2031-10-01",
    "roster vacancies --offered --unknown --date 2031-10-01",
    "status --today 2031-10-01",
]
"""What stands in columns; sentences the console folds by itself."""


def _on_console(
    monkeypatch: pytest.MonkeyPatch, root: Path, command: str, encoding: str = "utf-8"
) -> tuple[int, str]:
    console = Terminal(encoding)
    for name, value in (("COLUMNS", "80"), ("LINES", "24"), ("NO_COLOR", "1"), ("TERM", "xterm")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", console)
    code = main(["--root", str(root), *command.split()])
    return code, console.said()


@pytest.fixture(name="example", scope="module")
def a_copy_of_the_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ovningsradet")
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", root / "data")
    return root


OWN = [one for one in TABLES if "2031-010" not in one and "2028-001" not in one]
VASTMANLAND = [
    "costs show 2017",
    "matter list",
    "meeting list",
    "norms",
    "roster show strategiska-regionala-beredningen",
]


@pytest.mark.parametrize(
    ("repo", "command"),
    [
        *(("examples/ovningsradet", command) for command in TABLES),
        *((".", command) for command in OWN),
        *(("examples/vastmanland", command) for command in VASTMANLAND),
    ],
)
def test_tables_fit_eighty_columns(
    monkeypatch: pytest.MonkeyPatch, repo: str, command: str
) -> None:
    code, said = _on_console(monkeypatch, ROOT / repo, command)
    assert code == 0, said
    assert not [line for line in ANSI.sub("", said).splitlines() if len(line) > 80]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@pytest.mark.parametrize("command", sorted(SHOWING))
def test_a_console_without_the_characters_shows_all_the_same(
    monkeypatch: pytest.MonkeyPatch, command: str, encoding: str
) -> None:
    wanted, _ = _on_console(monkeypatch, ROOT / "examples" / "ovningsradet", command)
    code, said = _on_console(monkeypatch, ROOT / "examples" / "ovningsradet", command, encoding)
    assert code == wanted
    assert said
    assert "Något gick fel i verktyget" not in said


@pytest.mark.parametrize("way", EVERY, ids=" ".join)
def test_every_command_speaks_cp1252(
    monkeypatch: pytest.MonkeyPatch, example: Path, way: tuple[str, ...]
) -> None:
    """Its help, and what it says to a word that fits nothing: no command ends in a fault."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    for command in (" ".join([*way, "--help"]), " ".join([*way, "⟪ö⟫", "--borta"])):
        code, said = _on_console(monkeypatch, example, command, "cp1252")
        assert code in {0, 2}, said
        assert "Något gick fel i verktyget" not in said
