"""What the documents about a matter say first of it, whatever they are for."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from vrtool.documents.parts import Fact
from vrtool.model.matter import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.matter import Matter
    from vrtool.register.register import Register

WITHDRAWN = "TILLBAKADRAGET"
"""The stamp of a paper about a matter that was withdrawn."""


def matter_facts(matter: Matter) -> Iterator[Fact]:
    """The matter by its numbers."""
    yield Fact("Ärende", matter.id)
    if matter.reference:
        yield Fact("Diarienummer", matter.reference)


def stamp(matter: Matter, draft: str) -> str:
    """The stamp `draft`, if there is one, else whether the matter was withdrawn."""
    return draft or (WITHDRAWN if matter.status is Status.WITHDRAWN else "")


def dated(register: Register, matter: Matter, *days: date | None) -> date:
    """The first of the days that is known, else one that the matter itself tells.

    Documents are dated by the data alone: where nothing tells, by the year in the matter's id.
    """
    path = register.path_of(matter.id)
    last = path[-1].meeting.date if path else None
    known = [day for day in (*days, last, matter.raised) if day is not None]
    return known[0] if known else date(_year(matter.id), 1, 1)


def _year(identifier: str) -> int:
    """The year an id begins with, where it does."""
    found = _YEAR.match(identifier)
    return int(found[0]) if found else _NO_YEAR


_YEAR = re.compile(r"(?:19[89]|2[01][0-9])[0-9](?=-)")
_NO_YEAR = 2000
