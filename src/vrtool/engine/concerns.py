"""Which findings concern one meeting or matter, so that a document about it should wait for them.

A meeting's are its own, its matters', and those of its forum's roster that day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from vrtool.diagnostic import Finding
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting
from vrtool.register.kinds import FileFault, Kind
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import roster_on

_FILE_FAULTS = {fault.code for fault in FileFault}


def concerning(
    register: Register, rulebook: Rulebook, meeting: Meeting, findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings that a notice of the meeting should wait for, in their order."""
    about = _About(register, rulebook, meeting)
    return tuple(finding for finding in findings if about(finding))


def concerning_matter(
    register: Register, matter: Matter, findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings that a paper about the matter should wait for, in their order.

    They are those in its own file, and files that it cannot be read without: the rosters, the
    rulebooks, the process it follows, and the meetings whose views it tells of.
    """
    own = register.matter_place(matter).path
    stems = {views.meeting for views in matter.brief.views} if matter.brief else set()
    stems |= {matter.process.type} if matter.process else set()
    return tuple(
        finding for finding in findings if finding.location.path == own or _unread(finding, stems)
    )


class _About:
    """Whether a finding concerns the meeting."""

    def __init__(self, register: Register, rulebook: Rulebook, meeting: Meeting) -> None:
        roster = roster_on(register, rulebook, meeting.forum, meeting.date)
        self._meeting = meeting
        matters = {matter for item in meeting.items for matter in item.all_matters}
        self._files = {register.meeting_place(meeting).path} | {
            path
            for (kind, key), path in register.paths.items()
            if kind is Kind.MATTER and key in matters
        }
        on_it = (register.matters.get(key) for key in matters)
        self._stems = matters | {m.process.type for m in on_it if m and m.process}
        # Without these files nothing can be said of any forum.
        self._common = {
            path for (kind, _), path in register.paths.items() if kind is Kind.STRUCTURE
        }
        self._rosters = register.paths.get((Kind.ROSTERS, ""))
        self._names = {entry.seat.id for entry in roster.everyone} | {
            holder for entry in roster.everyone for holder in (*entry.holders, *entry.deputies)
        }

    def __call__(self, finding: Finding) -> bool:
        path = finding.location.path
        if path in self._files:
            return True
        if path == self._rosters:
            return self._about_roster(finding)
        return path not in self._common and _unread(finding, self._stems)

    def _about_roster(self, finding: Finding) -> bool:
        """A seat or person of the forum's roster, on a day that the finding speaks of."""
        if finding.days is not None and not finding.days.contains(self._meeting.date):
            return False
        return any(step in self._names for step in finding.pointer)


def _unread(finding: Finding, stems: Collection[str]) -> bool:
    """A file that could not be read: rosters and rulebooks always matter, else those named."""
    path = finding.location.path
    if finding.code not in _FILE_FAULTS:
        return False
    if path.endswith(f"/{Kind.ROSTERS.place}") or f"/{Kind.WORKING_FORMS.place}/" in path:
        return True
    name = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    return any(name == stem or name.startswith(f"{stem}-") for stem in stems)
