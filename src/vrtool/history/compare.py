"""Two sets of records compared: a pure function, without files, git or clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from vrtool.history.change import Act, Change, Group, RecordChange
from vrtool.history.deviations import deviation_changes
from vrtool.history.matters import matter_changes
from vrtool.history.meetings import Sides, meeting_changes
from vrtool.history.plain import Plain, leaves, plain
from vrtool.history.rosters import roster_changes
from vrtool.history.rulebooks import rulebook_changes
from vrtool.history.telling import Teller
from vrtool.model.costs import Costs
from vrtool.model.request import Request
from vrtool.model.structure import Structure
from vrtool.model.year_wheel import YearWheel
from vrtool.register.times import first_moment

if TYPE_CHECKING:
    from pydantic import BaseModel

    from vrtool.register.register import Register

R = TypeVar("R")

_WHOLE = {Group.YEAR_WHEEL: "Årshjulet", Group.COSTS: "Kostnadsunderlaget"}


def compare(before: Register, after: Register) -> tuple[RecordChange, ...]:
    """Every record that differs: meetings in order of time, matters by number, then the rest.

    Records that are not in a register are not compared: those both leave out differ in nothing.
    """
    sides = Sides(before, after)
    return tuple(
        change
        for changes in (
            _meetings(sides),
            _each(before.matters, after.matters, lambda *two: matter_changes(sides, *two)),
            iter([roster_changes(sides)]),
            _rulebooks(sides),
            _others(sides),
        )
        for change in changes
        if change is not None
    )


def _each(
    before: Mapping[str, R],
    after: Mapping[str, R],
    compared: Callable[[R | None, R | None], RecordChange | None],
) -> Iterator[RecordChange | None]:
    for key in sorted({*before, *after}):
        yield compared(before.get(key), after.get(key))


def _meetings(sides: Sides) -> Iterator[RecordChange | None]:
    every = {**sides.before.meetings, **sides.after.meetings}
    for meeting in sorted(every.values(), key=lambda m: (first_moment(m), m.id)):
        yield meeting_changes(
            sides, sides.before.meetings.get(meeting.id), sides.after.meetings.get(meeting.id)
        )


def _rulebooks(sides: Sides) -> Iterator[RecordChange | None]:
    before, after = sides.before, sides.after
    yield from _each(
        before.working_forms,
        after.working_forms,
        lambda *two: rulebook_changes(sides, Group.WORKING_FORMS, *two),
    )
    yield from _each(
        before.processes,
        after.processes,
        lambda *two: rulebook_changes(sides, Group.PROCESS, *two),
    )


def _others(sides: Sides) -> Iterator[RecordChange | None]:
    before, after = sides.before, sides.after
    teller = Teller(after, before)
    deviations = before.deviations.deviations, after.deviations.deviations
    yield _record(
        Group.DEVIATIONS,
        "Avsteg om år, perioder och platser",
        deviation_changes(teller, *deviations, {}),
    )
    structures = plain(before.structure), plain(after.structure)
    yield _record(Group.STRUCTURE, "Strukturen", teller.changes(leaves(*structures), Structure))
    asked = _plain_of_all(before.requests), _plain_of_all(after.requests)
    yield _record(Group.REQUESTS, "Begäran om möte", _requests(teller, *asked))
    wheels = [_plain_of_all(side.year_wheels) for side in (before, after)]
    yield from _whole(teller, YearWheel, Group.YEAR_WHEEL, *wheels)
    costs = [_plain_of_all(side.costs) for side in (before, after)]
    yield from _whole(teller, Costs, Group.COSTS, *costs)


def _requests(
    teller: Teller, before: dict[str, Plain], after: dict[str, Plain]
) -> Iterator[Change]:
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        if new is None:
            told = teller.value(old, kind=Request)
            yield Change(Act.REMOVED, f"Begäran {key} tas bort", before=told)
        elif old is None:
            yield Change(Act.ADDED, f"Ny begäran {key}", after=teller.value(new, kind=Request))
        else:
            yield from teller.changes(leaves(old, new), Request, of=f"Begäran {key}")


def _plain_of_all(records: Mapping[str, BaseModel]) -> dict[str, Plain]:
    return {key: plain(record) for key, record in records.items()}


def _whole(
    teller: Teller,
    model: type[BaseModel],
    group: Group,
    before: dict[str, Plain],
    after: dict[str, Plain],
) -> Iterator[RecordChange | None]:
    """Records without sentences of their own: new, gone, or changed field by field."""
    for key in sorted({*before, *after}):
        name = f"{_WHOLE[group]} {key}"
        if key not in after:
            changes = iter([Change(Act.REMOVED, f"{name} är borttaget")])
        elif key not in before:
            changes = iter([Change(Act.ADDED, f"{name} är nytt")])
        else:
            changes = teller.changes(leaves(before[key], after[key]), model)
        yield _record(group, name, changes, key)


def _record(
    group: Group, title: str, changes: Iterator[Change], identifier: str = ""
) -> RecordChange | None:
    made = tuple(changes)
    return RecordChange(group, identifier, title, made) if made else None
