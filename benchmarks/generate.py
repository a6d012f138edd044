"""Write a made-up data repo of any size: `python -m benchmarks.generate FOLDER MATTERS [SEED]`.

The council, its people and its matters are invented, and everything is recorded, so that every
norm is judged. The same number and seed give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from string import Template

from benchmarks import cast, flaws
from benchmarks.fingerprints import Stamper
from benchmarks.flaws import Flaw
from benchmarks.matters import Made, Record, matters
from benchmarks.meetings import Setting, meeting, request
from benchmarks.timetable import (
    FIRST_YEAR,
    MATTERS_A_ROUND,
    MEETINGS_A_ROUND,
    ROUNDS_A_YEAR,
    Sitting,
    round_of,
    year_of,
)
from benchmarks.wheels import wheel
from benchmarks.writing import as_yaml

MATTERS_A_MEETING = MATTERS_A_ROUND // MEETINGS_A_ROUND
TEMPLATES = Path(__file__).parent / "repo"
"""The files that every made-up repo begins with."""
_CHANGE = date(FIRST_YEAR, 7, 1)


@dataclass(frozen=True, slots=True)
class Generated:
    """What was written; `flaws` are the codes that the check must give, one finding each."""

    matters: int
    meetings: int
    flaws: tuple[str, ...]


def generate(root: Path, count: int, seed: int = 1) -> Generated:
    """Write a repo of `count` matters below `root`, which must be empty.

    Raises ValueError where the count is no multiple of 5, or less than a round of meetings.
    """
    if count < MATTERS_A_ROUND or count % MATTERS_A_MEETING:
        raise ValueError(f"{count} is no multiple of {MATTERS_A_MEETING} from {MATTERS_A_ROUND} on")
    random, data = Random(seed), root / "data"
    rounds = -(-count // MATTERS_A_ROUND)
    setting = Setting(cast.cast(random, year_of(rounds - 1)), _CHANGE)
    for folder in ("working-forms", "matters", "meetings", "year-wheels", "costs", "processes"):
        (data / folder).mkdir(parents=True)
    _write_forms(data, rounds)
    _write(data / "forums.yaml", setting.cast.rosters())
    for number in range(0, rounds, ROUNDS_A_YEAR):
        _write(data / "year-wheels" / f"{year_of(number)}.yaml", wheel(number))
    writer, codes = _Writer(data, random, setting, Stamper(data)), list[str]()
    for number in range(rounds):
        held = round_of(number)[: count // MATTERS_A_MEETING - number * MEETINGS_A_ROUND]
        submitter = setting.cast.holder(cast.SECRETARY, held[-1].day)
        made = matters(random, number, count - number * MATTERS_A_ROUND, held, submitter)
        codes += writer.round(number, held, list(made))
    _write(data / "requests.yaml", {"requests": writer.requests})
    return Generated(count, count // MATTERS_A_MEETING, tuple(sorted(codes)))


def _write_forms(data: Path, rounds: int) -> None:
    """The structure and the rulebooks. What is recorded is said to be complete."""
    last_year = year_of(rounds - 1)
    whole = rounds % ROUNDS_A_YEAR == 0
    terms = ", ".join(
        f"{{id: {first.year}–{last.year}, from: {first}, to: {last}}}"
        for first, last in cast.terms(last_year)
    )
    filled = {
        "first": f"{FIRST_YEAR}-01-01",
        "last": (date(last_year, 12, 31) if whole else round_of(rounds - 1)[-1].day).isoformat(),
        "change": _CHANGE.isoformat(),
        "terms": f"[{terms}]",
    }
    for template in sorted(TEMPLATES.rglob("*.yaml")):
        text = Template(template.read_text(encoding="utf-8")).substitute(filled)
        target = data / template.relative_to(TEMPLATES)
        target.write_text(text, encoding="utf-8", newline="\n")


@dataclass
class _Writer:
    """Writes round after round. `_reports` are the assignments still to be reported on."""

    _data: Path
    _random: Random
    _setting: Setting
    _stamper: Stamper
    _reports: list[str] = field(default_factory=list)
    requests: Record = field(default_factory=dict)

    def round(self, number: int, held: Sequence[Sitting], made: Sequence[Made]) -> Iterator[str]:
        """Write a round's matters and meetings. Out: the codes of the flaws made."""
        known: list[Made] = []
        for index, matter in enumerate(made, start=number * MATTERS_A_ROUND):
            flaw = flaws.of_matter(index)
            written = flaw.make(matter) if flaw else matter
            self._matter(written)
            known.append(matter if flaw and flaw.late else written)
            if flaw:
                yield flaw.code
        self._stamper.know(matter.record for matter in known)
        for index, sitting in enumerate(held, start=number * MEETINGS_A_ROUND):
            flaw = flaws.of_meeting(index)
            record = meeting(self._random, self._setting, sitting, made, self._reports)
            if sitting.on_request:
                self.requests[sitting.id] = request(self._setting, sitting)
            _write(self._data / "meetings" / f"{sitting.id}.yaml", self._flawed(record, flaw))
            if flaw:
                yield flaw.code

    def _flawed(self, record: Record, flaw: Flaw | None) -> Record:
        if flaw is None:
            return self._stamper.stamped(record)
        if flaw.late:
            late: Record = flaw.make(self._stamper.stamped(record))
            return late
        return self._stamper.stamped(flaw.make(record))

    def _matter(self, matter: Made) -> None:
        _write(self._data / "matters" / matter.file_name, matter.record)
        for attachment in matter.attachments:
            file = self._data / attachment
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("Bilaga\n", encoding="utf-8", newline="\n")


def _write(file: Path, record: Record) -> None:
    file.write_text(as_yaml(record), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))
