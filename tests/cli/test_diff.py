"""`vr diff`: which two states it compares, what it says and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run, english_in, python
from tests.council import ROOT, Council, copied
from tests.history.test_difference import git

MEETING = "meetings/or-2022-01.yaml"
OLD, NEW = "purpose: [position]", "purpose: [dialogue]"


@pytest.fixture(name="repo")
def a_repo(council: Council) -> Council:
    """The council's data in git, with one commit."""
    git(council.root, "init", "-q", "-b", "main")
    git(council.root, "add", "-A")
    git(council.root, "commit", "-q", "-m", "Början")
    return council


def test_the_working_tree_is_compared_with_the_last_commit(repo: Council, vr: Run) -> None:
    repo.change(MEETING, OLD, NEW)
    told = vr("diff")
    assert (told.code, told.err) == (0, "")
    first, _, title, change, *_ = told.out.replace("\N{NO-BREAK SPACE}", " ").split("\n")
    assert first == "Från HEAD till arbetskopian"
    assert title.endswith("11 februari 2022 (or-2022-01)")
    assert change.endswith("syfte: ställningstagande → dialog")
    assert "Anmärkningar" in told.out
    assert english_in(told.out.replace("HEAD", "")) == set()


def test_two_revisions_from_a_folder_inside(
    repo: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.change(MEETING, OLD, NEW)
    git(repo.root, "commit", "-qam", "Dialog")
    repo.change(MEETING, NEW, OLD)
    monkeypatch.chdir(repo.root / "data" / "meetings")
    told = vr("diff", "HEAD~1", "main", "--no-findings", "--format", "json")
    answer = json.loads(told.out)
    assert (answer["base"], answer["head"], answer["findings"]) == ("HEAD~1", "main", None)
    assert [record["id"] for record in answer["records"]] == ["or-2022-01"]


def test_two_folders_without_git(council: Council, vr: Run, tmp_path: Path) -> None:
    other = copied(tmp_path / "annan")
    other.change(MEETING, OLD, NEW)
    told = vr("diff", ".", "annan", "--format", "markdown", "--no-findings")
    assert told.code == 0
    assert told.out.startswith("<!-- vr-diff -->\n### 1 ändring i 1 post.\n")
    assert council.root == tmp_path


def test_a_folder_alone_is_not_enough(repo: Council, vr: Run) -> None:
    told = vr("diff", str(repo.root))
    assert (told.code, told.out) == (2, "")
    assert "ange två mappar" in told.err


@pytest.mark.parametrize("arguments", [("finns-inte",), ("HEAD", "finns-inte"), ("--", "--upload")])
def test_an_unknown_revision(repo: Council, vr: Run, arguments: tuple[str, ...]) -> None:
    told = vr("diff", *arguments)
    assert (told.code, told.out) == (2, "")
    assert "finns inte" in told.err
    assert repo.root.is_dir()


def test_outside_git(council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(council.root.parent))
    told = vr("diff")
    assert (told.code, told.out) == (3, "")
    assert "git-repo" in told.err


def test_nothing_a_repo_names_is_run(repo: Council, vr: Run, tmp_path: Path) -> None:
    trap = tmp_path / "korde"
    for key in ("core.fsmonitor", "diff.external", "filter.fel.smudge", "diff.fel.textconv"):
        git(repo.root, "config", key, f"touch {trap}")
    repo.write("../.gitattributes", "*.yaml diff=fel filter=fel\n")
    repo.change(MEETING, OLD, NEW)
    assert vr("diff", "--no-findings").code == 0
    assert not trap.exists()


def test_a_comparison_without_git_or_colours_loads_no_heavy_library(tmp_path: Path) -> None:
    code = (
        "import sys; from vrtool.cli.app import main; main(sys.argv[1:]); "
        "print({'rich', 'jinja2', 'holidays'} & sys.modules.keys(), file=sys.stderr)"
    )
    done = python(code, "diff", str(ROOT), str(ROOT), "--no-findings", cwd=tmp_path)
    assert done.stderr.decode().strip() == "set()"
