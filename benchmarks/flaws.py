"""What is wrong with about one file in a hundred, each in a way the check must find.

Every flaw gives exactly one finding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from benchmarks.matters import Made, Record
from benchmarks.timetable import MEETINGS_A_ROUND

EVERY = 100
"""One matter in so many has a flaw, and one meeting."""

_FIRST_MATTER, _FIRST_MEETING = 30, 4


@dataclass(frozen=True, slots=True)
class Flaw:
    """The code that must find it, and how it is made. `late` ones come after the fingerprints."""

    code: str
    make: Callable[[Any], Any]
    late: bool = False


def of_matter(index: int) -> Flaw | None:
    """The flaw of the matter so many from the first, if it is to have one."""
    if index % EVERY != _FIRST_MATTER:
        return None
    return MATTER_FLAWS[index // EVERY % len(MATTER_FLAWS)]


def of_meeting(index: int) -> Flaw | None:
    """The flaw of the meeting so many from the first, if it is to have one."""
    hundred, slot = index // EVERY, index // EVERY % MEETINGS_A_ROUND
    if index % EVERY != _FIRST_MEETING + slot:
        return None
    choice = MEETING_FLAWS[slot]
    return choice[hundred // MEETINGS_A_ROUND % len(choice)]


def _unknown_topic(made: Made) -> Made:
    return replace(made, record=made.record | {"topics": ["amne-som-inte-finns"]})


def _no_initiator(made: Made) -> Made:
    return replace(made, record={k: v for k, v in made.record.items() if k != "initiator"})


def _unknown_field(made: Made) -> Made:
    return replace(made, record=made.record | {"amne": "bildning"})


def _document_gone(made: Made) -> Made:
    gone = {"title": "Bilaga", "file": f"attachments/{made.id}/borta.txt"}
    brief: Any = made.record["brief"]
    return replace(made, record=made.record | {"brief": brief | {"documents": [gone]}})


def _no_agreement(made: Made) -> Made:
    return replace(made, record=made.record | {"economy": {"shared": "true"}})


def _not_taken_home(made: Made) -> Made:
    follow_up: Any = made.record["follow_up"]
    ((party, (step,)),) = follow_up.items()
    left = {"meeting": step["meeting"], "not_taken": "Frågan hann inte tas upp."}
    return replace(made, record=made.record | {"follow_up": {party: [left]}})


MATTER_FLAWS = (
    Flaw("VR303", _no_initiator),
    Flaw("VR101", _unknown_topic),
    Flaw("VR005", _unknown_field, late=True),
    Flaw("VR131", _document_gone),
    Flaw("VR306", _no_agreement),
    Flaw("VR311", _not_taken_home),
)


def _minutes(record: Record) -> dict[str, Any]:
    minutes: Any = record["minutes"]
    return dict(minutes)


def _no_secretary(record: Record) -> Record:
    minutes = _minutes(record)
    del minutes["secretary"]
    return record | {"minutes": minutes}


def _dispatched_late(record: Record) -> Record:
    late = date.fromisoformat(str(record["date"])) + timedelta(days=40)
    return record | {"minutes": _minutes(record) | {"dispatched": late.isoformat()}}


def _decides(record: Record) -> Record:
    return _with_last_item(record, {"text": "Samrådet beslutar att återkomma."})


def _edited_after_adjustment(record: Record) -> Record:
    minutes = _minutes(record)
    minutes["fingerprint"] = minutes["fingerprint"] | {"led_by": "0" * 16}
    return record | {"minutes": minutes}


def _on_a_saturday(record: Record) -> Record:
    day = date.fromisoformat(str(record["date"]))
    return record | {"date": (day + timedelta(days=5 - day.weekday())).isoformat()}


def _papers_late(record: Record) -> Record:
    late = date.fromisoformat(str(record["date"])) - timedelta(days=3)
    return _with_first_position(record, {"papers_sent": late.isoformat()})


def _led_by_secretary(record: Record) -> Record:
    minutes = _minutes(record)
    return record | {"minutes": minutes | {"led_by": minutes["secretary"]}}


def _adjusted_by_one(record: Record) -> Record:
    minutes = _minutes(record)
    return record | {"minutes": minutes | {"adjusted": minutes["adjusted"][:1]}}


def _fixed_by_one_side(record: Record) -> Record:
    agenda: Any = record["agenda"]
    fixed = agenda["fixed"] | {"by": agenda["fixed"]["by"][:1]}
    return record | {"agenda": {"fixed": fixed, "items": agenda["items"]}}


def _dialogue_unled(record: Record) -> Record:
    agenda: Any = record["agenda"]
    items = list(agenda["items"])
    index = next(i for i, item in enumerate(items) if "process_leader" in item)
    items[index] = {k: v for k, v in items[index].items() if k != "process_leader"}
    return record | {"agenda": agenda | {"items": items}}


def _with_last_item(record: Record, more: Record) -> Record:
    agenda: Any = record["agenda"]
    *items, last = agenda["items"]
    return record | {"agenda": agenda | {"items": [*items, last | more]}}


def _with_first_position(record: Record, more: Record) -> Record:
    agenda: Any = record["agenda"]
    items = list(agenda["items"])
    index = next(i for i, item in enumerate(items) if "papers_sent" in item)
    items[index] = items[index] | more
    return record | {"agenda": agenda | {"items": items}}


MEETING_FLAWS = (
    (
        Flaw("VR601", _no_secretary),
        Flaw("VR603", _dispatched_late),
        Flaw("VR509", _fixed_by_one_side),
    ),
    (Flaw("VR403", _decides), Flaw("VR142", _edited_after_adjustment, late=True)),
    (Flaw("VR121", _on_a_saturday), Flaw("VR512", _dialogue_unled)),
    (
        Flaw("VR503", _papers_late),
        Flaw("VR204", _led_by_secretary),
        Flaw("VR608", _adjusted_by_one),
    ),
)
