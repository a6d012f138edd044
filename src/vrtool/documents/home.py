"""The sheet per party after a meeting: what to take home (002, R-home)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents import templates
from vrtool.documents.home_view import HomeLine, HomeView
from vrtool.documents.meta import Meta
from vrtool.documents.minutes import issued, stamp
from vrtool.documents.minutes_attendance import PARTLY, PRESENT, SERVED, attendance_groups
from vrtool.documents.minutes_log import log
from vrtool.documents.minutes_results import points
from vrtool.documents.naming import times_in_words
from vrtool.documents.parts import DRAFT, Fact
from vrtool.model.item import OutcomeKind
from vrtool.register.describe import meeting_name
from vrtool.register.rosters import roster_on
from vrtool.register.words import outcome_word, word
from vrtool.rules.follow_up import Home
from vrtool.text import join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.documents.minutes_view import Attendee, LogLine, Point
    from vrtool.model.item import Item
    from vrtool.model.matter import FollowUp, Matter, Taken
    from vrtool.model.meeting import Meeting
    from vrtool.planning.demands import Demands
    from vrtool.register.register import Register

TEMPLATE = "home.md.j2"
FEEDBACK = "VR311"
_ARRIVED = {OutcomeKind.POSITION, OutcomeKind.RECOMMENDATION, OutcomeKind.NOMINATED}


@dataclass(frozen=True, slots=True)
class AfterMeeting:
    """A meeting with what all its parties' sheets are made of, worked out once."""

    demands: Demands
    meeting: Meeting
    points: dict[str, Point]
    log: tuple[LogLine, ...]
    present: tuple[Attendee, ...]
    stamp: str

    @property
    def register(self) -> Register:
        """The records."""
        return self.demands.register


def after(demands: Demands, meeting: Meeting, *, draft: bool = False) -> AfterMeeting:
    """What the sheets of a meeting share. A `draft` is one of minutes that lack something."""
    register = demands.register
    roster = roster_on(register, demands.rulebook, meeting.forum, meeting.date)
    rows = [one for g in attendance_groups(register, meeting, roster) for one in g.people]
    return AfterMeeting(
        demands,
        meeting,
        {point.id: point for _, point in points(register, meeting)},
        tuple(log(register, meeting)),
        tuple(one for one in rows if one.state in {PRESENT, PARTLY, SERVED}),
        DRAFT if draft else stamp(demands, meeting),
    )


def home_view(there: AfterMeeting, party: str) -> HomeView:
    """The sheet of one party as plain data."""
    register, meeting = there.register, there.meeting
    decisions, feedback = tuple(_decisions(there, party)), tuple(_feedback(there, party))
    assignments = tuple(_assignments(there, party))
    positions, concerning = tuple(_positions(there)), tuple(_concerning(there, party))
    has_any = decisions or feedback or assignments or positions or concerning
    known = register.structure.parties[party]
    return HomeView(
        id=meeting.id,
        issued=issued(meeting).isoformat(),
        organisation=register.structure.name,
        title=f"Att ta med hem till {known.short}",
        subtitle=f"Från {meeting_name(register, meeting)}",
        party=known.name,
        stamp=there.stamp,
        facts=tuple(_facts(there, party)),
        nothing="" if has_any else "Inget att ta hem.",
        decisions=decisions,
        assignments_heading=sentence(word(register, "assignment").many),
        assignments=assignments,
        feedback=feedback,
        positions_heading=f"Det här kom {_forum(register, meeting)} fram till",
        positions=positions,
        concerning=concerning,
    )


def home_markdown(view: HomeView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def home_meta(view: HomeView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title}: {view.subtitle[:1].lower()}{view.subtitle[1:]}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{view.title} {view.subtitle[:1].lower()}{view.subtitle[1:]}",
        stamp=view.stamp,
    )


def _forum(register: Register, meeting: Meeting) -> str:
    return register.forum_name(meeting.forum, meeting.date)


def _facts(there: AfterMeeting, party: str) -> Iterator[Fact]:
    yield Fact("Tid", join(times_in_words(there.meeting)))
    known = there.register.structure.parties[party]
    names = [one.name for one in there.present if one.party in {known.short, known.name}]
    if names:
        yield Fact("Era deltagare", join(names))


# What is asked of the party


def _decisions(there: AfterMeeting, party: str) -> Iterator[HomeLine]:
    for item in there.meeting.items:
        if item.outcome and party in item.outcome.decides_next:
            taken = [step.decision for step in _steps(there, item, party) if step.decision]
            yield HomeLine(_named(there, item), _taken("beslutat", taken))


def _feedback(there: AfterMeeting, party: str) -> Iterator[HomeLine]:
    """The matters that were up, where a norm asks the party to take questions home (001, 2.3.3)."""
    if not _is_asked(there, party):
        return
    for item in there.meeting.items:
        if item.outcome and item.all_matters and item.id in there.points:
            steps = _steps(there, item, party)
            taken = [step.feedback for step in steps if step.feedback]
            came = outcome_word(there.register, item.outcome.kind)
            done = _taken("återfört", taken) or _not_taken(steps)
            yield HomeLine(f"{_named(there, item)} ({came})", done)


def _is_asked(there: AfterMeeting, party: str) -> bool:
    kind = there.register.structure.parties[party].kind
    meeting = there.meeting
    asked = [home for _, home in there.demands.set_by(FEEDBACK, Home, meeting.forum, meeting.date)]
    return any(not home.party_kinds or kind in home.party_kinds for home in asked)


def _steps(there: AfterMeeting, item: Item, party: str) -> list[FollowUp]:
    """What is registered that the party did with the item's matters after this meeting."""
    steps = (step for m in _matters(there, item) for step in m.follow_up.get(party, ()))
    return [step for step in steps if step.meeting == there.meeting.id]


def _matters(there: AfterMeeting, item: Item) -> list[Matter]:
    known = there.register.matters
    return [known[key] for key in item.all_matters if key in known]


def _taken(verb: str, taken: Sequence[Taken]) -> str:
    places = [f"i {one.body} {swedish_date(one.date)}" for one in taken]
    return f"{verb} {join(places)}" if places else ""


def _not_taken(steps: Sequence[FollowUp]) -> str:
    reasons = [step.not_taken for step in steps if step.not_taken]
    return f"inte återfört: {join(reasons)}" if reasons else ""


def _named(there: AfterMeeting, item: Item) -> str:
    point = there.points[item.id]
    return f"Punkt {point.number}, {point.title}"


def _assignments(there: AfterMeeting, party: str) -> Iterator[LogLine]:
    """Those of the log that are not done and are the party's, or one of its people's."""
    for line in there.log:
        _, work = there.register.assignments[line.id]
        person = there.register.rosters.people.get(work.receiver)
        whose = person.party if person else work.receiver
        if whose == party and not line.done:
            yield line


# What was arrived at


def _positions(there: AfterMeeting) -> Iterator[Point]:
    for item in there.meeting.items:
        if item.outcome and item.outcome.kind in _ARRIVED:
            yield there.points[item.id]


def _concerning(there: AfterMeeting, party: str) -> Iterator[Point]:
    """The other points about matters that the party raised, or that concern it in particular."""
    for item in there.meeting.items:
        arrived = item.outcome is not None and item.outcome.kind in _ARRIVED
        matters = _matters(there, item)
        if not arrived and any(party in (m.initiator, *m.concerns) for m in matters):
            yield there.points[item.id]
