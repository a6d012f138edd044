"""On which side people sit, and how the mandates of an assembly are divided, on a day."""

from __future__ import annotations

from datetime import date

from vrtool.model.rosters import Division, Side
from vrtool.register.register import Register


def division_on(register: Register, assembly: str, day: date) -> Division | None:
    """How the assembly's mandates are divided that day; None where nothing, or more, is told."""
    told = [d for d in register.rosters.assemblies.get(assembly, ()) if d.span.contains(day)]
    return told[0] if len(told) == 1 else None


def side_on(register: Register, person: str, day: date) -> Side | None:
    """On which side of their party's own assembly someone is that day, where that is known.

    What stands at the person goes first, then the side of the person's political party in those
    assemblies of the party that tell, if they agree.
    """
    known = register.rosters.people.get(person)
    if known is None or known.side or not known.party or not known.political_party:
        return known.side if known else None
    boards = register.structure.boards
    own = (a for a in register.rosters.assemblies if a in boards and boards[a].party == known.party)
    divisions = (division_on(register, assembly, day) for assembly in own)
    sides = {
        d.sides[known.political_party] for d in divisions if d and known.political_party in d.sides
    }
    return sides.pop() if len(sides) == 1 else None
