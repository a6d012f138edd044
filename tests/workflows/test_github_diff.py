"""What `vr-diff.yml` does, step by step, with a pull request from someone else's clone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.history.test_difference import git
from tests.workflows.fake_gh import BOT
from tests.workflows.github import REPOSITORY, Host
from tests.workflows.private import served
from tests.workflows.proposals import (
    HOSTILE,
    SHORT,
    changed,
    checking,
    committed,
    comparing,
    proposed,
)

pytestmark = pytest.mark.slow

MARK = "<!-- vr-diff -->"


def test_a_comment_is_made_and_then_written_over(host: Host, fork: Path) -> None:
    others: list[dict[str, Any]] = [
        {"id": 1, "user": {"login": "anna"}, "body": f"{MARK}\nmin egen"},
        {"id": 2, "user": {"login": BOT}, "body": "Något annat"},
        {"id": 3, "user": None, "body": MARK},
        {"id": 4, "user": {"login": "annan[bot]"}, "body": f"{MARK}\nen annans"},
    ]
    host.write_state(others)
    changed(fork, "title: Mötet öppnas", f'title: "{HOSTILE}"')
    proposed(host, fork)
    done = host.run(comparing(host, fork))
    assert [ran.outcome for ran in done.values()] == ["success", "success"], done
    *before, ours = host.comments
    assert before == others
    assert (ours["id"], ours["user"]["login"]) == (5, BOT)
    assert ours["body"].startswith(f"{MARK}\n### 1 ändring i 1 post.")
    assert "Mötet öppnas" in ours["body"]
    assert ours["body"] == done["diff"].summary

    host.write_state([*others, ours, {"id": 9, "user": {"login": "bo"}, "body": "Ja!"}])
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork, "synchronize")
    done = host.run(comparing(host, fork))
    assert [ran.outcome for ran in done.values()] == ["success", "success"], done
    assert [each["id"] for each in host.comments] == [1, 2, 3, 4, 5, 9]
    assert [each for each in host.comments if each["id"] != 5][:-1] == others
    assert "2 ändringar i 1 post" in host.comments[4]["body"]
    assert host.calls[-1] == ["PATCH", f"repos/{REPOSITORY}/issues/comments/5"]


def test_only_what_the_request_does_is_told_though_main_has_moved_on(
    host: Host, fork: Path
) -> None:
    git(fork, "checkout", "-q", "main")
    changed(fork, "hours: 13:00–15:00", "hours: 09:00–11:00")
    committed(fork)
    git(fork, "push", "-q", "origin", "main")
    git(fork, "checkout", "-q", "forslag")
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork)
    host.run(comparing(host, fork))
    (ours,) = host.comments
    assert "1 ändring i 1 post" in ours["body"]
    assert "09:00" not in ours["body"]


def test_where_the_data_are_not_touched_nothing_is_said_but_over_what_was(
    host: Host, fork: Path
) -> None:
    (fork / "anteckning.md").write_text("# Hej\n", encoding="utf-8")
    proposed(host, fork)
    assert [ran.outcome for ran in host.run(comparing(host, fork)).values()] == ["success"] * 2
    assert host.comments == []
    host.write_state([{"id": 1, "user": {"login": BOT}, "body": f"{MARK}\n### 3 ändringar"}])
    host.run(comparing(host, fork))
    assert host.comments[0]["body"] == f"{MARK}\n### Inget har ändrats i sak.\n"


def test_a_comparison_that_cannot_be_made_fails_with_its_sentence(host: Host, fork: Path) -> None:
    git(fork, "checkout", "-q", "--orphan", "annat")
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork)
    done = host.run(comparing(host, fork))
    assert [ran.outcome for ran in done.values()] == ["failure", "skipped"]
    assert "gemensam" in done["diff"].log
    assert host.calls == []


# What a pull request brings along


def _trapped(fork: Path) -> Path:
    """Files that leave a mark if anything runs them, each where something might."""
    mark = fork.parent / "korde"
    python = f"open({str(mark)!r}, 'a').write(__name__)\n"
    names = ["sitecustomize.py", "usercustomize.py", "pip.py", "typer.py", "vrtool/__init__.py"]
    traps = dict.fromkeys(names, python)
    shell = f"#!/bin/sh\necho $0 >> '{mark}'\n"
    traps |= dict.fromkeys(("vr", "gh", "git", "python", ".githooks/post-checkout"), shell)
    traps[".git-config"] = traps[".gitconfig"] = f"[core]\n\tfsmonitor = touch {mark}\n"
    traps[".gitattributes"] = "* filter=fel diff=fel\n"
    traps[".gitmodules"] = f'[submodule "x"]\n\tpath = x\n\turl = .\n\tupdate = !touch {mark}\n'
    for name, text in traps.items():
        (fork / name).parent.mkdir(exist_ok=True)
        (fork / name).write_text(text, encoding="utf-8")
        (fork / name).chmod(0o755)
    return mark


def test_nothing_of_a_pull_request_is_run(host: Host, fork: Path) -> None:
    mark = _trapped(fork)
    subprocess.run([sys.executable, "-m", "pip"], cwd=fork, check=False)
    assert mark.exists()  # so they do catch someone
    mark.unlink()
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork)
    done = host.run(comparing(host, fork))
    assert [ran.outcome for ran in done.values()] == ["success", "success"], done
    workspace = host.folder / "run-1" / "diff" / "workspace"
    held = {path.name for path in workspace.iterdir()}
    assert not held & {"vr", "pip.py", "sitecustomize.py", "vrtool", ".gitmodules"}
    told = checking(host, fork)
    del told["jobs"]["documents"]
    assert host.run(told)["check"].outcome == "success"
    assert (host.folder / "run-2" / "check" / "workspace" / "pip.py").exists()
    assert not mark.exists()


def test_a_private_repo_is_reached_and_the_token_is_left_nowhere(host: Host, fork: Path) -> None:
    told = comparing(host, fork)
    holding = [
        step["name"]
        for job in told["jobs"].values()
        for step in job["steps"]
        if "github.token" in str(step)
    ]
    assert len(holding) == 2
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork)
    with served(host.origin, "ghs_contents=read") as host.address:
        done = host.run(told)
    assert [ran.outcome for ran in done.values()] == ["success", "success"], done
    left = [path for path in (host.folder / "run-1").rglob("*") if path.is_file()]
    assert left
    assert [path for path in left if b"ghs_" in path.read_bytes()] == []


def test_a_private_repo_is_not_reached_without_the_token(host: Host, fork: Path) -> None:
    told = comparing(host, fork)
    told["jobs"]["diff"]["permissions"] = {}
    changed(fork, SHORT, "purpose: [dialogue]")
    proposed(host, fork)
    with served(host.origin, "ghs_contents=read") as host.address:
        done = host.run(told)
    assert [ran.outcome for ran in done.values()] == ["failure", "skipped"]
    assert "Authentication failed" in done["diff"].log
