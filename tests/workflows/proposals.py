"""A data repo on GitHub, and somebody's clone of it from which a change is proposed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from tests.history.test_difference import git
from tests.workflows.github import NUMBER, Host, workflow
from vrtool.edit.scaffold import new_repo

PLACE = Path(".github") / "workflows"
NEXT_YEAR = date.today().year + 1  # noqa: DTZ011 - the jobs have no other clock
MEETING = f"data/meetings/rad-{NEXT_YEAR}-01.yaml"
HOSTILE = "</pre><b> ::error::x `id` $(id) ${{ github.token }} '; id #"
SHORT = "purpose: [procedure]"
"""What stands in the meeting's file, to be changed."""


def fork_in(folder: Path) -> Path:
    """Someone's clone of a new data repo with one coming meeting, on a branch of its own."""
    root = folder / "fork"
    new_repo(root, "tom", None, date(NEXT_YEAR, 1, 1))
    found = re.search(
        r"# (data/meetings/\S+)\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert found
    assert found[1] == MEETING
    (root / MEETING).write_text(found[2], encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    committed(root)
    git(folder, "clone", "-q", "--bare", str(root), "origin.git")
    git(root, "remote", "add", "origin", str(folder / "origin.git"))
    git(root, "checkout", "-q", "-b", "forslag")
    return root


def committed(root: Path) -> str:
    """Commit everything that lies there; the commit's name."""
    git(root, "add", "-A", "--force")
    git(root, "commit", "-q", "-m", "Ändring")
    return git(root, "rev-parse", "HEAD")


def changed(root: Path, old: str, new: str) -> int:
    """Change the one place in the meeting's file; its line."""
    text = (root / MEETING).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / MEETING).write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def proposed(host: Host, fork: Path, action: str = "opened") -> None:
    """Commit what lies in the fork, and bring it to the host as its pull request."""
    head = committed(fork)
    git(fork, "push", "-q", "--force", "origin", f"HEAD:refs/pull/{NUMBER}/head")
    base = git(host.origin, "rev-parse", "main")
    host.sha = base
    host.event = {
        "action": action,
        "repository": {"visibility": "public"},
        "pull_request": {
            "number": NUMBER,
            "title": HOSTILE,
            "base": {"sha": base},
            "head": {"sha": head, "repo": {"full_name": "annan/moten"}},
        },
    }


def checking(host: Host, fork: Path) -> dict[str, Any]:
    """The workflow that checks, for the pull request's merge with what it is meant for."""
    host.event_name = "pull_request"
    host.sha = host.event["pull_request"]["head"]["sha"]
    return workflow(fork / PLACE / "vr.yml")


def comparing(host: Host, fork: Path) -> dict[str, Any]:
    """The workflow that compares, for the pull request."""
    host.event_name = "pull_request_target"
    return workflow(fork / PLACE / "vr-diff.yml")
