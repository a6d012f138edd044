"""A plan made backwards as text and JSON: the way to a position, and what stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from vrtool.dates import swedish_date
from vrtool.model.structure import WordName
from vrtool.planning.calendar import Occasion, Standing
from vrtool.planning.steps import Plan, Step, StepKind, StepState
from vrtool.register.describe import meeting_name, the_agenda, the_notice
from vrtool.register.norms import NormInForce
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.findings import STRENGTHS
from vrtool.report.wrapping import wrapped
from vrtool.text import count, join, printable, sentence

VERSION = 1

STATES = {
    StepState.DONE: "gjort",
    StepState.LISTED: "inlagt",
    StepState.OPEN: "att göra",
    StepState.UNCALLED: "saknas",
    StepState.LATE: "för sent",
}
_INDENT = len("2030-01-01  ") + max(map(len, STATES.values())) + 2
SECTIONS = {
    "proposal": "förslag",
    "summary": "sammanfattning",
    "description": "beskrivning av ärendet",
    "way_forward": "vägen framåt",
    "submitted": "uppgift om vem som lämnar förslaget",
}
"""The parts of a paper by the name of their field."""


def shown(register: Register, plan: Plan) -> str:
    """The plan in full: the summary, every step with its last day, and what cannot be reached."""
    parts = [[f"{plan.matter.id}  {plan.matter.title}"], wrapped(_summary(register, plan))]
    parts.append([line for step in plan.steps for line in _line(register, plan, step)])
    parts += _verdict(register, plan)
    return "\n\n".join("\n".join(printable(line) for line in part) for part in parts)


def _summary(register: Register, plan: Plan) -> str:
    """*För ställningstagande …: beredningen senast …, underlaget ute senast ….*"""
    when = f"{swedish_date(plan.target.day)} i {_forum(register, plan.target)}"
    told = join([part for part in (_short(register, plan, step) for step in plan.steps) if part])
    head = f"För {word(register, 'position').one} {when}"
    return f"{head}: {told}." if told else f"{head} är allt gjort."


def _short(register: Register, plan: Plan, step: Step) -> str:
    if step.state is StepState.DONE:
        return ""
    year = step.day.year != plan.target.day.year
    day = swedish_date(step.day, year=year)
    if step.kind is StepKind.PREPARATION:
        return f"{_forum(register, step.occasion)} senast {day}"
    if step.kind is StepKind.DIALOGUE:
        dialogue = word(register, "dialogue").one
        return f"{dialogue} i {_forum(register, step.occasion)} senast {day}"
    return f"underlaget ute senast {day}" if step.kind is StepKind.PAPERS else ""


def _forum(register: Register, occasion: Occasion) -> str:
    return register.forum_name(occasion.forum, occasion.day)


# The steps


def _line(register: Register, plan: Plan, step: Step) -> list[str]:
    day = (step.done or step.day).isoformat()
    head = f"{day}  {STATES[step.state]}"
    untold = step.state is StepState.LISTED and step.day < plan.today
    note = "; resultatet är inte antecknat" if untold else ""
    norm = f" ({paragraph(step.norm)})" if step.norm else ""
    return wrapped(f"{step_in_words(register, step)}{note}{norm}.", head=head, indent=_INDENT)


def paragraph(entry: NormInForce) -> str:
    """*arbetsformerna 3.1, bör*."""
    return f"{entry.forms.short_name} {entry.norm.paragraph}, {STRENGTHS[entry.norm.strength]}"


def step_in_words(register: Register, step: Step) -> str:
    """What is done in the step, as a sentence without its full stop."""
    meeting, there = step.occasion.meeting, _where(register, step)
    if step.kind is StepKind.FIXING:
        by = f" av {_fixed_by(register, step)}" if step.by else ""
        return f"{sentence(the_agenda(register, meeting))} fastställs{by}"
    if step.kind is StepKind.ASSIGNMENT:
        work, forum = word(register, "assignment").one, register.forum_name(step.by or "", step.day)
        return f"{sentence(work)} till {forum} att ta fram ett underlag för besluten: {there}"
    if step.kind in _AT_MEETING:
        what = word(register, _AT_MEETING[step.kind]).one
        return f"{sentence(what)}: {there}"
    missing = f": {lacks(step)} saknas" if step.lacks else ""
    position = f"{word(register, 'position').the} {swedish_date(meeting.date, year=False)}"
    texts = {
        StepKind.CONSULTATION: f"Remissen sammanställd före {position}",
        StepKind.BRIEF: f"Underlaget klart inför {position}{missing}",
        StepKind.NOTICE: f"{sentence(the_notice(register, meeting))} ute",
        StepKind.PAPERS: f"Underlaget ute till alla {word(register, 'party').many}",
    }
    return texts[step.kind]


_AT_MEETING: dict[StepKind, WordName] = {
    StepKind.PREPARATION: "preparation",
    StepKind.DIALOGUE: "dialogue",
    StepKind.POSITION: "position",
}


def _fixed_by(register: Register, step: Step) -> str:
    name = register.forum_name(step.by or "", step.day)
    if step.at is not None:
        return f"{name}, {_known_as(step.at)}" if _known_as(step.at) else name
    if step.state is StepState.UNCALLED:
        return f"{name}, som inte har något möte inlagt till dess"
    return name


def _where(register: Register, step: Step) -> str:
    occasion = step.occasion
    if occasion.standing is Standing.NOWHERE:
        late = step.state is StepState.LATE
        need = "" if late else f", lägg in ett senast {swedish_date(occasion.day)}"
        return f"inget möte med {_forum(register, occasion)} är inlagt i tid{need}"
    return f"{meeting_name(register, occasion.meeting)}, {_known_as(occasion)}"


def _known_as(occasion: Occasion) -> str:
    """The meeting's id; where it has none, that it stands in the year wheel only."""
    return occasion.id or "som bara står i årshjulet"


def lacks(step: Step) -> str:
    """*förslag och sammanfattning*: the parts that the step lacks."""
    return join([SECTIONS[name] for name in step.lacks])


# Whether it can be done


def _verdict(register: Register, plan: Plan) -> Iterator[list[str]]:
    if plan.too_late:
        steps = count(len(plan.too_late), "steg", "steg")
        yield wrapped(f"{sentence(steps)} hinns inte längre: se ”{STATES[StepState.LATE]}”.")
    if plan.uncalled:
        days = {(step.occasion.forum, step.day.isoformat()) for step in plan.uncalled}
        commands = [f"  vr meeting new {forum} --date {day}" for forum, day in sorted(days)]
        yield ["Lägg in det som saknas, till exempel:", *commands]
    if plan.earliest is not None:
        yield wrapped(f"{_EARLIEST[bool(plan.too_late)]} {_summary(register, plan.earliest)}")
    elif plan.too_late:
        yield wrapped("Inget senare möte som är inlagt hinns heller: lägg in fler.")


_EARLIEST = {
    True: "Tidigast går det så här.",
    False: "Med de möten som är inlagda går det tidigast så här.",
}
"""By whether it is too late for what was wanted."""


# For programs


def as_json(plan: Plan) -> str:
    """The plan as JSON, version 1; `earliest` is a plan of the same form or null."""
    answer = {"version": VERSION, **_plan(plan)}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "matter": {"id": plan.matter.id, "title": plan.matter.title},
        "today": plan.today.isoformat(),
        "position": _occasion(plan.target),
        "in_time": plan.in_time,
        "steps": [_step(step) for step in plan.steps],
        "earliest": _plan(plan.earliest) if plan.earliest else None,
    }


def _occasion(occasion: Occasion) -> dict[str, Any]:
    return {
        "meeting": occasion.id,
        "forum": occasion.forum,
        "date": occasion.day.isoformat(),
        "standing": occasion.standing.value,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind.value,
        "last_day": step.day.isoformat(),
        "state": step.state.value,
        "done": step.done.isoformat() if step.done else None,
        "for": _occasion(step.occasion),
        "by": step.by,
        "at": _occasion(step.at) if step.at else None,
        "lacks": list(step.lacks),
        "norm": step.norm.id if step.norm else None,
        "working_forms": step.norm.forms.id if step.norm else None,
    }
