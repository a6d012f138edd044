"""`vr roster introduction`: who is new, and a sheet for each of them."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import ROOT

FOLDER = Path("build/introduktion")
TODAY = ("--today", "2031-12-31")
NEW = ("roster", "introduction", *TODAY)


@pytest.fixture(autouse=True)
def _the_practice_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)


def test_each_one_gets_a_sheet_in_four_forms(vr: Run) -> None:
    told = vr(*NEW)
    assert (told.code, told.err) == (0, "")
    assert told.out.replace("\xa0", " ").startswith(
        "Nya sedan 30 juni 2031:\n"
        "  Rebecka Påhittad, 1 september 2031: Övningsrådet och ordföranderådet\n"
        "  Siri Exempel, 10 november 2031: Övningsrådet och ordföranderådet\n"
        "Blad till dem:\n"
    )
    names = ["rebecka-pahittad", "siri-exempel"]
    written = [
        FOLDER / f"{name}.{form}" for name in names for form in ("md", "html", "docx", "pdf")
    ]
    assert [line.strip() for line in told.out.splitlines()[4:]] == [str(path) for path in written]
    assert zipfile.ZipFile(FOLDER / "siri-exempel.docx").testzip() is None
    assert (FOLDER / "siri-exempel.pdf").read_bytes().startswith(b"%PDF-")
    first = {path: path.read_bytes() for path in written}
    assert vr(*NEW).code == 0
    assert {path: path.read_bytes() for path in written} == first


def test_since_when_can_be_said(vr: Run) -> None:
    told = vr(*NEW, "--since", "2031-11-10", "--format", "md")
    assert told.code == 0
    assert [path.name for path in FOLDER.glob("*.*") if path.suffix == ".md"] == ["siri-exempel.md"]
    told = vr(*NEW, "--since", "2031-11-11")
    assert (told.code, told.out) == (0, "")
    assert told.err.replace("\xa0", " ") == (
        "Ingen är ny sedan 11 november 2031, såvitt är känt.\n"
    )
    assert vr(*NEW, "--since", "2032-01-01").code == 2
    assert vr(*NEW, "--format", "odt").code == 2


def test_a_sheet_changed_by_hand_is_not_written_over(vr: Run) -> None:
    assert vr(*NEW, "--format", "md").code == 0
    sheet = FOLDER / "siri-exempel.md"
    sheet.write_text("Välkommen, Siri!\n", encoding="utf-8")
    told = vr(*NEW, "--format", "md")
    assert told.code == 3
    assert "Ändrat för hand" in told.err
    assert sheet.read_text(encoding="utf-8") == "Välkommen, Siri!\n"
    assert vr(*NEW, "--format", "md", "--force").code == 0
    assert "Välkommen" not in sheet.read_text(encoding="utf-8")


def test_ones_own_template_wins(vr: Run) -> None:
    Path("templates").mkdir()
    Path("templates/introduction.md.j2").write_text("# Hej {{ subtitle }}\n", encoding="utf-8")
    assert vr(*NEW, "--format", "md").code == 0
    written = (FOLDER / "siri-exempel.md").read_text(encoding="utf-8")
    assert written == "# Hej Siri Exempel, Skissviks kommun\n"
