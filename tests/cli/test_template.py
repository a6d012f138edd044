"""`vr template check`: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.cli.running import Run
from tests.council import ROOT


@pytest.fixture(name="little")
def a_little_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council without a single meeting, as one that has just been begun."""
    repos.write_repo(tmp_path, repos.council({}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_packaged_templates_stand_in_a_repo_without_records(little: Path, vr: Run) -> None:
    told = vr("template", "check")
    assert (told.code, told.out) == (0, "")
    assert told.err.startswith("8 mallar prövade mot 0 poster och ")
    assert told.err.endswith(" elaka texter: inget fel.\n")
    assert [path.name for path in little.iterdir()] == ["data"]


@pytest.mark.slow
def test_what_is_wrong_is_told_with_file_and_line(little: Path, vr: Run) -> None:
    own = little / "templates"
    own.mkdir()
    packaged = (ROOT / "templates" / "costs.md.j2").read_text(encoding="utf-8")
    line = packaged[: packaged.index("# {{ title }}")].count("\n") + 1
    broken = packaged.replace("# {{ title }}", "# {{ titel }}")
    (own / "costs.md.j2").write_text(broken, encoding="utf-8")
    (own / "agenda.md").write_text("Ingen mall", encoding="utf-8")
    (own / "kostnad.md.j2").write_text("", encoding="utf-8")
    told = vr("template", "check")
    assert told.code == 1
    first, second = told.out.split("templates/kostnad.md.j2\n")
    assert first == (
        f"templates/costs.md.j2:{line}\n"
        "     ”titel” finns inte bland det som mallen får.\n"
        "     Det visade sig med påhittade uppgifter.\n"
    )
    assert second.startswith("     Mallen används inte. Menade du costs.md.j2?")
    assert told.err.endswith("elaka texter: 2 fel.\n")


def test_where_no_repo_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run) -> None:
    monkeypatch.chdir(tmp_path)
    told = vr("template", "check")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("Här finns inget datarepo")
