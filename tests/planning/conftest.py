"""What the tests of planning share: a copy of the fictional council, to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.council import ROOT, Council


def copy_of(example: str, to: Path) -> Council:
    """A copy of an example's data in a folder."""
    shutil.copytree(ROOT / "examples" / example / "data", to / "data")
    return Council(to)


@pytest.fixture(name="council")
def the_fictional_council(tmp_path: Path) -> Council:
    """As it stood at the end of 2031, with four meetings laid out in 2032."""
    return copy_of("ovningsradet", tmp_path)


@pytest.fixture(name="body")
def the_body_with_a_notice(tmp_path: Path) -> Council:
    """The structure whose notice is to go out with all papers a fortnight before."""
    return copy_of("vastmanland", tmp_path)
