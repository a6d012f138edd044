"""How the documents about a meeting call it, and which one comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.documents.naming import times_in_words
from vrtool.documents.parts import Fact
from vrtool.model.meeting import Form, Known
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import Aspect, spans
from vrtool.register.phases import reached
from vrtool.register.times import first_moment
from vrtool.text import genitive, join, sentence

if TYPE_CHECKING:
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register

_FORMS = {Form.CONFERENCE: "konferens", Form.PLANNING_DAYS: "planeringsdagar"}


def is_history(meeting: Meeting) -> bool:
    """Whether the meeting was held, or is recorded afterwards from what is known of it."""
    return reached(meeting, Phase.HELD) or meeting.known in {Known.DATE, Known.ITEMS}


def occasion(register: Register, meeting: Meeting) -> str:
    """*rådet*, *rådets konferens*."""
    forum = register.forum_name(meeting.forum, meeting.date)
    form = _FORMS.get(meeting.form)
    return f"{genitive(forum)} {form}" if form else forum


def subtitle(register: Register, meeting: Meeting) -> str:
    """The forum's name that day in full and the meeting's own title, where they add anything."""
    forum = register.structure.forums.get(meeting.forum)
    name = forum.name_on(meeting.date) if forum else None
    full = name.name if name and name.name.casefold() != name.short_name.casefold() else ""
    return " – ".join(part for part in (full, meeting.title) if part)


def next_meeting(register: Register, meeting: Meeting) -> tuple[Fact, ...]:
    """The forum's next meeting that is not cancelled, with its hours and place if known.

    Between meetings recorded afterwards there may have been others that nobody recorded: then it
    is called the next one known.
    """
    here = (first_moment(meeting), meeting.id)
    for other in register.by_forum.get(meeting.forum, ()):
        if other.cancelled is None and (first_moment(other), other.id) > here:
            term = "Nästa möte" if _no_gap(register, meeting, other) else "Nästa kända möte"
            parts = (join(times_in_words(other)), other.place)
            return (Fact(term, sentence(", ".join(part for part in parts if part))),)
    return ()


def _no_gap(register: Register, meeting: Meeting, other: Meeting) -> bool:
    recorded = spans(register, meeting.forum, Aspect.MEETINGS)
    whole = any(span.contains(meeting.date) and span.contains(other.date) for span in recorded)
    return whole or not is_history(meeting)
