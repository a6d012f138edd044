"""A line of a forum's composition in words: *kommundirektör i alla kommuner*."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from vrtool.text import count, join

if TYPE_CHECKING:
    from vrtool.history.plain import Plain

Named: TypeAlias = Callable[[str], str]
"""What an id is called."""


def seat_rule(named: Named, rule: Plain) -> str:
    """The line as files have it, in words."""
    if boards := rule.get("presidium"):
        one = "presidiet" if len(boards) == 1 else "presidierna"
        told = f"{one} i {_names(named, boards)}"
    elif office := rule.get("office"):
        where = _where(named, rule)
        told = f"{named(office)} i {where}" if where else named(office)
    else:
        told = _appointed(named, rule)
    return f"{told}, med ersättare" if rule.get("deputies") else told


def _appointed(named: Named, rule: Plain) -> str:
    several = "each" in rule or len(rule.get("parties") or rule.get("areas") or ()) > 1
    people = count(rule.get("count", 1), "utsedd", "utsedda")
    where = _where(named, rule)
    parts = [f"{people} vardera" if several else people]
    parts += [f"från {where}"] if where else []
    parts += [f"bland dem som är {named(rule['chosen_from'])}"] if "chosen_from" in rule else []
    return f"{' '.join(parts)} (platserna {rule.get('appointed')})"


def _where(named: Named, rule: Plain) -> str:
    """Which parties, boards or parts of the county the seats belong to; nothing where none is."""
    willing = " som vill" if rule.get("offered") else ""
    if each := rule.get("each"):
        return f"{'de' if willing else 'alla'} {named(each)}{willing}"
    here = (rule.get(field) for field in ("parties", "boards", "bodies", "areas"))
    where = _names(named, next(filter(None, here), ()))
    return f"{where}, om viljan finns" if where and willing else where


def _names(named: Named, identifiers: Any) -> str:  # noqa: ANN401 - what a record holds
    return join([named(identifier) for identifier in identifiers])
