"""The structure itself: who the parties are, and which forums there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from vrtool.dates import Span
from vrtool.diagnostic import Verdict
from vrtool.model.base import Count, Id, Text
from vrtool.model.structure import Structure
from vrtool.register.kinds import Kind
from vrtool.register.target import Target
from vrtool.register.words import word
from vrtool.rules.base import Context, Names, Parameters, Subject, breach, holds, rule
from vrtool.text import count, join, sentence


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
    norm, party = context.norm, word(context.register, "party")
    if norm is None:
        return
    at = context.register.place(Kind.STRUCTURE, pointer=("parties",))
    found = Counter(party.kind for party in structure.parties.values())
    for kind, wanted in parameters.kinds.items():
        if found[kind] == wanted:
            yield holds(kind, at)
            continue
        yield breach(
            kind,
            at,
            f"{sentence(party.the_many)} är {_counted(structure, kind, found[kind])}; enligt "
            f"{norm.forms.short_name} ska de vara {wanted}.",
            "rätta parties, eller talet i normen om det har ändrats.",
        )
    for kind in sorted(set(found) - set(parameters.kinds)):
        yield breach(
            kind,
            at,
            f"Bland {party.the_many} finns {_counted(structure, kind, found[kind])}, men sådana "
            f"nämns inte i {norm.forms.short_name}.",
            f"rätta kind hos {party.the}.",
        )


def _counted(structure: Structure, kind: str, number: int) -> str:
    """*2 regioner*; by the kind's id where it has no words, which is a fault of its own."""
    words = structure.party_kinds.get(kind)
    return count(number, words.one, words.many) if words else f"{number} av slaget {kind}"


class Named(Parameters):
    """`group`: a group of forums; `names`: what they are called, each of them and no other."""

    group: Id
    names: Annotated[tuple[Text, ...], Field(min_length=1)]

    def references(self) -> Names:
        """The group."""
        yield ("group",), self.group, Target.FORUM_OR_GROUP


@rule("VR805", "forums-named", subject=Subject.STRUCTURE, parameters=Named)
def forums_named(structure: Structure, parameters: Named, context: Context) -> Iterator[Verdict]:
    """A group of forums has one that the working forms do not name, or lacks one that they do."""
    register = context.register
    span = context.forms.span if context.forms else Span()
    borne: set[str] = set()
    for forum in structure.groups.get(parameters.group, (parameters.group,)):
        names = _names(structure, forum, span)
        borne |= names
        at = register.place(Kind.STRUCTURE, pointer=("forums", forum, "names"))
        if names & {*parameters.names}:
            yield holds(forum, at)
        elif forum in structure.forums:
            yield breach(
                forum,
                at,
                f"{structure.forums[forum].names[-1].name} är inget av de forum som arbetsformerna "
                f"nämner: {join(list(parameters.names))}.",
                f"rätta namnet, eller ta bort {forum} ur gruppen {parameters.group}.",
            )
    for name in parameters.names:
        if name not in borne:
            yield breach(
                name,
                register.place(Kind.STRUCTURE, pointer=("groups", parameters.group)),
                f"{name} nämns i arbetsformerna men finns inte i gruppen {parameters.group}.",
                "lägg upp forumet och skriv in det i gruppen, eller rätta dess namn.",
            )


def _names(structure: Structure, forum: str, span: Span) -> set[str]:
    """Every name the forum bears on days when the rulebook is applied."""
    known = structure.forums.get(forum)
    names = known.names if known else ()
    return {entry.name for entry in names if Span(entry.start, entry.end).overlaps(span)}
