"""Laws of the canonical form, over documents in many styles."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.yamlio.writing import Written, written
from vrtool.edit.canonical import canonical
from vrtool.errors import CannotDo
from vrtool.yamlio import read_bytes


def _raw(document: Written, newline: str, mark: str) -> bytes:
    return (mark + document.text.replace("\n", newline)).encode()


_COMMENT = re.compile(r"(?:^|(?<= ))# [a-z]$", re.MULTILINE)
_NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
_MARKS = st.sampled_from(["", "\ufeff"])


@given(written(), _NEWLINES, _MARKS)
@settings(max_examples=60, deadline=None)
def test_it_says_the_same_and_once_is_enough(document: Written, newline: str, mark: str) -> None:
    raw = _raw(document, newline, mark)
    once = canonical(raw, None)
    assert read_bytes(once).data == read_bytes(raw).data
    assert canonical(once, None) == once
    assert once.endswith(b"\n")
    assert b"\r" not in once
    assert not once.startswith(b"\xef\xbb\xbf")


def _remarks(text: str) -> Counter[str]:
    """The comments that the documents of the tests may have."""
    return Counter(line.strip() for line in text.split("\n") if line.strip() in _REMARKS)


_REMARKS = {"# en anmärkning", "# slut"}


@given(written())
@settings(max_examples=40, deadline=None)
def test_every_comment_is_there_still(document: Written) -> None:
    after = canonical(document.text.encode(), None).decode()
    assert _remarks(after) == _remarks(document.text)


_PIECES = (
    *(
        "{}:",
        "{}: b",
        "- c",
        "- {}: d",
        "-",
        "# e",
        "",
        "{}: |",
        "{}: >-",
        "text",
        "- # f",
        "- - g",
    ),
    *("{}: [a, b]", "{}: [a,  # g", "  b]", "{}: {{c: d,", "e: f}}  # h", "{}: 'i'   # j", "- [k]"),
    *("{}: [", "# l", "]", "{}: m", "  n", '{}: "o', '  p"', "{}: ~", "{}: |  # q", "- {{r: s}}"),
)
"""Lines that together, set in by chance, make a record as a person may have left it."""


@st.composite
def untidy(draw: st.DrawFn) -> bytes:
    pieces = draw(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(_PIECES)), min_size=1))
    lines = [f"{'  ' * at}{piece.format(f'k{n}')}" for n, (at, piece) in enumerate(pieces)]
    return "\n".join(lines).encode()


def _comments(raw: bytes) -> Counter[str]:
    return Counter(_COMMENT.findall(raw.decode()))


@pytest.mark.slow
@given(untidy())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_is_untidy_is_set_right_or_left_alone(raw: bytes) -> None:
    assume(not read_bytes(raw).faults)
    try:
        once = canonical(raw, None)
    except CannotDo:
        return
    assert read_bytes(once).data == read_bytes(raw).data
    assert canonical(once, None) == once
    if not set(raw.decode()) & set('|>"'):  # else what looks like a comment may be text
        assert _comments(once) == _comments(raw)
