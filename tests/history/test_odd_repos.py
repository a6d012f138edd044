"""Git repos that are not as most: other hashes, no working tree, several, parts of others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.history.test_difference import commit, git, texts
from tests.history.two import FILES, MATTER, MEETING, meeting
from tests.repos import council
from vrtool.cli.app import main
from vrtool.errors import CannotDo
from vrtool.history.difference import difference
from vrtool.history.git import Git
from vrtool.history.states import Folder, Revision
from vrtool.report.changes import changes_text
from vrtool.report.changes_json import changes_json
from vrtool.report.changes_markdown import MARK, changes_markdown

pytestmark = pytest.mark.slow("measured")

LATER = meeting("13:00–15:00", "13:00–16:00")
SAID = ["Mötet slutar"]
WRONG_USAGE = 2


def made(folder: Path, *options: str) -> Path:
    """The little council in a git repo with two commits: the second one ends the meeting later."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main", *options)
    commit(folder, council(dict(FILES)))
    commit(folder, LATER)
    return folder


def said(root: Path, before: str, after: str | None = None) -> list[str]:
    """What changed between the revisions, or since the one as the files lie."""
    with Git(root) as objects:
        base = Revision(objects, before)
        head = Revision(objects, after) if after else Folder(root, "nu", base.algorithm)
        return texts(difference(base, head, findings=False))


def test_a_repo_that_names_its_objects_by_sha256(tmp_path: Path) -> None:
    root = made(tmp_path / "repo", "--object-format=sha256")
    assert said(root, "HEAD~1", "HEAD") == said(root, "HEAD~1") == SAID
    assert said(root, "HEAD") == []
    with Git(root) as objects:
        assert objects.left_at("HEAD", "HEAD~1") == git(root, "rev-parse", "HEAD~1")


def test_a_tag_of_a_tag_is_its_commit(tmp_path: Path) -> None:
    root = made(tmp_path / "repo")
    git(root, "tag", "-a", "-m", "Utsänd", "utsand", "HEAD~1")
    git(root, "tag", "-a", "-m", "Igen", "utsand-igen", "utsand")
    assert said(root, "utsand-igen", "HEAD") == SAID
    with Git(root) as objects:
        assert objects.left_at("utsand-igen", "HEAD") == git(root, "rev-parse", "HEAD~1")


def test_without_a_working_tree(tmp_path: Path) -> None:
    made(tmp_path / "repo")
    git(tmp_path, "clone", "-q", "--bare", "repo", "bar.git")
    with Git(tmp_path / "bar.git") as objects, pytest.raises(CannotDo, match="utan arbetskopia"):
        Revision(objects, "HEAD").listing()


def test_another_working_tree_of_the_repo(tmp_path: Path) -> None:
    root = made(tmp_path / "repo")
    git(root, "worktree", "add", "-q", str(tmp_path / "bredvid"), "HEAD~1")
    assert said(tmp_path / "bredvid", "main") == SAID
    assert said(tmp_path / "bredvid", "HEAD") == []


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_what_the_hook_of_another_repo_leaves_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    root, other = made(tmp_path / "repo"), made(tmp_path / "annat")
    commit(other, {"matters/2031-009-nytt.yaml": "id: 2031-009\ntitle: Nytt\n"})
    monkeypatch.setenv(name, str(other / ".git"))
    assert said(root, "HEAD~1", "HEAD") == SAID
    with Git(root) as objects:
        head = objects.left_at("HEAD", "HEAD")
    monkeypatch.delenv(name)
    assert head == git(root, "rev-parse", "HEAD")


def test_a_submodule_inside_data_is_passed_over(tmp_path: Path) -> None:
    root = made(tmp_path / "repo")
    head = git(root, "rev-parse", "HEAD")
    for place in ("data/matters/andras", "data/attachments/andras"):
        git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},{place}")
    git(root, "commit", "-q", "-m", "Undermoduler")
    assert said(root, "HEAD~1", "HEAD") == []
    assert said(root, "HEAD~2", "HEAD") == SAID


def test_a_revision_that_is_a_folder_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(made(tmp_path / "repo"))
    for command in (
        ["diff", "HEAD:data"],
        ["diff", "HEAD:data..."],
        ["check", "--since=HEAD:data"],
    ):
        assert main(command) == WRONG_USAGE
        told = capsys.readouterr().err
        assert "HEAD:data" in told
        assert "finns inte" in told


def test_a_file_larger_than_any_record(tmp_path: Path) -> None:
    root = made(tmp_path / "repo")
    huge = MATTER + f"  description: {'x' * 7_000_000}\n"
    commit(root, {"matters/2031-001-vaxel.yaml": huge, "meetings/ra-2031-01.yaml": MEETING})
    with Git(root) as objects:
        found = difference(Revision(objects, "HEAD~1"), Revision(objects, "HEAD"), findings=False)
    assert [fault.path for fault in found.unread] == ["data/matters/2031-001-vaxel.yaml"]
    assert texts(found) == SAID
    assert len(changes_text(found)) < len(huge) / 1000


HOSTILE = "::error::Slut --> </details> <img src=x> [a](b) @anna #1\\n::set-env::x"


def test_hostile_titles_stay_text_in_every_format(tmp_path: Path) -> None:
    root = made(tmp_path / "repo")
    title = f'title: "{HOSTILE}"'
    commit(
        root,
        {
            "matters/2031-001-vaxel.yaml": MATTER.replace("title: Gemensam växel", title),
            "meetings/ra-2031-01.yaml": MEETING.replace("title: Gemensam växel", title),
            "working-forms/elak.yaml": (
                f'id: elak\nname: "{HOSTILE}"\nshort_name: "{HOSTILE}"\n'
                "in_force: {from: 2031-01-01}\n"
            ),
        },
    )
    with Git(root) as objects:
        found = difference(Revision(objects, "HEAD~1"), Revision(objects, "HEAD"))
    text, markdown, answer = changes_text(found), changes_markdown(found), changes_json(found)
    assert text.count("::error::") > 3
    for line in (*text.splitlines(), *markdown.splitlines()):
        assert not line.strip().startswith(("::", "##["))
    shown = markdown.replace(MARK, "", 1)
    for harm in (r"(?<!\\)<\w", r"(?<!\\)</", r"(?<!\\)\]\(", "@anna", "#1", "-->"):
        assert not re.search(harm, shown), harm
    records = {record["id"]: record["title"] for record in json.loads(answer)["records"]}
    assert records["elak"].startswith("::error::Slut --> </details> <img src=x> [a](b) @anna #1")
