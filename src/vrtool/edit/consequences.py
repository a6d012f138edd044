"""What a check would say of records that are not yet written, beyond what it says today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vrtool.diagnostic import Severity
from vrtool.engine import check

if TYPE_CHECKING:
    from vrtool.diagnostic import Finding
    from vrtool.register.load import Loaded
    from vrtool.register.register import Register

_ABOUT_DATA = ("VR0", "VR1")


@dataclass(frozen=True, slots=True)
class Consequences:
    """The findings that would come, and how many of today's would go."""

    new: tuple[Finding, ...]
    gone: int

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The errors and warnings among the new."""
        return tuple(found for found in self.new if found.severity is not Severity.NOTE)

    @property
    def about_data(self) -> tuple[Finding, ...]:
        """Those that tell of records that do not fit together: no edit should bring any."""
        return tuple(found for found in self.new if found.code.startswith(_ABOUT_DATA))


def consequences(loaded: Loaded, after: Register) -> Consequences:
    """Check the records as they are and as they would be. Places are those of the files as read."""
    before, then = check(loaded).findings, check(replace(loaded, register=after)).findings
    left = Counter(map(_said, before))
    new = []
    for finding in then:
        said = _said(finding)
        if left[said]:
            left[said] -= 1
        else:
            new.append(finding)
    return Consequences(tuple(new), left.total())


def _said(finding: Finding) -> tuple[str, str | None, str, str]:
    """What stays the same about a finding when the file it is in grows."""
    return finding.code, finding.norm, finding.message, finding.severity.name
