"""The findings of two revisions: those of the same files in two folders."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.council import ROOT
from tests.history.test_difference import git
from vrtool.engine import check
from vrtool.history.change import FindingChanges
from vrtool.history.difference import difference
from vrtool.history.git import Git
from vrtool.history.states import Folder, Revision
from vrtool.register.load import load

pytestmark = pytest.mark.slow("measured")

WHOLE = ROOT / "examples" / "ovningsradet"
PAPERS = "data/attachments/2031-005"


def _gone(root: Path) -> None:
    next((root / "data" / "matters").glob("2031-005*")).unlink()


def _without_papers(root: Path) -> None:
    shutil.rmtree(root / PAPERS)


def _broken_structure(root: Path) -> None:
    file = root / "data" / "structure.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}okant: ja\n", encoding="utf-8")


@pytest.mark.parametrize("spoil", [_gone, _without_papers, _broken_structure])
def test_what_one_state_had_is_not_left_in_the_other(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    repo = _two_commits(tmp_path / "repo", spoil)
    there, back = _both_ways(repo)
    assert there == difference(Folder(WHOLE, "hel"), Folder(repo, "bruten")).findings
    assert (*there.appeared, *there.gone) != ()
    assert (set(back.appeared) | set(back.excused), back.gone) == (set(there.gone), there.appeared)


def test_a_revision_from_before_the_data_has_no_findings(tmp_path: Path) -> None:
    repo = _two_commits(tmp_path / "repo", lambda root: shutil.rmtree(root / "data"))
    there, _ = _both_ways(repo)
    assert (there.appeared, there.excused) == ((), ())
    assert set(there.gone) == set(check(load(WHOLE)).findings)


def _two_commits(repo: Path, spoil: Callable[[Path], None]) -> Path:
    """The council's files in git, and then with something spoilt."""
    shutil.copytree(WHOLE / "data", repo / "data")
    git(repo, "init", "-q")
    for step in (lambda _: None, spoil):
        step(repo)
        git(repo, "add", "-A")
        git(repo, "commit", "-qm", "Ändring")
    return repo


def _both_ways(repo: Path) -> tuple[FindingChanges, FindingChanges]:
    """What the second commit does to the findings, and what undoing it would do."""
    with Git(repo) as objects:
        before, after = Revision(objects, "HEAD~1"), Revision(objects, "HEAD")
        there, back = difference(before, after).findings, difference(after, before).findings
    assert there is not None
    assert back is not None
    return there, back
