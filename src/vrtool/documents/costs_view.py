"""What the statement of a year's costs holds: finished Swedish text and truth values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vrtool.documents.parts import Shortcoming


@dataclass(frozen=True, slots=True)
class CostRow:
    """A line of figures; `total` where it sums those of several parties."""

    cells: tuple[str, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class CostTable:
    """A table whose first column names who, the others figures; each row has all its columns."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[CostRow, ...]


@dataclass(frozen=True, slots=True)
class CostsView:
    """The costs of one year.

    `ground` is the table of what the level rests on, `shares` sentences on who stands for how much
    of it, `amounts` the table of what is to be paid, `method` sentences on how that is worked out.
    `issued` is the day, as YYYY-MM-DD, that dates the document.
    """

    id: str
    issued: str
    organisation: str
    title: str
    subtitle: str
    stamp: str
    shortcomings: tuple[Shortcoming, ...]
    unit: str
    ground: CostTable
    shares: tuple[str, ...]
    amounts: CostTable
    method: tuple[str, ...]
    note: str
    source: str
