"""Which files of the data repo differ from a revision: git is asked, and runs nothing of theirs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from vrtool.errors import CannotDo, WrongUsage

_SECONDS = 60
_NO_REVISION = ("bad revision", "unknown revision", "bad object", "ambiguous argument")


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """The paths below `data/`, relative to the root, that differ from the revision.

    What git does not keep track of yet is new, unless it is ignored. A submodule comes as its
    folder. Raises CannotDo without git or outside a git repo, or where the history was not fetched
    far enough; WrongUsage for a revision that does not exist.
    """
    if revision.startswith("-") or ".." in revision:
        raise WrongUsage(f"”{revision}” är ingen revision. Skriv en gren, en tagg eller ett id.")
    base = f"{revision}^{{commit}}"
    compared = ["diff", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff"]
    done = _git(root, [*compared, base, "--", "data"])
    if done.returncode != 0:
        raise _refused(root, revision, os.fsdecode(done.stderr))
    new = _git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", "data"])
    return frozenset(os.fsdecode(path) for path in (done.stdout + new.stdout).split(b"\0") if path)


def _git(root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise CannotDo("--since behöver git, som inte finns här. Installera git.")
    try:
        return subprocess.run(
            # A monitor of files that the repo names would be run.
            [program, "-c", "core.fsmonitor=false", *arguments],
            cwd=root,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotDo(f"git gick inte att köra ({error}).") from error


def _refused(root: Path, revision: str, told: str) -> CannotDo | WrongUsage:
    """Why git would not compare."""
    asked = _git(root, ["rev-parse", "--is-shallow-repository"])
    if b"not a git repository" in asked.stderr:
        return CannotDo(f"{root} ligger inte i ett gitrepo, så --since går inte att besvara.")
    if asked.returncode != 0 or not any(sign in told for sign in _NO_REVISION):
        reason = told.strip().partition("\n")[0]
        return CannotDo(f"git kunde inte jämföra med {revision} ({reason}).")
    if asked.stdout.strip() == b"true":
        return CannotDo(
            f"Revisionen {revision} finns inte här: bara en del av historiken är hämtad. "
            "Hämta resten med git fetch --unshallow."
        )
    return WrongUsage(f"Revisionen {revision} finns inte. git log visar dem som finns.")
