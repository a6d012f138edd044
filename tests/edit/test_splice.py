"""Edits of a text by hand: what comes out, to the letter."""

from __future__ import annotations

from textwrap import dedent

import pytest

from vrtool.edit.meaning import Edit, Insert, Put, Remove
from vrtool.edit.splice import spliced
from vrtool.errors import CannotDo

MEETING = """\
# Mötet
id: or-1   # ändras aldrig
agenda:
  # punkterna
  items:
    - id: a      # den första
      # rubriken
      title: 'En titel'
      purpose: [position]
    # om b
    - id: b
      title: Två

    - {id: c, title: "Tre"}  # sist
note: |+
  hej

last: x
# slut
"""


def _after(text: str, *edits: Edit) -> str:
    return spliced(dedent(text).encode(), edits).decode()


def _changed(*edits: Edit) -> list[str]:
    """Lines of the meeting gone (-) and come (+)."""
    before, after = MEETING.split("\n"), _after(MEETING, *edits).split("\n")
    gone = [f"-{line}" for line in before if line not in after]
    return gone + [f"+{line}" for line in after if line not in before]


def test_a_scalar_keeps_its_quotation_marks_and_its_comment() -> None:
    assert _changed(
        Put(("id",), "or-2"),
        Put(("agenda", "items", 0, "title"), "Det är 'så'"),
        Put(("agenda", "items", 2, "title"), 'Säg "hej"'),
    ) == [
        "-id: or-1   # ändras aldrig",
        "-      title: 'En titel'",
        '-    - {id: c, title: "Tre"}  # sist',
        "+id: or-2   # ändras aldrig",
        "+      title: 'Det är ''så'''",
        '+    - {id: c, title: "Säg \\"hej\\""}  # sist',
    ]


def test_a_new_entry_stands_before_the_one_named_or_last() -> None:
    fixed: Edit = Put(("agenda", "fixed"), {"by": ["kso", "vice"], "date": "2022-01-01"}, "items")
    after = _after(MEETING, fixed, Put(("agenda", "sent"), "2022-01-02"))
    assert "# punkterna\n  fixed:\n    by: [kso, vice]\n    date: 2022-01-01\n  items:" in after
    assert '"Tre"}  # sist\n  sent: 2022-01-02\nnote: |+' in after


def test_items_are_put_in_where_they_are_asked_for_in_the_way_of_those_beside() -> None:
    assert _changed(
        Insert(("agenda", "items"), {"id": "noll"}, 0),
        Insert(("agenda", "items"), {"id": "d", "text": "två\nrader"}),
        Insert(("agenda", "items"), {"id": "e", "text": "en"}, 4),
    ) == [
        "+    - id: noll",
        "+    - {id: e, text: en}",
        "+    - id: d",
        "+      text: |-",
        "+        två",
        "+        rader",
    ]


def test_what_is_removed_leaves_its_comments_above() -> None:
    assert _changed(Remove(("agenda", "items", 1)), Remove(("last",))) == [
        "-    - id: b",
        "-      title: Två",
        "-last: x",
    ]


def test_the_first_key_after_a_dash_makes_room_for_the_next() -> None:
    assert _after("- a: 1\n  b: 2\n".join(["x:\n", ""]), Remove(("x", 0, "a"))) == "x:\n- b: 2\n"
    assert _changed(Remove(("agenda", "items", 0, "id"))) == [
        "-    - id: a      # den första",
        "+    -       # den första",
    ]
    assert _after("x:\n  - a: 1\n    # om b\n    b: 2\n", Remove(("x", 0, "a"))) == (
        "x:\n  -\n    # om b\n    b: 2\n"
    )
    assert _after("x:\n  - - a\n    - b\n", Remove(("x", 0, 0))) == "x:\n  - - b\n"


def test_the_last_one_leaves_brackets_and_they_are_filled_again() -> None:
    text = "x:  # om x\n  # om a\n  - a\ny: 1\n"
    empty = _after(text, Remove(("x", 0)))
    assert empty == "x: []  # om x\n  # om a\ny: 1\n"
    assert _after(empty, Insert(("x",), "b c")) == "x:  # om x\n  - b c\n  # om a\ny: 1\n"
    assert _after("x: {a: 1}\n", Remove(("x", "a"))) == "x: {}\n"
    assert _after("x: 1\n", Remove(("x",)), Put(("y",), "2")) == "y: 2\n"
    assert _after("x:\n  - - a\n", Remove(("x", 0, 0))) == "x:\n  - []\n"


def test_a_value_left_out_is_filled() -> None:
    text = "x:\ny: [a, {b, c: }]\nz:\n  -\n"
    assert _after(text, Put(("x",), "1"), Put(("y", 1, "b"), "2"), Put(("y", 1, "c"), "3")) == (
        "x: 1\ny: [a, {b: 2, c: 3 }]\nz:\n  -\n"
    )
    assert _after(text, Insert(("x",), "a b"), Put(("z", 0, "k"), "v")) == (
        "x:\n  - a b\ny: [a, {b, c: }]\nz:\n  - k: v\n"
    )


def test_texts_are_folded_or_kept_line_by_line() -> None:
    long = "ett ord till " * 9 + "slut"
    assert _changed(Put(("note",), "rad ett\n\nrad tre\n"), Put(("last",), long)) == [
        "-note: |+",
        "-  hej",
        "-last: x",
        "+note: |",
        "+  rad ett",
        "+  rad tre",
        "+last: >-",
        "+  " + "ett ord till " * 7 + "ett ord",
        "+  till ett ord till slut",
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("10:00", "10:00"),
        ("no", "no"),
        ("2022-02-11", "2022-02-11"),
        ("a, b", "a, b"),
        ("C#", "C#"),
        ("null", "'null'"),
        ("", "''"),
        ("- x", "'- x'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("det's: så", '"det\'s: så"'),
        (" x", "' x'"),
        ("x ", "'x '"),
        ("a\tb", '"a\\tb"'),
        (" a\nb", '" a\\nb"'),
        ("a\u2028b", '"a\\U00002028b"'),
        (None, "null"),
        ([], "[]"),
        (["a b"], "\n  - a b"),
        (["a", "b-1"], "[a, b-1]"),
        ({"null": {}, "a: b": "c"}, "\n  'null': {}\n  'a: b': c"),
    ],
)
def test_only_what_would_be_misread_is_quoted(value: str | None, written: str) -> None:
    assert _after("x: 1\n", Put(("x",), value)) == f"x: {written}\n".replace(": \n", ":\n")


def test_brackets_over_several_lines_keep_their_comments() -> None:
    text = "a: [\n  x, # om x\n  y,\n  z # om z\n]\n"
    assert _after(text, Remove(("a", 1)), Insert(("a",), "ö", 1)) == (
        "a: [\n  x, ö, # om x\n  z # om z\n]\n"
    )
    assert _after(text, Remove(("a", 2))) == "a: [\n  x, # om x\n  y # om z\n]\n"
    assert _after(text, Insert(("a",), "w", 0)) == text.replace("x,", "w, x,")
    assert _after("a: [b: 1, c]\n", Put(("a", 0, "d"), "2")) == "a: [{b: 1, d: 2}, c]\n"


def test_a_row_that_grows_too_long_goes_on_below() -> None:
    row = ", ".join(["tjugo-tecken-langt-id"] * 4)
    assert _after(f"x:\n  y: [{row}]\n", Insert(("x", "y"), "ett-till")) == (
        f"x:\n  y: [{row},\n    ett-till]\n"
    )


def test_the_files_own_indentation_and_line_ends_are_kept() -> None:
    text = "\ufeffa:\r\n- x\r\n- y: 1\r\n  z:\r\n  - 1\r\nb:\r\n    c: d\r\n"
    assert _after(text, Put(("b", "e"), {"f": ["g h"]}), Insert(("a",), {"i": {"j": "k"}})) == (
        "\ufeffa:\r\n- x\r\n- y: 1\r\n  z:\r\n  - 1\r\n- i:\r\n      j: k\r\n"
        "b:\r\n    c: d\r\n    e:\r\n        f:\r\n        - g h\r\n"
    )
    assert _after("\ufeffa: 1\nb: 2\n", Remove(("a",)), Put(("c",), "3", "b")) == (
        "\ufeffc: 3\nb: 2\n"
    )


@pytest.mark.parametrize("block", ["|", "|+", "|-", ">", ">-"])
def test_a_block_text_that_ends_with_the_file_stays_what_it_was(block: str) -> None:
    stripped = block.replace("+", "").removesuffix("-") + "-"
    assert _after(f"a: {block}\n  text", Put(("b",), "c")) == f"a: {stripped}\n  text\nb: c\n"
    assert _after(f"a: {block}\n  text\n", Put(("b",), "c")) == f"a: {block}\n  text\nb: c\n"
    kept = f"a: {block}\n  text\n\n\n"
    assert _after(kept, Put(("b",), "c")).replace("b: c\n", "") == kept


def test_an_edit_that_cannot_be_made_is_refused() -> None:
    for edit in (
        Put(("nej", "x"), "1"),
        Put(("id", "x"), "1"),
        Put(("agenda", "items", 9), "1"),
        Insert(("id",), "1"),
        Remove(("agenda", "items", 7)),
        Remove(("nej",)),
        Put(("id",), "noll\x00"),
        Put(("id",), "halv\ud800"),
    ):
        with pytest.raises(CannotDo, match=r"Ändringen av \S+ går inte att föra in"):
            _after(MEETING, edit)
    with pytest.raises(CannotDo):
        _after("? a\n: 1\n? b\n: 2\n", Remove(("b",)))


def test_a_comment_below_never_becomes_part_of_a_text() -> None:
    text = "a:\n    # djupt\n    b: 1\nc: 2\n    # djupare\n"
    for pointer in (("a",), ("c",)):
        after = _after(text, Put(pointer, "rad\nrad"))
        assert "# djup" in after
        assert '"rad\\nrad"' in after


def test_a_list_left_out_between_brackets_and_the_first_items_there() -> None:
    assert _after("a: {b: , c: [x]}\n", Insert(("a", "b"), "1")) == "a: {b: [1] , c: [x]}\n"
    assert _after("a: [x]\n", Remove(("a", 0)), Insert(("a",), "y")) == "a: [y]\n"
    assert _after("a: {b: 1}\n", Remove(("a", "b")), Put(("a", "c"), [])) == "a:\n  c: []\n"
    assert _after("a: [\n  x,\n  # om y\n  y\n]\n", Remove(("a", 1))) == "a: [\n  x\n  # om y\n]\n"


def test_something_new_comes_first_after_a_dash() -> None:
    assert _after("a:\n- - i\n  - j\n", Insert(("a", 0), "h", 0)) == "a:\n- - h\n  - i\n  - j\n"
    assert _after("a:\n  - b: 1\n", Put(("a", 0, "c"), {"d": "e f"}, "b")) == (
        "a:\n  - c:\n      d: e f\n    b: 1\n"
    )
