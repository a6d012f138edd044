"""The structure itself: who the parties are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.diagnostic import Verdict
from vrtool.model.base import Count, Id
from vrtool.model.structure import Structure
from vrtool.register.kinds import Kind
from vrtool.register.target import Target
from vrtool.rules.base import Context, Names, Parameters, Subject, breach, holds, rule
from vrtool.text import count


class Kinds(Parameters):
    """`kinds`: how many parties there are of each kind."""

    kinds: Annotated[dict[Id, Count], Field(min_length=1)]

    def references(self) -> Names:
        """The kinds of party."""
        for kind in self.kinds:
            yield ("kinds", kind), kind, Target.PARTY_KIND


@rule("VR801", "parties", subject=Subject.STRUCTURE, parameters=Kinds)
def parties(structure: Structure, parameters: Kinds, context: Context) -> Iterator[Verdict]:
    """Other parties than those that signed the agreement."""
    at = context.register.place(Kind.STRUCTURE, pointer=("parties",))
    found = Counter(party.kind for party in structure.parties.values())
    for kind, wanted in parameters.kinds.items():
        if found[kind] == wanted:
            yield holds(kind, at)
            continue
        words = structure.party_kinds.get(kind)
        one, many = (words.one, words.many) if words else (kind, kind)
        yield breach(
            kind,
            at,
            f"Parterna är {count(found[kind], one, many)}; avtalet ingicks av {wanted}.",
            "rätta parties, eller talet i normen om avtalet har ändrats.",
        )
    for kind in sorted(set(found) - set(parameters.kinds)):
        yield breach(
            kind,
            at,
            f"Bland parterna finns {found[kind]} av slaget {kind}, som avtalet inte nämner.",
            "rätta kind hos parten.",
        )
