"""Findings as SARIF 2.1.0, the standard by which code hosts and editors exchange them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from vrtool import __version__
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.report.findings import Reportable
from vrtool.report.identity import Identities, rule_id
from vrtool.rules.catalogue import guidance
from vrtool.text import printable, sentence

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE = "%SRCROOT%"
_BASE_IS = "Git-repots översta mapp; utan git datarepots."
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(report: Reportable, known: Identities) -> str:
    """The report as a log of one run; `known` has the identity of every finding in it."""
    rules = {rule_id(finding): finding for finding in report.findings}
    order = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": "vr",
                "version": __version__,
                "language": "sv",
                "rules": [_rule(report, name, rules[name]) for name in order],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "Git-repots översta mapp; utan git datarepots."}}
        },
        "invocations": [{"executionSuccessful": True}],
        "results": [_result(report, finding, order, known[finding]) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(report: Reportable, name: str, example: Finding) -> dict[str, Any]:
    """A rule as the norm in question has it; any finding of it tells which paragraph."""
    told, paragraph = guidance(example.code), printable(report.paragraph(example))
    source = f"Källa: {paragraph}." if paragraph else ""
    more = f"Mer: vr explain {example.norm or example.code}"
    examples = f"### Fel\n\n{told.bad}\n\n### Rätt\n\n{told.good}"
    mend = f"### Så rättar du\n\n{told.mend}"
    return {
        "id": name,
        "name": example.name,
        "shortDescription": {"text": f"{sentence(told.title)}."},
        "fullDescription": {"text": _joined(" ", told.why, _unlinked(source))},
        "help": {
            "text": _joined("\n\n", told.mend, _unlinked(source), more),
            "markdown": _joined("\n\n", told.why, examples, mend, _escaped(source), f"`{more}`"),
        },
    }


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _result(
    report: Reportable, finding: Finding, order: list[str], identity: str
) -> dict[str, Any]:
    name = rule_id(finding)
    told = "\n".join(printable(line) for line in (finding.message, report.advice(finding)) if line)
    return {
        "ruleId": name,
        "ruleIndex": order.index(name),
        "level": _LEVELS[finding.severity],
        "message": _message(told),
        "locations": [{"physicalLocation": _place(report, finding.location)}],
        # Code hosts that know no other fingerprint than the first reckon by that.
        "partialFingerprints": {
            "primaryLocationLineHash": identity,
            "findingIdentity/v1": identity,
        },
        # By the standard: a list in every result as soon as one has any.
        "suppressions": _suppressions(finding),
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _place(report, at),
                "message": _message(printable(message)),
            }
            for number, (at, message) in enumerate(finding.related, start=1)
        ],
    }


def _place(report: Reportable, at: Location) -> dict[str, Any]:
    # A name of a file may hold any bytes; those that are no text come as they were read.
    uri = quote(report.in_git(at.path), safe="/", errors="surrogateescape")
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": _BASE},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    excuse = finding.excused
    if excuse is None:
        return []
    by = f" ({excuse.accepted_by})" if excuse.accepted_by else ""
    reason = printable(f"{excuse.reason}{by}")
    return [{"kind": "inSource", "status": "accepted", "justification": reason}]


def _message(text: str) -> dict[str, str]:
    """A text as the standard's plain messages are written: without links or blanks to fill in."""
    return {"text": _unlinked(text).replace("{", "{{").replace("}", "}}")}


def _unlinked(text: str) -> str:
    """Even a plain message may hold links, written [text](address): brackets are then escaped."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _escaped(text: str) -> str:
    """Text from the files as Markdown that says just that."""
    return "".join(
        f"\\{char}" if char.isascii() and not char.isalnum() and char not in " .,:()" else char
        for char in text
    )
