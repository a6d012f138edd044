"""`vr matter plan`, `vr due` and `vr status`: what is said, how it ends, and that it fits."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import ROOT, Council

TODAY = ("--today", "2032-01-02")
PLAN = ("matter", "plan", "2032-001", *TODAY)


@pytest.fixture(name="exercise")
def the_fictional_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    """A copy of the fictional council, as the folder worked in."""
    shutil.copytree(ROOT / "examples" / "ovningsradet" / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Council(tmp_path)


pytestmark = pytest.mark.usefixtures("exercise")


# The plan


def test_the_plan_of_a_matter(vr: Run) -> None:
    told = vr(*PLAN)
    assert (told.code, told.err) == (0, "")
    assert (
        told.out.replace("\xa0", " ")
        == """\
2032-001  Gemensam upphandling av skolskjuts

För ställningstagande 19 mars 2032 i ordföranderådet: direktörsberedningen
senast 16 januari, dialog i ordföranderådet senast 6 februari och underlaget ute
senast 12 mars.

2031-12-10  gjort     Dagordningen för direktörsberedningen 16 januari 2032
                      fastställs av beredningsgruppen (arbetsformerna 3.1, ska).
2032-01-16  inlagt    Beredning: direktörsberedningen 16 januari 2032,
                      db-2032-01 (arbetsformerna 3.1, bör).
2032-02-06  inlagt    Dialog: ordföranderådet 6 februari 2032, or-2032-01
                      (samverkansavtalet 3, bör).
2032-03-12  att göra  Dagordningen för ordföranderådet 19 mars 2032 fastställs
                      (arbetsformerna 3.1, ska).
2032-03-12  att göra  Underlaget klart inför ställningstagandet 19 mars:
                      beskrivning av ärendet och förslag saknas (arbetsformerna
                      3.2.1, bör).
2032-03-12  att göra  Underlaget ute till alla parter (arbetsformerna 3.2.1,
                      normalt).
2032-03-19  att göra  Ställningstagande: ordföranderådet 19 mars 2032,
                      or-2032-02 (arbetsformerna 2.2.2, ska).
"""
    )


def test_the_example_of_the_design(vr: Run) -> None:
    told = vr("matter", "plan", "2031-008", *TODAY, "--position-by", "2032-12-11")
    assert told.out.replace("\xa0", " ").split("\n\n")[1] == (
        "För ställningstagande 10 december 2032 i ordföranderådet: direktörsberedningen\n"
        "senast 12 november och underlaget ute senast 3 december."
    )


def test_what_is_too_late_and_what_can_be_met_instead(vr: Run) -> None:
    told = vr("matter", "plan", "skolskjuts", "--today", "2032-03-15")
    text = " ".join(told.out.replace("\xa0", " ").split())
    assert told.code == 0
    assert "3 steg hinns inte längre: se ”för sent”." in text
    assert "2032-01-16 inlagt Beredning: direktörsberedningen 16 januari 2032, db-2032-01; " in text
    assert "resultatet är inte antecknat" in text
    assert "Tidigast går det så här. För ställningstagande 7 maj 2032 i ordföranderådet" in text


def test_a_meeting_that_is_lacking_comes_with_its_command(vr: Run) -> None:
    told = vr("matter", "plan", "2031-008", "--today", "2032-01-18")
    assert "\n  vr meeting new direktorsberedningen --date 2032-01-30\n" in told.out
    assert "Med de möten som är inlagda går det tidigast så här." in told.out


def test_nothing_later_can_be_met_either(exercise: Council, vr: Run) -> None:
    wheel = exercise.read("year-wheels/2032.yaml")
    exercise.write(
        "year-wheels/2032.yaml", wheel.replace("plan:", "parts: {}\n# plan:").split("# plan:")[0]
    )
    told = vr("matter", "plan", "2032-001", "--today", "2032-03-15")
    assert "\nInget senare möte som är inlagt hinns heller: lägg in fler.\n" in told.out


def test_a_basis_and_the_group_in_words(exercise: Council, vr: Run) -> None:
    exercise.add("matters/2032-001-skolskjuts.yaml", "needs_decisions: true\n")
    exercise.write(
        "meetings/bg-2032-01.yaml", "id: bg-2032-01\nforum: beredningsgruppen\ndate: 2032-01-07\n"
    )
    text = exercise.read("meetings/db-2032-01.yaml")
    start, end = text.index("  fixed:\n"), text.index("  items:\n")
    exercise.write("meetings/db-2032-01.yaml", text[:start] + text[end:])
    said = " ".join(vr(*PLAN).out.replace("\xa0", " ").split())
    assert "fastställs av beredningsgruppen, bg-2032-01 (arbetsformerna 3.1, ska)." in said
    assert (
        "Uppdrag till direktörsberedningen att ta fram ett underlag för besluten: Övningsrådet "
        "12 februari 2032, vr-2032-01"
    ) in said


def test_the_plan_for_programs(vr: Run) -> None:
    told = json.loads(vr(*PLAN, "--format", "json").out)
    assert (told["version"], told["in_time"], told["earliest"]) == (1, True, None)
    assert told["position"] == {
        "meeting": "or-2032-02",
        "forum": "ordforanderadet",
        "date": "2032-03-19",
        "standing": "meeting",
    }
    assert told["steps"][1]["norm"] == "A-3.1-prepared"
    assert told["steps"][4]["lacks"] == ["description", "proposal"]


def test_nothing_to_plan(vr: Run) -> None:
    told = vr("matter", "plan", "2031-006", *TODAY)
    assert (told.code, told.out) == (3, "")
    assert "är avslutat: det finns inget att planera." in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--position-by", "2031-12-31"), "2031-12-31 har redan varit"),
        (("--position-by", "snart"), "snart"),
        (("--today", "2032-02-30"), "2032-02-30"),
        (("--format", "svg"), "välj bland 'text', 'json'"),
    ],
)
def test_wrong_options(vr: Run, arguments: tuple[str, ...], said: str) -> None:
    told = vr(*PLAN, *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.err


# What is due


def test_what_is_due(vr: Run) -> None:
    told = vr("due", *TODAY)
    assert (told.code, told.err) == (0, "")
    text = told.out.replace("\xa0", " ")
    assert text.startswith("""\
Försenat (1)
2031-12-30  Minnesanteckningarna från ordföranderådet 18 december 2031 ska
            sändas ut. Väntar sedan 18 december 2031.
            vr minutes dispatch or-2031-08

Längre fram (""")
    assert "\nUtan sista dag (6)\n–           " in text


def test_so_many_days_are_now(vr: Run) -> None:
    assert "\nInom 28 dagar (2)\n2032-01-30  Dagordningen" in vr("due", *TODAY, "--days", "28").out
    assert vr("due", "--today", "2032-01-30", "--days", "0").out.count("\nI dag (") == 1
    assert vr("due", *TODAY, "--days", "-1").code == 2


def test_what_is_due_for_programs(vr: Run) -> None:
    told = json.loads(vr("due", *TODAY, "--format", "json").out)
    assert (told["version"], told["today"], told["days"]) == (1, "2032-01-02", 7)
    assert told["soon"] == []
    assert told["late"] == [
        {
            "kind": "dispatch",
            "what": "Minnesanteckningarna från ordföranderådet 18\xa0december\xa02031 ska "
            "sändas ut.",
            "path": "data/meetings/or-2031-08.yaml",
            "last_day": "2031-12-30",
            "since": "2031-12-18",
            "parties": [],
            "command": "vr minutes dispatch or-2031-08",
        }
    ]
    [decisions] = [task for task in told["undated"] if task["kind"] == "decision"]
    assert len(decisions["parties"]) == 15


@pytest.mark.parametrize("day", ["2032-01-02", "2032-03-01", "2034-09-01"])
@pytest.mark.parametrize("example", ["ovningsradet", "vastmanland"])
def test_the_commands_it_names_exist(vr: Run, example: str, day: str) -> None:
    """Every noun, verb and option that a task sends the user to."""
    root = str(ROOT / "examples" / example)
    told = json.loads(vr("--root", root, "due", "--today", day, "--format", "json").out)
    named = {
        task["command"] for group in told.values() if isinstance(group, list) for task in group
    }
    assert named
    for command in sorted(named):
        _, noun, verb, *rest = command.split()
        shown = vr(noun, verb, "--help")
        assert shown.code == 0, command
        assert all(word in shown.out for word in rest if word.startswith("--")), command


def test_nothing_is_due(vr: Run) -> None:
    root = str(ROOT / "tests" / "third")
    assert vr("--root", root, "due", "--today", "2041-09-01") == (
        0,
        "",
        "Inget väntar 1\xa0september\xa02041.\n",
    )


# How matters stand


def test_how_the_matters_stand(vr: Run) -> None:
    told = vr("status", *TODAY)
    assert (told.code, told.err) == (0, "")
    assert (
        told.out.replace("\xa0", " ").split("\n\n")[4]
        == """\
2032-001  Gemensam upphandling av skolskjuts
  Läge:     öppet: Ärendet är nytt och bereds i januari.
  Senast:   har inte varit uppe
  Härnäst:  beredning vid direktörsberedningen 16 januari 2032 (db-2032-01)
  Hindrar:  Underlaget saknar beskrivning av ärendet och förslag."""
    )


def test_how_the_matters_stand_for_programs(vr: Run) -> None:
    told = json.loads(vr("status", *TODAY, "--format", "json").out)
    assert told["version"] == 1
    [school] = [matter for matter in told["matters"] if matter["id"] == "2032-001"]
    assert school["next"] == {
        "kind": "meeting",
        "what": "beredning vid direktörsberedningen 16\xa0januari\xa02032 (db-2032-01)",
        "meeting": "db-2032-01",
        "date": "2032-01-16",
    }
    assert school["blocks"] == ["Underlaget saknar beskrivning av ärendet och förslag."]


def test_a_step_that_is_next_and_why_there_is_no_plan(exercise: Council, vr: Run) -> None:
    file = "matters/2031-008-varsel-i-fabelby.yaml"
    exercise.change(file, "goal: information", "goal: position")
    next_up = "Härnäst: Beredning: direktörsberedningen 16 januari 2032, db-2032-01\n"
    assert next_up in re.sub(r"[ \xa0]+", " ", vr("status", *TODAY).out)
    told = vr("status", "--today", "2033-02-01").out
    assert "  Hindrar:  Inget möte för ställningstagande är inlagt från och med" in told


def test_no_open_matters(exercise: Council, vr: Run) -> None:
    for file in (exercise.root / "data" / "matters").iterdir():
        file.unlink()
    assert vr("status", *TODAY) == (0, "", "Inga ärenden är öppna.\n")


# All three


@pytest.mark.parametrize("arguments", [PLAN, ("due", *TODAY), ("status", *TODAY)], ids=" ".join)
def test_it_fits_a_terminal_and_changes_nothing(
    exercise: Council, vr: Run, arguments: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in exercise.root.rglob("*") if path.is_file()}
    told = vr(*arguments)
    assert max(map(len, told.out.splitlines())) <= 80
    assert on_a_terminal(*arguments, cwd=exercise.root).out.replace("\r", "") == told.out
    after = {path: path.read_bytes() for path in exercise.root.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("arguments", [PLAN, ("due", *TODAY), ("status", *TODAY)], ids=" ".join)
def test_hostile_text_is_shown_not_obeyed(
    exercise: Council, vr: Run, arguments: tuple[str, ...]
) -> None:
    exercise.change(
        "matters/2032-001-skolskjuts.yaml",
        "title: Gemensam upphandling av skolskjuts",
        f'title: "Skolskjuts\\nFörsenat (0) {"x" * 200}"',
    )
    exercise.change("meetings/or-2032-01.yaml", "[dialogue]", "[position]")
    told = vr(*arguments)
    assert told.code == 0
    assert "Skolskjuts" in told.out
    assert "\nFörsenat (0)" not in told.out
    assert max(map(len, told.out.splitlines()[1:])) <= 80


def test_a_repo_that_cannot_be_read(exercise: Council, vr: Run) -> None:
    exercise.write("structure.yaml", "name: [\n")
    for arguments in (PLAN, ("due", *TODAY), ("status", *TODAY)):
        told = vr(*arguments)
        assert (told.code, told.out) == (3, "")
        assert "Kör vr check" in told.err
