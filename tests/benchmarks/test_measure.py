"""Programs are run and timed; one that fails is told of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.measure import BenchmarkError, Command, taken


def _python(code: str, folder: Path) -> Command:
    return Command((sys.executable, "-c", code), folder)


def test_each_command_is_warmed_up_once_and_then_run_in_turn(tmp_path: Path) -> None:
    commands = {name: _python(f"open('log', 'a').write('{name}')", tmp_path) for name in ("a", "b")}
    found = taken(commands, 2)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "ababab"
    assert all(each.seconds > 0 for each in found.values())


def test_a_check_with_findings_has_done_its_work(tmp_path: Path) -> None:
    assert taken({"x": _python("raise SystemExit(1)", tmp_path)}, 1)["x"].seconds > 0


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import sys; sys.stderr.write('varning')"])
def test_failures_and_warnings_stop_the_measuring(tmp_path: Path, code: str) -> None:
    with pytest.raises(BenchmarkError):
        taken({"x": _python(code, tmp_path)}, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_memory_is_that_of_the_program(tmp_path: Path) -> None:
    own = taken({"small": _python("pass", tmp_path)}, 1)["small"].peak
    assert own is not None  # what runs the tests counts too, up to where the program begins
    wanted = int(own) + 100
    large = taken({"large": _python(f"b'x' * ({wanted} * 1024 * 1024)", tmp_path)}, 1)["large"].peak
    assert large is not None
    assert own < wanted < large
