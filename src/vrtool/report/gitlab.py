"""Findings as GitLab's Code Quality reads them: beside the lines of a merge request."""

from __future__ import annotations

from typing import Any

from vrtool.diagnostic import Finding, Severity
from vrtool.report.findings import Reportable
from vrtool.report.identity import Identities, rule_id
from vrtool.report.machine import dumped
from vrtool.text import printable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(report: Reportable, known: Identities) -> str:
    """The report as a JSON list; `known` has the identity of every finding in it."""
    entries = [_entry(report, finding, known[finding]) for finding in report.findings]
    return dumped(entries)


def _entry(report: Reportable, finding: Finding, fingerprint: str) -> dict[str, Any]:
    told = " ".join(filter(None, (finding.message, report.advice(finding))))
    return {
        "description": printable(told),
        "check_name": rule_id(finding),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": report.in_git(finding.location.path),
            "lines": {"begin": finding.location.line},
        },
    }
