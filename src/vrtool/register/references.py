"""Every reference from one record to another: where it stands, what it names, what it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from vrtool.diagnostic import Place, Pointer
from vrtool.model.item import Item
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting, Minutes
from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import SeatRule
from vrtool.register.kinds import Kind
from vrtool.register.register import Register


class Target(Enum):
    """What a reference names, in Swedish, with where such things are listed."""

    PERSON = ("person", "people i forums.yaml")
    PARTY = ("part", "parties i structure.yaml")
    FORUM = ("forum", "forums i structure.yaml")
    FORUM_OR_GROUP = ("forum eller grupp av forum", "forums och groups i structure.yaml")
    PARTY_OR_FORUM = ("part eller forum", "parties och forums i structure.yaml")
    RECEIVER = ("part, forum eller person", "structure.yaml och forums.yaml")
    BOARD = ("nämnd", "boards i structure.yaml")
    AREA = ("område", "areas i structure.yaml")
    PARTY_KIND = ("slag av part", "party_kinds i structure.yaml")
    OFFICE_KIND = ("uppdrag", "offices i structure.yaml")
    OFFICE = ("uppdrag", "offices i forums.yaml, skrivet organ/uppdrag")
    BODY = ("part, nämnd, forum eller nätverk", "structure.yaml och forums.yaml")
    MATTER = ("ärende", "mappen matters")
    MEETING = ("möte", "mappen meetings")
    MEETING_ITEM = ("möte eller punkt", "mappen meetings")
    ITEM = ("punkt på mötet", "agenda i samma fil")
    TOPIC = ("ämne", "topics i structure.yaml")
    NORM = ("norm", "norms i arbetsformerna")
    WORKING_FORMS = ("regelverk", "mappen working-forms")
    ASSIGNMENT = ("uppdrag", "assignments i mötenas resultat")

    def __init__(self, swedish: str, listed: str) -> None:
        self.swedish = swedish
        self.listed = listed


@dataclass(frozen=True, slots=True)
class Reference:
    """`at` names `name`, which should be a `target`."""

    at: Place
    name: str
    target: Target


Found = Iterator[tuple[Pointer, str | None, Target]]


def references(register: Register) -> Iterator[Reference]:
    """Every reference in the repo, file by file."""
    for kind, identifier, found in _by_record(register):
        path = register.paths.get((kind, identifier))
        if path is None:
            continue
        for pointer, name, target in found:
            if name is not None:
                yield Reference(Place(path, pointer), name, target)


def _by_record(register: Register) -> Iterator[tuple[Kind, str, Found]]:
    yield Kind.STRUCTURE, "", _structure(register)
    yield Kind.ROSTERS, "", _rosters(register)
    yield Kind.DEVIATIONS, "", _global_deviations(register)
    for identifier in register.working_forms:
        yield Kind.WORKING_FORMS, identifier, _working_forms(register, identifier)
    for matter in register.matters.values():
        yield Kind.MATTER, matter.id, _matter(matter)
    for meeting in register.meetings.values():
        yield Kind.MEETING, meeting.id, _meeting(meeting)


def _each(pointer: Pointer, names: tuple[str, ...] | None, target: Target) -> Found:
    for index, name in enumerate(names or ()):
        yield (*pointer, index), name, target


def _structure(register: Register) -> Found:
    structure = register.structure
    yield ("secretariat",), structure.secretariat, Target.PARTY
    for key, party in structure.parties.items():
        yield ("parties", key, "kind"), party.kind, Target.PARTY_KIND
        yield ("parties", key, "area"), party.area, Target.AREA
    for key, board in structure.boards.items():
        yield ("boards", key, "party"), board.party, Target.PARTY
    for key, forums in structure.groups.items():
        yield from _each(("groups", key), forums, Target.FORUM)


def _rosters(register: Register) -> Found:
    rosters = register.rosters
    for key, person in rosters.people.items():
        yield ("people", key, "party"), person.party, Target.PARTY
        yield from _each(("people", key, "other_than"), person.other_than, Target.PERSON)
    for key, network in rosters.networks.items():
        yield from _each(("networks", key, "forums"), network.forums, Target.FORUM)
    for office, tenures in rosters.offices.items():
        body, _, kind = office.rpartition("/")
        yield ("offices", office), body, Target.BODY
        yield ("offices", office), kind, Target.OFFICE_KIND
        yield from _holders(("offices", office), tenures)
    for seat_id, seat in rosters.seats.items():
        yield from _holders(("seats", seat_id, "members"), seat.members)
        yield from _holders(("seats", seat_id, "deputies"), seat.deputies)


def _holders(pointer: Pointer, tenures: tuple[Tenure, ...]) -> Found:
    for index, tenure in enumerate(tenures):
        yield (*pointer, index, "who"), tenure.who, Target.PERSON


def _global_deviations(register: Register) -> Found:
    for index, deviation in enumerate(register.deviations.deviations):
        yield ("deviations", index, "forum"), deviation.forum, Target.FORUM


def _working_forms(register: Register, identifier: str) -> Found:
    forms = register.working_forms[identifier]
    yield ("supplements",), forms.supplements, Target.WORKING_FORMS
    for forum, composition in forms.seats.items():
        base: Pointer = ("seats", forum)
        yield base, forum, Target.FORUM
        for role in ("members", "officials", "co_opted"):
            for index, rule in enumerate(getattr(composition, role)):
                yield from _seat_rule((*base, role, index), rule)
    for key, norm in forms.norms.items():
        base = ("norms", key)
        yield from _each((*base, "applies", "forums"), norm.applies.forums, Target.FORUM_OR_GROUP)
        yield from _each((*base, "replaces"), norm.replaces, Target.NORM)
        yield from _each((*base, "subsumes"), norm.subsumes, Target.NORM)


def _seat_rule(base: Pointer, rule: SeatRule) -> Found:
    yield (*base, "each"), rule.each, Target.PARTY_KIND
    yield (*base, "office"), rule.office, Target.OFFICE_KIND
    yield from _each((*base, "parties"), rule.parties, Target.PARTY)
    yield from _each((*base, "boards"), rule.boards, Target.BOARD)
    yield from _each((*base, "presidium"), rule.presidium, Target.BOARD)
    yield from _each((*base, "bodies"), rule.bodies, Target.BODY)
    yield from _each((*base, "areas"), rule.areas, Target.AREA)


def _matter(matter: Matter) -> Found:
    yield ("initiator",), matter.initiator, Target.PARTY_OR_FORUM
    yield ("continues",), matter.continues, Target.MATTER
    yield from _each(("topics",), matter.topics, Target.TOPIC)
    if matter.expected:
        yield from _each(("expected", "inform"), matter.expected.inform, Target.FORUM)
    if matter.brief:
        yield from _brief(matter)
    if matter.consultation:
        yield from _each(("consultation", "asked"), matter.consultation.asked, Target.PARTY)
        for party in matter.consultation.answers:
            yield ("consultation", "answers", party), party, Target.PARTY


def _brief(matter: Matter) -> Found:
    brief = matter.brief
    if brief is None:
        return
    for index, views in enumerate(brief.views):
        yield ("brief", "views", index, "meeting"), views.meeting, Target.MEETING
    if brief.submitted:
        base: Pointer = ("brief", "submitted")
        yield from _each(
            (*base, "on_behalf_of"), brief.submitted.on_behalf_of, Target.PARTY_OR_FORUM
        )
        yield (*base, "by"), brief.submitted.by, Target.PERSON
        yield (*base, "to"), brief.submitted.to, Target.FORUM


def _meeting(meeting: Meeting) -> Found:
    yield ("forum",), meeting.forum, Target.FORUM
    yield ("planned_as",), meeting.planned_as, Target.FORUM
    yield from _each(("topics",), meeting.topics, Target.TOPIC)
    if meeting.agenda and meeting.agenda.fixed:
        base: Pointer = ("agenda", "fixed")
        yield from _each((*base, "by"), meeting.agenda.fixed.by, Target.PERSON)
        yield from _each((*base, "support"), meeting.agenda.fixed.support, Target.PERSON)
    for index, item in enumerate(meeting.items):
        for pointer, name, target in _item(item):
            yield ("agenda", "items", index, *pointer), name, target
    if meeting.notice:
        yield from _each(("notice", "invited"), meeting.notice.invited, Target.PERSON)
        if meeting.notice.sent:
            yield from _each(("notice", "sent", "to"), meeting.notice.sent.to, Target.PARTY)
    if meeting.minutes:
        for pointer, name, target in _minutes(meeting.minutes):
            yield ("minutes", *pointer), name, target


def _item(item: Item) -> Found:
    yield ("matter",), item.matter, Target.MATTER
    yield from _each(("matters",), item.matters, Target.MATTER)
    yield from _each(("topics",), item.topics, Target.TOPIC)
    yield from _each(("earlier",), item.earlier, Target.MEETING_ITEM)
    for index, presenter in enumerate(item.presenters):
        yield ("presenters", index, "who"), presenter.who, Target.PERSON
    if item.papers_sent:
        yield from _each(("papers_sent", "to"), item.papers_sent.to, Target.PARTY)
    if item.outcome:
        for pointer, name, target in _outcome(item):
            yield ("outcome", *pointer), name, target


def _outcome(item: Item) -> Found:
    outcome = item.outcome
    if outcome is None:
        return
    yield ("next",), outcome.next, Target.FORUM
    yield ("meeting",), outcome.meeting, Target.MEETING
    yield from _each(("decides_next",), outcome.decides_next, Target.PARTY)
    yield from _each(("people",), outcome.people, Target.PERSON)
    for index, assignment in enumerate(outcome.assignments):
        base: Pointer = ("assignments", index)
        yield (*base, "giver"), assignment.giver, Target.RECEIVER
        yield (*base, "receiver"), assignment.receiver, Target.RECEIVER
    for index, report in enumerate(outcome.reports):
        yield ("reports", index, "assignment"), report.assignment, Target.ASSIGNMENT


def _minutes(minutes: Minutes) -> Found:
    yield ("led_by",), minutes.led_by, Target.PERSON
    yield ("secretary",), minutes.secretary, Target.PERSON
    for index, adjustment in enumerate(minutes.adjusted):
        yield ("adjusted", index, "by"), adjustment.by, Target.PERSON
    if minutes.dispatched:
        yield from _each(("dispatched", "to"), minutes.dispatched.to, Target.PARTY)
    for index, correction in enumerate(minutes.corrections):
        yield ("corrections", index, "item"), correction.item, Target.ITEM
    attendance = minutes.attendance
    if attendance is None:
        return
    yield from _each(("attendance", "absent"), attendance.absent, Target.PERSON)
    for name in ("present", "served"):
        for index, presence in enumerate(getattr(attendance, name)):
            base: Pointer = ("attendance", name, index)
            yield (*base, "who"), presence.who, Target.PERSON
            yield from _each((*base, "items"), presence.items, Target.ITEM)
    for index, guest in enumerate(attendance.others):
        yield from _each(("attendance", "others", index, "items"), guest.items, Target.ITEM)
