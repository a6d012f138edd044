"""The points of an agenda as they are read in the notice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents.agenda_view import AgendaDay, Entry, MatterLine, Proposal
from vrtool.documents.earlier import earlier_in_words
from vrtool.documents.naming import organisation_of, sent_in_words
from vrtool.documents.occasion import is_history
from vrtool.documents.parts import Fact, paper_line
from vrtool.documents.schedule import times
from vrtool.model.item import Item, ItemKind, Presenter, Purpose
from vrtool.register.numbering import numbers, supplementary
from vrtool.register.process_words import position_expected, standing
from vrtool.register.processes import followed
from vrtool.register.register import Appearance
from vrtool.register.words import logic_word, word
from vrtool.text import count, join, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrtool.model.matter import Matter, Paper
    from vrtool.model.meeting import Meeting
    from vrtool.register.register import Register

# Those for which a proposal is on the table. A matter's proposal is not shown with earlier points,
# such as the one that gave the assignment to write it.
_WITH_PROPOSAL = {Purpose.POSITION, Purpose.PREPARATION, Purpose.NOMINATION}


def days(register: Register, meeting: Meeting) -> tuple[AgendaDay, ...]:
    """The agenda day by day; days without a point are left out, late points stand elsewhere."""
    late = supplementary(meeting)
    by_day: dict[int, list[Entry]] = {}
    for item, entry in _entries(register, meeting):
        if item not in late:
            by_day.setdefault(item.day, []).append(entry)
    return tuple(AgendaDay(_day_name(meeting, day), tuple(by_day[day])) for day in sorted(by_day))


def supplement(register: Register, meeting: Meeting) -> tuple[Entry, ...]:
    """The points that came after the notice, each with its day where the meeting has several."""
    late = supplementary(meeting)
    return tuple(
        replace(entry, day=_day_name(meeting, item.day))
        for item, entry in _entries(register, meeting)
        if item in late
    )


def _entries(register: Register, meeting: Meeting) -> Iterator[tuple[Item, Entry]]:
    numbered, timed = numbers(meeting), times(meeting)
    for index, item in enumerate(meeting.items):
        appearance = Appearance(meeting, item, index)
        number, time = numbered.get(item.id, 0), timed.get(item.id, "")
        yield item, _entry(register, appearance, number, time)


def _day_name(meeting: Meeting, day: int) -> str:
    if day > len(meeting.days):
        return f"dag {day}"
    if len(meeting.days) == 1:
        return ""
    return swedish_date(meeting.days[day - 1], weekday=True)


def _entry(register: Register, appearance: Appearance, number: int, time: str) -> Entry:
    meeting, item = appearance.meeting, appearance.item
    matters = tuple(register.matters[key] for key in item.all_matters if key in register.matters)
    purposes = tuple(word(register, purpose.value).one for purpose in item.purpose)
    return Entry(
        id=item.id,
        number=number,
        title=item.title,
        pause=item.kind is ItemKind.BREAK,
        day="",
        time=time,
        minutes=item.minutes or 0,
        duration=count(item.minutes, "minut", "minuter") if item.minutes else "",
        purposes=purposes,
        label=item.label or "",
        aim=sentence(_aim(item, purposes)),
        logic=sentence(_logic(register, item, matters)),
        year=item.year or 0,
        public=item.public and all(matter.public for matter in matters),
        added=swedish_date(item.added) if item.added else "",
        text=item.text or "",
        presenters=tuple(_names(register, item.presenters)),
        process_leader=_leader(register, item),
        matters=tuple(MatterLine(m.id, m.title, m.reference or "") for m in matters),
        proposal_heading=_proposal_heading(register, item),
        proposals=_proposals(item, matters),
        expected=tuple(_expected(register, meeting, item, matters)),
        earlier=earlier_in_words(register, appearance),
        papers=tuple(paper_line(paper) for paper in _papers(meeting, item, matters)),
        enclosures=_enclosures(meeting, item, matters),
        papers_sent=sent_in_words(register, item.papers_sent) if item.papers_sent else "",
    )


def _aim(item: Item, purposes: tuple[str, ...]) -> str:
    """The council's own label, with the purposes it does not name itself."""
    label = item.label or ("stående punkt" if item.kind is ItemKind.STANDING else "")
    if not label or not purposes:
        return label or join(purposes)
    if all(purpose.casefold() in label.casefold() for purpose in purposes):
        return label
    return f"{label} ({join(purposes)})"


def _logic(register: Register, item: Item, matters: tuple[Matter, ...]) -> str:
    """The item's own logic, else that of its matters where they are all of one kind."""
    logics = {item.logic} if item.logic else {matter.logic for matter in matters}
    only = logics.pop() if len(logics) == 1 else None
    return logic_word(register, only) if only else ""


def _leader(register: Register, item: Item) -> str:
    return "".join(_names(register, (item.process_leader,))) if item.process_leader else ""


def _names(register: Register, presenters: tuple[Presenter, ...]) -> Iterator[str]:
    """One text for each organisation: *Anna Exempel och Bo Exempel, Region Exempel*."""
    by_organisation: dict[str, list[str]] = {}
    for presenter in presenters:
        name = register.person(presenter.who) if presenter.who else presenter.name
        own = organisation_of(register, presenter.who) if presenter.who else ""
        names = by_organisation.setdefault(presenter.organisation or own, [])
        if name and name not in names:
            names.append(name)
    for organisation, names in by_organisation.items():
        yield ", ".join(part for part in (join(names), organisation) if part)


def _proposal_heading(register: Register, item: Item) -> str:
    """*Förslag till ställningstagande*, or to whatever else the item is to arrive at."""
    own = (Purpose.POSITION, Purpose.NOMINATION, Purpose.ASSIGNMENT)
    purpose = next((purpose for purpose in own if purpose in item.purpose), None)
    if purpose is None and Purpose.PREPARATION in item.purpose:
        purpose = Purpose.POSITION
    return f"Förslag till {word(register, purpose.value).one}" if purpose else "Förslag"


def _proposals(item: Item, matters: tuple[Matter, ...]) -> tuple[Proposal, ...]:
    if item.proposal:
        return (Proposal("", item.proposal),)
    if not _WITH_PROPOSAL & set(item.purpose):
        return ()
    return tuple(
        Proposal(matter.title if len(matters) > 1 else "", matter.brief.proposal)
        for matter in matters
        if matter.brief and matter.brief.proposal
    )


def _expected(
    register: Register, meeting: Meeting, item: Item, matters: tuple[Matter, ...]
) -> Iterator[Fact]:
    """Where a matter is in its process, when a position may come, whom to inform (001, 3.2.2)."""
    position = word(register, "position")
    for matter in matters:
        of = f", {matter.title}" if len(matters) > 1 else ""
        progress = followed(register, matter)
        process = progress.as_of(meeting.date) if progress else None
        if process and process.told:
            yield Fact(f"Processen{of}", standing(process))
        if matter.stage and Purpose.POSITION not in item.purpose:
            yield Fact(f"Läge i processen{of}", matter.stage)
        expected = matter.expected.position if matter.expected else None
        expected = expected or (position_expected(process) if process else None)
        if expected and Purpose.POSITION not in item.purpose:
            yield Fact(f"{sentence(position.one)} väntas{of}", expected)
        informed = matter.expected.inform if matter.expected else ()
        others = [forum for forum in informed if forum != meeting.forum]
        names = [register.forum_name(forum, meeting.date) for forum in others]
        if names:
            yield Fact(f"Informeras också{of}", join(names))


def _papers(meeting: Meeting, item: Item, matters: tuple[Matter, ...]) -> tuple[Paper, ...]:
    """The item's own papers, then those of its matters' briefs as far as they belong here.

    A brief is written while the matter travels: a meeting of the past shows its documents only
    where the proposal itself was up, and none that is dated later.
    """
    found = list(item.papers)
    if _WITH_PROPOSAL & set(item.purpose) or not is_history(meeting):
        briefs = [matter.brief for matter in matters if matter.brief]
        found += [p for b in briefs for p in b.documents if not _later(p, meeting)]
    return tuple({(paper.title, paper.file): paper for paper in found}.values())


def _later(paper: Paper, meeting: Meeting) -> bool:
    return paper.date is not None and paper.date > meeting.last_day


def _enclosures(meeting: Meeting, item: Item, matters: tuple[Matter, ...]) -> str:
    """*3 bilagor*, where they are more than the papers named one by one."""
    named = len(_papers(meeting, item, matters))
    if item.papers_count is None or item.papers_count <= named:
        return ""
    total = "sammanlagt " if named else ""
    return total + count(item.papers_count, "bilaga", "bilagor")
