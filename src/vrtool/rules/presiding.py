"""Who presides: the chair by the office that chairs, the vice chair from the right side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Verdict
from vrtool.model.base import Id, SlashedId
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import office_holder
from vrtool.register.seats import title_of
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Seating,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)


class Chair(Parameters):
    """`chair_is`: the office whose holder chairs; `vice_chair_from`: which kind of party."""

    chair_is: SlashedId
    vice_chair_from: Id | None = None

    def references(self) -> Names:
        """The office, and the kind of party."""
        yield ("chair_is",), self.chair_is, Target.OFFICE
        if self.vice_chair_from:
            yield ("vice_chair_from",), self.vice_chair_from, Target.PARTY_KIND


@rule("VR202", "chair", subject=Subject.SEATING, parameters=Chair)
def chair(seating: Seating, parameters: Chair, context: Context) -> Iterator[Verdict]:
    """The chair does not hold the office that chairs, or the vice chair is of the wrong side."""
    for term in terms_of_office(context.register, seating, seating.composition.chair):
        for part in _parts_of_term(context.register, term, parameters.chair_is):
            yield _chair(context.register, part, parameters)
    for office in seating.composition.vice_chairs:
        for term in terms_of_office(context.register, seating, office):
            yield _vice(context.register, term, parameters)


@dataclass(frozen=True, slots=True)
class InOffice:
    """Someone in an office of the forum, from a day on."""

    office: str
    who: str
    first: date
    forum: str
    at: Place
    days: Span


def terms_of_office(register: Register, seating: Seating, office: str | None) -> Iterator[InOffice]:
    """Everyone known to have held the office while the composition stood."""
    forum = register.forum_name(seating.forum, seating.first)
    for index, tenure in enumerate(register.rosters.offices.get(office or "", ())):
        days = tenure.span.common(Span(seating.first, seating.last))
        if tenure.who and days and days.first:
            at = register.place(Kind.ROSTERS, pointer=("offices", office or "", index))
            yield InOffice(office or "", tenure.who, days.first, forum, at, days)


def _parts_of_term(register: Register, term: InOffice, office: str) -> Iterator[InOffice]:
    """The term cut where the holder of another office changes."""
    tenures = register.rosters.offices.get(office, ())
    starts = {t.span.first for t in tenures if t.span.first}
    starts |= {t.span.last + timedelta(days=1) for t in tenures if t.span.last}
    cuts = sorted(day for day in starts if day > term.first and term.days.contains(day))
    for first, following in zip([term.first, *cuts], [*cuts, None], strict=True):
        last = following - timedelta(days=1) if following else term.days.last
        yield replace(term, first=first, days=Span(first, last))


def _chair(register: Register, term: InOffice, parameters: Chair) -> Verdict:
    subject = parameters.chair_is
    holder = office_holder(register, subject, term.first)
    if holder is None:
        return unknown(subject, term.at)
    if holder == term.who:
        return holds(subject, term.at)
    verdict = breach(
        subject,
        term.at,
        f"{register.person(term.who)} står som {word(register, 'chair').one} i {term.forum} från "
        f"{swedish_date(term.first)}, men {word(register, 'office').the} {subject} innehas då av "
        f"{register.person(holder)}.",
        "rätta den ena av de två uppgifterna.",
    )
    return replace(verdict, days=term.days)


def _vice(register: Register, term: InOffice, parameters: Chair) -> Verdict:
    person = register.rosters.people.get(term.who)
    party = register.structure.parties.get(person.party or "") if person else None
    if party is None or parameters.vice_chair_from is None:
        return unknown("vice-chair", term.at)
    if party.kind == parameters.vice_chair_from:
        return holds("vice-chair", term.at)
    kind = register.structure.party_kinds.get(parameters.vice_chair_from)
    if kind is None:  # told of as a fault of the norm
        return unknown("vice-chair", term.at)
    title = title_of(register, term.office)
    verdict = breach(
        "vice-chair",
        term.at,
        f"{register.person(term.who)}, {title} i {term.forum} från "
        f"{swedish_date(term.first)}, företräder {kind.none}.",
        f"rätta personens {word(register, 'party').one} eller vem som är {title}: {kind.the_many} "
        "utser den.",
    )
    return replace(verdict, days=term.days)
