"""What a reviewer sees of two branches made at the same time: what happened, and nothing else.

What is expected stands in `expected`, word for word, to be read by a person. To accept a change on
purpose: `VR_UPDATE_GOLDEN=1 pytest tests/rehearsal`, then read it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.running import english_in
from tests.council import ROOT
from tests.history.test_difference import git
from tests.rehearsal.two_branches import (
    Rehearsal,
    agenda_changed,
    as_it_was,
    chair_replaced,
    matter_prepared,
    meeting_moved,
    tidied,
)
from tests.scripted import Scripted
from vrtool.history.change import Change, FindingChanges
from vrtool.history.difference import difference
from vrtool.history.git import Git
from vrtool.history.states import Revision
from vrtool.report.changes import changes_text
from vrtool.report.changes_json import changes_json
from vrtool.report.changes_markdown import changes_markdown

pytestmark = pytest.mark.slow

EXPECTED = Path(__file__).parent / "expected"
WRITERS = {"txt": changes_text, "md": changes_markdown, "json": changes_json}
PREPARING, OTHER, BOTH = "skolskjuts", "annat", "granskad"


@pytest.fixture(name="made", scope="module")
def a_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the repo is made, once: no test writes in it."""
    return tmp_path_factory.mktemp("pull-request")


@pytest.fixture(name="root")
def a_rehearsal(
    made: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The repo with its branches, and main checked out."""
    monkeypatch.chdir(made)
    if not (made / ".git").exists():
        shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", made / "data")
        git(made, "init", "-q", "-b", "main")
        rehearsal = Rehearsal(Scripted(made, capsys))
        as_it_was(rehearsal.year)
        rehearsal.commit("Rådet")
        rehearsal.branch(PREPARING, matter_prepared, agenda_changed, chair_replaced)
        rehearsal.branch(OTHER, meeting_moved, tidied)
        rehearsal.merged(BOTH, PREPARING, OTHER)
    return made


@pytest.mark.parametrize("branch", [PREPARING, OTHER, BOTH])
def test_what_the_reviewer_sees(root: Path, branch: str) -> None:
    with Git(root) as objects:
        found = difference(Revision(objects, "main"), Revision(objects, branch))
    for ending, written in WRITERS.items():
        shown = written(found).replace("\N{NO-BREAK SPACE}", " ")
        kept = EXPECTED / f"{branch}.{ending}"
        if os.environ.get("VR_UPDATE_GOLDEN") == "1":
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == kept.read_text(encoding="utf-8")
        assert ending == "json" or english_in(shown) == set()


def _changes(root: Path, base: str, head: str) -> set[tuple[str, Change]]:
    with Git(root) as objects:
        found = difference(Revision(objects, base), Revision(objects, head))
    return {(record.id, change) for record in found.records for change in record.changes}


def test_both_branches_together_are_what_each_of_them_did(root: Path) -> None:
    each = _changes(root, "main", PREPARING) | _changes(root, "main", OTHER)
    assert _changes(root, "main", BOTH) == each


def test_one_branch_after_the_other_is_only_what_that_did(root: Path) -> None:
    assert _changes(root, PREPARING, BOTH) == _changes(root, "main", OTHER)
    assert _changes(root, OTHER, BOTH) == _changes(root, "main", PREPARING)


def test_tidying_up_is_nothing_to_tell_of(root: Path) -> None:
    touched = git(root, "diff", "--name-only", f"{OTHER}~1", OTHER).splitlines()
    assert len(touched) == len(["forums.yaml", "a matter", "a meeting"])
    with Git(root) as objects:
        found = difference(Revision(objects, f"{OTHER}~1"), Revision(objects, OTHER))
    assert (found.records, found.unread, found.findings) == ((), (), FindingChanges())


def test_the_command_says_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "branch", "-f", "main-vidare", OTHER)
    told = Scripted(root, capsys).vr(f"vr diff main-vidare...{PREPARING} --format markdown")
    assert told.err == ""
    assert told.out == (EXPECTED / f"{PREPARING}.md").read_text(encoding="utf-8") + "\n"
