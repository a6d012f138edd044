"""VR801, and which rulebook judges what: that of the meeting's day, of 1 January, of its start."""

from __future__ import annotations

from pathlib import Path

from tests.repos import council, findings, placed, structure, tallies, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said
from vrtool.engine import Tally

KINDS = Judged("VR801", "{kinds: {municipality: '2', region: '1'}}")


def _parties(old: str, new: str) -> dict[str, str]:
    text = structure()
    assert text.count(old) == 1
    return {
        "structure.yaml": text.replace(old, new).replace("parties:\n  alby", "parties:\n  ①alby")
    }


BERGA = "  berga: {name: Berga kommun, short: Berga, kind: municipality}\n"
THIRD = "  dalby: {name: Dalby kommun, short: Dalby, kind: municipality}\n"

PARTIES = cases(
    KINDS,
    as_agreed=Case({}, tally=Tally(holds=2)),
    one_too_many=Case(
        _parties(BERGA, BERGA + THIRD), ("① VR801 N error",), Tally(holds=1, breached=1)
    ),
)
OTHER_KIND = cases(
    Judged("VR801", "{kinds: {municipality: '2'}}"),
    a_kind_nobody_agreed_with=Case(
        _parties("name: Rådet\n", "name: Rådet\n"), ("① VR801 N error",), Tally(holds=1, breached=1)
    ),
)


@each({**PARTIES, **OTHER_KIND})
def test_parties(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


OLD = """
    OLD: {title: T, rule: VR701, strength: normal, paragraph: '1', applies: {forums: [rad]},
      with: {min: '5'}}
    OLD-SENT: {title: T, rule: VR602, strength: shall, paragraph: '1'}
"""
NEW = """\
id: nya
name: Nya former
short_name: nya former
in_force: {from: 2031-02-12}
supplements: former
norms:
  NEW: {title: T, rule: VR701, strength: normal, paragraph: '1', applies: {forums: [rad]},
    with: {min: '3'}, replaces: [OLD]}
  NEW-SENT: {title: T, rule: VR602, strength: normal, paragraph: '1', replaces: [OLD-SENT]}
"""


def _changing_forms(complete: str) -> dict[str, str]:
    """Two years of two meetings each; the rulebook changes on 12 February of the first."""
    files = {
        **meeting("ra-2031-01", "2031-02-11"),
        **meeting("ra-2031-02", "2031-06-13"),
        **meeting("ra-2032-01", "2032-01-16"),
        **meeting("ra-2032-02", "2032-06-11"),
    }
    spans = structure(complete).replace("meetings: [", "meetings: [①", 1)
    spans = spans.replace(", 2032-01-01/2032", ", ②2032-01-01/2032", 1)
    return council({**files, "working-forms/nya.yaml": NEW, "structure.yaml": spans}, norms=OLD)


def test_a_year_is_judged_by_the_rulebook_of_its_first_of_january(tmp_path: Path) -> None:
    """2031 began under the old one, 2032 under the new (norms.md: 2022 is judged by S)."""
    files = _changing_forms("2031-01-01/2031-12-31, 2032-01-01/2032-12-31")
    places = write_repo(tmp_path, files)
    expected = placed(("① VR701 OLD warning", "② VR701 NEW warning"), places)
    assert findings(tmp_path) == expected
    found = tallies(tmp_path)
    assert (found["OLD"], found["NEW"]) == (Tally(breached=1), Tally(breached=1))


def _dispatched(date: str) -> dict[str, str]:
    text = meeting("ra-2031-01", date)["meetings/ra-2031-01.yaml"]
    sent = "{dispatched: ①{date: 2031-06-30, to: [alby]}}"
    files = {"meetings/ra-2031-01.yaml": f"{text}minutes: {sent}\n"}
    return council({**files, "working-forms/nya.yaml": NEW}, norms=OLD)


def test_the_meeting_on_the_last_day_of_the_old_rulebook_follows_it(tmp_path: Path) -> None:
    """As the meeting of 11 February 2022, which took the position on the new one."""
    places = write_repo(tmp_path, _dispatched("2031-02-11"))
    assert "① VR602 OLD-SENT error" in [_named(entry, places) for entry in findings(tmp_path)]


def test_the_meeting_on_the_first_day_of_the_new_rulebook_follows_it(tmp_path: Path) -> None:
    places = write_repo(tmp_path, _dispatched("2031-02-12"))
    assert "① VR602 NEW-SENT warning" in [_named(entry, places) for entry in findings(tmp_path)]


def _named(entry: str, places: dict[str, str]) -> str:
    place, _, rest = entry.partition(" ")
    return f"{next((m for m, known in places.items() if known == place), place)} {rest}"


def test_nothing_is_judged_before_any_rulebook(tmp_path: Path) -> None:
    text = meeting("ra-2029-01", "2029-06-15", "{id: a, title: A}")["meetings/ra-2029-01.yaml"]
    text += "minutes: {dispatched: {date: 2029-06-30, to: [alby]}}\n"
    write_repo(tmp_path, council({"meetings/ra-2029-01.yaml": text}, norms=OLD))
    assert findings(tmp_path) == ["data/structure.yaml:22:27 VR701 OLD warning"]
    assert tallies(tmp_path)["OLD-SENT"] == Tally()
