"""How a matter has changed: its papers, its deviations, its text and everything else."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.history.change import Act, Change, Group, RecordChange
from vrtool.history.deviations import deviation_changes
from vrtool.history.meetings import Sides, paper_changes
from vrtool.history.plain import Plain, leaves, plain, without
from vrtool.history.telling import Teller
from vrtool.model.matter import Matter


def matter_changes(
    sides: Sides, before: Matter | None, after: Matter | None
) -> RecordChange | None:
    """What became of a matter; None where nothing did. One of the two must be there."""
    matter = after or before
    if matter is None:
        return None
    changes = tuple(_changes(Teller(sides.after, sides.before), before, after))
    title = f"Ärendet {matter.id} {matter.title}"
    return RecordChange(Group.MATTER, matter.id, title, changes) if changes else None


def _changes(teller: Teller, before: Matter | None, after: Matter | None) -> Iterator[Change]:
    if after is None:
        yield Change(Act.REMOVED, "Ärendet är borttaget")
        return
    if before is None:
        yield Change(Act.ADDED, "Nytt ärende", after=_opening(teller, after))
    old, new = (plain(matter) if matter else {} for matter in (before, after))
    papers = [side.get("brief", {}).get("documents", []) for side in (old, new)]
    yield from paper_changes(teller, "i underlaget", *papers)
    earlier = before.deviations if before else ()
    yield from deviation_changes(teller, earlier, after.deviations, {})
    if before is not None:
        yield from teller.changes(leaves(_rest(old), _rest(new)), Matter)


def _opening(teller: Teller, matter: Matter) -> str:
    by = f"väckt av {teller.name(matter.initiator)}" if matter.initiator else ""
    brief = "" if matter.brief and matter.brief.proposal else "underlaget saknas"
    return ", ".join(part for part in (by, brief) if part)


def _rest(matter: Plain) -> Plain:
    rest = without(matter, "id", "deviations")
    if "brief" in rest:
        rest["brief"] = without(rest["brief"], "documents")
    return rest
