"""How a rulebook came to be in force, is changed and ends: by every party, or by a position."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from vrtool.dates import swedish_date
from vrtool.diagnostic import Place, Related, Verdict
from vrtool.model.base import Id, Ids
from vrtool.model.structure import Structure
from vrtool.model.working_forms import Condition, WorkingForms
from vrtool.register.describe import meeting_name, parties
from vrtool.register.kinds import Kind
from vrtool.register.norms import NormInForce
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Subject,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.establishment import settled_at
from vrtool.text import join, sentence


class Deciding(Parameters):
    """`kinds`: the kinds of party that are to have decided; all of them where none is named."""

    kinds: Ids = ()

    def references(self) -> Names:
        """The kinds of party."""
        for index, kind in enumerate(self.kinds):
            yield ("kinds", index), kind, Target.PARTY_KIND


@rule("VR804", "decided-by-all", subject=Subject.STRUCTURE, parameters=Deciding)
def decided_by_all(_: Structure, parameters: Deciding, context: Context) -> Iterator[Verdict]:
    """A rulebook came into force before every party had decided, or a condition was met."""
    register, forms = context.register, context.forms
    if forms is None:
        return
    yield from _decisions(register, forms, parameters)
    for index, condition in enumerate(forms.conditions):
        yield _condition(register, forms, index, condition)


def _decisions(register: Register, forms: WorkingForms, parameters: Deciding) -> Iterator[Verdict]:
    """Whether every party asked had decided on the rulebook when it came into force."""
    at = _place(register, forms, "decided")
    if not forms.decided:
        yield unknown(forms.id, at)
        return
    structure, start = register.structure, forms.in_force.start
    kinds = parameters.kinds or tuple(structure.party_kinds)
    parties_asked = [key for key, party in structure.parties.items() if party.kind in kinds]
    missing = [party for party in parties_asked if party not in forms.decided]
    late = [party for party in parties_asked if forms.decided.get(party, start) > start]
    if missing:
        yield breach(
            forms.id,
            at,
            f"{sentence(forms.short_name)} tillämpas från {swedish_date(start)}, "
            f"men beslut saknas från {parties(register, missing)}.",
            "skriv till dagen för deras beslut under decided:, eller vänta med in_force.",
        )
    for party in late:
        yield _decided_late(register, forms, party)
    if not missing and not late:
        yield holds(forms.id, at)


def _decided_late(register: Register, forms: WorkingForms, party: str) -> Verdict:
    return breach(
        forms.id,
        _place(register, forms, "decided", party),
        f"{register.party(party)} beslutade om {forms.short_name} först "
        f"{swedish_date(forms.decided[party])}; regelverket tillämpas från "
        f"{swedish_date(forms.in_force.start)}.",
        f"rätta datumen, eller låt in_force börja när alla {word(register, 'party').many} har "
        "beslutat.",
        Related(_place(register, forms, "in_force", "from"), "här anges från när det tillämpas"),
    )


def _condition(
    register: Register, forms: WorkingForms, index: int, condition: Condition
) -> Verdict:
    """Whether what others were to do was done in time: by its day, before the rulebook applied."""
    if condition.met is None:
        return unknown(forms.id, _place(register, forms, "conditions", index))
    at = _place(register, forms, "conditions", index, "met")
    latest = min(forms.in_force.start, condition.by or forms.in_force.start)
    if condition.met <= latest:
        return holds(forms.id, at)
    return breach(
        forms.id,
        at,
        f"Villkoret ”{condition.text}” för {forms.short_name} uppfylldes först "
        f"{swedish_date(condition.met)}; det skulle vara uppfyllt senast {swedish_date(latest)}.",
        "rätta det datum som är fel (met, by eller in_force).",
    )


# Changed, or left


@rule("VR807", "changed-or-left", subject=Subject.STRUCTURE, parameters=Deciding)
def changed_or_left(_: Structure, parameters: Deciding, context: Context) -> Iterator[Verdict]:
    """A rulebook was changed without every party's decision, or goes on though one has left."""
    register, forms = context.register, context.forms
    if forms is None:
        return
    for other in register.working_forms.values():
        if _changes(other, forms):
            yield from _decisions(register, other, parameters)
    for party, day in forms.left.items():
        yield _ended(register, forms, party, day)


def _changes(other: WorkingForms, forms: WorkingForms) -> bool:
    """Whether one rulebook adds to another, or takes the place of any of its norms."""
    replaced = {old for norm in other.norms.values() for old in norm.replaces}
    return other is not forms and (
        other.supplements == forms.id or not replaced.isdisjoint(forms.norms)
    )


def _ended(register: Register, forms: WorkingForms, party: str, day: date) -> Verdict:
    at, end = _place(register, forms, "left", party), forms.in_force.end
    if end is not None and end <= day:
        return holds(party, at)
    on = f"till och med {swedish_date(end)}" if end else "tills vidare"
    return breach(
        party,
        at,
        f"{register.party(party)} lämnade {forms.short_name} {swedish_date(day)}, men "
        f"tillämpningen fortsätter {on}.",
        f"skriv to: {day.isoformat()} under in_force, eller rätta dagen då "
        f"{word(register, 'party').the} lämnade.",
        Related(
            _place(register, forms, "in_force", "to" if end else "from"),
            "här anges hur länge det tillämpas",
        ),
    )


def _place(register: Register, forms: WorkingForms, *pointer: str | int) -> Place:
    return register.place(Kind.WORKING_FORMS, forms.id, pointer)


class Updated(Parameters):
    """`position_in`: where the position is taken; `initiative`: whose it may be on."""

    position_in: Id
    initiative: Annotated[Ids, Field(min_length=1)]

    def references(self) -> Names:
        """The forums."""
        yield ("position_in",), self.position_in, Target.FORUM
        for index, forum in enumerate(self.initiative):
            yield ("initiative", index), forum, Target.FORUM_OR_GROUP


@rule("VR806", "updated-by", subject=Subject.STRUCTURE, parameters=Updated)
def updated_by(_: Structure, parameters: Updated, context: Context) -> Iterator[Verdict]:
    """A rulebook that supplements another rests on no position, or on the wrong initiative."""
    register, norm = context.register, context.norm
    for forms in _supplementing(register, norm) if norm else ():
        yield _rests_on(register, forms, parameters.position_in)
        yield _on_initiative(register, forms, parameters.initiative)


def _supplementing(register: Register, norm: NormInForce) -> Iterator[WorkingForms]:
    """The norm's own rulebook if it supplements another, and those that come to supplement it.

    A later one that has such a norm of its own is judged by that.
    """
    for forms in register.working_forms.values():
        own = any(other.rule == norm.norm.rule for other in forms.norms.values())
        if forms.id == norm.forms.id:
            if forms.supplements:
                yield forms
        elif forms.supplements == norm.forms.id and not own:
            yield forms


def _rests_on(register: Register, forms: WorkingForms, forum: str) -> Verdict:
    at = _place(register, forms, "position")
    settled = settled_at(register, forms.position) if forms.position else None
    if settled is None:
        return unknown(forms.id, at)
    meeting, start = settled.meeting, forms.in_force.start
    where = register.forum_name(forum, meeting.date)
    position = word(register, "position")
    if meeting.forum != forum:
        what = f"men {position.the} hör hemma i {where}"
    elif meeting.cancelled is not None:
        what = "som ställdes in"
    elif meeting.last_day > start:
        what = f"som hölls efter att tillämpningen började {swedish_date(start)}"
    elif settled.positions:
        return holds(forms.id, at)
    elif settled.told:
        what = f"men där blev det {position.none}"
    else:
        return unknown(forms.id, at)
    return breach(
        forms.id,
        at,
        f"{sentence(forms.short_name)} sägs vila på {meeting_name(register, meeting)}, {what}.",
        f"ange det möte i {where} som ledde till {position.the}, eller flytta fram in_force.",
        Related(register.meeting_place(meeting), "mötet"),
    )


def _on_initiative(register: Register, forms: WorkingForms, names: tuple[str, ...]) -> Verdict:
    at, allowed = _place(register, forms, "initiative"), register.forums_of(names)
    if forms.initiative is None:
        return unknown(forms.id, at)
    if forms.initiative in allowed:
        return holds(forms.id, at)
    day = forms.in_force.start
    forums = join([register.forum_name(forum, day) for forum in sorted(allowed)], "eller")
    return breach(
        forms.id,
        at,
        f"{sentence(forms.short_name)} togs fram på initiativ av "
        f"{register.forum_name(forms.initiative, day)}; det initiativet tar {forums}.",
        "rätta initiative, eller låt något av dem ta initiativet på nytt.",
    )
