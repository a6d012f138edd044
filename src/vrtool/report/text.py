"""Findings for a person: what, where, which paragraph, what to do, and the line itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.findings import SEVERITIES, Reportable
from vrtool.report.styled import Line, styled
from vrtool.text import count, join

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LONGEST = 96
_MOST_BYTES = 5 * 1024 * 1024
_INDENT = "     "


def text(report: Reportable, *, colour: bool = False) -> str:
    """The whole report as text; with ANSI colours for a terminal."""
    lines = [line for finding in report.findings for line in _finding(report, finding)]
    return styled([*lines, _summary(report)], colour=colour)


def short(report: Reportable, *, colour: bool = False) -> str:
    """One line a finding: `path:line:column: fel VR301 [norm] message`."""
    lines: list[Line] = []
    for finding in report.findings:
        at = finding.location
        norm = f" [{finding.norm}]" if finding.norm else ""
        lines.append(
            [
                (f"{at.path}:{at.line}:{at.column}: ", ""),
                (SEVERITIES[finding.severity], _STYLES[finding.severity]),
                (f" {finding.code}{norm} {finding.message}", ""),
            ]
        )
    return styled([*lines, _summary(report)], colour=colour)


def _finding(report: Reportable, finding: Finding) -> Iterator[Line]:
    at = finding.location
    level = f"{SEVERITIES[finding.severity]:<8}"
    yield [
        (level, _STYLES[finding.severity]),
        (f"{finding.code} {finding.name}   ", "bold"),
        (f"{at.path}:{at.line}:{at.column}", "blue"),
    ]
    yield [(_INDENT + finding.message, "")]
    advice = report.advice(finding)
    if advice:
        yield [(_INDENT + advice, "")]
    yield from _excerpt(report.root, at)
    for place, message in finding.related:
        where = f"{place.path}:{place.line}:{place.column}"
        yield [(f"{_INDENT}{where}: {message}", "dim")]
    yield []


def _excerpt(root: Path, at: Location) -> Iterator[Line]:
    source = _lines(root, root / at.path)
    if not 0 < at.line <= len(source):
        return
    line = source[at.line - 1].replace("\t", " ")
    if not line.strip():
        return
    number = f"{at.line:>4}"
    margin = " " * len(number)
    end = at.end_column if at.end_line == at.line else len(line) + 1
    width = max(1, min(end, len(line) + 1, _LONGEST) - at.column)
    yield [(f"{number} │ ", "dim"), (line[:_LONGEST], "")]
    if at.column <= _LONGEST:
        yield [(f"{margin} │ ", "dim"), (" " * (at.column - 1) + "^" * width, "red")]


@cache
def _lines(root: Path, file: Path) -> list[str]:
    """The lines of a file of the repo; none of one that a link makes lie elsewhere."""
    try:
        if not (file.is_file() and file.resolve().is_relative_to(root.resolve() / "data")):
            return []
        with file.open("rb") as stream:
            raw = stream.read(_MOST_BYTES)
        return (
            raw.decode("utf-8-sig", errors="replace")
            .replace("\r\n", "\n")
            .replace("\r", "\n")
            .split("\n")
        )
    except (
        OSError,
        RuntimeError,
    ):  # the finding says what is wrong with the file; there is no line to show
        return []


def summary(report: Reportable) -> str:
    """How many findings of each kind there are, in one sentence."""
    return "".join(piece for piece, _ in _summary(report))


def _summary(report: Reportable) -> Line:
    files = count(report.files, "fil", "filer")
    if not report.findings:
        return [(f"Inget att anmärka i {files}.", "green")]
    words = {
        Severity.ERROR: ("fel", "fel"),
        Severity.WARNING: ("varning", "varningar"),
        Severity.NOTE: ("notis", "notiser"),
    }
    counted = [
        count(report.count(level), *forms) for level, forms in words.items() if report.count(level)
    ]
    return [(f"{join(counted)} i {files}.", "bold")]
