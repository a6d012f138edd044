"""Seats that are empty or soon will be, terms of office that end, and costs to be paid."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from vrtool.dates import swedish_date
from vrtool.model.rosters import Tenure
from vrtool.planning.demands import Demands
from vrtool.planning.tasks import Task, TaskKind
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.rosters import SeatOnDay, SeatState, roster_on, tenures_of
from vrtool.register.words import word
from vrtool.text import count, join, sentence

_FEW = 5
"""So many seats are named one by one."""

_NOTICE_OF_TERM = timedelta(days=183)
"""How long before a term of office ends it is time to think of the next: half a year."""

_TURNOVER = "vr roster turnover --template platser.csv"


def of_seats(demands: Demands, today: date) -> Iterator[Task]:
    """Seats known to be vacant, tenures that end without a successor, terms that end."""
    yield from _vacancies(demands, today)
    yield from _tenures(demands.register, today)
    for term in demands.register.structure.terms:
        if today <= term.end <= today + _NOTICE_OF_TERM:
            yield Task(
                TaskKind.TERM,
                f"Mandatperioden {term.id} slutar.",
                demands.register.place(Kind.STRUCTURE).path,
                _TURNOVER,
                term.end,
            )


# Empty seats


def _vacancies(demands: Demands, today: date) -> Iterator[Task]:
    """A task for each forum with vacant seats; a seat in several forums is told of once."""
    seen: set[str] = set()
    for forum in demands.register.structure.forums:
        roster = roster_on(demands.register, demands.rulebook, forum, today)
        empty = [
            seat
            for seat in roster.everyone
            if seat.state is SeatState.VACANT and seat.seat.id not in seen
        ]
        seen |= {seat.seat.id for seat in empty}
        if empty:
            yield _vacant(demands.register, forum, empty, today)


def _vacant(register: Register, forum: str, empty: list[SeatOnDay], today: date) -> Task:
    alike = Counter(_seat_name(register, seat) for seat in empty)
    names = [f"{name} ({number})" if number > 1 else name for name, number in alike.items()]
    told = f": {join(names)}" if len(names) <= _FEW else ""
    are = f"{count(len(empty), 'plats är vakant', 'platser är vakanta')}"
    one = empty[0].seat.id if len(empty) == 1 else None
    return Task(
        TaskKind.VACANCY,
        f"{sentence(register.forum_name(forum, today))}: {are}{told}.",
        register.place(Kind.ROSTERS).path,
        f"vr roster replace {one}" if one else "vr roster vacancies",
        since=min((day for s in empty if (day := _since(register, s, today))), default=None),
    )


def _seat_name(register: Register, seat: SeatOnDay) -> str:
    of = f" i {register.party(seat.seat.party)}" if seat.seat.party else ""
    return f"{seat.seat.label}{of}"


def _since(register: Register, seat: SeatOnDay, today: date) -> date | None:
    covering = register.covering(tenures_of(register, seat.seat), today)
    return next((tenure.span.first for tenure in covering if tenure.vacant), None)


# Tenures that end


def _tenures(register: Register, today: date) -> Iterator[Task]:
    """A task for each day on which tenures end and nobody is known to come after."""
    rosters = register.rosters
    every = {**rosters.offices, **{key: seat.members for key, seat in rosters.seats.items()}}
    ending: dict[date, list[tuple[str, str]]] = defaultdict(list)
    for key, tenures in every.items():
        for tenure in tenures:
            if tenure.who and tenure.end and tenure.end >= today and _last(tenure, tenures):
                ending[tenure.end].append((key, tenure.who))
    for day, holders in sorted(ending.items()):
        yield _leaving(register, day, holders)


def _last(tenure: Tenure, tenures: tuple[Tenure, ...]) -> bool:
    after = tenure.end or date.max
    return not any((other.span.last or date.max) > after for other in tenures)


def _leaving(register: Register, day: date, holders: list[tuple[str, str]]) -> Task:
    office = word(register, "office")
    names = [f"{register.person(who)} ({key})" for key, who in holders]
    who = join(names) if len(names) <= _FEW else count(len(names), "person", "personer")
    key = holders[0][0] if len(holders) == 1 else None
    return Task(
        TaskKind.TENURE,
        f"{sentence(who)} lämnar sitt {office.one} {swedish_date(day)}, och ingen efterträder.",
        register.place(Kind.ROSTERS).path,
        f"vr roster replace {key}" if key else _TURNOVER,
        day,
    )


# Costs


def of_costs(register: Register, today: date) -> Iterator[Task]:
    """The instalments still to come; whether one that has passed was paid is not recorded."""
    for costs in register.costs.values():
        for number, part in enumerate(costs.instalments, start=1):
            day = part.day(costs.year)
            if day >= today:
                yield Task(
                    TaskKind.COSTS,
                    f"Delbetalning {number} av {len(costs.instalments)} av kostnaderna för "
                    f"{costs.year} ska betalas.",
                    register.place(Kind.COSTS, costs.id).path,
                    f"vr costs show {costs.id}",
                    day,
                )
