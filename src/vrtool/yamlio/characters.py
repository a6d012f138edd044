"""The bytes of a file as text, and what can be wrong with them before any YAML is read."""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from vrtool.yamlio import faults
from vrtool.yamlio.document import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Three that some readers take for line breaks and no editor shows, so that a place would mean
# different lines to different people, and a byte order mark inside the text.
_UNSEEN = ("\x85", "\u2028", "\u2029", "\ufeff")
# Those, and what YAML does not allow.
_CONTROL = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
_CONTROL_ESCAPED = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff]"
)
_CONFLICT = re.compile(r"(?:^|(?<=[\r\n]))(<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)")
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*(%)")
_MOST_MARKS = 30  # Unicode Standard Annex 15, section 13: stream-safe text


class UndecodableError(ValueError):
    """The bytes are not UTF-8; carries the fault that says so."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Lines:
    """Where the lines of a text begin, as an editor counts them: LF, CRLF and lone CR end one."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, 1-based, of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return (line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, 1-based, without its break; empty past the end."""
        if number > len(self._starts):
            return ""
        ends = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : ends].rstrip("\r\n")


def decoded(raw: bytes) -> str:
    """The text of some bytes that have no byte order mark. Raises UndecodableError."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise UndecodableError(_not_utf8(raw, error.start)) from None


def is_composed(text: str) -> bool:
    """Whether the text is in Unicode's composed form (NFC) already."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def composed(text: str) -> str:
    """The text in composed form: `a` and a ring become `å`."""
    return unicodedata.normalize("NFC", text)


def has_stacked_marks(text: str) -> bool:
    """Whether so many combining marks stand in a row that sorting them takes quadratic time."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MOST_MARKS:
            return True
    return False


def escaped_control(scalar: str) -> str | None:
    """A control character in a value, which only an escape such as `\\0` can have put there."""
    found = _CONTROL_ESCAPED.search(scalar)
    return found.group() if found else None


def may_hide_trouble(text: str) -> bool:
    """Whether the text must be examined even where a YAML parser finds nothing wrong with it."""
    return (
        "<<<<<<<" in text
        or ">>>>>>>" in text
        or "=======" in text
        or ("%" in text and _DIRECTIVE.match(text) is not None)
        or (not text.isascii() and any(map(text.__contains__, _UNSEEN)))
    )


def text_faults(text: str) -> Iterator[Fault]:
    """What is wrong with the text as text: conflict markers, control characters, directives."""
    lines = Lines(text)
    for conflict in _CONFLICT.finditer(text):
        yield faults.conflict_marker(lines.place(conflict.start())[0], conflict.group())
    if control := _CONTROL.search(text):
        yield faults.control_character(*lines.place(control.start()), control.group())
    if directive := _DIRECTIVE.match(text):
        yield faults.directive(*lines.place(directive.start(1)))


def _not_utf8(raw: bytes, at: int) -> Fault:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _wrong_encoding(1, 1, "Filen är sparad som UTF-16 (”Unicode” i en del program)")
    before = raw[:at].decode()
    byte = f"byte {at + 1} är 0x{raw[at]:02X}{_guess(raw[at])}"
    return _wrong_encoding(*Lines(before).place(len(before)), f"Filen är inte UTF-8: {byte}")


def _guess(byte: int) -> str:
    """What the byte would be in the encoding that Swedish files most often have instead."""
    character = bytes([byte]).decode("cp1252", errors="ignore")
    return f" (”{character}” i Windows-1252)" if character.isalpha() else ""


def _wrong_encoding(line: int, column: int, message: str) -> Fault:
    mend = "Spara om filen med teckenkodningen UTF-8"
    return Fault(FaultKind.NOT_UTF8, line, column, message, mend)
