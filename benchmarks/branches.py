"""A made-up repo in git, as it was and with some matters changed, for `vr diff` to compare."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from benchmarks.measure import BenchmarkError

BEFORE, AFTER = "before", "after"
"""The tags of the two states."""

_AUTHOR = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "bench"), ("EMAIL", "bench@example.org"))
}
_OWN_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
"""Nobody's signing key or hooks are in the way."""


def branched(root: Path, changed: int) -> None:
    """Put the repo in git, change so many matters, spread over all, and tag both states.

    Raises BenchmarkError without git, or where there are not so many matters.
    """
    _git(root, "init", "--quiet")
    _commit(root, BEFORE)
    matters = sorted((root / "data" / "matters").glob("*.yaml"))
    if not 0 < changed <= len(matters):
        raise BenchmarkError(f"{changed} ärenden ska ändras, men det finns {len(matters)}.")
    for number in range(changed):
        _change(matters[number * len(matters) // changed])
    _commit(root, AFTER)


def _change(file: Path) -> None:
    """Give the matter another title, and its first text another word."""
    lines = file.read_text(encoding="utf-8").split("\n")
    title = next(at for at, line in enumerate(lines) if line.startswith("title:"))
    lines[title] += " i ny form"
    text = next((at for at, line in enumerate(lines) if line.startswith("    De ")), title)
    lines[text] = lines[text].replace("    De ", "    Alla de ")
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _commit(root: Path, tag: str) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", tag)
    _git(root, "tag", tag)


def _git(root: Path, *arguments: str) -> None:
    program = shutil.which("git")
    if program is None:
        raise BenchmarkError("git är inte installerat, så vr diff kan inte mätas.")
    done = subprocess.run(
        [program, *arguments],
        cwd=root,
        env={**os.environ, **_AUTHOR, **_OWN_SETTINGS},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BenchmarkError(f"git {arguments[0]}: {done.stderr.strip()}")
