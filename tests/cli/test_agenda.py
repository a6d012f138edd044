"""`vr agenda build` and `vr agenda data`."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run, on_a_terminal
from tests.council import Council

MEETING = "meetings/or-2022-01.yaml"
BUILT = [f"build/or-2022-01/kallelse.{form}" for form in ("md", "html", "docx", "pdf")]
BUILD = ("agenda", "build", "or@2022-02-11")
QUICK = (*BUILD, "--format", "md")


def _built(council: Council) -> list[str]:
    build = council.root / "build"
    files = (path for path in build.rglob("*") if path.is_file())
    return sorted(path.relative_to(council.root).as_posix() for path in files)


def _spoil(council: Council) -> None:
    council.change(MEETING, "purpose: [position]", "purpose: [position]\n      topics: [okand]")


def _markdown(council: Council, meeting: str = "or-2022-01") -> str:
    return (council.root / "build" / meeting / "kallelse.md").read_text(encoding="utf-8")


def test_the_agenda_of_11_february_2022_in_four_forms(council: Council, vr: Run) -> None:
    told = vr(*BUILD)
    assert (told.code, told.err) == (0, "")
    head, *named = told.out.splitlines()
    assert head == "Kallelse till ordföranderådet 11\xa0februari\xa02022:"
    assert [line.strip() for line in named] == BUILT
    assert {*BUILT} <= {*_built(council)}
    markdown, html, docx, pdf = (council.root / path for path in BUILT)
    assert markdown.read_text(encoding="utf-8").startswith("# Kallelse till ordföranderådet\n")
    assert '<html lang="sv"' in html.read_text(encoding="utf-8")
    assert zipfile.ZipFile(docx).testzip() is None
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_same_data_give_the_same_bytes(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: dict[str, bytes] = {}
    for zone in ("UTC", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", zone)
        vr(*BUILD)
        built = {path: (council.root / path).read_bytes() for path in BUILT}
        assert built == (first or built)
        first = built
        for path in BUILT:
            (council.root / path).unlink()


def test_an_unchanged_document_is_left_alone(council: Council, vr: Run) -> None:
    vr(*QUICK)
    before = (council.root / BUILT[0]).stat().st_mtime_ns
    assert vr(*QUICK).code == 0
    assert (council.root / BUILT[0]).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("formats", "written"),
    [("md", [0]), ("MD, html", [0, 1]), ("pdf,md", [0, 3]), ("md,md", [0])],
)
def test_only_the_forms_asked_for(
    council: Council, vr: Run, formats: str, written: list[int]
) -> None:
    told = vr(*BUILD, "--format", formats)
    assert (told.code, told.err) == (0, "")
    made = [path for path in _built(council) if "stamps" not in path]
    assert made == sorted(BUILT[index] for index in written)
    assert sorted(line.strip() for line in told.out.splitlines()[1:]) == made


def test_with_errors_nothing_is_written_and_each_is_shown(council: Council, vr: Run) -> None:
    _spoil(council)
    told = vr(*BUILD)
    assert told.code == 1
    assert "fel     VR101 unknown-reference   data/meetings/or-2022-01.yaml:13:16" in told.out
    assert "Inget är skrivet: ordföranderådet 11\xa0februari\xa02022 har fel" in told.err
    assert "--draft" in told.err
    assert not (council.root / "build").exists()


def test_errors_elsewhere_do_not_stop_it(council: Council, vr: Run) -> None:
    council.write("meetings/or-2022-02.yaml", "id: [")
    council.add("matters/2023-001-lansgemensamma-medel-psykisk-halsa.yaml", "x: y\n")
    assert vr("check").code == 1
    told = vr(*QUICK)
    assert (told.code, told.err) == (0, "")


def test_a_draft_is_built_all_the_same_and_stamped(council: Council, vr: Run) -> None:
    _spoil(council)
    assert vr(*QUICK, "--draft").code == 0
    markdown = _markdown(council)
    assert "UTKAST" in markdown
    assert "okand" in markdown
    council.change(MEETING, "\n      topics: [okand]", "")
    assert vr(*QUICK).code == 0
    assert "UTKAST" not in _markdown(council)


def test_an_agenda_not_yet_fixed_is_stamped_as_a_proposal(council: Council, vr: Run) -> None:
    council.write(
        "meetings/or-2031-01.yaml",
        "id: or-2031-01\nforum: ordforanderadet\ndate: 2031-02-14\n"
        "agenda: {items: [{id: a, title: Läget, purpose: [information]}]}\n",
    )
    assert vr("agenda", "build", "or-2031-01", "--format", "md").code == 0
    assert "FÖRSLAG" in _markdown(council, "or-2031-01")
    council.change(
        "meetings/or-2031-01.yaml",
        "agenda: {",
        "agenda: {fixed: {date: 2031-01-31, by: [asa-johansson, henrik-frykberger]}, ",
    )
    assert vr("agenda", "build", "or-2031-01", "--format", "md").code == 0
    assert "FÖRSLAG" not in _markdown(council, "or-2031-01")


def test_warnings_are_told_of_and_stop_nothing(council: Council, vr: Run) -> None:
    council.change(MEETING, "date: 2022-02-11", "date: 2022-02-12")
    told = vr("agenda", "build", "or-2022-01", "--format", "md")
    assert told.code == 0
    assert "1 varning" in told.err


def test_what_is_changed_by_hand_is_not_overwritten(council: Council, vr: Run) -> None:
    vr(*QUICK)
    file = council.root / BUILT[0]
    file.write_text(file.read_text(encoding="utf-8") + "\nEgen rad.\n", encoding="utf-8")
    told = vr(*QUICK)
    assert (told.code, told.out) == (3, "")
    assert "Ändrat för hand" in told.err
    assert "--force" in told.err
    assert _markdown(council).endswith("Egen rad.\n")
    assert vr(*QUICK, "--force").code == 0
    assert "Egen rad." not in _markdown(council)


def test_the_files_are_named_from_where_one_stands(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(council.root / "data")
    assert vr(*QUICK).out.splitlines()[1].strip() == str(council.root / BUILT[0])


def test_the_first_document_is_opened_when_asked(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("vrtool.cli.agenda_command.typer.launch", opened.append)
    vr(*QUICK)
    assert opened == []
    vr(*QUICK, "--open")
    assert opened == [str(council.root / BUILT[0])]


# Which meeting


def _today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    class Clock(date):
        """A clock that stands still."""

        @classmethod
        def today(cls) -> Clock:
            return cls(day.year, day.month, day.day)

    monkeypatch.setattr("vrtool.cli.clock.date", Clock)


@pytest.mark.parametrize(
    ("day", "meeting"),
    [
        (date(2022, 1, 22), "or-2022-01"),
        (date(2022, 2, 11), "or-2022-01"),
        (date(2022, 2, 12), "or-2022-02"),
        (date(2021, 6, 18), "vr-2021-06"),
    ],
)
@pytest.mark.usefixtures("council")
def test_without_a_meeting_it_is_the_next_one(
    vr: Run, monkeypatch: pytest.MonkeyPatch, day: date, meeting: str
) -> None:
    _today(monkeypatch, day)
    told = vr("agenda", "data")
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["id"] == meeting


def test_with_no_meeting_coming_the_tool_says_so(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _today(monkeypatch, date(2030, 1, 1))
    told = vr("agenda", "build")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Inget kommande möte finns inlagt.")
    assert not (council.root / "build").exists()


def test_several_that_fit_are_listed_where_nobody_can_be_asked(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _today(monkeypatch, date(2020, 3, 13))
    told = vr("agenda", "build")
    assert (told.code, told.out) == (2, "")
    assert "Flera möten passar: " in told.err
    assert told.err.endswith("Skriv vilket.\n")
    assert vr("agenda", "build", "or@2022").code == 2
    assert not (council.root / "build").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals as Unix has them")
@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ("1\n", 0, "Kallelse till ordföranderådet 11\xa0februari\xa02022:"),
        ("3\n", 2, "”3” är inget av numren 1–2."),
        ("x\n", 2, "”x” är inget av numren 1–2."),
        ("\x04", 130, "Avbrutet."),
    ],
)
def test_on_a_terminal_one_is_asked_which(
    council: Council, answer: str, code: int, said: str
) -> None:
    told = on_a_terminal(
        "agenda", "build", "or@2022", "--format", "md", cwd=council.root, answer=answer
    )
    assert "  1. or-2022-01  Ordföranderådet 11\xa0februari\xa02022\n" in told.out
    assert "  2. or-2022-02  Ordföranderådet 18\xa0mars\xa02022\n" in told.out
    assert "Vilket möte (nummer)" in told.out
    assert (told.code, said in told.out) == (code, True)


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ("2", 0, ""),
        ("0", 2, "”0” är inget av numren 1–2."),
        ("²", 2, "”²” är inget av numren 1–2."),
    ],
)
def test_the_answer_must_be_one_of_the_numbers(
    council: Council, vr: Run, monkeypatch: pytest.MonkeyPatch, *, answer: str, code: int, said: str
) -> None:
    monkeypatch.setattr("vrtool.cli.asking.sys.stdin", Terminal())
    monkeypatch.setattr("vrtool.cli.asking.typer.prompt", lambda *_, **__: answer)
    told = vr("agenda", "build", "or@2022", "--format", "md")
    assert (told.code, said in told.err) == (code, True)
    assert told.err.startswith("  1. or-2022-01  Ordföranderådet 11\xa0februari\xa02022\n  2. ")
    assert (council.root / "build" / "or-2022-02").exists() is (code == 0)


class Terminal(io.StringIO):
    """A standard input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


# The data


def test_the_data_are_what_the_template_writes_from(council: Council, vr: Run) -> None:
    told = vr("agenda", "data", "or-2022-01")
    assert (told.code, told.err) == (0, "")
    read: dict[str, Any] = json.loads(told.out)
    assert (read["id"], read["title"]) == ("or-2022-01", "Kallelse till ordföranderådet")
    ((entry,),) = [day["entries"] for day in read["days"]]
    assert entry["title"] == "Värmlandsrådets arbetsformer"
    assert [matter["id"] for matter in entry["matters"]] == ["2021-001"]
    assert not (council.root / "build").exists()


def test_the_data_are_shown_with_errors_too(council: Council, vr: Run) -> None:
    _spoil(council)
    told = vr("agenda", "data", "or-2022-01")
    assert (told.code, json.loads(told.out)["id"]) == (0, "or-2022-01")


def test_the_councils_own_template_wins(council: Council, vr: Run) -> None:
    own: Path = council.root / "templates" / "agenda.md.j2"
    own.parent.mkdir()
    own.write_text("# Egen mall\n", encoding="utf-8")
    assert vr(*QUICK).code == 0
    assert _markdown(council).startswith("# Egen mall")
