"""What the sheet for a party to take home holds: finished Swedish text and truth values only.

Whatever is unknown is an empty text or tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.minutes_view import LogLine, Point
    from vrtool.documents.parts import Fact


@dataclass(frozen=True, slots=True)
class HomeLine:
    """Something a party is to do about a point, by its name; `done` tells where it has been."""

    what: str
    done: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What one party takes home from one meeting.

    `decisions` are those asked of the party, `assignments` those it has and that are not done,
    `feedback` the questions it is to bring back, `positions` whatever the meeting arrived at for
    all, `concerning` the other points about what the party raised or is concerned by. `nothing`
    says so where there is none of it.
    """

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    party: str
    stamp: str
    facts: tuple[Fact, ...]
    nothing: str
    decisions: tuple[HomeLine, ...]
    assignments_heading: str
    assignments: tuple[LogLine, ...]
    feedback: tuple[HomeLine, ...]
    positions_heading: str
    positions: tuple[Point, ...]
    concerning: tuple[Point, ...]
