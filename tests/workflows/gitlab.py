"""A pipeline as GitLab would run it: which jobs when, and what each of them does in the repo.

Only what the pipelines here use is understood; anything else in a rule is an error.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from vrtool.yamlio import read_bytes

Variables = Mapping[str, str]

REQUEST = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_IID": "3"}
PUSH = {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "ny-vaxel"}

_GLOBAL = {"variables", "default", "workflow"}
_SAME = re.compile(r'\$(\w+) == "([^"]*)"')
_SET = re.compile(r"\$(\w+)")


class Ended(NamedTuple):
    """How a job ended, what its log says, and what it asked to have installed."""

    code: int
    log: str
    installed: tuple[str, ...]


@dataclass(frozen=True)
class Pipeline:
    """What a `.gitlab-ci.yml` says."""

    told: Mapping[str, Any]

    @property
    def jobs(self) -> dict[str, Mapping[str, Any]]:
        return {name: job for name, job in self.told.items() if name not in _GLOBAL}

    def run(self, variables: Variables) -> list[str]:
        """The jobs that run where GitLab has set these variables; none where no pipeline does."""
        if not _included(self.told["workflow"]["rules"], variables):
            return []
        return [name for name, job in self.jobs.items() if _included(job.get("rules"), variables)]

    def do(self, name: str, folder: Path, variables: Variables) -> Ended:
        """Run a job's lines in the folder, in one shell that stops at the first that fails."""
        job = self.jobs[name]
        log = folder.parent / "installed.json"
        log.write_text("", encoding="utf-8")
        given = {**self.told["variables"], **job.get("variables", {}), **variables}
        done = subprocess.run(
            ["bash", "-c", "\n".join(["set -eo pipefail", *job["script"]])],  # noqa: S607
            cwd=folder,
            env={**_plain(), **given, "PATH": _path(folder.parent), "INSTALLED": str(log)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        asked = (json.loads(line) for line in log.read_text(encoding="utf-8").splitlines())
        return Ended(done.returncode, done.stdout.decode(), tuple(" ".join(line) for line in asked))


def pipeline(file: Path) -> Pipeline:
    """Read a pipeline's file, every value as the text it is."""
    document = read_bytes(file.read_bytes())
    assert document.faults == ()
    return Pipeline(document.data)


def _included(rules: Any, variables: Variables) -> bool:
    """Whether the first rule that holds says yes; a job without rules is always run."""
    for rule in rules or [{}]:
        assert set(rule) <= {"if", "when"}, rule
        if all(_holds(clause, variables) for clause in rule.get("if", "").split(" && ")):
            return bool(rule.get("when") != "never")
    return False


def _holds(clause: str, variables: Variables) -> bool:
    if not clause:
        return True
    if found := _SAME.fullmatch(clause):
        return variables.get(found[1]) == found[2]
    found = _SET.fullmatch(clause)
    assert found, f"what does GitLab make of {clause!r}?"
    return bool(variables.get(found[1]))


_PIP = f"""\
#!{sys.executable}
import json, os, sys
with open(os.environ["INSTALLED"], "a", encoding="utf-8") as log:
    print(json.dumps(sys.argv[1:]), file=log)
"""


def _path(folder: Path) -> str:
    """A path with a `pip` that only takes notes, and the `vr` and the Python of these tests."""
    beside = folder / "programs"
    beside.mkdir(exist_ok=True)
    (beside / "pip").write_text(_PIP, encoding="utf-8")
    (beside / "pip").chmod(0o755)
    return os.pathsep.join([str(beside), str(Path(sys.executable).parent), os.environ["PATH"]])


def _plain() -> dict[str, str]:
    kept = {"HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT"}
    return {key: value for key, value in os.environ.items() if key in kept}
