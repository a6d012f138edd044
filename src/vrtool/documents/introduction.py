"""The sheet for somebody new: the forums, what is coming, what is open, how the work is done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.diagnostic import Strength
from vrtool.documents import templates
from vrtool.documents.introduction_view import (
    ForumSheet,
    IntroductionView,
    MatterLine,
    Rules,
    WordLine,
)
from vrtool.documents.meta import Meta
from vrtool.documents.naming import full_name, times_in_words
from vrtool.documents.parts import Fact
from vrtool.model.item import OutcomeKind
from vrtool.model.matter import Status
from vrtool.register.describe import matter_name, meeting_name
from vrtool.register.norms import Rulebook
from vrtool.register.rosters import roster_on
from vrtool.register.seats import Role
from vrtool.register.words import word
from vrtool.text import count, join, sentence, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from vrtool.model.matter import Matter
    from vrtool.model.meeting import Meeting
    from vrtool.model.structure import WordName
    from vrtool.register.register import Register
    from vrtool.register.rosters import Roster, SeatOnDay

TEMPLATE = "introduction.md.j2"
_MEANINGS: tuple[tuple[WordName, str], ...] = (
    ("notice", "Går ut före mötet och säger när, var och vad det gäller."),
    ("agenda", "Mötets punkter i den ordning de tas upp, var och en med sitt syfte."),
    ("information", "Något berättas; inget ska avgöras."),
    ("dialogue", "Forumet resonerar om en fråga utan att avgöra den."),
    ("preparation", "En fråga görs klar och får ett förslag innan den går vidare."),
    ("position", "Vad forumet har kommit fram till i ett ärende."),
    ("recommendation", "Vad forumet råder dem som ska besluta att göra."),
    ("assignment", "Arbete som ett forum har gett någon, ofta med en dag då det ska vara klart."),
    ("nomination", "Någon föreslås eller utses att företräda de andra."),
    ("minutes", "Det som skrivs ner från mötet: vilka som var där och vad varje punkt ledde till."),
)
_ONLY_IF_USED = {OutcomeKind.POSITION.value, OutcomeKind.RECOMMENDATION.value}
_SEAT_WORDS: dict[Role, WordName] = {
    Role.MEMBER: "member",
    Role.OFFICIAL: "official",
    Role.CO_OPTED: "co-opted",
}
_MEETINGS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody new on a day: since when, and the forums they belong to."""

    person: str
    since: date
    forums: tuple[str, ...]


def newcomers(register: Register, since: date, today: date) -> tuple[Newcomer, ...]:
    """Those with a seat on `today` whose first known day with any seat is `since` or later.

    Somebody who was only ever seen, and whose first day is not known, is not called new. In order
    of that first day, then by name.
    """
    forums = _seated(register, today)
    first = _first_days(register)
    found = [
        Newcomer(person, first[person], tuple(forums[person]))
        for person in forums
        if person in first and since <= first[person] <= today
    ]
    return tuple(sorted(found, key=lambda one: (one.since, sort_key(register.person(one.person)))))


def introduction_view(register: Register, newcomer: Newcomer, today: date) -> IntroductionView:
    """The sheet for one person as plain data, as things stand on the day."""
    rulebook = Rulebook(register)
    parties = register.structure.parties
    secretariat = parties.get(register.structure.secretariat)
    return IntroductionView(
        id=newcomer.person,
        issued=today.isoformat(),
        organisation=register.structure.name,
        title=f"Ny i {register.structure.name}",
        subtitle=full_name(register, newcomer.person),
        welcome=_welcome(register, newcomer, today),
        parties=join(sorted((party.short for party in parties.values()), key=sort_key)),
        secretariat=secretariat.name if secretariat else register.structure.secretariat,
        forums=tuple(
            _forum(register, roster_on(register, rulebook, forum, today), newcomer.person)
            for forum in newcomer.forums
        ),
        matters=tuple(_matters(register, newcomer.forums, today)),
        rules=tuple(_rules(register, rulebook, newcomer.forums, today)),
        words=tuple(_words(register)),
    )


def introduction_markdown(view: IntroductionView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def introduction_meta(view: IntroductionView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title}: {view.subtitle}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description="Introduktion för den som är ny",
    )


# Who is new


def _seated(register: Register, day: date) -> dict[str, list[str]]:
    """Everyone with a seat, as deputy too, and the forums it is in."""
    rulebook = Rulebook(register)
    forums: dict[str, dict[str, None]] = defaultdict(dict)
    for forum in register.structure.forums:
        roster = roster_on(register, rulebook, forum, day)
        leading = (one.holder for one in roster.presidium)
        seated = (p for seat in roster.everyone for p in (*seat.holders, *seat.deputies))
        for person in (*leading, *seated):
            if person in register.rosters.people:
                forums[person][forum] = None
    return {person: [*named] for person, named in forums.items()}


def _first_days(register: Register) -> dict[str, date]:
    """The first day each is known to have had an office or a seat, where it is told as such."""
    rosters = register.rosters
    seats = (t for seat in rosters.seats.values() for t in (*seat.members, *seat.deputies))
    offices = (tenure for tenures in rosters.offices.values() for tenure in tenures)
    first: dict[str, date] = {}
    only_seen: set[str] = set()
    for tenure in (*offices, *seats):
        day = tenure.span.first
        if tenure.who is None or day is None:
            continue
        if day <= first.get(tenure.who, day):
            first[tenure.who] = day
            seen = only_seen.add if tenure.seen else only_seen.discard
            seen(tenure.who)
    return {person: day for person, day in first.items() if person not in only_seen}


# The sheet


def _welcome(register: Register, newcomer: Newcomer, today: date) -> str:
    names = join([register.forum_name(forum, today) for forum in newcomer.forums])
    return f"Med sedan {swedish_date(newcomer.since)}, i {names}."


def _forum(register: Register, roster: Roster, person: str) -> ForumSheet:
    forum = register.structure.forums[roster.forum]
    return ForumSheet(
        heading=sentence(register.forum_name(roster.forum, roster.day)),
        task=forum.task or "",
        facts=tuple(_facts(register, roster, person)),
        meetings=tuple(_coming(register, roster.forum, roster.day)),
    )


def _facts(register: Register, roster: Roster, person: str) -> Iterator[Fact]:
    places = list(dict.fromkeys(_places(register, roster, person)))
    if places:
        yield Fact("Din plats", join(places))
    leading = [
        f"{register.person(one.holder)}, {one.title}" for one in roster.presidium if one.holder
    ]
    if leading:
        yield Fact("Leds av", "; ".join(leading))
    if roster.members:
        members = sentence(word(register, "member").many)
        yield Fact(members, count(len(roster.members), "plats", "platser"))


def _places(register: Register, roster: Roster, person: str) -> Iterator[str]:
    yield from (one.title for one in roster.presidium if one.holder == person)
    groups = {
        Role.MEMBER: roster.members,
        Role.OFFICIAL: roster.officials,
        Role.CO_OPTED: roster.co_opted,
    }
    for role, seats in groups.items():
        for seat in seats:
            if person in seat.holders:
                yield _as(register, role, seat)
            if person in seat.deputies:
                member = join([register.person(holder) for holder in seat.holders])
                deputy = word(register, "deputy").one
                yield f"{deputy} för {member}" if member else deputy


def _as(register: Register, role: Role, seat: SeatOnDay) -> str:
    """*ledamot, som kommunstyrelsens ordförande*; one who is appointed is only that."""
    capacity = word(register, _SEAT_WORDS[role]).one
    return capacity if seat.seat.appointed else f"{capacity}, som {seat.seat.label}"


def _coming(register: Register, forum: str, today: date) -> Iterator[str]:
    ahead = [
        meeting
        for meeting in register.by_forum.get(forum, ())
        if meeting.cancelled is None and meeting.last_day >= today
    ]
    for meeting in ahead[:_MEETINGS_SHOWN]:
        yield _when(meeting)


def _when(meeting: Meeting) -> str:
    told = [sentence(join(times_in_words(meeting))), meeting.place or ""]
    return ", ".join(part for part in told if part)


def _rules(
    register: Register, rulebook: Rulebook, forums: Iterable[str], day: date
) -> Iterator[Rules]:
    """What the rulebooks oblige any of the forums to, or recommend; each sentence once."""
    by_forms: dict[str, dict[str, None]] = {}
    for entry in rulebook.norms(day):
        named = entry.norm.applies.forums
        about = named and not register.forums_of(named).isdisjoint(forums)
        if about and entry.norm.strength in {Strength.SHALL, Strength.SHOULD}:
            by_forms.setdefault(entry.forms.name, {})[entry.norm.title] = None
    for name, titles in by_forms.items():
        yield Rules(sentence(name), tuple(titles))


def _matters(register: Register, forums: Iterable[str], today: date) -> Iterator[MatterLine]:
    """Open matters that have been, or are to be, up in any of the forums; those last up first."""
    mine = {*forums}
    found: list[tuple[date, str, Matter]] = []
    for matter in register.matters.values():
        days = [there.meeting.date for there in register.path_of(matter.id)]
        if matter.status is Status.OPEN and mine & {
            there.meeting.forum for there in register.path_of(matter.id)
        }:
            found.append((max(days), matter.id, matter))
    for _, _, matter in sorted(found, key=lambda one: (-one[0].toordinal(), one[1])):
        yield MatterLine(
            sentence(matter_name(matter)), _last(register, matter, today), matter.public
        )


def _last(register: Register, matter: Matter, today: date) -> str:
    """Where it was up last, and where it is up next."""
    path = register.path_of(matter.id)
    before = [there.meeting for there in path if there.meeting.date <= today]
    after = [there.meeting for there in path if there.meeting.date > today]
    told = [f"senast {meeting_name(register, before[-1])}"] if before else []
    told += [f"nästa gång {meeting_name(register, after[0])}"] if after else []
    return ", ".join(told)


def _words(register: Register) -> Iterator[WordLine]:
    """The words; of those for what a forum comes to, the ones that have come to be used."""
    meetings = register.meetings.values()
    items = (item for meeting in meetings for item in meeting.items)
    used = {item.outcome.kind.value for item in items if item.outcome}
    for name, meaning in _MEANINGS:
        if name not in _ONLY_IF_USED or name in used:
            yield WordLine(sentence(word(register, name).one), meaning)
