"""What holds for all tests."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave coverage off in the slow tests where others cover the same: it doubles their time."""
    for item in items:
        slow = item.get_closest_marker("slow")
        if slow and "measured" not in slow.args:
            item.add_marker("no_cover")
