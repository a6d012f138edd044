"""The coverage matrix: every norm, what checks it or why nothing can, and how it went."""

from __future__ import annotations

import json
from dataclasses import dataclass

from vrtool.engine import Outcome, Tally
from vrtool.model.working_forms import Norm, NormSource, WorkingForms
from vrtool.register.register import Register
from vrtool.report.findings import STRENGTHS

VERSION = 1
HEAD = ("Norm", "Styrka", "Prövas av", "Håller", "Brott", "Avsteg", "Okänt", "Vad som ska gälla")


@dataclass(frozen=True, slots=True)
class Coverage:
    """A norm with its rulebook and the verdicts over the repo's records."""

    id: str
    forms: NormSource
    norm: Norm
    forums: tuple[str, ...]
    tally: Tally


def coverage(register: Register, outcome: Outcome) -> list[Coverage]:
    """Every norm of every rulebook, in the order of the files; those on processes come last.

    A norm on a process has no forums: it follows the matter.
    """
    rulebooks = sorted(register.working_forms.values(), key=lambda f: (f.in_force.start, f.id))
    processes = sorted(register.processes.values(), key=lambda kind: kind.id)
    return [
        Coverage(
            key,
            forms,
            norm,
            _forums(register, forms, norm),
            outcome.tallies.get((forms.id, key), Tally()),
        )
        for forms in (*rulebooks, *processes)
        for key, norm in forms.norms.items()
    ]


def _forums(register: Register, forms: NormSource, norm: Norm) -> tuple[str, ...]:
    if not isinstance(forms, WorkingForms):
        return ()
    return tuple(sorted(register.forums_of(norm.applies.forums)))


def row(entry: Coverage) -> tuple[str, ...]:
    """A norm as a row under HEAD."""
    tally = entry.tally
    return (
        entry.id,
        STRENGTHS[entry.norm.strength],
        entry.norm.rule or "prövas inte",
        *(str(n or "") for n in (tally.holds, tally.breached, tally.excused, tally.unknown)),
        entry.norm.title
        + (f" Prövas inte: {entry.norm.unchecked}" if entry.norm.unchecked else ""),
    )


def as_json(entries: list[Coverage]) -> str:
    """The matrix as JSON, version 1."""
    norms = [
        {
            "id": entry.id,
            "working_forms": entry.forms.id,
            "paragraph": entry.norm.paragraph,
            "strength": entry.norm.strength.value,
            "forums": list(entry.forums),
            "rule": entry.norm.rule,
            "unchecked_because": entry.norm.unchecked,
            "holds": entry.tally.holds,
            "breached": entry.tally.breached,
            "excused": entry.tally.excused,
            "unknown": entry.tally.unknown,
        }
        for entry in entries
    ]
    return json.dumps({"version": VERSION, "norms": norms}, ensure_ascii=False, indent=2)
