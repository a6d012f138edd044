"""Old sins: findings known from before, written down once and left out from then on."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vrtool.atomic import write_whole
from vrtool.diagnostic import Finding
from vrtool.errors import CannotDo
from vrtool.report.findings import Reportable
from vrtool.report.identity import Identities, rule_id
from vrtool.text import count

VERSION = 1
_KIND = "vr-baseline"


@dataclass(frozen=True, slots=True)
class Known:
    """What was written down: the identities, each with a few words on what it was."""

    findings: dict[str, str]

    def new_in(self, report: Reportable, identities: Identities) -> Reportable:
        """The report without the findings known from before."""
        kept = (one for one in report.findings if identities[one] not in self.findings)
        return replace(report, findings=tuple(kept))

    def told(self, report: Reportable, identities: Identities) -> list[str]:
        """How many findings of a whole report are left out, and which known ones are gone.

        One that a deviation has come to stand behind is still there.
        """
        here = {identities[finding] for finding in report.findings}
        gone = [told for identity, told in self.findings.items() if identity not in here]
        left_out = len(self.findings) - len(gone)
        lines = [f"{_remarks(left_out)} kända sedan förut visas inte."] if left_out else []
        if gone:
            lines.append(
                f"{_remarks(len(gone))} i listan över kända finns inte längre. "
                "Skriv en ny lista med --write-baseline:"
            )
        return lines + [f"  {told}" for told in gone]


def read_baseline(file: Path) -> Known:
    """The findings written down in a file. Raises CannotDo where it cannot be read as such."""
    try:
        read = json.loads(file.read_bytes())
        return Known(_listed(read))
    except OSError as error:
        raise CannotDo(
            f"{file} går inte att läsa ({error.strerror}). Skriv en med --write-baseline."
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CannotDo(
            f"{file} är ingen lista över kända anmärkningar. Ange en lista som --write-baseline "
            "har skrivit, eller skriv den i en ny fil."
        ) from error


def _listed(read: Any) -> dict[str, str]:  # noqa: ANN401 - whatever stands in the file
    """Raises ValueError, KeyError or TypeError for what is no list, CannotDo for another form."""
    if read["kind"] != _KIND:
        raise ValueError(read["kind"])
    if read["version"] != VERSION:
        raise CannotDo(
            f"Listan över kända anmärkningar är av form {read['version']}, och denna vr läser form "
            f"{VERSION}. Ta bort filen och skriv den på nytt med --write-baseline."
        )
    return {
        str(entry["identity"]): f"{entry['rule']} {entry['path']}: {entry['message']}"
        for entry in read["findings"]
    }


def write_baseline(file: Path, report: Reportable, identities: Identities) -> str:
    """Write down what a whole report found. Out: what was done, in a sentence.

    Findings with a deviation behind them are not written: were it taken back, they would be new.
    Raises CannotDo where the file cannot be written, or is there and is something else.
    """
    if file.exists():
        read_baseline(file)
    elif not file.parent.is_dir():
        raise CannotDo(f"Mappen {file.parent} finns inte, så {file.name} kan inte skrivas där.")
    found = [one for one in report.findings if one.excused is None]
    entries = [_entry(finding, identities[finding]) for finding in found]
    answer = {"kind": _KIND, "version": VERSION, "findings": entries}
    written = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
    write_whole({file: written.encode(errors="backslashreplace")})
    return f"{_remarks(len(found))} skrevs ned som kända i {file}."


def _entry(finding: Finding, identity: str) -> dict[str, str]:
    """An entry that shows in a comparison of files which finding came or went, and no line."""
    return {
        "identity": identity,
        "rule": rule_id(finding),
        "path": finding.location.path,
        "message": finding.message,
    }


def _remarks(number: int) -> str:
    return count(number, "anmärkning", "anmärkningar")
