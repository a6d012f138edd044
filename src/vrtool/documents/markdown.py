"""Values printed into Markdown: shown as text, whatever they hold.

The escaping fits `render.MARKDOWN`, the dialect in which the documents are read, and is no wider
than that dialect needs, since the Markdown is also a document of its own and is to read well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

# What neither XML nor a Unicode text may hold: controls, surrogates, noncharacters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_BYTE_ORDER_MARK = "\ufeff"
# Not `\s`: a non-breaking or a thin space is chosen, and stays.
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_WHITE = re.compile(f"[ \t{_BREAKS}]+")
_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_END = re.compile(f"\r\n|[{_BREAKS}]")

_LETTER = "0-9A-Za-zÀ-ÖØ-öø-ÿ"
_ANYWHERE = re.compile(
    r"[\\`*\[\]|]"  # emphasis, code, links, cells, and the escape itself
    rf"|(?<![{_LETTER}])_|_(?![{_LETTER}])"  # inside a word an underscore is only that
    r"|<(?=[^\s\d=]|$)"  # an address or a tag
    r"|&(?=#?\w*(?:;|$))"  # an entity
    r"|~(?=~)|(?<=~)~"  # struck out, to other readers of Markdown
)
_AT_START = re.compile(
    r"#+"
    r"|[>=:~]"
    rf"|-(?![{_LETTER}])"
    r"|\+(?=\s|$)"
    r"|[.)](?=\s|$)"  # after a number that the template prints
)
_LIST_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_AT_END = re.compile(r"(?:#|!)+$")  # closes a heading; makes a link that follows an image

_OPENS_EMBEDDING = re.compile("[\u202a\u202b\u202d\u202e]")
_CLOSES_EMBEDDING = "\u202c"
_OPENS_ISOLATE = re.compile("[\u2066\u2067\u2068]")
_CLOSES_ISOLATE = "\u2069"

_LINKED_SCHEMES = frozenset({"", "http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Escaped:
    """Markdown that is printed as it stands: what a template or `escape` has made.

    Deliberately not a `str`: whatever a template does to it (joining, cutting, formatting) gives
    ordinary text, which is escaped again. Nothing unescaped can pass for escaped.
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text.strip())


def printable(text: str) -> str:
    """The text without what no document may hold.

    Characters that XML forbids become U+FFFD, byte order marks go, and directions of writing that
    the text opens and leaves open are closed, lest what follows be read backwards.
    """
    clean = _UNPRINTABLE.sub("\ufffd", text.replace(_BYTE_ORDER_MARK, ""))
    embeddings = len(_OPENS_EMBEDDING.findall(clean)) - clean.count(_CLOSES_EMBEDDING)
    isolates = len(_OPENS_ISOLATE.findall(clean)) - clean.count(_CLOSES_ISOLATE)
    return clean + _CLOSES_EMBEDDING * embeddings + _CLOSES_ISOLATE * isolates


def escape(value: object) -> Escaped:
    """One line of Markdown that shows the value as text; nothing at all for None."""
    if isinstance(value, Escaped):
        return value
    return Escaped("" if value is None else _escape_line(str(value)))


def paragraphs(value: object, prefix: str = "") -> Escaped:
    """The value with its paragraphs (parted by empty lines) kept apart, each shown as text.

    `prefix` begins every line but the first: the indentation of a list item, or "> ".
    """
    if prefix.strip(" >"):
        raise ValueError("prefix får bara bestå av blanksteg och >")
    if isinstance(value, Escaped):
        return value
    text = "" if value is None else _LINE_END.sub("\n", str(value))
    lines = [_escape_line(part) for part in _PARAGRAPHS.split(text)]
    return Escaped(f"\n{prefix.rstrip()}\n{prefix}".join(line for line in lines if line))


def cell(value: object) -> Escaped:
    """The value in a table's cell: what stood on separate lines is parted by semicolons."""
    if isinstance(value, Escaped) or value is None:
        return escape(value)
    lines = (_WHITE.sub(" ", line).strip(" ") for line in _LINE_END.split(str(value)))
    return Escaped(_escape_line(_joined(line for line in lines if line)))


def link(value: object, address: str | None) -> Escaped:
    """The value as a link; as mere text when the address is none that a document should follow.

    Followed are web and mail addresses and paths relative to the document.
    """
    shown = escape(value)
    if not address or not shown or not _may_be_linked(address):
        return shown
    target = quote(printable(address.strip()), safe="/:?#@!$&+,;=%~-._").replace("&", "&amp;")
    return Escaped(f"[{shown}]({target})")


def _escape_line(text: str) -> str:
    line = printable(_WHITE.sub(" ", text.replace(_BYTE_ORDER_MARK, "")).strip(" "))
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    line = _AT_END.sub(_each_escaped, line)
    if number := _LIST_NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    if start := _AT_START.match(line):
        return _each_escaped(start) + line[start.end() :]
    return line


def _each_escaped(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _joined(lines: Iterable[str]) -> str:
    joined = ""
    for line in lines:
        between = " " if joined.endswith((".", ",", ";", ":", "!", "?")) else "; "
        joined = f"{joined}{between}{line}" if joined else line
    return joined


def _may_be_linked(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    # The documents name no places in themselves, and a PDF may not link to one that is not there.
    leads = bool(parts.scheme) or (not parts.netloc and not address.strip().startswith("#"))
    return parts.scheme.lower() in _LINKED_SCHEMES and leads
