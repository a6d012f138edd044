"""Copies of the example councils with minutes that nobody has adjusted or sent out yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.council import ROOT, Council
from vrtool.model.meeting import Meeting, Minutes
from vrtool.planning.demands import Demands
from vrtool.register.load import load, readable

NOTES, PROTOCOL, UNJUDGED = "or-2031-07", "srb-2018-06", "db-2031-08"
"""A meeting whose notes chair and vice chair adjust; one whose minutes are signed, and adjusted by
whom the meeting appointed; one whose notes nobody is to adjust.
"""


def practice(to: Path) -> Council:
    """The fictional council, with the notes of one meeting as they were taken."""
    council = _copy(to, "ovningsradet")
    _cut(council, NOTES, "  adjusted:")
    _cut(council, UNJUDGED, "  dispatched:")
    return council


def protocol(to: Path) -> Council:
    """The council that keeps signed minutes, those of one meeting unsigned."""
    council = _copy(to, "vastmanland")
    _cut(council, PROTOCOL, "  signed:")
    return council


def text(council: Council, meeting: str) -> str:
    return council.read(_path(meeting))


def added(council: Council, meeting: str, before: str) -> str:
    """What stands at the end of the meeting's file beyond what stood there before."""
    after = text(council, meeting)
    assert after.startswith(before)
    return after[len(before) :]


def change(council: Council, meeting: str, old: str, new: str) -> None:
    council.change(_path(meeting), old, new)


def meeting(council: Council, key: str) -> tuple[Demands, Meeting]:
    """The meeting as it now reads, with the norms it is under."""
    register = readable(load(council.root))
    return Demands(register), register.meetings[key]


def minutes(council: Council, key: str) -> Minutes:
    found = meeting(council, key)[1].minutes
    assert found is not None
    return found


def data_faults(council: Council) -> list[str]:
    """The codes of faults in the data as such, whatever the norms say of them."""
    return [finding.code for finding in council.check().findings if finding.code < "VR2"]


def _path(meeting: str) -> str:
    return f"meetings/{meeting}.yaml"


def _copy(to: Path, example: str) -> Council:
    shutil.copytree(ROOT / "examples" / example / "data", to / "data")
    return Council(to)


def _cut(council: Council, meeting: str, start: str) -> None:
    """Take away all from the one line that begins so."""
    before, _, rest = text(council, meeting).partition(f"\n{start}")
    assert rest
    council.write(_path(meeting), f"{before}\n")
