"""The way in: a file or its bytes become a document.

PyYAML takes longer to import than an unchanged check may take, so it is imported by the first
file that is actually read.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from vrtool.yamlio import faults
from vrtool.yamlio.document import MAX_BYTES, Document

if TYPE_CHECKING:
    from pathlib import Path


def read_file(path: Path) -> bytes:
    """The bytes of a file, at most MAX_BYTES + 1 of them.

    That one byte too many is what tells `read_bytes` that the file is too large, however large it
    is. Raises OSError as it comes.
    """
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        # A pipe or a device says 0 and may be endless; a plain file is not worth 5 MiB of buffer.
        return stream.read(min(size or MAX_BYTES, MAX_BYTES) + 1)


def read_path(path: Path) -> Document:
    """The document in a file. Raises OSError as it comes; all else that is wrong is faults."""
    return read_bytes(read_file(path))


def read_bytes(raw: bytes) -> Document:
    """The document in some bytes, or the faults that keep it from being read. Never raises."""
    from vrtool.yamlio.builder import build  # noqa: PLC0415 - defers PyYAML

    if len(raw) > MAX_BYTES:
        return Document({}, (faults.too_large(),))
    return build(raw)
