"""A matter (ärende): what it is. Where it has been is derived from the meetings that name it."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator

from vrtool.model.base import Day, Flag, Id, Ids, Record, Text, none_as_empty
from vrtool.model.consultation import Consultation
from vrtool.model.deviation import Deviation
from vrtool.model.process import Process


class Logic(Enum):
    """How a matter travels: towards one decision, or through a long process (002, s. 26)."""

    CASE = "case"
    PROCESS = "process"


class Goal(Enum):
    """What the matter is to end in."""

    POSITION = "position"
    ANCHORING = "anchoring"
    INFORMATION = "information"


class Scope(Enum):
    """Whose concern it is: the region's and the municipalities', or municipalities' only."""

    SHARED = "shared"
    INTER_MUNICIPAL = "inter-municipal"


class Status(Enum):
    """What the file itself says of the matter's end; the way there is derived."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Paper(Record):
    """A document by title; `file` is a path below `data/`, where the document is kept here."""

    title: Text
    file: Text | None = None
    date: Day | None = None
    public: Flag = True


def _paper(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


Papers = Annotated[
    tuple[Annotated[Paper, BeforeValidator(_paper)], ...], BeforeValidator(none_as_empty)
]


class Considerations(Record):
    """Views weighed: taken in, left for a later process, and words to be guided by (000)."""

    taken_in: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    not_taken_in: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    guiding_words: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    text: Text | None = None


class Views(Record):
    """The views received at one meeting (000, Synpunkter)."""

    meeting: Id
    text: Text


class Submitted(Record):
    """On whose behalf the paper is submitted, by whom, to which forum (000, the signature)."""

    on_behalf_of: Ids = ()
    by: Id | None = None
    to: Id | None = None


class Brief(Record):
    """The paper for a position, section by section in the order of norm group U."""

    proposal: Text | None = None
    summary: Text | None = None
    description: Text | None = None
    views: Annotated[tuple[Views, ...], BeforeValidator(none_as_empty)] = ()
    considerations: Considerations | None = None
    way_forward: Text | None = None
    submitted: Submitted | None = None
    documents: Papers = ()


class Taken(Record):
    """That something was taken up in a body of the party, on a day."""

    body: Text
    date: Day


class FollowUp(Record):
    """What a party did with the matter after a meeting (001, 2.3.3).

    `feedback` tells where it was taken home, `decision` what the party decided; `not_taken` gives
    the reason why it was not taken home at all.
    """

    meeting: Id
    feedback: Taken | None = None
    not_taken: Text | None = None
    decision: Taken | None = None


class Economy(Record):
    """Whether the parties share an economic responsibility, and by which agreement (avtalet 8)."""

    shared: Flag
    agreement: Text | None = None


class Expected(Record):
    """When a position may come, and whether another forum is to be informed (001, 3.2.2)."""

    position: Text | None = None
    inform: Ids = ()


class Matter(Record):
    """`data/matters/<year>-<nnn>-<slug>.yaml`.

    `concerns` tells whom the matter concerns in particular: parties by id, others by name.
    """

    id: Id
    title: Text
    topics: Ids = ()
    initiator: Id | None = None
    raised: Day | None = None
    logic: Logic | None = None
    goal: Goal | None = None
    scope: Scope | None = None
    status: Status = Status.OPEN
    stage: Text | None = None
    expected: Expected | None = None
    reference: Text | None = None
    continues: Id | None = None
    significant_change: Flag = False
    needs_decisions: Flag = False
    economy: Economy | None = None
    concerns: Annotated[tuple[Text, ...], BeforeValidator(none_as_empty)] = ()
    public: Flag = True
    brief: Brief | None = None
    consultation: Consultation | None = None
    process: Process | None = None
    follow_up: dict[Id, Annotated[tuple[FollowUp, ...], BeforeValidator(none_as_empty)]] = {}
    source: Text | None = None
    note: Text | None = None
    deviations: Annotated[tuple[Deviation, ...], BeforeValidator(none_as_empty)] = ()
