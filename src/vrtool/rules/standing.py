"""A forum has meetings and members only while it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.structure import Forum
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import sentence

_ONE_DAY = timedelta(days=1)


@data_rule("VR124", "forum-not-standing")
def forum_not_standing(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A forum has a meeting, or someone in a seat, before it was set up or after it was closed."""
    for key, forum in register.structure.forums.items():
        if forum.start or forum.end:
            yield from _meetings(register, key, forum)
            yield from _seats(register, key, forum)


def _meetings(register: Register, key: str, forum: Forum) -> Iterator[Verdict]:
    for meeting in register.by_forum.get(key, ()):
        outside = [day for day in (meeting.date, meeting.last_day) if not forum.span.contains(day)]
        if meeting.cancelled is None and outside:
            name = sentence(meeting_name(register, meeting))
            place = register.meeting_place(meeting, "date")
            message = f"{name} ligger {_when(forum, outside[0])}."
            told = _told(register, key, outside[0])
            yield breach(meeting.id, place, message, _mend("mötets datum"), told)


def _seats(register: Register, key: str, forum: Forum) -> Iterator[Verdict]:
    groups = _groups(register, key)
    for seat_id, seat in register.rosters.seats.items():
        for field in ("members", "deputies") if seat_id.partition("/")[0] in groups else ():
            for index, tenure in enumerate(getattr(seat, field)):
                days = _outside(forum, tenure.span)
                if tenure.who and days:
                    at = register.place(Kind.ROSTERS, pointer=("seats", seat_id, field, index))
                    yield replace(_seated(register, key, tenure.who, at, days), days=days)


def _seated(register: Register, key: str, who: str, at: Place, days: Span) -> Verdict:
    forum = register.structure.forums[key]
    first = days.first or date.min
    return breach(
        who,
        at,
        f"{register.person(who)} har en plats i {register.forum_name(key, first)} "
        f"{_when(forum, first)}.",
        _mend("personens tid"),
        _told(register, key, first),
    )


def _groups(register: Register, key: str) -> set[str]:
    """The names under which the working forms give seats in this forum, and in no other."""
    own: set[str] = set()
    others: set[str] = set()
    for forms in register.working_forms.values():
        for forum, composition in forms.seats.items():
            lines = (*composition.members, *composition.officials, *composition.co_opted)
            names = {line.appointed for line in lines if line.appointed}
            (own if forum == key else others).update(names)
    return own - others


def _outside(forum: Forum, days: Span) -> Span | None:
    """The first days on which the forum does not stand."""
    before = Span(None, forum.start - _ONE_DAY) if forum.start else None
    after = Span(forum.end + _ONE_DAY, None) if forum.end else None
    return next((c for span in (before, after) if span and (c := days.common(span))), None)


def _when(forum: Forum, day: date) -> str:
    if forum.start and day < forum.start:
        return f"före {swedish_date(forum.start)}, då forumet inrättades"
    return f"efter {swedish_date(forum.end or day)}, forumets sista dag"


def _mend(what: str) -> str:
    return f"Rätta {what}, eller forumets from eller to i structure.yaml."


def _told(register: Register, key: str, day: date) -> Related:
    start = register.structure.forums[key].start
    field, what = ("from", "första") if start and day < start else ("to", "sista")
    at = register.place(Kind.STRUCTURE, pointer=("forums", key, field))
    return Related(at, f"forumets {what} dag")
