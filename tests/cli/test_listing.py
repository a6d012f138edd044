"""The commands that only show: lists, single records, rosters, explanations, the norms."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.council import Council, copied

pytestmark = pytest.mark.usefixtures("council")


def _first_words(out: str) -> list[str]:
    return [line.split()[0] for line in out.splitlines()]


# Meetings


def test_all_meetings_in_order_of_time(council: Council, vr: Run) -> None:
    told = vr("meeting", "list")
    assert (told.code, told.err) == (0, "")
    head, *rows = told.out.splitlines()
    assert head.split() == ["Id", "Dag", "Forum", "Läge", "Punkter"]
    assert len(rows) == len([*(council.root / "data" / "meetings").iterdir()])
    days = [row.split()[1] for row in rows]
    assert days == sorted(days)
    assert "vr-2021-06  2021-06-17–18  Värmlandsrådet" in told.out


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--year", "2022"], ["vr-2022-01", "or-2022-01", "or-2022-02", "vr-2022-02"]),
        (["--year", "2022", "--forum", "or"], ["or-2022-01", "or-2022-02"]),
        (["--forum", "Ordföranderådet", "--year", "2023"], ["or-2023-01"]),
        (["--forum", "arbetsutskottet", "--year", "2023"], ["or-2023-01"]),
        (["--forum", "ORDFORANDERADET", "--year", "2023"], ["or-2023-01"]),
    ],
)
def test_a_forums_meetings_of_a_year(vr: Run, options: list[str], ids: list[str]) -> None:
    assert _first_words(vr("meeting", "list", *options).out)[1:] == ids


def test_no_meetings(vr: Run) -> None:
    assert vr("meeting", "list", "--year", "1999") == (0, "", "Inga möten passar.\n")


@pytest.mark.parametrize(
    "named",
    [
        "or-2022-01",
        "OR-2022-01",
        " or-2022-01 ",
        "or_2022_01",
        "ordforanderadet@2022-02-11",
        "or@2022-02-11",
        "or@11feb2022",
        "ordföranderådet@11 februari 2022",
        "Värmlandsrådets ordföranderåd@2022-02-11",
        "arbetsutskottet@11feb",
    ],
)
def test_a_meeting_is_chosen_forgivingly(vr: Run, named: str) -> None:
    told = vr("meeting", "show", named)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("or-2022-01  Ordföranderådet 11\xa0februari\xa02022\n")


def test_a_meeting_over_two_days_is_found_by_either(vr: Run) -> None:
    for day in ("2021-06-17", "2021-06-18"):
        assert vr("meeting", "show", f"vr@{day}").out.startswith("vr-2021-06  ")


def test_a_meeting_whose_file_cannot_be_read(council: Council, vr: Run) -> None:
    council.write("meetings/or-2022-01.yaml", "id: [")
    told = vr("meeting", "show", "or-2022-01")
    assert (told.code, told.out) == (3, "")
    assert "Filen för or-2022-01 går inte att läsa: kör vr check" in told.err


# Matters


def test_all_matters(vr: Run) -> None:
    told = vr("matter", "list")
    assert _first_words(told.out) == [
        "Id",
        "2021-001",
        "2021-002",
        "2021-003",
        "2023-001",
        "2023-002",
    ]
    assert "avslutat" in told.out.splitlines()[1]


def test_no_matters(council: Council, vr: Run) -> None:
    for file in (council.root / "data" / "matters").iterdir():
        file.unlink()
    assert vr("matter", "list") == (0, "", "Inga ärenden finns.\n")


@pytest.mark.parametrize("named", ["2021-001", "arbetsformer", "VÄRMLANDSRÅDETS ARBETSF"])
def test_a_matter_is_chosen_by_id_or_title(vr: Run, named: str) -> None:
    told = vr("matter", "show", named)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("2021-001  Värmlandsrådets arbetsformer\n")
    assert "\nÄrendets väg:\n" in told.out


# Rosters


def test_the_roster_of_a_day(vr: Run) -> None:
    told = vr("roster", "show", "or", "--date", "2022-02-11")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[:3] == ["Ordföranderådet 11\xa0februari\xa02022", "", "Ledamöter (17 platser)"]
    assert "\nTjänstepersoner (17 platser)\n" in told.out
    assert "Fredrik Larsson (ordförande)" in told.out
    later = vr("roster", "show", "or", "--date", "2022-02-12").out
    assert "\nLedamöter (21 platser)\n" in later


class Feb11(date):
    """A clock that stands still."""

    @classmethod
    def today(cls) -> Feb11:
        return cls(2022, 2, 11)


def test_without_a_date_the_day_is_today(vr: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = vr("roster", "show", "or", "--date", "2022-02-11")
    monkeypatch.setattr("vrtool.cli.roster_command.date", Feb11)
    assert vr("roster", "show", "or") == expected


def test_a_forum_without_seats(vr: Run) -> None:
    told = vr("roster", "show", "nya-perspektiv", "--date", "2022-02-11")
    assert (told.code, told.out) == (0, "")
    assert told.err == (
        "Nya Perspektiv har inga platser enligt de arbetsformer som gällde "
        "11\xa0februari\xa02022.\n"
    )


def test_a_forum_that_does_not_stand(council: Council, vr: Run) -> None:
    council.change("structure.yaml", "    short: np\n", "    short: np\n    to: 2022-02-10\n")
    told = vr("roster", "show", "nya-perspektiv", "--date", "2022-02-11")
    assert told == (0, "", "Nya Perspektiv finns inte 11\xa0februari\xa02022.\n")


def test_vacancies(council: Council, vr: Run) -> None:
    none = vr("roster", "vacancies", "--date", "2022-05-01")
    assert (none.code, none.out) == (0, "")
    assert none.err.startswith("Inga kända vakanser 1\xa0maj\xa02022. Med --unknown")
    council.add("forums.yaml", "  hsf/eda/2: {members: [{vacant: true, from: 2022-04-01}]}\n")
    some = vr("roster", "vacancies", "--date", "2022-05-01")
    assert (some.code, some.err) == (0, "")
    assert [line.split("  ")[-1] for line in some.out.splitlines()] == ["Läge", "vakant"]
    every = vr("roster", "vacancies", "--date", "2022-05-01", "--unknown")
    assert len(every.out.splitlines()) > 100
    assert "inte känd" in every.out


# Explanations and norms


@pytest.mark.parametrize("named", ["VR301", "vr301", "not-prepared", "Not-Prepared"])
def test_a_rule_is_explained_by_code_or_name(vr: Run, named: str) -> None:
    told = vr("explain", named)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("VR301 not-prepared: ")
    assert "  A-3.1-prepared (arbetsformerna 3.1, bör): " in told.out


def test_a_norm_is_explained(vr: Run) -> None:
    told = vr("explain", "A-3.1-prepared")
    assert (told.code, told.err) == (0, "")
    assert "\nKälla: Värmlandsrådets arbetsformer, 3.1\nStyrka: bör\n" in told.out


def test_a_rule_is_explained_anywhere(
    vr: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path_factory.mktemp("utanför")
    monkeypatch.chdir(outside)
    told = vr("explain", "VR301")
    assert (told.code, told.err) == (0, "")
    assert "Normer som prövas" not in told.out
    assert vr("explain", "A-3.1-prepared").code == 2
    assert vr("--root", str(outside), "explain", "VR301").code == 3


def test_the_norms_as_a_table_and_to_programs(vr: Run) -> None:
    table = vr("norms")
    assert (table.code, table.err) == (0, "")
    read = json.loads(vr("norms", "--format", "json").out)
    assert _first_words(table.out)[1:] == [norm["id"] for norm in read["norms"]]
    assert read["version"] == 1


def test_another_repo_by_its_root(vr: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    other: Path = tmp_path_factory.mktemp("annat")
    copied(other).write("matters/2031-001-ny.yaml", "id: 2031-001\ntitle: Ny\ninitiator: eda\n")
    assert "2031-001" in vr("matter", "list", "--root", str(other)).out
    assert "2031-001" not in vr("matter", "list").out
