"""The made-up repos: whole, the same every time, judged by every norm, flawed where meant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.generate import TEMPLATES, Generated, generate

from benchmarks import flaws
from vrtool.engine import Outcome, check
from vrtool.register.load import load
from vrtool.rules.catalogue import rules_by_code

pytestmark = pytest.mark.slow

SMALL = 50
TWO_YEARS = 400
EVERY_FLAW = 1200


def _checked(root: Path) -> Outcome:
    return check(load(root))


def _codes(outcome: Outcome) -> tuple[str, ...]:
    return tuple(sorted(finding.code for finding in outcome.findings))


def _bytes(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Generated]:
    root = tmp_path_factory.mktemp("two-years")
    return root, generate(root, TWO_YEARS)


def test_a_small_repo_loads_whole(tmp_path: Path) -> None:
    made = generate(tmp_path, SMALL)
    loaded = load(tmp_path)
    register = loaded.register
    assert register is not None
    assert loaded.troubles == ()
    assert (made.matters, made.meetings) == (50, 10)
    assert (len(register.matters), len(register.meetings)) == (50, 10)
    written = TEMPLATES.glob("working-forms/*.yaml")
    assert sorted(register.working_forms) == sorted(path.stem for path in written)
    assert _codes(_checked(tmp_path)) == made.flaws == ("VR303", "VR601")


def test_the_matters_take_their_way_through_the_forums(two_years: tuple[Path, Generated]) -> None:
    register = load(two_years[0]).register
    assert register is not None
    path = [appearance.meeting.id for appearance in register.path_of("2001-001")]
    assert path == ["cb-2001-01", "bf-2001-01", "ok-2001-01"]
    items = [len(meeting.items) for meeting in register.meetings.values()]
    assert min(items) >= 5
    days = [meeting.date for meeting in register.chronological]
    assert (days[0].year, days[-1].year) == (2000, 2001)


def test_matter_files_are_as_large_as_real_ones(two_years: tuple[Path, Generated]) -> None:
    sizes = sorted(file.stat().st_size for file in (two_years[0] / "data/matters").iterdir())
    assert 2_000 < sizes[len(sizes) // 2] < 2_800


def test_the_same_number_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        generate(tmp_path / name, SMALL, seed)
    one, same, other = (_bytes(tmp_path / name) for name in ("one", "same", "other"))
    assert one == same
    assert one != other


@pytest.mark.parametrize("count", [0, -5, 15, 27])
def test_a_number_that_gives_no_whole_meetings_is_refused(tmp_path: Path, count: int) -> None:
    with pytest.raises(ValueError, match="multiple of 5"):
        generate(tmp_path, count)


def test_two_years_give_the_findings_meant_and_no_other(
    two_years: tuple[Path, Generated],
) -> None:
    outcome = _checked(two_years[0])
    assert _codes(outcome) == two_years[1].flaws
    lacking = {norm for (_, norm), tally in outcome.tallies.items() if not tally.holds}
    assert lacking == {"P-review"}  # the term of office is not over


def test_every_rule_that_needs_a_norm_is_switched_on(
    two_years: tuple[Path, Generated],
) -> None:
    register = load(two_years[0]).register
    assert register is not None
    used = {norm.rule for source in register.norm_sources for norm in source.norms.values()}
    assert used == {code for code, rule in rules_by_code().items() if rule.needs_norm}


def test_every_flaw_gives_its_finding_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flaws, "EVERY", 20)
    monkeypatch.setattr(flaws, "_FIRST_MATTER", 10)
    made = generate(tmp_path, EVERY_FLAW)
    meant = {flaw.code for group in (flaws.MATTER_FLAWS, *flaws.MEETING_FLAWS) for flaw in group}
    assert set(made.flaws) == meant
    outcome = _checked(tmp_path)
    assert Counter(_codes(outcome)) == Counter(made.flaws)
    # Only here is there a whole term of office, so that every norm has something to judge.
    assert [norm for (_, norm), tally in outcome.tallies.items() if not tally.holds] == []
