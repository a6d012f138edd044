"""Annotations for GitHub: one command a finding, which no text in the files can break out of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.report.hostile import HOSTILE, UNSEEN
from tests.report.made import EXCUSE, PATH, not_prepared, report, weekend
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.machine import github

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^,:\n\r]*,?)+)::([^\n\r]*)")


def _command(root: Path, finding: Finding) -> tuple[str, dict[str, str], str]:
    """The level, properties and message of the one command, read as GitHub's runner reads it."""
    written = github(report(root, finding))
    found = COMMAND.fullmatch(written)
    assert found, written
    level, properties, message = found.groups()
    named = dict(pair.split("=", 1) for pair in properties.split(","))
    return level, {key: _decoded(value) for key, value in named.items()}, _decoded(message)


def _decoded(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_a_breach_in_full(tmp_path: Path) -> None:
    assert github(report(tmp_path, not_prepared())) == (
        f"::error file={PATH},line=5,col=15,endLine=5,endColumn=23,title=VR301 not-prepared"
        "::Ärendet 2031-001 har inte passerat beredningen före rådet 7 februari 2031."
        "%0AExempelformerna 3.1 (bör): ta upp det där 17 januari, eller ange ett avsteg med skäl."
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")],
)
def test_the_level_follows_the_severity(tmp_path: Path, severity: Severity, level: str) -> None:
    assert _command(tmp_path, weekend(severity=severity))[0] == level


def test_a_finding_without_mend_ends_with_its_message(tmp_path: Path) -> None:
    assert _command(tmp_path, weekend(help=""))[2] == "Rådet 8 februari 2031 ligger på en lördag."


def test_an_excused_breach_tells_its_reason(tmp_path: Path) -> None:
    message = _command(tmp_path, not_prepared(excused=EXCUSE))[2]
    assert "avsteg är antecknat (presidiet): Underlaget blev klart sent." in message
    assert "ange ett avsteg" not in message


@pytest.mark.parametrize(
    "text",
    [
        "50 % av alla, %0A och %25",
        "rad\nrad\r\nrad\rrad",
        "\n::error::forged",
        "::error file=a.yaml::forged",
        "::stop-commands::nyckel",
        "##[error]forged",
        "a,b:c",
    ],
)
def test_any_text_arrives_whole_and_forges_nothing(tmp_path: Path, text: str) -> None:
    finding = weekend(message=text, help=text)
    lines = "\n".join(text.splitlines())
    assert _command(tmp_path, finding)[2] == f"{lines}\n{lines}"


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_steers_the_log_it_is_written_in(tmp_path: Path, text: str) -> None:
    at = Location(f"data/meetings/{text}.yaml", 3, 2, 3, 9)
    written = github(report(tmp_path, weekend(message=text, help=text, location=at)))
    assert written.count("::warning file=") == 1
    assert not re.search(rf"{UNSEEN}|\n", written)


@pytest.mark.parametrize("name", ["a,b.yaml", "a:b.yaml", "a%2Cb.yaml", "å ä.yaml"])
def test_any_file_name_arrives_whole(tmp_path: Path, name: str) -> None:
    finding = weekend(location=Location(f"data/meetings/{name}", 3, 2, 3, 9))
    _, properties, _ = _command(tmp_path, finding)
    assert properties == {
        "file": f"data/meetings/{name}",
        "line": "3",
        "col": "2",
        "endLine": "3",
        "endColumn": "9",
        "title": "VR121 weekend-or-holiday",
    }


def test_one_line_a_finding_and_none_for_none(tmp_path: Path) -> None:
    written = github(report(tmp_path, weekend(message="a\nb"), not_prepared(message="c\r\nd")))
    assert [line[:9] for line in written.splitlines()] == ["::warning", "::error f"]
    assert not github(report(tmp_path))
