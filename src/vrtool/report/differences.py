"""Where a newer rulebook departs from an older: `vr norms --differences`."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.model.working_forms import Norm, WorkingForms
from vrtool.register.register import Register
from vrtool.register.seats import Role, seats_by_role
from vrtool.report.findings import STRENGTHS
from vrtool.text import count, printable, sentence


def differences(register: Register, older: WorkingForms, newer: WorkingForms) -> str:
    """The departures in text: norms replaced, norms added, seats of the forums."""
    parts = {
        f"{sentence(newer.short_name)} i stället för {older.short_name}": _replaced(older, newer),
        f"Nytt i {newer.short_name}": _added(older, newer),
        "Platser i forumen": _seats(register, older, newer),
    }
    told = {title: list(lines) for title, lines in parts.items()}
    blocks = ["\n".join([f"{title}:", *lines]) for title, lines in told.items() if lines]
    text = "\n\n".join(blocks) or f"{sentence(newer.short_name)} avviker inte."
    return "\n".join(printable(line) for line in text.split("\n"))


def _replaced(older: WorkingForms, newer: WorkingForms) -> Iterator[str]:
    for key, norm in newer.norms.items():
        for old in norm.replaces:
            if old in older.norms:
                yield f"  {key} ersätter {old}"
                yield f"    förut: {_told(older.norms[old])}"
                yield f"    nu:    {_told(norm)}"


def _added(older: WorkingForms, newer: WorkingForms) -> Iterator[str]:
    for key, norm in newer.norms.items():
        if not set(norm.replaces) & set(older.norms):
            yield f"  {key}: {_told(norm)}"


def _told(norm: Norm) -> str:
    return f"{norm.title} ({STRENGTHS[norm.strength]}, {norm.paragraph})"


def _seats(register: Register, older: WorkingForms, newer: WorkingForms) -> Iterator[str]:
    for forum in register.structure.forums:
        before, after = _size(register, older, forum), _size(register, newer, forum)
        if after is not None and before != after:
            name = register.forum_name(forum, newer.in_force.start)
            was = "ingen sammansättning" if before is None else count(before, "plats", "platser")
            yield f"  {sentence(name)}: {was} → {count(after, 'plats', 'platser')}"


def _size(register: Register, forms: WorkingForms, forum: str) -> int | None:
    composition = forms.seats.get(forum)
    if composition is None:
        return None
    return len(seats_by_role(register, composition)[Role.MEMBER])
