"""The documents after a meeting as jobs to build: the minutes, extracts, sheets to take home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vrtool.cli import asking
from vrtool.cli.building import Job
from vrtool.cli.repo import open_repo
from vrtool.diagnostic import Severity
from vrtool.documents.home import (
    FEEDBACK,
    AfterMeeting,
    after,
    home_markdown,
    home_meta,
    home_view,
)
from vrtool.documents.meta import Meta
from vrtool.documents.minutes import lacking, minutes_markdown, minutes_meta, minutes_view
from vrtool.documents.minutes_extract import (
    extract_markdown,
    extract_meta,
    extract_view,
    receivers,
)
from vrtool.documents.parts import Shortcoming
from vrtool.documents.publication import check_published, published_minutes
from vrtool.engine import check
from vrtool.engine.concerns import concerning
from vrtool.errors import CannotDo
from vrtool.model.item import Item
from vrtool.model.meeting import Meeting
from vrtool.planning.demands import (
    ADJUSTED,
    DISPATCHED,
    DISPATCHED_WITHIN,
    SIGNED_AND_ADJUSTED,
    Demands,
)
from vrtool.register import choose
from vrtool.register.describe import meeting_name, the_minutes
from vrtool.register.load import readable
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.findings import Reportable, reportable
from vrtool.text import sentence, slug

EXTRACTS, HOME = "utdrag", "hem"
"""The folders of a meeting's own with the documents that come one for each party."""

_LATER = {ADJUSTED, SIGNED_AND_ADJUSTED, DISPATCHED, DISPATCHED_WITHIN, FEEDBACK}
"""The rules about what is done with minutes once they are built; they are not to wait for it."""


@dataclass(frozen=True, slots=True)
class Held:
    """The meeting that documents are built of, with what is wrong with it and what it lacks."""

    register: Register
    demands: Demands
    meeting: Meeting
    report: Reportable
    lacking: tuple[Shortcoming, ...]

    @property
    def name(self) -> str:
        """*rådet 11 februari 2030*."""
        return meeting_name(self.register, self.meeting)

    @property
    def is_draft(self) -> bool:
        """Whether something stands in the way of its documents."""
        return bool(self.lacking) or self.report.count(Severity.ERROR) > 0


def opened(root: Path | None, text: str) -> Held:
    """The meeting meant, checked. Raises CannotDo for one that is cancelled."""
    loaded = open_repo(root)
    register = readable(loaded)
    chosen = asking.meeting(register, text)
    if chosen.cancelled:
        name = sentence(meeting_name(register, chosen))
        raise CannotDo(f"{name} är inställt, så det finns {word(register, 'minutes').none}.")
    demands = Demands(register)
    whole = reportable(loaded, check(loaded))
    about = concerning(register, demands.rulebook, chosen, whole.findings)
    findings = tuple(finding for finding in about if finding.code not in _LATER)
    missing = lacking(register, chosen, findings)
    return Held(register, demands, chosen, replace(whole, findings=findings), missing)


def minutes(held: Held, *, draft: bool, public: bool = False) -> Job:
    """The minutes; `draft` lists what is wrong with them, `public` leaves out what is not.

    Raises CannotDo where the meeting is not to be published at all.
    """
    if public:
        check_published(held.register, held.meeting)

    def write_it(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = minutes_view(held.demands, held.meeting, held.report.findings, draft=draft)
        view = published_minutes(held.register, view) if public else view
        return minutes_markdown(view, own_templates), minutes_meta(view)

    written = word(held.register, "minutes")
    heading = sentence(the_minutes(held.register, held.meeting))
    return Job(
        held.meeting.id, slug(written.one), written.the, held.name, "Mötet", heading, write_it
    )


def extracts(held: Held, item: Item, party: str | None) -> list[Job]:
    """The extract of an item for each party it goes to, or for the one meant."""
    register = held.register
    wanted = (choose.party_id(register, party),) if party else receivers(register, item)
    return [_extract(held, item, key) for key in wanted]


def _extract(held: Held, item: Item, party: str) -> Job:
    def write_it(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = extract_view(held.demands, held.meeting, item, party, draft=held.is_draft)
        return extract_markdown(view, own_templates), extract_meta(view)

    written = the_minutes(held.register, held.meeting)
    return Job(
        f"{held.meeting.id}/{EXTRACTS}",
        f"{item.id}-{party}",
        "utdraget",
        held.name,
        "Mötet",
        f"Utdrag ur {written}",
        write_it,
    )


def sheets(held: Held, parties: Sequence[str]) -> list[Job]:
    """What each of the parties is to take home."""
    shared = after(held.demands, held.meeting, draft=held.is_draft)
    return [_sheet(held, shared, party) for party in parties]


def _sheet(held: Held, shared: AfterMeeting, party: str) -> Job:
    def write_it(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = home_view(shared, party)
        return home_markdown(view, own_templates), home_meta(view)

    return Job(
        f"{held.meeting.id}/{HOME}",
        party,
        "bladen",
        held.name,
        "Mötet",
        f"Att ta med hem från {held.name}",
        write_it,
    )
