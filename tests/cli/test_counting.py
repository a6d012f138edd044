"""`vr check --statistics` and `vr norms --differences`: numbers, and where rulebooks depart."""

from __future__ import annotations

import pytest

from tests.cli.running import Run
from tests.council import Council


def test_findings_are_counted_by_norm_the_most_frequent_first(council: Council, vr: Run) -> None:
    for name in ("ett", "tva"):
        council.write(f"matters/{name}.yaml", "id: 2031-001\ntitel: Fel\n")
    told = vr("check", "--statistics")
    assert told.code == 1
    head, *rows, _, summary = told.out.rstrip("\n").split("\n")
    assert head.split() == ["Antal", "Nivå", "Kod", "Norm", "Regel"]
    assert [row.split() for row in rows] == [
        ["4", "fel", "VR005", "invalid-record"],
        ["1", "varning", "VR121", "weekend-or-holiday"],
        ["1", "notis", "VR701", "S-6.1-meetings", "meeting-count"],
        ["1", "varning", "VR701", "S-6.2-meetings", "meeting-count"],
    ]
    assert summary.startswith("4 fel, 2 varningar och 1 notis i ")


def test_nothing_to_count(vr: Run, council: Council) -> None:
    told = vr("check", "--statistics", "--select", "VR301")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Inget att anmärka i ")
    assert len(council.check().findings) == 3


@pytest.mark.parametrize("form", ["json", "github"])
def test_programs_count_for_themselves(council: Council, vr: Run, form: str) -> None:
    told = vr("--root", str(council.root), "check", "--statistics", "--format", form)
    assert (told.code, told.out) == (2, "")
    assert "--statistics går bara med" in told.err


def test_where_the_working_forms_depart_from_the_agreement(council: Council, vr: Run) -> None:
    told = vr("norms", "--differences", "samverkansavtal-2019", "arbetsformer-2022")
    assert (told.code, told.err) == (0, "")
    replaced, added, seats = told.out.rstrip("\n").split("\n\n")
    lines = replaced.split("\n")
    at = lines.index("  A-2.2.1-members ersätter S-6.2-members")
    assert lines[at + 1].startswith("    förut: ")
    assert lines[at + 2].startswith("    nu:    ")
    assert "(ska, 2.2.1)" in lines[at + 2]
    assert any(line.startswith("  A-3.1-prepared: ") for line in added.split("\n"))
    assert not any("A-2.2.1-members" in line for line in added.split("\n"))
    assert "  Ordföranderådet: 17 platser → 21 platser" in seats.split("\n")
    assert not any(line.startswith("  Värmlandsrådet:") for line in seats.split("\n"))
    assert council.new() == []


def test_the_other_way_round_nothing_is_replaced(council: Council, vr: Run) -> None:
    told = vr("norms", "--differences", "arbetsformer-2022", "samverkansavtal-2019")
    assert "ersätter" not in told.out
    assert "  S-6.2-members: " in told.out
    assert council.new() == []


def test_a_rulebook_that_does_not_exist(council: Council, vr: Run) -> None:
    told = vr(
        "--root",
        str(council.root),
        "norms",
        "--differences",
        "samverkansavtal",
        "arbetsformer-2022",
    )
    assert told.code == 2
    assert (
        "Det finns inget regelverk ”samverkansavtal”. Menade du samverkansavtal-2019?" in told.err
    )
