"""Laws of splicing, over documents in many styles: the meaning is met, all else is left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.yamlio.writing import KEYS, SCALARS, written
from vrtool.diagnostic import Pointer
from vrtool.edit.meaning import Edit, Insert, Put, Remove, meant, value_at
from vrtool.edit.splice import spliced
from vrtool.yamlio import Data, locate, read_bytes

pytestmark = pytest.mark.slow

_TEXTS = st.one_of(
    st.text("ab åä\n :#-'\"\\,[]{}&*!|>%@`?~\t\r\u2028", max_size=30),
    st.lists(st.text("abåäö,.:-'#", min_size=1, max_size=12), min_size=10, max_size=30).map(
        " ".join
    ),
)
_VALUES: st.SearchStrategy[Data] = st.recursive(
    SCALARS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | _TEXTS, inner, max_size=4),
    max_leaves=8,
)


@dataclass(frozen=True)
class Case:
    """A file, and an edit that can be made to it."""

    raw: bytes
    edit: Edit

    @property
    def data(self) -> dict[str, Data]:
        return read_bytes(self.raw).data


@st.composite
def cases(draw: st.DrawFn) -> Case:
    text = draw(written()).text
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    raw = (("\ufeff" if draw(st.booleans()) else "") + text).encode()
    data = read_bytes(raw).data
    return Case(raw, draw(st.sampled_from([*_edits(data, draw(_VALUES), draw(KEYS))])))


def _edits(data: Data, value: Data, name: str, at: Pointer = ()) -> Iterator[Edit]:
    """Every edit of these data that there can be with one value and one name."""
    if at:
        yield Put(at, value)
        yield Remove(at)
    if isinstance(data, dict):
        for before in (None, *data):
            yield Put((*at, name), value, before)
        for key, member in data.items():
            yield from _edits(member, value, name, (*at, key))
    elif isinstance(data, list):
        for index, member in enumerate(data):
            yield Insert(at, value, index)
            yield from _edits(member, value, name, (*at, index))
        yield Insert(at, value)
    elif data is None:
        yield from (Insert(at, value), Put((*at, name), value))


@given(cases())
@settings(max_examples=80, deadline=None)
def test_every_edit_can_be_made_and_means_what_was_meant(case: Case) -> None:
    after = read_bytes(spliced(case.raw, [case.edit]))
    assert after.faults == ()
    assert after.data == meant(case.data, case.edit)


def _lines(raw: bytes) -> Counter[bytes]:
    return Counter(line.rstrip(b"\r\n") for line in raw.splitlines())


def _touched(case: Case) -> tuple[int, int]:
    """The lines, from 0 and the end left out, that an edit may touch: those of what is there."""
    edit, positions = case.edit, locate(case.raw)
    pointer = edit.pointer
    if isinstance(edit, Insert) or (isinstance(edit, Put) and not _is_there(case.data, pointer)):
        pointer = pointer if isinstance(edit, Insert) else pointer[:-1]
    span, key = positions.value(pointer), positions.key(pointer)
    assert span is not None
    above = positions.value(pointer[:-1])  # a dash, and what opens the brackets, stand before
    first = key.line if key else above.line if above else span.line
    return first - 1, span.end_line


def _is_there(data: Data, pointer: Pointer) -> bool:
    try:
        value_at(data, pointer)
    except LookupError:
        return False
    return True


@given(cases())
@settings(max_examples=60, deadline=None)
def test_lines_that_the_edit_does_not_touch_stay(case: Case) -> None:
    first, end = _touched(case)
    lines = case.raw.splitlines()
    kept = Counter(line.rstrip(b"\r\n") for line in (*lines[:first], *lines[end:]))
    gone = [*(kept - _lines(spliced(case.raw, [case.edit])))]
    # Only the key or dash further up may get something after it, where what it had is all gone.
    assert len(gone) <= 1
    assert all(line.endswith((b"-", b":")) for line in gone)


# Only some of the edits drawn put in something new.
@given(cases())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_something_new_in_a_block_takes_nothing_away(case: Case) -> None:
    edit = case.edit
    above = edit.pointer if isinstance(edit, Insert) else edit.pointer[:-1]
    is_new = isinstance(edit, Insert) or not _is_there(case.data, edit.pointer)
    span = locate(case.raw).value(above)
    assume(is_new and value_at(case.data, above) and span)
    assert span is not None
    assume(case.raw.decode()[span.start] not in "[{" and case.raw.endswith(b"\n"))
    text, after = case.raw.decode(), spliced(case.raw, [edit]).decode()
    same = next((n for n, (a, b) in enumerate(zip(text, after, strict=False)) if a != b), len(text))
    assert text[same:] == after[len(after) - len(text) + same :]


@given(cases())
@settings(max_examples=40, deadline=None)
def test_line_ends_and_the_byte_order_mark_stay(case: Case) -> None:
    after = spliced(case.raw, [case.edit])
    bom = b"\xef\xbb\xbf"
    assert after.startswith(bom) == case.raw.startswith(bom)
    assert after.count(bom) == case.raw.count(bom)
    if b"\r\n" in case.raw:
        assert b"\n" not in after.replace(b"\r\n", b"")
    else:
        assert b"\r" not in after


@given(cases())
@settings(max_examples=40, deadline=None)
def test_what_is_put_in_and_taken_out_again_leaves_the_data_as_they_were(case: Case) -> None:
    edit = case.edit
    assume(isinstance(edit, Put) and not _is_there(case.data, edit.pointer))
    assume(value_at(case.data, edit.pointer[:-1]))
    assert read_bytes(spliced(case.raw, [edit, Remove(edit.pointer)])).data == case.data
