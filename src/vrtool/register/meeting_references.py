"""Every reference a meeting makes: items, outcomes, notice, minutes."""

from __future__ import annotations

from vrtool.diagnostic import Pointer
from vrtool.model.item import Item
from vrtool.model.meeting import Attendance, Meeting, Minutes
from vrtool.register.target import Found, Target, each


def meeting_references(meeting: Meeting) -> Found:
    """Everything a meeting names, with its place in the file."""
    yield ("forum",), meeting.forum, Target.FORUM
    yield ("planned_as",), meeting.planned_as, Target.FORUM
    yield ("requested",), meeting.requested, Target.REQUEST
    yield from each(("topics",), meeting.topics, Target.TOPIC)
    if meeting.agenda and meeting.agenda.fixed:
        base: Pointer = ("agenda", "fixed")
        yield from each((*base, "by"), meeting.agenda.fixed.by, Target.PERSON)
        yield from each((*base, "support"), meeting.agenda.fixed.support, Target.PERSON)
    for index, item in enumerate(meeting.items):
        for pointer, name, target in _item(item):
            if name is not None:
                yield ("agenda", "items", index, *pointer), name, target
    yield from _notice(meeting)
    if meeting.minutes:
        for pointer, name, target in _minutes(meeting.minutes):
            yield ("minutes", *pointer), name, target


def _notice(meeting: Meeting) -> Found:
    notice = meeting.notice
    if notice is None:
        return
    yield ("notice", "by"), notice.by, Target.PERSON
    yield from each(("notice", "invited"), notice.invited, Target.PERSON)
    if notice.officials:
        yield from each(("notice", "officials"), notice.officials.people, Target.PERSON)
    if notice.sent:
        yield from each(("notice", "sent", "to"), notice.sent.to, Target.PARTY)


def _item(item: Item) -> Found:
    yield ("matter",), item.matter, Target.MATTER
    yield from each(("matters",), item.matters, Target.MATTER)
    yield from each(("topics",), item.topics, Target.TOPIC)
    yield from each(("earlier",), item.earlier, Target.MEETING_ITEM)
    for index, presenter in enumerate(item.presenters):
        yield ("presenters", index, "who"), presenter.who, Target.PERSON
    if item.process_leader:
        yield ("process_leader", "who"), item.process_leader.who, Target.PERSON
    if item.papers_sent:
        yield from each(("papers_sent", "to"), item.papers_sent.to, Target.PARTY)
    if item.outcome:
        for pointer, name, target in _outcome(item):
            if name is not None:
                yield ("outcome", *pointer), name, target


def _outcome(item: Item) -> Found:
    outcome = item.outcome
    if outcome is None:
        return
    yield ("next",), outcome.next, Target.FORUM
    yield ("meeting",), outcome.meeting, Target.MEETING
    yield from each(("decides_next",), outcome.decides_next, Target.PARTY)
    yield from each(("people",), outcome.people, Target.PERSON)
    yield from each(("establishes",), outcome.establishes, Target.FORUM)
    for index, reservation in enumerate(outcome.reservations):
        yield ("reservations", index, "who"), reservation.who, Target.PERSON
        yield ("reservations", index, "party"), reservation.party, Target.PARTY
    for index, assignment in enumerate(outcome.assignments):
        base: Pointer = ("assignments", index)
        yield (*base, "giver"), assignment.giver, Target.RECEIVER
        yield (*base, "receiver"), assignment.receiver, Target.RECEIVER
        yield (*base, "basis"), assignment.basis, Target.NORM
    for index, report in enumerate(outcome.reports):
        yield ("reports", index, "assignment"), report.assignment, Target.ASSIGNMENT


def _minutes(minutes: Minutes) -> Found:
    yield ("led_by",), minutes.led_by, Target.PERSON
    yield ("secretary",), minutes.secretary, Target.PERSON
    yield from each(("adjusters",), minutes.adjusters, Target.PERSON)
    if minutes.signed:
        yield ("signed", "by"), minutes.signed.by, Target.PERSON
    for index, adjustment in enumerate(minutes.adjusted):
        yield ("adjusted", index, "by"), adjustment.by, Target.PERSON
    if minutes.dispatched:
        yield from each(("dispatched", "to"), minutes.dispatched.to, Target.PARTY)
    for index, correction in enumerate(minutes.corrections):
        yield ("corrections", index, "item"), correction.item, Target.ITEM
    if minutes.attendance:
        yield from _attendance(minutes.attendance)


def _attendance(attendance: Attendance) -> Found:
    yield from each(("attendance", "absent"), attendance.absent, Target.PERSON)
    for name in ("present", "served"):
        for index, presence in enumerate(getattr(attendance, name)):
            base: Pointer = ("attendance", name, index)
            yield (*base, "who"), presence.who, Target.PERSON
            yield from each((*base, "items"), presence.items, Target.ITEM)
    for index, guest in enumerate(attendance.others):
        yield from each(("attendance", "others", index, "items"), guest.items, Target.ITEM)
