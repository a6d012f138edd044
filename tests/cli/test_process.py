"""`vr process`: the list, the timeline in the terminal, as a picture and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run, english_in, on_a_terminal, process
from tests.repos import write_repo
from tests.rules.processes import Case, files
from vrtool.report.processes import WIDTH

STEPS = """\
parties: [{side: kommun, party: alby}, {side: forening, name: Hembygden}]
leaders:
  - {side: kommun, who: anna, from: 2031-01, to: 2031-06-30}
  - {side: kommun, vacant: true, from: 2031-07}
steps:
  traff: {planned: 2031-01, done: 2031-01/2031-02}
  utkast: {planned: 2031-03}
  forankring/folk: {done: 2031-02-10}
"""
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(name="repo")
def a_repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The little council with one matter in the process, and one that follows none."""
    other = {"matters/2031-002-natet.yaml": "id: 2031-002\ntitle: Nätet\n"}
    write_repo(tmp_path, {**files(None, Case(STEPS)), **other})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("repo")
def test_the_timeline_and_every_step(vr: Run) -> None:
    told = vr("process", "show", "2031-001")
    assert (told.code, told.err) == (0, "")
    assert told.out.replace(NBSP, " ") == (
        """\
2031-001  Växeln
  Process: Provets process
  Fas: avslut
  Nästa steg: utkast, mars 2031
  Kommuner: Alby
    processledare: Anna Ek från januari 2031 till 30 juni 2031
    processledare: vakant från juli 2031
  Föreningar: Hembygden

                                   2031
                                   j              f             m
Start                              ─────────────────────────────
  träff                            █████████████████████████████
Skrivande                                                       ────────────────
  utkast                                                        ░░░░░░░░░░░░░░░░
  remiss
Avslut                                                 ─
  förankring                                           █
  beslut
  uppföljning

███ gjort   ░░░ planerat

Start
  träff: gjort januari–februari 2031 (planerat januari 2031)

Skrivande
  utkast: planerat mars 2031
  remiss

Avslut
  förankring: 1 av 2 delar gjorda
  beslut
  uppföljning
"""
    )
    assert max(map(len, told.out.splitlines())) <= WIDTH
    assert english_in(told.out) == set()


def test_a_console_without_the_signs_gets_others(repo: Path) -> None:
    old = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    told = on_a_terminal("process", "show", "2031-001", cwd=repo, env=old)
    assert told.code == 0
    assert "### gjort   --- planerat" in told.out
    assert not {"█", "░", "─", "?"} & {*told.out}
    piped = process("process", "show", "2031-001", cwd=repo, env=old)
    assert "█" in piped.stdout.decode("utf-8")


def test_the_list_tells_phase_and_next_step(repo: Path, vr: Run) -> None:
    (repo / "data/processes/tom.yaml").write_text(
        "id: tom\nname: Tom\nshort_name: tom\nphases: [{id: a, name: a}]\n"
        "steps: [{id: b, name: b, phase: a}]\n",
        encoding="utf-8",
    )
    told = vr("process", "list")
    assert [line.replace(NBSP, " ") for line in told.out.splitlines()] == [
        "Process  Ärende                   Fas     Nästa steg",
        "prov     2031-001 Växeln          avslut  utkast, mars 2031",
        "tom      inget ärende följer den",
    ]


def test_a_repo_without_processes_says_so(repo: Path, vr: Run) -> None:
    (repo / "data/processes/prov.yaml").unlink()
    told = vr("process", "list")
    assert (told.code, told.out) == (0, "")
    assert told.err == "Inga processtyper finns. De läggs i data/processes/.\n"


@pytest.mark.usefixtures("repo")
def test_the_picture_goes_to_standard_output_and_to_the_folder_of_documents(
    vr: Run, repo: Path
) -> None:
    shown = vr("process", "show", "2031-001", "--format", "svg")
    built = vr("process", "build", "växeln")
    assert (built.code, built.out) == (0, "build/2031-001/tidslinje.svg\n")
    written = repo / "build/2031-001/tidslinje.svg"
    assert written.read_text(encoding="utf-8") == shown.out
    written.write_text("Mitt eget.", encoding="utf-8")
    refused = vr("process", "build", "2031-001")
    assert refused.code == 3
    assert "--force" in refused.err
    assert vr("process", "build", "2031-001", "--force").code == 0
    assert written.read_text(encoding="utf-8") == shown.out


@pytest.mark.usefixtures("repo")
def test_for_programs_as_json(vr: Run) -> None:
    told = json.loads(vr("process", "show", "2031-001", "--format", "json").out)
    assert told["version"] == 1
    assert told["matter"] == {"id": "2031-001", "title": "Växeln"}
    assert (told["process"]["id"], told["phase"], told["next"]) == ("prov", "slut", "utkast")
    assert [phase["id"] for phase in told["phases"]] == ["start", "text", "slut"]
    (meeting,) = told["phases"][0]["steps"]
    assert meeting["done"] == {
        "time": "2031-01/2031-02",
        "first": "2031-01-01",
        "last": "2031-02-28",
    }
    anchoring = told["phases"][2]["steps"][0]
    assert (anchoring["done"], anchoring["planned"]) == (None, None)
    assert [part["id"] for part in anchoring["parts"]] == ["forankring/folk", "forankring/tjanst"]


@pytest.mark.usefixtures("repo")
def test_a_matter_that_follows_no_process_is_told_of(vr: Run) -> None:
    told = vr("process", "show", "2031-002")
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        "Ärendet 2031-002 följer ingen process. De som gör det är 2031-001. "
        "Skriv process i ärendets fil.\n"
    )


def test_a_process_whose_type_is_not_there_is_told_of(repo: Path, vr: Run) -> None:
    (repo / "data/processes/prov.yaml").write_text("id: [", encoding="utf-8")
    told = vr("process", "show", "2031-001")
    assert told.code == 3
    assert told.err == (
        "Processtypen prov går inte att läsa eller finns inte: kör vr check för att se varför.\n"
    )


@pytest.mark.usefixtures("repo")
def test_the_matters_own_commands_say_where_it_stands(vr: Run) -> None:
    shown = vr("matter", "show", "2031-001").out.replace(NBSP, " ")
    assert "  Process: provprocessen: avslut; nästa steg: utkast, mars 2031\n" in shown
    listed = vr("matter", "list").out.splitlines()
    assert [line.split("  ")[2].strip() for line in listed[1:]] == ["öppet, avslut", "öppet"]
