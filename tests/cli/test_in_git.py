"""Paths as code hosts and build servers know them: from the git repo, not from a folder in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tests.cli.running import Run
from tests.repos import council, write_repo

TWICE = "matters/2031-002-vaxel.yaml"
MATTER = "id: 2031-001\ntitle: Gemensam växel\ninitiator: rad\n"
FOLDER = "rådet, öst: 1"


@pytest.fixture(name="root")
def a_data_repo(tmp_path: Path) -> Path:
    """A data repo in a folder of another, with one id in two files."""
    root = tmp_path / FOLDER
    write_repo(root, council({"matters/2031-001-vaxel.yaml": MATTER, TWICE: MATTER}))
    return root


def _github(text: str) -> list[str]:
    found = [line.split("file=")[1].split(",line=")[0] for line in text.splitlines()]
    return [path.replace("%2C", ",").replace("%3A", ":") for path in found]


def _gitlab(text: str) -> list[str]:
    return [entry["location"]["path"] for entry in json.loads(text)]


def _sarif(text: str) -> list[str]:
    results = json.loads(text)["runs"][0]["results"]
    every = [place for one in results for place in (*one["locations"], *one["relatedLocations"])]
    return [unquote(at["physicalLocation"]["artifactLocation"]["uri"]) for at in every]


def _junit(text: str) -> list[str]:
    tree = ET.fromstring(text)  # noqa: S314 - written by us
    for suite in tree:
        assert {case.get("classname") for case in suite} == {suite.get("name")}
    return [case.get("classname", "") for case in tree.iter("testcase")]


def _plain(text: str) -> list[str]:
    return [line.split(":", 1)[0] for line in text.splitlines() if line.startswith("data/")]


def _json(text: str) -> list[str]:
    return [finding["path"] for finding in json.loads(text)["findings"]]


HOSTS = {"github": _github, "gitlab": _gitlab, "sarif": _sarif, "junit": _junit}
OWN = {"short": _plain, "json": _json}


def _paths(vr: Run, root: Path, form: str, read: Callable[[str], list[str]]) -> set[str]:
    told = vr("--root", str(root), "check", "--format", form)
    assert told.code == 1
    found = {path for path in read(told.out) if "matters/" in path}
    assert found
    return found


@pytest.mark.parametrize("form", [*HOSTS, *OWN])
def test_from_the_git_repo_where_a_host_reads_and_from_the_data_repo_else(
    root: Path, vr: Run, form: str
) -> None:
    read = {**HOSTS, **OWN}[form]
    inside = _paths(vr, root, form, read)
    assert all(path.startswith("data/matters/") for path in inside), "no git repo"
    (root.parent / ".git").mkdir()
    above = f"{FOLDER}/" if form in HOSTS else ""
    assert _paths(vr, root, form, read) == {f"{above}{path}" for path in inside}


@pytest.mark.parametrize("form", HOSTS)
def test_the_nearest_git_repo_counts(root: Path, vr: Run, form: str) -> None:
    inside = _paths(vr, root, form, HOSTS[form])
    (root.parent / ".git").mkdir()
    (root / ".git").write_text("gitdir: någon annanstans\n", encoding="utf-8")  # a work tree
    assert _paths(vr, root, form, HOSTS[form]) == inside


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_a_finding_is_the_same_whatever_the_folder(root: Path, vr: Run, form: str) -> None:
    def who() -> list[str]:
        answer = json.loads(vr("--root", str(root), "check", "--format", form).out)
        if form == "gitlab":
            return [entry["fingerprint"] for entry in answer]
        results = answer["runs"][0]["results"]
        return [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]

    alone = who()
    (root.parent / ".git").mkdir()
    assert who() == alone != []
