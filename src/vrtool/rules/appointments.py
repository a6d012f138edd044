"""For how long someone is appointed, and that nobody is appointed in another's stead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Verdict
from vrtool.model.rosters import Tenure
from vrtool.model.structure import Term
from vrtool.register.completeness import Aspect, complete
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import tenures_of
from vrtool.register.seats import Role, Seat, seats_by_role
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    NoParameters,
    Seating,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.seats import appointed_seats, composition_place, forum_of, seats_beyond

# In another's stead


@rule("VR211", "no-deputies", subject=Subject.SEATING)
def no_deputies(seating: Seating, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The forum has deputies: in its composition, in the rosters, or at one of its meetings."""
    register = context.register
    found = [
        *_with_deputies(register, seating),
        *_deputies(register, seating),
        *_served(register, seating),
    ]
    yield from found or [holds(seating.forum, composition_place(register, seating))]


def _with_deputies(register: Register, seating: Seating) -> Iterator[Verdict]:
    pointer = composition_place(register, seating).pointer
    for index, line in enumerate(seating.composition.members):
        if line.deputies:
            yield breach(
                seating.forum,
                register.place(Kind.WORKING_FORMS, seating.forms.id, (*pointer, index, "deputies")),
                f"Sammansättningen av {forum_of(register, seating)} ger platser med "
                f"{word(register, 'deputy').many}, men forumet ska inte ha några.",
                "ta bort deputies från raden.",
            )


def _deputies(register: Register, seating: Seating) -> Iterator[Verdict]:
    span = Span(seating.first, seating.last)
    seats = seats_by_role(register, seating.composition)[Role.MEMBER]
    for seat in (*seats, *seats_beyond(register, seating)):
        recorded = register.rosters.seats.get(seat.id) if seat.appointed else None
        for index, tenure in enumerate(recorded.deputies if recorded else ()):
            days = tenure.span.common(span)
            if tenure.who and days:
                at = register.place(Kind.ROSTERS, pointer=("seats", seat.id, "deputies", index))
                yield replace(_deputy(register, seating, seat, tenure.who, at), days=days)


def _deputy(register: Register, seating: Seating, seat: Seat, who: str, at: Place) -> Verdict:
    deputy = word(register, "deputy")
    return breach(
        seat.id,
        at,
        f"{register.person(who)} står som {deputy.one} på platsen {seat.id}, men "
        f"{forum_of(register, seating)} har inga {deputy.many}.",
        f"ta bort {deputy.the}, eller skriv den som har platsen under members.",
    )


def _served(register: Register, seating: Seating) -> Iterator[Verdict]:
    span = Span(seating.first, seating.last)
    for meeting in register.by_forum.get(seating.forum, ()):
        attendance = meeting.minutes.attendance if meeting.minutes else None
        if attendance is None or meeting.cancelled or not span.contains(meeting.date):
            continue
        for index, served in enumerate(attendance.served):
            yield breach(
                served.seat,
                register.meeting_place(meeting, "minutes", "attendance", "served", index),
                f"{register.person(served.who)} tjänstgjorde för platsen {served.seat} vid "
                f"{meeting_name(register, meeting)}, men forumet har inga "
                f"{word(register, 'deputy').many}.",
                "skriv personen som gäst (others).",
            )


# For how long


@rule("VR212", "within-term", subject=Subject.SEATING)
def within_term(seating: Seating, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """Someone is appointed for longer than the term of office, and nothing says it was decided.

    An appointment of which no end is recorded lasts, on a day of which the rosters are complete.
    """
    register = context.register
    for seat in appointed_seats(register, seating):
        for index, tenure in enumerate(tenures_of(register, seat)):
            if tenure.who and tenure.span.overlaps(Span(seating.first, seating.last)):
                at = register.place(Kind.ROSTERS, pointer=(*seat.pointer, index))
                yield _appointment(register, seating, seat, tenure, at)


def _appointment(
    register: Register, seating: Seating, seat: Seat, tenure: Tenure, at: Place
) -> Verdict:
    if tenure.decided_otherwise:
        return holds(seat.id, at)
    term = _term(register, tenure)
    if term is None or tenure.seen:
        return unknown(seat.id, at)
    after = term.end + timedelta(days=1)
    if tenure.end is not None and tenure.end <= term.end:
        return holds(seat.id, at)
    if not Span(seating.first, seating.last).contains(after):
        return holds(seat.id, at)  # what comes then is for the composition of that day
    if tenure.end is None and not complete(register, seating.forum, Aspect.ROSTERS, after):
        return unknown(seat.id, at)
    verdict = breach(
        seat.id,
        at,
        f"{register.person(tenure.who or '')} sitter på platsen {seat.id} i "
        f"{forum_of(register, seating)} även efter {swedish_date(term.end)}, då mandatperioden "
        f"{term.id} tog slut.",
        f"avsluta tiden med to: {term.end}, och skriv en ny rad om personen utsågs på nytt; "
        "beslutades en annan tid, skriv det under decided_otherwise.",
    )
    return replace(verdict, days=Span(after, tenure.end))


def _term(register: Register, tenure: Tenure) -> Term | None:
    """The term of office in which someone was appointed."""
    start = tenure.start
    terms = register.structure.terms
    return next((term for term in terms if start and term.span.contains(start)), None)
