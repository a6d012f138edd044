"""`vr costs show`, `vr costs build` and `vr costs data`."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import ANSI, Run, on_a_terminal
from tests.council import ROOT, Council

FILE = "costs/2017.yaml"
BUILT = [f"build/kostnader-2017/kostnader.{form}" for form in ("md", "html", "docx", "pdf")]
BUILD = ("costs", "build", "2017")
QUICK = (*BUILD, "--format", "md")


@pytest.fixture(name="body")
def the_second_structure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the structure whose agreement shares its costs, as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "vastmanland" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


pytestmark = pytest.mark.usefixtures("body")


def _columns(out: str, first: str) -> list[list[str]]:
    """The cells of every line that begins with the word."""
    lines = [line for line in out.replace("\xa0", "_").splitlines() if line.startswith(first)]
    return [line.split() for line in lines]


def test_the_sources_year(vr: Run) -> None:
    told = vr("costs", "show", "2017")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Kostnader för samverkan 2017\nÖverenskommelse om samverkan ")
    assert _columns(told.out, "Arboga") == [
        ["Arboga", "724", "102", "622", "3,3_%"],
        ["Arboga", "622", "311,0", "311,0"],
    ]
    assert _columns(told.out, "Totalt")[0] == ["Totalt", "20_691", "1_941", "18_750", "100,0_%"]
    assert "\nVästmanland för 33,0\xa0%.\n" in told.out
    assert max(map(len, told.out.splitlines())) <= 80


def test_the_figures_stand_under_one_another(vr: Run) -> None:
    lines = vr("costs", "show", "2017").out.splitlines()
    start = lines.index("Nivån för 2017") + 1
    assert len({len(line) for line in lines[start : start + 14]}) == 1


def test_on_a_terminal_it_keeps_its_shape(body: Council) -> None:
    told = on_a_terminal("costs", "show", "2017", cwd=body.root)
    assert told.code == 0
    lines = ANSI.sub("", told.out).splitlines()
    assert max(map(len, lines)) <= 80
    assert "\x1b[" in told.out
    assert "␛" not in told.out
    assert any(line.split() == ["Kungsör", "376", "188,0", "188,0"] for line in lines)


@pytest.mark.parametrize("named", ["koping", "Köping", "KÖPINGS KOMMUN"])
def test_one_party(vr: Run, named: str) -> None:
    told = vr("costs", "show", "2017", "--party", named)
    assert (told.code, told.err) == (0, "")
    assert len(_columns(told.out, "Köping")) == 2
    assert _columns(told.out, "Arboga") == _columns(told.out, "Totalt") == []


def test_to_programs_in_whole_kronor(vr: Run) -> None:
    read = json.loads(vr("costs", "show", "2017", "--format", "json").out)
    assert (read["version"], read["year"], read["currency"]) == (1, 2017, "SEK")
    assert read["level"]["net"] == read["total"] == 18_750_000
    assert read["level"]["kinds"][0] == {
        "kind": "municipality",
        "paid": 13_863_000,
        "kept": 1_941_000,
        "net": 11_922_000,
    }
    assert read["instalments"] == [
        {"due": "2017-02-01", "share": "1/2"},
        {"due": "2017-08-01", "share": "1/2"},
    ]
    (norberg,) = [party for party in read["parties"] if party["id"] == "norberg"]
    assert norberg["instalments"][0] == {"due": "2017-02-01", "amount": 130_500}
    assert sum(party["amount"] for party in read["parties"]) == read["total"]
    (only,) = json.loads(vr("costs", "show", "2017", "--format", "json", "--party", "sala").out)[
        "parties"
    ]
    assert (only["name"], only["amount"]) == ("Sala kommun", 999_000)


def test_to_a_spreadsheet(body: Council, vr: Run) -> None:
    body.change("structure.yaml", "short: Arboga", "short: '=Arboga; &2'")
    told = vr("costs", "show", "2017", "--format", "csv")
    head, *rows = csv.reader(told.out.splitlines(), delimiter=";")
    assert head[2:6] == ["Betalade 2016 (kr)", "Behåller (kr)", "Folkmängd", "Belopp 2017 (kr)"]
    assert rows[0] == [
        "arboga", "'=Arboga; &2", "724000", "102000", "", "622000", "311000", "311000",
    ]  # fmt: skip
    assert rows[-1][5:] == ["6828000", "", ""]
    assert len(rows) == 11


def test_with_a_level_by_kind(body: Council, vr: Run) -> None:
    text = body.read(FILE)
    start, end = text.index("level:"), text.index("distribution:")
    level = "level: {year: 2017, totals: {region: 6828}}\n\n"
    body.write(FILE, (text[:start] + level + text[end:]).partition("sums:")[0])
    body.change(FILE, "distribution: as-paid", "distribution: by-population")
    (party,) = json.loads(vr("costs", "show", "2017", "--format", "json").out)["parties"]
    assert (party["paid"], party["population"], party["amount"]) == (None, None, 6_828_000)
    head, row = vr("costs", "show", "2017", "--format", "csv").out.splitlines()
    assert ";Betalade tidigare (kr);" in head
    assert row == "region-vastmanland;Region Västmanland;;;;6828000;;"
    told = vr("costs", "show", "2017", "--party", "sala")
    assert (told.code, told.out) == (2, "")
    assert told.err == "Sala är inte med i kostnaderna för 2017.\n"


# What goes wrong


def test_a_year_without_costs(body: Council, vr: Run) -> None:
    told = vr("costs", "show", "2016")
    assert (told.code, told.out) == (2, "")
    assert told.err == "Det finns inga kostnader för ”2016”. De år som har dem är 2017.\n"
    (body.root / "data" / FILE).unlink()
    assert "läggs i mappen data/costs, en fil för varje år." in vr("costs", "show", "2017").err


def test_a_party_there_is_none_of(vr: Run) -> None:
    told = vr("costs", "show", "2017", "--party", "kopping")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Det finns ingen part ”kopping”. Menade du koping")


def test_a_file_that_cannot_be_read(body: Council, vr: Run) -> None:
    body.write(FILE, "id: [")
    told = vr("costs", "show", "2017")
    assert (told.code, told.out) == (3, "")
    assert "Filen för 2017 går inte att läsa: kör vr check" in told.err


def test_what_is_lacking_is_told_with_its_mend(body: Council, vr: Run) -> None:
    body.change(FILE, "    sala: 1161\n", "")
    body.change(FILE, "    sala: 162\n", "")
    for verb in ("show", "data"):
        told = vr("costs", verb, "2017")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith(
            "Kostnaderna för 2017 går inte att räkna fram: vad Sala betalade 2016 saknas. "
            "Skriv till beloppet under level: paid;"
        )


def test_an_unknown_party_is_told_of(body: Council, vr: Run) -> None:
    body.change(FILE, "    sala: 1161\n", "    sala: 1161\n    heby: 10\n")
    told = vr("costs", "show", "2017")
    assert told.code == 3
    assert "en part eller ett slag av part finns inte. Kör vr check" in told.err


# The document


def test_the_document_in_four_forms(body: Council, vr: Run) -> None:
    told = vr(*BUILD)
    assert (told.code, told.err) == (0, "")
    head, *named = told.out.splitlines()
    assert head == "Kostnader 2017:"
    assert [line.strip() for line in named] == BUILT
    markdown, html, docx, pdf = (body.root / path for path in BUILT)
    assert "| Kungsör | 437 | 61 | 376 | 2,0\xa0% |" in markdown.read_text(encoding="utf-8")
    assert '<html lang="sv"' in html.read_text(encoding="utf-8")
    assert zipfile.ZipFile(docx).testzip() is None
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_with_errors_in_its_file_nothing_is_written(body: Council, vr: Run) -> None:
    body.change(FILE, "{paid: 13863,", "{paid: 13683,")
    told = vr(*QUICK)
    assert told.code == 1
    assert "VR161 cost-sums" in told.out
    assert "Inget är skrivet: kostnaderna för 2017 har fel" in told.err
    assert not (body.root / "build").exists()
    assert vr(*QUICK, "--draft").code == 0
    written = (body.root / BUILT[0]).read_text(encoding="utf-8")
    assert written.startswith("**UTKAST**\n")
    assert "Summan av det som kommunerna betalade 2016 sägs vara 13\xa0683\xa0tkr" in written


def test_errors_elsewhere_do_not_stop_it(body: Council, vr: Run) -> None:
    body.write("matters/2017-099-fel.yaml", "id: 2017-099\ntitle: Fel\ntopics: [inget]\n")
    assert vr(*QUICK).code == 0


def test_not_even_a_draft_is_made_of_what_cannot_be_worked_out(body: Council, vr: Run) -> None:
    body.change(FILE, "    sala: 1161\n", "")
    body.change(FILE, "    sala: 162\n", "")
    told = vr(*QUICK, "--draft")
    assert told.code == 3
    assert "går inte att räkna fram: vad Sala betalade 2016 saknas" in told.err
    assert not (body.root / "build").exists()


def test_what_the_template_gets(vr: Run) -> None:
    read = json.loads(vr("costs", "data", "2017").out)
    assert read["ground"]["rows"][0]["cells"][:2] == ["Arboga", "724"]
    assert read["source"].startswith("Finansiering av ")
