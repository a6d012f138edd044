"""A copy of the repo's own data, to be spoilt, and what the check says of it then."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from vrtool.diagnostic import Finding
from vrtool.engine import Outcome, check
from vrtool.register.load import load

ROOT = Path(__file__).parents[1]

Told: TypeAlias = tuple[str, str, int]
"""A finding in short: the norm (or the code, where no norm stands behind it), file and line."""


@dataclass(frozen=True)
class Council:
    """A data repo in a folder of its own."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Write a whole file; `path` is relative to `data/`, as everywhere here."""
        file = self.root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def read(self, path: str) -> str:
        return (self.root / "data" / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace the one place where the text stands."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def add(self, path: str, text: str) -> None:
        self.write(path, self.read(path) + text)

    def line(self, path: str, text: str) -> int:
        """The number of the one line that holds the text."""
        (found,) = [n for n, line in enumerate(self.read(path).split("\n"), 1) if text in line]
        return found

    def told(self, norm: str, path: str, text: str) -> Told:
        """What a finding at the line that holds the text would be, in short."""
        return norm, f"data/{path}", self.line(path, text)

    def check(self) -> Outcome:
        return check(load(self.root))

    def new_findings(self) -> list[Finding]:
        """The findings beyond those of the untouched data, which must all be there still."""
        findings = self.check().findings
        left = Counter(map(_said, _untouched()))
        assert not left - Counter(map(_said, findings)), "a finding of the untouched data is gone"
        new = []
        for finding in findings:
            said = _said(finding)
            if left[said]:
                left[said] -= 1
            else:
                new.append(finding)
        return new

    def new(self) -> list[Told]:
        """The same in short, in order."""
        return [in_short(finding) for finding in self.new_findings()]


def copied(to: Path) -> Council:
    """A copy of the repo's own data in a folder."""
    shutil.copytree(ROOT / "data", to / "data")
    return Council(to)


def in_short(finding: Finding) -> Told:
    at = finding.location
    return finding.norm or finding.code, at.path, at.line


def _said(finding: Finding) -> tuple[str, str | None, str]:
    """What stays the same about a finding when lines are added above it."""
    return finding.code, finding.norm, finding.message


@cache
def _untouched() -> tuple[Finding, ...]:
    return check(load(ROOT)).findings
