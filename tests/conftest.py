"""What holds for all tests."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave coverage off in the slow tests: it doubles their time, and others cover the same."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")
