"""The canonical form of a record: what is set right, what is left as its author wrote it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from vrtool.edit.canonical import canonical
from vrtool.edit.field_order import shape_of
from vrtool.errors import CannotDo
from vrtool.register.files import Found, records
from vrtool.register.kinds import Kind

ROOT = Path(__file__).parents[2]


def _canonical(text: str, kind: Kind = Kind.MEETING) -> str:
    return canonical(dedent(text).lstrip("\n").encode(), shape_of(kind)).decode()


def _is(before: str, after: str, kind: Kind = Kind.MEETING) -> None:
    after = dedent(after).lstrip("\n")
    assert _canonical(before, kind) == after
    assert _canonical(after, kind) == after


def test_fields_come_in_the_order_of_the_model_with_their_comments() -> None:
    _is(
        """
        # Årets första.

        date: 2031-02-03   # en måndag
        # Ändras aldrig.
        id: ra-2031-01
        forum: rad
        agenda:
          items:
            # Det enda som är känt.
            - purpose: [information]   # kort
              id: a
              outcome: {text: Läst., kind: noted}
              # Rubriken är rådets egen.
              title: Nätet
        # Till sist.
        """,
        """
        # Årets första.

        # Ändras aldrig.
        id: ra-2031-01
        forum: rad
        date: 2031-02-03   # en måndag
        agenda:
          items:
            # Det enda som är känt.
            - id: a
              # Rubriken är rådets egen.
              title: Nätet
              purpose: [information]   # kort
              outcome: {kind: noted, text: Läst.}
        # Till sist.
        """,
    )


def test_what_people_name_themselves_keeps_its_order_and_what_nobody_knows_comes_last() -> None:
    _is(
        """
        offices:
          b/kso: [{from: 2030-01-01, who: bo}]
          a/kso: []
        okänt: 1
        people:
          bo: {party: b, name: Bo}
          anna: {name: Anna}
        """,
        """
        people:
          bo: {name: Bo, party: b}
          anna: {name: Anna}
        offices:
          b/kso: [{who: bo, from: 2030-01-01}]
          a/kso: []
        okänt: 1
        """,
        Kind.ROSTERS,
    )


@pytest.mark.parametrize("kind", [Kind.STRUCTURE, Kind.WORKING_FORMS, Kind.PROCESS])
def test_the_order_of_a_structure_or_a_rulebook_is_its_authors(kind: Kind) -> None:
    text = "short_name: arbetsformerna\nname: Rådets arbetsformer\nid: former\n"
    assert _canonical(text, kind) == text


def test_indentation_line_ends_marks_and_letters_are_set_right() -> None:
    text = "\ufeffid:   a\nagenda:\n    items:\n    -   id: o\u0308ppet\n        title: x"
    assert canonical(text.replace("\n", "\r\n").encode(), None).decode() == (
        "id: a\nagenda:\n  items:\n    - id: öppet\n      title: x\n"
    )


def test_quotation_marks_stand_only_where_somebody_needs_them() -> None:
    _is(
        """
        note: "Ett vanligt ord"
        title: 'Kolon: här'
        place: "Bo's"
        code: "3.10"
        count: 3.10
        flag: "true"
        empty: ""
        date: "2031-02-03"
        list: ["a", 'b, c', "null"]
        "key": 'It''s'
        """,
        """
        note: Ett vanligt ord
        title: 'Kolon: här'
        place: Bo's
        code: '3.10'
        count: 3.10
        flag: 'true'
        empty: ''
        date: 2031-02-03
        list: [a, 'b, c', 'null']
        key: It's
        """,
        Kind.STRUCTURE,
    )


def test_brackets_stay_where_they_fit_on_a_line_and_hold_no_comment() -> None:
    ids = ", ".join(f"en-person-med-ett-namn-{n}" for n in range(5))
    _is(
        f"""
        by: [ a,b ]
        joined: [a,
          b]
        long: [{ids}]
        remarked: [a, # först
          # sedan
          b, c   # sist
        ]
        map: {{a: 1,
          # om b
          b: 2}}
        """,
        """
        by: [a, b]
        joined: [a, b]
        long:
          - en-person-med-ett-namn-0
          - en-person-med-ett-namn-1
          - en-person-med-ett-namn-2
          - en-person-med-ett-namn-3
          - en-person-med-ett-namn-4
        remarked:
          - a  # först
          # sedan
          - b
          - c   # sist
        map:
          a: 1
          # om b
          b: 2
        """,
        Kind.STRUCTURE,
    )


def test_nothing_is_left_out_in_a_block_and_named_between_brackets() -> None:
    _is("a: ~\nb:\n- null\n-\nc: [~, a]\n", "a:\nb:\n  -\n  -\nc: [null, a]\n", Kind.STRUCTURE)


def test_texts_keep_the_lines_their_author_broke_them_into() -> None:
    _is(
        """
        a: |
            Först.

              Indraget.
        b: >-   # vikt
          en två
          tre
        c: en text
          som går över två rader
        d: "en
          till"
        e: |+
          rest

        f: 1
        """,
        """
        a: |
          Först.

            Indraget.
        b: >-   # vikt
          en två
          tre
        c: en text som går över två rader
        d: en till
        e: "rest\\n\\n"

        f: 1
        """,
        Kind.STRUCTURE,
    )


def test_a_comment_set_in_belongs_to_what_stands_above_it() -> None:
    _is(
        """
        minutes:
            attendance:
                present:
                    # - anna
                    #   - bo
                absent: []

                # - rut
            # om justeringen
            adjusted:
            - by: rut
              # osäkert
            - by: bo
        """,
        """
        minutes:
          attendance:
            present:
              # - anna
              #   - bo
            absent: []

            # - rut
          # om justeringen
          adjusted:
            - by: rut
              # osäkert
            - by: bo
        """,
    )


def test_blank_lines_part_what_belongs_together_and_no_more() -> None:
    _is(
        "\n\n# om filen\n\n\na:\n\n  - b\n\n\n  - c\n\n# om d\nd: 1\n\n\n",
        "# om filen\n\na:\n  - b\n\n  - c\n\n# om d\nd: 1\n",
        Kind.STRUCTURE,
    )


def test_a_comment_about_an_item_stands_above_its_dash() -> None:
    _is(
        "a:\n-   # en\n  # två\n  b: 1\n  c: 2\n- - d\n  - e\n",
        "a:\n  # en\n  # två\n  - b: 1\n    c: 2\n  - - d\n    - e\n",
        Kind.STRUCTURE,
    )


@pytest.mark.parametrize(
    "raw", [b"a: [", b"a: 1\na: 2\n", b"- a\n", b"", b"a: \xff\n", b"a: &b c\n"]
)
def test_what_cannot_be_read_is_refused(raw: bytes) -> None:
    with pytest.raises(CannotDo):
        canonical(raw, None)


@pytest.mark.parametrize("place", [".", "examples/ovningsradet", "examples/vastmanland"])
def test_the_real_records_are_written_so_but_for_the_order_of_fields(place: str) -> None:
    files = [file for file in records(ROOT / place) if isinstance(file, Found)]
    assert len(files) > 20
    for file in files:
        raw = file.file.read_bytes()
        after = canonical(raw, shape_of(file.kind))
        assert sorted(_bare(after)) == sorted(_bare(raw)), file.path
        assert canonical(after, shape_of(file.kind)) == after


def _bare(raw: bytes) -> list[str]:
    return raw.decode().replace('"', "'").split("\n")
