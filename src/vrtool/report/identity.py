"""Who a finding is: an identity that it keeps when lines move and messages are worded anew."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

from vrtool.diagnostic import Finding
from vrtool.register.lasting import Lasting
from vrtool.report.findings import Reportable

Identities: TypeAlias = Mapping[Finding, str]

_LENGTH = 32


def identities(report: Reportable) -> Identities:
    """The identity of every finding, in their order: 32 hexadecimal digits, no two alike.

    It rests on the code, the norm, the record, the way into it, the subject and, where the breach
    is one of certain days, the first of them: two vacancies of one seat are two findings. Findings
    alike in all that are numbered, so ask with all that a check found and not with a selection.
    """
    lasting = Lasting(report.root)
    seen: Counter[str] = Counter()
    found: dict[Finding, str] = {}
    for finding in report.findings:
        parts = (
            finding.code,
            finding.norm or "",
            finding.subject,
            _since(finding),
            *lasting.way(finding.location.path, finding.pointer),
        )
        who = json.dumps(parts)
        found[finding] = _digest(f"{who} {seen[who]}")
        seen[who] += 1
    return found


def rule_id(finding: Finding) -> str:
    """`VR301/A-3.1-prepared`: the rule with the norm it judged by; the rule alone without one."""
    return f"{finding.code}/{finding.norm}" if finding.norm else finding.code


def _since(finding: Finding) -> str:
    first = finding.days.first if finding.days else None
    return first.isoformat() if first else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
