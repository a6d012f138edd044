"""Who leads a forum: from which kind of party and which side, and a member of the forum itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Judgement, Verdict
from vrtool.model.base import Id, Record, SlashedId
from vrtool.model.rosters import Side
from vrtool.register.completeness import Aspect, complete, spans
from vrtool.register.register import Register
from vrtool.register.seats import title_of
from vrtool.register.sides import side_on
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import Context, Names, Parameters, Seating, Subject, absent, breach, rule
from vrtool.rules.presiding import InOffice, terms_of_office
from vrtool.rules.seats import SIDES, composition_place
from vrtool.rules.stretches import HOLDS, UNKNOWN, Standing, over_time, stretches


class Origin(Record):
    """Where the holder of an office comes from: the `kind` of party, the `side`, or both."""

    kind: Id | None = None
    side: Side | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.kind is None and self.side is None:
            raise ValueError("ange kind, side eller båda")
        return self


class Presidium(Parameters):
    """`offices`: for each office of the presidium, where its holder comes from."""

    offices: Annotated[dict[SlashedId, Origin], Field(min_length=1)]

    def references(self) -> Names:
        """The offices, and the kinds of party."""
        for office, origin in self.offices.items():
            yield ("offices", office), office, Target.OFFICE
            if origin.kind:
                yield ("offices", office, "kind"), origin.kind, Target.PARTY_KIND


@dataclass(frozen=True, slots=True)
class _Leading:
    """Whoever holds an office on a stretch of days: kind of party, side, and if a member.

    `whole` is whether the record tells every member.
    """

    kind: str | None
    side: Side | None
    member: bool
    whole: bool


@rule("VR210", "presidium", subject=Subject.SEATING, parameters=Presidium)
def presidium(seating: Seating, parameters: Presidium, context: Context) -> Iterator[Verdict]:
    """Someone leads the forum who comes from elsewhere than they should, or is no member of it.

    Or nobody is told of in an office of its presidium, though the record is complete.
    """
    register = context.register
    for office, origin in parameters.offices.items():
        if origin.kind and origin.kind not in register.structure.party_kinds:
            continue  # told of as a fault of the norm
        yield from _nobody(register, seating, office)
        for term in terms_of_office(register, seating, office):
            views = [
                (days, _leading(context, seating, term, days.first or term.first))
                for days in stretches(register, seating, term.days)
            ]
            yield from _held(register, term, origin, views)


def _nobody(register: Register, seating: Seating, office: str) -> Iterator[Verdict]:
    """A verdict on a leading office of which not even a vacancy is told."""
    composition, stands = seating.composition, Span(seating.first, seating.last)
    leads = office in {composition.chair, *composition.vice_chairs}
    told = any(t.span.overlaps(stands) for t in register.rosters.offices.get(office, ()))
    if told or not leads:
        return
    forum = register.forum_name(seating.forum, seating.first)
    yield absent(
        office,
        composition_place(register, seating),
        f"Det framgår inte vem som är {title_of(register, office)} i {forum} ({office}).",
        f"skriv under offices i forums.yaml vem som har {word(register, 'office').the}, eller att "
        "ingen har det (vacant).",
        known=any(s.overlaps(stands) for s in spans(register, seating.forum, Aspect.ROSTERS)),
    )


def _held(
    register: Register, term: InOffice, origin: Origin, views: list[tuple[Span, _Leading]]
) -> Iterator[Verdict]:
    def tell(_: _Leading, what: str, days: Span) -> Verdict:
        message, mend = _words(register, origin)[what]
        who = f"{register.person(term.who)}, {title_of(register, term.office)} i {term.forum}"
        since = swedish_date(days.first or term.first)
        return breach(term.office, term.at, f"{who} från {since}, {message}.", mend)

    yield from over_time(term.office, term.at, views, lambda view: _judge(view, origin), tell)


def _leading(context: Context, seating: Seating, term: InOffice, day: date) -> _Leading:
    register = context.register
    person = register.rosters.people.get(term.who)
    party = register.structure.parties.get(person.party or "") if person else None
    return _Leading(
        party.kind if party else None,
        side_on(register, term.who, day),
        bool(context.roster(seating.forum, day).seats_of(term.who)),
        complete(register, seating.forum, Aspect.ROSTERS, day),
    )


def _judge(view: _Leading, origin: Origin) -> Standing:
    if origin.kind and view.kind and view.kind != origin.kind:
        return Standing(Judgement.BREACH, "kind")
    if not view.member and view.whole:
        return Standing(Judgement.BREACH, "member")
    if origin.side and view.side and view.side is not origin.side:
        return Standing(Judgement.BREACH, "side")
    told = (view.kind or not origin.kind) and (view.side or not origin.side)
    return HOLDS if told and view.member else UNKNOWN


def _words(register: Register, origin: Origin) -> dict[str, tuple[str, str]]:
    """By kind of breach how the sentence ends, and what to do."""
    kind = register.structure.party_kinds[origin.kind] if origin.kind else None
    none, by = (kind.none, kind.the_many) if kind else ("", "")
    party, office = word(register, "party").one, word(register, "office").the
    side = SIDES[origin.side] if origin.side else ""
    return {
        "kind": (
            f"företräder {none}",
            f"rätta personens {party} eller vem som har {office}: {by} utser den.",
        ),
        "member": (
            f"är inte {word(register, 'member').one} där",
            f"skriv den plats som personen har i forums.yaml, eller vem som har {office}.",
        ),
        "side": (
            f"hör inte till {side}",
            f"rätta side hos personen, eller skriv vem från {side} som har {office}.",
        ),
    }
