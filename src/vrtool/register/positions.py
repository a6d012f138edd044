"""Positions in a file of the repo: the register's own door to the reader."""

from __future__ import annotations

from pathlib import Path

from vrtool.yamlio import Positions, locate

__all__ = ["Positions", "positions_in"]


def positions_in(file: Path) -> Positions:
    """Where everything stands in a file; nowhere, where the file cannot be read."""
    try:
        raw = file.read_bytes()
    except OSError:
        raw = b""
    return locate(raw)
