"""Values and differing places in Swedish, with the names of people, parties and forums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vrtool.dates import MONTHS, Hours, parse_day, swedish_date, swedish_hours
from vrtool.history.change import Act, Change
from vrtool.history.labels import CHOICES, CHOSEN, USUAL
from vrtool.history.places import ANYTHING, Kind, entry, is_amount, is_choice, is_flag, step
from vrtool.history.plain import ALL, Leaf, Path
from vrtool.history.seat_rules import seat_rule
from vrtool.model.item import AS_PROPOSED
from vrtool.model.working_forms import SeatRule
from vrtool.register.seats import office_label, party_of_body
from vrtool.text import join, number, quote, sentence

if TYPE_CHECKING:
    from vrtool.model.structure import Structure
    from vrtool.register.register import Register

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOURS = re.compile(r"[0-9]{2}:[0-9]{2}–[0-9]{2}:[0-9]{2}")
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_FREE = frozenset({
    "title", "name", "short_name", "text", "reason", "proposal", "summary", "description", "note",
    "source", "view", "task", "place", "way_forward", "label", "organisation", "id", "norm",
    "taken_in", "not_taken_in", "guiding_words", "aliases", "questions",
})  # fmt: skip
"""Fields whose text is shown as it stands, with a sign where a line ends."""
_MONTHS = ("month", "months")
_WORDS = {ALL: "alla", AS_PROPOSED: "enligt förslaget"}
"""Values that are words of the files' own."""
_OWN = ("title", "name", "who", "party", "text", "id")
"""What a map of several fields is told by: the first of these that it has."""


class Teller:
    """Tells of values by the names that the first register which knows them has."""

    def __init__(self, *registers: Register) -> None:
        self._registers = registers

    def value(self, value: Any, field: str = "", kind: Kind = ANYTHING) -> str:  # noqa: ANN401 - what a record holds
        """A value of a field in words, by its type; nothing for None."""
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, list):
            return join([self.value(part, field, entry(kind)) for part in value])
        if isinstance(value, dict):
            return seat_rule(self.name, value) if kind is SeatRule else self._map(value, kind)
        if value is not None and is_amount(kind):
            return _amount(Decimal(value))
        return "" if value is None else self._text(str(value), field, kind)

    def _map(self, value: dict[str, Any], kind: Kind) -> str:
        own = next((key for key in _OWN if value.get(key)), None)
        shown = [key for key in value if key != own and not (key == "id" and own)]
        rest = [
            f"{self._step(kind, key)} {self._quoted(value, key, kind)}".strip() for key in shown
        ]
        first = [self._part(value, own, kind)] if own else []
        return ", ".join([*first, *rest])

    def _part(self, value: dict[str, Any], key: str, kind: Kind) -> str:
        return self.value(value[key], key, step(kind, key).kind)

    def _quoted(self, value: dict[str, Any], key: str, kind: Kind) -> str:
        """The same, in quotation marks where it is a text of its own among others."""
        told = self._part(value, key, kind)
        return quote(told) if key in _FREE and " " in told else told

    def _step(self, kind: Kind, name: str) -> str:
        label = step(kind, name).label
        return self.name(name) if label is None else label

    def _text(self, text: str, field: str, kind: Kind) -> str:
        if is_choice(kind) or (kind is ANYTHING and field in CHOSEN and text in CHOICES):
            return CHOICES[text]
        if text in _WORDS:
            return _WORDS[text]
        if field in _FREE:
            return _BREAK.sub(" ¶ ", text.strip())
        return _time(text, field) or self.name(text)

    def name(self, identifier: str) -> str:
        """What a person, a party, a forum or a matter is called; the id where nobody knows it."""
        names = (_name(register, identifier) for register in self._registers)
        return next((name for name in names if name is not None), identifier)

    def changes(self, leaves: Iterable[Leaf], kind: Kind, *, of: str = "") -> Iterator[Change]:
        """The differing places of a value of the kind as changes, those of one list together.

        `of` names what has them.
        """
        for path, group in groupby(leaves, key=lambda leaf: leaf.path):
            different = list(group)
            labels, there = self._way(path, kind)
            if len(labels) > 1 and _only(different) == labels[-1]:
                labels.pop()  # a list of names by id, with a name that came or went
            label = ", ".join(labels)
            what = f"{of}: {label}" if of else sentence(label)
            yield from self._of_one_place(what, path[-1] if path else "", there, different)

    def _way(self, path: Path, kind: Kind) -> tuple[list[str], Kind]:
        """What the steps of a path are called, and the type of what it leads to."""
        labels = []
        for name in path:
            labels.append(self._step(kind, name))
            kind = step(kind, name).kind
        return list(filter(None, labels)), entry(kind)  # entries of lists come one by one

    def _of_one_place(
        self, what: str, field: str, kind: Kind, leaves: list[Leaf]
    ) -> Iterator[Change]:
        leaves = [_with_usual(leaf, field, kind) for leaf in leaves]
        told = [
            (self.value(leaf.before, field, kind), self.value(leaf.after, field, kind), leaf)
            for leaf in leaves
        ]
        for before, after, leaf in told:
            if leaf.before is not None and leaf.after is not None:
                yield Change(Act.CHANGED, what, before, after)
        gone = [before for before, _, leaf in told if leaf.after is None]
        come = [after for _, after, leaf in told if leaf.before is None]
        if gone and come:
            yield Change(Act.CHANGED, what, _listed(gone), _listed(come))
        elif gone:
            yield Change(Act.REMOVED, f"{what} tas bort", before=_listed(gone))
        elif come:
            yield Change(Act.ADDED, what, after=_listed(come))


def _amount(amount: Decimal) -> str:
    """*20 000,5*: as written, without noughts that say nothing."""
    whole, _, rest = f"{abs(amount):f}".partition(".")
    minus, rest = "−" if amount < 0 else "", rest.rstrip("0")
    return f"{minus}{number(int(whole))}{f',{rest}' if rest else ''}"


def _time(text: str, field: str) -> str:
    """A day, hours or a month in words; nothing for what is none of them."""
    if _DAY.fullmatch(text):
        return swedish_date(parse_day(text))
    if _HOURS.fullmatch(text):
        return swedish_hours(Hours.parse(text))
    return MONTHS[int(text) - 1] if field in _MONTHS and text.isdecimal() else ""


def _only(leaves: list[Leaf]) -> object:
    """What came or went, where that is all."""
    sides = [side for leaf in leaves for side in (leaf.before, leaf.after) if side is not None]
    return sides[0] if len(sides) == 1 else None


def _listed(parts: list[str]) -> str:
    """Several values in a row, kept apart by more than the commas that they hold."""
    return "; ".join(parts) if any("," in part for part in parts) else join(parts)


def _with_usual(leaf: Leaf, field: str, kind: Kind) -> Leaf:
    usual = USUAL.get(field, False if is_flag(kind) and leaf.after is None else None)
    before = usual if leaf.before is None else leaf.before
    return Leaf(leaf.path, before, usual if leaf.after is None else leaf.after)


def _name(register: Register, identifier: str) -> str | None:
    structure = register.structure
    if identifier in register.rosters.people:
        return register.person(identifier)
    if identifier in structure.parties:
        return register.party(identifier)
    if identifier in structure.forums:
        return structure.forums[identifier].names[-1].short_name
    if identifier in register.matters:
        return f"{identifier} {quote(register.matters[identifier].title)}"
    return _word(structure, identifier) or _office(register, identifier)


def _word(structure: Structure, identifier: str) -> str | None:
    """What the structure calls a kind of party, a board, a part of the county, a topic."""
    kinds = {key: kind.many for key, kind in structure.party_kinds.items()}
    boards = {key: board.name for key, board in structure.boards.items()}
    every = (kinds, boards, structure.areas, structure.topics, structure.political_parties)
    return next((names[identifier] for names in every if identifier in names), None)


def _office(register: Register, identifier: str) -> str | None:
    known = identifier.rpartition("/")[2] in register.structure.offices
    return office_name(register, identifier) if known else None


def office_name(register: Register, office: str) -> str:
    """An office with what it is an office in: *vice ordförande i rådet*."""
    label, body = office_label(register, office), office.rpartition("/")[0]
    if " i " in label:
        return label
    if body in register.structure.forums:
        return f"{label} i {register.structure.forums[body].names[-1].short_name}"
    party = party_of_body(register, office)
    return f"{label} i {register.party(party)}" if party else label
