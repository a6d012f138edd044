"""A workflow as GitHub would run it: jobs in order, each in a folder of its own, step by step.

Actions are stood in for by what they do with files, `python` by one that takes notes of what is to
be installed and then puts the `vr` of these tests in place, `gh` by one that keeps comments in a
file. Everything else in a `run` is run as it is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.history.test_difference import git
from tests.workflows.expressions import EXPRESSION, expanded, holds
from vrtool.yamlio import read_bytes

REPOSITORY = "radet/moten"
NUMBER = 7
_BIN = Path(sys.executable).parent
_PYTHON = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$INSTALLED"
case "$*" in "-m pip install "*) ln -sf {vr} {programs}/vr;; *) exit 64;; esac
"""
_GH = '#!/bin/sh\nPYTHONPATH={root} exec {python} -P -m tests.workflows.fake_gh "$@"\n'


def workflow(file: Path) -> dict[str, Any]:
    """Read a workflow, every value as the text it is."""
    document = read_bytes(file.read_bytes())
    assert document.faults == ()
    return document.data


def scripts(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each step that runs a script: which it is, and the script."""
    for name, job in told["jobs"].items():
        for number, step in enumerate(job["steps"]):
            if "run" in step:
                yield f"{name}-{number}", step["run"]


@dataclass
class Ran:
    """How a job ended: what its log says, its outputs and each step's outcome."""

    outcome: str = "skipped"
    log: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    steps: dict[str, Any] = field(default_factory=dict)
    summary: str = ""


@dataclass
class Host:
    """A repo on the host: its git, its pull request's comments, and what runs have left there."""

    folder: Path
    origin: Path
    event_name: str = "push"
    sha: str = ""
    event: dict[str, Any] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    scanned: list[dict[str, Any]] = field(default_factory=list)
    installed: list[str] = field(default_factory=list)
    runs: int = 0
    address: str = ""
    """Where git finds the repo once it is checked out; unless told, where it lies."""

    def __post_init__(self) -> None:
        self.write_state([])

    @property
    def comments(self) -> list[dict[str, Any]]:
        return list(self._state()["comments"])

    @property
    def calls(self) -> list[list[str]]:
        return list(self._state()["calls"])

    def _state(self) -> dict[str, Any]:
        return dict(json.loads((self.folder / "gh.json").read_text(encoding="utf-8")))

    def write_state(self, comments: list[dict[str, Any]]) -> None:
        state = {"repository": REPOSITORY, "number": NUMBER, "calls": [], "comments": comments}
        (self.folder / "gh.json").write_text(json.dumps(state), encoding="utf-8")

    def contexts(self, told: Mapping[str, Any], rights: str = "") -> dict[str, Any]:
        """What expressions may name; the token says what may be done with it."""
        github = {
            "workflow": told["name"],
            "event_name": self.event_name,
            "event": self.event,
            "ref": "refs/heads/main",
            "repository": REPOSITORY,
            "sha": self.sha,
            "token": f"ghs_{rights}",
        }
        return {"github": github, "vars": self.variables, "needs": {}, "steps": {}}

    def run(self, told: Mapping[str, Any]) -> dict[str, Ran]:
        """Run the workflow for the event; what came of each job."""
        self.runs += 1
        done: dict[str, Ran] = {}
        for name, job in told["jobs"].items():
            rights = ",".join(f"{key}={value}" for key, value in job["permissions"].items())
            contexts = self.contexts(told, rights)
            needs = [job["needs"]] if "needs" in job else []
            contexts["needs"] = {each: {"outputs": done[each].outputs} for each in needs}
            good = all(done[each].outcome == "success" for each in needs)
            done[name] = Ran()
            if holds(job.get("if", "true"), contexts, good=good):
                folder = self.folder / f"run-{self.runs}" / name
                done[name] = _Job(self, told, job, folder, contexts).run()
        return done

    def artifact(self, name: str) -> Path:
        """What the latest run has saved by the name; it may not exist."""
        return self.folder / f"run-{self.runs}" / "artifacts" / name


@dataclass
class _Job:
    host: Host
    told: Mapping[str, Any]
    job: Mapping[str, Any]
    folder: Path
    contexts: dict[str, Any]
    ran: Ran = field(default_factory=lambda: Ran("success"))

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    @property
    def temporary(self) -> Path:
        return self.folder / "temp"

    def run(self) -> Ran:
        for folder in (self.workspace, self.temporary, self.folder / "home"):
            folder.mkdir(parents=True)
        self._programs()
        self.contexts |= {"runner": {"temp": str(self.temporary)}, "steps": self.ran.steps}
        for number, step in enumerate(self.job["steps"]):
            name = step.get("id", f"#{number}")
            good = self.ran.outcome == "success"
            outcome, outputs = "skipped", dict[str, str]()
            if holds(step.get("if", "true"), self.contexts, good=good):
                outcome, outputs = self._step(step)
            if outcome == "failure":
                self.ran.outcome = "failure"
            self.ran.steps[name] = {"outcome": outcome, "outputs": outputs}
        outputs = self.job.get("outputs", {})
        self.ran.outputs = {key: expanded(text, self.contexts) for key, text in outputs.items()}
        return self.ran

    def _programs(self) -> None:
        programs = self.folder / "programs"
        programs.mkdir()
        root = Path(__file__).parents[2]
        texts = {
            "python": _PYTHON.format(vr=_BIN / "vr", programs=programs),
            "gh": _GH.format(root=root, python=sys.executable),
        }
        for name, text in texts.items():
            (programs / name).write_text(text, encoding="utf-8")
            (programs / name).chmod(stat.S_IRWXU)

    def _step(self, step: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
        if "run" in step:
            return self._script(step)
        action, _, _ = step["uses"].partition("@")
        given = {key: expanded(text, self.contexts) for key, text in step.get("with", {}).items()}
        good = _ACTIONS[action](self, given)
        return "success" if good else "failure", {}

    def _script(self, step: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
        assert not EXPRESSION.search(step["run"])
        assert self.told["defaults"] == {"run": {"shell": "bash"}}
        file, notes = self.temporary / "step.sh", self.folder / "installed"
        file.write_text(step["run"], encoding="utf-8")
        for empty in (notes, self.temporary / "output", self.temporary / "summary"):
            empty.write_text("", encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", file],  # noqa: S607
            cwd=self.workspace,
            env=self._environment({**self.told.get("env", {}), **step.get("env", {})}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        self.ran.log += done.stdout.decode()
        self.ran.summary += (self.temporary / "summary").read_text(encoding="utf-8")
        self.host.installed += notes.read_text(encoding="utf-8").splitlines()
        lines = (self.temporary / "output").read_text(encoding="utf-8").splitlines()
        outputs = {key: value for key, _, value in (line.partition("=") for line in lines)}
        return "failure" if done.returncode else "success", outputs

    def _environment(self, given: Mapping[str, str]) -> dict[str, str]:
        system = [path for path in os.environ["PATH"].split(os.pathsep) if Path(path) != _BIN]
        return {
            "PATH": os.pathsep.join([str(self.folder / "programs"), *system]),
            "HOME": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GH_STATE": str(self.host.folder / "gh.json"),
            "INSTALLED": str(self.folder / "installed"),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_OUTPUT": str(self.temporary / "output"),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary"),
            "RUNNER_TEMP": str(self.temporary),
            **{key: expanded(text, self.contexts) for key, text in given.items()},
        }


def _checkout(job: _Job, given: Mapping[str, str]) -> bool:
    """The commit that the event is about, in the workspace; with depth 0 the whole history."""
    assert given.get("persist-credentials") == "false"
    assert set(given) <= {"persist-credentials", "fetch-depth"}
    depth = [] if given.get("fetch-depth") == "0" else ["--depth", "1"]
    git(job.workspace, "init", "-q")
    git(job.workspace, "remote", "add", "origin", job.host.origin.as_uri())
    branches = [] if depth else ["+refs/heads/*:refs/remotes/origin/*"]
    git(job.workspace, "fetch", "-q", *depth, "origin", *branches, job.host.sha)
    git(job.workspace, "checkout", "-q", job.host.sha)
    git(job.workspace, "remote", "set-url", "origin", job.host.address or job.host.origin.as_uri())
    return True


def _python(_job: _Job, given: Mapping[str, str]) -> bool:
    return set(given) == {"python-version"}


def _upload(job: _Job, given: Mapping[str, str]) -> bool:
    source = job.workspace / given["path"]
    missing = given.get("if-no-files-found", "warn")
    if not source.exists():
        return missing != "error"
    to = job.host.artifact(given["name"])
    to.mkdir(parents=True)
    if source.is_dir():
        shutil.copytree(source, to, dirs_exist_ok=True)
    else:
        shutil.copy(source, to)
    return True


def _download(job: _Job, given: Mapping[str, str]) -> bool:
    source = job.host.artifact(given["name"])
    if source.is_dir():
        shutil.copytree(source, given["path"])
    return source.is_dir()


def _scanned(job: _Job, given: Mapping[str, str]) -> bool:
    assert given["category"]
    assert re.search("security-events=write", job.contexts["github"]["token"])
    job.host.scanned.append(json.loads(Path(given["sarif_file"]).read_text(encoding="utf-8")))
    return True


_ACTIONS = {
    "actions/checkout": _checkout,
    "actions/setup-python": _python,
    "actions/upload-artifact": _upload,
    "actions/download-artifact": _download,
    "github/codeql-action/upload-sarif": _scanned,
}
