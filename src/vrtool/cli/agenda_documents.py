"""The notice with agenda as a job to build, of one meeting or of every coming one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vrtool.cli import building
from vrtool.cli.building import Job, Order
from vrtool.cli.repo import open_repo
from vrtool.cli.streams import out, say
from vrtool.documents.agenda import agenda_markdown, agenda_meta, agenda_view
from vrtool.documents.meta import Meta
from vrtool.documents.publication import check_published, published_agenda
from vrtool.engine import check
from vrtool.engine.concerns import concerning
from vrtool.errors import CannotDo
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.load import readable
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.findings import Reportable, reportable
from vrtool.text import count, join, sentence

STEM = "kallelse"

_FAULTS, _CANNOT = 1, 3


@dataclass(frozen=True, slots=True)
class Checked:
    """The records with all that was found wrong with them."""

    register: Register
    rulebook: Rulebook
    report: Reportable

    def about(self, meeting: Meeting) -> Reportable:
        """What was found wrong that the meeting's notice should wait for."""
        findings = concerning(self.register, self.rulebook, meeting, self.report.findings)
        return replace(self.report, findings=findings)


def opened(root: Path | None) -> Checked:
    """The records, read and checked once. Raises CannotDo where the structure is unreadable."""
    loaded = open_repo(root)
    register = readable(loaded)
    return Checked(register, Rulebook(register), reportable(loaded, check(loaded)))


def build(checked: Checked, meeting: Meeting, wanted: Order) -> int:
    """Build the notice of a meeting; gives the exit code.

    Raises CannotDo where it is to be published and the meeting is not, or cannot be written.
    """
    register = checked.register
    if wanted.public:
        check_published(register, meeting)
    report = checked.about(meeting)

    def write(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = agenda_view(register, checked.rulebook, meeting, report.findings, draft=wanted.draft)
        view = published_agenda(register, view) if wanted.public else view
        return agenda_markdown(view, own_templates), agenda_meta(view)

    name, notice = meeting_name(register, meeting), word(register, "notice")
    heading = f"{sentence(notice.one)} till {name}"
    job = Job(meeting.id, STEM, notice.the, name, sentence(name), heading, write)
    return building.build(job, report, wanted)


def build_coming(checked: Checked, today: date, wanted: Order) -> int:
    """Build the notice of every meeting from `today` on that has items; gives the exit code.

    What stops one of them stops no other: 1 where one has errors or a meeting's file cannot be
    read, 3 where a document cannot be written, 0 also where there is nothing to build.
    """
    coming = choose.coming_meetings(checked.register, today)
    secret = [m for m in coming if wanted.public and not m.public]
    empty = [m for m in coming if not m.items and m not in secret]
    chosen = [m for m in coming if m not in secret and m not in empty]
    codes = _build_each(checked, chosen, wanted)
    _tell_left(checked.register, "Utan punkter ännu, därför inte byggt", empty)
    _tell_left(checked.register, "Ska inte publiceras, därför inte byggt", secret)
    failed = [meeting for meeting, code in zip(chosen, codes, strict=True) if code]
    _tell_left(checked.register, "Inte byggt", failed)
    _sum_up(checked.register, len(chosen), len(failed))
    return max(*codes, _unread(checked.register), 0)


def _build_each(checked: Checked, meetings: Sequence[Meeting], wanted: Order) -> list[int]:
    """The exit code of each. What stands in the way of them all (a template) is said once."""
    codes, said = [], set[str]()
    for meeting in meetings:
        try:
            codes.append(build(checked, meeting, wanted))
        except CannotDo as error:
            codes.append(_CANNOT)
            if str(error) not in said:
                say(str(error))
            said.add(str(error))
    return codes


def _tell_left(register: Register, why: str, meetings: Sequence[Meeting]) -> None:
    if meetings:
        say(f"{why}: {join([meeting_name(register, meeting) for meeting in meetings])}.")


def _sum_up(register: Register, chosen: int, failed: int) -> None:
    if not chosen:
        out(f"Inget kommande möte har {word(register, 'agenda').a} att bygga.")
        return
    notice = word(register, "notice")
    out(f"Byggt: {count(chosen - failed, notice.one, notice.many)} av {chosen}.")


def _unread(register: Register) -> int:
    """Tell of meetings that may be coming ones, but whose files cannot be read."""
    folder = f"/{Kind.MEETING.place}/"
    paths = sorted(path for path in register.broken.paths if folder in path)
    if not paths:
        return 0
    say(f"Går inte att läsa, därför inte byggt: {join(paths)}. Kör vr check för att se varför.")
    return _FAULTS
