"""When the made-up council meets: ten rounds a year, four meetings a round.

Each round goes from chefsberedningen by two forums to ordförandekretsen. The days are Tuesdays and
Wednesdays on which no holiday can fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 2000
_MONTHS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11)
_TUESDAY, _WEDNESDAY = 1, 2
_WEEKS = ((7, _TUESDAY), (9, _WEDNESDAY), (16, _WEDNESDAY), (22, _TUESDAY))
_THEMES = (("lf", "lakeforum"), ("ff", "fardforum"), ("bf", "bildningsforum"))
_COUNCIL_ROUNDS = {0, 3, 5, 8}

MEETINGS_A_ROUND = len(_WEEKS)
MATTERS_A_ROUND = 5 * MEETINGS_A_ROUND
ROUNDS_A_YEAR = len(_MONTHS)
YEARS_A_TERM = 4


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting to come: its id, forum and day, and which of its round's four it is."""

    id: str
    forum: str
    day: date
    slot: int

    @property
    def of_council(self) -> bool:
        """Whether it is one of the two councils', whose agenda is fixed by the presidium."""
        return self.forum in {"samradet", "ordforandekretsen"}

    @property
    def opens_the_year(self) -> bool:
        """Whether it is the conference with which samrådet begins its year."""
        return self.forum == "samradet" and self.day.month == _MONTHS[0]

    @property
    def on_request(self) -> bool:
        """Whether it is the year's first of ordförandekretsen, which its chair asks for."""
        return self.forum == "ordforandekretsen" and self.day.month == _MONTHS[0]


def year_of(number: int) -> int:
    """The year of a round, counted from 0."""
    return FIRST_YEAR + number // ROUNDS_A_YEAR


def round_of(number: int) -> tuple[Sitting, ...]:
    """The meetings of a round, counted from 0."""
    return tuple(_sitting(number, slot) for slot in range(MEETINGS_A_ROUND))


def _sitting(number: int, slot: int) -> Sitting:
    year, turn = year_of(number), number % ROUNDS_A_YEAR
    short, forum = _forum(number, slot)
    earlier = sum(
        _forum(number - back, other)[0] == short
        for back in range(turn + 1)
        for other in range(slot if back == 0 else MEETINGS_A_ROUND)
    )
    start, weekday = _WEEKS[slot]
    day = date(year, _MONTHS[turn], start)
    day += timedelta(days=(weekday - day.weekday()) % 7)
    return Sitting(f"{short}-{year}-{earlier + 1:02}", forum, day, slot)


def _forum(number: int, slot: int) -> tuple[str, str]:
    if slot == 0:
        return "cb", "chefsberedningen"
    if slot == MEETINGS_A_ROUND - 1:
        return "ok", "ordforandekretsen"
    if slot == 2 and number % ROUNDS_A_YEAR in _COUNCIL_ROUNDS:
        return "sr", "samradet"
    return _THEMES[(number + slot) % len(_THEMES)]
