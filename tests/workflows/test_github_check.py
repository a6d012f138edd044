"""What `vr.yml` does, step by step, in a data repo that is pushed to and gets pull requests."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import vrtool
from tests.history.test_difference import git
from tests.report.schemas import SARIF
from tests.workflows.github import Host, workflow
from tests.workflows.proposals import (
    HOSTILE,
    MEETING,
    NEXT_YEAR,
    PLACE,
    SHORT,
    changed,
    checking,
    committed,
    proposed,
)

pytestmark = pytest.mark.slow


def _sarif(host: Host) -> dict[str, Any]:
    answer = json.loads((host.artifact("vr-sarif") / "vr.sarif").read_text(encoding="utf-8"))
    Draft202012Validator(SARIF).validate(answer)
    return dict(answer)


def test_a_clean_repo_passes(host: Host, fork: Path) -> None:
    (fork / MEETING).unlink()
    host.sha = committed(fork)
    git(fork, "push", "-q", "origin", "HEAD:main")
    host.event = {"repository": {"visibility": "public"}}
    done = host.run(workflow(fork / PLACE / "vr.yml"))
    assert {name: ran.outcome for name, ran in done.items()} == {
        "check": "success",
        "code-scanning": "success",
        "documents": "success",
    }
    assert host.installed == [
        f"-m pip install vrtool=={vrtool.__version__}",
        f"-m pip install vrtool[documents]=={vrtool.__version__}",
    ]
    assert host.scanned == [_sarif(host)]
    assert "::" not in done["check"].log
    assert "Inget kommande möte" in done["documents"].log
    assert not host.artifact("dokument").exists()


def test_a_fault_is_shown_at_its_line_and_everywhere_else(host: Host, fork: Path) -> None:
    line = changed(fork, SHORT, f"purpose: [dialogue]\n      matter: {NEXT_YEAR}-999")
    with (fork / MEETING).open("a", encoding="utf-8") as file:
        file.write(f'deviations:\n  - norm: "{HOSTILE}"\n    reason: Skäl\n')
    (fork / "schemas" / "matter.schema.json").write_text("{}", encoding="utf-8")
    proposed(host, fork)
    done = host.run(checking(host, fork))
    assert {name: ran.outcome for name, ran in done.items()} == {
        "check": "failure",
        "code-scanning": "skipped",
        "documents": "success",
    }
    check = done["check"]
    error, warning = [line for line in check.log.splitlines() if line.startswith("::")]
    assert warning.startswith(f"::warning file={MEETING},")
    assert "::error::" in warning
    assert error.startswith(f"::error file={MEETING},line={line + 1},")
    assert "matter.schema.json" in check.log  # both are told, though the first failed
    (result,) = [r for r in _sarif(host)["runs"][0]["results"] if r["level"] == "error"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == line + 1
    pre, post = re.escape("<pre>\n"), re.escape("\n</pre>\n")
    assert re.fullmatch(f"{pre}[^<>]*{post}", check.summary)
    assert "&lt;/pre&gt;&lt;b&gt; ::error::x" in check.summary
    assert "1 fel och 1 varning i 4 filer" in check.summary
    assert [*host.artifact("dokument").rglob("*.pdf")]


def test_what_cannot_be_checked_at_all_fails_with_its_sentence(host: Host, fork: Path) -> None:
    (fork / "data" / "structure.yaml").unlink()
    (fork / "data" / "forums.yaml").unlink()
    proposed(host, fork)
    told = checking(host, fork)
    del told["jobs"]["documents"]
    done = host.run(told)
    assert [ran.outcome for ran in done.values()] == ["failure", "skipped"]
    assert "Här finns inget datarepo" in done["check"].log
    assert not host.artifact("vr-sarif").exists()
