"""`--public` of the commands that build a document: a folder of its own, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT, Council

MATTER = "matters/2031-010-kollektivtrafikplan.yaml"


@pytest.fixture(name="example")
def a_copy_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def _hide_the_matter(council: Council) -> None:
    title = next(line for line in council.read(MATTER).splitlines() if line.startswith("title:"))
    council.change(MATTER, f"{title}\n", f"{title}\npublic: false\n")


@pytest.mark.parametrize(
    ("command", "stem"),
    [("agenda build or-2031-07", "kallelse"), ("minutes build or-2031-07", "minnesanteckningar")],
)
def test_a_hidden_matter_keeps_its_number_only(
    example: Council, vr: Run, command: str, stem: str
) -> None:
    _hide_the_matter(example)
    for options in ([], ["--public"]):
        assert vr(*command.split(), "--format", "md", *options).code == 0
    folder = example.root / "build" / "or-2031-07"
    whole = (folder / f"{stem}.md").read_text(encoding="utf-8")
    public = (folder / "publik" / f"{stem}.md").read_text(encoding="utf-8")
    assert "ollektivtrafikplan" in whole
    assert "ollektivtrafikplan" not in public
    assert public.count("Punkten publiceras inte") == 1
    assert "publiceras inte" not in whole


def test_a_paper_about_a_hidden_matter_is_refused(example: Council, vr: Run) -> None:
    assert vr("brief", "build", "2031-010", "--format", "md", "--public").code == 0
    built = example.root / "build" / "2031-010" / "publik"
    assert (built / "underlag.md").is_file()
    shutil.rmtree(example.root / "build")
    _hide_the_matter(example)
    told = vr("brief", "build", "2031-010", "--format", "md", "--public")
    assert (told.code, told.out) == (3, "")
    assert f"data/{MATTER} står public: false" in told.err
    assert not built.exists()


@pytest.mark.parametrize("command", ["agenda", "minutes"])
def test_a_hidden_meeting_is_refused(example: Council, vr: Run, command: str) -> None:
    example.change("meetings/or-2031-07.yaml", "forum:", "public: false\nforum:")
    told = vr(command, "build", "or-2031-07", "--format", "md", "--public")
    assert (told.code, told.out) == (3, "")
    assert "ska inte publiceras" in told.err
    assert not (example.root / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("agenda build or-2031-07 --public --draft", "Ett utkast publiceras inte"),
        ("brief build 2031-010 --public --draft", "Ett utkast publiceras inte"),
        ("minutes build or-2031-07 --public --extract 1", "--public gäller anteckningarna"),
    ],
)
@pytest.mark.usefixtures("example")
def test_what_does_not_go_together(vr: Run, arguments: str, said: str) -> None:
    told = vr(*arguments.split())
    assert (told.code, told.out) == (2, "")
    assert said in told.err
