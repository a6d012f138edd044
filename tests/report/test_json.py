"""The report for programs: exactly the keys of version 1, figures and pointers as promised."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.report.hostile import NAMES, UNSEEN
from tests.report.made import EXCUSE, PATH, RELATED, not_prepared, report, weekend
from vrtool.diagnostic import Excuse, Location, Severity
from vrtool.report.findings import Reportable
from vrtool.report.machine import as_json


def _read(made: Reportable) -> dict[str, Any]:
    read = json.loads(as_json(made))
    assert isinstance(read, dict)
    return read


def test_a_breach_in_full(tmp_path: Path) -> None:
    made = report(tmp_path, not_prepared(related=(RELATED,), excused=EXCUSE))
    assert _read(made) == {
        "version": 1,
        "findings": [
            {
                "code": "VR301",
                "name": "not-prepared",
                "norm": "N-prepared",
                "working_forms": "formerna",
                "paragraph": "3.1",
                "strength": "should",
                "severity": "error",
                "message": "Ärendet 2031-001 har inte passerat beredningen före rådet "
                "7 februari 2031.",
                "path": PATH,
                "line": 5,
                "column": 15,
                "end_line": 5,
                "end_column": 23,
                "pointer": "/agenda/items/0/matter",
                "related": [
                    {
                        "path": "data/meetings/be-2031-01.yaml",
                        "line": 7,
                        "column": 5,
                        "message": "togs bara till kännedom",
                    }
                ],
                "help": "ta upp det där 17 januari, eller ange ett avsteg med skäl.",
                "excused": {
                    "reason": "Underlaget blev klart sent.",
                    "accepted_by": "presidiet",
                    "date": "2031-01-20",
                },
            }
        ],
        "summary": {"files": 12, "errors": 1, "warnings": 0, "notes": 0, "excused": 1},
    }


def test_what_a_finding_lacks_is_null_and_never_left_out(tmp_path: Path) -> None:
    (full,) = _read(report(tmp_path, not_prepared()))["findings"]
    (bare,) = _read(report(tmp_path, weekend(excused=None)))["findings"]
    assert list(bare) == list(full)
    empty = [key for key, value in bare.items() if value is None]
    assert empty == ["norm", "working_forms", "paragraph", "strength", "excused"]
    (excused,) = _read(report(tmp_path, weekend(excused=Excuse("Så är det."))))["findings"]
    assert excused["excused"] == {"reason": "Så är det.", "accepted_by": None, "date": None}


def test_no_findings(tmp_path: Path) -> None:
    assert _read(report(tmp_path)) == {
        "version": 1,
        "findings": [],
        "summary": {"files": 12, "errors": 0, "warnings": 0, "notes": 0, "excused": 0},
    }


def test_the_summary_counts_what_is_listed(tmp_path: Path) -> None:
    note = weekend(severity=Severity.NOTE, excused=EXCUSE)
    summary = _read(report(tmp_path, weekend(), weekend(), not_prepared(), note))["summary"]
    assert summary == {"files": 12, "errors": 1, "warnings": 2, "notes": 1, "excused": 1}


def test_the_end_is_exclusive_so_that_the_figures_cut_out_the_value(tmp_path: Path) -> None:
    made = report(tmp_path, not_prepared())
    (found,) = _read(made)["findings"]
    line = (tmp_path / found["path"]).read_text(encoding="utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 : found["end_column"] - 1] == "2031-001"


@pytest.mark.parametrize(
    ("pointer", "written"),
    [
        ((), ""),
        (("",), "/"),
        (("agenda", "items", 0), "/agenda/items/0"),
        (("offices", "arvika/kso", 1), "/offices/arvika~1kso/1"),
        (("a~b", "c/d", "~1"), "/a~0b/c~1d/~01"),
        (("med mellanslag", 'åäö%"\\'), '/med mellanslag/åäö%"\\'),
    ],
)
def test_the_pointer_follows_rfc_6901(
    tmp_path: Path, pointer: tuple[str | int, ...], written: str
) -> None:
    (found,) = _read(report(tmp_path, weekend(pointer=pointer)))["findings"]
    assert found["pointer"] == written


def test_letters_stand_as_they_are_and_control_characters_do_not(tmp_path: Path) -> None:
    written = as_json(report(tmp_path, weekend(message="Årjäng\x1b[31m\n”så”")))
    assert "Årjäng" in written
    assert "\x1b" not in written
    (found,) = json.loads(written)["findings"]
    assert found["message"] == "Årjäng\x1b[31m\n”så”"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_is_whole_and_steers_no_terminal(tmp_path: Path, name: str) -> None:
    made = report(tmp_path, weekend(location=Location(f"data/{name}.yaml")))
    assert _read(made)["findings"][0]["path"] == f"data/{name}.yaml"
    assert not re.search(UNSEEN, as_json(made))


def test_every_place_has_its_figures(tmp_path: Path) -> None:
    (found,) = _read(report(tmp_path, weekend(location=Location("data/structure.yaml"))))[
        "findings"
    ]
    figures = [found[key] for key in ("line", "column", "end_line", "end_column")]
    assert figures == [1, 1, 1, 1]
