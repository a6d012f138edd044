from __future__ import annotations

import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrtool.yamlio import MAX_BYTES, Document, FaultKind, locate, read_bytes, read_file, read_path
from vrtool.yamlio.builder import build
from vrtool.yamlio.events import events, pure_events

if TYPE_CHECKING:
    from vrtool.yamlio.events import EventSource

DEEP = {
    "flow list": "a: " + "[" * 10_000,
    "flow list, closed": "a: " + "[" * 10_000 + "]" * 10_000,
    "flow map": "{a: " * 10_000,
    "block list": "a:\n  " + "- " * 10_000,
    "block map": "\n".join(" " * level + "a:" for level in range(1_500)),
    "one level too many": "a: " + "[" * 100 + "]" * 100,
}


@pytest.mark.parametrize("source", [events, pure_events])
@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_nesting_ends_at_its_bound(text: str, source: EventSource) -> None:
    (fault,) = build(text.encode(), source).faults
    assert fault.kind is FaultKind.TOO_DEEP
    assert locate(text.encode()).value(()) is None


def test_nesting_up_to_the_bound_is_read() -> None:
    text = "a: " + "[" * 99 + "]" * 99
    assert read_bytes(text.encode()).faults == ()


def test_explicit_keys_inside_each_other_end_at_once() -> None:
    assert [f.kind for f in read_bytes(b"? " * 10_000).faults] == [FaultKind.KEY_NOT_TEXT]


def test_a_billion_laughs_is_refused_unexpanded() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [
        f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * 9) + "]" for level in range(1, 12)
    ]
    raw = "\n".join(lines).encode()
    read_bytes(raw)
    tracemalloc.start()
    document = read_bytes(raw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {fault.kind for fault in document.faults} == {FaultKind.ANCHOR}
    assert len(document.faults) == 20
    assert peak < 1_000_000


def test_a_file_past_the_bound_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "stor.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert len(read_file(path)) == MAX_BYTES + 1
    assert [fault.kind for fault in read_path(path).faults] == [FaultKind.TOO_LARGE]


def test_a_file_at_the_bound_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.yaml"
    path.write_bytes(b"a: b\n#".ljust(MAX_BYTES, b"x"))
    assert read_path(path) == Document({"a": "b"})


def test_a_device_without_end_is_bounded() -> None:
    if sys.platform == "win32":
        pytest.skip("there is no /dev/zero")
    assert len(read_file(Path("/dev/zero"))) == MAX_BYTES + 1


def test_a_missing_file_is_the_callers_business(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_path(tmp_path / "saknas.yaml")


def test_no_more_faults_than_anyone_reads() -> None:
    assert len(read_bytes(b"a: 1\n" * 1_000).faults) == 20
    assert len(read_bytes(b"<<<<<<< HEAD\n" * 100_000).faults) == 20


def test_marks_out_of_order_do_not_take_for_ever() -> None:
    raw = ("a: " + "\u0300\u0316" * 500_000).encode()
    assert [fault.kind for fault in read_bytes(raw).faults] == [FaultKind.STACKED_MARKS]


def test_python_objects_stay_unmade() -> None:
    raw = b"a: !!python/object/apply:os.abort []\n"
    assert [fault.kind for fault in read_bytes(raw).faults] == [FaultKind.TAG]


def test_the_package_is_imported_without_pyyaml() -> None:
    code = "import sys, vrtool.yamlio; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PIECES = ["a", "b", ": ", ":", "- ", "-", "\n", "\n  ", "[", "]", "{", "}", ",", "'", '"', "\t"]
PIECES += [
    " #",
    "&x ",
    "*x ",
    "!t ",
    "|",
    ">",
    "? ",
    "null",
    "~",
    "<<",
    "---\n",
    "...\n",
    "%",
    "\\",
]
PIECES += ["å", "a\u030a", "\r\n", "\r", "  ", "@", "k: v\n", "\u2028", "\ufeff", "\0", "😀"]
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=25).map(lambda parts: "".join(parts).encode())


@given(st.one_of(st.binary(max_size=80), YAMLISH, st.text(max_size=60).map(str.encode)))
def test_no_bytes_whatsoever_raise(raw: bytes) -> None:
    document = read_bytes(raw)
    assert not (document.faults and document.data)
    build(raw, pure_events)
    lines = raw.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in document.faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert fault.message
        assert fault.mend
    assert (locate(raw).value(()) is None) == bool(document.faults)
