"""The list that GitLab shows in a merge request."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.report.hostile import HOSTILE, NAMES, UNSEEN
from tests.report.made import PATH, not_prepared, report, weekend
from tests.report.schemas import GITLAB
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.gitlab import gitlab
from vrtool.report.identity import identities
from vrtool.text import printable


def _entries(root: Path, *findings: Finding) -> list[dict[str, Any]]:
    made = report(root, *findings)
    entries = json.loads(gitlab(made, identities(made)))
    jsonschema.validate(entries, GITLAB)
    assert isinstance(entries, list)
    return entries


def test_a_breach_in_full(tmp_path: Path) -> None:
    finding = not_prepared()
    (entry,) = _entries(tmp_path, finding)
    assert entry == {
        "description": "Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031. "
        "Exempelformerna 3.1 (bör): ta upp det där 17 januari, eller ange ett avsteg med skäl.",
        "check_name": "VR301/N-prepared",
        "fingerprint": identities(report(tmp_path, finding))[finding],
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 5}},
    }


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.NOTE, "info")],
)
def test_the_level_follows_the_severity(tmp_path: Path, severity: Severity, level: str) -> None:
    assert _entries(tmp_path, weekend(severity=severity))[0]["severity"] == level


def test_none_for_none(tmp_path: Path) -> None:
    assert _entries(tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_whole_and_steers_no_terminal(tmp_path: Path, name: str) -> None:
    finding = weekend(location=Location(f"data/{name}.yaml"))
    assert _entries(tmp_path, finding)[0]["location"]["path"] == f"data/{name}.yaml"
    made = report(tmp_path, finding)
    assert not re.search(UNSEEN, gitlab(made, identities(made)))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_text(tmp_path: Path, text: str) -> None:
    (entry,) = _entries(tmp_path, weekend(message=text, help=""))
    assert entry["description"] == printable(text)
