"""The made-up meetings: agendas that follow from the matters' ways, and complete minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.cast import CHAIR, SECRETARY, VICE, Cast, members
from benchmarks.matters import Made, Record, Way
from benchmarks.prose import paragraphs
from benchmarks.timetable import Sitting
from benchmarks.writing import Value

_FIXED, _CALLED, _PAPERS, _DISPATCHED = 14, 12, 10, 9
_SHARE_ABSENT = 0.15


@dataclass(frozen=True, slots=True)
class Setting:
    """What all meetings of a repo have in common."""

    cast: Cast
    change: date
    """When the later rulebook came into force."""


def meeting(
    random: Random, setting: Setting, sitting: Sitting, made: Sequence[Made], reports: list[str]
) -> Record:
    """A meeting with everything recorded.

    `reports` are the ids of assignments to report on; those given here take their place.
    """
    agenda: Record = {}
    if sitting.of_council:
        presidium = [setting.cast.holder(seat, _before(sitting, _FIXED)) for seat in (CHAIR, VICE)]
        agenda["fixed"] = {"date": _before(sitting, _FIXED).isoformat(), "by": presidium}
    agenda["items"] = list(_items(random, sitting, made, reports))
    return {
        "id": sitting.id,
        "forum": sitting.forum,
        "date": sitting.day.isoformat(),
        "hours": "13:00–16:00",
        "mode": "physical",
        "place": "Rådssalen, Sagoköping",
        "agenda": agenda,
        "notice": {"sent": _before(sitting, _CALLED).isoformat()},
        "minutes": _minutes(random, setting, sitting),
    }


def _before(sitting: Sitting, days: int) -> date:
    return sitting.day - timedelta(days=days)


def _items(
    random: Random, sitting: Sitting, made: Sequence[Made], reports: list[str]
) -> Iterator[Record]:
    yield {"id": "oppnande", "title": "Mötet öppnas", "purpose": ["procedure"]}
    if sitting.slot == 0 and reports:
        yield _reported(reports)
        reports.clear()
    for matter in made:
        if sitting.slot in matter.way.value or _prepared_for_council(sitting, matter):
            yield _item(random, sitting, matter, reports)
    yield {"id": "ovriga", "title": "Övriga frågor", "kind": "standing", "purpose": ["information"]}
    yield {"id": "avslutning", "title": "Mötet avslutas", "purpose": ["procedure"]}


def _prepared_for_council(sitting: Sitting, matter: Made) -> bool:
    """Everything that comes to a council passes chefsberedningen first."""
    return sitting.slot == 0 and matter.way is Way.SECOND_FORUM


def _reported(reports: list[str]) -> Record:
    entries = [{"assignment": report, "done": "true"} for report in reports]
    return {
        "id": "uppdrag",
        "title": "Återrapportering av uppdrag",
        "purpose": ["information"],
        "outcome": {"kind": "noted", "reports": entries},
    }


def _item(random: Random, sitting: Sitting, matter: Made, reports: list[str]) -> Record:
    item: Record = {
        "id": f"punkt-{matter.turn + 1}",
        "title": matter.record["title"],
        "matter": matter.id,
        "purpose": [_purpose(sitting, matter)],
        "minutes": "10",
        "presenters": [{"organisation": "Region Fabellandet"}],
    }
    if random.random() < 0.3:
        item["text"] = paragraphs(random, 1, 2)
    if _purpose(sitting, matter) == "position":
        item["papers_sent"] = _before(sitting, _PAPERS).isoformat()
    item["outcome"] = _outcome(random, sitting, matter, reports)
    return item


def _purpose(sitting: Sitting, matter: Made) -> str:
    goes_on = len(matter.way.value) > 1 or matter.way is Way.SECOND_FORUM
    if sitting.slot == 0 and goes_on:
        return "preparation"
    if not matter.way.to_position:
        return "information"
    return "position" if sitting.slot == 3 else "dialogue"


def _outcome(random: Random, sitting: Sitting, matter: Made, reports: list[str]) -> Record:
    purpose = _purpose(sitting, matter)
    if purpose == "preparation":
        return {"kind": "prepared", "next": "ordforandekretsen"}
    if purpose == "dialogue":
        return {"kind": "discussed", "text": paragraphs(random, 1, 1)}
    if purpose == "position":
        return {"kind": "position", "text": "as-proposed"}
    if matter.way is Way.CHIEFS and random.random() < 0.3:
        assignment = f"{matter.id}-uppdrag"
        reports.append(assignment)
        due = (sitting.day + timedelta(days=30)).isoformat()
        given = {"id": assignment, "task": "Återkom med ett förslag", "receiver": "strofby"}
        return {"kind": "assigned", "assignments": [given | {"due": due}]}
    return {"kind": "noted"}


def _minutes(random: Random, setting: Setting, sitting: Sitting) -> Record:
    cast, day = setting.cast, sitting.day
    leader = cast.holder(CHAIR, day)
    return {
        "led_by": leader,
        "secretary": cast.holder(SECRETARY, day),
        "attendance": _attendance(random, setting, sitting),
        "adjusted": [{"by": leader, "date": (day + timedelta(days=6)).isoformat()}],
        "dispatched": (day + timedelta(days=_DISPATCHED)).isoformat(),
    }


def _attendance(random: Random, setting: Setting, sitting: Sitting) -> Record:
    cast, day = setting.cast, sitting.day
    present: list[str] = []
    absent: list[str] = []
    served: list[Value] = []
    for seat in members(sitting.forum, day, setting.change):
        away = random.random() < _SHARE_ABSENT
        (absent if away else present).append(cast.holder(seat, day))
        if away and f"{seat}/deputy" in cast.tenures:
            served.append({"who": cast.holder(f"{seat}/deputy", day), "for": seat})
    attendance: Record = {"present": present, "absent": absent}
    if served:
        attendance["served"] = served
    return attendance
