"""What views of several documents hold: finished Swedish text and truth values only.

Whatever is unknown is an empty text or tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.diagnostic import Severity
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrtool.diagnostic import Finding
    from vrtool.model.matter import Paper

DRAFT = "UTKAST"
"""The stamp of a document that is built although something is missing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of facts: *Plats*, *Residenset*; `address` where it is a link."""

    term: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """What is missing or wrong before the document can go out, and how it is mended."""

    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document by title; `file` is its path below `data/`, `file_name` the last part of it."""

    title: str
    date: str
    file: str
    file_name: str
    public: bool


@dataclass(frozen=True, slots=True)
class DeviationLine:
    """A recorded departure from a norm: what it is about, why, and who accepted it."""

    norm: str
    paragraph: str
    title: str
    about: str
    reason: str
    accepted: str


def shortcomings(findings: Iterable[Finding]) -> tuple[Shortcoming, ...]:
    """The errors among the findings, in their order, each told once."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    ordered = sorted(errors, key=lambda finding: finding.sort_key)
    found = [Shortcoming(sentence(f.message), sentence(f.help)) for f in ordered]
    return tuple(dict.fromkeys(found))


def paper_line(paper: Paper) -> PaperLine:
    """A paper as it is listed."""
    file = paper.file or ""
    day = swedish_date(paper.date) if paper.date else ""
    return PaperLine(paper.title, day, file, PurePosixPath(file).name, paper.public)
