"""`vr year close`: what is missing is shown, and nothing is claimed unless it is agreed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import ROOT, Council

pytestmark = pytest.mark.slow("measured")

TODAY = ("--today", "2032-02-01")
STRUCTURE = "structure.yaml"


@pytest.fixture(name="open_year")
def a_council_with_the_year_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, in which ordföranderådet's 2031 is not closed yet."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    council = Council(tmp_path)
    text = council.read(STRUCTURE)
    head, rest = text.split("  ordforanderadet:\n", maxsplit=1)
    rest = rest.replace("[2027-01-01/2031-12-31]", "[2027-01-01/2030-12-31]", 1)
    rest = rest.replace("rosters: [2031-01-01/2031-12-31]\n", "rosters: []\n", 1)
    rest = rest.replace("      minutes: [2031-01-01/2031-12-31]\n", "", 1)
    council.write(STRUCTURE, f"{head}  ordforanderadet:\n{rest}")
    return council


def test_a_year_without_gaps_is_closed(open_year: Council, vr: Run) -> None:
    told = vr("year", "close", "2031", *TODAY)
    assert told.code == 2
    assert told.out == "Inget saknas.\n"
    assert "Ange --yes för att skriva utan fråga." in told.err
    told = vr("year", "close", "2031", "--yes", *TODAY)
    assert (told.code, told.err) == (0, "")
    assert told.out == (
        "Inget saknas.\n"
        "2031 är stängt för ordföranderådet:\n"
        "  data/structure.yaml\n"
        "Nästa steg: vr check\n"
    )
    forum = open_year.read(STRUCTURE).split("  ordforanderadet:\n")[1]
    claims = forum.split("complete:\n")[1].split("  direktorsberedningen:")[0]
    assert [line.strip() for line in claims.splitlines()] == [
        "meetings: [2027-01-01/2031-12-31]",
        "rosters: [2031-01-01/2031-12-31]",
        "minutes: [2031-01-01/2031-12-31]",
    ]
    again = vr("year", "close", "2031", *TODAY)
    assert (again.code, again.out) == (0, "2031 är redan stängt.\n")


def test_what_is_missing_stops_it(open_year: Council, vr: Run) -> None:
    path = "meetings/or-2031-03.yaml"
    text = open_year.read(path)
    open_year.write(path, text[: text.index("\nminutes:") + 1])
    before = open_year.read(STRUCTURE)
    told = vr("year", "close", "2031", "--yes", "--forum", "or", *TODAY)
    assert told.code == 1
    assert "Med året stängt anmärker vr check på" in told.out
    assert "VR601 Minnesanteckningarna från ordföranderådet" in told.out
    assert "data/meetings/or-2031-03.yaml:" in told.out
    assert "Inget är skrivet. Fyll i det som saknas" in told.err
    assert open_year.read(STRUCTURE) == before
    told = vr("year", "close", "2031", "--yes", "--anyway", *TODAY)
    assert told.code == 0
    assert "VR601" in vr("check").out


def test_a_year_that_is_not_over_cannot_be_closed(open_year: Council, vr: Run) -> None:
    before = open_year.read(STRUCTURE)
    told = vr("year", "close", "2031", "--yes", "--anyway", "--today", "2031-12-31")
    assert (told.code, told.out) == (2, "")
    assert told.err == ("2031 är inte slut. Det kan stängas från och med 1 januari 2032.\n")
    assert vr("year", "close", "twothousand").code == 2
    assert vr("year", "close", "2031", "--forum", "finns-inte", *TODAY).code == 2
    assert open_year.read(STRUCTURE) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_on_a_terminal_it_asks(open_year: Council) -> None:
    before = open_year.read(STRUCTURE)
    close = ("year", "close", "2031", *TODAY)
    told = on_a_terminal(*close, cwd=open_year.root, answer="\n")
    assert "Ska 2031 stängas för ordföranderådet (ja/nej)" in told.out
    assert open_year.read(STRUCTURE) == before
    assert on_a_terminal(*close, cwd=open_year.root, answer="ja\n").code == 0
    assert open_year.read(STRUCTURE) != before
