"""The networks of officials that support a forum, and who named them."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.dates import Span
from vrtool.diagnostic import Related, Verdict
from vrtool.model.base import Id
from vrtool.model.item import OutcomeKind
from vrtool.register.completeness import Aspect, spans
from vrtool.register.describe import meeting_name
from vrtool.register.kinds import Kind
from vrtool.register.register import Register
from vrtool.register.target import Target
from vrtool.rules.base import (
    Context,
    Names,
    Parameters,
    Seating,
    Subject,
    absent,
    breach,
    holds,
    rule,
    unknown,
)
from vrtool.text import join, sentence


class NamedBy(Parameters):
    """`named_by`: the forum that names the networks, where one does."""

    named_by: Id | None = None

    def references(self) -> Names:
        """The forum."""
        if self.named_by:
            yield ("named_by",), self.named_by, Target.FORUM


@rule("VR803", "networks", subject=Subject.SEATING, parameters=NamedBy)
def networks(seating: Seating, parameters: NamedBy, context: Context) -> Iterator[Verdict]:
    """A forum has no network to support it, or one that was named elsewhere."""
    register, forum = context.register, seating.forum
    tied = [key for key, one in register.rosters.networks.items() if forum in one.forums]
    for key in tied:
        yield _naming(register, key, parameters.named_by)
    if tied:
        return
    stands = Span(seating.first, seating.last)
    names = [network.name for network in register.rosters.networks.values()]
    such = f" (där finns {join(names)})" if names else ""
    yield absent(
        forum,
        register.place(Kind.ROSTERS, pointer=("networks",)),
        f"{sentence(register.forum_name(forum, seating.first))} har inget nätverk knutet till sig.",
        f"skriv forums: [{forum}] hos nätverket under networks i forums.yaml{such}.",
        known=any(span.overlaps(stands) for span in spans(register, forum, Aspect.ROSTERS)),
    )


_NOT_NAMED = {OutcomeKind.POSTPONED, OutcomeKind.RETURNED, OutcomeKind.WITHDRAWN}


def _naming(register: Register, network: str, by: str | None) -> Verdict:
    at = register.place(Kind.ROSTERS, pointer=("networks", network, "named_at"))
    reference = register.rosters.networks[network].named_at
    if by is None:
        return holds(network, at)
    meeting, appearance = register.item_at(reference or "")
    if meeting is None:
        return unknown(network, at)
    outcome = appearance.item.outcome if appearance else None
    not_done = meeting.cancelled is not None or (outcome and outcome.kind in _NOT_NAMED)
    if meeting.forum == by and not not_done:
        return holds(network, at)
    forum = register.forum_name(by, meeting.date)
    what = "men där blev inget utsett" if not_done else f"men det är {forum} som utser nätverken"
    return breach(
        network,
        at,
        f"{sentence(register.rosters.networks[network].name)} sägs vara utsett vid "
        f"{meeting_name(register, meeting)}, {what}.",
        f"skriv det möte då {forum} utsåg nätverket, eller ange ett avsteg i deviations.yaml.",
        Related(register.meeting_place(meeting), "mötet"),
    )
