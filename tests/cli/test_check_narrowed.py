"""`vr check` of what is new: since a revision in git, and beside a list of old sins."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.cli.running import Run
from tests.council import Council

pytestmark = pytest.mark.slow("measured")

FORMATS = ["text", "short", "json", "github", "gitlab", "junit", "sarif"]
NEW = "meetings/bg-2031-01.yaml"
SPOILT = "id: bg-2031-01\nforum: beredningsgruppen\ndate: 2031-03-14\nplats: Sunne\n"
OLD = "meetings/vr-2020-06.yaml"

Git: TypeAlias = Callable[..., None]


@pytest.fixture(name="git")
def a_git(council: Council, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A git repo with the council's data as its first commit, and a way to run git there."""
    program = shutil.which("git")
    if program is None:
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def run(*arguments: str, cwd: Path = council.root) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run([program, *who, *arguments], cwd=cwd, check=True, capture_output=True)

    run("init", "-q", "-b", "main")
    run("add", "-A")
    run("commit", "-q", "-m", "Början")
    return run


def _paths(vr: Run, *options: str) -> list[str]:
    told = vr("check", "--format", "json", *options)
    assert told.err == ""
    return [finding["path"] for finding in json.loads(told.out)["findings"]]


def test_nothing_changed_is_nothing_to_say(git: Git, vr: Run) -> None:
    assert _paths(vr, "--since", "HEAD") == []
    git("commit", "-q", "--allow-empty", "-m", "Tomt")
    assert _paths(vr, "--since", "HEAD~1") == []


def test_a_changed_file_and_a_new_one_and_no_other(council: Council, git: Git, vr: Run) -> None:
    council.write(NEW, SPOILT)
    assert _paths(vr, "--since", "HEAD") == [f"data/{NEW}"]
    council.add(OLD, "# En rad till\n")
    assert _paths(vr, "--since", "HEAD") == [f"data/{NEW}", f"data/{OLD}"]
    git("add", "-A")
    git("commit", "-q", "-m", "Båda")
    assert _paths(vr, "--since", "main~1") == [f"data/{NEW}", f"data/{OLD}"]
    assert _paths(vr, "--since", "HEAD") == []


def test_a_finding_that_a_changed_file_explains(council: Council, git: Git, vr: Run) -> None:
    first = "matters/2021-001-arbetsformer.yaml"
    council.write("matters/2021-001-kopia.yaml", council.read(first))
    git("add", "-A")
    git("commit", "-q", "-m", "Två ärenden med ett nummer")
    council.add(first, "# En rad till\n")
    found = json.loads(vr("check", "--format", "json", "--since", "HEAD").out)["findings"]
    assert [(one["code"], one["path"]) for one in found] == [
        ("VR008", "data/matters/2021-001-kopia.yaml")
    ]


@pytest.mark.usefixtures("git")
def test_an_ignored_file_is_not_new(council: Council, vr: Run) -> None:
    council.write(NEW, SPOILT)
    (council.root / ".gitignore").write_text("data/meetings/bg-*\n", encoding="utf-8")
    assert _paths(vr, "--since", "HEAD") == []


def test_a_data_repo_in_a_folder_of_the_git_repo(
    council: Council, git: Git, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = council.root / "rådet å"
    inner.mkdir()
    (council.root / "data").rename(inner / "data")
    git("add", "-A")
    git("commit", "-q", "-m", "Flyttat")
    monkeypatch.chdir(inner)
    Council(inner).write(NEW, SPOILT)
    assert _paths(vr, "--since", "HEAD") == [f"data/{NEW}"]


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_alike_since(council: Council, vr: Run, form: str) -> None:
    assert vr("check", "--strict", "--format", form, "--since", "HEAD")[::2] == (0, "")
    council.write(NEW, SPOILT)
    assert vr("check", "--format", form, "--since", "HEAD")[::2] == (1, "")


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("revision", ["finns-inte", "deadbeef", "HEAD~99", "å\n", ""])
def test_an_unknown_revision(vr: Run, revision: str) -> None:
    told = vr("check", "--since", revision)
    assert (told.code, told.out) == (2, "")
    assert told.err.endswith("finns inte. git log visar dem som finns.\n")


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize(
    "revision", ["--output=ond", "HEAD..HEAD", "HEAD...HEAD", "--output=ond...", "-h"]
)
def test_what_is_no_revision_is_never_handed_over(council: Council, vr: Run, revision: str) -> None:
    told = vr("check", f"--since={revision}")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"”{revision}” är ingen revision. Skriv en gren, en tagg eller ett")
    assert not (council.root / "ond").exists()


def test_outside_a_git_repo(council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(council.root.parent))
    told = vr("check", "--since", "HEAD")
    assert (told.code, told.out) == (3, "")
    assert told.err == (
        f"{council.root} ligger inte i ett gitrepo, så --since går inte att besvara.\n"
    )


def test_a_shallow_clone(
    council: Council, git: Git, vr: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    git("commit", "-q", "--allow-empty", "-m", "Tomt")
    clone = tmp_path_factory.mktemp("grund")
    git("clone", "-q", "--depth", "1", council.root.as_uri(), str(clone))
    told = vr("--root", str(clone), "check", "--since", "HEAD~1")
    assert (told.code, told.out) == (3, "")
    assert told.err.endswith("Hämta resten med git fetch --unshallow.\n")


@pytest.mark.usefixtures("git")
def test_without_git(vr: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    told = vr("check", "--since", "HEAD")
    assert (told.code, told.err) == (
        3,
        "--since behöver git, som inte finns här. Installera git.\n",
    )


@pytest.mark.usefixtures("git")
def test_nothing_that_the_repo_names_is_run(council: Council, vr: Run) -> None:
    monitor = council.root / "monitor.sh"
    monitor.write_text(f"#!/bin/sh\ntouch '{council.root}/kördes'\n", encoding="utf-8")
    monitor.chmod(0o755)
    with (council.root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tfsmonitor = {monitor}\n[diff]\n\texternal = {monitor}\n")
    council.add(OLD, "# En rad till\n")
    assert _paths(vr, "--since", "HEAD") == [f"data/{OLD}"]
    assert not (council.root / "kördes").exists()


# The list of old sins


@pytest.mark.parametrize("form", FORMATS)
def test_old_sins_are_left_out_in_every_format(council: Council, vr: Run, form: str) -> None:
    council.write(NEW, SPOILT)
    told = vr("check", "--write-baseline", "känt.json")
    assert told == (0, "4 anmärkningar skrevs ned som kända i känt.json.\n", "")
    told = vr("check", "--strict", "--format", form, "--baseline", "känt.json")
    assert (told.code, told.err) == (0, "4 anmärkningar kända sedan förut visas inte.\n")
    council.write(NEW, f"# En rad till\n{SPOILT}tid: 13\n")
    told = vr("check", "--format", form, "--baseline", "känt.json")
    assert (told.code, told.err) == (1, "4 anmärkningar kända sedan förut visas inte.\n")


def test_what_is_mended_is_told_also_of_a_selection(council: Council, vr: Run) -> None:
    council.write(NEW, SPOILT)
    vr("check", "--write-baseline", "känt.json")
    council.write(NEW, SPOILT.replace("plats: Sunne\n", ""))
    told = vr("check", "--baseline", "känt.json", "--select", "VR7")
    assert (told.code, told.out.partition(" i ")[0]) == (0, "Inget att anmärka")
    assert told.err.splitlines()[:2] == [
        "3 anmärkningar kända sedan förut visas inte.",
        (
            "1 anmärkning i listan över kända finns inte längre. "
            "Skriv en ny lista med --write-baseline:"
        ),
    ]
    assert told.err.splitlines()[2].startswith(f"  VR005 data/{NEW}: ")


@pytest.mark.parametrize(
    "options",
    [["data"], ["--select", "VR1"], ["--ignore", "VR1"], ["--statistics"], ["--baseline", "a"]],
)
def test_a_list_of_a_selection_is_not_written(
    council: Council, vr: Run, options: list[str]
) -> None:
    told = vr("check", "--write-baseline", "känt.json", *options)
    assert (told.code, told.out) == (2, "")
    assert told.err == "--write-baseline gäller alla anmärkningar: ange inget urval därtill.\n"
    assert not (council.root / "känt.json").exists()


def test_a_record_is_not_written_over(council: Council, vr: Run) -> None:
    before = council.read("forums.yaml")
    told = vr("check", "--write-baseline", "data/forums.yaml")
    assert (told.code, told.out) == (3, "")
    assert council.read("forums.yaml") == before
