"""The officials' proposal that stands behind an item for a position."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import Span
from vrtool.diagnostic import Verdict
from vrtool.model.base import SlashedId
from vrtool.model.matter import Brief, Matter, Submitted
from vrtool.model.working_forms import Phase
from vrtool.register.completeness import fully_known
from vrtool.register.describe import matter_name, meeting_name
from vrtool.register.register import Appearance, Register
from vrtool.register.seats import office_label
from vrtool.register.target import Target
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.rules.preparation import takes_position
from vrtool.text import join, sentence


class Submitting(Parameters):
    """`office`: the office, `<body>/<office>`, whose holder answers for the proposal."""

    office: SlashedId

    def references(self) -> Names:
        """The office."""
        yield ("office",), self.office, Target.OFFICE


@rule(
    "VR516",
    "officials-proposal",
    subject=Subject.ITEM,
    wakes=Phase.FIXED,
    parameters=Submitting,
)
def officials_proposal(
    appearance: Appearance, parameters: Submitting, context: Context
) -> Iterator[Verdict]:
    """An item for a position has no proposal, or one that another official submitted."""
    register, item = context.register, appearance.item
    if not takes_position(appearance):
        return
    if not item.all_matters:
        yield unknown(item.id, register.meeting_place(appearance.meeting, *appearance.pointer))
    for key in item.all_matters:
        matter = register.matters.get(key)
        if matter is None:
            yield unknown(item.id, register.meeting_place(appearance.meeting, *appearance.pointer))
        else:
            yield _proposal(register, appearance, matter, parameters.office)


def _proposal(register: Register, appearance: Appearance, matter: Matter, office: str) -> Verdict:
    brief = matter.brief or Brief()
    submitted = brief.submitted or Submitted()
    at = register.matter_place(matter, *(("brief",) if matter.brief else ()))
    there = {
        "proposal": ("förslag", bool(brief.proposal or appearance.item.proposal)),
        "submitted: by": ("uppgift om vem som lämnar förslaget", submitted.by is not None),
    }
    missing = {name: what for name, (what, told) in there.items() if not told}
    if missing or submitted.by is None:
        return absent(
            appearance.item.id,
            at,
            f"{sentence(matter_name(matter))} saknar {join(list(missing.values()), 'och')} inför "
            f"{meeting_name(register, appearance.meeting)}.",
            f"skriv {join(list(missing))} under brief:, eller ange ett avsteg med skäl.",
            known=fully_known(register, appearance.meeting),
        )
    return _by_holder(register, appearance, matter, office, submitted.by)


def _by_holder(
    register: Register, appearance: Appearance, matter: Matter, office: str, by: str
) -> Verdict:
    """Whether the one who submits held the office at the meeting, or since the matter was raised.

    Who else held it then is named.
    """
    day = appearance.meeting.date
    first = min(matter.raised, day) if matter.raised else day
    at = register.matter_place(matter, "brief", "submitted", "by")
    held = [
        t for t in register.rosters.offices.get(office, ()) if t.span.overlaps(Span(first, day))
    ]
    holders = list(dict.fromkeys(tenure.who for tenure in held if tenure.who))
    if by in holders:
        return holds(appearance.item.id, at)
    if not holders or by not in register.rosters.people:
        return unknown(appearance.item.id, at)
    names = join([register.person(who) for who in holders], "eller")
    return breach(
        appearance.item.id,
        at,
        f"Förslaget i {matter_name(matter)} lämnas av {register.person(by)}; för det svarar "
        f"{names} ({office_label(register, office)}).",
        "rätta by: under submitted, eller ange ett avsteg med skäl.",
    )
