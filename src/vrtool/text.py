"""Words as Swedes write, sort and misspell them, and text made safe to show.

Everything here takes any text at all, however hostile, and never raises.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from functools import lru_cache
from os.path import commonprefix
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NBSP = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ABBREVIATION = re.compile(r"(^|\s)[A-ZÅÄÖ]{2,}\Z")

SortKey: TypeAlias = tuple[tuple[tuple[int, int, str], ...], str]
"""What `sort_key` gives: compares with any other, and equals only that of the same text."""


def join(words: Sequence[str], last: str = "och") -> str:
    """A list in running text: "a", "a och b", "a, b och c"."""
    if len(words) < 2:  # noqa: PLR2004 a pair is the least that needs a conjunction
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number(n: int) -> str:
    """A whole number with its thousands set apart: "12 345", "−5"."""
    return f"{n:,}".replace(",", _NBSP).replace("-", _MINUS)


def count(n: int, one: str, many: str) -> str:
    """A number with the noun it counts: "1 ärende", "3 ärenden"."""
    return f"{number(n)} {one if n == 1 else many}"


def genitive(name: str) -> str:
    """Whose something is: "kommunens", "Hans"; an abbreviation takes a colon, "KSO:s"."""
    if not name or name[-1] in "sSxXzZ":
        return name
    return name + (":s" if _ABBREVIATION.search(name) else "s")


def definite_plural(one: str, many: str) -> str:
    """The definite of a regular plural: "kommunerna", "ledarna", "protokollen".

    Irregular ones are not known: "män" gives "mäna".
    """
    if many.endswith("are"):
        return f"{many[:-1]}na"
    if many.endswith("e") or (many.endswith("r") and many != one):
        return f"{many}na"
    if many.endswith("n") and many != one:
        return f"{many}a"
    return many if many.endswith("a") else f"{many}en"


def sentence(text: str) -> str:
    """The text with its first letter large, the rest left alone."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """A sentence with its full stop, where it has no end of its own."""
    return text if text.endswith((".", "?", "!")) or not text else f"{text}."


def quote(text: str) -> str:
    """The text between Swedish quotation marks: ”så”."""
    return f"”{text}”"


# Order

_DIGITS_OR_ONE = re.compile(r"\d+|\D", re.DOTALL)
_ALPHABET = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyzåäö")}
_SORTED_AS = {"æ": "ä", "ø": "ö", "ü": "y", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe"}


def sort_key(text: str) -> SortKey:
    """Key of Swedish alphabetical order: å, ä, ö last, é as e, letters alike large and small.

    Digits sort as the number they make (2 before 10) and before letters, other signs before both.
    """
    return (tuple(_sort_parts(text)), text)


def _sort_parts(text: str) -> Iterator[tuple[int, int, str]]:
    for part in _DIGITS_OR_ONE.findall(unicodedata.normalize("NFC", text.casefold())):
        if part[0].isdecimal():
            # Compared by length, then as text: int() refuses digits by the thousands.
            digits = "".join(str(unicodedata.decimal(digit)) for digit in part).lstrip("0")
            yield (1, len(digits), digits)
        elif part.isspace() or unicodedata.category(part) == "Pd":
            yield (0, 0, "-" if not part.isspace() else "")
        elif unicodedata.category(part) not in {"Mn", "Cf"}:
            yield from (_letter(letter) for letter in _sorted_as(part))


def _sorted_as(char: str) -> str:
    """The letters of the alphabet a composed letter sorts as: é as e, ǻ as å, ü as y."""
    parts = unicodedata.normalize("NFD", char)
    with_first_mark = unicodedata.normalize("NFC", parts[:2])
    own_letter = with_first_mark if with_first_mark in "åäöü" else parts[0]
    return _SORTED_AS.get(own_letter, own_letter)


def _letter(char: str) -> tuple[int, int, str]:
    if char in _ALPHABET:
        return (2, _ALPHABET[char], "")
    return (3 if char.isalpha() else 0, ord(char), char)


# Likeness

_PLAIN = str.maketrans(
    {"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe", "ı": "i"}
)
_SPACES_AND_DASHES = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")
_LONGEST_MISSPELT = 100
_SHORTEST_BEGINNING = 3
_MOST_EDITS = 4


@lru_cache(maxsize=4096)  # a table of places compares the same names again for every row
def fold(text: str) -> str:
    """What is left when spelling is forgiven: small letters without marks, one "-" for any gap.

    "Södra  Gruppen" and "sodra_gruppen" both fold to the id "sodra-gruppen":
    å and ä to a, ö to o. Folding twice changes nothing.
    """
    # Twice, since each step can bring forth what the other undoes (Unicode, 3.13, D146).
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in text if unicodedata.category(c) not in {"Mn", "Cf"})
    return _SPACES_AND_DASHES.sub("-", kept.translate(_PLAIN)).strip("-")


def nearest(word: str, candidates: Iterable[str], n: int = 3) -> list[str]:
    """At most n of the candidates that the word may be a misspelling or a beginning of, best first.

    About one letter in three, but no more than four, may be missing, too many, wrong or swapped
    with its neighbour.
    """
    wanted = fold(word[:_LONGEST_MISSPELT])
    if not wanted:
        return []
    limit = reach = min(max(len(wanted), 3) // 3, _MOST_EDITS)
    best: list[tuple[int, SortKey, str]] = []
    for candidate in {*candidates} - {word}:
        there = fold(candidate[:_LONGEST_MISSPELT])
        distance = _distance(wanted, there, reach)
        if distance > reach:
            if len(wanted) < _SHORTEST_BEGINNING or not there.startswith(wanted):
                continue
            distance = limit
        insort(best, (distance, sort_key(candidate), candidate))
        if len(best) >= n:
            del best[n:]
            reach = best[-1][0]  # nothing farther away can get in: the search gets quicker
    return [candidate for *_, candidate in best]


def _distance(one: str, other: str, limit: int) -> int:
    """Fewest edits (with neighbours swapped as one) from one to the other; limit + 1 if more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    # Most ids begin alike, and the rest is slow.
    shared = len(commonprefix([one, other]))  # noqa: RUF071 of words, not of paths
    one, other = one[shared:], other[shared:]
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        before, above, row = above, row, [i + 1]
        for j, b in enumerate(other):
            best = min(above[j + 1] + 1, row[j] + 1, above[j] + (a != b))
            if i and j and a == other[j - 1] and b == one[i - 1]:
                best = min(best, before[j - 1] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A question to put after "finns inte": " Menade du X eller Y?", or nothing."""
    found = nearest(word, candidates, 2)
    return f" Menade du {join(found, 'eller')}?" if found else ""


# Harm

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}
_LONGEST_SLUG = 80
_NO_SLUG = "namnlos"
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def printable(text: str) -> str:
    """The text on one line, with all that could steer a terminal or forge a line made visible.

    Line breaks become "␤", control characters their pictures (escape "␛"), and marks that turn the
    direction of writing or cannot be encoded "�". Letters, accents and emoji stay.
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, _LINE_BREAK.sub("␤", text)))


def _harmless(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return _picture(ord(char))
    harmful = category in {"Cf", "Cs"} and char not in _JOINERS
    return _REPLACEMENT if harmful else char


def _picture(code: int) -> str:
    if code < ord(" "):
        return chr(ord("␀") + code)
    return "␡" if code == ord("\x7f") else _REPLACEMENT


def slug(text: str) -> str:
    """A file name's worth of the text: a–z, 0–9 and single hyphens, good on every system.

    Never empty, at most 80 characters, never the name of a Windows device.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    name = plain[:_LONGEST_SLUG].rstrip("-") or _NO_SLUG
    return f"{name}-fil" if _WINDOWS_DEVICE.fullmatch(name) else name
