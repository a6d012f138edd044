"""`vr meeting new`, `move` and `cancel`, on the fictional council."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import ROOT, Council

NEW = ("meeting", "new", "ordföranderådet", "--date", "2032-04-16")


@pytest.fixture(name="council")
def the_fictional_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of it, with its root as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


def _data_faults(council: Council) -> list[str]:
    return [f.code for f in council.check().findings if f.code < "VR2"]


def _lines(text: str) -> list[str]:
    return text.replace("\xa0", " ").splitlines()


def test_a_new_meeting_is_named_and_can_be_built(council: Council, vr: Run) -> None:
    told = vr(*NEW, "--hours", "13-15", "--mode", "digital", "--place", "Sal\n ett")
    assert (told.code, told.err) == (0, "")
    assert _lines(told.out) == [
        "Nytt möte, or-2032-03: ordföranderådet 16 april 2032.",
        "  data/meetings/or-2032-03.yaml",
        "Nästa steg: skriv punkterna i filen, sedan vr agenda build or-2032-03",
    ]
    written = council.read("meetings/or-2032-03.yaml")
    assert "hours: 13:00–15:00\nmode: digital\nplace: Sal ett\n" in written
    assert "title: Föregående mötes minnesanteckningar" in written
    assert written.endswith("title: Övriga frågor\n      kind: standing\n")
    assert _data_faults(council) == []
    assert vr("agenda", "build", "or-2032-03", "--draft", "--format", "md").code == 0
    built = (council.root / "build/or-2032-03/kallelse.md").read_text(encoding="utf-8")
    assert "Ordföranderådet 19\xa0mars\xa02032" in built


def test_what_follows_along_is_told(council: Council, vr: Run) -> None:
    for name in ("or-2032-01", "or-2032-02"):
        (council.root / "data" / "meetings" / f"{name}.yaml").unlink()
    told = vr("meeting", "new", "or", "--date", "2032-02-07")
    assert told.err == "7\xa0februari\xa02032 är en lördag.\n"
    assert _lines(told.out)[2] == "  Följer med: öppna uppdrag: kollektivtrafik-slutlig"
    written = council.read("meetings/or-2032-01.yaml")
    assert "      # - kollektivtrafik-slutlig: Redovisa hur yttrandet" in written
    assert max(map(len, written.splitlines())) <= 100


@pytest.mark.usefixtures("council")
def test_another_forum_the_same_day_is_told(vr: Run) -> None:
    told = vr("meeting", "new", "db", "--date", "2032-02-12", "--hours", "11-12.30")
    assert told.code == 0
    assert told.err == "12\xa0februari\xa02032 möts också Övningsrådet (vr-2032-01).\n"
    told = vr("meeting", "new", "hsf", "--date", "2032-02-12", "--hours", "13:00–14:30")
    assert told.err == ""


def test_a_meeting_over_two_days(council: Council, vr: Run) -> None:
    told = vr(*NEW, "--to", "2032-04-17")
    assert _lines(told.out)[0] == "Nytt möte, or-2032-03: ordföranderådet 16–17 april 2032."
    assert "date: 2032-04-16\nto: 2032-04-17\n" in council.read("meetings/or-2032-03.yaml")
    assert vr("meeting", "new", "np", "--date", "2032-05-07", "--to", "2032-05-07").code == 0
    assert "to:" not in council.read("meetings/np-2032-01.yaml")


def test_a_meeting_moved_and_its_notice_out(council: Council, vr: Run) -> None:
    told = vr(
        *("meeting", "move", "db-2032-01", "--date", "2032-01-23"),
        *("--reason", "Många är sjuka.", "--on", "2032-01-12"),
    )
    assert (told.code, told.err) == (0, "")
    now = "direktörsberedningen 23 januari 2032"
    assert _lines(told.out) == [
        f"Mötet db-2032-01 är flyttat från 16 januari 2032: nu {now}.",
        "  data/meetings/db-2032-01.yaml",
        "Nästa steg: meddela dagen, vr agenda build db-2032-01: kallelsen har redan gått ut",
    ]
    assert (
        "Flyttat: från 16\xa0januari\xa02032: Många är sjuka."
        in vr("meeting", "show", "db-2032-01").out
    )
    assert _data_faults(council) == []


def test_a_meeting_cancelled_names_its_matters(council: Council, vr: Run) -> None:
    told = vr("meeting", "cancel", "or@6feb2032", "--reason", "Presidiet är sjukt.")
    assert (told.code, told.err) == (0, "")
    assert _lines(told.out) == [
        "Ordföranderådet 6 februari 2032 är inställt.",
        "  data/meetings/or-2032-01.yaml",
        "  Ärenden att ta upp vid ett annat möte: 2032-001",
        "Nästa steg: meddela det, vr agenda build or-2032-01",
    ]
    written = council.read("meetings/or-2032-01.yaml")
    assert "mode: digital\ncancelled:\n  reason: Presidiet är sjukt.\nagenda:\n" in written
    assert _data_faults(council) == []
    assert vr(*NEW).out.startswith("Nytt möte, or-2032-03")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("new",), 2, "Ange FORUM och --date."),
        (("new", "or"), 2, "Ange --date."),
        (("new", "ordforanderadt", "--date", "2032-04-16"), 2, "Menade du ordforanderadet"),
        (
            ("new", "or", "--date", "2032-04-31"),
            2,
            "Datumet 2032-04-31 finns inte: april 2032 har 30 dagar.",
        ),
        ((*NEW[1:], "--hours", "15:00-13:00"), 2, "--hours: sluttiden 13:00 måste vara senare"),
        ((*NEW[1:], "--to", "2032-04-15"), 2, "ligger före --date"),
        ((*NEW[1:], "--mode", "fysiskt"), 2, "Värdet för --mode går inte att använda: välj bland"),
        (("new", "or", "--date", "2032-02-06"), 3, "har redan ett möte 6\xa0februari\xa02032"),
        (("move", "or-2032-01"), 2, "Ange --date och --reason."),
        (("move", "or-2032-01", "--date", "2032-02-13", "--reason", " "), 2, "--reason är tomt."),
        (("move", "or-2031-08", "--date", "2032-01-03", "--reason", "x"), 3, "är hållet"),
        (("move", "or-2031-05", "--date", "2032-01-03", "--reason", "x"), 3, "är inställt"),
        (("cancel", "or-2032-01"), 2, "Ange --reason."),
        (("cancel", "or-2031-08", "--reason", "x"), 3, "är hållet"),
        (("cancel", "or-2032-01", "--reason", "x", "--on", "nu"), 2, "Skriv datum som"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    council: Council, vr: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = {path: path.read_bytes() for path in council.root.rglob("*.yaml")}
    told = vr("meeting", *arguments)
    assert (told.code, told.out) == (code, "")
    assert said in told.err
    assert {path: path.read_bytes() for path in council.root.rglob("*.yaml")} == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_on_a_terminal_what_is_missing_is_asked_for(council: Council) -> None:
    told = on_a_terminal("meeting", "new", cwd=council.root, answer="or\n2032-04-16\n13:00–15:00\n")
    assert told.code == 0, told.out
    assert "Vilket forum: " in told.out
    assert "Vilken dag (ÅÅÅÅ-MM-DD): " in told.out
    assert "hours: 13:00–15:00\n" in council.read("meetings/or-2032-03.yaml")
    told = on_a_terminal(
        "meeting", "cancel", "or-2032-03", cwd=council.root, answer="Inga ärenden.\n"
    )
    assert told.code == 0, told.out
    assert "reason: Inga ärenden.\n" in council.read("meetings/or-2032-03.yaml")
