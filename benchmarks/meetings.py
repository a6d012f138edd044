"""The made-up meetings: agendas that follow from the matters' ways, and complete minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.cast import CHAIR, MUNICIPALITIES, SECRETARY, VICE, Cast, members
from benchmarks.matters import DECIDED_BY_PARTIES, Made, Record, Way
from benchmarks.prose import paragraphs
from benchmarks.timetable import FIRST_YEAR, Sitting
from benchmarks.writing import Value

_FIXED, _CALLED, _PAPERS, _DISPATCHED = 14, 12, 10, 9
_FIXED_BY_CHIEFS, _CALLED_BY_CHIEFS = 5, 4
_REQUESTED = 20
_SHARE_ABSENT = 0.15
_FOUNDING = f"{FIRST_YEAR}-001"
"""The matter whose position sets up the forums for themes."""


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
    agenda: Record = _fixed(setting.cast, sitting)
    agenda["items"] = list(_items(random, setting.cast, sitting, made, reports))
    return {
        "id": sitting.id,
        "forum": sitting.forum,
        "date": sitting.day.isoformat(),
        "hours": "13:00–16:00",
        **({"form": "conference"} if sitting.opens_the_year else {}),
        **({"requested": sitting.id} if sitting.on_request else {}),
        "mode": "physical",
        "place": "Rådssalen, Sagoköping",
        "agenda": agenda,
        "notice": _notice(setting.cast, sitting),
        "minutes": _minutes(random, setting, sitting),
    }


def request(setting: Setting, sitting: Sitting) -> Record:
    """The chair's request for a meeting that is held on request."""
    day = _before(sitting, _REQUESTED)
    return {
        "forum": sitting.forum,
        "date": day.isoformat(),
        "by": [setting.cast.holder(CHAIR, day)],
    }


def _fixed(cast: Cast, sitting: Sitting) -> Record:
    """A council's agenda is fixed by its presidium, chefsberedningen's by two of its own."""
    if sitting.of_council:
        seats, day = (CHAIR, VICE), _before(sitting, _FIXED)
        support: Record = {"support": [cast.holder(SECRETARY, day)]}
    elif sitting.slot == 0:
        seats, day = (
            (SECRETARY, f"{MUNICIPALITIES[0]}/direktor"),
            _before(sitting, _FIXED_BY_CHIEFS),
        )
        support = {}
    else:
        return {}
    by = [cast.holder(seat, day) for seat in seats]
    return {"fixed": {"date": day.isoformat(), "by": by, **support}}


def _notice(cast: Cast, sitting: Sitting) -> Record:
    """When it went out, and to which officials: named for one council, all for the other."""
    days = _CALLED_BY_CHIEFS if sitting.slot == 0 else _CALLED
    notice: Record = {"sent": _before(sitting, days).isoformat()}
    if sitting.forum == "samradet":
        seats = members("chefsberedningen", sitting.day, sitting.day)
        notice["officials"] = [cast.holder(seat, sitting.day) for seat in seats]
    elif sitting.of_council:
        notice["officials"] = "all"
    return notice


def _before(sitting: Sitting, days: int) -> date:
    return sitting.day - timedelta(days=days)


def _items(
    random: Random, cast: Cast, sitting: Sitting, made: Sequence[Made], reports: list[str]
) -> Iterator[Record]:
    yield {"id": "oppnande", "title": "Mötet öppnas", "purpose": ["procedure"]}
    if sitting.slot == 0 and reports:
        yield _reported(reports)
        reports.clear()
    for matter in made:
        if sitting.slot in matter.way.value or _prepared_for_council(sitting, matter):
            yield _item(random, cast, sitting, matter, reports)
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
        "papers": ["Uppdragslistan"],
        "outcome": {"kind": "noted", "reports": entries},
    }


def _item(random: Random, cast: Cast, sitting: Sitting, matter: Made, reports: list[str]) -> Record:
    item: Record = {
        "id": f"punkt-{matter.turn + 1}",
        "title": matter.record["title"],
        "matter": matter.id,
        "purpose": [_purpose(sitting, matter)],
        "minutes": "10",
        "presenters": [{"organisation": _presenting(sitting, matter)}],
    }
    if _purpose(sitting, matter) == "dialogue":
        item["process_leader"] = cast.holder(SECRETARY, sitting.day)
    if random.random() < 0.3:
        item["text"] = paragraphs(random, 1, 2)
    if _purpose(sitting, matter) == "position":
        item["papers_sent"] = _before(sitting, _PAPERS).isoformat()
    item["outcome"] = _outcome(random, sitting, matter, reports)
    return item


def _presenting(sitting: Sitting, matter: Made) -> str:
    """Those from outside come to samrådet and the forums for themes."""
    outside = matter.way is Way.SECOND_FORUM and sitting.slot > 0
    return "Sagornas museum" if outside else "Region Fabellandet"


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
        return _prepared(random, sitting, matter, reports)
    if purpose == "dialogue":
        return {"kind": "discussed", "text": paragraphs(random, 1, 1)}
    if purpose == "position":
        return _position(matter)
    if matter.way is Way.CHIEFS and random.random() < 0.3:
        given = _assignment(sitting, matter, reports) | {"receiver": "strofby"}
        return {"kind": "assigned", "assignments": [given]}
    return {"kind": "noted"}


def _prepared(random: Random, sitting: Sitting, matter: Made, reports: list[str]) -> Record:
    outcome: Record = {
        "kind": "prepared",
        "text": paragraphs(random, 1, 1),
        "next": "ordforandekretsen",
        "questions": ["Vad betyder det för de mindre kommunerna?"],
        "minutes": "10",
        "ambition": "Samsyn om vägen framåt.",
    }
    if matter.turn == DECIDED_BY_PARTIES:
        ordered = {"giver": "ordforandekretsen", "receiver": "chefsberedningen"}
        outcome["assignments"] = [_assignment(sitting, matter, reports) | ordered]
    return outcome


def _assignment(sitting: Sitting, matter: Made, reports: list[str]) -> Record:
    """Work to be reported on when the forum meets next."""
    reports.append(f"{matter.id}-uppdrag")
    due = (sitting.day + timedelta(days=30)).isoformat()
    return {"id": reports[-1], "task": "Återkom med ett förslag", "due": due}


def _position(matter: Made) -> Record:
    outcome: Record = {"kind": "position", "text": "as-proposed", "consensus": "true"}
    if matter.turn == DECIDED_BY_PARTIES:
        outcome["decides_next"] = list(MUNICIPALITIES)
    if matter.id == _FOUNDING:
        outcome["establishes"] = ["lakeforum", "fardforum", "bildningsforum"]
    return outcome


def _minutes(random: Random, setting: Setting, sitting: Sitting) -> Record:
    cast, day = setting.cast, sitting.day
    leader, vice = cast.holder(CHAIR, day), cast.holder(VICE, day)
    adjusted = (day + timedelta(days=6)).isoformat()
    attendance = _attendance(random, setting, sitting)
    present: Any = attendance["present"]
    adjuster = next(person for person in present if person != leader)
    adjusting = dict.fromkeys((leader, vice, adjuster))
    return {
        "led_by": leader,
        "secretary": cast.holder(SECRETARY, day),
        "attendance": attendance,
        "adjusters": [adjuster],
        "signed": {"by": leader, "date": adjusted},
        "adjusted": [{"by": person, "date": adjusted} for person in adjusting],
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
