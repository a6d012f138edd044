"""The fingerprints that fixing and adjusting leave in a meeting's file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.matters import Record
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.fingerprint import adjusted_parts, fixed_parts
from vrtool.register.load import load


class Stamper:
    """Takes fingerprints as the tool does; knows the matters of the latest round."""

    def __init__(self, data: Path) -> None:
        register = load(data.parent).register
        if register is None:
            raise ValueError(f"{data} holds no structure")
        self._register = register

    def know(self, matters: Iterable[Record]) -> None:
        """Take these as the matters that items may name."""
        known = (Matter.model_validate(record) for record in matters)
        self._register = replace(self._register, matters={matter.id: matter for matter in known})

    def stamped(self, record: Record) -> Record:
        """The meeting with its fingerprints."""
        meeting = Meeting.model_validate(record)
        agenda: Any = record["agenda"]
        minutes: Any = record["minutes"]
        minutes = minutes | {"fingerprint": adjusted_parts(meeting)}
        if "fixed" in agenda:
            parts = fixed_parts(self._register, meeting)
            agenda = {"fixed": agenda["fixed"] | {"fingerprint": parts}, "items": agenda["items"]}
        return record | {"agenda": agenda, "minutes": minutes}
