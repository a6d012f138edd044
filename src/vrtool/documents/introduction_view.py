"""What the sheet for somebody new holds: finished Swedish text and truth values only.

Whatever is unknown is an empty text or tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.parts import Fact


@dataclass(frozen=True, slots=True)
class Rules:
    """What a rulebook says, sentence by sentence, under the rulebook's name."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForumSheet:
    """A forum the person belongs to: what it is for, the seat there, and the coming meetings."""

    heading: str
    task: str
    facts: tuple[Fact, ...]
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatterLine:
    """An open matter: what it is, and where it was up last. Not `public`: not for publication."""

    name: str
    last: str
    public: bool


@dataclass(frozen=True, slots=True)
class WordLine:
    """A word as the structure says it, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """The sheet for one person; `issued` is the day, as YYYY-MM-DD, that it tells of."""

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    welcome: str
    parties: str
    secretariat: str
    forums: tuple[ForumSheet, ...]
    matters: tuple[MatterLine, ...]
    rules: tuple[Rules, ...]
    words: tuple[WordLine, ...]
