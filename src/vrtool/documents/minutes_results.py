"""What came of the points, as it is read in the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_items import days, supplement
from vrtool.documents.agenda_view import Proposal
from vrtool.documents.earlier import outcome_in_words
from vrtool.documents.minutes_view import Point, Result, WorkGiven, WorkReported
from vrtool.documents.naming import organisation_of
from vrtool.documents.parts import Fact
from vrtool.model.item import AS_PROPOSED, ItemKind, OutcomeKind
from vrtool.register.describe import actor, meeting_name
from vrtool.register.words import word
from vrtool.text import count, join, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.documents.agenda_view import Entry
    from vrtool.model.item import Assignment, Item, Outcome, Report, Reservation
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register

_SET_OFF = {OutcomeKind.POSITION, OutcomeKind.RECOMMENDATION, OutcomeKind.NOMINATED}


def points(register: Register, meeting: Meeting) -> tuple[tuple[int, Point], ...]:
    """Every point with its day, as numbered; breaks are nothing to tell of afterwards."""
    listed = [entry for day in days(register, meeting) for entry in day.entries]
    entries = {entry.id: entry for entry in (*listed, *supplement(register, meeting))}
    found = [
        (item.day, point(register, meeting, item, entries[item.id]))
        for item in meeting.items
        if item.kind is not ItemKind.BREAK
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].number)))


def point(register: Register, meeting: Meeting, item: Item, entry: Entry) -> Point:
    """A point with its result."""
    corrections = meeting.minutes.corrections if meeting.minutes else ()
    return Point(
        id=entry.id,
        number=entry.number,
        title=entry.title,
        aim=entry.aim,
        public=entry.public,
        text=entry.text,
        presenters=entry.presenters,
        matters=entry.matters,
        results=(result(register, meeting, item, item.outcome),) if item.outcome else (),
        corrected=tuple(swedish_date(c.date) for c in corrections if c.item == item.id),
    )


def result(register: Register, meeting: Meeting, item: Item, outcome: Outcome) -> Result:
    """What came of an item. The position, recommendation or nomination is set off."""
    wording = tuple(_wording(register, item, outcome)) if outcome.kind in _SET_OFF else ()
    in_words = sentence(outcome_in_words(register, meeting, outcome))
    return Result(
        kind=outcome.kind.value,
        outcome="" if wording else in_words,
        heading=in_words if wording else "",
        wording=wording,
        text="" if wording else _text(register, item, outcome),
        facts=tuple(_facts(register, meeting, outcome)),
        questions=outcome.questions,
        reservations=tuple(_reservation(register, one) for one in outcome.reservations),
        assignments_heading=sentence(word(register, "assignment").many),
        assignments=tuple(given(register, meeting, item, one) for one in outcome.assignments),
        reports=tuple(_reported(register, meeting, report) for report in outcome.reports),
    )


def _wording(register: Register, item: Item, outcome: Outcome) -> Iterator[Proposal]:
    if outcome.text == AS_PROPOSED:
        yield from _proposals(register, item) or [Proposal("", "Enligt förslaget.")]
    elif outcome.text:
        yield Proposal("", outcome.text)
    elif outcome.people:
        yield Proposal("", f"{_people(register, outcome.people)}.")


def _proposals(register: Register, item: Item) -> list[Proposal]:
    if item.proposal:
        return [Proposal("", item.proposal)]
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    return [
        Proposal(matter.title if len(matters) > 1 else "", matter.brief.proposal)
        for matter in matters
        if matter.brief and matter.brief.proposal
    ]


def _text(register: Register, item: Item, outcome: Outcome) -> str:
    if outcome.text != AS_PROPOSED:
        return outcome.text or ""
    proposed = [proposal.text for proposal in _proposals(register, item)]
    return "\n\n".join(proposed) or "Enligt förslaget."


def _facts(register: Register, meeting: Meeting, outcome: Outcome) -> Iterator[Fact]:
    if outcome.meeting:
        to = register.meetings.get(outcome.meeting)
        yield Fact("Tas upp", sentence(meeting_name(register, to)) if to else outcome.meeting)
    if outcome.minutes:
        yield Fact("Föreslagen tid", count(outcome.minutes, "minut", "minuter"))
    if outcome.ambition:
        yield Fact("Ambition", outcome.ambition)
    if outcome.people and outcome.text:
        yield Fact("Utsedda", _people(register, outcome.people))
    if outcome.establishes:
        forums = [register.forum_name(one, meeting.date) for one in outcome.establishes]
        yield Fact("Inrättas", join(forums))
    if outcome.agreed is not None:
        yield Fact("Samförstånd", "alla var eniga" if outcome.agreed else "nåddes inte")
    if outcome.decides_next:
        yield Fact("Beslutas härnäst av", deciders(register, outcome.decides_next))


def deciders(register: Register, parties: tuple[str, ...]) -> str:
    """*alla 17 parter*, or those there are by name in the structure's order."""
    every = list(register.structure.parties)
    if len(every) > 1 and set(every) <= set(parties):
        return f"alla {number(len(every))} {word(register, 'party').many}"
    return join([register.party(party) for party in parties])


def _people(register: Register, people: tuple[str, ...]) -> str:
    return join([_with_organisation(register, person) for person in people])


def _with_organisation(register: Register, person: str) -> str:
    known = register.rosters.people.get(person)
    own = register.party(known.party) if known and known.party else ""
    own = own or organisation_of(register, person)
    return f"{register.person(person)} ({own})" if own else register.person(person)


def _reservation(register: Register, one: Reservation) -> str:
    who = _with_organisation(register, one.who) if one.who else register.party(one.party or "")
    return f"{who}: {one.text}" if one.text else who


def given(register: Register, meeting: Meeting, item: Item, work: Assignment) -> WorkGiven:
    """An assignment given at an item, in words."""
    giver = work.giver if work.giver not in {None, meeting.forum} else None
    return WorkGiven(
        id=work.id,
        task=work.task or item.title,
        receiver=sentence(actor(register, work.receiver, meeting.date)),
        due=swedish_date(work.due) if work.due else "",
        giver=actor(register, giver, meeting.date) if giver else "",
    )


def _reported(register: Register, meeting: Meeting, report: Report) -> WorkReported:
    there, work = register.assignments.get(report.assignment, (None, None))
    task = (work.task or there.item.title) if work and there else report.assignment
    receiver = sentence(actor(register, work.receiver, meeting.date)) if work else ""
    return WorkReported(task, receiver, report.done, report.text or "")
