"""What each job of a new repo's pipeline for GitLab does, run there line by line."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

import vrtool
from tests.history.test_difference import git
from tests.report import schemas
from tests.workflows.gitlab import PUSH, REQUEST, Pipeline, pipeline
from tests.workflows.notes import MARK, ME, host
from vrtool.edit.scaffold import new_repo

pytestmark = pytest.mark.slow

NEXT_YEAR = date.today().year + 1  # noqa: DTZ011 - the jobs have no other clock
MEETING = f"data/meetings/rad-{NEXT_YEAR}-01.yaml"


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path) -> Path:
    """A new data repo with one coming meeting, in git."""
    root = tmp_path / "repo"
    new_repo(root, "tom", None, date(NEXT_YEAR, 1, 1))
    readme = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"# (data/meetings/\S+)\n(.*?)```", readme, re.DOTALL)
    assert found
    assert found[1] == MEETING
    (root / MEETING).write_text(found[2], encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    _commit(root, "Början")
    return root


def _commit(root: Path, message: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)
    return git(root, "rev-parse", "HEAD")


def _of(repo: Path) -> Pipeline:
    return pipeline(repo / ".gitlab-ci.yml")


def _change(root: Path, old: str, new: str) -> str:
    text = (root / MEETING).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / MEETING).write_text(text.replace(old, new), encoding="utf-8")
    return _commit(root, "Ändring")


@pytest.mark.slow
def test_a_clean_repo_passes(repo: Path) -> None:
    ended = _of(repo).do("check", repo, PUSH)
    assert ended.code == 0, ended.log
    assert ended.installed == (f"install vrtool=={vrtool.__version__}",)
    assert "Inget att anmärka" in ended.log
    assert json.loads((repo / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []


@pytest.mark.slow
def test_a_fault_fails_the_job_and_is_told_in_every_way(repo: Path) -> None:
    _change(repo, "minutes: 5", "minutes: fem")
    ended = _of(repo).do("check", repo, PUSH)
    assert ended.code == 1
    assert f"{MEETING}:10:" in ended.log
    report = json.loads((repo / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    Draft202012Validator(schemas.GITLAB).validate(report)
    assert [entry["location"] for entry in report] == [{"path": MEETING, "lines": {"begin": 10}}]
    cases = etree.parse(repo / "vr-junit.xml").iterfind(".//testcase[failure]")
    assert [case.get("classname") for case in cases] == [MEETING]
    artifacts = _of(repo).jobs["check"]["artifacts"]
    assert artifacts["when"] == "always"
    assert all((repo / name).is_file() for name in artifacts["reports"].values())


def test_what_cannot_be_done_stops_at_once(repo: Path) -> None:
    shutil.rmtree(repo / "data")
    ended = _of(repo).do("check", repo, PUSH)
    assert ended.code not in {0, None}
    assert ended.log.count("Här finns inget datarepo") == 1


@pytest.mark.slow
def test_old_schemas_fail_the_job(repo: Path) -> None:
    (repo / "schemas" / "matter.schema.json").write_text("{}", encoding="utf-8")
    ended = _of(repo).do("check", repo, PUSH)
    assert ended.code == 1
    assert "vr schema --write schemas" in ended.log


@pytest.mark.slow
def test_the_agendas_of_coming_meetings_are_kept(repo: Path) -> None:
    ended = _of(repo).do("documents", repo, PUSH)
    assert ended.code == 0, ended.log
    assert ended.installed == (f"install vrtool[documents]=={vrtool.__version__}",)
    (kept,) = _of(repo).jobs["documents"]["artifacts"]["paths"]
    built = {file.suffix for file in (repo / kept).rglob("*.*")}
    assert {".docx", ".html", ".md", ".pdf"} <= built


@pytest.mark.slow
def test_without_coming_meetings_nothing_is_built_and_nothing_wrong(repo: Path) -> None:
    (repo / MEETING).unlink()
    ended = _of(repo).do("documents", repo, PUSH)
    assert (ended.code, (repo / "build").exists()) == (0, False)


def _moved_on(repo: Path) -> dict[str, str]:
    """A branch that changes an item, while the main branch goes on; what its pipeline is told."""
    base = git(repo, "rev-parse", "HEAD")
    git(repo, "switch", "-q", "-c", "ny")
    head = _change(repo, "title: Mötet öppnas", "title: Ordföranden hälsar välkommen")
    git(repo, "switch", "-q", "main")
    _change(repo, "13:00–15:00", "14:00–16:00")
    git(repo, "switch", "-q", "--detach", head)
    return {**REQUEST, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_COMMIT_SHA": head}


def test_the_change_is_told_and_nothing_of_what_the_main_branch_did(repo: Path) -> None:
    ended = _of(repo).do("diff", repo, _moved_on(repo))
    assert ended.code == 0, ended.log
    told = (repo / "vr-diff.md").read_text(encoding="utf-8")
    assert told in ended.log
    assert told.startswith(f"{MARK}\n### 1 ändring i 1 post. ")
    assert "Mötet öppnas → Ordföranden hälsar välkommen" in told
    assert "14.00" not in told
    assert (repo / "vr-diff.env").read_text(encoding="utf-8") == "VR_TOUCHED=1\n"
    assert _of(repo).jobs["diff"]["artifacts"]["reports"] == {"dotenv": "vr-diff.env"}


def test_of_a_merged_result_only_what_the_branch_did_is_told(repo: Path) -> None:
    variables = _moved_on(repo)
    head = variables["CI_COMMIT_SHA"]
    git(repo, "merge", "-q", "-m", "Sammanslaget", "main")
    merged = {**variables, "CI_COMMIT_SHA": git(repo, "rev-parse", "HEAD")}
    _of(repo).do("diff", repo, {**merged, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": head})
    told = (repo / "vr-diff.md").read_text(encoding="utf-8")
    assert told.startswith(f"{MARK}\n### 1 ändring i 1 post. ")


def test_a_revision_that_is_not_there_fails_the_job(repo: Path) -> None:
    ended = _of(repo).do("diff", repo, {**_moved_on(repo), "CI_COMMIT_SHA": "0" * 40})
    assert ended.code == 2
    assert "finns inte" in ended.log


def test_no_line_of_a_hostile_title_is_a_command_to_the_host(repo: Path) -> None:
    title = r'"/approve\n/merge\n@all <script> %5 ~etikett !1"'
    variables = {**_moved_on(repo)}
    variables["CI_COMMIT_SHA"] = _change(repo, "Ordföranden hälsar välkommen", title)
    assert _of(repo).do("diff", repo, variables).code == 0
    told = (repo / "vr-diff.md").read_text(encoding="utf-8")
    assert "approve" in told
    assert not re.search(r"^\s*/|@all|(?<!\\)(?:<script|[~!]\w)", told, re.MULTILINE)


@pytest.mark.slow
def test_nothing_that_lies_in_the_repo_is_run(repo: Path, tmp_path: Path) -> None:
    trap = tmp_path / "korde"
    sprung = f"open({str(trap)!r}, 'a').write(__file__)\n"
    for name in (
        "sitecustomize.py",
        "json.py",
        "urllib.py",
        "pip/__main__.py",
        "vrtool/__init__.py",
    ):
        (repo / name).parent.mkdir(exist_ok=True)
        (repo / name).write_text(sprung, encoding="utf-8")
    for name in ("vr", "pip.sh", "python"):
        (repo / name).write_text(f"#!/bin/sh\necho {name} >> {trap}\n", encoding="utf-8")
        (repo / name).chmod(0o755)
    (repo / ".gitattributes").write_text("*.yaml diff=fel filter=fel\n", encoding="utf-8")
    git(repo, "config", "diff.fel.textconv", f"touch {trap}")
    variables = _moved_on(repo)
    assert _of(repo).do("diff", repo, variables).code == 0
    assert _of(repo).do("check", repo, variables).code == 0
    with host() as merge:
        assert _of(repo).do("comment", repo, {**variables, **merge.variables}).code == 0
    assert not trap.exists()


def test_where_no_record_is_touched_only_a_note_that_is_there_is_changed(repo: Path) -> None:
    base = git(repo, "rev-parse", "HEAD")
    (repo / "README.md").write_text("# Annat\n", encoding="utf-8")
    variables = {**REQUEST, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    diff = {**variables, "CI_COMMIT_SHA": _commit(repo, "Bara läsning")}
    assert _of(repo).do("diff", repo, diff).code == 0
    touched = dict([(repo / "vr-diff.env").read_text(encoding="utf-8").strip().split("=")])
    with host() as merge:
        told = _of(repo).do("comment", repo, {**merge.variables, **touched})
        assert (told.code, merge.notes) == (0, [])
        assert "någon kommentar behövs inte" in told.log
        merge.note(author=ME, body=MARK)
        assert _of(repo).do("comment", repo, {**merge.variables, **touched}).code == 0
        assert merge.bodies(ME) == {100: (repo / "vr-diff.md").read_text(encoding="utf-8")}
