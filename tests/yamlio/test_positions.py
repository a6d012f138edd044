from __future__ import annotations

import pytest
from hypothesis import given

from tests.yamlio.writing import Written, written
from vrtool.yamlio import Span, locate, read_bytes

TEXT = """\
id: or-2022-01
"titel" : 'Mötet'   # öppnas
tomt:
text: |
  rad ett
  rad två

agenda:
  items:
    - id: oppnande
      purpose: [procedure, dialogue]
    - hej

# slut
"""


def _text(span: Span | None) -> str | None:
    return TEXT[span.start : span.end] if span else None


def test_spans_hold_exactly_the_text_of_values_and_keys() -> None:
    places = locate(TEXT.encode())
    assert _text(places.value(("id",))) == "or-2022-01"
    assert _text(places.key(("titel",))) == '"titel"'
    assert _text(places.value(("titel",))) == "'Mötet'"
    assert places.value(("tomt",)) == Span(3, 6, 3, 6, 49, 49)
    assert _text(places.value(("text",))) == "|\n  rad ett\n  rad två"
    assert _text(places.value(("agenda", "items", 0))) == (
        "id: oppnande\n      purpose: [procedure, dialogue]"
    )
    assert places.value(("agenda", "items", 0, "purpose", 1)) == Span(
        11, 28, 11, 36, TEXT.index("dialogue"), TEXT.index("dialogue]") + 8
    )
    assert (_text(places.value(("agenda",))) or "").endswith("- hej")
    assert (_text(places.value(())) or "").startswith("id: or")


def test_what_is_not_there_has_no_span_and_the_nearest_is_around_it() -> None:
    places = locate(TEXT.encode())
    for pointer in [("saknas",), ("agenda", "items", 2), ("agenda", "items", -1), ("id", 0), (0,)]:
        assert places.value(pointer) is None
        assert places.key(pointer) is None
    assert places.key(("agenda", "items", 0)) is None
    assert places.key(()) is None
    assert _text(places.nearest(("agenda", "items", 1, "title"))) == "hej"
    assert places.nearest(("saknas", 1)) == Span(1, 1, 1, 1, 0, 0)
    assert places.nearest(()) == Span(1, 1, 1, 1, 0, 0)


def test_offsets_count_the_byte_order_mark_and_columns_do_not() -> None:
    raw = "\ufeffa\u030a: 1\r\nb: o\u0308x\r\n".encode()
    places = locate(raw)
    span = places.value(("b",))
    assert span == Span(2, 4, 2, 7, 11, 14)
    assert raw.decode()[span.start : span.end] == "o\u0308x"
    assert places.key(("å",)) == Span(1, 1, 1, 3, 1, 3)


@given(written())
def test_every_value_and_key_is_found_where_it_was_written(sample: Written) -> None:
    places = locate(sample.text.encode())
    lines = sample.text.split("\n")
    for pointer, extent in sample.values.items():
        span = places.value(pointer)
        assert span is not None
        assert (span.start, span.end) == extent
        assert lines[span.line - 1][span.column - 1 :].startswith(
            sample.text[span.start : span.end].split("\n")[0]
        )
    for pointer, extent in sample.keys.items():
        key = places.key(pointer)
        assert key is not None
        assert (key.start, key.end) == extent


FAULTY = ["", "- a\n", "a: 1\na: 2\n", "a: [\n", "a: !x y\n", "a: &x y\n", "a: *x\n"]
FAULTY += ["? [a]\n: b\n", "a: 1\n---\n", "~: 1\n", "<<: 1\n", "&x k: 1\n", "a: \0\n"]
FAULTY += ["%YAML 1.2\n---\na: 1\n", "a: b\u2028c\n", 'a: "\\0"\n', "!!map {a: 1}\n"]
FAULTY += ["a: " + "[" * 200 + "]" * 200, "a" + "\u0300\u0316" * 20 + ": 1\n"]


@pytest.mark.parametrize(
    "text",
    FAULTY,
)
def test_a_file_with_faults_has_no_positions(text: str) -> None:
    assert read_bytes(text.encode()).faults
    places = locate(text.encode())
    assert places.value(()) is None
    assert places.value(("a",)) is None
    assert places.nearest(("a",)) == Span(1, 1, 1, 1, 0, 0)


def test_bytes_that_are_no_text_have_no_positions() -> None:
    assert locate(b"a: \xff").value(("a",)) is None
    assert locate(b"a: b\n" + b"#" * (5 * 1024 * 1024)).value(("a",)) is None
