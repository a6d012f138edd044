"""`vr init`: a new repo that every command works in at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run
from vrtool.edit.starters import starters


@pytest.mark.parametrize("structure", sorted(starters()))
def test_a_new_repo_can_be_used_at_once(
    structure: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    made = vr("init", "samverkan", "--structure", structure, "--name", "Norra\n rådet")
    assert (made.code, made.err) == (0, "")
    listed = [line.strip() for line in made.out.splitlines() if line.startswith("  ")]
    assert "data/structure.yaml" in listed
    assert all((tmp_path / "samverkan" / path).is_file() for path in listed)
    assert made.out.endswith("Läs samverkan/README.md för de första stegen.\n")

    readme = (tmp_path / "samverkan" / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Norra rådet\n\n")

    monkeypatch.chdir(tmp_path / "samverkan" / "data")
    checked = vr("check", "--strict")
    assert (checked.code, checked.err) == (0, "")
    assert "Inget att anmärka" in checked.out
    vacancies = vr("roster", "vacancies", "--date", "2026-05-04")
    assert vacancies.code == 0
    assert "vakant" in vacancies.out
    listing = vr("meeting", "list")
    assert (listing.code, listing.out) == (0, "")
    assert "Inga möten" in listing.err
    assert vr("norms").code == 0


def test_without_a_structure_those_there_are_are_told(tmp_path: Path, vr: Run) -> None:
    told = vr("init", str(tmp_path / "ny"))
    assert told.code == 2
    assert told.err.startswith("Ange vad repot ska börja med, --structure NAMN:\n  ")
    assert all(each.title in told.err for each in starters().values())
    assert not (tmp_path / "ny").exists()


def test_what_cannot_be_done_is_told(tmp_path: Path, vr: Run) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    told = vr("init", str(tmp_path), "--structure", "tom")
    assert (told.code, told.out) == (3, "")
    assert "där finns fil." in told.err
    told = vr("init", str(tmp_path / "ny"), "--structure", "x")
    assert (told.code, told.out) == (2, "")
