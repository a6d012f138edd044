"""What shows that something is going on: on a terminal, after a while, gone afterwards."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import Terminal, on_a_terminal, process, python
from tests.council import ROOT
from vrtool.cli import progress

pytestmark = pytest.mark.slow

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")

SLOW = """
import sys, time
from vrtool.cli import progress
progress._PATIENCE = 0.05
import vrtool.cli.check_command as command
real = command.run_check
def slow(loaded):
    time.sleep(0.5)
    return real(loaded)
command.run_check = slow
from vrtool.cli.app import main
sys.exit(main(["check"]))
"""


@pytest.fixture(name="impatient")
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0.02)
    monkeypatch.setattr(progress, "_BEAT", 0.01)
    monkeypatch.setenv("TERM", "xterm")


def _worked(monkeypatch: pytest.MonkeyPatch, encoding: str, seconds: float = 0.1) -> str:
    terminal = Terminal(encoding)
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.working("Prövar"):
        time.sleep(seconds)
    return terminal.said()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("encoding", "sign"), [("utf-8", "⠋"), ("cp1252", "|")])
def test_a_sign_turns_while_it_lasts_and_is_gone_then(
    monkeypatch: pytest.MonkeyPatch, encoding: str, sign: str
) -> None:
    said = _worked(monkeypatch, encoding)
    assert said.startswith(f"\r{sign} Prövar …\r")
    assert said.endswith("\r\x1b[K")
    assert "\n" not in said


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert _worked(monkeypatch, "utf-8", 0) == ""


@pytest.mark.usefixtures("impatient")
def test_a_terminal_that_cannot_be_steered_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert _worked(monkeypatch, "utf-8") == ""


@pytest.mark.usefixtures("impatient")
def test_a_terminal_that_goes_away_stops_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal("utf-8")
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.working("Prövar"):
        terminal.close()
        time.sleep(0.05)


@pytest.mark.usefixtures("impatient")
def test_an_error_in_the_work_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal("utf-8"))
    with pytest.raises(KeyboardInterrupt), progress.working("Prövar"):
        raise KeyboardInterrupt


def test_a_pipe_carries_no_sign() -> None:
    done = python(SLOW, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, b"")


@unix
def test_a_slow_check_shows_it_on_a_terminal(tmp_path: Path) -> None:
    script = tmp_path / "sakta.py"
    script.write_text(SLOW, encoding="utf-8")
    told = on_a_terminal(cwd=ROOT, program=[sys.executable, str(script)])
    assert told.code == 0
    assert "Prövar mot arbetsformerna …" in told.out
    assert "\x1b[K" in told.out


# Colour, by what the environment asks for


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["norms"]])
def test_colour_in_a_pipe_only_where_it_is_asked_for(
    command: list[str], env: dict[str, str], coloured: bool
) -> None:
    done = process(*command, cwd=ROOT, env=env)
    assert done.returncode == 0
    assert (b"\x1b[" in done.stdout) is coloured
