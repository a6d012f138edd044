"""All records of a data repo, with the indexes that several views share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from vrtool.diagnostic import Place, Pointer
from vrtool.model.contacts import Contacts
from vrtool.model.item import Assignment, Item
from vrtool.model.meeting import Meeting
from vrtool.register.kinds import Kind
from vrtool.register.times import first_moment

if TYPE_CHECKING:
    from pathlib import Path

    from vrtool.model.costs import Costs
    from vrtool.model.deviation import Deviations
    from vrtool.model.matter import Matter
    from vrtool.model.process import ProcessType
    from vrtool.model.request import Request
    from vrtool.model.rosters import Rosters, Tenure
    from vrtool.model.structure import Complete, Structure
    from vrtool.model.working_forms import NormSource, WorkingForms
    from vrtool.model.year_wheel import YearWheel


@dataclass(frozen=True, slots=True)
class Appearance:
    """A matter up at a meeting: the meeting, the item and its zero-based place there."""

    meeting: Meeting
    item: Item
    index: int

    @property
    def pointer(self) -> Pointer:
        """The way to the item in the meeting's file."""
        return ("agenda", "items", self.index)


@dataclass(frozen=True)
class Broken:
    """Records whose files could not be read: what rests on them is unknown, never a breach."""

    kinds: frozenset[Kind] = frozenset()
    ids: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()

    def __contains__(self, identifier: object) -> bool:
        if not self.ids:  # so it is mostly, and the question is asked of every item
            return False
        return identifier in self.ids or any(s.startswith(f"{identifier}-") for s in self.ids)

    def forum_touched(self, short: str, shorts: Collection[str]) -> bool:
        """Whether a meeting of the forum may be among them: by its name, or one that tells none."""
        return any(
            stem.startswith(f"{short}-") or not any(stem.startswith(f"{s}-") for s in shorts)
            for stem in self.meetings
        )

    @cached_property
    def meetings(self) -> list[str]:
        """The names of the meetings among them, without ending."""
        folder = f"/{Kind.MEETING.place}/"
        return [PurePosixPath(path).stem for path in self.paths if folder in path]


@dataclass(frozen=True)
class Register:
    """Every record that could be read. Paths are relative to the root, with forward slashes."""

    root: Path
    structure: Structure
    rosters: Rosters
    deviations: Deviations
    working_forms: dict[str, WorkingForms]
    matters: dict[str, Matter]
    meetings: dict[str, Meeting]
    paths: dict[tuple[Kind, str], str]
    year_wheels: dict[str, YearWheel] = field(default_factory=dict)
    costs: dict[str, Costs] = field(default_factory=dict)
    processes: dict[str, ProcessType] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    contacts: Contacts = field(default_factory=Contacts)
    files: frozenset[str] = frozenset()
    broken: Broken = Broken()

    def place(self, kind: Kind, identifier: str = "", pointer: Pointer = ()) -> Place:
        """The place of a value inside a record."""
        if kind.single:  # there is one such place, whether or not a file is there
            return Place(f"data/{kind.place}", pointer)
        return Place(self.paths[kind, identifier], pointer)

    def meeting_place(self, meeting: Meeting, *pointer: str | int) -> Place:
        """The place of a value inside a meeting."""
        return Place(self.paths[Kind.MEETING, meeting.id], pointer)

    def matter_place(self, matter: Matter, *pointer: str | int) -> Place:
        """The place of a value inside a matter."""
        return Place(self.paths[Kind.MATTER, matter.id], pointer)

    @cached_property
    def norm_sources(self) -> tuple[NormSource, ...]:
        """Everything that norms stand in: the rulebooks, then the types of process."""
        return (*self.working_forms.values(), *self.processes.values())

    @cached_property
    def chronological(self) -> tuple[Meeting, ...]:
        """Every meeting in order of time, ids breaking ties."""
        return tuple(sorted(self.meetings.values(), key=lambda m: (first_moment(m), m.id)))

    @cached_property
    def by_forum(self) -> dict[str, tuple[Meeting, ...]]:
        """Each forum's meetings in order of time, the cancelled ones included."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.chronological:
            found[meeting.forum].append(meeting)
        return {forum: tuple(meetings) for forum, meetings in found.items()}

    @cached_property
    def _by_matter(self) -> dict[str, tuple[Appearance, ...]]:
        found: dict[str, list[Appearance]] = defaultdict(list)
        for meeting in self.chronological:
            if meeting.cancelled:
                continue
            for index, item in enumerate(meeting.items):
                for matter in item.all_matters:
                    found[matter].append(Appearance(meeting, item, index))
        return {matter: tuple(appearances) for matter, appearances in found.items()}

    def path_of(self, matter: str) -> tuple[Appearance, ...]:
        """A matter's way: every item that names it, in order of time."""
        return self._by_matter.get(matter, ())

    def topics_of(self, item: Item) -> frozenset[str]:
        """What an item is about: its own topics and those of its matters."""
        matters = (self.matters.get(matter) for matter in item.all_matters)
        return frozenset(item.topics).union(*(matter.topics for matter in matters if matter))

    @cached_property
    def _by_topic(self) -> dict[tuple[str, str], tuple[Appearance, ...]]:
        found: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
        for meeting in self.chronological:
            for index, item in enumerate(meeting.items if meeting.cancelled is None else ()):
                for topic in self.topics_of(item):
                    found[meeting.forum, topic].append(Appearance(meeting, item, index))
        return {key: tuple(appearances) for key, appearances in found.items()}

    def items_about(self, forum: str, topic: str) -> tuple[Appearance, ...]:
        """Every item of the forum's meetings about the topic, in order of time."""
        return self._by_topic.get((forum, topic), ())

    @cached_property
    def claims(self) -> dict[str, Complete]:
        """What each forum's record claims to hold whole; only of forums with no broken meeting."""
        forums = self.structure.forums
        shorts = [forum.short for forum in forums.values()]
        return {
            key: forum.complete
            for key, forum in forums.items()
            if not self.broken.forum_touched(forum.short, shorts)
        }

    @cached_property
    def _ends(self) -> dict[int, tuple[tuple[Tenure, ...], list[tuple[date, date]]]]:
        return {}

    def covering(self, tenures: tuple[Tenure, ...], day: date) -> list[Tenure]:
        """Those of the tenures that cover the day; their ends are worked out once."""
        known = self._ends.get(id(tenures))
        if known is None or known[0] is not tenures:
            spans = (tenure.span for tenure in tenures)
            ends = [(span.first or date.min, span.last or date.max) for span in spans]
            known = self._ends[id(tenures)] = (tenures, ends)
        return [
            t for t, (first, last) in zip(tenures, known[1], strict=True) if first <= day <= last
        ]

    @cached_property
    def assignments(self) -> dict[str, tuple[Appearance, Assignment]]:
        """Every assignment by its id, with the item at which it was given."""
        found: dict[str, tuple[Appearance, Assignment]] = {}
        for there in self._with_outcome:
            for assignment in there.item.outcome.assignments if there.item.outcome else ():
                found.setdefault(assignment.id, (there, assignment))
        return found

    @cached_property
    def done(self) -> dict[str, tuple[Meeting, ...]]:
        """By an assignment's id the meetings that were told it was done, in order of time."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for there in self._with_outcome:
            for report in there.item.outcome.reports if there.item.outcome else ():
                if report.done:
                    found[report.assignment].append(there.meeting)
        return {assignment: tuple(meetings) for assignment, meetings in found.items()}

    @cached_property
    def _with_outcome(self) -> tuple[Appearance, ...]:
        return tuple(
            Appearance(meeting, item, index)
            for meeting in self.chronological
            if meeting.cancelled is None
            for index, item in enumerate(meeting.items)
            if item.outcome
        )

    def item_at(self, reference: str) -> tuple[Meeting | None, Appearance | None]:
        """What `meeting` or `meeting/item` refers to; None for what does not exist."""
        meeting_id, _, item_id = reference.partition("/")
        meeting = self.meetings.get(meeting_id)
        if meeting is None or not item_id:
            return meeting, None
        for index, item in enumerate(meeting.items):
            if item.id == item_id:
                return meeting, Appearance(meeting, item, index)
        return meeting, None

    def person(self, identifier: str) -> str:
        """A person's name, or the id itself where nobody is known under it."""
        person = self.rosters.people.get(identifier)
        return person.name if person else identifier

    def party(self, identifier: str) -> str:
        """A party's short name, or the id itself where there is none such."""
        party = self.structure.parties.get(identifier)
        return party.short if party else identifier

    def forum_name(self, forum: str, day: date) -> str:
        """The forum's name within a sentence that day; the id where there is no such forum."""
        known = self.structure.forums.get(forum)
        return known.name_on(day).in_text if known else forum

    def forum_short_name(self, forum: str, day: date) -> str:
        """The forum's short name that day, for a list; the id where there is no such forum."""
        known = self.structure.forums.get(forum)
        return known.name_on(day).short_name if known else forum

    @cached_property
    def forum_names(self) -> frozenset[str]:
        """Every name, long and short, that a forum has had."""
        return frozenset(
            name
            for forum in self.structure.forums.values()
            for entry in forum.names
            for name in (entry.name, entry.short_name, entry.in_text)
        )

    def forums_of(self, names: tuple[str, ...]) -> frozenset[str]:
        """Forums by id, with groups spelt out; every forum where nothing is named."""
        if not names:
            return frozenset(self.structure.forums)
        groups = self.structure.groups
        return frozenset(forum for name in names for forum in groups.get(name, (name,)))
