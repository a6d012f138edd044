"""`vr fmt`: what it says and how it ends."""

from __future__ import annotations

import pytest

from tests.cli.running import Run
from tests.council import Council

pytestmark = pytest.mark.slow("measured")

PATH = "meetings/or-2022-01.yaml"


@pytest.fixture(autouse=True)
def _tidy(vr: Run, council: Council) -> None:
    """The council's own files are written so first."""
    assert vr("fmt").code == 0
    assert council.new() == []


def test_untidy_files_are_written_and_named(vr: Run, council: Council) -> None:
    tidy = council.read(PATH)
    council.change(PATH, "forum: ordforanderadet\n", 'forum:   "ordforanderadet"\n')
    checked = vr("fmt", "--check")
    assert checked.code == 1
    assert checked.out.startswith(f"Skulle skrivas om:\n  data/{PATH}\n")
    assert council.read(PATH) != tidy
    told = vr("fmt")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"Omskrivna, med samma innehåll:\n  data/{PATH}\n")
    assert council.read(PATH) == tidy


def test_where_all_is_well_nothing_is_done(vr: Run) -> None:
    for arguments in (["fmt"], ["fmt", "--check"], ["fmt", "data/meetings"]):
        told = vr(*arguments)
        assert (told.code, told.err) == (0, "")
        assert told.out.endswith("filer är redan rätt skrivna.\n")
        assert len(told.out.splitlines()) == 1


def test_one_file_is_one_file(vr: Run) -> None:
    assert vr("fmt", f"data/{PATH}").out == "1 fil är redan rätt skriven.\n"


def test_what_cannot_be_read_is_left_and_told_of(vr: Run, council: Council) -> None:
    council.add(PATH, "place: [\n")
    told = vr("fmt")
    assert told.code == 1
    assert told.err.startswith(f"Lämnad som den är: data/{PATH}:")
    assert council.read(PATH).endswith("place: [\n")


@pytest.mark.parametrize(("path", "code"), [("data/finns-inte", 3), ("/", 2)])
def test_a_path_must_be_there_and_in_the_repo(vr: Run, path: str, code: int) -> None:
    assert vr("fmt", path).code == code
