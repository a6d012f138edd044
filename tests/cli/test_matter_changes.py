"""`vr matter new`, `follow-up`, `close`, `withdraw` and `renumber`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import Council

unix = pytest.mark.skipif(sys.platform == "win32", reason="terminals as Unix has them")
TITLE = "Gemensam växel"
NEW = "matters/2024-001-gemensam-vaxel.yaml"
TWIN = "matters/2021-001-annat.yaml"


def test_a_new_matter_is_named_and_checks_clean(vr: Run, council: Council) -> None:
    told = vr(
        *("matter", "new", "--title", f"  {TITLE} ", "--initiator", "Arvika", "--goal", "position"),
        *("--raised", "2024-03-04", "--topics", "Årshjul, webbplats", "--logic", "case"),
    )
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        f"Nytt ärende 2024-001 ”{TITLE}”:",
        f"  data/{NEW}",
        "Nästa steg: fyll i filen, och skriv matter: 2024-001 på en punkt i ett mötes dagordning.",
    ]
    text = council.read(NEW)
    for line in ("initiator: arvika", "raised: 2024-03-04", "topics: [arshjul, webbplats]"):
        assert f"\n{line}\n" in text
    assert council.new() == []
    assert "Väckt av: Arvika" in vr("matter", "show", "gemensam växel").out


def test_the_year_is_that_of_the_day_it_was_raised_or_of_today(vr: Run, council: Council) -> None:
    vr("matter", "new", "--title", "Ett", "--today", "2025-02-01")
    vr("matter", "new", "--title", "Två", "--today", "2025-02-01", "--raised", "2021-12-30")
    vr("matter", "new", "--title", "Tre", "--today", "2025-02-01", "--year", "2026")
    assert council.read("matters/2025-001-ett.yaml")
    assert council.read("matters/2021-004-tva.yaml")
    assert council.read("matters/2026-001-tre.yaml")


def test_a_process_is_found_by_its_name_and_gives_the_logic(vr: Run, council: Council) -> None:
    told = vr("matter", "new", "--title", TITLE, "--process", "remiss", "--year", "2024")
    assert told.code == 0, told.err
    text = council.read(NEW)
    assert "\nlogic: process\n" in text
    assert "\nprocess:\n  type: remiss\n" in text
    assert council.new() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Ange --title."),
        (["--title", " "], "måste ha en rubrik"),
        (["--title", "X", "--initiator", "arvikka"], "Menade du arvika?"),
        (["--title", "X", "--topics", "arshjull"], "Menade du arshjul"),
        (["--title", "X", "--process", "remisss"], "Menade du remiss"),
        (["--title", "X", "--goal", "mål"], "välj bland"),
        (["--title", "X", "--raised", "2024-02-30"], "2024-02-30"),
        (["--title", "X", "--year", "24"], "--year"),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_is_written(
    vr: Run, council: Council, arguments: list[str], said: str
) -> None:
    before = sorted((council.root / "data").rglob("*"))
    told = vr("matter", "new", *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert sorted((council.root / "data").rglob("*")) == before


def test_a_matter_of_the_same_name_is_told_of(vr: Run, council: Council) -> None:
    told = vr("matter", "new", "--title", "värmlandsrådets ARBETSFORMER", "--year", "2024")
    assert told.code == 0
    assert "Samma rubrik har 2021-001." in told.err
    assert council.read("matters/2024-001-varmlandsradets-arbetsformer.yaml")


@unix
def test_on_a_terminal_it_asks_for_the_rest(council: Council) -> None:
    told = on_a_terminal(
        *("matter", "new", "--today", "2024-03-04"),
        cwd=council.root,
        answer=f"{TITLE}\nordföranderådet\n\nanchoring\n",
    )
    assert told.code == 0, told.out
    assert "Ärendets rubrik: " in told.out
    assert "[2024-03-04]: " in told.out
    text = council.read(NEW)
    for line in ("initiator: ordforanderadet", "raised: 2024-03-04", "goal: anchoring"):
        assert f"\n{line}\n" in text


@unix
def test_what_is_not_known_is_left_empty(council: Council) -> None:
    told = on_a_terminal(
        "matter", "new", "--today", "2024-03-04", cwd=council.root, answer=f"{TITLE}\n-\n-\n\n"
    )
    assert told.code == 0, told.out
    assert "\ninitiator:\nraised:\n" in council.read(NEW)


# Afterwards

_AFTER = ("matter", "follow-up", "2021-001", "--party", "Arvika", "--meeting", "or@11feb2022")


def test_what_a_party_did_is_recorded(vr: Run, council: Council) -> None:
    told = vr(*_AFTER, "--feedback", "kommunstyrelsen", "--date", "2022-03-01")
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines()[0].startswith("Antecknat för Arvika i ärendet 2021-001")
    told = vr(*_AFTER, "--decision", "fullmäktige", "--date", "2022-04-01")
    assert told.code == 0
    path = "matters/2021-001-arbetsformer.yaml"
    assert "follow_up:\n  arvika:\n    - meeting: or-2022-01\n" in council.read(path)
    assert council.new() == []


def test_that_it_was_not_taken_home_needs_a_reason_and_no_day(vr: Run, council: Council) -> None:
    told = vr(*_AFTER, "--not-taken", "Ingen tid.", "--date", "2022-03-01")
    assert told.code == 2
    assert "--date hör till" in told.err
    assert vr(*_AFTER, "--not-taken", "Ingen tid.").code == 0
    assert "not_taken: Ingen tid." in council.read("matters/2021-001-arbetsformer.yaml")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["2021-001"],
            2,
            "Ange --party, --meeting, --feedback, --decision eller --not-taken och --date.",
        ),
        ([*_AFTER[2:], "--feedback", "ks"], 2, "Ange --date."),
        ([*_AFTER[2:], "--feedback", "a", "--decision", "b"], 2, "går inte ihop"),
        ([*_AFTER[2:], "--feedback", " ", "--date", "2022-03-01"], 2, "saknar sitt värde"),
        ([*_AFTER[2:], "--feedback", "ks", "--date", "2022-01-01"], 3, "ligger före"),
        (
            ["2021-001", "--party", "arvika", "--meeting", "or-2019-01", "--not-taken", "x"],
            3,
            "står inte på dagordningen",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    vr: Run, council: Council, arguments: list[str], code: int, said: str
) -> None:
    before = council.read("matters/2021-001-arbetsformer.yaml")
    told = vr("matter", "follow-up", *arguments)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert council.read("matters/2021-001-arbetsformer.yaml") == before


@pytest.mark.parametrize(("verb", "how"), [("close", "avslutat"), ("withdraw", "tillbakadraget")])
def test_a_matter_is_ended_once(vr: Run, council: Council, verb: str, how: str) -> None:
    vr("matter", "new", "--title", TITLE, "--year", "2024")
    told = vr("matter", verb, "2024-001")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Ärendet 2024-001 ”{TITLE}” är {how}:\n  data/{NEW}\n")
    assert council.new() == []
    again = vr("matter", verb, "2024-001")
    assert again.code == 3
    assert f"är redan {how}" in again.err


# Another number


def test_a_matter_gets_the_next_number(vr: Run, council: Council) -> None:
    told = vr("matter", "renumber", "2021-001", "--next")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Ärendet har nu nummer 2021-004:\n  data/matters/2021-004-arb")
    assert "Borttagen, eftersom filen har bytt namn: data/matters/2021-001-arb" in told.out
    assert "matter: 2021-004" in council.read("meetings/or-2022-01.yaml")
    assert {finding.code for finding in council.check().findings} & {"VR008", "VR101"} == set()


def test_two_branches_gave_one_number(vr: Run, council: Council) -> None:
    council.write(TWIN, "id: 2021-001\ntitle: Annat\n")
    told = vr("matter", "renumber", "2021-001", "--next")
    assert (told.code, told.out) == (2, "")
    assert f"data/{TWIN} och data/matters/2021-001-arbetsformer.yaml" in told.err
    assert "Ange med --file" in told.err
    told = vr("matter", "renumber", "2021-001", "--next", "--file", str(Path("data") / TWIN))
    assert told.code == 0
    assert "nämner fortfarande 2021-001" in told.err
    assert "data/meetings/or-2022-01.yaml: Värmlandsrådets arbetsformer" in told.err
    assert council.new() == []


def test_meetings_that_mean_the_other_go_with_it(vr: Run, council: Council) -> None:
    council.write(TWIN, "id: 2021-001\ntitle: Annat\n")
    told = vr(
        *("matter", "renumber", "2021-001", "2024-007", "--file", "2021-001-annat.yaml"),
        *("--meetings", "or@11feb2022"),
    )
    assert told.code == 0, told.err
    assert "matter: 2024-007" in council.read("meetings/or-2022-01.yaml")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["2021-001"], 2, "Ange det nya numret eller --next."),
        (["2021-001", "2024-001", "--next"], 2, "inte båda"),
        (["2021-001", "2021-002"], 3, "är upptaget"),
        (["2021-001", "24-1"], 2, "inget ärendenummer"),
        (["2099-001", "--next"], 2, "Det finns inget ärende"),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    vr: Run, council: Council, arguments: list[str], code: int, said: str
) -> None:
    told = vr("matter", "renumber", *arguments)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert council.new() == []


@unix
def test_on_a_terminal_it_asks_which_file_and_which_meetings(council: Council) -> None:
    council.write(TWIN, "id: 2021-001\ntitle: Annat\n")
    told = on_a_terminal(
        "matter", "renumber", "2021-001", cwd=council.root, answer="1\n\nor-2022-01\n"
    )
    assert told.code == 0, told.out
    assert "  1. data/matters/2021-001-annat.yaml" in told.out
    assert council.read("matters/2021-004-annat.yaml") == "id: 2021-004\ntitle: Annat\n"
    assert "matter: 2021-004" in council.read("meetings/or-2022-01.yaml")
