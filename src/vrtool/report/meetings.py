"""Meetings as text: the list, and one meeting with its items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vrtool.dates import swedish_date, swedish_hours
from vrtool.model.item import Item
from vrtool.model.meeting import Form, Known, Meeting, Mode
from vrtool.model.working_forms import Phase
from vrtool.register.describe import meeting_name
from vrtool.register.fixing import change_told
from vrtool.register.numbering import numbers, supplementary
from vrtool.register.phases import current
from vrtool.register.register import Register
from vrtool.register.words import outcome_word, purposes, word
from vrtool.text import printable, sentence

PHASES = {
    Phase.PLANNED: "planerat",
    Phase.DRAFT: "under beredning",
    Phase.CALLED: "kallat",
    Phase.HELD: "hållet",
    Phase.ADJUSTED: "justerat",
    Phase.DISPATCHED: "expedierat",
}
KNOWN = {
    Known.PLANNED: "bara planerat",
    Known.DATE: "bara datumet är känt",
    Known.ITEMS: "punkterna är kända",
}
_MODES = {Mode.PHYSICAL: "fysiskt möte", Mode.DIGITAL: "digitalt möte", Mode.HYBRID: "hybridmöte"}
_FORMS = {Form.MEETING: "möte", Form.CONFERENCE: "konferens", Form.PLANNING_DAYS: "planeringsdagar"}

HEAD = ("Id", "Dag", "Forum", "Läge", "Punkter")


def row(register: Register, meeting: Meeting) -> tuple[str, ...]:
    """A meeting as a row under HEAD."""
    return (
        meeting.id,
        f"{meeting.date.isoformat()}{f'–{meeting.end.day:02}' if meeting.end else ''}",
        register.forum_short_name(meeting.forum, meeting.date),
        state(register, meeting),
        str(len(meeting.items) or ""),
    )


def state(register: Register, meeting: Meeting) -> str:
    """Where the meeting stands, in a few words; what the record knows where it knows little."""
    if meeting.cancelled:
        return "inställt"
    phase = current(meeting)
    if phase in {Phase.PLANNED, Phase.DRAFT} and meeting.known is not Known.FULL:
        return KNOWN[meeting.known]
    agenda = word(register, "agenda")
    fixed = f"{agenda.agree('fastställd', 'fastställt', 'fastställda')} {agenda.one}"
    return fixed if phase is Phase.FIXED else PHASES[phase]


def shown(register: Register, meeting: Meeting) -> str:
    """One meeting in full, for reading in a terminal."""
    lines = [*_head(register, meeting), "", *_items(register, meeting)]
    return "\n".join(printable(line) for line in lines).rstrip()


def _head(register: Register, meeting: Meeting) -> Iterator[str]:
    yield f"{meeting.id}  {sentence(meeting_name(register, meeting))}"
    for day in meeting.days:
        hours = meeting.hours_on(day)
        if hours:
            yield f"  {swedish_date(day, weekday=True)} {swedish_hours(hours)}"
    facts = {
        "Läge": state(register, meeting),
        "Form": _FORMS[meeting.form] if meeting.form is not Form.MEETING else "",
        "Sätt": _MODES[meeting.mode] if meeting.mode else "",
        "Plats": meeting.place or "",
        "Rubrik": meeting.title or "",
        "Inställt": meeting.cancelled.reason if meeting.cancelled else "",
        "Flyttat": "; ".join(
            f"från {swedish_date(move.start)}{f': {move.reason}' if move.reason else ''}"
            for move in meeting.moved
        ),
        "Obs": change_told(register, meeting) or "",
        "Anmärkning": meeting.note or "",
        "Källa": meeting.source or "",
        "Fil": register.meeting_place(meeting).path,
    }
    yield from (
        f"  {name}: {' '.join(fact.strip().splitlines())}" for name, fact in facts.items() if fact
    )


def _items(register: Register, meeting: Meeting) -> Iterator[str]:
    """The items in order; those that came after the notice follow under a heading of their own."""
    late = supplementary(meeting)
    numbered = numbers(meeting)
    for item in meeting.items:
        if item not in late:
            yield _item(register, item, numbered)
    if late:
        yield "Tilläggslista:"
    for item in late:
        added = f", tillagd {swedish_date(item.added)}" if item.added else ""
        yield f"{_item(register, item, numbered)}{added}"


def _item(register: Register, item: Item, numbered: Mapping[str, int]) -> str:
    mark = f"{numbered[item.id]:>4}." if item.id in numbered else "   –"
    told = [*item.all_matters, purposes(register, item)]
    rest = ", ".join(part for part in told if part)
    outcome = f" → {outcome_word(register, item.outcome.kind)}" if item.outcome else ""
    return f"{mark} {item.title}{f'  ({rest})' if rest else ''}{outcome}"
