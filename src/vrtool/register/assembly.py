"""A register put together from the records that could be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from vrtool.model.base import Record
from vrtool.model.contacts import Contacts
from vrtool.model.costs import Costs
from vrtool.model.deviation import Deviations
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.model.process import ProcessType
from vrtool.model.request import Requests
from vrtool.model.rosters import Rosters
from vrtool.model.structure import Structure
from vrtool.model.working_forms import WorkingForms
from vrtool.model.year_wheel import YearWheel
from vrtool.register.kinds import Kind
from vrtool.register.register import Register

R = TypeVar("R", bound=Record)

Records = Mapping[tuple[Kind, str], Record]
"""Records by kind and id; the id is empty where there is one file of the kind."""


def structure_in(records: Records) -> Structure | None:
    """The structure among the records, without which there is no register."""
    found = records.get((Kind.STRUCTURE, ""))
    return found if isinstance(found, Structure) else None


def assembled(
    root: Path,
    structure: Structure,
    records: Records,
    paths: Mapping[tuple[Kind, str], str],
) -> Register:
    """The register of these records; a kind of which there is none stands empty."""
    return Register(
        root=root,
        structure=structure,
        rosters=_single(records, Kind.ROSTERS, Rosters),
        deviations=_single(records, Kind.DEVIATIONS, Deviations),
        requests=_single(records, Kind.REQUESTS, Requests).requests,
        working_forms=_many(records, WorkingForms),
        matters=_many(records, Matter),
        meetings=_many(records, Meeting),
        year_wheels=_many(records, YearWheel),
        costs=_many(records, Costs),
        contacts=_single(records, Kind.CONTACTS, Contacts),
        processes=_many(records, ProcessType),
        paths=dict(paths),
    )


def _single(records: Records, kind: Kind, model: type[R]) -> R:
    record = records.get((kind, ""))
    return record if isinstance(record, model) else model()


def _many(records: Records, model: type[R]) -> dict[str, R]:
    return {key[1]: record for key, record in records.items() if isinstance(record, model)}
