"""Values and differing places in Swedish, with the names of people, parties and forums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vrtool.dates import Hours, parse_day, swedish_date, swedish_hours
from vrtool.history.change import Act, Change
from vrtool.history.labels import CHOICES, CHOSEN, LABELS, USUAL
from vrtool.history.plain import ALL, Leaf, Path
from vrtool.text import join, quote, sentence

if TYPE_CHECKING:
    from vrtool.register.register import Register

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOURS = re.compile(r"[0-9]{2}:[0-9]{2}–[0-9]{2}:[0-9]{2}")
_FREE = frozenset({
    "title", "name", "short_name", "text", "reason", "proposal", "summary", "description", "note",
    "source", "view", "task", "place", "way_forward", "label", "organisation", "id", "norm",
    "taken_in", "not_taken_in", "guiding_words", "aliases", "questions",
})  # fmt: skip
"""Fields whose text is shown as it stands."""


class Teller:
    """Tells of values by the names that the first register which knows them has."""

    def __init__(self, *registers: Register) -> None:
        self._registers = registers

    def value(self, value: Any, field: str = "") -> str:  # noqa: ANN401 - what a record holds
        """A value of a field in words; nothing for None."""
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, list):
            return join([self.value(part, field) for part in value])
        if isinstance(value, dict):
            return self._map(value)
        return "" if value is None else self._text(str(value), field)

    def _map(self, value: dict[str, Any]) -> str:
        own = next((key for key in ("title", "name", "who", "id") if value.get(key)), None)
        rest = [
            f"{LABELS.get(key, key)} {self.value(part, key)}"
            for key, part in value.items()
            if key != own and not (key == "id" and own)
        ]
        first = [self.value(value[own], own)] if own else []
        return ", ".join([*first, *rest])

    def _text(self, text: str, field: str) -> str:
        if field in CHOSEN:
            return CHOICES.get(text, text)
        if field in _FREE:
            return text
        if text == ALL:
            return "alla"
        if _DAY.fullmatch(text):
            return swedish_date(parse_day(text))
        if _HOURS.fullmatch(text):
            return swedish_hours(Hours.parse(text))
        return self.name(text)

    def name(self, identifier: str) -> str:
        """What a person, a party, a forum or a matter is called; the id where nobody knows it."""
        names = (_name(register, identifier) for register in self._registers)
        return next((name for name in names if name is not None), identifier)

    def _label(self, path: Path) -> str:
        return ", ".join(LABELS.get(step) or self.name(step) for step in path)

    def changes(self, leaves: Iterable[Leaf], *, of: str = "") -> Iterator[Change]:
        """The differing places as changes, those of one list together. `of` names what has them."""
        ordered = list(leaves)
        for path, group in groupby(ordered, key=lambda leaf: leaf.path):
            label = self._label(path)
            what = f"{of}: {label}" if of else sentence(label)
            yield from self._of_one_place(what, path[-1] if path else "", list(group))

    def _of_one_place(self, what: str, field: str, leaves: list[Leaf]) -> Iterator[Change]:
        leaves = [_with_usual(leaf, field) for leaf in leaves]
        for leaf in leaves:
            if leaf.before is not None and leaf.after is not None:
                before, after = self.value(leaf.before, field), self.value(leaf.after, field)
                yield Change(Act.CHANGED, what, before, after)
        gone = [self.value(leaf.before, field) for leaf in leaves if leaf.after is None]
        come = [self.value(leaf.after, field) for leaf in leaves if leaf.before is None]
        if gone and come:
            yield Change(Act.CHANGED, what, join(gone), join(come))
        elif gone:
            yield Change(Act.REMOVED, what, before=join(gone))
        elif come:
            yield Change(Act.ADDED, what, after=join(come))


def _with_usual(leaf: Leaf, field: str) -> Leaf:
    usual = USUAL.get(field)
    before = usual if leaf.before is None else leaf.before
    return Leaf(leaf.path, before, usual if leaf.after is None else leaf.after)


def _name(register: Register, identifier: str) -> str | None:
    if identifier in register.rosters.people:
        return register.person(identifier)
    if identifier in register.structure.parties:
        return register.party(identifier)
    forum = register.structure.forums.get(identifier)
    if forum and forum.names:
        return forum.names[-1].short_name
    kind = register.structure.party_kinds.get(identifier)
    if kind:
        return kind.many
    matter = register.matters.get(identifier)
    return f"{identifier} {quote(matter.title)}" if matter else None
