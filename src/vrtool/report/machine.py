"""Findings for programs: JSON (version 1) and GitHub's workflow commands."""

from __future__ import annotations

import json
import re
from typing import Any

from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.findings import Reportable
from vrtool.text import printable

VERSION = 1

_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What is no fault in JSON, but may steer a terminal, turn the writing or break a line."""


def dumped(answer: object) -> str:
    """The answer as JSON, its text as it is but for what cannot be seen, which is escaped."""
    written = json.dumps(answer, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def as_json(report: Reportable) -> str:
    """The report as JSON. Lines and columns are 1-based, the end exclusive."""
    answer = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "files": report.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "excused": sum(finding.excused is not None for finding in report.findings),
        },
    }
    return dumped(answer)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "norm": finding.norm,
        "working_forms": finding.working_forms,
        "paragraph": finding.paragraph,
        "strength": finding.strength.value if finding.strength else None,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(finding.location),
        "end_line": finding.location.end_line,
        "end_column": finding.location.end_column,
        "pointer": _pointer(finding),
        "related": [{**_place(at), "message": message} for at, message in finding.related],
        "help": finding.help,
        "excused": _excuse(finding),
    }


def _place(at: Location) -> dict[str, Any]:
    return {"path": at.path, "line": at.line, "column": at.column}


def _pointer(finding: Finding) -> str:
    """The place as a JSON pointer (RFC 6901)."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in finding.pointer)
    return "".join(f"/{step}" for step in steps)


def _excuse(finding: Finding) -> dict[str, Any] | None:
    excuse = finding.excused
    if excuse is None:
        return None
    return {"reason": excuse.reason, "accepted_by": excuse.accepted_by, "date": excuse.date}


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(report: Reportable) -> str:
    """The report as workflow commands, which GitHub shows at the line in a pull request."""
    return "\n".join(_annotation(report, finding) for finding in report.findings)


def _annotation(report: Reportable, finding: Finding) -> str:
    at = finding.location
    told = (finding.message, report.advice(finding))
    lines = [printable(line) for text in told for line in text.splitlines()]
    properties = {
        "file": printable(report.in_git(at.path)),
        "line": str(at.line),
        "col": str(at.column),
        "endLine": str(at.end_line),
        "endColumn": str(at.end_column),
        "title": f"{finding.code} {finding.name}",
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {named}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
