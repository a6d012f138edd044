"""The long process that one matter of each round has been through before its meeting."""

from __future__ import annotations

from datetime import date, timedelta

from benchmarks.cast import REGION
from benchmarks.writing import Value

_STEPS = {
    "traff": 200,
    "utkast": 150,
    "remiss": 120,
    "forankring/byar": 80,
    "forankring/skrivare": 70,
    "beslut": 50,
    "firande": 40,
}
"""How many days before the round's first meeting each step was taken."""


def process(first_day: date) -> Value:
    """The process, gone through from beginning to end before the day."""
    began = first_day - timedelta(days=_STEPS["traff"])
    return {
        "type": "samtal",
        "complete": "true",
        "parties": [
            {"side": "kommunerna", "party": REGION},
            {"side": "berattarna", "name": "Berättarnas lag"},
        ],
        "leaders": [
            {"side": "kommunerna", "name": "Kommunernas samordnare", "from": f"{began:%Y-%m}"},
            {"side": "berattarna", "name": "Berättarnas samordnare", "from": f"{began:%Y-%m}"},
        ],
        "steps": {
            step: {"done": (first_day - timedelta(days=days)).isoformat()}
            for step, days in _STEPS.items()
        },
    }
