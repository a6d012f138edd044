"""Tables of who has which place, read and carried out in a repo of the tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vrtool.edit.change import write
from vrtool.edit.lock import locked
from vrtool.edit.rosters_plan import Plan, roster_change
from vrtool.edit.rosters_table import Row, read_table
from vrtool.register.load import load
from vrtool.register.register import Register


def register_of(root: Path) -> Register:
    found = load(root).register
    assert found is not None
    return found


def carried_out(root: Path, plan: Plan) -> Register:
    with locked(root) as lock:
        write(lock, [roster_change(lock, register_of(root), plan)])
    return register_of(root)


def rows_of(root: Path, text: str, encoding: str = "utf-8") -> tuple[Row, ...]:
    path = root / "tabell.csv"
    path.write_bytes(text.encode(encoding))
    return read_table(path).rows


def holders(register: Register, office: str) -> list[tuple[str | None, date | None]]:
    return [(tenure.who, tenure.start) for tenure in register.rosters.offices[office]]
