"""`vr roster replace`, `import` and `turnover`: shown first, then written, all or nothing."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import ROOT, Council

pytestmark = pytest.mark.slow("measured")

FORUMS = "forums.yaml"
KSO = "attrappas/kso"


@pytest.fixture(name="practice")
def the_practice_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def test_one_leaves_and_another_comes(practice: Council, vr: Run) -> None:
    before = practice.read(FORUMS)
    told = vr("roster", "replace", "Attrappås KSO", "--who", "Nils Ny", "--from", "2032-03-01")
    assert told.code == 0
    assert told.out.replace("\xa0", " ") == (
        "Nya personer (1):\n"
        "  Nils Ny (nils-ny), Attrappås\n"
        "Tillträder (1):\n"
        "  kommunstyrelsens ordförande, Attrappås (attrappas/kso): Nils Ny från 1 mars 2032, "
        "efter Anna Exempel\n"
        "Att veta (1):\n"
        "  Anna Exempel sitter kvar på vice ordförande i Övningsrådet "
        "(varmlandsradet/vice-ordforande) och ledamot i Nya Perspektiv (np/1). "
        "Ska någon annan dit, byt med vr roster replace.\n"
        "Skrivet:\n"
        "  data/forums.yaml\n"
        "Nästa steg: vr roster show varmlandsradet --date 2032-03-01\n"
    )
    assert "VR207 Anna Exempel sitter i Nya Perspektiv" in told.err
    after = practice.read(FORUMS)
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    assert len(after.splitlines()) == len(before.splitlines()) + 6
    shown = vr("roster", "show", "or", "--date", "2032-03-01").out
    assert "Nils Ny" in shown
    assert "Anna Exempel" in vr("roster", "show", "or", "--date", "2032-02-29").out


def test_what_is_not_said_is_asked_for_or_named(practice: Council, vr: Run) -> None:
    told = vr("roster", "replace", KSO)
    assert (told.code, told.err) == (2, "Ange --who (eller --vacant) och --from.\n")
    told = vr("roster", "replace", KSO, "--vacant", "--who", "Nils Ny")
    assert (told.code, told.err) == (2, "Ange --who eller --vacant, inte båda.\n")
    told = vr("roster", "turnover")
    assert told.code == 2
    assert "--template" in told.err
    assert "Anna Exempel" in practice.read(FORUMS)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_on_a_terminal_it_asks(practice: Council) -> None:
    told = on_a_terminal(
        "roster", "replace", KSO, cwd=practice.root, answer="Nils Ny\n2032-03-01\n"
    )
    assert told.code == 0, told.out
    assert "Vem kommer" in told.out
    assert "who: nils-ny" in practice.read(FORUMS)
    table = practice.root / "t.csv"
    table.write_text("namn;plats;från\nvakant;demoholm/kso;2032-03-01\n", encoding="utf-8")
    before = practice.read(FORUMS)
    told = on_a_terminal("roster", "import", "t.csv", cwd=practice.root, answer="\n")
    assert "Ska ändringarna skrivas (ja/nej)" in told.out
    assert "Inget är skrivet." in told.out
    assert practice.read(FORUMS) == before
    told = on_a_terminal("roster", "import", "t.csv", cwd=practice.root, answer="ja\n")
    assert told.code == 0
    assert practice.read(FORUMS) != before


def test_what_would_not_go_together_is_refused(practice: Council, vr: Run) -> None:
    before = practice.read(FORUMS)
    structure = practice.read("structure.yaml")
    practice.write("structure.yaml", structure + "political_parties:\n  ex: Exempelpartiet\n")
    told = vr(
        "roster",
        "replace",
        KSO,
        "--who",
        "Nils Ny",
        "--from",
        "2032-03-01",
        "--political-party",
        "Okända",
    )
    assert told.code == 2
    assert "Det finns inget politiskt parti ”Okända”" in told.err
    told = vr("roster", "replace", KSO, "--who", "Dag Exempel", "--from", "2032-03-01")
    assert told.code == 2
    assert "Dag Exempel finns redan: dag-exempel (Demoholm)" in told.err
    assert practice.read(FORUMS) == before


def test_a_table_is_shown_and_written_on_yes_alone(practice: Council, vr: Run) -> None:
    table = practice.root / "nya.csv"
    table.write_text(
        "namn;kommun;uppdrag;färg\nBo Nyström;Attrappås;KSO;blå\nDag Exempel;Demoholm;KSO;\n",
        encoding="cp1252",
    )
    before = practice.read(FORUMS)
    told = vr("roster", "import", "nya.csv", "--from", "2032-02-01")
    assert told.code == 2
    assert "Kolumner som inte används: färg." in told.err
    assert told.err.endswith("Inget är skrivet. Ange --yes för att skriva utan fråga.\n")
    assert "Bo Nyström (bo-nystrom), Attrappås" in told.out
    assert "Oförändrat: 1 plats." in told.out
    assert practice.read(FORUMS) == before
    told = vr("roster", "import", "nya.csv", "--from", "2032-02-01", "--yes")
    assert told.code == 0
    assert "who: bo-nystrom" in practice.read(FORUMS)
    told = vr("roster", "import", "nya.csv", "--from", "2032-02-01")
    assert (told.code, told.out) == (0, "Oförändrat: 2 platser.\nInget att ändra.\n")


def test_a_row_that_is_refused_stops_them_all(practice: Council, vr: Run) -> None:
    table = practice.root / "nya.csv"
    table.write_text(
        "namn;kommun;uppdrag\nBo Nyström;Attrappås;KSO\nBo Nyström;Atlantis;KSO\n", "utf-8"
    )
    before = practice.read(FORUMS)
    told = vr("roster", "import", "nya.csv", "--from", "2032-02-01", "--yes")
    assert told.code == 1
    assert "Går inte att föra in (1):\n  rad 3 (KSO, Atlantis, Bo Nyström): Det finns ingen" in (
        told.out
    )
    assert "Inget är skrivet. Rätta raderna" in told.err
    assert practice.read(FORUMS) == before


def test_a_whole_term_from_one_table(practice: Council, vr: Run) -> None:
    told = vr("roster", "turnover", "--template", "platser.csv", "--from", "2034-12-31")
    assert told.code == 0
    assert "Nästa steg: byt namnen, och kör vr roster turnover platser.csv" in told.out
    table = practice.root / "platser.csv"
    text = table.read_text(encoding="utf-8-sig")
    assert "Attrappås;kommunstyrelsens ordförande;attrappas/kso;Anna Exempel" in text
    lines = [line for line in text.splitlines() if "skissvik/kso" not in line]
    table.write_text("\n".join(lines).replace("Anna Exempel", "Nora Ny"), encoding="utf-8")
    told = vr("roster", "turnover", "platser.csv", "--from", "2035-01-01", "--yes")
    assert told.code == 0, told.err
    assert "Tillträder (3):" in told.out
    assert "Blir utan innehavare (1):" in told.out
    assert "skissvik/kso): vakant från 1 januari 2035, efter Siri Exempel" in (
        told.out.replace("\xa0", " ")
    )
    assert vr("check").code == 0
    assert "Nora Ny" in vr("roster", "show", "or", "--date", "2035-01-01").out
    assert vr("roster", "turnover", "--template", "platser.csv").code == 3


def test_a_new_repo_is_filled_by_one_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    assert vr("init", ".", "--structure", "varmland").code == 0
    day = _first_day(tmp_path)
    assert vr("roster", "turnover", "--template", "platser.xlsx", "--from", day).code == 0
    (tmp_path / "nya.csv").write_text(
        f"namn;plats;från\nAnna Arvidsson;arvika/kso;{day}\n", encoding="utf-8"
    )
    told = vr("roster", "import", "nya.csv", "--yes")
    assert told.code == 0, told.err
    text = (tmp_path / "data" / FORUMS).read_text(encoding="utf-8")
    assert f"  arvika/kso:\n    - who: anna-arvidsson\n      from: {day}\n" in text
    assert vr("check").code == 0


def _first_day(root: Path) -> str:
    text = (root / "data" / FORUMS).read_text(encoding="utf-8")
    return text.split("arvika/kso:")[1].split("from: ")[1][:10]
