"""The made-up year wheels: which days chefsberedningen is to meet, and what comes back when."""

from __future__ import annotations

from benchmarks.matters import Record
from benchmarks.timetable import ROUNDS_A_YEAR, round_of, year_of


def wheel(number: int) -> Record:
    """The wheel of the year that begins with this round."""
    year = str(year_of(number))
    days = [round_of(number + turn)[0].day.isoformat() for turn in range(ROUNDS_A_YEAR)]
    return {
        "id": year,
        "year": year,
        "plan": {"chefsberedningen": days},
        "parts": {
            "regionen": [_entry("arshjul", "Årshjulet", "1"), _entry("bildning", "Skolorna", "4")],
            "ovrigt": [_entry("samverkan", "Hur samverkan utvecklas", "1")],
        },
    }


def _entry(topic: str, title: str, month: str) -> Record:
    return {"id": topic, "title": title, "topics": [topic], "months": [month]}
