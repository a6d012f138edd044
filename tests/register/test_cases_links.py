"""Links in a repo: one that stays inside is followed, one that leaves or leads nowhere is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.register.load import Loaded, load

OUTSIDE = "id: ra-2031-09\nforum: rad\ndate: 2031-09-19\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A little council, with something to link to beside it."""
    repo = tmp_path / "repo"
    write_repo(repo, council(together(matter(), meeting("ra-2031-01", "2031-04-04"))))
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/ra-2031-09.yaml").write_text(OUTSIDE)
    return repo


def _told(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(t.fault.code, t.place.path, t.message) for t in loaded.troubles]


def _meetings(loaded: Loaded) -> list[str]:
    assert loaded.register is not None
    return sorted(loaded.register.meetings)


def test_a_link_out_of_the_repo(root: Path) -> None:
    (root / "data/meetings/ra-2031-09.yaml").symlink_to(root.parent / "outside/ra-2031-09.yaml")
    loaded = load(root)
    path = "data/meetings/ra-2031-09.yaml"
    assert _told(loaded) == [("VR006", path, "Länken leder ut ur datarepot.")]
    assert _meetings(loaded) == ["ra-2031-01"]


def test_a_link_to_the_repo_but_out_of_its_data(root: Path) -> None:
    (root / "ra-2031-09.yaml").write_text(OUTSIDE)
    (root / "data/meetings/ra-2031-09.yaml").symlink_to("../../ra-2031-09.yaml")
    assert [code for code, *_ in _told(load(root))] == ["VR006"]


def test_a_link_inside_the_repo(root: Path) -> None:
    (root / "data/attachments").mkdir()
    (root / "data/attachments/ra-2031-09.yaml").write_text(OUTSIDE)
    (root / "data/meetings/ra-2031-09.yaml").symlink_to("../attachments/ra-2031-09.yaml")
    loaded = load(root)
    assert _told(loaded) == []
    assert _meetings(loaded) == ["ra-2031-01", "ra-2031-09"]


def test_a_link_to_another_record_is_a_double(root: Path) -> None:
    (root / "data/meetings/ra-2031-09.yaml").symlink_to("ra-2031-01.yaml")
    assert [code for code, *_ in _told(load(root))] == ["VR008"]


@pytest.mark.parametrize("target", ["ra-2031-09.yaml", "borta.yaml", "../../../borta/x.yaml"])
def test_a_link_that_leads_nowhere(root: Path, target: str) -> None:
    (root / "data/meetings/ra-2031-09.yaml").symlink_to(target)
    loaded = load(root)
    path = "data/meetings/ra-2031-09.yaml"
    assert _told(loaded) == [("VR006", path, "Länken leder ingenstans.")]
    assert _meetings(loaded) == ["ra-2031-01"]


def test_links_that_lead_to_one_another(root: Path) -> None:
    (root / "data/matters/a.yaml").symlink_to("b.yaml")
    (root / "data/matters/b.yaml").symlink_to("a.yaml")
    assert [code for code, *_ in _told(load(root))] == ["VR006", "VR006"]


@pytest.mark.parametrize("name", ["structure.yaml", "forums.yaml", "deviations.yaml"])
def test_a_single_file_that_is_a_link_out(root: Path, name: str) -> None:
    file = root / "data" / name
    file.unlink(missing_ok=True)
    file.symlink_to(root.parent / "outside/ra-2031-09.yaml")
    told = _told(load(root))
    assert ("VR006", f"data/{name}", "Länken leder ut ur datarepot.") in told


def test_a_folder_of_records_that_is_a_link_out(root: Path) -> None:
    """A repo from a stranger must not have other folders of this machine read as its records."""
    (root / "data/meetings/ra-2031-01.yaml").unlink()
    (root / "data/meetings").rmdir()
    (root / "data/meetings").symlink_to(root.parent / "outside")
    loaded = load(root)
    assert _meetings(loaded) == []
    assert _told(loaded) == [("VR006", "data/meetings", "Länken leder ut ur datarepot.")]


def test_a_folder_of_attachments_that_is_a_link_out(root: Path) -> None:
    (root / "data/attachments").symlink_to(root.parent / "outside")
    loaded = load(root)
    assert loaded.register is not None
    assert loaded.register.files == frozenset()


def test_a_folder_below_the_attachments_that_is_a_link_out(root: Path) -> None:
    (root / "data/attachments").mkdir()
    (root / "data/attachments/2031-001").symlink_to(root.parent / "outside")
    loaded = load(root)
    assert loaded.register is not None
    assert loaded.register.files == frozenset()
