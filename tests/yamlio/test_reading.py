from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from tests.yamlio.writing import Written, written
from vrtool.yamlio import Document, read_bytes

SCALARS = {
    "no": "no",
    "on": "on",
    "true": "true",
    "10:00": "10:00",
    "09:30": "09:30",
    "012": "012",
    "3.10": "3.10",
    "1e3": "1e3",
    "0x1F": "0x1F",
    "2022-02-11": "2022-02-11",
    ".inf": ".inf",
    "Null": "Null",
    "NULL": "NULL",
    "=": "=",
    "": None,
    "null": None,
    "~": None,
    "~ # okänt": None,
    '"null"': "null",
    "'~'": "~",
    '""': "",
    "''": "",
    "'It''s'": "It's",
    '"\\u00e5\\n\\t"': "å\n\t",
    "|\n  no\n  10:00": "no\n10:00\n",
    "|-\n  null": "null",
    ">-\n  en\n  text": "en text",
    "en\n  text": "en text",
    "A & B * C! nr#1": "A & B * C! nr#1",
    "http://x.se/?a=1&b=2": "http://x.se/?a=1&b=2",
    "20 % rabatt": "20 % rabatt",
    "{start: 19:30}": {"start": "19:30"},
    "[10:00, no, ~, 'null', ]": ["10:00", "no", None, "null"],
    "{}": {},
    "[]": [],
    "{a:b}": {"a:b": None},
    "\n- x\n-\n- - y": ["x", None, ["y"]],
}


@pytest.mark.parametrize(("text", "value"), SCALARS.items())
def test_every_scalar_is_the_text_as_written(text: str, value: object) -> None:
    assert read_bytes(f"k: {text}\n".encode()) == Document({"k": value})  # type: ignore[dict-item]


@pytest.mark.parametrize("key", ["no", "012", "10:00", "'null'", '"~"', "'<<'", "2022-02-11"])
def test_every_key_is_text(key: str) -> None:
    assert list(read_bytes(f"{key}: x\n".encode()).data) == [key.strip("'\"")]


def test_one_document_may_be_marked_as_such() -> None:
    assert read_bytes(b"# om\n---\na: 1\n...\n") == Document({"a": "1"})


MEETING = (
    "id: or-2022-01\ntitel: Möte på Öland\nplatser:\n  - Åmål\n  - Säffle\ntext: |\n  å\n  ä\n"
)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_from_every_system_read_alike(line_break: str, form: str, mark: str) -> None:
    decomposed = unicodedata.normalize(form, MEETING)  # type: ignore[arg-type]
    raw = (mark + decomposed.replace("\n", line_break)).encode()
    assert read_bytes(raw) == read_bytes(MEETING.encode())
    assert read_bytes(raw).data["platser"] == ["Åmål", "Säffle"]


def test_text_composed_by_an_escape_is_composed_too() -> None:
    assert read_bytes(b'"a\\u030a": "o\\u0308"\n').data == {"å": "ö"}


class _AllText(SafeConstructor):
    """What ruamel.yaml's YAML 1.2 resolver finds, every scalar but null left as it is written."""


def _as_written(_: Any, node: Any) -> str:
    return str(node.value)


for _kind in ("bool", "int", "float", "timestamp", "value"):
    _AllText.add_constructor(f"tag:yaml.org,2002:{_kind}", _as_written)


@given(written())
def test_what_is_written_is_read_and_a_yaml_1_2_reader_agrees(sample: Written) -> None:
    assert read_bytes(sample.text.encode()) == Document(sample.data)
    other = YAML(typ="safe", pure=True)
    other.Constructor = _AllText
    if "<<" not in sample.text:  # ruamel.yaml merges even a quoted one
        assert other.load(sample.text) == sample.data
