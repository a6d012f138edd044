"""Two states of a data repo compared: records, attachments and findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vrtool.history.change import Act, Change, Difference, Group, RecordChange
from vrtool.history.compare import compare
from vrtool.history.findings import finding_changes
from vrtool.history.reading import read_both
from vrtool.register.load import collector_paused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vrtool.history.states import State


def difference(before: State, after: State, *, findings: bool = True) -> Difference:
    """What differs between the states; `findings` asks for a full check of both as well.

    Raises CannotDo where the structure can be read in neither, or git gives up.
    """
    old, new = (before, before.listing()), (after, after.listing())
    same = old[1].records == new[1].records and old[1].papers.keys() == new[1].papers.keys()
    with collector_paused():
        earlier, later, unread = read_both(old, new)
        records = compare(earlier, later)
    papers = tuple(_papers(old[1].papers, new[1].papers))
    if papers:
        records = (*records, RecordChange(Group.FILES, "", "Bilagor", papers))
    found = finding_changes(old, new) if findings and not same else None
    return Difference(before.name, after.name, records, unread, found)


def _papers(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for path in sorted(before.keys() | after.keys()):
        old, new = before.get(path), after.get(path)
        if old is None:
            yield Change(Act.ADDED, "Ny bilaga", after=path)
        elif new is None:
            yield Change(Act.REMOVED, "Bilagan tas bort", before=path)
        elif old and new and old != new:
            yield Change(Act.CHANGED, "Bilagan har nytt innehåll", after=path)
