"""The project's one YAML reader: all scalars text, faults with their place, positions on demand."""

from __future__ import annotations

from vrtool.yamlio.document import MAX_BYTES, MAX_DEPTH, Data, Document, Fault, FaultKind
from vrtool.yamlio.positions import Positions, Span, locate
from vrtool.yamlio.reader import read_bytes, read_file, read_path

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Data",
    "Document",
    "Fault",
    "FaultKind",
    "Positions",
    "Span",
    "locate",
    "read_bytes",
    "read_file",
    "read_path",
]
