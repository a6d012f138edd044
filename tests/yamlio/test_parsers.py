"""PyYAML's two parsers must read alike: libyaml's is not to be had on every platform."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.yamlio.test_faults import FAULTS, SLIPS
from tests.yamlio.test_reading import SCALARS
from tests.yamlio.writing import Written, written
from vrtool.yamlio.builder import build
from vrtool.yamlio.events import c_events, has_c_parser, pure_events
from vrtool.yamlio.survey import survey

if TYPE_CHECKING:
    from vrtool.yamlio import FaultKind

pytestmark = pytest.mark.skipif(not has_c_parser, reason="libyaml is missing here")

TABBED = [
    "k:\tv\n",
    "k: v\t# x\n",
    "k: [a,\tb,\n\tc]\n",
    "- a\n",
    'k: "a\tb"\n',
    "k: |\n  a\tb\n",
]
TEXTS = [
    *(f"k: {text}\n" for text in SCALARS),
    *(text for text, _ in FAULTS),
    *(text for text, *_ in SLIPS),
    *TABBED,
]


def _places(raw: bytes, *, pure: bool) -> list[tuple[FaultKind, int]]:
    document = build(raw, pure_events if pure else c_events)
    return [(fault.kind, fault.line) for fault in document.faults]


@pytest.mark.parametrize("text", TEXTS)
def test_both_give_the_same_data_and_faults(text: str) -> None:
    raw = text.encode()
    assert build(raw, pure_events).data == build(raw, c_events).data
    assert _places(raw, pure=True) == _places(raw, pure=False)


@given(written())
def test_both_read_and_survey_every_document_alike(sample: Written) -> None:
    raw = sample.text.encode()
    assert build(raw, pure_events) == build(raw, c_events)
    assert survey(raw, pure_events) == survey(raw, c_events) is not None


def test_without_libyaml_the_pure_parser_serves() -> None:
    code = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from vrtool.yamlio import read_bytes; from vrtool.yamlio import events\n"
        "assert events.events is events.pure_events\n"
        "assert read_bytes(b'a: 10:00').data == {'a': '10:00'}"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
