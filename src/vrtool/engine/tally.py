"""How often each norm held, was broken, excused, or could not be told."""

from __future__ import annotations

from dataclasses import dataclass

from vrtool.diagnostic import Judgement


@dataclass(slots=True)
class Tally:
    """Verdicts of one norm over the repo's records; an excused breach counts as excused only."""

    holds: int = 0
    breached: int = 0
    excused: int = 0
    unknown: int = 0

    def add(self, judgement: Judgement, *, excused: bool = False) -> None:
        """Count one verdict."""
        if judgement is Judgement.HOLDS:
            self.holds += 1
        elif judgement is Judgement.UNKNOWN:
            self.unknown += 1
        elif excused:
            self.excused += 1
        else:
            self.breached += 1
