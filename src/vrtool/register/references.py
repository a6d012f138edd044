"""Every reference from one record to another: where it stands, what it names, what it should be."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Place, Pointer
from vrtool.model.consultation import Consultation
from vrtool.model.costs import Costs
from vrtool.model.matter import Matter
from vrtool.model.rosters import Tenure
from vrtool.model.working_forms import SeatRule
from vrtool.model.year_wheel import YearWheel
from vrtool.register.kinds import Kind
from vrtool.register.meeting_references import meeting_references
from vrtool.register.process_references import process_references, type_references
from vrtool.register.register import Register
from vrtool.register.target import Found, Reference, Target, each


def references(register: Register) -> Iterator[Reference]:
    """Every reference in the repo, file by file."""
    for path, pointer, name, target in named(register):
        yield reference(path, pointer, name, target)


def named(register: Register) -> Iterator[tuple[str, Pointer, str, Target]]:
    """The same as bare facts: file, pointer, name, target. They are many, and few are looked at."""
    for kind, identifier, found in _by_record(register):
        path = register.paths.get((kind, identifier))
        if path is None:
            continue
        for pointer, name, target in found:
            if name is not None:
                yield path, pointer, name, target


def reference(path: str, pointer: Pointer, name: str, target: Target) -> Reference:
    """One of those facts as a reference with its place."""
    return Reference(Place(path, pointer, _is_key(pointer, name)), name, target)


def _is_key(pointer: Pointer, name: str) -> bool:
    last = pointer[-1]
    return isinstance(last, str) and (last == name or "/" in last)


def _by_record(register: Register) -> Iterator[tuple[Kind, str, Found]]:
    yield Kind.STRUCTURE, "", _structure(register)
    yield Kind.ROSTERS, "", _rosters(register)
    yield Kind.DEVIATIONS, "", _global_deviations(register)
    yield Kind.REQUESTS, "", _requests(register)
    yield Kind.CONTACTS, "", _contacts(register)
    for wheel in register.year_wheels.values():
        yield Kind.YEAR_WHEEL, wheel.id, _year_wheel(wheel)
    for costs in register.costs.values():
        yield Kind.COSTS, costs.id, _costs(costs)
    for identifier in register.working_forms:
        yield Kind.WORKING_FORMS, identifier, _working_forms(register, identifier)
    for kind in register.processes.values():
        yield Kind.PROCESS, kind.id, type_references(kind)
    for matter in register.matters.values():
        yield Kind.MATTER, matter.id, _matter(matter)
    for meeting in register.meetings.values():
        yield Kind.MEETING, meeting.id, meeting_references(meeting)


def _structure(register: Register) -> Found:
    structure = register.structure
    yield ("secretariat",), structure.secretariat, Target.PARTY
    for key, party in structure.parties.items():
        yield ("parties", key, "kind"), party.kind, Target.PARTY_KIND
        yield ("parties", key, "area"), party.area, Target.AREA
    for key, board in structure.boards.items():
        yield ("boards", key, "party"), board.party, Target.PARTY
    for key, forum in structure.forums.items():
        yield ("forums", key, "established_at"), forum.established_at, Target.MEETING_ITEM
        yield ("forums", key, "closed_at"), forum.closed_at, Target.MEETING_ITEM
    for key, forums in structure.groups.items():
        yield from each(("groups", key), forums, Target.FORUM)


def _rosters(register: Register) -> Found:
    yield from _people(register)
    yield from _assemblies(register)
    rosters = register.rosters
    for key, network in rosters.networks.items():
        yield from each(("networks", key, "forums"), network.forums, Target.FORUM)
        yield ("networks", key, "named_at"), network.named_at, Target.MEETING_ITEM
    for office, tenures in rosters.offices.items():
        body, _, kind = office.rpartition("/")
        yield ("offices", office), body, Target.BODY
        yield ("offices", office), kind, Target.OFFICE_KIND
        yield from _holders(("offices", office), tenures)
    for seat_id, seat in rosters.seats.items():
        yield from _holders(("seats", seat_id, "members"), seat.members)
        yield from _holders(("seats", seat_id, "deputies"), seat.deputies)


def _people(register: Register) -> Found:
    for key, person in register.rosters.people.items():
        yield ("people", key, "party"), person.party, Target.PARTY
        if register.structure.political_parties:
            at = ("people", key, "political_party")
            yield at, person.political_party, Target.POLITICAL_PARTY
        yield from each(("people", key, "other_than"), person.other_than, Target.PERSON)


def _assemblies(register: Register) -> Found:
    for assembly, divisions in register.rosters.assemblies.items():
        yield ("assemblies", assembly), assembly, Target.BOARD
        for index, division in enumerate(divisions):
            for field in ("majority", "opposition"):
                for party in getattr(division, field):
                    pointer = ("assemblies", assembly, index, field, party)
                    yield pointer, party, Target.POLITICAL_PARTY


def _holders(pointer: Pointer, tenures: tuple[Tenure, ...]) -> Found:
    for index, tenure in enumerate(tenures):
        yield (*pointer, index, "who"), tenure.who, Target.PERSON


def _global_deviations(register: Register) -> Found:
    for index, deviation in enumerate(register.deviations.deviations):
        yield ("deviations", index, "forum"), deviation.forum, Target.FORUM


def _requests(register: Register) -> Found:
    for key, request in register.requests.items():
        yield ("requests", key, "forum"), request.forum, Target.FORUM
        yield from each(("requests", key, "by"), request.by, Target.PERSON)


def _contacts(register: Register) -> Found:
    for party in register.contacts.parties:
        yield ("parties", party), party, Target.PARTY


def _year_wheel(wheel: YearWheel) -> Found:
    yield ("matter",), wheel.matter, Target.MATTER
    for forum in wheel.plan:
        yield ("plan", forum), forum, Target.FORUM
    for part, entries in wheel.parts.items():
        for index, entry in enumerate(entries):
            yield from each(("parts", part, index, "topics"), entry.topics, Target.TOPIC)
            yield from each(("parts", part, index, "forums"), entry.forums, Target.FORUM)


def _costs(costs: Costs) -> Found:
    yield ("agreement",), costs.agreement, Target.WORKING_FORMS
    yield ("receiver",), costs.receiver, Target.PARTY
    counted = costs.population.parties if costs.population else {}
    level = costs.level
    for base, parties in (
        (("level", "paid"), level.paid),
        (("level", "kept"), level.kept),
        (("population", "parties"), counted),
    ):
        for party in parties:
            yield (*base, party), party, Target.PARTY
    for kind in level.totals:
        yield ("level", "totals", kind), kind, Target.PARTY_KIND
    for kind in costs.sums:
        if kind != "all":
            yield ("sums", kind), kind, Target.PARTY_KIND


def _working_forms(register: Register, identifier: str) -> Found:
    forms = register.working_forms[identifier]
    yield ("position",), forms.position, Target.MEETING_ITEM
    yield ("initiative",), forms.initiative, Target.FORUM
    for party in forms.decided:
        yield ("decided", party), party, Target.PARTY
    for party in forms.left:
        yield ("left", party), party, Target.PARTY
    yield ("supplements",), forms.supplements, Target.WORKING_FORMS
    for forum, composition in forms.seats.items():
        base: Pointer = ("seats", forum)
        yield base, forum, Target.FORUM
        for role in ("members", "officials", "co_opted"):
            for index, rule in enumerate(getattr(composition, role)):
                yield from _seat_rule((*base, role, index), rule)
    for key, norm in forms.norms.items():
        base = ("norms", key)
        yield from each((*base, "applies", "forums"), norm.applies.forums, Target.FORUM_OR_GROUP)
        yield from each((*base, "replaces"), norm.replaces, Target.NORM)
        yield from each((*base, "subsumes"), norm.subsumes, Target.NORM)


def _seat_rule(base: Pointer, rule: SeatRule) -> Found:
    yield (*base, "each"), rule.each, Target.PARTY_KIND
    yield (*base, "office"), rule.office, Target.OFFICE_KIND
    yield from each((*base, "parties"), rule.parties, Target.PARTY)
    yield from each((*base, "boards"), rule.boards, Target.BOARD)
    yield from each((*base, "presidium"), rule.presidium, Target.BOARD)
    yield from each((*base, "bodies"), rule.bodies, Target.BODY)
    yield from each((*base, "areas"), rule.areas, Target.AREA)
    yield (*base, "chosen_from"), rule.chosen_from, Target.OFFICE_KIND


def _matter(matter: Matter) -> Found:
    yield ("initiator",), matter.initiator, Target.PARTY_OR_FORUM
    yield ("continues",), matter.continues, Target.MATTER
    yield from each(("topics",), matter.topics, Target.TOPIC)
    if matter.expected:
        yield from each(("expected", "inform"), matter.expected.inform, Target.FORUM)
    if matter.brief:
        yield from _brief(matter)
    if matter.consultation:
        yield from _consultation(matter.consultation)
    if matter.process:
        yield from process_references(matter.process)
    for party, steps in matter.follow_up.items():
        yield ("follow_up", party), party, Target.PARTY
        for index, step in enumerate(steps):
            yield ("follow_up", party, index, "meeting"), step.meeting, Target.MEETING


def _consultation(consultation: Consultation) -> Found:
    yield from each(("consultation", "asked"), consultation.asked, Target.PARTY)
    for party in consultation.answers:
        yield ("consultation", "answers", party), party, Target.PARTY
    for index, point in enumerate(consultation.points):
        for place, sender in enumerate(point.senders):
            pointer: Pointer = ("consultation", "points", index, "from", place, "party")
            yield pointer, sender.party, Target.PARTY


def _brief(matter: Matter) -> Found:
    brief = matter.brief
    if brief is None:
        return
    for index, views in enumerate(brief.views):
        yield ("brief", "views", index, "meeting"), views.meeting, Target.MEETING
    if brief.submitted:
        base: Pointer = ("brief", "submitted")
        yield from each(
            (*base, "on_behalf_of"), brief.submitted.on_behalf_of, Target.PARTY_OR_FORUM
        )
        yield (*base, "by"), brief.submitted.by, Target.PERSON
        yield (*base, "to"), brief.submitted.to, Target.FORUM
