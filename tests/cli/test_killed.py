"""A command killed at any moment: nothing is lost, and the next command works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.killing import RUNS
from tests.cli.running import environment
from tests.council import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are Unix's")


def _killing(root: Path, way: str) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.killing", str(root), way],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [int(number) for number in done.stdout.split()]


@pytest.mark.slow
def test_killed_at_random_moments_over_a_hundred_times(tmp_path: Path) -> None:
    runs, in_the_middle = _killing(tmp_path, "moments")
    assert runs == RUNS >= 100
    assert in_the_middle


@pytest.mark.slow
def test_killed_before_each_thing_it_does_to_the_disk(tmp_path: Path) -> None:
    (in_the_middle,) = _killing(tmp_path, "steps")
    assert in_the_middle >= 15


@pytest.mark.slow
def test_a_new_repo_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    killed, refused = _killing(tmp_path, "init")
    assert killed > 10
    assert refused == 0


@pytest.mark.slow
def test_in_a_folder_that_was_there_what_had_been_moved_is_told(tmp_path: Path) -> None:
    killed, refused = _killing(tmp_path, "init-existing")
    assert killed > refused > 0
