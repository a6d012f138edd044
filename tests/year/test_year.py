"""A council's first year, from an empty folder to a closed year, by commands and filling-in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.scripted import Scripted
from tests.year.council import CONTACTS, add_item, describe_council, fill_table, hold
from tests.year.texts import (
    ADDED,
    BEGINNINGS,
    CLEAN,
    DISCUSSED,
    DOCUMENTS,
    FOLLOWING_UP,
    FROM_ANOTHER_BRANCH,
    NOTED,
    REMARKS,
    REPORTED,
    ROUND,
    THE_POSITION,
    TRAFFIC,
)
from vrtool.cli import init_command


class _InDecember(date):
    @classmethod
    def today(cls) -> _InDecember:
        return cls(2026, 12, 7)


@pytest.fixture(name="year")
def a_year_to_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Scripted:
    """A folder to begin in, in December."""
    monkeypatch.setattr(init_command, "date", _InDecember)
    monkeypatch.chdir(tmp_path)
    return Scripted(tmp_path / "norra", capsys)


@pytest.mark.slow
def test_a_year(year: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    year.vr('vr init norra --structure tom --name "Norra rådet"')
    monkeypatch.chdir(year.root)
    _december(year)
    _january(year)
    _february(year)
    _after_the_first_meeting(year)
    _may(year)
    _autumn(year)
    _the_year_is_over(year)
    _nothing_written_by_hand_is_gone(year)
    _every_document_is_there(year)


def _december(year: Scripted) -> None:
    """The parties, the working forms, and whom the election brought."""
    describe_council(year)
    assert CLEAN in year.vr("vr check --strict").out
    year.vr("vr norms")
    year.vr("vr roster turnover --template platser.csv --from 2027-01-01")
    fill_table(year, "platser.csv")
    shown = year.vr("vr roster turnover platser.csv --from 2027-01-01", code=2)
    assert "Tillträder (11):" in shown.out
    assert "people:\n\n" in year.read("forums.yaml"), "nothing is written before it is agreed"
    year.vr("vr roster turnover platser.csv --from 2027-01-01 --yes")
    seated = year.vr("vr roster show rådet --date 2027-01-01").out
    assert "Alva Ek (ordförande)" in seated
    assert "Rut Gran (vice ordförande)" in seated
    assert year.vr("vr roster vacancies --date 2027-01-01").out == ""
    assert "Cilla Öst" in year.vr("vr roster introduction --today 2027-01-04 --format md").out


def _january(year: Scripted) -> None:
    """A matter is raised, and prepared."""
    year.vr(
        'vr matter new --title "Gemensam linjetrafik" --initiator Norrby --raised 2027-01-11 '
        "--topics linjetrafik --goal position --logic case --today 2027-01-11"
    )
    year.fill(
        TRAFFIC,
        ("reference:\n", "reference: NR 2027-4  # Norrby\n"),
        ("goal: position\n", "goal: position\nneeds_decisions: true\n"),
    )
    year.vr("vr meeting new beredningen --date 2027-01-28 --hours 09:00–11:00 --mode digital")
    unplanned = year.vr("vr matter plan 2027-001 --today 2027-01-12", code=3)
    assert "Lägg in ett med vr meeting new" in unplanned.err
    plan = year.vr("vr matter plan 2027-001 --today 2027-01-12 --position-by 2027-02-11").out
    assert "beredningen senast 28 januari" in plan
    assert "vr meeting new radet --date 2027-02-11" in plan
    year.add(
        "meetings/ber-2027-01.yaml",
        """\
agenda:
  items:
    # Norrby vill ha svar före sommaren.
    - id: linjetrafik
      title: Gemensam linjetrafik
      matter: 2027-001
      purpose: [preparation]
      minutes: 30
""",
    )
    year.vr("vr agenda build ber-2027-01 --format md")
    year.vr("vr agenda send ber@28jan --date 2027-01-21")
    year.vr('vr minutes start ber-2027-01 --secretary "Rolf Hägg" --led-by rolf-hagg')
    year.took_part("meetings/ber-2027-01.yaml")
    year.fill(
        "meetings/ber-2027-01.yaml",
        (
            "      # outcome:\n      #   kind: prepared\n      #   text:\n      #   next:\n",
            "      outcome: {kind: prepared, text: En gemensam linje, next: radet}\n",
        ),
    )
    year.vr("vr minutes build ber-2027-01 --format md,pdf")
    year.vr("vr minutes dispatch ber-2027-01 --date 2027-01-29 --no-mail")
    assert CLEAN in year.vr("vr check --strict").out


def _february(year: Scripted) -> None:
    """The council's first meeting: its agenda fixed and sent, an item added, then the meeting."""
    path = "meetings/rad-2027-01.yaml"
    year.vr(
        "vr meeting new rådet --date 2027-02-11 --hours 13:00–15:00 --mode physical --place Norrby"
    )
    assert "matter: 2027-001" in year.read(path), "what was prepared for the council follows"
    assert year.vr("vr brief build 2027-001", code=1).err
    year.fill(
        TRAFFIC,
        ("  proposal:\n", "  proposal: Rådet ställer sig bakom en linje mellan de tre orterna.\n"),
        ("  description:\n", "  description: Bussarna vänder i dag vid kommungränsen.\n"),
    )
    year.vr("vr brief build 2027-001")
    matter = "      matter: 2027-001\n"
    year.fill(path, (matter, f"{matter}      minutes: 40\n      papers_sent: 2027-02-02\n"))
    year.vr("vr agenda fix rad-2027-01 --date 2027-02-01")
    year.fill(TRAFFIC, ("mellan de tre orterna", "mellan Norrby, Sörby och Österby"))
    assert "ändrad efter fastställande" in year.vr("vr meeting show rad-2027-01").out.lower()
    assert "VR141" in year.vr("vr check").out
    year.vr("vr agenda fix rad-2027-01 --date 2027-02-02")
    year.vr("vr brief build 2027-001")
    year.vr("vr agenda build rad-2027-01")
    year.vr("vr agenda send rad-2027-01 --date 2027-02-02 --by rolf-hagg")
    year.fill(path, ("notice:\n", f"{ADDED}notice:\n"))
    assert "Tilläggslista:\n   2. Nästa möte" in year.vr("vr meeting show rad-2027-01").out
    year.vr("vr agenda fix rad-2027-01 --date 2027-02-04")
    year.vr("vr agenda send rad-2027-01 --date 2027-02-04")
    year.vr("vr agenda build rad-2027-01")
    assert CLEAN in year.vr("vr check --strict").out
    year.vr('vr minutes start rad@11feb --secretary "Rolf Hägg"')
    year.took_part(path, absent=["cilla-ost"])
    year.fill(
        path, ("    others:\n", "    others: [{name: Gun Gäst, organisation: Trafikbolaget}]\n")
    )
    assert "Gemensam linjetrafik" in year.vr("vr minutes build rad-2027-01", code=1).err
    year.came_of(path, "linjetrafik", THE_POSITION)
    year.vr("vr minutes build rad-2027-01")


def _after_the_first_meeting(year: Scripted) -> None:
    """The notes are adjusted and sent out, a mistake is set right, and the parties decide."""
    path = "meetings/rad-2027-01.yaml"
    assert "vr minutes adjust rad-2027-01" in year.vr("vr due --today 2027-02-15").out
    year.vr("vr minutes build rad-2027-01 --extract linjetrafik --format md,pdf")
    year.vr("vr minutes home rad-2027-01 --format md,docx")
    half = year.vr('vr minutes adjust rad-2027-01 --by "Alva Ek" --date 2027-02-16')
    assert "Rut Gran" in half.out + half.err
    year.vr("vr minutes correct rad-2027-01 --text Senare. --date 2027-02-16", code=3)
    year.vr('vr minutes adjust rad-2027-01 --by "Rut Gran" --date 2027-02-17')
    year.vr("vr minutes build rad-2027-01")
    year.write("contacts.yaml", CONTACTS)
    sent = year.vr("vr minutes dispatch rad-2027-01 --date 2027-02-18")
    assert "Österby" in sent.out + sent.err, "a party without an address is told"
    year.vr(
        'vr minutes correct rad-2027-01 --item linjetrafik --text "Ska vara 1 augusti." '
        "--date 2027-03-01"
    )
    year.vr("vr minutes build rad-2027-01")
    year.vr("vr minutes dispatch rad-2027-01 --mail-only --force --date 2027-03-01")
    assert "# Kom efter kallelsen." in year.read(path)
    told = "vr matter follow-up 2027-001 --meeting rad-2027-01 --party"
    for party in ("Norrby", "Sörby", "Österby"):
        year.vr(f"{told} {party} --feedback kommunstyrelsen --date 2027-03-02")
    year.vr(f"{told} regionen --feedback regionstyrelsen --date 2027-03-04")
    assert "beslut" in year.vr("vr due --today 2027-03-03").out
    for party in ("Norrby", "Sörby"):
        year.vr(f"{told} {party} --decision kommunfullmäktige --date 2027-04-26")
    assert CLEAN in year.vr("vr check --strict").out


def _may(year: Scripted) -> None:
    """A new member, an assignment reported, and a matter closed."""
    year.vr('vr roster replace osterby/kso --who "Dag Ny" --from 2027-04-01')
    assert "Dag Ny" in year.vr("vr roster show rådet --date 2027-05-13").out
    assert "Cilla Öst" in year.vr("vr roster show rådet --date 2027-03-31").out
    year.vr("vr roster introduction --since 2027-02-01 --today 2027-04-05 --format md,pdf")
    path = "meetings/rad-2027-02.yaml"
    year.vr("vr meeting new rådet --date 2027-05-13 --hours 13:00–15:00 --mode digital")
    made = year.read(path)
    assert "rad-2027-01" in made
    assert "tidtabell" in made, "what is open is carried over"
    hold(
        year,
        "rad-2027-02",
        ("2027-05-03", "2027-05-04", "2027-05-17"),
        {"uppfoljning-av-uppdrag": REPORTED, "foregaende-motes-minnesanteckningar": NOTED},
    )
    assert "# Öppna uppdrag att rapportera om:" in year.read(path)
    assert "2027-001" in year.vr("vr status --today 2027-05-20").out
    year.vr("vr matter close 2027-001")
    assert "2027-001" not in year.vr("vr status --today 2027-05-20").out
    assert CLEAN in year.vr("vr check --strict").out


def _autumn(year: Scripted) -> None:
    """Two branches gave one id, one meeting is moved, one cancelled, and the year is looked at."""
    year.vr(
        'vr matter new --title "Uppföljning av samverkan" --initiator rådet --raised 2027-08-16 '
        "--topics uppfoljning --goal information --logic case --today 2027-08-16"
    )
    year.write("matters/2027-002-vaxel.yaml", FROM_ANOTHER_BRANCH)
    assert "VR008" in year.vr("vr check", code=1).out
    year.vr("vr matter renumber 2027-002 --next --file 2027-002-vaxel.yaml")
    year.vr("vr matter withdraw 2027-003")
    assert "# Från en annan gren." in year.read("matters/2027-003-vaxel.yaml")

    year.vr("vr meeting new rådet --date 2027-09-09 --hours 13:00–15:00")
    year.vr('vr meeting move rad@9sep --date 2027-09-16 --reason "Kongress." --on 2027-08-20')
    add_item(year, "rad-2027-03", ROUND)
    hold(year, "rad-2027-03", ("2027-09-06", "2027-09-07", "2027-09-20"), {"laget": NOTED})
    year.vr("vr meeting new rådet --date 2027-10-14")
    year.vr('vr meeting cancel rad-2027-04 --reason "Det finns inga ärenden." --on 2027-10-01')

    year.vr("vr meeting new beredningen --date 2027-10-28 --hours 09:00–11:00 --mode digital")
    add_item(year, "ber-2027-02", FOLLOWING_UP.format(purpose="preparation"))
    year.vr("vr agenda send ber-2027-02 --date 2027-10-21")
    year.vr('vr minutes start ber-2027-02 --secretary "Rolf Hägg" --led-by rolf-hagg')
    year.took_part("meetings/ber-2027-02.yaml")
    prepared = "kind: prepared\ntext: Rådet föreslås samtala om året.\nnext: radet\n"
    year.came_of("meetings/ber-2027-02.yaml", "uppfoljning", prepared)
    year.vr("vr minutes dispatch ber-2027-02 --date 2027-10-29 --no-mail")

    year.vr("vr meeting new rådet --date 2027-11-18 --hours 13:00–15:00")
    unclosed = year.vr("vr year close 2027 --today 2028-01-10", code=1)
    assert "rad-2027-05" in unclosed.out + unclosed.err, "what the year would lack if closed now"
    assert "complete" not in year.read("structure.yaml")
    hold(
        year, "rad-2027-05", ("2027-11-08", "2027-11-09", "2027-11-22"), {"uppfoljning": DISCUSSED}
    )
    told = "vr matter follow-up 2027-002 --meeting rad-2027-05 --party"
    for party in ("Norrby", "Sörby", "Österby"):
        year.vr(f"{told} {party} --feedback kommunstyrelsen --date 2027-12-06")
    year.vr(f"{told} regionen --feedback regionstyrelsen --date 2027-12-07")
    year.vr("vr matter close 2027-002")


def _the_year_is_over(year: Scripted) -> None:
    """The files in one form, the year closed, and nothing left to remark on."""
    year.vr("vr fmt")
    year.vr("vr fmt --check")
    year.vr("vr template check")
    assert year.vr("vr year close 2027 --today 2028-01-10", code=2).out == "Inget saknas.\n"
    closed = year.vr("vr year close 2027 --yes --today 2028-01-10").out
    assert "2027 är stängt" in closed
    assert "rosters: [2027-01-01/2027-12-31]" in year.read("structure.yaml")
    assert CLEAN in year.vr("vr check --strict").out
    norms = json.loads(year.vr("vr norms --format json").out)["norms"]
    assert {norm["id"]: norm["breached"] for norm in norms} == {norm["id"]: 0 for norm in norms}
    assert [norm["id"] for norm in norms if not norm["holds"]] == []


def _nothing_written_by_hand_is_gone(year: Scripted) -> None:
    """What was remarked in the files still stands at the line it is about."""
    for path, remark in REMARKS.items():
        assert remark in year.read(path)
    assert "complete" in year.read("structure.yaml")


def _every_document_is_there(year: Scripted) -> None:
    build = year.root / "build"
    there = {str(file.relative_to(build)) for file in build.rglob("*") if file.is_file()}
    assert sorted(DOCUMENTS - there) == []
    for name in DOCUMENTS:
        head = (build / name).read_bytes()[:5]
        suffix = Path(name).suffix
        assert head.startswith(BEGINNINGS.get(suffix, b"")), name
        assert head
    notes = (build / "rad-2027-01" / "minnesanteckningar.md").read_text(encoding="utf-8")
    for said in ("Gun Gäst", "Ta fram en tidtabell", "Ska vara 1 augusti", "Cilla Öst"):
        assert said in notes
    assert "OJUSTERAT" not in notes
