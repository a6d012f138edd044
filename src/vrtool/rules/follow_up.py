"""What follows among the parties: who is to decide, who took it home, how costs are shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vrtool.diagnostic import Pointer, Related, Verdict
from vrtool.model.base import Ids
from vrtool.model.item import Item
from vrtool.model.matter import FollowUp, Matter
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import item_name, matter_name, meeting_name, parties
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    NoParameters,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import sentence


@rule("VR404", "deciders-missing", subject=Subject.ITEM, wakes=Phase.HELD)
def deciders_missing(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """A position that the parties' own decisions are to follow names none who are to decide."""
    register, meeting, item = context.register, appearance.meeting, appearance.item
    outcome = item.outcome
    if outcome is None or not outcome.kind.takes_position:
        return
    deciding = [matter for matter in _matters(register, item) if matter.needs_decisions]
    if not deciding:
        return
    at = register.meeting_place(meeting, *appearance.pointer, "outcome")
    if outcome.decides_next:
        yield holds(item.id, at)
        return
    decided = sorted({party for matter in deciding for party in _decided(matter)})
    known = f" {sentence(parties(register, decided))} har redan beslutat." if decided else ""
    yield absent(
        item.id,
        at,
        f"{sentence(word(register, 'position').the)} vid {meeting_name(register, meeting)} om "
        f"{item_name(register, item)} säger inte vilka {word(register, 'party').many} "
        f"som sedan ska besluta.{known}",
        "skriv deras id under decides_next: i punktens outcome; behövs inga beslut, ta bort "
        "needs_decisions i ärendet.",
        known=fully_known(register, meeting),
    )


def _matters(register: Register, item: Item) -> list[Matter]:
    return [register.matters[key] for key in item.all_matters if key in register.matters]


def _decided(matter: Matter) -> Iterator[str]:
    for party, steps in matter.follow_up.items():
        if any(step.decision for step in steps):
            yield party


class Home(Parameters):
    """`party_kinds`: of which kinds of party it is asked; of all of them where none is named."""

    party_kinds: Ids = ()

    def references(self) -> Names:
        """The kinds of party."""
        for index, kind in enumerate(self.party_kinds):
            yield ("party_kinds", index), kind, Target.PARTY_KIND


@rule("VR311", "not-taken-home", subject=Subject.MATTER, parameters=Home)
def not_taken_home(matter: Matter, parameters: Home, context: Context) -> Iterator[Verdict]:
    """A party did not take home what a meeting had dealt with."""
    register = context.register
    meetings = {a.meeting.id for a in register.path_of(matter.id) if held(a.meeting)}
    wanted = [
        key
        for key, party in register.structure.parties.items()
        if not parameters.party_kinds or party.kind in parameters.party_kinds
    ]
    steps = {key: _by_meeting(matter.follow_up[key]) for key in wanted if key in matter.follow_up}
    for key, by_meeting in steps.items():
        for taken in by_meeting.values():
            yield _taken(register, matter, key, taken)
    if any(not meetings <= steps.get(key, {}).keys() for key in wanted):
        yield unknown(matter.id, register.matter_place(matter))


def _by_meeting(steps: tuple[FollowUp, ...]) -> dict[str, list[tuple[int, FollowUp]]]:
    found: dict[str, list[tuple[int, FollowUp]]] = defaultdict(list)
    for index, step in enumerate(steps):
        found[step.meeting].append((index, step))
    return found


def _taken(
    register: Register, matter: Matter, party: str, steps: list[tuple[int, FollowUp]]
) -> Verdict:
    """What a party did after one meeting; what was left at first may have been taken home since."""
    at = register.matter_place(matter, "follow_up", party)
    if any(step.feedback or step.decision for _, step in steps):
        return holds(party, at)
    refused = [(index, step) for index, step in steps if step.not_taken]
    if not refused:
        return unknown(party, at)
    index, step = refused[-1]
    pointer: Pointer = ("follow_up", party, index, "not_taken")
    meeting = register.meetings.get(step.meeting)
    after = meeting_name(register, meeting) if meeting else step.meeting
    return breach(
        party,
        register.matter_place(matter, *pointer),
        f"{sentence(matter_name(matter))} återfördes inte i {register.party(party)} efter {after}: "
        f"{step.not_taken}",
        "ta upp det hemma och skriv var och när (feedback: body, date), eller ange ett avsteg med "
        "skäl.",
        *_up_at(register, matter, step.meeting),
    )


def _up_at(register: Register, matter: Matter, meeting: str) -> Iterator[Related]:
    for other in register.path_of(matter.id):
        if other.meeting.id == meeting:
            place = register.meeting_place(other.meeting, *other.pointer)
            yield Related(place, "här var ärendet uppe")


@rule("VR306", "shared-economy-without-agreement", subject=Subject.MATTER)
def shared_economy_without_agreement(
    matter: Matter, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """The parties share an economic responsibility, and no agreement on it is named."""
    register, economy = context.register, matter.economy
    meetings = [a.meeting for a in register.path_of(matter.id) if held(a.meeting)]
    if not meetings or (economy is not None and not economy.shared):
        return
    at = register.matter_place(matter, "economy")
    if economy is None:
        yield unknown(matter.id, at)
    elif economy.agreement:
        yield holds(matter.id, at)
    else:
        yield absent(
            matter.id,
            at,
            f"{sentence(matter_name(matter))} innebär ett delat ekonomiskt ansvar men nämner inget "
            f"avtal om det; det var senast uppe vid {meeting_name(register, meetings[-1])}.",
            "upprätta ett särskilt avtal och skriv vilket det är (economy: agreement).",
            known=fully_known(register, meetings[-1]),
        )
