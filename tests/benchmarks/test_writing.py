"""What the generator writes, the reader reads as it was."""

from __future__ import annotations

import pytest
from benchmarks.writing import Value, as_yaml

from vrtool.yamlio import read_bytes


@pytest.mark.parametrize(
    "value",
    [
        "ord",
        "13:00–16:00",
        "kolon: i text",
        "# i början",
        "inuti #text",
        "- streck",
        "it's",
        "null",
        "",
        " blank först",
        "attachments/2000-001/bilaga.txt",
        "Första raden\noch den andra.\n\nEtt stycke till: med #tecken.",
        ["a", "b: c", "två\nrader"],
        [{"id": "a", "purpose": ["x"], "outcome": {"kind": "noted", "text": "två\nrader"}}],
        {"nyckel/med/snedstreck": {"djup": "text"}},
    ],
)
def test_what_is_written_is_read(value: Value) -> None:
    document = read_bytes(as_yaml({"id": "x", "value": value}).encode())
    assert document.faults == ()
    assert document.data == {"id": "x", "value": value}
