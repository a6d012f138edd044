"""Which number each point of an agenda has, and which of them came after the notice."""

from __future__ import annotations

from vrtool.model.item import Item, ItemKind
from vrtool.model.meeting import Meeting


def supplementary(meeting: Meeting) -> tuple[Item, ...]:
    """The items that came after the notice: dated as added, or without a number among numbered."""
    frozen = any(item.number for item in meeting.items)
    return tuple(
        item
        for item in meeting.items
        if item.added or (frozen and not item.number and item.kind is not ItemKind.BREAK)
    )


def numbers(meeting: Meeting) -> dict[str, int]:
    """Each item's number by id: the frozen one, else the next; breaks have none.

    Items that came after the notice are numbered after all the others, on from the highest.
    """
    late = {item.id for item in supplementary(meeting)}
    ordered = sorted(meeting.items, key=lambda item: item.id in late)
    found = {item.id: item.number for item in ordered if item.number}
    free = max(found.values(), default=0) + 1
    for item in ordered:
        if item.kind is not ItemKind.BREAK and item.id not in found:
            found[item.id] = free
            free += 1
    return found
