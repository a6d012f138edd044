"""The notice with agenda (kallelse med dagordning) of a meeting: its view, its text, its data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrtool.documents import templates
from vrtool.documents.agenda_facts import facts, formalities, statements
from vrtool.documents.agenda_items import days, supplement
from vrtool.documents.agenda_view import AgendaView
from vrtool.documents.assignments import open_assignments
from vrtool.documents.deviations import recorded
from vrtool.documents.invitees import called, invited
from vrtool.documents.meta import Meta
from vrtool.documents.naming import days_in_words
from vrtool.documents.occasion import is_history, next_meeting, occasion, subtitle
from vrtool.documents.parts import DRAFT, Shortcoming, shortcomings
from vrtool.register.numbering import numbers
from vrtool.register.rosters import roster_on
from vrtool.register.words import word
from vrtool.text import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding
    from vrtool.model.meeting import Meeting
    from vrtool.register.norms import Rulebook
    from vrtool.register.register import Register

TEMPLATE = "agenda.md.j2"
PROPOSAL, CANCELLED = "FÖRSLAG", "INSTÄLLT"


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
    missing = shortcomings(findings) if draft and not meeting.cancelled else ()
    return AgendaView(
        id=meeting.id,
        issued=_issued(meeting).isoformat(),
        organisation=register.structure.name,
        title=_title(register, meeting),
        subtitle=subtitle(register, meeting),
        when=days_in_words(meeting),
        stamp=_stamp(meeting, missing),
        cancelled=meeting.cancelled is not None,
        statements=tuple(statements(register, meeting)),
        shortcomings_heading=f"Innan {word(register, 'notice').the} kan gå ut",
        shortcomings=missing,
        facts=tuple(facts(register, meeting, roster)),
        invitation=(meeting.notice and meeting.notice.text) or "",
        agenda_heading=sentence(word(register, "agenda").one),
        days=days(register, meeting),
        supplement=supplement(register, meeting),
        assignments_heading=f"Öppna {word(register, 'assignment').many}",
        assignments=open_assignments(register, meeting),
        deviations=recorded(register, rulebook, meeting, numbers(meeting)),
        called=called(register, roster),
        invited=invited(register, meeting, roster),
        formalities=tuple(formalities(register, meeting)),
        next_meeting=next_meeting(register, meeting),
    )


def agenda_markdown(view: AgendaView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


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


def _issued(meeting: Meeting) -> date:
    """The day the notice was sent, or a later supplement; else that the agenda was fixed, else that
    of the meeting.
    """
    if meeting.notice and meeting.notice.sent:
        supplements = (item.added for item in meeting.items if item.added and item.number)
        return max([meeting.notice.sent.date, *supplements])
    if meeting.agenda and meeting.agenda.fixed:
        return meeting.agenda.fixed.date
    return meeting.date


def _title(register: Register, meeting: Meeting) -> str:
    """*Kallelse till rådet*, *Kallelse till rådets konferens*."""
    notice = word(register, "notice").one
    opening = f"Inställt: {notice}" if meeting.cancelled else sentence(notice)
    return f"{opening} till {occasion(register, meeting)}"
