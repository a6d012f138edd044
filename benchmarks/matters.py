"""The made-up matters: what each round of meetings has to deal with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from random import Random
from typing import Any

from benchmarks.cast import MUNICIPALITIES, REGION
from benchmarks.processes import process
from benchmarks.prose import paragraphs, slug, title
from benchmarks.timetable import (
    MATTERS_A_ROUND,
    ROUNDS_A_YEAR,
    YEARS_A_TERM,
    Sitting,
    round_of,
    year_of,
)
from benchmarks.writing import Value

Record = dict[str, Value]

_INITIATORS = (*MUNICIPALITIES, REGION)
_TOPICS = ("bildning", "fard", "lakekonst")
_HOME_AFTER = 12
DECIDED_BY_PARTIES = 0
"""The turn of the matter in each round that the parties themselves are to decide."""

FOLLOWS_A_PROCESS = 19
"""The turn of the matter in each round that has a long process behind it."""

_PLANNED_BEFORE = 20
_YEARLY = {0: "arshjul", 1: "prioriteringar", 3: "samverkan"}
"""What a year must take up, by the matter of its first round."""

_ONCE_A_TERM = {2: "oversyn"}
"""What a term of office must take up, in the first round of its first year."""


class Way(Enum):
    """Which of its round's four meetings a matter comes to."""

    FIRST_DIALOGUE = (0, 1, 3)
    SECOND_DIALOGUE = (0, 2, 3)
    CIRCLE = (0, 3)
    CHIEFS = (0,)
    FIRST_FORUM = (1,)
    SECOND_FORUM = (2,)

    @property
    def to_position(self) -> bool:
        """Whether it ends in a position, after preparation and dialogue."""
        return self in {Way.FIRST_DIALOGUE, Way.SECOND_DIALOGUE}


_WAYS = (
    [Way.FIRST_DIALOGUE, Way.SECOND_DIALOGUE] * 3
    + [Way.CIRCLE] * 2
    + [Way.CHIEFS] * 4
    + [Way.FIRST_FORUM] * 4
    + [Way.SECOND_FORUM] * 4
)


@dataclass(frozen=True, slots=True)
class Made:
    """A matter with its place in its round and where it is to go."""

    record: Record
    slug: str
    way: Way
    turn: int

    @property
    def id(self) -> str:
        """The matter's id."""
        return str(self.record["id"])

    @property
    def file_name(self) -> str:
        """What its file is called."""
        return f"{self.id}-{self.slug}.yaml"

    @property
    def attachments(self) -> list[str]:
        """The files it names that are to be written, as paths below `data/`."""
        brief: Any = self.record["brief"]
        named = (document.get("file", "") for document in brief["documents"])
        return [file for file in named if file.endswith("bilaga.txt")]


def matters(
    random: Random, number: int, count: int, sittings: Sequence[Sitting], submitter: str
) -> Iterator[Made]:
    """The first `count` matters of a round, all if there are no more.

    `sittings` are those of its meetings that are held; `submitter` is who submits the proposals.
    """
    year, first_day = year_of(number), round_of(number)[0].day
    base = number % ROUNDS_A_YEAR * MATTERS_A_ROUND
    for turn, way in enumerate(_WAYS[:count]):
        name = title(random)
        record: Record = {
            "id": f"{year}-{base + turn + 1:03}",
            "title": name,
            "topics": _topics(random, number, turn),
            "initiator": random.choice(_INITIATORS),
            "raised": (first_day - timedelta(days=_PLANNED_BEFORE)).isoformat(),
            "logic": "case" if way.to_position else "process",
            "goal": "position" if way.to_position else "information",
            "scope": "shared",
            "status": "closed" if len(sittings) > way.value[-1] else "open",
        }
        record |= _way_on(way, turn)
        if turn == FOLLOWS_A_PROCESS:
            record["process"] = process(first_day)
        brief = _brief(random, record, way, sittings)
        record["brief"] = brief | ({"submitted": {"by": submitter}} if way.to_position else {})
        record |= _taken_home(str(record["initiator"]), way, sittings)
        yield Made(record, slug(name), way, turn)


def _topics(random: Random, number: int, turn: int) -> list[str]:
    topics = [random.choice(_TOPICS)]
    if number % ROUNDS_A_YEAR == 0 and turn in _YEARLY:
        topics.append(_YEARLY[turn])
    if number % (ROUNDS_A_YEAR * YEARS_A_TERM) == 0 and turn in _ONCE_A_TERM:
        topics.append(_ONCE_A_TERM[turn])
    return topics


def _way_on(way: Way, turn: int) -> Record:
    """Where it stands and what comes next; one in each round is for the parties to decide."""
    told: Record = {
        "stage": "Underlaget är framtaget och har sänts till parterna.",
        "expected": {"inform": ["samradet"]},
    }
    if turn == DECIDED_BY_PARTIES:
        told["needs_decisions"] = "true"
    if way.to_position:
        told["economy"] = {"shared": "true", "agreement": "Överenskommelse om delade kostnader"}
    return told


def _taken_home(party: str, way: Way, sittings: Sequence[Sitting]) -> Record:
    """The one who raised the matter takes home what its last meeting came to."""
    if len(sittings) <= way.value[-1]:
        return {}
    last = sittings[way.value[-1]]
    taken = {"body": "styrelsen", "date": (last.day + timedelta(days=_HOME_AFTER)).isoformat()}
    return {"follow_up": {party: [{"meeting": last.id, "feedback": taken}]}}


def _brief(random: Random, record: Record, way: Way, sittings: Sequence[Sitting]) -> Record:
    brief: Record = {"summary": paragraphs(random, 1, 3)}
    if way.to_position:
        brief["proposal"] = f"Ordförandekretsen ställer sig bakom förslaget i {record['id']}."
    brief["description"] = paragraphs(random, 3 + way.to_position, random.randint(2, 5))
    if way.to_position and len(sittings) > way.value[1]:
        brief["views"] = [
            {"meeting": sittings[way.value[1]].id, "text": paragraphs(random, 1, 3)},
        ]
        brief["considerations"] = {
            "taken_in": [paragraphs(random, 1, 1), paragraphs(random, 1, 1)],
            "not_taken_in": [paragraphs(random, 1, 1)],
        }
    brief["way_forward"] = paragraphs(random, 1, 2)
    brief["documents"] = _documents(random, record)
    return brief


def _documents(random: Random, record: Record) -> list[Value]:
    documents: list[Value] = [{"title": f"Underlag till {record['id']}", "date": record["raised"]}]
    if random.random() < 0.1:
        documents.append({"title": "Bilaga", "file": f"attachments/{record['id']}/bilaga.txt"})
    return documents
