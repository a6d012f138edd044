"""A recorded, reasoned departure from a norm (avsteg)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from vrtool.model.base import Day, Id, Record, Text, none_as_empty


class Acceptance(Record):
    """Who accepted the deviation, and when."""

    by: Text
    date: Day


class Deviation(Record):
    """A departure from `norm`, with its reason.

    `on` is the subject it excuses (an item, a year, a term, a seat); without it, the record it
    stands in. `until` is the last day on which it may be leant on.
    """

    norm: Text
    on: Text | None = None
    forum: Id | None = None
    reason: Text
    accepted: Acceptance | None = None
    until: Day | None = None


class Deviations(Record):
    """`data/deviations.yaml`: those about years, terms and rosters."""

    deviations: Annotated[tuple[Deviation, ...], BeforeValidator(none_as_empty)] = ()
