"""Entries written out with their comments, and comments put below what stands there."""

from __future__ import annotations

from textwrap import dedent

import pytest

from vrtool.edit.meaning import Remark, Write
from vrtool.edit.splice import spliced
from vrtool.errors import CannotDo
from vrtool.yamlio import read_bytes

TEXT = dedent("""\
    # först
    a: 1
    items:
      - id: x
        text: |
          rad
      # om y
      - {id: y}
    z: slut  # sist
    """)
NEW = "new:\n  # fyll i\n  who:\n  list:\n    # - a"


def _after(*edits: Write | Remark, text: str = TEXT) -> str:
    return spliced(text.encode(), edits).decode()


def test_an_entry_is_written_out_as_it_is_given() -> None:
    assert _after(Write(("new",), NEW)) == TEXT + NEW + "\n"
    assert _after(Write(("new",), NEW, before="z")) == TEXT.replace("z: slut", f"{NEW}\nz: slut")


def test_it_is_set_in_and_takes_the_line_breaks_of_the_file() -> None:
    text = "a:\r\n    b: 1\r\nc: 2\r\n"
    written = _after(Write(("a", "new"), NEW), text=text)
    assert written == (
        "a:\r\n    b: 1\r\n    new:\r\n      # fyll i\r\n      who:\r\n      list:\r\n"
        "        # - a\r\nc: 2\r\n"
    )


@pytest.mark.parametrize("text", ["new: [", "other: 1", "new: 1\nother: 2", "- new", ""])
def test_what_is_not_that_one_entry_is_refused(text: str) -> None:
    with pytest.raises(CannotDo, match="Skriv in den för hand"):
        _after(Write(("new",), text))


@pytest.mark.parametrize(
    ("pointer", "text"), [(("a",), TEXT), (("a", "new"), "a: {b: 1}\n"), (("q", "new"), TEXT)]
)
def test_it_is_no_way_to_write_over_what_is_there(pointer: tuple[str, ...], text: str) -> None:
    with pytest.raises(CannotDo):
        _after(Write(pointer, f"{pointer[-1]}: 2"), text=text)


def test_comments_stand_below_what_they_are_about_and_change_nothing() -> None:
    lines = ("ett:", "", "  två")
    first = _after(Remark(("items", 0), lines))
    assert "      rad\n    # ett:\n    #\n    #   två\n  # om y\n" in first
    assert "{id: y}\n    # ett:\n" in _after(Remark(("items", 1), lines))
    assert "{id: y}\n  # ett:\n" in _after(Remark(("items",), lines))
    assert "a: 1\n  # ett:\n" in _after(Remark(("a",), lines))
    for place in (("items", 0), ("items", 1), ("items",), ("a",)):
        read = read_bytes(_after(Remark(place, lines)).encode())
        assert read.data == read_bytes(TEXT.encode()).data


def test_a_comment_that_would_become_text_is_refused() -> None:
    with pytest.raises(CannotDo):
        _after(Remark(("a",), ("x",)), text="a: |\n b\n")
    with pytest.raises(CannotDo):
        _after(Remark(("items", 5), ("x",)))
    with pytest.raises(CannotDo):
        _after(Remark(("a", "b"), ("x",)), text="a: {b: 1}\n")
