"""The notice with agenda (kallelse med dagordning) of a meeting: its view, its text, its data."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from vrtool.diagnostic import Severity
from vrtool.documents import templates
from vrtool.documents.agenda_facts import facts, formalities, statements
from vrtool.documents.agenda_items import days, is_history, supplement
from vrtool.documents.agenda_view import AgendaView, Fact, Shortcoming
from vrtool.documents.assignments import open_assignments
from vrtool.documents.deviations import recorded
from vrtool.documents.invitees import called, invited
from vrtool.documents.meta import Meta
from vrtool.documents.naming import days_in_words, times_in_words
from vrtool.documents.plain import as_plain
from vrtool.documents.schedule import numbers
from vrtool.model.meeting import Form
from vrtool.register.completeness import Aspect, spans
from vrtool.register.rosters import roster_on
from vrtool.register.times import first_moment
from vrtool.register.words import word
from vrtool.text import genitive, join, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding
    from vrtool.model.meeting import Meeting
    from vrtool.register.norms import Rulebook
    from vrtool.register.register import Register

TEMPLATE = "agenda.md.j2"
DRAFT, PROPOSAL, CANCELLED = "UTKAST", "FÖRSLAG", "INSTÄLLT"

# What is left out leaves its empty lines behind; no value has more than one between paragraphs.
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_FORMS = {Form.CONFERENCE: "konferens", Form.PLANNING_DAYS: "planeringsdagar"}


def agenda_view(
    register: Register,
    rulebook: Rulebook,
    meeting: Meeting,
    findings: Sequence[Finding] = (),
    *,
    draft: bool = False,
) -> AgendaView:
    """The notice with agenda as plain data.

    `findings` are those about the meeting; the errors among them are listed when `draft` is set.
    What came of the meeting is not in it: an agenda says what was sent before.
    """
    roster = roster_on(register, rulebook, meeting.forum, meeting.date)
    missing = _shortcomings(findings) if draft and not meeting.cancelled else ()
    return AgendaView(
        id=meeting.id,
        issued=_issued(meeting).isoformat(),
        organisation=register.structure.name,
        title=_title(register, meeting),
        subtitle=_subtitle(register, meeting),
        when=days_in_words(meeting),
        stamp=_stamp(meeting, missing),
        cancelled=meeting.cancelled is not None,
        statements=tuple(statements(register, meeting)),
        shortcomings=missing,
        facts=tuple(facts(register, meeting, roster)),
        invitation=(meeting.notice and meeting.notice.text) or "",
        agenda_heading=sentence(word(register, "agenda").one),
        days=days(register, meeting),
        supplement=supplement(register, meeting),
        assignments=open_assignments(register, meeting),
        deviations=recorded(register, rulebook, meeting, numbers(meeting)),
        called=called(register, roster),
        invited=invited(register, meeting, roster),
        formalities=tuple(formalities(register, meeting)),
        next_meeting=_next(register, meeting),
    )


def agenda_markdown(view: AgendaView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return _EMPTY_LINES.sub("\n\n", templates.fill(TEMPLATE, as_plain(view), template_dirs))


def agenda_meta(view: AgendaView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title} {view.when}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{view.agenda_heading} {view.when}",
        stamp=view.stamp,
    )


def _stamp(meeting: Meeting, missing: tuple[Shortcoming, ...]) -> str:
    """A meeting that is held, or recorded afterwards, needs no stamp: nothing is proposed."""
    if meeting.cancelled:
        return CANCELLED
    if missing:
        return DRAFT
    fixed = meeting.agenda is not None and meeting.agenda.fixed is not None
    return "" if fixed or is_history(meeting) else PROPOSAL


def _shortcomings(findings: Sequence[Finding]) -> tuple[Shortcoming, ...]:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    ordered = sorted(errors, key=lambda finding: finding.sort_key)
    found = [Shortcoming(sentence(f.message), sentence(f.help)) for f in ordered]
    return tuple(dict.fromkeys(found))


def _issued(meeting: Meeting) -> date:
    """The day the notice was sent, else that the agenda was fixed, else that of the meeting."""
    if meeting.notice and meeting.notice.sent:
        return meeting.notice.sent.date
    if meeting.agenda and meeting.agenda.fixed:
        return meeting.agenda.fixed.date
    return meeting.date


def _title(register: Register, meeting: Meeting) -> str:
    """*Kallelse till rådet*, *Kallelse till rådets konferens*."""
    forum = register.forum_name(meeting.forum, meeting.date)
    form = _FORMS.get(meeting.form)
    occasion = f"{genitive(forum)} {form}" if form else forum
    notice = word(register, "notice").one
    opening = f"Inställt: {notice}" if meeting.cancelled else sentence(notice)
    return f"{opening} till {occasion}"


def _subtitle(register: Register, meeting: Meeting) -> str:
    """The forum's name that day in full and the meeting's own title, where they add anything."""
    forum = register.structure.forums.get(meeting.forum)
    name = forum.name_on(meeting.date) if forum else None
    full = name.name if name and name.name.casefold() != name.short_name.casefold() else ""
    return " – ".join(part for part in (full, meeting.title) if part)


def _next(register: Register, meeting: Meeting) -> tuple[Fact, ...]:
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
