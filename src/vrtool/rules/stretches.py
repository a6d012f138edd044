"""A composition judged day by day: the stretches on which nothing changes, told of as few times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, groupby
from typing import TypeVar

from vrtool.dates import Span
from vrtool.diagnostic import Judgement, Place, Verdict
from vrtool.register.completeness import Aspect, spans
from vrtool.register.register import Register
from vrtool.register.rosters import tenures_of
from vrtool.register.seats import Role, seats_by_role
from vrtool.rules.base import Seating, holds, unknown

View = TypeVar("View")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How something stands on a stretch of days; `what` tells one kind of breach from another."""

    judgement: Judgement
    what: str = ""


HOLDS, UNKNOWN = Standing(Judgement.HOLDS), Standing(Judgement.UNKNOWN)


def stretches(register: Register, seating: Seating, days: Span | None = None) -> list[Span]:
    """The days, by default all of the composition's, cut wherever a roster may change.

    That is where someone takes or leaves a member's seat, where an assembly's mandates are divided
    anew, and where the claim that the rosters are complete begins or ends.
    """
    whole = days or Span(seating.first, seating.last)
    cuts = set(chain.from_iterable(_ends(span) for span in _changing(register, seating)))
    firsts = [whole.first or date.min, *sorted(c for c in cuts if _inside(whole, c))]
    lasts = [first - _ONE_DAY for first in firsts[1:]]
    return [Span(f, last) for f, last in zip(firsts, [*lasts, whole.last], strict=True)]


def _changing(register: Register, seating: Seating) -> Iterator[Span]:
    for seat in seats_by_role(register, seating.composition)[Role.MEMBER]:
        yield from (tenure.span for tenure in tenures_of(register, seat))
    for divisions in register.rosters.assemblies.values():
        yield from (division.span for division in divisions)
    yield from spans(register, seating.forum, Aspect.ROSTERS)


def _ends(span: Span) -> Iterator[date]:
    if span.first:
        yield span.first
    if span.last:
        yield span.last + _ONE_DAY


def _inside(whole: Span, day: date) -> bool:
    return whole.contains(day) and day != whole.first


def over_time(
    subject: str,
    at: Place,
    views: Sequence[tuple[Span, View]],
    judge: Callable[[View], Standing],
    tell: Callable[[View, str, Span], Verdict],
) -> Iterator[Verdict]:
    """One verdict for each run of stretches that breaks the norm alike, else one for them all.

    `views` are what is known on each stretch, in order of time. `tell` is given the first view of
    a run, what kind of breach it is, and the days of the whole run.
    """
    breaches = list(_runs(views, judge, tell))
    if breaches:
        yield from breaches
        return
    known = any(judge(view).judgement is Judgement.HOLDS for _, view in views)
    yield (holds if known else unknown)(subject, at)


def _runs(
    views: Iterable[tuple[Span, View]],
    judge: Callable[[View], Standing],
    tell: Callable[[View, str, Span], Verdict],
) -> Iterator[Verdict]:
    for standing, group in groupby(views, lambda one: judge(one[1])):
        run = list(group)
        if standing.judgement is Judgement.BREACH:
            days = Span(run[0][0].first, run[-1][0].last)
            yield replace(tell(run[0][1], standing.what, days), days=days)
