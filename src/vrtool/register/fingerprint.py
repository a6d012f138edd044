"""Fingerprints that show silent changes to what was fixed or adjusted, and only there."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from vrtool.model.item import Item
from vrtool.model.meeting import Meeting
from vrtool.register.register import Register

_LENGTH = 16
_AGENDA_FIELDS = {
    "title", "kind", "matter", "matters", "purpose", "label", "logic", "text", "proposal", "day",
    "start", "minutes", "presenters", "papers",
}  # fmt: skip


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _fingerprint(value: object) -> str:
    return hashlib.sha256(_CANONICAL.encode(value).encode()).hexdigest()[:_LENGTH]


def fixed_parts(register: Register, meeting: Meeting) -> dict[str, str]:
    """What the presidium fixed, as one fingerprint an item with the briefs it rests on."""
    return {item.id: _fingerprint(_item_with_briefs(register, item)) for item in meeting.items}


def adjusted_parts(meeting: Meeting) -> dict[str, str]:
    """What was adjusted, as one fingerprint a part: attendance, who led, each item's outcome."""
    minutes = meeting.minutes
    parts: dict[str, Any] = {f"items/{item.id}": _result(item) for item in meeting.items}
    if minutes is not None:
        parts["led_by"] = minutes.led_by
        parts["secretary"] = minutes.secretary
        parts["attendance"] = _dump(minutes.attendance)
    return {part: _fingerprint(value) for part, value in parts.items()}


def _item_with_briefs(register: Register, item: Item) -> dict[str, Any]:
    dumped = item.model_dump(mode="json", exclude_defaults=True, include=_AGENDA_FIELDS)
    known = (register.matters.get(matter) for matter in item.all_matters)
    matters = [matter for matter in known if matter]
    points = [_dump(p) for m in matters if m.consultation for p in m.consultation.points]
    return {
        "item": dumped,
        "briefs": [_dump(matter.brief) for matter in matters if matter.brief],
        # Views from a consultation are printed in the brief: without any, the print is as before.
        **({"points": points} if points else {}),
    }


def _result(item: Item) -> dict[str, Any]:
    return {"title": item.title, "outcome": _dump(item.outcome)}


def _dump(record: BaseModel | None) -> object:
    return None if record is None else record.model_dump(mode="json", exclude_defaults=True)
