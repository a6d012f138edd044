"""Matters as text: the list, and one matter with its way through the forums."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import swedish_date
from vrtool.model.matter import Goal, Matter, Status
from vrtool.register.describe import meeting_name
from vrtool.register.phases import held
from vrtool.register.process_words import standing
from vrtool.register.processes import followed
from vrtool.register.register import Appearance, Register
from vrtool.register.words import logic_word, outcome_word, purposes, word
from vrtool.report import consultations
from vrtool.text import join, printable

HEAD = ("Id", "Ärende", "Läge", "Senast uppe")
_STATUS = {Status.OPEN: "öppet", Status.CLOSED: "avslutat", Status.WITHDRAWN: "tillbakadraget"}


def row(register: Register, matter: Matter) -> tuple[str, ...]:
    """A matter as a row under HEAD."""
    path = register.path_of(matter.id)
    last = last_up(register, path[-1] if path else None)
    return matter.id, matter.title, state(register, matter), last


def state(register: Register, matter: Matter) -> str:
    """*öppet*, *avslutat*; of an open matter also the phase of the process it follows."""
    progress = followed(register, matter) if matter.status is Status.OPEN else None
    phase = f", {progress.phase.name}" if progress and progress.phase else ""
    return f"{_STATUS[matter.status]}{phase}"


def last_up(register: Register, there: Appearance | None) -> str:
    """*rådet 11 februari 2030*: the meeting where a matter was up."""
    return meeting_name(register, there.meeting) if there else "har inte varit uppe"


def shown(register: Register, matter: Matter) -> str:
    """One matter in full: what it is, and its way through the forums."""
    way = list(_way(register, matter))
    way = way or ["  Har inte varit uppe."]
    lines = [*_head(register, matter), "", "Ärendets väg:", *way]
    return "\n".join(printable(line) for line in lines)


def _head(register: Register, matter: Matter) -> Iterator[str]:
    yield f"{matter.id}  {matter.title}"
    goals = {
        Goal.POSITION: word(register, "position").one,
        Goal.ANCHORING: "förankring",
        Goal.INFORMATION: word(register, "information").one,
    }
    facts = {
        "Läge": _STATUS[matter.status],
        "Väckt av": _initiator(register, matter),
        "Väckt": swedish_date(matter.raised) if matter.raised else "",
        "Mål": goals[matter.goal] if matter.goal else "",
        "Logik": logic_word(register, matter.logic) if matter.logic else "",
        "Process": _process(register, matter),
        "Remiss": consultations.in_short(register, matter),
        "Ämnen": join([register.structure.topics.get(t, t) for t in matter.topics]),
        "Diarienummer": matter.reference or "",
        "Fortsätter": matter.continues or "",
        "Underlag": _brief(matter),
        "Anmärkning": matter.note or "",
        "Fil": register.matter_place(matter).path,
    }
    yield from (
        f"  {name}: {' '.join(fact.strip().splitlines())}" for name, fact in facts.items() if fact
    )


def _initiator(register: Register, matter: Matter) -> str:
    if matter.initiator is None:
        return ""
    if matter.initiator in register.structure.forums:
        path = register.path_of(matter.id)
        day = matter.raised or (path[0].meeting.date if path else None)
        names = register.structure.forums[matter.initiator].names
        return register.forum_name(matter.initiator, day) if day else names[-1].short_name
    return register.party(matter.initiator)


def _process(register: Register, matter: Matter) -> str:
    """*dialogprocessen: formuleringsfas; nästa steg: remiss, maj–augusti 2017*."""
    progress = followed(register, matter)
    return f"{progress.kind.short_name}: {standing(progress)}" if progress else ""


def _brief(matter: Matter) -> str:
    brief = matter.brief
    if brief is None:
        return ""
    parts = {
        "förslag": brief.proposal,
        "sammanfattning": brief.summary,
        "beskrivning": brief.description,
        "synpunkter": brief.views,
        "överväganden": brief.considerations,
        "vägen framåt": brief.way_forward,
        "dokument": brief.documents,
    }
    return join([name for name, part in parts.items() if part])


def _way(register: Register, matter: Matter) -> Iterator[str]:
    for appearance in register.path_of(matter.id):
        yield f"  {appearance.meeting.date.isoformat()}  {_stop(register, appearance)}"


def _stop(register: Register, appearance: Appearance) -> str:
    meeting, item = appearance.meeting, appearance.item
    where = f"{register.forum_name(meeting.forum, meeting.date)} ({meeting.id})"
    outcome = outcome_word(register, item.outcome.kind) if item.outcome else ""
    if not outcome and not held(meeting):
        outcome = "resultatet är inte känt"
    told = [item.title, purposes(register, item), f"→ {outcome}" if outcome else ""]
    return f"{where}: {', '.join(part for part in told if part)}"
