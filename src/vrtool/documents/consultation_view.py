"""What the compilation of a consultation holds: finished Swedish text and truth values only.

Whatever is unknown is an empty text or tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.parts import Fact, Shortcoming


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """A party that was asked, or answered: when (or that it did not), where it stands, its words.

    `file_name` is the last part of `file`, the answer's path below `data/`.
    """

    party: str
    answered: bool
    when: str
    stance: str
    text: str
    file: str
    file_name: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """A view under a heading (what it is about, whose it is), what came of it, and why.

    `reason_term` is what the reason is called; `decided_by` is who settled it.
    """

    heading: str
    view: str
    handling: str
    reason_term: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Section:
    """The views on one part of the proposal."""

    heading: str
    points: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """The compilation of a consultation on one matter.

    `issued` is the day, as YYYY-MM-DD, that dates the document; `told` says in sentences how
    many answered, and who did not; `party` is the structure's own word for one of them.
    """

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    stamp: str
    public: bool
    shortcomings: tuple[Shortcoming, ...]
    facts: tuple[Fact, ...]
    told: str
    party: str
    replies: tuple[ReplyLine, ...]
    sections: tuple[Section, ...]
