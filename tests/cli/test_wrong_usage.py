"""Whatever is typed, the answer is a Swedish sentence on standard error, never a traceback."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.running import Run, english_in
from tests.council import ROOT, Council

WRONG = {
    "bogus": "Det finns inget kommando",
    "chek": "Menade du check",
    "check --bogus": "Det finns ingen flagga --bogus.",
    "check --strickt": "Menade du --strict",
    "check -x": "Det finns ingen flagga -x.",
    "check --format": "--format saknar sitt värde",
    "check --format xml": "välj bland",
    "check --strict=1": "--strict",
    "check --select VR9999": "”VR9999” är varken en regel eller en norm.",
    "check --ignore A-3.1-preparad": "Menade du A-3.1-prepared?",
    "check finns-inte.yaml": "finns-inte.yaml finns inte.",
    "check /": "ligger utanför datarepot",
    "explain": "KOD|NORM måste anges.",
    "explain VR999": "”VR999” är varken en regel eller en norm.",
    "explain A-3.1-preparad": "Menade du A-3.1-prepared?",
    "explain a b": "Det står för mycket på raden (b).",
    "norms extra": "Det står för mycket på raden (extra).",
    "norms --format xml": "text",
    "meeting bogus": "Det finns inget kommando",
    "meeting lst": "Menade du list",
    "meeting list --year x": "--year",
    "meeting list --year=": "--year",
    "meeting list --forum zz": "Det finns inget forum ”zz”.",
    "meeting list --forum ordforanderaded": "Menade du ordforanderadet",
    "meeting show": "MÖTE måste anges.",
    "meeting show or-2022-03": "Menade du or-20",
    "meeting show or": "Det finns inget möte ”or”.",
    "meeting show or@x": "förstår inte dagen ”x”",
    "meeting show or@2022-02-30": "finns inte",
    "meeting show or@2030-01-01": "Ordföranderådet har inget möte ”2030-01-01”.",
    "meeting show or@2022": "passar flera möten: or-2022-01",
    "meeting show zz@2022": "Det finns inget forum ”zz”.",
    "meeting show @": "Det finns inget forum ””.",
    "matter show": "ÄRENDE måste anges.",
    "matter show zzz": "Det finns inget ärende ”zzz”.",
    "matter show 2021-004": "Menade du 2021-001",
    "matter show e": "passar flera ärenden",
    "roster show": "FORUM måste anges.",
    "roster show zz": "Det finns inget forum ”zz”.",
    "roster show or --date 2022-02-31": "Datumet 2022-02-31 finns inte: februari",
    "roster show or --date igår": "Skriv datum som ÅÅÅÅ-MM-DD",
    "roster vacancies --date 0": "Skriv datum som ÅÅÅÅ-MM-DD",
    "agenda build or-2022-03": "Menade du or-20",
    "agenda build or@2022": "passar flera möten",
    "agenda build or-2022-01 --format odt": "”odt” är inget format. Välj bland md, html",
    "agenda build or-2022-01 --format ,": "är inget format",
    "agenda data": "Inget kommande möte finns inlagt.",
    "agenda data zz@1": "Det finns inget forum ”zz”.",
    "--root": "--root saknar sitt värde",
    "check --root": "--root saknar sitt värde",
    "--root /finns-inte check": "Mappen /finns-inte finns inte.",
    "--rot x check": "Menade du --root?",
}
CANNOT = {"check finns-inte.yaml", "--root /finns-inte check"}


@pytest.mark.parametrize(("line", "said"), WRONG.items(), ids=WRONG.keys())
def test_wrong_usage(council: Council, vr: Run, line: str, said: str) -> None:
    told = vr(*line.split())
    assert told.out == ""
    assert told.code == (3 if line in CANNOT else 2)
    assert said in told.err
    assert english_in(told.err) == set()
    assert "\n\n" not in told.err
    assert not (council.root / "build").exists()


def test_a_folder_that_is_no_repo(council: Council, vr: Run) -> None:
    told = vr("--root", str(council.root / "data" / "meetings"), "check")
    assert (told.code, told.out) == (3, "")
    assert "är inget datarepo: där finns ingen mapp data/." in told.err


@pytest.mark.usefixtures("council")
def test_an_empty_word(vr: Run) -> None:
    for line in (
        ["meeting", "show", ""],
        ["matter", "show", ""],
        ["explain", ""],
        ["roster", "show", ""],
    ):
        told = vr(*line)
        assert (told.code, told.out) == (2, "")
        assert "””" in told.err


@pytest.mark.usefixtures("council")
def test_what_was_typed_cannot_steer_the_terminal(vr: Run) -> None:
    nasty = "\x1b[31m\u202ex\nfel"
    for line in (
        [nasty],
        ["check", f"--{nasty}"],
        ["check", nasty],
        ["check", "--format", nasty],
        ["meeting", "show", nasty],
        ["meeting", "show", f"or@{nasty}"],
        ["explain", "a", nasty],
        ["--root", nasty, "check"],
    ):
        told = vr(*line)
        assert told.code in {2, 3}
        assert not {"\x1b", "\u202e"} & {*told.err}


WORDS = st.sampled_from([
    "check", "norms", "explain", "meeting", "matter", "roster", "agenda", "list", "show", "data",
    "vacancies", "--format", "json", "text", "--select", "VR3", "--date", "2022-02-11", "--",
    "--forum", "or", "--year", "2022", "or-2022-01", "or@11feb", "2021-001", "--strict", "-h",
    "--unknown", "A-3.1-prepared", "data/meetings", "--help", "@", "=", "--format=x", "-",
])  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(line=st.lists(st.one_of(WORDS, WORDS, WORDS, st.text(max_size=6)), max_size=6))
def test_no_line_whatsoever_breaks_the_tool(vr: Run, line: list[str]) -> None:
    told = vr("--root", str(ROOT), *line)
    assert told.code in {0, 1, 2, 3}
    assert "Något gick fel i verktyget" not in told.err
    assert bool(told.err) >= (told.code in {2, 3})
