"""Recorded deviations that a meeting rests on: its own, and those of the matters on its agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.parts import DeviationLine
from vrtool.register.norms import NormInForce
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vrtool.model.deviation import Deviation
    from vrtool.model.matter import Matter
    from vrtool.model.meeting import Meeting
    from vrtool.register.norms import Rulebook
    from vrtool.register.register import Register


def recorded(
    register: Register, rulebook: Rulebook, meeting: Meeting, numbers: Mapping[str, int]
) -> tuple[DeviationLine, ...]:
    """The meeting's own deviations, those that name it, and those of its matters that bear on it.

    Those about the whole meeting come first, then those about items, in the agenda's order. One
    that was accepted after the meeting was on nobody's agenda and is left out.
    `numbers` gives each item's number on the agenda. A matter's deviation bears on the meeting if
    its norm is in force there that day, or stands on the process it follows; it has not run out,
    and it is about no other meeting.
    """
    norms = {entry.id: entry for entry in rulebook.norms(meeting.date)}
    for matter in _matters(register, meeting):
        norms |= _of_process(register, matter)
    own = [(deviation, deviation.on) for deviation in _own(register, meeting)]
    known = dict.fromkeys([*own, *_of_matters(register, meeting, norms)])
    found = [(deviation, on) for deviation, on in known if not _afterwards(deviation, meeting)]
    places: dict[str | None, int] = {item.id: at for at, item in enumerate(meeting.items)}
    return tuple(
        _line(register, norms.get(deviation.norm), deviation, _about(meeting, numbers, on))
        for deviation, on in sorted(found, key=lambda pair: places.get(pair[1], -1))
    )


def of_matter(register: Register, matter: Matter) -> tuple[DeviationLine, ...]:
    """The deviations recorded in a matter's own file, in their order."""
    return tuple(
        _line(register, _norm(register, deviation.norm), deviation, "")
        for deviation in matter.deviations
    )


def _norm(register: Register, identifier: str) -> NormInForce | None:
    """The norm by its id alone, which is never used again."""
    return next(
        (
            NormInForce(identifier, forms.norms[identifier], forms)
            for forms in register.norm_sources
            if identifier in forms.norms
        ),
        None,
    )


def _own(register: Register, meeting: Meeting) -> Iterator[Deviation]:
    yield from meeting.deviations
    named = (d for d in register.deviations.deviations if d.on == meeting.id)
    yield from (deviation for deviation in named if not _expired(deviation, meeting))


def _of_matters(
    register: Register, meeting: Meeting, norms: Mapping[str, NormInForce]
) -> Iterator[tuple[Deviation, str]]:
    for item in meeting.items:
        for key in item.all_matters:
            matter = register.matters.get(key)
            for deviation in matter.deviations if matter else ():
                about = deviation.on in (None, item.id, meeting.id, key)
                followed = _of_process(register, matter) if matter else {}
                if (about or deviation.norm in followed) and _bears(
                    register, meeting, norms, deviation
                ):
                    yield deviation, item.id


def _matters(register: Register, meeting: Meeting) -> list[Matter]:
    keys = {key for item in meeting.items for key in item.all_matters}
    return [register.matters[key] for key in sorted(keys) if key in register.matters]


def _of_process(register: Register, matter: Matter) -> dict[str, NormInForce]:
    """The norms on the process that the matter follows; wherever it is up, they are its own."""
    kind = register.processes.get(matter.process.type) if matter.process else None
    return {key: NormInForce(key, norm, kind) for key, norm in kind.norms.items()} if kind else {}


def _bears(
    register: Register,
    meeting: Meeting,
    norms: Mapping[str, NormInForce],
    deviation: Deviation,
) -> bool:
    entry = norms.get(deviation.norm)
    if entry is None or _expired(deviation, meeting):
        return False
    forums = register.forums_of(entry.norm.applies.forums)
    return meeting.forum in forums and deviation.forum in (None, meeting.forum)


def _expired(deviation: Deviation, meeting: Meeting) -> bool:
    return deviation.until is not None and deviation.until < meeting.date


def _afterwards(deviation: Deviation, meeting: Meeting) -> bool:
    return deviation.accepted is not None and deviation.accepted.date > meeting.last_day


def _line(
    register: Register, entry: NormInForce | None, deviation: Deviation, about: str
) -> DeviationLine:
    """In words; a norm that is not in force that day goes by its id."""
    accepted = deviation.accepted
    by = f"{register.person(accepted.by)} {swedish_date(accepted.date)}" if accepted else ""
    return DeviationLine(
        norm=deviation.norm,
        paragraph=_paragraph(entry) if entry else deviation.norm,
        title=entry.norm.title if entry else "",
        about=about,
        reason=deviation.reason,
        accepted=by,
    )


def _paragraph(entry: NormInForce) -> str:
    """*Arbetsformerna 3.1*; a paragraph named in words is set apart by a comma."""
    comma = "" if entry.norm.paragraph[:1].isdecimal() else ","
    return f"{sentence(entry.forms.short_name)}{comma} {entry.norm.paragraph}"


def _about(meeting: Meeting, numbers: Mapping[str, int], on: str | None) -> str:
    item = next((item for item in meeting.items if item.id == on), None)
    if item is None:
        return ""
    number = numbers.get(item.id)
    return f"Punkt {number}, {item.title}" if number else item.title
