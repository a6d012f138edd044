"""What holds for all tests."""

from __future__ import annotations

from functools import lru_cache

import pytest

from vrtool.yamlio import reader


def pytest_configure() -> None:
    """Read the same bytes once: most tests read a copy of one council, file for file the same."""
    reader.read_bytes = lru_cache(maxsize=2000)(reader.read_bytes)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave coverage off in the slow tests where others cover the same: it doubles their time."""
    for item in items:
        slow = item.get_closest_marker("slow")
        if slow and "measured" not in slow.args:
            item.add_marker("no_cover")
