"""`vr diff A...B` and `vr check --since A...`: from where a branch was left, as reviewers want."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import Council
from tests.history.test_difference import git

pytestmark = pytest.mark.slow("measured")

OURS, THEIRS = "meetings/or-2022-01.yaml", "matters/2021-001-arbetsformer.yaml"
SPOILT = "meetings/bg-2031-01.yaml"


@pytest.fixture(name="repo")
def a_repo(council: Council) -> Council:
    """The council's data on a branch, with one commit that `main` has not, and the other way."""
    git(council.root, "init", "-q", "-b", "main")
    git(council.root, "add", "-A")
    git(council.root, "commit", "-q", "-m", "Början")
    git(council.root, "checkout", "-q", "-b", "gren")
    council.change(OURS, "purpose: [position]", "purpose: [dialogue]")
    git(council.root, "commit", "-qam", "Dialog")
    git(council.root, "checkout", "-q", "main")
    council.add(THEIRS, "x-note: Sagt av någon annan\n")
    council.write(SPOILT, "id: bg-2031-01\nforum: beredningsgruppen\nplats: Sunne\n")
    git(council.root, "add", "-A")
    git(council.root, "commit", "-qm", "Under tiden")
    git(council.root, "checkout", "-q", "gren")
    return council


def _compared(vr: Run, *arguments: str) -> tuple[str, str, list[str | None]]:
    told = vr("diff", *arguments, "--no-findings", "--format", "json")
    assert (told.code, told.err) == (0, "")
    answer = json.loads(told.out)
    return answer["base"], answer["head"], [record["id"] for record in answer["records"]]


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        (["main..."], "arbetskopian"),
        (["main...", "gren"], "gren"),
        (["main...gren"], "gren"),
        (["main...HEAD"], "HEAD"),
    ],
)
def test_only_what_the_branch_does(repo: Council, vr: Run, arguments: list[str], head: str) -> None:
    fork = git(repo.root, "rev-parse", "gren~1")
    assert _compared(vr, *arguments) == (f"main vid {fork[:10]}", head, ["or-2022-01"])


@pytest.mark.usefixtures("repo")
def test_without_the_dots_the_other_branch_comes_backwards(vr: Run) -> None:
    base, _, records = _compared(vr, "main", "gren")
    assert (base, records) == ("main", ["or-2022-01"])
    told = vr("diff", "main", "gren", "--no-findings")
    assert SPOILT in told.out


def test_commits_are_told_of_by_the_beginning_of_their_names(repo: Council, vr: Run) -> None:
    main, gren, fork = (git(repo.root, "rev-parse", name) for name in ("main", "gren", "gren~1"))
    assert _compared(vr, f"{main}...{gren}") == (fork[:10], gren[:10], ["or-2022-01"])
    assert _compared(vr, gren, gren)[:2] == (gren[:10], gren[:10])


def test_a_side_left_out_is_what_is_checked_out(repo: Council, vr: Run) -> None:
    fork = git(repo.root, "rev-parse", "gren~1")
    assert _compared(vr, "...gren~1") == (f"HEAD vid {fork[:10]}", "gren~1", [])


def test_the_files_as_they_lie_are_on_the_branch(repo: Council, vr: Run) -> None:
    repo.change("meetings/or-2022-01.yaml", "purpose: [dialogue]", "purpose: [information]")
    told = vr("diff", "main...", "--no-findings")
    assert "ställningstagande → information" in told.out


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["finns-inte..."], "Revisionen ”finns-inte” finns inte."),
        (["main...finns-inte"], "Revisionen ”finns-inte” finns inte."),
        (["main...gren", "HEAD"], "”main...gren” är redan två revisioner: stryk ”HEAD”."),
        (["main...gren...HEAD"], "Revisionen ”gren...HEAD” finns inte."),
    ],
)
def test_what_cannot_be_meant(vr: Run, arguments: list[str], sentence: str) -> None:
    told = vr("diff", *arguments)
    assert (told.code, told.out) == (2, "")
    assert sentence in told.err


def test_two_histories_that_never_met(repo: Council, vr: Run) -> None:
    git(repo.root, "checkout", "-q", "--orphan", "egen")
    git(repo.root, "commit", "-q", "-m", "Egen början")
    for command in (["diff", "main..."], ["check", "--since", "main..."]):
        told = vr(*command)
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("main och HEAD har ingen gemensam historik här. Ange två")


def test_a_shallow_clone_says_how_to_fetch_the_rest(
    repo: Council, vr: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("grund")
    source = [repo.root.as_uri(), str(clone)]
    git(repo.root, "clone", "-q", "--depth", "1", "--no-single-branch", *source)
    for command in (["diff", "origin/main..."], ["check", "--since", "origin/main..."]):
        told = vr("--root", str(clone), *command)
        assert (told.code, told.out) == (3, "")
        assert "git fetch --unshallow, i CI med fetch-depth: 0" in told.err


def _paths(vr: Run, since: str) -> set[str]:
    told = vr("check", "--format", "json", "--since", since)
    assert told.err == ""
    return {finding["path"] for finding in json.loads(told.out)["findings"]}


def test_the_check_of_what_the_branch_does(repo: Council, vr: Run) -> None:
    repo.add(THEIRS, "fel: x\n")
    git(repo.root, "checkout", "-q", "main", "--", f"data/{SPOILT}")
    assert _paths(vr, "main") == {f"data/{THEIRS}"}
    assert _paths(vr, "main...") == {f"data/{THEIRS}", f"data/{SPOILT}"}
    git(repo.root, "commit", "-qam", "Allt")
    assert _paths(vr, "...") == set()


@pytest.mark.usefixtures("repo")
def test_the_check_of_a_branch_that_is_not_there(vr: Run) -> None:
    told = vr("check", "--since", "finns-inte...")
    assert (told.code, told.out) == (2, "")
    assert told.err == "Revisionen finns-inte finns inte. git log visar dem som finns.\n"


def test_nothing_a_repo_names_is_run(repo: Council, vr: Run, tmp_path: Path) -> None:
    trap = tmp_path / "korde"
    for key in ("core.fsmonitor", "core.hooksPath", "diff.external", "core.pager", "alias.diff"):
        git(repo.root, "config", key, f"!touch {trap}")
    assert vr("diff", "main...", "--no-findings").code == 0
    assert vr("check", "--since", "main...").code == 0
    assert not trap.exists()
