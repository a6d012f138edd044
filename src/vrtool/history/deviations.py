"""Deviations recorded, changed and taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from vrtool.history.change import Act, Change
from vrtool.history.plain import leaves, plain
from vrtool.model.deviation import Deviation
from vrtool.text import quote

if TYPE_CHECKING:
    from vrtool.history.telling import Teller


def deviation_changes(
    teller: Teller,
    before: Sequence[Deviation],
    after: Sequence[Deviation],
    titles: Mapping[str, str],
) -> Iterator[Change]:
    """What became of the deviations, by norm and subject; `titles` are of items."""
    old, new = _by_subject(before), _by_subject(after)
    for key, deviation in old.items():
        if key not in new:
            yield Change(Act.REMOVED, f"Avsteget från {_name(teller, deviation, titles)} tas bort")
    for key, deviation in new.items():
        name = _name(teller, deviation, titles)
        if key not in old:
            yield Change(Act.ADDED, f"Avsteg från {name}", after=deviation.reason)
        else:
            different = leaves(plain(old[key]), plain(deviation))
            yield from teller.changes(different, Deviation, of=f"Avsteget från {name}")


def _by_subject(deviations: Sequence[Deviation]) -> dict[tuple[str, ...], Deviation]:
    found: dict[tuple[str, ...], Deviation] = {}
    for deviation in deviations:
        key: tuple[str, ...] = (deviation.norm, deviation.on or "", deviation.forum or "")
        while key in found:
            key = (*key, "")
        found[key] = deviation
    return found


def _name(teller: Teller, deviation: Deviation, titles: Mapping[str, str]) -> str:
    on = deviation.on
    subject = f" för {quote(titles[on]) if on in titles else teller.name(on)}" if on else ""
    forum = f" i {teller.name(deviation.forum)}" if deviation.forum else ""
    return f"{deviation.norm}{subject}{forum}"
