"""Two states, from git and from folders: revisions, what git cannot give, findings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.history.two import FILES, MATTER, MEETING, compared, meeting
from tests.repos import council, write_repo
from vrtool.errors import CannotDo, WrongUsage
from vrtool.history.change import Difference
from vrtool.history.difference import difference
from vrtool.history.git import Git
from vrtool.history.states import Folder, Revision

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in {
        "NAME": "Anna",
        "EMAIL": "a@exempel.se",
        "DATE": "2031-01-01T12:00Z",
    }.items()
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in the folder, by none of the user's own settings."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - whichever git the machine has
        env={**os.environ, **_AUTHOR, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str]) -> str:
    """Write the files and commit everything; the commit's name."""
    write_repo(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Ändring")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path) -> Path:
    """The little council in a folder of a git repo, with one commit."""
    git(tmp_path, "init", "-q")
    root = tmp_path / "rad"
    commit_all = council(dict(FILES))
    root.mkdir()
    commit(root, commit_all)
    return root


@pytest.fixture(name="objects")
def git_of(repo: Path) -> Iterator[Git]:
    with Git(repo) as process:
        yield process


def texts(found: Difference) -> list[str]:
    return [change.what for record in found.records for change in record.changes]


def test_two_revisions(repo: Path, objects: Git) -> None:
    first = git(repo, "rev-parse", "HEAD")
    commit(repo, meeting("13:00–15:00", "13:00–16:00"))
    found = difference(Revision(objects, first), Revision(objects, "HEAD"), findings=False)
    assert (found.base, found.head, texts(found)) == (first, "HEAD", ["Mötet slutar"])


def test_a_revision_and_the_working_tree_with_a_file_git_has_not_seen(
    repo: Path, objects: Git
) -> None:
    write_repo(repo, {"matters/2031-009-nytt.yaml": "id: 2031-009\ntitle: Nytt\n"})
    head = Revision(objects, "HEAD")
    found = difference(head, Folder(repo, "nu", head.algorithm), findings=False)
    assert texts(found) == ["Nytt ärende"]


def test_only_what_differs_is_read(repo: Path, objects: Git) -> None:
    commit(repo, {"matters/2031-001-vaxel.yaml": MATTER.replace("Gemensam", "Delad")})
    read: list[str] = []

    class Counted(Revision):
        def read(self, path: str) -> bytes:
            read.append(path)
            return super().read(path)

    difference(Counted(objects, "HEAD~1"), Counted(objects, "HEAD"), findings=False)
    changed = "data/matters/2031-001-vaxel.yaml"
    assert sorted(read) == ["data/forums.yaml", changed, changed, "data/structure.yaml"]


def test_the_data_were_not_there_yet(repo: Path, objects: Git) -> None:
    git(repo, "checkout", "-q", "--orphan", "tom")
    git(repo, "rm", "-rfq", "--cached", ".")
    git(repo, "commit", "-q", "--allow-empty", "-m", "Tom")
    found = difference(Revision(objects, "tom"), Folder(repo, "nu"))
    assert "Nytt möte" in texts(found)
    assert "Nytt ärende" in texts(found)


@pytest.mark.parametrize(
    "name", ["finns-inte", "--help", "", "HEAD\nHEAD", "HEAD:data", "\x00", "ö"]
)
def test_an_unknown_revision(objects: Git, name: str) -> None:
    with pytest.raises(WrongUsage, match="finns inte"):
        Revision(objects, name)
    assert objects.commit("HEAD"), "git answers the next question still"


def test_no_repo_of_gits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with Git(tmp_path) as process, pytest.raises(CannotDo, match="inte i något git-repo"):
        Revision(process, "HEAD")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotDo, match="git finns inte"):
        Git(tmp_path)


def test_a_shallow_clone_says_how_to_deepen_it(repo: Path, tmp_path: Path) -> None:
    commit(repo, meeting("13:00–15:00", "13:00–16:00"))
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "grund"))
    with Git(tmp_path / "grund" / "rad") as process, pytest.raises(WrongUsage, match="grund"):
        Revision(process, "HEAD~1")


def test_a_submodule_is_named(repo: Path, objects: Git) -> None:
    head = git(repo, "rev-parse", "HEAD")
    git(repo, "rm", "-rfq", "--cached", "data")
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{head},rad/data")
    git(repo, "commit", "-q", "-m", "Undermodul")
    with pytest.raises(CannotDo, match="undermodul"):
        Revision(objects, "HEAD").listing()


def test_a_binary_where_a_record_should_be(repo: Path, objects: Git) -> None:
    file = repo / "data" / "meetings" / "ra-2031-01.yaml"
    file.write_bytes(bytes(range(256)) * 40_000)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "Binär")
    commit(repo, {"matters/2031-001-vaxel.yaml": MATTER.replace("Gemensam", "Delad")})
    found = difference(Revision(objects, "HEAD~2"), Revision(objects, "HEAD"), findings=False)
    assert [fault.path for fault in found.unread] == ["data/meetings/ra-2031-01.yaml"]
    assert [record.id for record in found.records] == ["2031-001"]


def test_attachments_come_and_change(repo: Path, objects: Git) -> None:
    commit(repo, {"attachments/a.txt": "ett", "attachments/b.txt": "ett"})
    commit(repo, {"attachments/a.txt": "två", "attachments/c.txt": "ett"})
    found = difference(Revision(objects, "HEAD~1"), Revision(objects, "HEAD"), findings=False)
    assert [(change.what, change.after) for change in found.records[-1].changes] == [
        ("Bilagan har nytt innehåll", "data/attachments/a.txt"),
        ("Ny bilaga", "data/attachments/c.txt"),
    ]


LATE = "    - {id: fel, title: Fel, matter: 2031-999, purpose: [position]}\n"


def test_findings_appear_and_go_whatever_the_line(repo: Path, objects: Git) -> None:
    broken = MEETING.replace("items:\n", f"items:\n{LATE}")
    commit(repo, {"meetings/ra-2031-01.yaml": broken})
    moved = "# En rad till\n" + MEETING + LATE
    commit(repo, {"meetings/ra-2031-01.yaml": moved})
    appeared = difference(Revision(objects, "HEAD~2"), Revision(objects, "HEAD~1")).findings
    same = difference(Revision(objects, "HEAD~1"), Revision(objects, "HEAD")).findings
    gone = difference(Revision(objects, "HEAD"), Revision(objects, "HEAD~2")).findings
    assert appeared
    assert same
    assert gone
    assert any("2031-999" in finding.message for finding in appeared.appeared)
    assert (same.appeared, same.gone, same.excused) == ((), (), ())
    assert [f.code for f in gone.gone] == [f.code for f in appeared.appeared]


def test_a_finding_is_excused(tmp_path: Path) -> None:
    norm = (
        "A-3: {title: Förbereds, rule: VR301, strength: should, paragraph: '3', "
        "applies: {forums: [rad]}, with: {forum: beredning}}"
    )
    position = MEETING.replace(
        "matter: 2031-001\n      purpose: [information]",
        "matter: 2031-001\n      purpose: [position]",
    )
    deviation = "deviations: [{norm: A-3, on: vaxel, reason: Brådskande}]\n"
    for name, more in (("gammal", ""), ("ny", deviation)):
        files = {**FILES, "meetings/ra-2031-01.yaml": position + more}
        write_repo(tmp_path / name, council(files, norms=norm))
    states = [Folder(tmp_path / name, name) for name in ("gammal", "ny")]
    found = difference(states[0], states[1]).findings
    assert found
    assert [(f.code, f.norm) for f in found.excused] == [("VR301", "A-3")]
    assert (found.appeared, found.gone) == ((), ())


def test_without_a_structure_on_either_side(tmp_path: Path) -> None:
    broken = {"structure.yaml": "["}
    with pytest.raises(CannotDo, match=r"structure\.yaml går inte att läsa på någon sida"):
        compared(tmp_path, broken, before=broken)
