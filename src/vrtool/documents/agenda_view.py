"""What the notice with agenda holds: finished Swedish text, numbers and truth values only.

Whatever is unknown is an empty text, 0 or an empty tuple, so that a template can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.parts import DeviationLine, Fact, PaperLine, Shortcoming


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter that an item is about; `reference` is its number in the case register."""

    id: str
    title: str
    reference: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the meeting is expected to arrive at, in full; `about` names one matter of several."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A point on the agenda. A break has the number 0.

    `time` is *kl. 13.00–13.30*, `duration` *30 minuter*. `aim` says in one phrase what the point is
    for: the purposes and the council's own label. `day` is set only in the supplementary list of a
    meeting over several days, where the points do not stand under their day.
    """

    id: str
    number: int
    title: str
    pause: bool
    day: str
    time: str
    minutes: int
    duration: str
    purposes: tuple[str, ...]
    label: str
    aim: str
    logic: str
    year: int
    public: bool
    added: str
    text: str
    presenters: tuple[str, ...]
    process_leader: str
    matters: tuple[MatterLine, ...]
    proposal_heading: str
    proposals: tuple[Proposal, ...]
    expected: tuple[Fact, ...]
    earlier: tuple[str, ...]
    papers: tuple[PaperLine, ...]
    enclosures: str
    papers_sent: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The points of one day; `heading` names the day where the meeting has several."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Invitee:
    """A seat, or a person with several. `state` is held, vacant, declined, unfilled or unknown.

    `text` is what stands in the place of the name: the name itself, or why there is none.
    """

    party: str
    office: str
    name: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class InviteeGroup:
    """Those called in one capacity. `columns` heads party, office and name; `notes` follow."""

    heading: str
    columns: tuple[str, str, str]
    people: tuple[Invitee, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenAssignment:
    """Work given and not yet reported done; `reported` is the last that was said of it."""

    id: str
    task: str
    receiver: str
    due: str
    given: str
    reported: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The notice with agenda of one meeting.

    `issued` is the day, as YYYY-MM-DD, that dates the document. `statements` say first of all what
    everyone must know: that the meeting is cancelled or moved.
    """

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    when: str
    stamp: str
    cancelled: bool
    statements: tuple[str, ...]
    shortcomings_heading: str
    shortcomings: tuple[Shortcoming, ...]
    facts: tuple[Fact, ...]
    invitation: str
    agenda_heading: str
    days: tuple[AgendaDay, ...]
    supplement: tuple[Entry, ...]
    assignments_heading: str
    assignments: tuple[OpenAssignment, ...]
    deviations: tuple[DeviationLine, ...]
    called: tuple[InviteeGroup, ...]
    invited: tuple[str, ...]
    formalities: tuple[str, ...]
    next_meeting: tuple[Fact, ...]
