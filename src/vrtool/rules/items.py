"""What an agenda tells beforehand of its items: what they are for, and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Pointer, Verdict
from vrtool.model.item import Item, Purpose
from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting, Mode
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, matter_name, meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.processes import followed
from vrtool.register.register import Appearance, Register
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    NoParameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.preparation import takes_position
from vrtool.text import join, sentence


@rule("VR510", "unmarked", subject=Subject.ITEM, wakes=Phase.DRAFT)
def unmarked(appearance: Appearance, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """An item lacks its purpose or its logic, or asks for something though it only informs."""
    register, item = context.register, appearance.item
    if not item.of_substance:
        return
    expecting = _expecting(item) if only_informs(item) else None
    if expecting is not None:
        yield _asks(register, appearance, expecting)
    elif any(key in register.broken for key in item.all_matters):
        yield unknown(item.id, register.meeting_place(appearance.meeting, *appearance.pointer))
    else:
        yield _marked(register, appearance)


def _asks(register: Register, appearance: Appearance, expecting: Pointer) -> Verdict:
    item, meeting = appearance.item, appearance.meeting
    information, *others = (
        word(register, name).one for name in ("information", "dialogue", "position")
    )
    what = "förslaget" if expecting == ("proposal",) else "resultatet"
    return breach(
        item.id,
        register.meeting_place(meeting, *appearance.pointer, *expecting),
        f"{sentence(item_name(register, item))} är märkt som {information} vid "
        f"{meeting_name(register, meeting)} men väntas ändå leda till något.",
        f"märk den som {join(others, 'eller')} (purpose), eller ta bort {what}.",
    )


def _marked(register: Register, appearance: Appearance) -> Verdict:
    item, meeting = appearance.item, appearance.meeting
    at = register.meeting_place(meeting, *appearance.pointer)
    missing = list(_unsaid(register, item))
    if not missing:
        return holds(item.id, at)
    return absent(
        item.id,
        at,
        f"{sentence(item_name(register, item))} säger inte "
        f"{join([_UNSAID[name] for name in missing])} vid {meeting_name(register, meeting)}.",
        f"skriv {join(missing)} vid punkten.",
        known=fully_known(register, meeting),
    )


_UNSAID = {
    "purpose": "vad den är uppe för",
    "logic": "om den ska leda till ett avgörande eller är ett led i en längre process",
}


def _unsaid(register: Register, item: Item) -> Iterator[str]:
    if not item.purpose:
        yield "purpose"
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    if item.logic is None and any(matter.logic is None for matter in matters):
        yield "logic"


def _expecting(item: Item) -> Pointer | None:
    """Where an item asks for something or got it; None where it does not."""
    if item.proposal:
        return ("proposal",)
    taken = item.outcome is not None and item.outcome.kind.takes_position
    return ("outcome", "kind") if taken else None


def only_informs(item: Item) -> bool:
    """Whether the item is up for information and nothing else."""
    return set(item.purpose) == {Purpose.INFORMATION}


@rule("VR511", "nothing-to-read", subject=Subject.ITEM, wakes=Phase.CALLED)
def nothing_to_read(appearance: Appearance, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """An item for information comes without anything to read beforehand."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    if not item.of_substance or Purpose.INFORMATION not in item.purpose:
        return
    at = register.meeting_place(meeting, *appearance.pointer)
    matters = [register.matters[key] for key in item.all_matters if key in register.matters]
    if item.papers or item.papers_count or any(matter.brief for matter in matters):
        yield holds(item.id, at)
        return
    yield absent(
        item.id,
        at,
        f"Till {item_name(register, item)} finns inget att läsa inför "
        f"{meeting_name(register, meeting)}.",
        "sänd ut något som ger bakgrund och skriv det vid punkten (papers, eller bara antalet: "
        "papers_count).",
        known=fully_known(register, meeting) and len(matters) == len(item.all_matters),
    )


@rule("VR512", "no-process-leader", subject=Subject.ITEM, wakes=Phase.FIXED)
def no_process_leader(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """An item for dialogue names nobody who leads it, or sets no time aside."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    if not item.of_substance or Purpose.DIALOGUE not in item.purpose:
        return
    at = register.meeting_place(meeting, *appearance.pointer)
    missing = [name for name in _LED if not getattr(item, name)]
    if not missing:
        yield holds(item.id, at)
        return
    yield absent(
        item.id,
        at,
        f"{sentence(item_name(register, item))} är uppe till {word(register, 'dialogue').one} vid "
        f"{meeting_name(register, meeting)} men saknar {join([_LED[name] for name in missing])}.",
        f"skriv {join(missing)} vid punkten.",
        known=fully_known(register, meeting),
    )


_LED = {"process_leader": "processledare", "minutes": "avsatt tid"}


@rule("VR514", "information-only-in-person", subject=Subject.MEETING, wakes=Phase.FIXED)
def information_only_in_person(
    meeting: Meeting, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """People are called to one place for nothing but information."""
    register = context.register
    items = [item for item in meeting.items if item.of_substance]
    at = register.meeting_place(meeting, "mode")
    if not items:
        return
    if any(item.purpose and not only_informs(item) for item in items):
        yield holds(meeting.id, at)
    elif meeting.mode is None or any(not item.purpose for item in items):
        yield unknown(meeting.id, at)
    elif meeting.mode is not Mode.PHYSICAL:
        yield holds(meeting.id, at)
    else:
        yield absent(
            meeting.id,
            at,
            f"{sentence(meeting_name(register, meeting))} hålls på plats, men alla punkter är "
            f"bara {word(register, 'information').one}.",
            "håll det digitalt (mode: digital), eller ge någon punkt tid för "
            f"{word(register, 'dialogue').one}.",
            known=fully_known(register, meeting),
        )


@rule("VR307", "stage-not-told", subject=Subject.ITEM, wakes=Phase.FIXED)
def stage_not_told(appearance: Appearance, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """A matter up without a coming position does not tell where it stands, or what comes next."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    ends_here = takes_position(appearance) or Purpose.NOMINATION in item.purpose
    if not item.of_substance or ends_here:
        return
    for key in item.all_matters:
        matter = register.matters.get(key)
        if matter is None:
            yield unknown(item.id, register.meeting_place(meeting, *appearance.pointer))
        elif not _position_to_come(register, appearance, key):
            yield _stage(register, appearance, matter)


def _position_to_come(register: Register, appearance: Appearance, matter: str) -> bool:
    """Whether a later meeting has the matter up for a position: then it has its own papers."""
    path = register.path_of(matter)
    here = next(n for n, other in enumerate(path) if other.meeting.id == appearance.meeting.id)
    return any(takes_position(other) for other in path[here:])


def _stage(register: Register, appearance: Appearance, matter: Matter) -> Verdict:
    meeting, item = appearance.meeting, appearance.item
    at = register.matter_place(matter, *(("stage",) if matter.stage else ()))
    told = _told(register, meeting, matter)
    missing = [name for name, there in told.items() if not there]
    if not missing:
        return holds(item.id, at)
    position = word(register, "position").a
    words = [_STAGE[name].format(position=position) for name in missing]
    return absent(
        item.id,
        at,
        f"{sentence(matter_name(matter))} säger inte {join(words)} inför "
        f"{meeting_name(register, meeting)}.",
        f"skriv {join([_FIELDS[name] for name in missing])} i ärendet, eller ange ett avsteg med "
        "skäl.",
        # A later meeting that cannot be read may be the one that takes the position.
        known=fully_known(register, meeting)
        and register.broken.kinds.isdisjoint((Kind.MEETING, Kind.PROCESS)),
    )


def _told(register: Register, meeting: Meeting, matter: Matter) -> dict[str, bool]:
    """What the matter tells, in words or by the process it follows as that stood that day."""
    expected, progress = matter.expected, followed(register, matter)
    in_process = progress.as_of(meeting.date) if progress else None
    return {
        "stage": bool(matter.stage) or (in_process is not None and in_process.told),
        "expected": (expected is not None and bool(expected.position or expected.inform))
        or (in_process is not None and in_process.position_told),
    }


_STAGE = {
    "stage": "var i sin process det befinner sig",
    "expected": "när {position} kan väntas eller vilket forum som ska informeras",
}
_FIELDS = {"stage": "stage", "expected": "expected med position eller inform"}
