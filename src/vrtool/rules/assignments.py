"""Work given: by whom, what and until when, as a basis for decisions, and kept in sight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Self

from pydantic import Field, model_validator

from vrtool.dates import Span
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Id, Ids
from vrtool.model.item import Assignment
from vrtool.model.meeting import Meeting
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import Aspect, fully_known, throughout
from vrtool.register.describe import actor, item_name, meeting_name, next_time
from vrtool.register.passage import Earlier, earlier_treatments, known_since_raised
from vrtool.register.phases import held
from vrtool.register.register import Appearance, Register
from vrtool.register.target import Target
from vrtool.register.times import ended_before, first_moment
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
from vrtool.rules.preparation import takes_position
from vrtool.text import join, quote, sentence


def _named(register: Register, assignment: Assignment) -> str:
    """*uppdraget ”Räkna om kostnaderna”*, or by its id where the task is not told."""
    task = assignment.task.rstrip(".") if assignment.task else ""
    return f"{word(register, 'assignment').the} {quote(task) if task else assignment.id}"


def _given(register: Register, appearance: Appearance) -> Iterator[tuple[Place, Assignment]]:
    """The assignments an item gave rise to, each with its place."""
    outcome = appearance.item.outcome
    for index, assignment in enumerate(outcome.assignments if outcome else ()):
        pointer = (*appearance.pointer, "outcome", "assignments", index)
        yield register.meeting_place(appearance.meeting, *pointer), assignment


@rule("VR606", "assignment-incomplete", subject=Subject.ITEM, wakes=Phase.HELD)
def assignment_incomplete(
    appearance: Appearance, _: NoParameters, context: Context
) -> Iterator[Verdict]:
    """An assignment does not say what is to be done, or until when."""
    register, meeting = context.register, appearance.meeting
    for at, assignment in _given(register, appearance):
        missing = [name for name in _TOLD if not getattr(assignment, name)]
        if not missing:
            yield holds(assignment.id, at)
            continue
        receiver = actor(register, assignment.receiver, meeting.date)
        yield absent(
            assignment.id,
            at,
            f"{sentence(_named(register, assignment))} som {receiver} fick vid "
            f"{meeting_name(register, meeting)} säger inte "
            f"{join([_TOLD[name] for name in missing])}.",
            f"skriv {join(missing)} vid {word(register, 'assignment').the}.",
            known=fully_known(register, meeting),
        )


_TOLD = {"task": "vad som ska göras", "due": "när det ska vara klart"}


class Giver(Parameters):
    """`receiver`: whose assignments; they come `from` these, or from anyone but `not_from`."""

    receiver: Id
    givers: Ids = Field(default=(), alias="from")
    not_from: Ids = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if bool(self.givers) == bool(self.not_from):
            raise ValueError("ange antingen from eller not_from")
        return self

    def references(self) -> Names:
        """The receiver and the givers."""
        yield ("receiver",), self.receiver, Target.RECEIVER
        for name, listed in (("from", self.givers), ("not_from", self.not_from)):
            for index, giver in enumerate(listed):
                yield (name, index), giver, Target.RECEIVER

    def allows(self, giver: str) -> bool:
        """Whether the receiver takes assignments from the giver."""
        return giver in self.givers if self.givers else giver not in self.not_from


@rule("VR607", "assignment-giver", subject=Subject.ITEM, wakes=Phase.HELD, parameters=Giver)
def assignment_giver(
    appearance: Appearance, parameters: Giver, context: Context
) -> Iterator[Verdict]:
    """An assignment comes from someone who is not the receiver's principal."""
    register = context.register
    for at, assignment in _given(register, appearance):
        giver = assignment.giver or appearance.meeting.forum
        if assignment.receiver != parameters.receiver or giver == parameters.receiver:
            continue
        if assignment.basis or parameters.allows(giver):
            yield holds(assignment.id, at)
        elif giver in register.rosters.people:
            yield unknown(assignment.id, at)
        else:
            yield _wrong_giver(register, appearance.meeting, parameters, at, assignment)


def _wrong_giver(
    register: Register, meeting: Meeting, parameters: Giver, at: Place, assignment: Assignment
) -> Verdict:
    day = meeting.date
    receiver = actor(register, parameters.receiver, day)
    giver = actor(register, assignment.giver or meeting.forum, day)
    work = word(register, "assignment")
    principals = [actor(register, name, day) for name in parameters.givers]
    if principals:
        wrong = f"{receiver} tar {work.many} av {join(principals, 'eller')}"
        first = parameters.givers[0]
        mend = f"låt {principals[0]} ge {work.the}{next_time(register, first, meeting)}"
    else:
        wrong = f"{receiver} lyder inte under {giver}"
        mend = f"lämna frågan till {receiver}{next_time(register, parameters.receiver, meeting)}"
    return breach(
        assignment.id,
        at,
        f"{sentence(_named(register, assignment))} till {receiver} gavs av {giver} vid "
        f"{meeting_name(register, meeting)}, men {wrong}.",
        f"{mend}; följer det av arbetsformerna, skriv normens id (basis); annars ange ett avsteg "
        "med skäl.",
    )


class Basis(Parameters):
    """`forum`: the one that is to be asked for a basis for the parties' decisions."""

    forum: Id

    def references(self) -> Names:
        """The forum."""
        yield ("forum",), self.forum, Target.FORUM


@rule("VR308", "basis-missing", subject=Subject.ITEM, wakes=Phase.DRAFT, parameters=Basis)
def basis_missing(appearance: Appearance, parameters: Basis, context: Context) -> Iterator[Verdict]:
    """A position that the parties' decisions are to follow, without a basis asked for before."""
    register, item = context.register, appearance.item
    matters = [register.matters.get(key) for key in item.all_matters]
    if not takes_position(appearance) or not any(m and m.needs_decisions for m in matters):
        return
    at = register.meeting_place(appearance.meeting, *appearance.pointer)
    treatments = earlier_treatments(register, appearance)
    if any(entry.ended and _assigned(entry, parameters.forum) for entry in treatments):
        yield holds(item.id, at)
        return
    forum = actor(register, parameters.forum, appearance.meeting.date)
    work = word(register, "assignment")
    yield absent(
        item.id,
        at,
        f"{sentence(item_name(register, item))} ska beslutas av "
        f"{word(register, 'party').the_many}, men {forum} har inte fått i {work.one} att ta fram "
        f"underlag för det före {word(register, 'position').the} vid "
        f"{meeting_name(register, appearance.meeting)}.",
        f"ge {forum} {work.the} vid ett tidigare möte där ärendet är uppe, eller ange ett avsteg "
        "med skäl.",
        known=known_since_raised(register, appearance)
        and all(entry.ended and fully_known(register, entry.meeting) for entry in treatments),
    )


def _assigned(entry: Earlier, forum: str) -> bool:
    outcome = entry.appearance.item.outcome if entry.appearance else None
    return any(work.receiver == forum for work in (outcome.assignments if outcome else ()))


@rule("VR513", "log-not-carried", subject=Subject.MEETING, wakes=Phase.HELD)
def log_not_carried(meeting: Meeting, _: NoParameters, context: Context) -> Iterator[Verdict]:
    """What was open when the forum last met is not reported on."""
    register, last = context.register, _last_held(context.register, meeting)
    if last is None:
        return
    told = {r.assignment for i in meeting.items if i.outcome for r in i.outcome.reports}
    known = fully_known(register, meeting) and throughout(
        register, meeting.forum, Aspect.MINUTES, Span(last.date, meeting.date)
    )
    for identifier in _up_at(last):
        there = register.assignments.get(identifier)
        if there is None or _done_before(register, identifier, meeting):
            continue
        at = register.meeting_place(meeting, "agenda")
        if identifier in told:
            yield holds(identifier, at)
        elif not known or not ended_before(last, meeting):
            yield unknown(identifier, at)
        else:
            yield _not_carried(register, meeting, *there)


def _last_held(register: Register, meeting: Meeting) -> Meeting | None:
    """The forum's meeting before this one that was held."""
    meetings = register.by_forum[meeting.forum]
    here = bisect_left(
        meetings, (first_moment(meeting), meeting.id), key=lambda m: (first_moment(m), m.id)
    )
    before = map(meetings.__getitem__, range(here - 1, -1, -1))
    return next((m for m in before if m.cancelled is None and held(m)), None)


def _up_at(meeting: Meeting) -> dict[str, None]:
    """The assignments given or reported on at a meeting, in order."""
    outcomes = [item.outcome for item in meeting.items if item.outcome]
    given = [work.id for outcome in outcomes for work in outcome.assignments]
    return dict.fromkeys(given + [r.assignment for outcome in outcomes for r in outcome.reports])


def _done_before(register: Register, assignment: str, meeting: Meeting) -> bool:
    """Whether another meeting, not known to be later, was told that it was done."""
    return any(
        other.id != meeting.id and first_moment(other) <= first_moment(meeting)
        for other in register.done.get(assignment, ())
    )


def _not_carried(
    register: Register, meeting: Meeting, there: Appearance, assignment: Assignment
) -> Verdict:
    place = register.meeting_place(there.meeting, *there.pointer)
    receiver = actor(register, assignment.receiver, there.meeting.date)
    work = word(register, "assignment")
    soon = next_time(register, meeting.forum, meeting) or " vid nästa möte"
    return breach(
        assignment.id,
        register.meeting_place(meeting, "agenda"),
        f"{sentence(_named(register, assignment))} som {receiver} fick vid "
        f"{meeting_name(register, there.meeting)} är inte "
        f"{work.agree('avslutad', 'avslutat', 'avslutade')} men följdes inte upp vid "
        f"{meeting_name(register, meeting)}.",
        f"skriv hur långt det har kommit under reports: i en punkts outcome (assignment: "
        f"{assignment.id}), eller ta upp det{soon}.",
        Related(place, f"här gavs {work.the}"),
    )
