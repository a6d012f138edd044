"""How rulebooks and types of process have changed, norm by norm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vrtool.history.change import Act, Change, Group, RecordChange
from vrtool.history.labels import CHOICES
from vrtool.history.plain import leaves, plain, without
from vrtool.history.telling import Teller
from vrtool.model.working_forms import Norm

if TYPE_CHECKING:
    from vrtool.history.meetings import Sides
    from vrtool.model.working_forms import NormSource


_NEW = {Group.WORKING_FORMS: "Nytt regelverk", Group.PROCESS: "Ny processtyp"}
_GONE = {
    Group.WORKING_FORMS: "Regelverket är borttaget",
    Group.PROCESS: "Processtypen är borttagen",
}


def rulebook_changes(
    sides: Sides, group: Group, before: NormSource | None, after: NormSource | None
) -> RecordChange | None:
    """What became of a rulebook; None where nothing did. One of the two must be there."""
    forms = after or before
    if forms is None:
        return None
    changes = tuple(_changes(Teller(sides.after, sides.before), group, before, after))
    return RecordChange(group, forms.id, forms.name, changes) if changes else None


def _changes(
    teller: Teller, group: Group, before: NormSource | None, after: NormSource | None
) -> Iterator[Change]:
    if after is None:
        yield Change(Act.REMOVED, _GONE[group])
        return
    if before is None:
        yield Change(Act.ADDED, _NEW[group])
    yield from _norms(teller, before.norms if before else {}, after.norms)
    if before is not None:
        old, new = (without(plain(side), "id", "norms") for side in (before, after))
        yield from teller.changes(leaves(old, new), type(after))


def _norms(teller: Teller, before: dict[str, Norm], after: dict[str, Norm]) -> Iterator[Change]:
    for key, norm in before.items():
        if key not in after:
            yield Change(Act.REMOVED, f"Normen {key} utgår", before=_told(norm))
    for key, norm in after.items():
        if key not in before:
            yield Change(Act.ADDED, f"Ny norm {key}", after=_told(norm))
        else:
            different = leaves(plain(before[key]), plain(norm))
            yield from teller.changes(different, Norm, of=f"Normen {key}")


def _told(norm: Norm) -> str:
    return f"{norm.title} ({CHOICES[norm.strength.value]}, {norm.paragraph})"
