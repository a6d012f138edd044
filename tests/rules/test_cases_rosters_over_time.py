"""VR201 across changes of rulebook: each clash is one finding, told by the norm it breaks."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, council, findings, forms, outcome, placed, write_repo

OLD = "OLD: {title: T, rule: VR201, strength: shall, paragraph: '1', applies: {forums: [rad]}}"
NEW = (
    "NEW: {title: T, rule: VR201, strength: shall, paragraph: '1', applies: {forums: [rad]}, "
    "replaces: [OLD]}"
)
PRACTICE = """\
id: praxis
name: Praxis
short_name: praxis
in_force: {from: 2031-06-01}
supplements: former
"""
LATER = """\
id: nya
name: Nya former
short_name: nya former
in_force: {from: 2031-06-01}
supplements: former
norms:
"""


def _clash(second: str) -> str:
    old = "alby/kso: [{who: anna, from: 2030-01-01}]"
    return ROSTERS.replace(old, f"alby/kso: [{{who: anna, from: 2030-01-01}}, ①{second}]")


def _found(root: Path, second: str, later: str) -> tuple[list[str], dict[str, str]]:
    files = {"forums.yaml": _clash(second), "working-forms/nya.yaml": later}
    places = write_repo(root, council(files, norms=OLD))
    return findings(root), places


def test_a_rulebook_that_leaves_the_seats_alone_does_not_double_a_clash(tmp_path: Path) -> None:
    later = PRACTICE.replace("id: praxis", "id: nya")
    found, places = _found(tmp_path, "{who: asta, from: 2031-03-01}", later)
    assert found == placed(("① VR201 OLD error",), places)


def test_a_clash_is_judged_by_the_rulebook_of_its_days(tmp_path: Path) -> None:
    found, places = _found(tmp_path, "{who: asta, from: 2031-07-01}", f"{LATER}  {NEW}\n")
    assert found == placed(("① VR201 NEW error",), places)


def test_a_clash_that_ended_before_the_new_rulebook_breaks_only_the_old(tmp_path: Path) -> None:
    second = "{who: asta, from: 2031-03-01, to: 2031-05-31}"
    found, places = _found(tmp_path, second, f"{LATER}  {NEW}\n")
    assert found == placed(("① VR201 OLD error",), places)


def test_a_clash_tells_its_days(tmp_path: Path) -> None:
    write_repo(
        tmp_path, council({"forums.yaml": _clash("{who: asta, from: 2031-03-01}")}, norms=OLD)
    )
    (finding,) = outcome(tmp_path).findings
    assert str(finding.days) == "2031-03-01/"
    assert "från 1 mars 2031" in finding.message.replace("\N{NO-BREAK SPACE}", " ")


def test_seats_are_those_of_the_forum_alone(tmp_path: Path) -> None:
    """A clash in the broad council's appointed seats is none in the small council."""
    rosters = ROSTERS.replace(
        "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}",
        "br/alby/1: {members: [{who: asta, from: 2030-01-01}, {who: arne, from: 2031-01-01}]}",
    )
    write_repo(tmp_path, council({"forums.yaml": rosters}, norms=OLD))
    assert findings(tmp_path) == []


def test_a_forum_without_a_composition_is_not_judged(tmp_path: Path) -> None:
    norm = OLD.replace("[rad]", "[beredning]")
    write_repo(tmp_path, council({"working-forms/former.yaml": forms(norm)}))
    (tally,) = outcome(tmp_path).tallies.values()
    assert (tally.holds, tally.breached, tally.unknown) == (0, 0, 0)
