"""What the minutes hold: finished Swedish text, numbers and truth values only.

Whatever is unknown is an empty text, 0 or an empty tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.agenda_view import MatterLine, Proposal
    from vrtool.documents.parts import DeviationLine, Fact, Shortcoming


@dataclass(frozen=True, slots=True)
class Attendee:
    """A seat or a person in the attendance list.

    `state` is present, partly, served, absent, untold, vacant, declined or unknown; `text` says it
    in words, with the points where it was not the whole meeting.
    """

    party: str
    office: str
    name: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """Those of one capacity. `columns` heads party, office, name and presence; `notes` follow."""

    heading: str
    columns: tuple[str, str, str, str]
    people: tuple[Attendee, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkGiven:
    """An assignment given: the task, to whom, until when, and by whom if not by the forum."""

    id: str
    task: str
    receiver: str
    due: str
    giver: str


@dataclass(frozen=True, slots=True)
class WorkReported:
    """What the meeting was told of an assignment given before."""

    task: str
    receiver: str
    done: bool
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a point. `kind` is that of the outcome, `outcome` says it in a few words.

    `wording` is what is set off from the rest under `heading`: the position, recommendation or
    nomination; `text` is what else was noted.
    """

    kind: str
    outcome: str
    heading: str
    wording: tuple[Proposal, ...]
    text: str
    facts: tuple[Fact, ...]
    questions: tuple[str, ...]
    reservations: tuple[str, ...]
    assignments_heading: str
    assignments: tuple[WorkGiven, ...]
    reports: tuple[WorkReported, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the minutes. `results` holds the one result, or none where it is not told.

    `corrected` are the days on which its minutes were set right.
    """

    id: str
    number: int
    title: str
    aim: str
    public: bool
    text: str
    presenters: tuple[str, ...]
    matters: tuple[MatterLine, ...]
    results: tuple[Result, ...]
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MinutesDay:
    """The points of one day; `heading` names the day where the meeting has several."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """An assignment in the log: where it stands after the meeting, and whether it is done."""

    id: str
    task: str
    receiver: str
    due: str
    done: bool
    state: str


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A mistake in adjusted minutes that was set right: when, what it is about, how it reads."""

    date: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who took the notes, signs or adjusts: `done` tells when, `line` that it is yet to be done."""

    task: str
    name: str
    title: str
    done: str
    line: bool


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The minutes of one meeting. `issued` is the day, as YYYY-MM-DD, that dates the document."""

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    when: str
    stamp: str
    statements: tuple[str, ...]
    shortcomings_heading: str
    shortcomings: tuple[Shortcoming, ...]
    facts: tuple[Fact, ...]
    attendance: tuple[AttendanceGroup, ...]
    attendance_notes: tuple[str, ...]
    days: tuple[MinutesDay, ...]
    log_heading: str
    log_columns: tuple[str, str, str, str]
    log: tuple[LogLine, ...]
    corrections: tuple[CorrectionLine, ...]
    deviations: tuple[DeviationLine, ...]
    signatures: tuple[Signature, ...]
    dispatch: tuple[Fact, ...]
    dispatched: str
    next_meeting: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ExtractView:
    """What the minutes say of one point, for one receiver; `asked` is what the receiver is to do.

    `approval` tells who signed and adjusted the minutes, and when.
    """

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    receiver: str
    stamp: str
    facts: tuple[Fact, ...]
    point: Point
    asked: str
    corrections: tuple[CorrectionLine, ...]
    approval: tuple[Fact, ...]
