"""The minutes of a meeting: their view, their text, their data, and what they cannot lack."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.diagnostic import Severity
from vrtool.documents import templates
from vrtool.documents.agenda_facts import statements
from vrtool.documents.deviations import recorded
from vrtool.documents.meta import Meta
from vrtool.documents.minutes_around import (
    corrections,
    dispatch,
    dispatched,
    minutes_facts,
    signatures,
)
from vrtool.documents.minutes_attendance import attendance_groups
from vrtool.documents.minutes_log import log
from vrtool.documents.minutes_results import points
from vrtool.documents.minutes_view import MinutesDay, MinutesView
from vrtool.documents.naming import days_in_words
from vrtool.documents.occasion import next_meeting, occasion, subtitle
from vrtool.documents.parts import DRAFT, Shortcoming, shortcomings
from vrtool.model.meeting import Known, Minutes
from vrtool.planning.approvals import approved
from vrtool.register.numbering import numbers
from vrtool.register.phases import held
from vrtool.register.rosters import roster_on
from vrtool.register.words import word
from vrtool.text import quote, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding, Pointer
    from vrtool.model.meeting import Meeting
    from vrtool.planning.demands import Demands
    from vrtool.register.register import Register

TEMPLATE = "minutes.md.j2"
UNADJUSTED = "OJUSTERAT"
"""The stamp of minutes that somebody is yet to sign or adjust."""


def minutes_view(
    demands: Demands, meeting: Meeting, findings: Sequence[Finding] = (), *, draft: bool = False
) -> MinutesView:
    """The minutes as plain data.

    `findings` are those about the meeting; the errors among them, and whatever the minutes lack,
    are listed when `draft` is set.
    """
    register = demands.register
    roster = roster_on(register, demands.rulebook, meeting.forum, meeting.date)
    missing = (*lacking(register, meeting, findings), *shortcomings(findings)) if draft else ()
    groups = attendance_groups(register, meeting, roster)
    written, work = word(register, "minutes"), word(register, "assignment")
    return MinutesView(
        id=meeting.id,
        issued=issued(meeting).isoformat(),
        organisation=register.structure.name,
        title=f"{sentence(written.one)} från {occasion(register, meeting)}",
        subtitle=subtitle(register, meeting),
        when=days_in_words(meeting),
        stamp=DRAFT if missing else stamp(demands, meeting),
        statements=tuple(statements(register, meeting)),
        shortcomings_heading=f"Innan {written.the} kan gå ut",
        shortcomings=missing,
        facts=tuple(minutes_facts(register, meeting)),
        attendance=groups,
        attendance_notes=() if groups else ("Närvaron är inte antecknad.",),
        days=tuple(_days(register, meeting)),
        log_heading=f"Logg över {work.many}",
        log_columns=(sentence(work.one), "Till", "Senast", "Läge"),
        log=tuple(log(register, meeting)),
        corrections=corrections(meeting),
        deviations=recorded(register, demands.rulebook, meeting, numbers(meeting)),
        signatures=tuple(signatures(demands, meeting)),
        dispatch=tuple(dispatch(demands, meeting)),
        dispatched=dispatched(register, meeting),
        next_meeting=next_meeting(register, meeting),
    )


def minutes_markdown(view: MinutesView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def minutes_meta(view: MinutesView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=f"{view.title} {view.when}",
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{view.title} {view.when}",
        stamp=view.stamp,
    )


def lacking(
    register: Register, meeting: Meeting, findings: Sequence[Finding] = ()
) -> tuple[Shortcoming, ...]:
    """What minutes cannot be without, beside what the `findings` already tell of.

    Nothing is asked of a record that does not claim to tell all (known: date, items, planned), as
    long as it tells that the meeting was held.
    """
    path = register.meeting_place(meeting).path
    if not held(meeting):
        return (
            Shortcoming(
                "Varken närvaro eller resultat är antecknade.",
                f"Börja med vr minutes start {meeting.id} och fyll i {path}.",
            ),
        )
    if meeting.known is not Known.FULL:
        return ()
    told = {
        finding.pointer
        for finding in findings
        if finding.severity is Severity.ERROR and finding.location.path == path
    }
    return tuple(
        Shortcoming(message, f"{mend} i {path}.")
        for pointer, message, mend in _lacking(meeting)
        if pointer not in told
    )


def _lacking(meeting: Meeting) -> Iterator[tuple[Pointer, str, str]]:
    """Where something is missing, and how it is mended."""
    minutes = meeting.minutes or Minutes()
    base: Pointer = ("minutes",) if meeting.minutes else ()
    if minutes.secretary is None:
        told = "Det står inte vem som förde anteckningarna."
        yield (*base, "secretary"), told, "Skriv secretary under minutes"
    if minutes.attendance is None or not minutes.attendance.taken:
        told, mend = "Närvaron är inte antecknad.", "Skriv present under minutes: attendance"
        yield (*base, "attendance"), told, mend
    for index, item in enumerate(meeting.items):
        if item.of_substance and item.outcome is None:
            told = f"Resultatet av punkten {quote(item.title)} är inte antecknat."
            yield ("agenda", "items", index), told, "Skriv outcome vid punkten"


def stamp(demands: Demands, meeting: Meeting) -> str:
    """OJUSTERAT while somebody is yet to sign or adjust; a record of parts is no such minutes."""
    if meeting.known is not Known.FULL or approved(demands, meeting):
        return ""
    return UNADJUSTED


def issued(meeting: Meeting) -> date:
    """The day the minutes were last adjusted, else the meeting's last."""
    minutes = meeting.minutes or Minutes()
    days = [one.date for one in minutes.adjusted] + [one.date for one in minutes.corrections]
    return max(days, default=meeting.last_day)


def _days(register: Register, meeting: Meeting) -> Iterator[MinutesDay]:
    listed = points(register, meeting)
    for day in sorted({day for day, _ in listed}):
        known = len(meeting.days) > 1 and day <= len(meeting.days)
        heading = swedish_date(meeting.days[day - 1], weekday=True) if known else ""
        yield MinutesDay(heading, tuple(point for on, point in listed if on == day))
