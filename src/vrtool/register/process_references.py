"""Every reference that a type of process makes, and that a matter makes about its own process."""

from __future__ import annotations

from vrtool.model.process import Process, ProcessType
from vrtool.register.target import Found, Target, each


def type_references(kind: ProcessType) -> Found:
    """Everything a type of process names, with its place in the file."""
    for index, step in enumerate(kind.steps):
        yield ("steps", index, "phase"), step.phase, Target.PHASE
    for key, norm in kind.norms.items():
        yield from each(("norms", key, "subsumes"), norm.subsumes, Target.NORM)


def process_references(process: Process) -> Found:
    """Everything a matter's process names, with its place in the matter's file."""
    yield ("process", "type"), process.type, Target.PROCESS
    for index, participant in enumerate(process.parties):
        yield ("process", "parties", index, "side"), participant.side, Target.SIDE
        yield ("process", "parties", index, "party"), participant.party, Target.PARTY
    for index, leader in enumerate(process.leaders):
        yield ("process", "leaders", index, "side"), leader.side, Target.SIDE
        yield ("process", "leaders", index, "who"), leader.who, Target.PERSON
    for step in process.steps:
        yield ("process", "steps", step), step, Target.STEP
