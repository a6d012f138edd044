"""A plan for the rosters in words: what is to be written, before it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.edit.rosters_plan import StepKind
from vrtool.text import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.edit.rosters_people import NewPerson
    from vrtool.edit.rosters_places import Places
    from vrtool.edit.rosters_plan import Plan, Step
    from vrtool.register.register import Register


def plan_told(register: Register, places: Places, plan: Plan) -> list[str]:
    """Every change as a line under its heading; those that are none are counted."""
    teller = _Teller(register, places, plan)
    parts = {
        "Nya personer": [*map(teller.person, plan.people)],
        "Tillträder": [*map(teller.coming, plan.of(StepKind.FILLED))],
        "Lämnar": [*map(teller.ending, plan.of(StepKind.ENDED))],
        "Blir utan innehavare": [*map(teller.vacated, plan.of(StepKind.VACATED))],
        "Att veta": [*plan.notes],
        "Går inte att föra in": [f"rad {r.line} ({r.about}): {r.why}" for r in plan.refused],
    }
    told = [line for heading, lines in parts.items() if lines for line in _part(heading, lines)]
    unchanged = len(plan.of(StepKind.UNCHANGED))
    if unchanged:
        told.append(f"Oförändrat: {count(unchanged, 'plats', 'platser')}.")
    return told


def _part(heading: str, lines: list[str]) -> Iterator[str]:
    yield f"{heading} ({len(lines)}):"
    yield from (f"  {line}" for line in lines)


class _Teller:
    def __init__(self, register: Register, places: Places, plan: Plan) -> None:
        self._register, self._places = register, places
        self._new = {person.id: person.name for person in plan.people}

    def person(self, person: NewPerson) -> str:
        party = f", {self._register.party(person.party)}" if person.party else ""
        other = self._register.person(person.other_than[0]) if person.other_than else ""
        apart = f". En annan än {other} ({person.other_than[0]})" if other else ""
        like = f". Liknar {person.like[0]}: är det samma person?" if person.like else ""
        return f"{person.name} ({person.id}){party}{apart}{like}"

    def coming(self, step: Step) -> str:
        left = f", efter {self._name(step.left)}" if step.left else ""
        return f"{self._place(step)}: {self._name(step.who)} {_from(step)}{left}"

    def ending(self, step: Step) -> str:
        end = swedish_date(step.end) if step.end else ""
        return f"{self._place(step)}: {self._name(step.who)}, sista dagen {end}"

    def vacated(self, step: Step) -> str:
        left = f", efter {self._name(step.left)}" if step.left else ""
        how = "ingen" if step.place.optional else "vakant"
        return f"{self._place(step)}: {how} {_from(step)}{left}"

    def _place(self, step: Step) -> str:
        return self._places.name(step.place)

    def _name(self, key: str | None) -> str:
        return self._new.get(key or "") or self._register.person(key or "")


def _from(step: Step) -> str:
    to = f" till {swedish_date(step.end)}" if step.end else ""
    return f"från {swedish_date(step.start)}{to}"
