"""Ids and names: each file under its own id, each item and person told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import PurePosixPath

from vrtool.dates import swedish_date
from vrtool.diagnostic import Related, Severity, Verdict
from vrtool.model.meeting import Meeting
from vrtool.model.rosters import Person
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.times import apart
from vrtool.rules.base import Context, breach, data_rule
from vrtool.text import fold, sentence


@data_rule("VR111", "file-name")
def file_name(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A file's name and the id inside it disagree."""
    for (kind, identifier), path in register.paths.items():
        if kind.single:
            continue
        stem = PurePosixPath(path).stem
        fits = stem == identifier or (kind is Kind.MATTER and stem.startswith(f"{identifier}-"))
        if not fits:
            wanted = f"{identifier}-….yaml" if kind is Kind.MATTER else f"{identifier}.yaml"
            yield breach(
                identifier,
                register.place(kind, identifier, ("id",)),
                f"Filen heter {PurePosixPath(path).name} men posten har id {identifier}.",
                f"Döp om filen till {wanted}, eller rätta id.",
            )


@data_rule("VR112", "meeting-id")
def meeting_id(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A meeting's id names another forum or year than the meeting has."""
    for meeting in register.meetings.values():
        forum = register.structure.forums.get(meeting.forum)
        if forum is None:
            continue
        years = {meeting.date.year} | {move.start.year for move in meeting.moved}
        if not any(meeting.id.startswith(f"{forum.short}-{year}-") for year in years):
            yield breach(
                meeting.id,
                register.meeting_place(meeting, "id"),
                f"Mötets id {meeting.id} stämmer inte med {meeting_name(register, meeting)}.",
                f"Ge det ett id som börjar med {forum.short}-{meeting.date.year}-, "
                "eller rätta forum eller datum.",
            )


@data_rule("VR113", "double-item")
def double_item(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Two items of one meeting have the same id."""
    for meeting in register.meetings.values():
        counted = Counter(item.id for item in meeting.items)
        for index, item in enumerate(meeting.items if len(counted) < len(meeting.items) else ()):
            first = next(i for i, other in enumerate(meeting.items) if other.id == item.id)
            if counted[item.id] > 1 and index != first:
                yield breach(
                    item.id,
                    register.meeting_place(meeting, "agenda", "items", index, "id"),
                    f"Två punkter vid {meeting_name(register, meeting)} har id ”{item.id}”.",
                    "Ge den ena ett annat id.",
                    Related(
                        register.meeting_place(meeting, "agenda", "items", first, "id"),
                        "den andra punkten",
                    ),
                )


@data_rule("VR114", "one-name-two-people", severity=Severity.WARNING)
def one_name_two_people(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """Two entries bear one name: one person entered twice, or two who must be told apart."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for key, person in register.rosters.people.items():
        for name in sorted({fold(name) for name in (person.name, *person.aliases)}):
            bearers[name].append(key)
    seen: set[tuple[str, str]] = set()
    for keys in bearers.values():
        for one, other in combinations(keys, 2):
            if (one, other) not in seen and not _toldapart(register, one, other):
                seen.add((one, other))
                yield _same_name(register, one, other)


def _toldapart(register: Register, one: str, other: str) -> bool:
    people: dict[str, Person] = register.rosters.people
    return other in people[one].other_than or one in people[other].other_than


def _same_name(register: Register, one: str, other: str) -> Verdict:
    return breach(
        other,
        register.place(Kind.ROSTERS, pointer=("people", other, "name")),
        f"{register.person(other)} finns två gånger bland personerna: {one} och {other}.",
        f"Är det samma person, behåll en post. Är det två, skriv other_than: [{one}] hos {other}.",
        Related(register.place(Kind.ROSTERS, pointer=("people", one, "name")), "den andra posten"),
    )


@data_rule("VR115", "two-meetings-one-day", severity=Severity.WARNING)
def two_meetings_one_day(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """One forum has two meetings on one day: entered twice, or really so."""
    for meetings in register.by_forum.values():
        by_day: dict[date, list[Meeting]] = defaultdict(list)
        for meeting in meetings:
            for day in meeting.days if meeting.cancelled is None else ():
                by_day[day].append(meeting)
        for day, standing in by_day.items():
            for one, other in combinations(standing, 2):
                if not apart(one, other, day):
                    yield _same_day(register, one, other, day)


def _same_day(register: Register, one: Meeting, other: Meeting, day: date) -> Verdict:
    return breach(
        other.id,
        register.meeting_place(other, "date"),
        f"{sentence(register.forum_name(one.forum, day))} har två möten {swedish_date(day)}: "
        f"{one.id} och {other.id}.",
        "Ta bort det ena, eller skriv hours på båda så att de skiljs åt.",
        Related(register.meeting_place(one, "date"), "det andra mötet"),
    )
