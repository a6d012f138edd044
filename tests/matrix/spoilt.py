"""A copy of a fictional structure in which one mistake at a time is made, and undone again."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.council import ROOT
from tests.matrix.mistake import Edit, Told
from vrtool.diagnostic import Finding, Severity
from vrtool.engine import check
from vrtool.register.load import load

EXAMPLE = ROOT / "examples" / "ovningsradet"


@cache
def untouched(example: Path = EXAMPLE) -> tuple[Finding, ...]:
    """The findings of the structure as it stands: its own, all excused."""
    return check(load(example)).findings


@dataclass(frozen=True, slots=True)
class Spoilt:
    """The data of the `example` in a folder of its own."""

    root: Path
    example: Path = EXAMPLE

    @classmethod
    def copied(cls, to: Path, example: Path = EXAMPLE) -> Spoilt:
        """A fresh copy in a folder that is not there yet."""
        shutil.copytree(example / "data", to / "data")
        return cls(to, example)

    @contextmanager
    def with_edits(self, edits: tuple[Edit, ...]) -> Iterator[None]:
        """The edits made, in order; afterwards every file is as it was."""
        files = {self._file(edit.file) for edit in edits}
        before = {file: file.read_bytes() if file.exists() else None for file in files}
        try:
            for edit in edits:
                self._edit(edit)
            yield
        finally:
            for file, content in before.items():
                if content is None:
                    file.unlink(missing_ok=True)
                else:
                    file.write_bytes(content)

    def line(self, path: str, text: str) -> int:
        """The line where the text ends, which stands in one place; line 1 where there is none."""
        if not text:
            return 1
        content = self._file(path).read_text(encoding="utf-8")
        assert content.count(text) == 1, f"{text!r} stands {content.count(text)} times in {path}"
        return content[: content.index(text) + len(text.rstrip("\n"))].count("\n") + 1

    def told(self, *, alone: bool = False) -> list[Told]:
        """The findings beyond its own, which must be there still; all where `alone`."""
        findings = check(load(self.root)).findings
        left = Counter(() if alone else map(_said, untouched(self.example)))
        assert not left - Counter(map(_said, findings)), "one of its own is gone"
        new = []
        for finding in findings:
            if left[_said(finding)]:
                left[_said(finding)] -= 1
            else:
                new.append(_told(finding))
        return new

    def _file(self, path: str) -> Path:
        return self.root / "data" / path

    def _edit(self, edit: Edit) -> None:
        file = self._file(edit.file)
        if edit.old is None:
            assert file.exists() is (edit.new is None), f"{edit.file} is there, or is not"
            if edit.new is None:
                file.unlink()
                return
            file.parent.mkdir(exist_ok=True)
            file.write_text(edit.new, encoding="utf-8", newline="\n")
            return
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, f"{edit.old!r}: {text.count(edit.old)} in {edit.file}"
        file.write_text(text.replace(edit.old, edit.new or ""), encoding="utf-8", newline="\n")


def _said(finding: Finding) -> tuple[str, str | None, Severity, str]:
    """What stays the same about a finding when lines are added above it."""
    return finding.code, finding.norm, finding.severity, finding.message


def _told(finding: Finding) -> Told:
    at = finding.location
    path = at.path.removeprefix("data/")
    return finding.norm or finding.code, path, at.line, finding.severity
