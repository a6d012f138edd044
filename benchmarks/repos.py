"""What is measured: made-up repos of several sizes, a copy of the project's own, and `vr`."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import BenchmarkError

PROJECT = Path(__file__).parents[1]


def program(name: str) -> Path | None:
    """A program installed beside this Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    return Path(found) if found else None


def vr() -> Path:
    """The console script, its package compiled, whatever the environment says of writing that.

    Raises BenchmarkError where it is not installed.
    """
    found, package = program("vr"), find_spec("vrtool")
    if found is None or package is None or package.submodule_search_locations is None:
        raise BenchmarkError("vr är inte installerat här: kör make bench, som gör i ordning .venv.")
    for folder in (*package.submodule_search_locations, str(Path(__file__).parent)):
        compileall.compile_dir(folder, quiet=1)
    return found


def generated(folder: Path, matters: int) -> Path:
    """A made-up repo. Written by a process of its own, so that this one stays small."""
    root = folder / str(matters)
    root.mkdir()
    subprocess.run(
        [sys.executable, "-m", "benchmarks.generate", str(root), str(matters)],
        cwd=PROJECT,
        check=True,
    )
    return root


def real(folder: Path) -> Path:
    """A copy of the project's own repo, to build documents in."""
    root = folder / "real"
    shutil.copytree(PROJECT / "data", root / "data")
    return root
