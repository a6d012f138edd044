"""Names that mean something within one file only: a meeting's items, a process's steps."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.model.process import ProcessType
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.target import Target

LOCAL = frozenset((Target.ITEM, Target.PHASE, Target.STEP, Target.SIDE))
"""What is named by names of that kind."""


def local_names(register: Register) -> dict[tuple[str, Target], tuple[str, ...]]:
    """By file and target the names that exist there.

    Of a matter whose process has no readable type nothing is known, and its names stand in no list.
    """
    found = {
        (register.paths[Kind.MEETING, meeting.id], Target.ITEM): tuple(i.id for i in meeting.items)
        for meeting in register.meetings.values()
    }
    for path, kind in _processes(register):
        found[path, Target.PHASE] = tuple(phase.id for phase in kind.phases)
        found[path, Target.STEP] = kind.step_ids
        found[path, Target.SIDE] = tuple(kind.sides)
    return found


def _processes(register: Register) -> Iterator[tuple[str, ProcessType]]:
    for kind in register.processes.values():
        yield register.paths[Kind.PROCESS, kind.id], kind
    for matter in register.matters.values():
        followed = register.processes.get(matter.process.type) if matter.process else None
        if followed:
            yield register.paths[Kind.MATTER, matter.id], followed
