"""A structure whose every word is its own: today's words with a mark, which no text may lose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from tests.rules.examples import BASE
from vrtool.model.structure import Word, WordName
from vrtool.register.load import load
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.yamlio import Data, read_path

MARK = "§"
NAMES: tuple[WordName, ...] = get_args(WordName)

_BORNE_BY_DATA = {"preparation", "chair"}
"""Words that the base council's own names hold too: its forum beredningen, its ordförande."""
_QUOTED = re.compile(r"”[^”]*”")


def register_of(root: Path) -> Register:
    """The register of the repo, whatever is unreadable left out."""
    found = load(root).register
    assert found is not None
    return found


def common_words() -> dict[WordName, Word]:
    """The words of a structure that has none of its own."""
    register = register_of(BASE)
    assert register.structure.words == {}
    return {name: word(register, name) for name in NAMES}


def mark_words(root: Path) -> None:
    """Give the structure every word as its own, with the mark before the noun."""
    words = {name: _marked(common) for name, common in common_words().items()}
    file = root / "data" / "structure.yaml"
    data = read_path(file).data
    assert isinstance(data, dict)
    file.write_text(json.dumps({**data, "words": words}), encoding="utf-8")  # JSON is YAML too


def _marked(common: Word) -> dict[str, str]:
    forms = {
        "one": common.one,
        "the": common.the,
        "many": common.many,
        "the_many": common.the_many,
    }
    return {form: re.sub(r"(\w+)$", rf"{MARK}\1", text) for form, text in forms.items()}


def unmarked(text: str) -> str:
    """As it would stand under the common words; the first letter of a sentence may be small."""
    return text.replace(MARK, "").casefold()


def bare(text: str) -> list[str]:
    """Every common word that stands without its mark outside what is quoted from the data."""
    return [found.group() for found in _COMMON.finditer(_QUOTED.sub("”…”", text))]


def without_data(text: str) -> str:
    """The text without what the base council's files say in several words, line by line."""
    for told in _texts_of_base():
        text = text.replace(told, "…")
    return text


@cache
def _texts_of_base() -> tuple[str, ...]:
    files = [read_path(file).data for file in sorted(BASE.rglob("*.yaml"))]
    lines = {line.strip() for data in files for text in _scalars(data) for line in text.split("\n")}
    return tuple(sorted((line for line in lines if " " in line), key=len, reverse=True))


def _scalars(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif data is not None:
        for value in data.values() if isinstance(data, dict) else data:
            yield from _scalars(value)


def _forms() -> set[str]:
    words = [common for name, common in common_words().items() if name not in _BORNE_BY_DATA]
    forms = {form for one in words for form in (one.one, one.the, one.many, one.the_many)}
    return {form.split()[-1] for form in forms}


_COMMON = re.compile(
    rf"(?<![\w{MARK}/-])(?:{'|'.join(sorted(_forms(), key=len, reverse=True))})s?(?![\w:/-])",
    re.IGNORECASE,
)
