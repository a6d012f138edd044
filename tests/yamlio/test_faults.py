from __future__ import annotations

import pytest

from vrtool.yamlio import Document, FaultKind, read_bytes

K = FaultKind

FAULTS: list[tuple[str, list[tuple[FaultKind, int, int]]]] = [
    ("", [(K.EMPTY, 1, 1)]),
    ("# bara en anmärkning\n", [(K.EMPTY, 1, 1)]),
    ("---\n", [(K.EMPTY, 1, 1)]),
    ("- a\n- b\n", [(K.NOT_A_MAPPING, 1, 1)]),
    ("\nhej\n", [(K.NOT_A_MAPPING, 2, 1)]),
    ("null\n", [(K.NOT_A_MAPPING, 1, 1)]),
    ("id:x\n", [(K.NOT_A_MAPPING, 1, 1)]),
    ("a: 1\n---\nb: 2\n", [(K.SEVERAL_DOCUMENTS, 2, 1)]),
    ("a: 1\n---\n", [(K.SEVERAL_DOCUMENTS, 2, 1)]),
    ("# x\n%YAML 1.2\n---\na: 1\n", [(K.DIRECTIVE, 2, 1)]),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", [(K.DIRECTIVE, 1, 1)]),
    ("a: 1\nb: 2\na: 3\n", [(K.DUPLICATE_KEY, 3, 1)]),
    ("x: {a: 1, a: 2}\ny:\n  b: 1\n  b: 2\n", [(K.DUPLICATE_KEY, 1, 11), (K.DUPLICATE_KEY, 4, 3)]),
    ("\u00e5: 1\na\u030a: 2\n", [(K.DUPLICATE_KEY, 2, 1)]),
    ("'~': 1\n\"~\": 2\n", [(K.DUPLICATE_KEY, 2, 1)]),
    ("a: !!str 1\nb: [!x y, ! z]\n", [(K.TAG, 1, 4), (K.TAG, 2, 5), (K.TAG, 2, 11)]),
    ("a: !!python/object/apply:os.system [ls]\n", [(K.TAG, 1, 4)]),
    ("a: !e!x y\n", [(K.TAG, 1, 4)]),
    ("!!map {a: 1}\n", [(K.TAG, 1, 1)]),
    ("a: &x 1\nb: *x\n", [(K.ANCHOR, 1, 4), (K.ANCHOR, 2, 4)]),
    ("a: *saknas\n", [(K.ANCHOR, 1, 4)]),
    ("a: *viktigt* att\n", [(K.ANCHOR, 1, 4)]),
    ("a:\n  <<: {b: 1}\n", [(K.MERGE_KEY, 2, 3)]),
    ("~: 1\n", [(K.KEY_NOT_TEXT, 1, 1)]),
    ("a: 1\nnull: 1\n", [(K.KEY_NOT_TEXT, 2, 1)]),
    (": 1\n", [(K.KEY_NOT_TEXT, 1, 1)]),
    ("a: 1\n: 1\n", [(K.KEY_NOT_TEXT, 2, 1)]),
    ("? [a]\n: 1\n", [(K.KEY_NOT_TEXT, 1, 3)]),
    ("a: {{ mall }}\n", [(K.KEY_NOT_TEXT, 1, 5)]),
    ("a:\n\tb: 1\n", [(K.TAB, 2, 1)]),
    ("a: 1\n \tb: 2\n", [(K.TAB, 2, 2)]),
    (
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> gren\n",
        [(K.CONFLICT_MARKER, line, 1) for line in (2, 4, 6)],
    ),
    ('a: "x\n<<<<<<< HEAD\ny"\n', [(K.CONFLICT_MARKER, 2, 1)]),
    ("a: x\nb: å\0\n", [(K.CONTROL_CHARACTER, 2, 5)]),
    ("a: x\x1b[0m\n", [(K.CONTROL_CHARACTER, 1, 5)]),
    ("a: å\u2028b\n", [(K.CONTROL_CHARACTER, 1, 5)]),
    ("a: å\x85b\n", [(K.CONTROL_CHARACTER, 1, 5)]),
    ("a: x\n\ufeffb: y\n", [(K.CONTROL_CHARACTER, 2, 1)]),
    ('a: "\\0"\n', [(K.CONTROL_CHARACTER, 1, 4)]),
    ('a: "\\ud800"\n', [(K.CONTROL_CHARACTER, 1, 4)]),
    ('a: "\\UFFFFFFFF"\n', [(K.CONTROL_CHARACTER, 1, 4)]),
    ("a: å" + "\u0300\u0316" * 20 + "\n", [(K.STACKED_MARKS, 1, 4)]),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_each_fault_has_its_place(text: str, expected: list[tuple[FaultKind, int, int]]) -> None:
    for mark in ("", "\ufeff"):
        document = read_bytes((mark + text).encode())
        assert [(f.kind, f.line, f.column) for f in document.faults] == expected
        assert document.data == {}


SLIPS = [
    (
        "titel: Mötet: öppnas # x\n",
        1,
        13,
        "kolon",
        'citattecken runt hela texten: titel: "Mötet: öppnas"',
    ),
    ('t: Säg "hej": nu\n', 1, 13, "kolon", "t: 'Säg \"hej\": nu'"),
    ("a: {b: c: d}\n", 1, 9, "kolon", "citattecken"),
    ("a: x\n  b: 1\n", 2, 3, "indragen", "samma kolumn"),
    ("id: x\ntitel\nb: 1\n", 2, 1, "saknar kolon", "nyckel: värde"),
    ("id: x\ntitel:Möte\nb: 1\n", 2, 1, "mellanslag efter kolonet", "titel: Möte"),
    ('a: "x\nb: 1\n', 1, 4, "Citattecknet", "citattecken där texten slutar"),
    ("a: 'x\n", 1, 4, "Citattecknet", "skrivs två gånger"),
    ("a: 'It's'\n", 1, 8, "fortsätter efter", "två gånger"),
    ('a: "Mötet" öppnas\n', 1, 12, "fortsätter efter", "runt hela texten"),
    ('a: "C:\\q"\n', 1, 7, "snedstreck", "två snedstreck"),
    ("a: [1, 2\nb: 1\n", 1, 4, "Klammern [", "Sätt ]"),
    ("a: {b: 1\n", 1, 4, "Klammern {", "Sätt }"),
    ("a:\n  b: [\n", 2, 6, "Klammern [", "Sätt ]"),
    ("a: [x] y\n", 1, 8, "efter ]", "citattecken"),
    ("a: @x\n", 1, 4, "börja med @", "citattecken"),
    ("a: `x`\n", 1, 4, "börja med `", "citattecken"),
    ("a: %x\n", 1, 4, "börja med %", "citattecken"),
    ("a: - b\n", 1, 4, "streck", "ny rad"),
    ("a:\n  - b\n - c\n", 3, 2, "listpunkt", "lika mycket"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "rad 1", "samma kolumn"),
    ("a:\n  - b\n  c: 1\n", 3, 3, "rad 2", "samma kolumn"),
    ("a: > 5 personer\n", 1, 4, "flera rader", "citattecken"),
    ("a: |text\n", 1, 4, "flera rader", "nästa rad"),
    ("{a: 1}\nb: 2\n", 2, 1, "redan är slut", "utan klammer"),
]


@pytest.mark.parametrize(("text", "line", "column", "says", "mends"), SLIPS)
def test_a_slip_is_named_in_swedish(
    text: str, line: int, column: int, says: str, mends: str
) -> None:
    (fault,) = read_bytes(text.encode()).faults
    assert (fault.kind, fault.line, fault.column) == (FaultKind.SYNTAX, line, column)
    assert says in fault.message
    assert mends in fault.mend


@pytest.mark.parametrize(
    ("raw", "line", "column", "says"),
    [
        ("a: 1\n".encode("utf-16"), 1, 1, "UTF-16"),
        ("a: 1\nb: Åmål\n".encode("cp1252"), 2, 4, "byte 9 är 0xC5 (”Å” i Windows-1252)"),
        (b"a: \xff", 1, 4, "0xFF"),
        (b"\xef\xbb\xbfa: \xe5\n", 1, 4, "0xE5"),
        (b"a: \xed\xa0\x80\n", 1, 4, "0xED"),
    ],
)
def test_other_encodings_are_told_of(raw: bytes, line: int, column: int, says: str) -> None:
    (fault,) = read_bytes(raw).faults
    assert (fault.kind, fault.line, fault.column) == (FaultKind.NOT_UTF8, line, column)
    assert says in fault.message


def test_an_apostrophe_or_a_rule_of_signs_in_a_text_is_no_fault() -> None:
    text = "a: |\n  Rubrik\n  =======\n  <<<<<<< text\nb: 100 %\n"
    assert read_bytes(text.encode()) == Document(
        {"a": "Rubrik\n=======\n<<<<<<< text\n", "b": "100 %"}
    )
