"""A made-up repo in git: so many matters changed, and nothing read that has not changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.branches import AFTER, BEFORE, branched
from benchmarks.generate import generate
from benchmarks.measure import BenchmarkError

from vrtool.history.difference import difference
from vrtool.history.git import Git
from vrtool.history.states import Revision

pytestmark = pytest.mark.slow


@pytest.fixture(name="root", scope="module")
def a_branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repo of forty matters, of which four are changed."""
    root = tmp_path_factory.mktemp("branch")
    generate(root, 40)
    branched(root, 4)
    return root


def test_what_is_changed_is_told_and_nothing_else_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    plain = Revision.read

    def noted(self: Revision, path: str) -> bytes:
        read.append(path)
        return plain(self, path)

    monkeypatch.setattr(Revision, "read", noted)
    with Git(root) as git:
        found = difference(Revision(git, BEFORE), Revision(git, AFTER), findings=False)
    assert found.unread == ()
    assert [len(record.changes) >= 1 for record in found.records] == [True] * 4
    changed = [path for path in read if "/matters/" in path]
    assert len(changed) == 2 * len(set(changed)) == 8
    assert sorted(set(read) - set(changed)) == ["data/forums.yaml", "data/structure.yaml"]


def test_more_than_there_are_cannot_be_changed(tmp_path: Path) -> None:
    generate(tmp_path, 20)
    with pytest.raises(BenchmarkError, match="40 ärenden ska ändras, men det finns 20"):
        branched(tmp_path, 40)
