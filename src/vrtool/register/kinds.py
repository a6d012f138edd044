"""Which file holds which kind of record, and which finding a bad file gives."""

from __future__ import annotations

from enum import Enum

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


class Kind(Enum):
    """A kind of record: its place below `data/` and its model."""

    STRUCTURE = ("structure.yaml", Structure)
    ROSTERS = ("forums.yaml", Rosters)
    DEVIATIONS = ("deviations.yaml", Deviations)
    REQUESTS = ("requests.yaml", Requests)
    CONTACTS = ("contacts.yaml", Contacts)
    WORKING_FORMS = ("working-forms", WorkingForms)
    PROCESS = ("processes", ProcessType)
    MATTER = ("matters", Matter)
    MEETING = ("meetings", Meeting)
    YEAR_WHEEL = ("year-wheels", YearWheel)
    COSTS = ("costs", Costs)

    # Part of every key under which a record is looked up; Enum's own is slow. Members are one each.
    __hash__ = object.__hash__

    def __init__(self, place: str, model: type[Record]) -> None:
        self.place = place
        self.model = model
        self.single = place.endswith(".yaml")
        """Whether there is one such file and not a folder of them."""


class FileFault(Enum):
    """What can be wrong with a file as such: code and kebab name."""

    UNREADABLE = ("VR001", "unreadable-file")
    NOT_YAML = ("VR002", "not-yaml")
    FORBIDDEN_YAML = ("VR003", "forbidden-yaml")
    DUPLICATE_KEY = ("VR004", "duplicate-key")
    INVALID_RECORD = ("VR005", "invalid-record")
    STRAY_FILE = ("VR006", "stray-file")
    MISSING_FILE = ("VR007", "missing-file")
    DUPLICATE_ID = ("VR008", "duplicate-id")

    def __init__(self, code: str, kebab: str) -> None:
        self.code = code
        self.kebab = kebab
