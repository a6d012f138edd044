"""New values as YAML text, in the style of the file they go into; quoted only where they must be.

What is written reads back as the very value (edit/splice.py holds every edit to that).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.yamlio import Data

WIDTH = 100
"""No line is made longer than this where it can be helped."""

_READ_AS_NOTHING = frozenset(("", "null", "~", "<<"))
_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=\s]|\.\.\.)(?!.*(?:: |:$| #|\s$)).*", re.DOTALL)
_OF_FLOW = re.compile(r"[,\[\]{}]")
_WORD = re.compile(r"\w[\w./-]*")
_FOLD = re.compile(r"(?<=[^\s]) (?=[^\s])")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: its line break, and the columns that a map and a dash stand in from
    the key above them; and whether a text may go over several lines (`|`, `>`).
    """

    newline: str = "\n"
    step: int = 2
    dash: int = 2
    many_lines: bool = True


def inline(value: Data) -> str:
    """The value on one line, as it stands inside `[ ]` or `{ }`."""
    if isinstance(value, dict):
        members = (f"{scalar(key, flow=True)}: {inline(member)}" for key, member in value.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return "null" if value is None else scalar(value, flow=True)


def entry(key: str, value: Data, at: int, style: Style, *, flow: bool = False) -> list[str]:
    """A map's entry as lines, indented by `at` columns; `flow` where the entries beside it are."""
    name = scalar(key)
    head, *body = lines(value, at, at + len(name) + 1, style, flow=flow)
    return [f"{' ' * at}{name}:{head and ' '}{head}", *body]


def item(value: Data, at: int, style: Style, *, flow: bool = False) -> list[str]:
    """A list's item as lines, with its dash in column `at` (from 0)."""
    head, *body = item_lines(value, at, style, flow=flow)
    return [f"{' ' * at}-{head and ' '}{head}", *body]


def item_lines(value: Data, at: int, style: Style, *, flow: bool = False) -> list[str]:
    """A list's item as `lines` gives it; a map or list in it begins on the line of the dash."""
    if _is_one_line(value, at + 1, flow=flow):
        return lines(value, at, at + 1, replace(style, step=2), flow=flow)
    first, *more = _block(value, at + 2, style)
    return [first[at + 2 :], *more]


def lines(value: Data, at: int, used: int, style: Style, *, flow: bool = False) -> list[str]:
    """The value as lines: the first, perhaps empty, is what follows on the line of its key or dash.

    In: the column of the entry the value belongs to, the columns used on that line, and whether
    the value is wanted between brackets, if it fits there.
    """
    if isinstance(value, str):
        return _text(value, at, used, style)
    if _is_one_line(value, used, flow=flow):
        return [inline(value)]
    inset = style.step if isinstance(value, dict) else style.dash
    return ["", *_block(value, at + inset, style)]


def _is_one_line(value: Data, used: int, *, flow: bool) -> bool:
    if not value or isinstance(value, str):
        return True
    short = inline(value)
    fits = used + 1 + len(short) <= WIDTH and "\\n" not in short
    return fits and (flow or _is_row_of_words(value))


def _block(value: Data, at: int, style: Style) -> list[str]:
    if isinstance(value, dict):
        parts = [entry(key, member, at, style) for key, member in value.items()]
    else:
        parts = [item(member, at, style) for member in value or ()]
    return [line for part in parts for line in part]


def _is_row_of_words(value: Data) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, str) and _WORD.fullmatch(item) for item in value
    )


def _text(text: str, at: int, used: int, style: Style) -> list[str]:
    if not style.many_lines:
        return [scalar(text)]
    margin = " " * (at + style.step)
    if _can_be_literal(text):
        chomping = "" if text.endswith("\n") else "-"
        parts = text.removesuffix("\n").split("\n")
        return [f"|{chomping}", *(margin + part if part else "" for part in parts)]
    short = scalar(text)
    if used + 1 + len(short) <= WIDTH or not _can_be_folded(text):
        return [short]
    return [">-", *(margin + part for part in _folded(text, WIDTH - len(margin)))]


def _can_be_literal(text: str) -> bool:
    return (
        "\n" in text
        and not text[0].isspace()
        and not text.endswith("\n\n")
        and all(part == part.rstrip() for part in text.split("\n"))
        and all(map(_is_printable, text.replace("\n", "")))
    )


def _can_be_folded(text: str) -> bool:
    return text == text.strip() and all(map(_is_printable, text)) and _FOLD.search(text) is not None


def _folded(text: str, width: int) -> list[str]:
    """The text broken at single blanks, where reading it puts them back."""
    parts: list[str] = []
    for piece in _FOLD.split(text):
        if parts and len(parts[-1]) + 1 + len(piece) <= width:
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return parts


def scalar(text: str, *, flow: bool = False, quoted: str = "") -> str:
    """Text as a scalar on one line: plain where that reads back, else quoted.

    `quoted` is the quotation mark to use in any case, where the text can stand within it.
    """
    if not all(map(_is_printable, text)):
        return f'"{"".join(map(_escaped, text))}"'
    is_plain = text not in _READ_AS_NOTHING and _PLAIN.fullmatch(text) is not None
    if is_plain and not quoted and not (flow and _OF_FLOW.search(text)):
        return text
    mark = quoted or ('"' if "'" in text and '"' not in text and "\\" not in text else "'")
    if mark == '"':
        return f'"{"".join(map(_escaped, text))}"'
    return "'" + text.replace("'", "''") + "'"


def _is_printable(character: str) -> bool:
    """Whether it may stand as it is: no control character, no break or mark that nobody sees."""
    return (
        unicodedata.category(character) not in {"Cc", "Zl", "Zp", "Cs", "Cn"}
        and character != "\ufeff"
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if _is_printable(character) else f"\\U{ord(character):08X}"
