"""What a check would say of records that are not written yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.repos import ROSTERS, council, write_repo
from vrtool.edit.consequences import consequences
from vrtool.model.rosters import AppointedSeat, Rosters, Tenure
from vrtool.register.load import load, readable

DUPLICATE = ROSTERS.replace("Arne Al", "Asta Al")


def _with_seat(rosters: Rosters, who: str) -> Rosters:
    tenure = Tenure.model_validate({"who": who, "from": "2030-01-01"})
    seats = {**rosters.seats, "br/alby/1": AppointedSeat(members=(tenure,))}
    return rosters.model_copy(update={"seats": seats})


def test_records_as_they_are_bring_nothing(tmp_path: Path) -> None:
    write_repo(tmp_path, council({"forums.yaml": DUPLICATE}))
    loaded = load(tmp_path)
    same = consequences(loaded, readable(loaded))
    assert (same.new, same.gone, same.failing, same.about_data) == ((), 0, (), ())


def test_what_is_new_and_what_is_gone_is_told(tmp_path: Path) -> None:
    write_repo(tmp_path, council({"forums.yaml": DUPLICATE}))
    loaded = load(tmp_path)
    register = readable(loaded)
    unknown = consequences(
        loaded, replace(register, rosters=_with_seat(register.rosters, "ingen-alls"))
    )
    (found,) = unknown.about_data
    assert found.code == "VR101"
    assert "ingen-alls" in found.message
    assert (unknown.failing, unknown.gone) == ((found,), 0)
    people = {key: one for key, one in register.rosters.people.items() if key != "arne"}
    seats = {key: one for key, one in register.rosters.seats.items() if key != "sf/alby/1"}
    without = register.rosters.model_copy(update={"people": people, "seats": seats})
    mended = consequences(loaded, replace(register, rosters=without))
    assert (mended.new, mended.gone) == ((), 1)
