"""Who calls and who is called: the group that fixes an agenda, its support, the officials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Place, Verdict
from vrtool.model.base import Id, Ids
from vrtool.model.meeting import Fixed, Meeting, Officials
from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import meeting_name, people, the_agenda, the_notice
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatOnDay, SeatState
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import join, sentence

# The officials


@rule("VR506", "officials-not-called", subject=Subject.MEETING, wakes=Phase.CALLED)
def officials_not_called(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """The notice did not go to every official who is to attend."""
    register = context.register
    seats = context.roster(meeting.forum, meeting.date).officials
    if not seats:
        return
    at = register.meeting_place(meeting, "notice", "officials")
    called = meeting.notice.officials if meeting.notice else None
    if called is None:
        yield absent(
            meeting.id,
            at,
            f"Det framgår inte att {word(register, 'official').the_many} kallades till "
            f"{meeting_name(register, meeting)}.",
            "skriv under notice: officials: all, eller vilka som kallades.",
            known=fully_known(register, meeting),
        )
        return
    yield _called(register, meeting, called, seats)


def _called(
    register: Register, meeting: Meeting, called: Officials, seats: tuple[SeatOnDay, ...]
) -> Verdict:
    at = register.meeting_place(meeting, "notice", "officials")
    if called.everyone:
        return holds(meeting.id, at)
    reached = {*called.people, *(meeting.notice.invited if meeting.notice else ())}
    missed = [seat for seat in seats if seat.holders and not reached & {*seat.holders}]
    if missed:
        names = join([_official(register, seat) for seat in missed])
        return breach(
            meeting.id,
            at,
            f"{sentence(the_notice(register, meeting))} gick inte till {names}.",
            "kalla även dem och skriv till dem under officials:, eller ange ett avsteg med skäl.",
        )
    told = not any(seat.state is SeatState.UNKNOWN for seat in seats)
    return (holds if told else unknown)(meeting.id, at)


def _official(register: Register, seat: SeatOnDay) -> str:
    of = f" i {register.party(seat.seat.party)}" if seat.seat.party else ""
    return f"{people(register, seat.holders)} ({seat.seat.label}{of})"


# The support where the agenda is fixed


class Supported(Parameters):
    """`from`: the bodies that each have someone there."""

    bodies: Annotated[Ids, Field(min_length=1, alias="from")]

    def references(self) -> Names:
        """The bodies."""
        for index, body in enumerate(self.bodies):
            yield ("from", index), body, Target.BODY


@rule("VR508", "support-missing", subject=Subject.MEETING, wakes=Phase.FIXED, parameters=Supported)
def support_missing(meeting: Meeting, parameters: Supported, context: Context) -> Iterator[Verdict]:
    """The agenda was fixed without support from one of those who are to give it."""
    register = context.register
    fixed = meeting.agenda.fixed if meeting.agenda else None
    at = register.meeting_place(meeting, "agenda", "fixed", "support")
    if fixed is None:
        yield unknown(meeting.id, at)
        return
    for body in parameters.bodies:
        found = [_of_body(register, person, body, fixed) for person in fixed.support]
        if True in found:
            yield holds(body, at)
        elif None in found:
            yield unknown(body, at)
        else:
            yield _unsupported(register, meeting, fixed, body, at)


def _of_body(register: Register, person: str, body: str, fixed: Fixed) -> bool | None:
    """Whether someone is of the body: of the party, or in an office under it on the day.

    None for whoever is not known, or has held such an office but is not known to have done so then.
    """
    known = register.rosters.people.get(person)
    if known is None:
        return None
    held = [tenure for tenure in _tenures_under(register, body) if tenure.who == person]
    if known.party == body or any(tenure.covers(fixed.date) for tenure in held):
        return True
    return None if any(tenure.seen for tenure in held) else False


def _tenures_under(register: Register, body: str) -> Iterator[Tenure]:
    for office, tenures in register.rosters.offices.items():
        if office.rpartition("/")[0] == body:
            yield from tenures


def _unsupported(
    register: Register, meeting: Meeting, fixed: Fixed, body: str, at: Place
) -> Verdict:
    held = [t for t in _tenures_under(register, body) if t.who and t.covers(fixed.date)]
    names = list(dict.fromkeys(register.person(tenure.who or "") for tenure in held))
    such = f" ({join(names, 'eller')})" if names else ""
    return absent(
        body,
        at,
        f"{sentence(the_agenda(register, meeting))} fastställdes {swedish_date(fixed.date)} utan "
        f"stöd från {_body(register, body)}.",
        f"skriv under support: vem därifrån som var med{such}, eller personens "
        f"{word(register, 'office').one} i forums.yaml; annars ange ett avsteg med skäl.",
        known=bool(fixed.support) or fully_known(register, meeting),
    )


def _body(register: Register, body: str) -> str:
    """A body's name: a party's or network's, a board's, else a forum's."""
    structure = register.structure
    named = (
        structure.parties.get(body)
        or structure.boards.get(body)
        or register.rosters.networks.get(body)
    )
    if named is not None:
        return named.name
    forum = structure.forums.get(body)
    return forum.names[-1].in_text if forum else body


# The group that fixes


class FixedBy(Parameters):
    """`forum`: the group that fixes; `kinds`: the kinds of party that are all to be among them."""

    forum: Id
    kinds: Ids = ()

    def references(self) -> Names:
        """The group, and the kinds of party."""
        yield ("forum",), self.forum, Target.FORUM
        for index, kind in enumerate(self.kinds):
            yield ("kinds", index), kind, Target.PARTY_KIND


@rule("VR509", "fixed-by-group", subject=Subject.MEETING, wakes=Phase.FIXED, parameters=FixedBy)
def fixed_by_group(meeting: Meeting, parameters: FixedBy, context: Context) -> Iterator[Verdict]:
    """The agenda was fixed by others than the group, or without one of its sides."""
    register = context.register
    fixed = meeting.agenda.fixed if meeting.agenda else None
    if fixed is None:
        group = register.forum_name(parameters.forum, meeting.date)
        yield absent(
            meeting.id,
            register.meeting_place(meeting, "agenda"),
            f"Det framgår inte att {group} fastställde {the_agenda(register, meeting)}.",
            f"skriv under agenda: vilka som fastställde {word(register, 'agenda').it} och när "
            "(fixed: date, by).",
            known=fully_known(register, meeting),
        )
        return
    roster = context.roster(parameters.forum, fixed.date)
    found = [
        *_outsiders(register, meeting, fixed, roster),
        *_sides_missing(register, meeting, fixed, parameters.kinds),
    ]
    at = register.meeting_place(meeting, "agenda", "fixed", "by")
    yield from found or [holds(meeting.id, at)]


def _outsiders(
    register: Register, meeting: Meeting, fixed: Fixed, roster: Roster
) -> Iterator[Verdict]:
    unsure = any(seat.state is SeatState.UNKNOWN for seat in roster.members) or not roster.members
    for index, person in enumerate(fixed.by):
        if roster.seats_of(person):
            continue
        at = register.meeting_place(meeting, "agenda", "fixed", "by", index)
        if unsure or person not in register.rosters.people:
            yield unknown(meeting.id, at)
            continue
        members = [holder for seat in roster.members for holder in seat.holders]
        yield breach(
            meeting.id,
            at,
            f"{register.person(person)} var med och fastställde "
            f"{the_agenda(register, meeting)} {swedish_date(fixed.date)} utan att sitta i "
            f"{register.forum_name(roster.forum, fixed.date)}.",
            f"rätta by: (i gruppen satt {people(register, members)}), eller ange ett avsteg "
            "med skäl.",
        )


def _sides_missing(
    register: Register, meeting: Meeting, fixed: Fixed, kinds: tuple[str, ...]
) -> Iterator[Verdict]:
    at = register.meeting_place(meeting, "agenda", "fixed", "by")
    known = [register.rosters.people.get(person) for person in fixed.by]
    parties = [register.structure.parties.get(p.party or "") if p else None for p in known]
    present = {party.kind for party in parties if party}
    missing = [kind for kind in kinds if kind not in present]
    if missing and None in parties:
        yield unknown(meeting.id, at)
    elif missing:
        sides = join([_side(register, kind) for kind in missing], "eller")
        yield breach(
            meeting.id,
            at,
            f"{sentence(the_agenda(register, meeting))} fastställdes {swedish_date(fixed.date)} "
            f"utan någon från {sides}.",
            f"låt båda sidor fastställa {word(register, 'agenda').it} och skriv till under by:, "
            "eller ange ett avsteg med skäl.",
        )


def _side(register: Register, kind: str) -> str:
    """Those of a kind: *regionen* where there is one, *kommunerna* where there are several."""
    several = sum(party.kind == kind for party in register.structure.parties.values()) > 1
    named = register.structure.party_kinds[kind]
    return named.the_many if several else named.the
