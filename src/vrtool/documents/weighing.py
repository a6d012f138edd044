"""The views on a matter by what came of them: those of its brief and those of its consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.documents.brief_view import Weighed, WeighedGroup
from vrtool.model.consultation import Handling
from vrtool.register.consultations import about, senders_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.matter import Matter
    from vrtool.register.register import Register

_HEADINGS = {
    Handling.TAKEN_IN: "Synpunkter som har tagits in",
    Handling.CLARIFIED: "Synpunkter som har lett till förtydliganden",
    Handling.LATER_PROCESS: "Synpunkter som inte tas in nu utan lämnas till en kommande process",
    Handling.NOT_TAKEN_IN: "Synpunkter som inte har tagits in",
    None: "Synpunkter som ännu inte är bedömda",
}


def weighed(register: Register, matter: Matter) -> tuple[WeighedGroup, ...]:
    """The groups that have any views, those taken in first."""
    groups = ((heading, _of(register, matter, how)) for how, heading in _HEADINGS.items())
    found = (WeighedGroup(heading, tuple(views)) for heading, views in groups)
    return tuple(group for group in found if group.views)


def _of(register: Register, matter: Matter, handling: Handling | None) -> Iterator[Weighed]:
    """The brief's own first. What it has not taken in is left for a later process (000)."""
    considerations = matter.brief.considerations if matter.brief else None
    own: dict[Handling | None, tuple[str, ...]] = {
        Handling.TAKEN_IN: considerations.taken_in if considerations else (),
        Handling.LATER_PROCESS: considerations.not_taken_in if considerations else (),
    }
    for text in own.get(handling, ()):
        yield Weighed("", "", text, "")
    for point in matter.consultation.points if matter.consultation else ():
        if point.handling is handling:
            what = about(point.section, point.title)
            senders = senders_in_words(register, point)
            yield Weighed(what, senders, point.view, point.reason or "")
