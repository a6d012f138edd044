"""Documents made for the tests: data, written as YAML in many styles."""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from vrtool.diagnostic import Pointer
    from vrtool.yamlio import Data

_LETTERS = string.ascii_letters + "åäöÅÄÖ😀"
_WORDS = st.text(_LETTERS + string.digits, min_size=1, max_size=8)
_PLAIN = st.one_of(
    st.lists(_WORDS, min_size=1, max_size=4).map(" ".join),
    st.sampled_from(
        ["no", "on", "10:00", "09:30", "012", "3.10", "1e3", "0x1F", "2022-02-11", ".inf", "a:b"]
    ),
).filter(lambda text: text.lower() not in ("null", "none"))
_ANY_TEXT = st.text(_LETTERS + " :#-'\"\\,[]{}&*!|>%@`?~", max_size=20)


@dataclass
class Writer:
    """Writes data as YAML, noting the text that stands for each value and key."""

    draw: Callable[[st.SearchStrategy[str]], str]
    text: str = ""
    values: dict[Pointer, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Pointer, tuple[int, int]] = field(default_factory=dict)

    def one_of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def put(self, written: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += written
        return (start, len(self.text))

    def value(self, data: Data, at: Pointer, indent: int, *, flow: bool) -> None:
        if (
            isinstance(data, dict | list)
            and data
            and not flow
            and self.one_of("block", "flow") == "block"
        ):
            self.block(data, at, indent)
        elif isinstance(data, dict | list):
            self.put(" ")
            self.flow(data, at)
        else:
            self.put(" ")
            self.values[at] = self.scalar(data, indent, flow=flow)

    def scalar(self, data: str | None, indent: int, *, flow: bool) -> tuple[int, int]:
        if data is None:
            return self.put(self.one_of("~", "null"))
        style = self.one_of("plain", "single", "double", "block")
        if style == "plain" and _is_plain(data):
            return self.put(data)
        if style == "block" and not flow and data.strip() and not data[0].isspace():
            # the break after the last line is not part of the extent, and is written with the next
            return (
                self.put(f"|-\n{' ' * (indent + 2)}{data}")
                if data == data.rstrip()
                else (self.put(_double(data)))
            )
        return self.put(_double(data) if style == "double" else _single(data))

    def block(self, data: Data, at: Pointer, indent: int) -> None:
        start: int | None = None
        for step, member in _members(data):
            self.put("\n" + self.one_of("", "# en anmärkning\n", "\n") + " " * indent)
            begins = self.put("-" if isinstance(step, int) else "")[0]
            if isinstance(step, str):
                begins, end = self.key(step)
                self.keys[(*at, step)] = (begins, end)
                self.put(":")
            start = begins if start is None else start
            self.value(member, (*at, step), indent + 2, flow=False)
        self.values[at] = (start or 0, len(self.text))

    def flow(self, data: Data, at: Pointer) -> None:
        start, _ = self.put("{" if isinstance(data, dict) else "[")
        for number, (step, member) in enumerate(_members(data)):
            self.put(", " if number else "")
            if isinstance(step, str):
                self.keys[(*at, step)] = self.key(step)
                self.put(":")
            self.value(member, (*at, step), 0, flow=True)
        self.put("}" if isinstance(data, dict) else "]")
        self.values[at] = (start, len(self.text))

    def key(self, key: str) -> tuple[int, int]:
        plain = _is_plain(key) and self.one_of("plain", "quoted") == "plain"
        return self.put(key if plain else _double(key))


def _members(data: Data) -> list[tuple[str | int, Data]]:
    if isinstance(data, dict):
        return list(data.items())
    return list(enumerate(data)) if isinstance(data, list) else []


def _is_plain(text: str) -> bool:
    return (
        bool(text)
        and all(character.isalnum() or character in ".- :" for character in text)
        and (text[0].isalnum() and text[-1].isalnum() and ": " not in text and text != "null")
    )


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


SCALARS = st.one_of(st.none(), _PLAIN, _ANY_TEXT)
KEYS = st.one_of(_PLAIN, st.sampled_from(["null", "~", "<<", "no", "012"]))
DATA: st.SearchStrategy[Data] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
MAPS = st.dictionaries(KEYS, DATA, min_size=1, max_size=5)


@dataclass(frozen=True)
class Written:
    """Data with one way of writing it, and where each part came to stand."""

    data: dict[str, Data]
    text: str
    values: dict[Pointer, tuple[int, int]]
    keys: dict[Pointer, tuple[int, int]]


@st.composite
def written(draw: st.DrawFn) -> Written:
    data = draw(MAPS)
    writer = Writer(draw)
    writer.block(data, (), 0)
    writer.put("\n" + writer.one_of("", "\n", "# slut\n"))
    return Written(data, writer.text, writer.values, writer.keys)
