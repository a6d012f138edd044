"""What the tests of the commands share: a council to work in, and a way to run commands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run, Told
from tests.council import Council, copied
from vrtool.cli.app import main


@pytest.fixture(name="council")
def a_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the council's data, with its root as the folder worked in."""
    council = copied(tmp_path)
    monkeypatch.chdir(tmp_path)
    return council


@pytest.fixture(name="vr")
def run_here(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `vr` in this process."""

    def run(*arguments: str) -> Told:
        capsys.readouterr()
        code = main([*arguments])
        return Told(code, *capsys.readouterr())

    return run
