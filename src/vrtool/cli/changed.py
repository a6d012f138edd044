"""Which files of the data repo differ from a revision: git is asked, and runs nothing of theirs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from subprocess import CompletedProcess

from vrtool.errors import CannotDo, WrongUsage
from vrtool.history.git import DOTS, Ask, asked, is_shallow, no_common_history

_NO_REVISION = (
    "bad revision",
    "unknown revision",
    "bad object",
    "ambiguous argument",
    "Not a valid object name",
)
_SAFELY = ("-c", "core.fsmonitor=false")
"""A monitor of files that the repo names would be run."""


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """The paths below `data/`, relative to the root, that differ from the revision.

    `A...` is the commit where what is checked out left A. What git does not keep track of yet is
    new, unless it is ignored. A submodule comes as its folder. Raises CannotDo without git or
    outside a git repo, or where the history was not fetched far enough; WrongUsage for a revision
    that does not exist.
    """
    program = shutil.which("git")
    if program is None:
        raise CannotDo("--since behöver git, som inte finns här. Installera git.")

    def ask(*arguments: str) -> CompletedProcess[bytes]:
        return asked(program, root, [*_SAFELY, *arguments])

    base = _base(ask, root, revision)
    compared = ["diff", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff"]
    done = ask(*compared, f"{base}^{{commit}}", "--", "data")
    if done.returncode != 0:
        raise _refused(ask, root, revision, done)
    new = ask("ls-files", "--others", "--exclude-standard", "-z", "--", "data")
    return frozenset(os.fsdecode(path) for path in (done.stdout + new.stdout).split(b"\0") if path)


def _base(ask: Ask, root: Path, given: str) -> str:
    """The revision to compare with. Raises what `changed_since` does."""
    revision = given.removesuffix(DOTS)
    if given.startswith("-") or ".." in revision:
        raise WrongUsage(
            f"”{given}” är ingen revision. Skriv en gren, en tagg eller ett id, gärna med tre "
            "punkter efter (main...)."
        )
    if revision == given:
        return revision
    revision = revision or "HEAD"
    done = ask("merge-base", f"{revision}^{{commit}}", "HEAD")
    if done.returncode == 1:
        raise no_common_history(revision, "HEAD", shallow=is_shallow(ask))
    if done.returncode != 0:
        raise _refused(ask, root, revision, done)
    return done.stdout.decode().strip()


def _refused(
    ask: Ask, root: Path, revision: str, answer: CompletedProcess[bytes]
) -> CannotDo | WrongUsage:
    """Why git would not compare."""
    told = os.fsdecode(answer.stderr)
    if b"not a git repository" in ask("rev-parse", "--git-dir").stderr:
        return CannotDo(f"{root} ligger inte i ett gitrepo, så --since går inte att besvara.")
    if not any(sign in told for sign in _NO_REVISION):
        reason = told.strip().partition("\n")[0]
        return CannotDo(f"git kunde inte jämföra med {revision} ({reason}).")
    if is_shallow(ask):
        return CannotDo(
            f"Revisionen {revision} finns inte här: bara en del av historiken är hämtad. "
            "Hämta resten med git fetch --unshallow."
        )
    return WrongUsage(f"Revisionen {revision} finns inte. git log visar dem som finns.")
