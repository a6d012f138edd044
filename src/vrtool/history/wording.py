"""Two texts compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORD_OR_GAP = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 3000
"""Above this the two are shown whole: the comparison's time grows with their product."""


class Fate(Enum):
    """What became of a piece of text; the values are part of the JSON."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that share one fate."""

    fate: Fate
    text: str


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order: those not added make up `before`, those not removed `after`."""
    old, new = _WORD_OR_GAP.findall(before), _WORD_OR_GAP.findall(after)
    if len(old) + len(new) > 2 * _MOST_WORDS:
        return _pieces(Piece(Fate.REMOVED, before), Piece(Fate.ADDED, after))
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Fate.SAME, "".join(old[a:b])))
        else:
            removed, added = "".join(old[a:b]), "".join(new[c:d])
            found += _pieces(Piece(Fate.REMOVED, removed), Piece(Fate.ADDED, added))
    return tuple(found)


def _pieces(*pieces: Piece) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)


_KEPT = 6
"""How many words are kept around what differs."""


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with what is the same cut down to a few words around what differs."""
    last = len(pieces) - 1
    return tuple(
        Piece(piece.fate, _cut(piece.text, first=place == 0, last=place == last))
        if piece.fate is Fate.SAME
        else piece
        for place, piece in enumerate(pieces)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = _WORD_OR_GAP.findall(text)
    kept = 2 * _KEPT
    if len(words) <= 2 * kept:
        return text
    before = "" if first else "".join(words[:kept])
    after = "" if last else "".join(words[-kept:])
    return f"{before} … {after}" if before and after else f"{before} …" if before else f"… {after}"
