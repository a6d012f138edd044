"""The examples of the guidance put into a copy of the base council, and what a check says then."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vrtool.engine import check
from vrtool.register.load import load
from vrtool.yamlio import read_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.diagnostic import Finding
    from vrtool.yamlio import Data

BASE = Path(__file__).parent / "base"

_BLOCK = re.compile(r"^```yaml\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# (?P<path>data/[\w./-]+)(?P<excerpt> \(utdrag\))?\n")


@dataclass(frozen=True)
class Example:
    """A file shown in the guidance: whole, or an excerpt that leaves the rest as it is."""

    path: str
    excerpt: bool
    text: str


def examples_in(section: str) -> list[Example]:
    """The files shown in a section of guidance."""
    return [_example(found["text"]) for found in _BLOCK.finditer(section)]


def _example(text: str) -> Example:
    named = _NAMED.match(text)
    assert named, f"the example does not begin by naming its file: {text[:40]!r}"
    return Example(named["path"], named["excerpt"] is not None, text)


@contextmanager
def findings_with(examples: list[Example], root: Path) -> Iterator[tuple[Finding, ...]]:
    """What a check says of a copy of the base council with the examples in it, for the time."""
    before = {file: file.read_bytes() if file.exists() else None for file in _files(examples, root)}
    try:
        for example in examples:
            put(example, root)
        yield check(load(root)).findings
    finally:
        for file, content in before.items():
            if content is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(content)


def _files(examples: list[Example], root: Path) -> list[Path]:
    return [root / example.path for example in examples]


def base_in(folder: Path) -> Path:
    """A copy of the base council, to be changed at will."""
    return shutil.copytree(BASE, folder / "repo")


def put(example: Example, root: Path) -> None:
    file = root / example.path
    text = example.text
    if example.excerpt:
        whole = read_path(file).data
        file.write_text(text, encoding="utf-8")
        text = json.dumps(_merged(whole, read_path(file).data))  # JSON is YAML too
    file.write_text(text, encoding="utf-8")


def _merged(whole: Data, excerpt: Data) -> Data:
    """Maps meet key by key; all else in the excerpt takes the place of what stood there."""
    if not isinstance(whole, dict) or not isinstance(excerpt, dict):
        return excerpt
    met = {key: _merged(whole.get(key), value) for key, value in excerpt.items()}
    return {**whole, **met}
