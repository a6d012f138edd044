"""Meetings on request: asked for by the chair or by enough of the members, and then held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from vrtool.dates import Span, swedish_date
from vrtool.diagnostic import Place, Related, Severity, Verdict
from vrtool.model.amounts import Share
from vrtool.model.base import Count
from vrtool.model.meeting import Known, Meeting
from vrtool.model.request import Request
from vrtool.register.completeness import Aspect, complete_throughout
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, SeatState
from vrtool.rules.base import (
    Context,
    ForumYear,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.treated import meetings_in
from vrtool.text import count, sentence


class OnRequest(Parameters):
    """`share`: how large a part of the members can ask for a meeting, as the chair can alone.

    `within_days`: how soon after the request the meeting is to be held.
    """

    share: Share
    within_days: Annotated[Count, Field(ge=1)]


@rule("VR712", "request-without-meeting", subject=Subject.YEAR, parameters=OnRequest)
def request_without_meeting(
    year: ForumYear, parameters: OnRequest, context: Context
) -> Iterator[Verdict]:
    """A meeting that the chair or enough members asked for was not held, or was held late."""
    register = context.register
    for key, request in register.requests.items():
        if request.forum != year.forum or request.date.year != year.year:
            continue
        at = register.place(Kind.REQUESTS, pointer=("requests", key))
        enough = _enough(context.roster(request.forum, request.date), request, parameters.share)
        if enough is None:
            yield unknown(key, at)
        elif enough:
            yield _answered(register, key, request, parameters.within_days, at)


def _enough(roster: Roster, request: Request, share: Fraction) -> bool | None:
    """Whether those who asked could ask; None where the members or the chair are not known."""
    asking = set(request.by)
    if roster.chair in asking:
        return True
    members = {holder for seat in roster.members for holder in seat.holders}
    unsure = sum(seat.state is SeatState.UNKNOWN for seat in roster.members)
    if members and Fraction(len(members & asking), len(members) + unsure) >= share:
        return True
    return False if members and not unsure and roster.chair is not None else None


def _answered(register: Register, key: str, request: Request, within: int, at: Place) -> Verdict:
    deadline = request.date + timedelta(days=within)
    following = [
        meeting
        for meeting in register.by_forum.get(request.forum, ())
        if meeting.requested == key and meeting.cancelled is None and meeting.date >= request.date
    ]
    if not following:
        return _unanswered(register, key, request, deadline, at)
    first = following[0]
    if first.date <= deadline:
        return holds(key, at)
    return breach(
        key,
        at,
        f"{sentence(meeting_name(register, first))} ligger "
        f"{count((first.date - request.date).days, 'dag', 'dagar')} efter att det begärdes "
        f"{swedish_date(request.date)}; {count(within, 'dag', 'dagar')} är satt som skäligt.",
        "ingen åtgärd behövs.",
        Related(register.meeting_place(first, "requested"), "mötet"),
        severity=Severity.NOTE,
    )


def _unanswered(
    register: Register, key: str, request: Request, deadline: date, at: Place
) -> Verdict:
    """No meeting names the request: evidence where every meeting until the deadline is told."""
    near = meetings_in(register, (request.forum,), Span(request.date, deadline))
    told = complete_throughout(
        register, request.forum, Aspect.MEETINGS, request.date, deadline
    ) and all(meeting.known is Known.FULL for meeting in near)
    if not told:
        return unknown(key, at)
    forum = register.forum_name(request.forum, request.date)
    return breach(
        key,
        at,
        f"Begäran {swedish_date(request.date)} om ett möte med {forum} ledde inte till något möte "
        f"senast {swedish_date(deadline)}.",
        f"hölls mötet, skriv requested: {key} där; annars kalla till ett, eller ange ett avsteg "
        "i deviations.yaml.",
        *(_perhaps(register, meeting) for meeting in near),
    )


def _perhaps(register: Register, meeting: Meeting) -> Related:
    name = meeting_name(register, meeting)
    return Related(register.meeting_place(meeting, "date"), f"{name} nämner inte begäran")
