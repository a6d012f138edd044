"""What is tried before a change is saved in git: the hooks are the same everywhere, and refuse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.council import ROOT
from tests.history.test_difference import git
from vrtool.edit.scaffold import new_repo
from vrtool.yamlio import read_bytes

pytestmark = pytest.mark.slow

STARTER = ROOT / "starters" / "shared" / ".pre-commit-config.yaml"
OWN = ROOT / ".pre-commit-config.yaml"
OFFERED = ROOT / ".pre-commit-hooks.yaml"
PROGRAMS = Path(sys.executable).parent
MATTER = "id: {id}\ntitle: {title}\ninitiator: kommunen\n"


def _hooks(file: Path) -> list[dict[str, Any]]:
    document = read_bytes(file.read_bytes())
    assert document.faults == ()
    hooks: Any = document.data["repos"][0]["hooks"]  # type: ignore[call-overload, index]
    return list(hooks)


def _offered() -> list[dict[str, Any]]:
    """The hooks of the manifest, which is a list, as the reader wants it: below a key."""
    lines = OFFERED.read_text(encoding="utf-8").splitlines()
    document = read_bytes("\n".join(["hooks:", *(f"  {line}" for line in lines)]).encode())
    assert document.faults == ()
    hooks: Any = document.data["hooks"]
    return list(hooks)


def _without(hook: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in hook.items() if key not in names}


# The same hooks, well formed


def test_a_new_repo_has_the_hooks_that_are_offered() -> None:
    plain = [_without(each, "description", "minimum_pre_commit_version") for each in _offered()]
    assert [_without(each, "additional_dependencies") for each in _hooks(STARTER)] == plain
    assert {tuple(each["additional_dependencies"]) for each in _hooks(STARTER)} == {
        ("vrtool==@VERSION@",)
    }


def test_this_repo_has_them_too_with_its_own_vr() -> None:
    ours = [_without(each, "language") for each in _hooks(OWN)]
    theirs = [_without(each, "language", "additional_dependencies") for each in _hooks(STARTER)]
    assert ours == [{**each, "entry": f".venv/bin/{each['entry']}"} for each in theirs]


def _valid(kind: str, file: Path) -> bool:
    program = [str(PROGRAMS / "pre-commit"), f"validate-{kind}", str(file)]
    return subprocess.run(program, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("kind", "file"), [("manifest", OFFERED), ("config", STARTER), ("config", OWN)]
)
def test_the_file_is_one_that_pre_commit_knows(kind: str, file: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "felaktig.yaml"
    text = file.read_text(encoding="utf-8")
    assert "always_run: true" in text
    spoilt.write_text(text.replace("always_run: true", "always_run: ofta"), encoding="utf-8")
    assert (_valid(kind, file), _valid(kind, spoilt)) == (True, False)


# At a commit


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new data repo in git with the hooks installed; `vr` is the one of these tests."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("PATH", os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]))
    root = tmp_path / "repo"
    new_repo(root, "tom", None, date(2027, 1, 1))
    config = root / STARTER.name
    text = config.read_text(encoding="utf-8").replace("language: python", "language: system")
    config.write_text(re.sub(r".*additional_dependencies.*\n", "", text), encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    _write(root, "2027-001", "Gemensam växel")
    assert _refused(root, "Början") == ""
    subprocess.run([PROGRAMS / "pre-commit", "install"], cwd=root, capture_output=True, check=True)
    return root


def _write(root: Path, number: str, title: str, name: str | None = None) -> Path:
    file = root / "data" / "matters" / f"{number}-{name or 'vaxel'}.yaml"
    file.write_text(MATTER.format(id=number, title=title), encoding="utf-8")
    return file


def _refused(root: Path, message: str) -> str:
    """What a commit of everything is refused with; nothing where it is made."""
    git(root, "add", "-A")
    return _told(root, "commit", "-q", "-m", message)


def _told(root: Path, *command: str) -> str:
    """What git says where it does not do as it is told; then nothing has been saved."""
    before = git(root, "for-each-ref")
    try:
        git(root, *command)
    except subprocess.CalledProcessError as error:
        assert git(root, "for-each-ref") == before
        return f"{error.stdout}{error.stderr}"
    assert git(root, "for-each-ref") != before
    return ""


@pytest.mark.slow
def test_a_fault_is_refused_at_its_line(repo: Path) -> None:
    file = _write(repo, "2027-002", "Skolskjuts", "skolskjuts")
    file.write_text(file.read_text().replace("kommunen", "ingen"))
    told = _refused(repo, "Ett fel")
    assert "data/matters/2027-002-skolskjuts.yaml:3:12" in told


@pytest.mark.slow
def test_a_file_written_in_another_way_is_rewritten_first(repo: Path) -> None:
    file = _write(repo, "2027-002", "Skolskjuts", "skolskjuts")
    right = file.read_text(encoding="utf-8")
    file.write_text("title:    'Skolskjuts'\nid: 2027-002\n" + right.split("\n", 2)[2])
    told = _refused(repo, "Skrivet i annan ordning")
    assert "data/matters/2027-002-skolskjuts.yaml" in told
    assert file.read_text(encoding="utf-8") == right
    assert _refused(repo, "Omskrivet") == ""


@pytest.mark.slow
def test_a_removal_that_leaves_another_file_wrong_is_refused(repo: Path) -> None:
    first = repo / "data" / "matters" / "2027-001-vaxel.yaml"
    second = _write(repo, "2027-002", "Ny växel", "ny-vaxel")
    second.write_text(second.read_text(encoding="utf-8") + "continues: 2027-001\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "--no-verify", "-m", "Fortsättning")
    first.unlink()
    assert "2027-001" in _refused(repo, "Borttaget")


@pytest.mark.slow
def test_old_schemas_are_refused(repo: Path) -> None:
    (repo / "schemas" / "matter.schema.json").write_text("{}\n", encoding="utf-8")
    assert "vr schema --write schemas" in _refused(repo, "Äldre scheman")


@pytest.mark.slow
def test_two_branches_that_are_right_alone_but_not_together_are_refused(repo: Path) -> None:
    git(repo, "branch", "annan")
    for branch, name in (("main", "simhallar"), ("annan", "skolskjuts")):
        git(repo, "switch", "-q", branch)
        _write(repo, "2027-002", name.title(), name)
        git(repo, "add", "-A")
        git(repo, "commit", "-q", "--no-verify", "-m", name)
    told = _told(repo, "merge", "-q", "--no-edit", "main")
    assert "VR008" in told
    mend = ["matter", "renumber", "2027-002", "--next", "--file", "2027-002-simhallar.yaml"]
    subprocess.run([PROGRAMS / "vr", *mend], cwd=repo, capture_output=True, check=True)
    assert _refused(repo, "Sammanslaget") == ""
    assert (repo / "data" / "matters" / "2027-003-simhallar.yaml").is_file()
