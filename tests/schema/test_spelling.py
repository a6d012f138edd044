"""What an editor says of a value that is spelt in another way than the schema has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from vrtool.register.kinds import Kind
from vrtool.schema.kinds import schema
from vrtool.schema.spelling import READ_BY

PLAIN = {"^[A-Z]{2}$", r"^https?://\S+$"}
"""Patterns short enough to be read, of the models' own."""


def _with_patterns(whole: Any) -> Iterator[dict[str, Any]]:
    if isinstance(whole, dict):
        if isinstance(whole.get("pattern"), str):
            yield whole
        whole = [*whole.values()]
    if isinstance(whole, list):
        for one in whole:
            yield from _with_patterns(one)


@pytest.mark.parametrize("kind", Kind)
def test_nobody_is_told_of_a_pattern_that_cannot_be_read(kind: Kind) -> None:
    silent = {one["pattern"] for one in _with_patterns(schema(kind)) if "errorMessage" not in one}
    assert silent <= PLAIN


def test_every_sentence_tells_how_to_write() -> None:
    for spelt in READ_BY.values():
        assert re.fullmatch(r"Skriv .+\.", spelt["errorMessage"])


@pytest.mark.parametrize("kind", Kind)
def test_the_same_spelling_is_told_in_one_way(kind: Kind) -> None:
    told = {
        (one["pattern"], one["errorMessage"])
        for one in _with_patterns(schema(kind))
        if "errorMessage" in one
    }
    assert len(told) == len({pattern for pattern, _ in told})
