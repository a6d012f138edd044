"""An extract from the minutes (utdrag): what they say of one point, for one party."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrtool.documents import templates
from vrtool.documents.meta import Meta
from vrtool.documents.minutes import issued, stamp
from vrtool.documents.minutes_around import corrections, minutes_facts, signatures
from vrtool.documents.minutes_results import points
from vrtool.documents.minutes_view import ExtractView
from vrtool.documents.parts import DRAFT, Fact
from vrtool.register.describe import meeting_name
from vrtool.register.words import word
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.model.item import Item
    from vrtool.model.meeting import Meeting
    from vrtool.planning.demands import Demands
    from vrtool.register.register import Register

TEMPLATE = "extract.md.j2"


def receivers(register: Register, item: Item) -> tuple[str, ...]:
    """The parties an extract of the item goes to: those that are to decide, else all of them."""
    deciding = item.outcome.decides_next if item.outcome else ()
    return tuple(deciding) or tuple(register.structure.parties)


def extract_view(
    demands: Demands, meeting: Meeting, item: Item, party: str, *, draft: bool = False
) -> ExtractView:
    """The extract as plain data. A `draft` is one of minutes that lack something."""
    register = demands.register
    point = next(point for _, point in points(register, meeting) if point.id == item.id)
    minutes = word(register, "minutes")
    return ExtractView(
        id=f"{meeting.id}/{item.id}",
        issued=issued(meeting).isoformat(),
        organisation=register.structure.name,
        title=f"Utdrag ur {minutes.one}",
        subtitle=sentence(meeting_name(register, meeting)),
        receiver=_full_name(register, party),
        stamp=DRAFT if draft else stamp(demands, meeting),
        facts=tuple(minutes_facts(register, meeting)),
        point=point,
        asked=_asked(register, item, party),
        corrections=corrections(meeting, item.id),
        approval=tuple(_approval(demands, meeting)),
    )


def extract_markdown(view: ExtractView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def extract_meta(view: ExtractView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title}: {view.point.title}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{view.subtitle}, till {view.receiver}",
        stamp=view.stamp,
    )


def _asked(register: Register, item: Item, party: str) -> str:
    name = _full_name(register, party)
    if item.outcome and party in item.outcome.decides_next:
        return f"{sentence(word(register, 'position').the)} lämnas till {name} för beslut."
    return f"Till {name} för kännedom."


def _full_name(register: Register, party: str) -> str:
    known = register.structure.parties.get(party)
    return known.name if known else party


def _approval(demands: Demands, meeting: Meeting) -> Iterator[Fact]:
    for one in signatures(demands, meeting):
        told = ", ".join(part for part in (one.name, one.title, one.done) if part)
        yield Fact(one.task, told)
