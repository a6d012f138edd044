"""How the open matters stand, as text and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from vrtool.dates import swedish_date
from vrtool.planning.status import MatterStatus, NextKind
from vrtool.planning.steps import Step, StepKind, StepState
from vrtool.register.describe import meeting_name, parties
from vrtool.register.process_words import next_step
from vrtool.register.register import Register
from vrtool.register.words import outcome_word, purposes, word
from vrtool.report.matters import last_up, state
from vrtool.report.plans import STATES, lacks, step_in_words
from vrtool.report.wrapping import wrapped
from vrtool.text import sentence

VERSION = 1
_NAMES = ("Läge", "Senast", "Härnäst", "Hindrar")
_LACKS = {StepState.UNCALLED: "saknas", StepState.LATE: "hinns inte"}
_INDENT = 2 + max(map(len, _NAMES)) + 2


def shown(register: Register, found: tuple[MatterStatus, ...]) -> str:
    """Every open matter: its state, where it was last up, what comes next, what is in the way."""
    return "\n\n".join("\n".join(_lines(register, one)) for one in found)


def _lines(register: Register, one: MatterStatus) -> Iterator[str]:
    yield from wrapped(f"{one.matter.id}  {one.matter.title}", indent=0)
    told = [_stage(register, one), _last(register, one), next_in_words(register, one)]
    facts = [*zip(_NAMES, told, strict=False), *((_NAMES[-1], b) for b in blocks(register, one))]
    before = ""
    for name, text in facts:
        head = "" if name == before else f"{name}:"
        yield from wrapped(text, head=f"  {head}", indent=_INDENT + 1)
        before = name


def _stage(register: Register, one: MatterStatus) -> str:
    stage = f": {one.matter.stage}" if one.matter.stage else ""
    return f"{state(register, one.matter)}{stage}"


def _last(register: Register, one: MatterStatus) -> str:
    outcome = one.last.item.outcome if one.last else None
    told = f", {outcome_word(register, outcome.kind)}" if outcome else ""
    return f"{last_up(register, one.last)}{told}"


def next_in_words(register: Register, one: MatterStatus) -> str:
    """What comes next for the matter."""
    if one.next is NextKind.MEETING and one.meeting is not None:
        meeting, purpose = one.meeting.meeting, purposes(register, one.meeting.item)
        return f"{purpose or 'uppe'} vid {meeting_name(register, meeting)} ({meeting.id})"
    if one.next is NextKind.STEP and one.step is not None:
        what, day = step_in_words(register, one.step), swedish_date(one.step.day)
        return what if day in what else f"{what}, senast {day}"  # a meeting's day is in its name
    if one.next is NextKind.PROCESS and one.progress is not None:
        return next_step(one.progress)
    expected = one.matter.expected.position if one.matter.expected else None
    if one.next is NextKind.NOTHING and expected:
        return f"{word(register, 'position').one} väntas {expected}; inget möte är inlagt"
    return {
        NextKind.DECISIONS: f"beslut hos {word(register, 'party').the_many}",
        NextKind.CLOSE: f"avsluta ärendet (vr matter close {one.matter.id})",
    }.get(one.next, "inget är inlagt: ta upp det vid ett möte, eller avsluta det")


def blocks(register: Register, one: MatterStatus) -> Iterator[str]:
    """What is in the matter's way, a sentence each."""
    for finding in one.findings:
        yield f"{finding.code}: {finding.message}"
    for there, forum in one.unprepared:
        preparing = register.forum_name(forum, there.meeting.date)
        before = meeting_name(register, there.meeting)
        yield f"Ingen beredning i {preparing} är antecknad eller inlagd före {before}."
    for step in one.lack:
        if step.kind is StepKind.BRIEF and step.lacks:
            yield f"Underlaget saknar {lacks(step)}."
        else:
            yield f"{_lacking(register, step)}."
    if one.silent:
        yield f"Svar på remissen är inte antecknat från {parties(register, one.silent)}."
    if one.deciders:
        yield f"Beslut är inte antecknat från {parties(register, one.deciders)}."
    if one.no_plan:
        yield one.no_plan


def _lacking(register: Register, step: Step) -> str:
    """*Beredning saknas: inget möte är inlagt i tid*, *För sent: underlaget klart*."""
    told = step_in_words(register, step)
    what, colon, why = told.partition(": ")
    if colon and step.state in _LACKS:
        return f"{what} {_LACKS[step.state]}: {why}"
    return f"{sentence(STATES[step.state])}: {told}"


def as_json(register: Register, found: tuple[MatterStatus, ...]) -> str:
    """The same as JSON, version 1."""
    answer = {"version": VERSION, "matters": [_matter(register, one) for one in found]}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _matter(register: Register, one: MatterStatus) -> dict[str, Any]:
    ahead = one.meeting if one.next is NextKind.MEETING else None
    step = one.step if one.next is NextKind.STEP else None
    day = ahead.meeting.date if ahead else step.day if step else None
    return {
        "id": one.matter.id,
        "title": one.matter.title,
        "stage": one.matter.stage,
        "last": one.last.meeting.id if one.last else None,
        "next": {
            "kind": one.next.value,
            "what": next_in_words(register, one),
            "meeting": ahead.meeting.id if ahead else None,
            "date": day.isoformat() if day else None,
        },
        "blocks": list(blocks(register, one)),
    }
