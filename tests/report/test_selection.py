"""Which findings are asked for, and when a check fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import copied
from tests.report.made import EXCUSE, not_prepared, report, weekend
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.engine import check
from vrtool.errors import WrongUsage
from vrtool.register.load import load
from vrtool.report.findings import Reportable, reportable, selected

NORMS = ["N-prepared", "N-dialogue"]
BROKEN = weekend(code="VR005", name="invalid-record", location=Location("data/structure.yaml"))


@pytest.fixture(name="made")
def a_report(tmp_path: Path) -> Reportable:
    return report(tmp_path, weekend(), not_prepared(), BROKEN)


def _codes(made: Reportable) -> list[str]:
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ([], [], ["VR121", "VR301", "VR005"]),
        (["VR301"], [], ["VR301"]),
        (["VR3"], [], ["VR301"]),
        (["VR"], [], ["VR121", "VR301", "VR005"]),
        (["not-prepared"], [], ["VR301"]),
        (["N-prepared"], [], ["VR301"]),
        (["N-dialogue"], [], []),
        (["VR1", "VR0"], [], ["VR121", "VR005"]),
        ([], ["VR1"], ["VR301", "VR005"]),
        ([], ["N-prepared", "invalid-record"], ["VR121"]),
        (["VR1", "VR3"], ["VR301"], ["VR121"]),
    ],
)
def test_codes_by_their_beginning_names_and_norms_whole(
    made: Reportable, select: list[str], ignore: list[str], kept: list[str]
) -> None:
    assert _codes(selected(made, NORMS, select=select, ignore=ignore)) == kept


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("VR3301", "VR301"),
        ("N-preparad", "N-prepared"),
        ("not-prepard", "not-prepared"),
        ("VR9999", None),
        ("N-", None),
        ("prepared", None),
        ("xyz", None),
    ],
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_name_that_does_not_exist_is_never_passed_over(
    made: Reportable, option: str, name: str, guess: str | None
) -> None:
    with pytest.raises(WrongUsage, match=f"”{name}” är varken en regel eller en norm") as error:
        selected(made, NORMS, **{option: [name]})
    if guess:
        assert f"Menade du {guess}" in str(error.value)


@pytest.mark.parametrize(
    ("paths", "kept"),
    [
        (["data/meetings/ra-2031-01.yaml"], ["VR121", "VR301"]),
        (["data/meetings"], ["VR121", "VR301"]),
        (["data/structure.yaml", "data/matters"], ["VR005"]),
        (["data"], ["VR121", "VR301", "VR005"]),
        (["."], ["VR121", "VR301", "VR005"]),
        (["data/meet"], []),
        (["data/meetings/ra-2031-01"], []),
    ],
)
def test_paths_are_whole_files_and_folders(
    made: Reportable, paths: list[str], kept: list[str]
) -> None:
    assert _codes(selected(made, NORMS, paths=paths)) == kept


def test_what_is_selected_still_says_how_many_files_were_checked(made: Reportable) -> None:
    chosen = selected(made, NORMS, select=["N-dialogue"])
    assert (chosen.files, chosen.root, chosen.forms) == (made.files, made.root, made.forms)


ERROR, WARNING, NOTE = (weekend(severity=severity) for severity in Severity)
EXCUSED = not_prepared(severity=Severity.WARNING, excused=EXCUSE)


@pytest.mark.parametrize(
    ("findings", "fails", "fails_when_strict"),
    [
        ([], False, False),
        ([NOTE], False, False),
        ([NOTE, WARNING], False, True),
        ([EXCUSED], False, False),
        ([EXCUSED, WARNING], False, True),
        ([NOTE, ERROR], True, True),
    ],
)
def test_errors_fail_and_when_strict_warnings_nobody_answers_for(
    tmp_path: Path, findings: list[Finding], *, fails: bool, fails_when_strict: bool
) -> None:
    made = report(tmp_path, *findings)
    assert made.fails(strict=False) is fails
    assert made.fails(strict=True) is fails_when_strict


def test_every_file_that_was_read_or_could_not_be_is_counted(tmp_path: Path) -> None:
    council = copied(tmp_path)
    files = len([*(tmp_path / "data").rglob("*.yaml")])
    council.write("meetings/or-2022-02.yaml", "id: [")
    council.write("meetings/or-2022-99.yaml", "")
    loaded = load(tmp_path)
    made = reportable(loaded, check(loaded))
    assert made.files == files + 1
    assert made.forms["praxis-2021"] == "utvärderingens rekommendationer"


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (not_prepared(), "Exempelformerna 3.1 (bör)"),
        (not_prepared(working_forms="okända"), "Okända 3.1 (bör)"),
        (weekend(), ""),
    ],
)
def test_the_paragraph_behind_a_finding(tmp_path: Path, finding: Finding, said: str) -> None:
    assert report(tmp_path, finding).paragraph(finding) == said
