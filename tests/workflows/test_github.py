"""The workflows for GitHub: well formed, pinned, with least rights, and ours as everybody's."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.council import ROOT
from tests.workflows.expressions import EXPRESSION, evaluated, expanded, holds
from tests.workflows.github import REPOSITORY, Host, scripts, workflow

PLACE = Path(".github") / "workflows"
STARTER = ROOT / "starters" / "shared" / PLACE
NAMES = ["vr.yml", "vr-diff.yml"]
FILES = [*(STARTER / name for name in NAMES), *sorted((ROOT / PLACE).iterdir())]
INSTALLING = "Hämta vr"
_SCRIPTS = [
    pytest.param(script, id=f"{file.parts[-4]}-{file.stem}-{name}")
    for file in FILES
    for name, script in scripts(workflow(file))
]


def _asked(*arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run one of the field's own tools."""
    return subprocess.run(
        [sys.executable, "-m", *arguments]
        if arguments[0] == "check_jsonschema"
        else [Path(sys.executable).parent / arguments[0], *arguments[1:]],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


# Well formed, by the field's own tools


def test_github_knows_every_field() -> None:
    done = _asked("check_jsonschema", "--builtin-schema", "vendor.github-workflows", *FILES)
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done")


def test_a_field_that_github_does_not_know_is_found(tmp_path: Path) -> None:
    spoilt = tmp_path / "vr.yml"
    text = (STARTER / "vr.yml").read_text(encoding="utf-8")
    spoilt.write_text(text.replace("timeout-minutes: 10", "timeout-minuter: 10", 1))
    done = _asked("check_jsonschema", "--builtin-schema", "vendor.github-workflows", spoilt)
    assert done.returncode == 1
    assert "timeout-minuter" in done.stdout


_ZIZMOR = ("zizmor", "--offline", "--no-config", "--persona", "auditor", "--format", "plain")


def test_no_known_danger_but_the_one_that_is_explained() -> None:
    done = _asked(*_ZIZMOR, *FILES)
    assert done.returncode == 0, done.stdout
    texts = "".join(file.read_text(encoding="utf-8") for file in FILES)
    excused = re.findall(r"^ *(\S+) # zizmor: ignore\[(.*)\] \w+ \w+", texts, re.MULTILINE)
    assert excused == [("pull_request_target:", "dangerous-triggers")] * 2
    assert texts.count("zizmor") == 2


@pytest.mark.parametrize(
    ("old", "new", "audit"),
    [
        ("          persist-credentials: false\n", "", "artipacked"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", "unpinned-uses"),
        ("permissions: {}\n", "permissions: write-all\n", "excessive-permissions"),
        ('"$BASE...$HEAD"', '"${{ github.event.pull_request.title }}"', "template-injection"),
        (" # zizmor: ignore[dangerous-triggers]", " #", "dangerous-triggers"),
    ],
)
def test_a_danger_is_found(tmp_path: Path, old: str, new: str, audit: str) -> None:
    text = (STARTER / "vr-diff.yml").read_text(encoding="utf-8")
    assert old in text
    spoilt = tmp_path / PLACE / "vr-diff.yml"
    spoilt.parent.mkdir(parents=True)
    spoilt.write_text(text.replace(old, new), encoding="utf-8")
    done = _asked(*_ZIZMOR, spoilt)
    assert done.returncode > 0
    assert f"[{audit}]" in done.stdout


@pytest.mark.parametrize("script", _SCRIPTS)
def test_every_step_is_sound_shell(script: str) -> None:
    assert not EXPRESSION.search(script)
    done = _asked("shellcheck", "--shell=bash", "-", typed=script)
    assert (done.returncode, done.stdout) == (0, "")


def test_unsound_shell_is_found() -> None:
    assert "SC2086" in _asked("shellcheck", "--shell=bash", "-", typed="rm $file").stdout


# Rights


def test_who_may_do_what() -> None:
    reads = {"contents": "read"}
    wanted: dict[str, dict[str, Mapping[str, str]]] = {
        "vr.yml": {
            "check": reads,
            "code-scanning": {"actions": "read", "security-events": "write"},
            "documents": reads,
        },
        "vr-diff.yml": {"diff": reads, "comment": {"pull-requests": "write"}},
        "ci.yml": {"test": reads},
    }
    for file in FILES:
        told = workflow(file)
        assert told["permissions"] == {}
        rights = {name: job["permissions"] for name, job in told["jobs"].items()}
        assert rights == wanted[file.name]


def test_whoever_may_write_has_no_files_and_runs_nothing_of_theirs() -> None:
    writing = [
        job
        for file in FILES
        for job in workflow(file)["jobs"].values()
        if "write" in job["permissions"].values()
    ]
    assert len(writing) == 4
    for job in writing:
        used = {step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step}
        assert used <= {"actions/download-artifact", "github/codeql-action/upload-sarif"}
        programs = {
            word
            for step in job["steps"]
            for word in re.findall(r"(?:^|\$\()\s*([a-z]+) ", step.get("run", ""), re.MULTILINE)
        }
        assert programs <= {"gh", "if", "elif"}


def test_every_job_ends_some_time_and_every_action_is_pinned_with_its_version() -> None:
    for file in FILES:
        assert all(int(job["timeout-minutes"]) <= 30 for job in workflow(file)["jobs"].values())
        uses = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
        assert uses
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use) for use in uses)
    pins = {
        use for file in FILES for use in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    }
    assert len({use.partition("@")[0] for use in pins}) == len(pins)


# Ours and everybody's


def _but_for_installing(told: Mapping[str, Any]) -> dict[str, Any]:
    jobs = {
        name: {**job, "steps": [step for step in job["steps"] if step.get("name") != INSTALLING]}
        for name, job in told["jobs"].items()
    }
    return {**told, "jobs": jobs, "env": {}}


@pytest.mark.parametrize("name", NAMES)
def test_this_repo_is_checked_as_a_new_one_but_for_where_vr_comes_from(name: str) -> None:
    ours, starter = workflow(ROOT / PLACE / name), workflow(STARTER / name)
    assert _but_for_installing(ours) == _but_for_installing(starter)
    assert "env" not in ours
    installing = [script for _, script in scripts(ours) if "pip" in script]
    assert installing
    assert all(
        re.fullmatch(r"python -m pip install --constraint constraints.txt '?\.\S*", script)
        for script in installing
    )


def test_every_commit_here_is_held_to_what_anyone_runs_by_hand() -> None:
    told = workflow(ROOT / PLACE / "ci.yml")
    assert [script for _, script in scripts(told)] == ["bash .ci/run"]
    assert told["on"] == {"push": {"branches": ["**"]}, "pull_request": None}


@pytest.mark.parametrize("name", NAMES)
def test_vr_is_installed_before_there_are_files_to_install_something_else_from(name: str) -> None:
    installed = 0
    for job in workflow(STARTER / name)["jobs"].values():
        order = ["pip install" in step.get("run", "") for step in job["steps"]]
        files = [step.get("uses", "").startswith("actions/checkout") for step in job["steps"]]
        if any(files):
            assert order.index(True) < files.index(True)
            installed += 1
    assert installed == {"vr.yml": 2, "vr-diff.yml": 1}[name]


# When what is done


def _scanning(event_name: str, event: dict[str, Any], tmp_path: Path, **variables: str) -> bool:
    told = workflow(STARTER / "vr.yml")
    host = Host(tmp_path, tmp_path, event_name, event=event, variables=variables)
    contexts = host.contexts(told)
    contexts["needs"] = {"check": {"outputs": {"sarif": "success"}}}
    return holds(told["jobs"]["code-scanning"]["if"], contexts, good=False)


def _event(visibility: str, of: str | None = None) -> dict[str, Any]:
    request = {"head": {"repo": {"full_name": of}}}
    return {
        "repository": {"visibility": visibility},
        **({"pull_request": request} if of else {}),
    }


def test_findings_are_shown_under_security_where_that_is_to_be_had(tmp_path: Path) -> None:
    fork, wanted = "annan/moten", {"VR_CODE_SCANNING": "true"}
    assert _scanning("push", _event("public"), tmp_path)
    assert not _scanning("push", _event("private"), tmp_path)
    assert _scanning("push", _event("private"), tmp_path, **wanted)
    assert _scanning("pull_request", _event("public", REPOSITORY), tmp_path)
    assert not _scanning("pull_request", _event("public", fork), tmp_path)
    assert not _scanning("pull_request", _event("internal", fork), tmp_path, **wanted)


@pytest.mark.parametrize(
    ("action", "changes", "compared"),
    [
        ("opened", None, True),
        ("synchronize", None, True),
        ("edited", {"title": {"from": "Förr"}}, False),
        ("edited", {"base": {"ref": {"from": "main"}}}, True),
    ],
)
def test_a_new_title_neither_compares_nor_stops_a_comparison(
    tmp_path: Path, action: str, changes: dict[str, Any] | None, *, compared: bool
) -> None:
    told = workflow(STARTER / "vr-diff.yml")
    event = {"action": action, "changes": changes, "pull_request": {"number": 7}}
    contexts = Host(tmp_path, tmp_path, "pull_request_target", event=event).contexts(told)
    assert holds(told["jobs"]["diff"]["if"], contexts) is compared
    group = expanded(told["concurrency"]["group"], contexts)
    assert group == f"vr diff-7-{str(not compared).lower()}"


@pytest.mark.parametrize(
    "expression", ["always()", "secrets.TOKEN", "github.hittpa", "1 == 1", "'a' 'b'", "(", "a ? b"]
)
def test_an_expression_that_is_not_known_is_refused(expression: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        evaluated(expression, {"github": {}})
