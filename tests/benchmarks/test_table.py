"""The table of figures: ratios against goals, in columns."""

from __future__ import annotations

import pytest
from benchmarks.table import Goal, Row, Sense, seconds, table


def test_a_row_tells_whether_its_goal_is_reached() -> None:
    lines = table(
        [
            Row("läsa", "120 ms", 1.25, "E"),
            Row("pröva", "2,00 s", 4.5, "E", Goal(1.0)),
            Row("starta", "12 ms", 3, "P", Goal(3)),
            Row("annan", "9,00 s", 6.95, "×", Goal(5, Sense.LEAST)),
        ]
    ).splitlines()
    assert lines[2].split() == ["läsa", "120", "ms", "1,25", "E"]
    assert lines[3].split()[-5:] == ["≤", "1", "E", "inte", "än"]
    assert lines[4].split()[-4:] == ["≤", "3", "P", "nått"]
    assert lines[5].split()[-4:] == ["≥", "5", "×", "nått"]
    assert len({line.index(" ms") for line in lines if " ms" in line}) == 1


@pytest.mark.parametrize(
    ("value", "text"), [(0.0123, "12 ms"), (0.9994, "999 ms"), (1.5, "1,50 s"), (75.0, "75,00 s")]
)
def test_times_are_read_as_on_a_clock(value: float, text: str) -> None:
    assert seconds(value) == text
