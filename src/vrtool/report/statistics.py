"""How often each rule and norm was broken: `vr check --statistics`."""

from __future__ import annotations

from collections import Counter

from vrtool.report.findings import SEVERITIES, Reportable

HEAD = ("Antal", "Nivå", "Kod", "Norm", "Regel")


def rows(report: Reportable) -> list[tuple[str, ...]]:
    """A row for each code and norm under HEAD, the most frequent first."""
    counted = Counter(
        (finding.severity, finding.code, finding.norm or "", finding.name)
        for finding in report.findings
    )
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], *pair[0][1:]))
    return [
        (str(number), SEVERITIES[severity], code, norm, name)
        for (severity, code, norm, name), number in ordered
    ]
