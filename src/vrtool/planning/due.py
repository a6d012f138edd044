"""Everything that waits, from every part of the work."""

from __future__ import annotations

from datetime import date

from vrtool.planning.after import after_meetings
from vrtool.planning.before import before_meetings
from vrtool.planning.between import between_meetings
from vrtool.planning.demands import Demands
from vrtool.planning.seats import of_costs, of_seats
from vrtool.planning.tasks import Task
from vrtool.planning.year import of_the_year
from vrtool.register.register import Register


def due(register: Register, today: date) -> tuple[Task, ...]:
    """What waits to be done as it looks on the day, in no particular order."""
    demands = Demands(register)
    return (
        *before_meetings(demands, today),
        *after_meetings(demands, today),
        *between_meetings(demands, today),
        *of_the_year(demands, today),
        *of_seats(demands, today),
        *of_costs(register, today),
    )
