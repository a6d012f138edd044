"""How it is said where a matter stands in its process, and what comes next."""

from __future__ import annotations

from vrtool.register.processes import Progress
from vrtool.rough_dates import swedish_time

NOT_BEGUN = "inte påbörjad"


def standing(progress: Progress) -> str:
    """*formuleringsfas; nästa steg: remiss, maj–augusti 2017*."""
    phase = progress.phase.name if progress.phase else NOT_BEGUN
    coming = next_step(progress)
    return f"{phase}; {f'nästa steg: {coming}' if coming else 'alla steg är gjorda'}"


def next_step(progress: Progress) -> str:
    """*remiss, maj–augusti 2017*; nothing where all is done."""
    state = progress.next
    if state is None:
        return ""
    lacking = [part.name for part in state.lacking]
    left = f" ({', '.join(lacking)})" if 0 < len(lacking) < len(state.parts) else ""
    return f"{state.name}{left}" + (f", {swedish_time(state.planned)}" if state.planned else "")


def position_expected(progress: Progress) -> str:
    """When a position may come, *2018*; nothing where that is not planned, or is over."""
    state = progress.position
    planned = state.planned if state and state.done is None else None
    return swedish_time(planned) if planned else ""
