"""One realistic mistake in the fictional council, and what the check is to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from vrtool.diagnostic import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

Told: TypeAlias = tuple[str, str, int, Severity]
"""A finding in short: the norm (else the code), the file below `data/`, the line, the severity."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one file: without `old` the file is new, without `new` it is gone."""

    file: str
    old: str | None
    new: str | None


def swap(file: str, old: str, new: str) -> Edit:
    """Another text in the one place where the old one stands."""
    return Edit(file, old, new)


def cut(file: str, old: str) -> Edit:
    """The text left out."""
    return Edit(file, old, "")


def written(file: str, text: str) -> Edit:
    """A file that was not there."""
    return Edit(file, None, text)


def removed(file: str) -> Edit:
    """A file that is there no more."""
    return Edit(file, None, None)


def meeting(identifier: str) -> str:
    """The file of a meeting."""
    return f"meetings/{identifier}.yaml"


def matter(name: str) -> str:
    """The file of a matter, by its name without suffix."""
    return f"matters/{name}.yaml"


STRUCTURE, ROSTERS = "structure.yaml", "forums.yaml"
AGREEMENT = "working-forms/samverkansavtal-2019.yaml"
WORKING_FORMS = "working-forms/arbetsformer-2022.yaml"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong (`what`), how it is made, and the one finding it gives.

    `norm` is the norm that is broken, or the code where no norm stands behind it. The finding is
    expected in `file`, by default the first one edited, on the line where the text `where` ends
    once the mistake is made; `times` where one fault is two forums'. It comes beside the
    council's own findings, or `alone` where nothing else can be read without the file.
    """

    norm: str
    what: str
    severity: Severity
    edits: tuple[Edit, ...]
    where: str
    file: str = ""
    times: int = 1
    alone: bool = False

    @property
    def found_in(self) -> str:
        """The file that the finding is expected in."""
        return self.file or self.edits[0].file

    def told(self, line: int) -> list[Told]:
        """The findings that the mistake gives, its place found on that line."""
        return [(self.norm, self.found_in, line, self.severity)] * self.times

    def __str__(self) -> str:
        return f"{self.norm}: {self.what}"
