"""The report for people: its exact words, its excerpt, and nothing that steers a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.report.made import EXCUSE, PATH, RELATED, not_prepared, report, weekend
from vrtool.diagnostic import Excuse, Finding, Location, Severity
from vrtool.report.findings import Reportable
from vrtool.report.text import short, text

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_a_breach_in_full(tmp_path: Path) -> None:
    assert text(report(tmp_path, not_prepared(related=(RELATED,)))) == (
        """\
fel     VR301 not-prepared   data/meetings/ra-2031-01.yaml:5:15
     Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031.
     Exempelformerna 3.1 (bör): ta upp det där 17 januari, eller ange ett avsteg med skäl.
   5 │       matter: 2031-001
     │               ^^^^^^^^
     data/meetings/be-2031-01.yaml:7:5: togs bara till kännedom

1 fel i 12 filer."""
    )


def test_a_finding_without_a_norm(tmp_path: Path) -> None:
    assert text(report(tmp_path, weekend())).splitlines()[:5] == [
        "varning VR121 weekend-or-holiday   data/meetings/ra-2031-01.yaml:1:5",
        "     Rådet 8 februari 2031 ligger på en lördag.",
        "     Kontrollera datumet i källan.",
        "   1 │ id: ra-2031-01",
        "     │     ^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("excuse", "said"),
    [
        (EXCUSE, "avsteg är antecknat (presidiet): Underlaget blev klart sent."),
        (Excuse("Brådskande."), "avsteg är antecknat: Brådskande."),
    ],
)
def test_an_excused_breach_says_why_instead_of_how_to_mend_it(
    tmp_path: Path, excuse: Excuse, said: str
) -> None:
    lines = text(report(tmp_path, not_prepared(severity=Severity.NOTE, excused=excuse)))
    assert f"     Exempelformerna 3.1 (bör): {said}\n" in lines
    assert "ta upp det där" not in lines
    assert lines.startswith("notis   VR301")


def test_the_findings_stand_apart_in_their_order(tmp_path: Path) -> None:
    first, second = weekend(), not_prepared()
    written = text(report(tmp_path, first, second))
    one, other, summary = written.split("\n\n")
    assert one.startswith("varning VR121")
    assert other.startswith("fel     VR301")
    assert summary == "1 fel och 1 varning i 12 filer."


@pytest.mark.parametrize(
    ("counts", "files", "said"),
    [
        ((0, 0, 0), 0, "Inget att anmärka i 0 filer."),
        ((0, 0, 0), 1, "Inget att anmärka i 1 fil."),
        ((0, 0, 0), 53, "Inget att anmärka i 53 filer."),
        ((1, 0, 0), 1, "1 fel i 1 fil."),
        ((2, 0, 0), 2, "2 fel i 2 filer."),
        ((0, 1, 0), 2, "1 varning i 2 filer."),
        ((0, 2, 1), 2, "2 varningar och 1 notis i 2 filer."),
        ((3, 1, 2), 2, "3 fel, 1 varning och 2 notiser i 2 filer."),
        ((0, 0, 1234), 1234, "1\xa0234 notiser i 1\xa0234 filer."),
    ],
)
def test_the_summary_counts_in_good_swedish(
    tmp_path: Path, counts: tuple[int, int, int], files: int, said: str
) -> None:
    findings: list[Finding] = []
    for severity, number in zip(Severity, counts, strict=True):
        findings += [weekend(severity=severity)] * number
    made = report(tmp_path, *findings, files=files)
    assert text(made).splitlines()[-1] == said
    assert short(made).splitlines()[-1] == said


# Colour


def test_colour_only_when_asked_for_and_the_same_words(tmp_path: Path) -> None:
    made = report(tmp_path, not_prepared(related=(RELATED,)), weekend())
    for write in (text, short):
        plain, coloured = write(made), write(made, colour=True)
        assert "\x1b" not in plain
        assert "\x1b[1;31mfel" in coloured
        assert "\x1b[33mvarning" in coloured
        stripped = [line.rstrip() for line in ANSI.sub("", coloured).splitlines()]
        assert stripped == plain.splitlines()


# The excerpt


def _excerpt(root: Path, source: str, at: Location) -> list[str]:
    written = text(report(root, weekend(location=at), source=source)).split("\n\n")[0]
    return written.splitlines()[3:]


def test_the_carets_of_a_value_over_several_lines_end_with_its_first(tmp_path: Path) -> None:
    source = "title: >-\n  en\n  två\n"
    assert _excerpt(tmp_path, source, Location(PATH, 1, 8, 4, 1)) == [
        "   1 │ title: >-",
        "     │        ^^",
    ]


def test_an_empty_value_gets_one_caret(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, "title:\n", Location(PATH, 1, 7, 1, 7)) == [
        "   1 │ title:",
        "     │       ^",
    ]


def test_a_tab_takes_one_column_like_in_the_figures(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, "title:\tstort\tfel\n", Location(PATH, 1, 8, 1, 13)) == [
        "   1 │ title: stort fel",
        "     │        ^^^^^",
    ]


def test_a_line_number_of_many_digits_keeps_the_carets_in_place(tmp_path: Path) -> None:
    lines = _excerpt(tmp_path, "a: b\n" * 12345, Location(PATH, 12345, 4, 12345, 5))
    assert lines[0] == "12345 │ a: b"
    assert lines[1].index("^") == lines[0].index("b")


@pytest.mark.parametrize("column", [1, 50, 95, 96, 97, 5_000])
def test_a_very_long_line_is_cut(tmp_path: Path, column: int) -> None:
    source = "x" * 10_000 + "\n"
    lines = _excerpt(tmp_path, source, Location(PATH, 1, column, 1, 10_001))
    assert lines[0] == "   1 │ " + "x" * 96
    assert all(len(line) <= len("   1 │ ") + 96 for line in lines)
    assert all("^" in line for line in lines[1:])


@pytest.mark.parametrize("line", [2, 99])
def test_an_empty_or_missing_line_is_not_shown(tmp_path: Path, line: int) -> None:
    assert _excerpt(tmp_path, "a: b\n\n", Location(PATH, line, 1, line, 2)) == []


def test_a_file_that_is_not_there_has_no_excerpt(tmp_path: Path) -> None:
    made = report(tmp_path, weekend(location=Location("data/structure.yaml")))
    assert "│" not in text(made)


def test_bytes_that_are_not_utf8_are_shown_all_the_same(tmp_path: Path) -> None:
    made = report(tmp_path, weekend())
    (tmp_path / PATH).write_bytes(b"id: \xe5\xe4\xf6\r\nforum: rad\r\n")
    assert "   1 │ id: \ufffd\ufffd\ufffd\n" in text(made)


def test_a_byte_order_mark_takes_no_column(tmp_path: Path) -> None:
    assert _excerpt(tmp_path, "\ufeffid: ra\n", Location(PATH, 1, 5, 1, 7)) == [
        "   1 │ id: ra",
        "     │     ^^",
    ]


# Nothing forged


NASTY = "Röd\x1b[31m\x1b]0;titel\x07 \x9b1mfet\u202e\u2066\r\nfel VR999\u2028slut\x7f"
NASTY_FINDINGS = {
    "message": weekend(message=NASTY),
    "mend": weekend(help=NASTY),
    "mend under a norm": not_prepared(help=NASTY),
    "path": weekend(location=Location(f"data/meetings/{NASTY}.yaml")),
    "related message": weekend(related=((Location(PATH), NASTY),)),
    "related path": weekend(related=((Location(f"data/{NASTY}.yaml"), "den andra"),)),
    "reason": not_prepared(excused=Excuse(NASTY)),
    "accepted by": not_prepared(excused=Excuse("Brådskande.", NASTY)),
    "paragraph": not_prepared(paragraph=NASTY),
    "working forms": not_prepared(working_forms=NASTY),
    "source line": weekend(location=Location(PATH, 2, 1, 2, 9)),
}


@pytest.mark.parametrize("write", [text, short])
@pytest.mark.parametrize("finding", NASTY_FINDINGS.values(), ids=NASTY_FINDINGS.keys())
def test_text_from_the_files_cannot_steer_the_terminal(
    tmp_path: Path, write: Callable[[Reportable], str], finding: Finding
) -> None:
    written = write(report(tmp_path, finding, source=f"id: ra\ntitle: {NASTY}\n"))
    harmful = {c for c in written if unicodedata.category(c) in {"Cc", "Cf"}} - {"\n"}
    assert harmful == set()
    assert not [line for line in written.splitlines() if line.startswith("fel VR999")]


def test_one_line_a_finding(tmp_path: Path) -> None:
    finding = not_prepared(message="Ett\nfel\x1b[0m.")
    assert short(report(tmp_path, finding, weekend())).splitlines() == [
        f"{PATH}:5:15: fel VR301 [N-prepared] Ett␤fel␛[0m.",
        f"{PATH}:1:5: varning VR121 Rådet 8 februari 2031 ligger på en lördag.",
        "1 fel och 1 varning i 12 filer.",
    ]
