"""Days: meetings on weekdays, and acts in the order in which they can have happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vrtool.dates import swedish_date
from vrtool.days_off import knows_holidays, off_work
from vrtool.diagnostic import Pointer, Severity, Verdict
from vrtool.model.meeting import Meeting
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import sentence


@data_rule("VR121", "weekend-or-holiday", severity=Severity.WARNING)
def weekend_or_holiday(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A meeting on a Saturday, a Sunday or a holiday."""
    for meeting in register.meetings.values():
        for day in meeting.days if meeting.cancelled is None else ():
            what = off_work(day, register.structure.country)
            if what:
                yield breach(
                    meeting.id,
                    register.meeting_place(meeting, "date" if day == meeting.date else "to"),
                    f"{sentence(meeting_name(register, meeting))} ligger på {what}.",
                    "Kontrollera datumet i källan. Stämmer det behöver inget göras.",
                )


@data_rule("VR123", "unknown-country")
def unknown_country(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """The structure names a country whose holidays nobody knows."""
    country = register.structure.country
    if not knows_holidays(country):
        yield breach(
            country,
            register.place(Kind.STRUCTURE, pointer=("country",)),
            f"Helgdagarna i landet ”{country}” är inte kända, så möten på helgdagar hittas inte.",
            "Skriv landets kod med två stora bokstäver, till exempel SE.",
        )


@data_rule("VR122", "dates-out-of-order")
def dates_out_of_order(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Something is dated before or after when it can have happened."""
    for meeting in register.meetings.values():
        for pointer, what in _impossible(register, meeting):
            yield breach(
                meeting.id,
                register.meeting_place(meeting, *pointer),
                f"{sentence(what)} {meeting_name(register, meeting)}.",
                "Rätta det datum som är fel.",
            )


def _impossible(register: Register, meeting: Meeting) -> Iterator[tuple[Pointer, str]]:
    for pointer, day, what in _before(register, meeting):
        if day > meeting.last_day:
            yield pointer, f"{what} {swedish_date(day)}, efter"
    for pointer, day, what in _after(meeting):
        if day < meeting.date:
            yield pointer, f"{what} {swedish_date(day)}, före"


def _before(register: Register, meeting: Meeting) -> Iterator[tuple[Pointer, date, str]]:
    if meeting.agenda and meeting.agenda.fixed:
        yield ("agenda", "fixed", "date"), meeting.agenda.fixed.date, "fastställelsen är daterad"
    if meeting.notice and meeting.notice.sent:
        notice = word(register, "notice")
        dated = f"{notice.the} är {notice.agree('daterad', 'daterat', 'daterade')}"
        yield ("notice", "sent"), meeting.notice.sent.date, dated


def _after(meeting: Meeting) -> Iterator[tuple[Pointer, date, str]]:
    minutes = meeting.minutes
    if minutes is None:
        return
    if minutes.signed:
        yield ("minutes", "signed", "date"), minutes.signed.date, "underskriften är daterad"
    for index, adjustment in enumerate(minutes.adjusted):
        yield ("minutes", "adjusted", index, "date"), adjustment.date, "justeringen är daterad"
    if minutes.dispatched:
        yield ("minutes", "dispatched"), minutes.dispatched.date, "expedieringen är daterad"
    for index, correction in enumerate(minutes.corrections):
        yield ("minutes", "corrections", index, "date"), correction.date, "rättelsen är daterad"
