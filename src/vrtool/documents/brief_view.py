"""What the paper for a position holds: finished Swedish text and truth values only.

Whatever is unknown is an empty text or tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.parts import DeviationLine, Fact, PaperLine, Shortcoming


@dataclass(frozen=True, slots=True)
class ViewsLine:
    """The views received at one meeting, or in a consultation, under a heading of their own."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A view that was weighed: what it is about and whose it is, where known, and why."""

    about: str
    senders: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class WeighedGroup:
    """The views that came to the same."""

    heading: str
    views: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """Who stands behind the paper, each a line: *För rådet*, *Anna Exempel*, *Till rådet*."""

    on_behalf_of: str
    by: str
    to: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """The paper for a position on one matter, its sections in the order of the source (000).

    `issued` is the day, as YYYY-MM-DD, that dates the document. `position` is what the forum is to
    take, in the structure's own word. `earlier` tells where the matter has been before it is up for
    one. `proposal` is empty only in a draft.
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
    earlier: tuple[str, ...]
    position: str
    proposal: str
    summary: str
    description: str
    views: tuple[ViewsLine, ...]
    considerations: str
    weighed: tuple[WeighedGroup, ...]
    guiding_words: tuple[str, ...]
    way_forward: str
    submission: tuple[Submission, ...]
    papers: tuple[PaperLine, ...]
    deviations: tuple[DeviationLine, ...]
