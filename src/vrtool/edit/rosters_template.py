"""A table to fill in: every place there is, with whoever has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrtool.atomic import unwritable, write_whole
from vrtool.edit.rosters_places import Places, tenures_in
from vrtool.edit.rosters_table import CSV, XLSX, Row, table_bytes
from vrtool.errors import CannotDo, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vrtool.register.register import Register


def write_template(register: Register, path: Path, day: date) -> int:
    """Write the table, CSV or a spreadsheet by the file's ending. Out: how many places it has.

    `day` is the one whose places and holders are told. Raises WrongUsage for another ending,
    CannotDo for a file that is there already or cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in {CSV, XLSX}:
        raise WrongUsage(f"{path} är varken .csv eller .xlsx. Ge filen en av de ändelserna.")
    if path.exists():
        raise CannotDo(f"{path} finns redan och skrivs inte över. Ange ett annat namn.")
    rows = list(_rows(register, day))
    made = table_bytes(rows, kind, day)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path.parent, error) from error
    write_whole({path: made})
    return len(rows)


def _rows(register: Register, day: date) -> Iterator[Row]:
    """Each place with its holder; what is told of a person is left for whoever comes."""
    places = Places(register, day)
    for line, place in enumerate(places.all, start=2):
        covering = register.covering(tenures_in(register.rosters, place), day)
        holder = next((tenure.who for tenure in covering if tenure.who), None)
        yield Row(
            line,
            name=register.person(holder) if holder else "",
            party=register.party(place.party) if place.party else "",
            forum=places.forums(place),
            office=place.label,
            place=places.written(place),
        )
