"""Findings as tests that pass and fail, in XML that any text leaves whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.report.hostile import HOSTILE
from tests.report.made import EXCUSE, PATH, RELATED, not_prepared, report, weekend
from tests.report.schemas import JUNIT
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.findings import Reportable
from vrtool.report.junit import junit

SCHEMA = etree.XMLSchema(etree.fromstring(JUNIT))


def _read(made: Reportable, *, strict: bool = False) -> etree._Element:
    tree = etree.fromstring(junit(made, strict=strict).encode())
    SCHEMA.assertValid(tree)
    return tree


def _case(root: Path, finding: Finding, *, strict: bool = False) -> etree._Element:
    (case,) = _read(report(root, finding), strict=strict).iter("testcase")
    return case


def test_a_breach_in_full(tmp_path: Path) -> None:
    case = _case(tmp_path, not_prepared(related=(RELATED,)))
    message = "Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031."
    assert dict(case.attrib) == {"name": f"VR301/N-prepared {message}", "classname": PATH}
    (failure,) = case
    assert dict(failure.attrib) == {"message": message, "type": "VR301"}
    assert failure.text == (
        f"{PATH}:5:15\n{message}\n"
        "Exempelformerna 3.1 (bör): ta upp det där 17 januari, eller ange ett avsteg med skäl.\n"
        "data/meetings/be-2031-01.yaml:7:5: togs bara till kännedom"
    )


@pytest.mark.parametrize(
    ("finding", "strict", "tag"),
    [
        (weekend(severity=Severity.ERROR), False, "failure"),
        (weekend(), False, "system-out"),
        (weekend(), True, "failure"),
        (weekend(severity=Severity.NOTE), True, "system-out"),
        (not_prepared(severity=Severity.WARNING, excused=EXCUSE), False, "skipped"),
        (not_prepared(severity=Severity.WARNING, excused=EXCUSE), True, "skipped"),
    ],
)
def test_a_case_fails_where_the_check_does(
    tmp_path: Path, finding: Finding, tag: str, *, strict: bool
) -> None:
    (result,) = _case(tmp_path, finding, strict=strict)
    assert result.tag == tag
    assert report(tmp_path, finding).fails(strict=strict) is (tag == "failure")


def test_a_suite_a_file_and_every_figure(tmp_path: Path) -> None:
    made = report(
        tmp_path, not_prepared(), weekend(), not_prepared(message="Till.", excused=EXCUSE)
    )
    tree = _read(replace(made, paths=("data/forums.yaml", PATH)))
    assert dict(tree.attrib) == {"name": "vr check", "tests": "4", "failures": "2"}
    assert [dict(suite.attrib) for suite in tree] == [
        {
            "name": "data/forums.yaml",
            "tests": "1",
            "failures": "0",
            "errors": "0",
            "skipped": "0",
        },
        {"name": PATH, "tests": "3", "failures": "2", "errors": "0", "skipped": "0"},
    ]
    assert tree[0][0].get("name") == "Inget att anmärka"
    assert len(tree[0][0]) == 0


def test_two_findings_alike_are_two_cases(tmp_path: Path) -> None:
    tree = _read(report(tmp_path, weekend(), not_prepared(), weekend(location=Location(PATH, 9))))
    names = [str(case.get("name")) for case in tree.iter("testcase")]
    assert names[2] == f"{names[0]} (2)"
    assert len(set(names)) == len(names) == 3


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.NOTE])
def test_any_text_stays_text(tmp_path: Path, text: str, severity: Severity) -> None:
    case = _case(tmp_path, weekend(severity=severity, message=text, help=text))
    assert [child.tag for child in case] == [
        "failure" if severity is Severity.ERROR else "system-out"
    ]
    assert len((case[0].text or "").split("\n")) == 3
    assert len(case[0]) == 0


def test_a_deviation_with_any_reason_stays_text(tmp_path: Path) -> None:
    case = _case(
        tmp_path, not_prepared(severity=Severity.NOTE, excused=replace(EXCUSE, reason="]]>\x00<b>"))
    )
    assert "]]>␀<b>" in str(case[0].get("message"))
