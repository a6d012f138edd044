"""What has changed, for programs: JSON, version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vrtool.history.wording import compared
from vrtool.report.changes import heading, within, word_by_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrtool.diagnostic import Finding
    from vrtool.history.change import Change, Difference, FindingChanges, RecordChange

VERSION = 1
MOST_CHANGES = 5000
MOST_FINDINGS = 5000
"""In one answer; `omitted` counts the rest."""


def changes_json(difference: Difference) -> str:
    """The difference as JSON; findings are null where they were not asked for."""
    answer = {
        "version": VERSION,
        "base": difference.base,
        "head": difference.head,
        "records": [_record(record) for record in within(difference.records, MOST_CHANGES)],
        "unread": [
            {"side": f.side, "path": f.path, "line": f.line, "message": f.message}
            for f in difference.unread
        ],
        "findings": _findings(difference.findings),
        "summary": {
            "records": len(difference.records),
            "changes": difference.total,
            "omitted": max(0, difference.total - MOST_CHANGES),
        },
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _record(record: RecordChange) -> dict[str, Any]:
    return {
        "kind": record.group.value,
        "id": record.id or None,
        "title": heading(record),
        "changes": [_change(change) for change in record.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    pieces = compared(change.before, change.after) if word_by_word(change) else ()
    return {
        "act": change.act.value,
        "what": change.what,
        "before": change.before or None,
        "after": change.after or None,
        "words": [{"fate": piece.fate.value, "text": piece.text} for piece in pieces],
    }


def _findings(found: FindingChanges | None) -> dict[str, Any] | None:
    if found is None:
        return None
    groups = {"appeared": found.appeared, "gone": found.gone, "excused": found.excused}
    return {
        **{name: _listed(group) for name, group in groups.items()},
        "omitted": sum(max(0, len(group) - MOST_FINDINGS) for group in groups.values()),
    }


def _listed(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "code": finding.code,
            "norm": finding.norm,
            "severity": finding.severity.value,
            "path": finding.location.path,
            "line": finding.location.line,
            "message": finding.message,
            "excused": finding.excused.reason if finding.excused else None,
        }
        for finding in list(findings)[:MOST_FINDINGS]
    ]
