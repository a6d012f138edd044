"""VR861, VR862: in what proportion the costs are shared, how they are set, when they are paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, findings, messages, outcome, register, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, said, together
from tests.rules.costs_files import PAID, costs
from vrtool.engine import Tally
from vrtool.engine.judging import crash

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)

THIRDS = "shares: {municipality: 2/3, region: 1/3}"
SHARE = Judged("VR861", f"{{{THIRDS}, tolerance: 3, base: net}}")
OF_PAID = Judged("VR861", f"{{{THIRDS}, tolerance: 3, base: paid}}")


def _level(paid: str, kept: str = "") -> str:
    return f"①{{year: 2031, paid_in: 2030, paid: {{{paid}}}, kept: {{{kept}}}}}"


SHARED = cases(
    SHARE,
    two_thirds=Case(costs(), tally=HOLDS),
    at_the_edge_of_what_is_tolerated=Case(
        # 6 367 of 10 000 is 3 points minus a hundredth of a third below two thirds
        costs(level=_level("alby: 6367, berga: 0, regionen: 3633")),
        tally=HOLDS,
    ),
    just_over_the_edge=Case(
        costs(level=_level("alby: 6366, berga: 0, regionen: 3634")), ("① VR861 N error",), BROKEN
    ),
    too_much_for_the_municipalities=Case(
        costs(level=_level("alby: 500, berga: 200, regionen: 300")), ("① VR861 N error",), BROKEN
    ),
    after_what_is_kept=Case(
        costs(level=_level("alby: 500, berga: 200, regionen: 300", "alby: 100")), tally=HOLDS
    ),
    by_kind=Case(
        costs(
            "population: {day: 2030-12-31, parties: {alby: 1, berga: 1}}",
            level="{year: 2031, totals: {municipality: 20, region: 10}}",
            distribution="by-population",
        ),
        tally=HOLDS,
    ),
    a_kind_that_pays_nothing=Case(
        costs(level=_level("alby: 500, berga: 200")), ("① VR861 N error",), BROKEN
    ),
    a_party_is_missing=Case(
        costs(level="{year: 2031, paid_in: 2030, paid: ①{alby: 600, regionen: 30}}"),
        ("① VR162 - error",),
        UNKNOWN,
    ),
    population_missing_is_no_hindrance=Case(
        costs(distribution="by-population"),
        ("data/costs/2031.yaml:1:1 VR162 - error",),
        HOLDS,
    ),
    no_costs=Case({}),
)
BEFORE = cases(
    OF_PAID,
    before_what_is_kept=Case(
        costs(level=_level("alby: 500, berga: 200, regionen: 300", "alby: 100")),
        ("① VR861 N error",),
        BROKEN,
    ),
)


EXACT = cases(
    Judged("VR861", f"{{{THIRDS}, tolerance: 0, base: net}}"),
    nothing_is_tolerated_and_nothing_is_apart=Case(costs(), tally=HOLDS),
)


@each({**SHARED, **BEFORE, **EXACT})
def test_the_kinds_share_the_costs(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ("{shares: {municipality: 2/3, region: 1/4}, tolerance: 3, base: net}", "det hela"),
        ("{shares: {municipality: 70 %, stad: 30 %}, tolerance: 3, base: net}", "stad"),
        ("{shares: {municipality: 0 %, region: 100 %}, tolerance: 3, base: net}", "över 0"),
        (f"{{{THIRDS}, tolerance: lite, base: net}}", "inget belopp"),
        (f"{{{THIRDS}, tolerance: 3, base: brutto}}", "brutto"),
    ],
)
def test_shares_that_are_none(tmp_path: Path, parameters: str, named: str) -> None:
    told = messages(tmp_path, council({}, norms=Judged("VR861", parameters).norm))
    assert len(told) == 1
    assert named in told[0]


# How they are set and paid

HALVES = "instalments: [{due: 02-01, share: 50 %}, {due: 08-01, share: 50 %}]"
INSTALMENTS = Judged("VR862", f"{{{HALVES}}}")
INDEX = Judged("VR862", "{index: LPI}")
POPULATION = Judged("VR862", "{population_years_before: 1}")
LEVEL = Judged("VR862", "{level_each_term: true}")
ALL = Judged(
    "VR862", f"{{{HALVES}, population_years_before: 1, index: LPI, level_each_term: true}}"
)
COUNTED = "population: {day: %s, parties: {alby: 1, berga: 1}}"


def _paid(*parts: str) -> str:
    return f"instalments: ①[{', '.join(parts)}]"


PAID_IN_TIME = cases(
    INSTALMENTS,
    as_agreed=Case(costs(HALVES), tally=HOLDS),
    all_at_once_and_early=Case(costs(_paid("{due: 01-31, share: 100 %}")), tally=HOLDS),
    more_in_the_first=Case(
        costs(_paid("{due: 02-01, share: 2/3}", "{due: 08-01, share: 1/3}")), tally=HOLDS
    ),
    less_in_the_first=Case(
        costs(_paid("{due: 02-01, share: 49 %}", "{due: 08-01, share: 51 %}")),
        ("① VR862 N error",),
        BROKEN,
    ),
    first_a_day_late=Case(
        costs(_paid("{due: 02-02, share: 50 %}", "{due: 08-01, share: 50 %}")),
        ("① VR862 N error",),
        BROKEN,
    ),
    last_a_day_late=Case(
        costs(_paid("{due: 02-01, share: 50 %}", "{due: 08-02, share: 50 %}")),
        ("① VR862 N error",),
        BROKEN,
    ),
    both_late_is_told_once=Case(
        costs(_paid("{due: 11-01, share: 100 %}")), ("① VR862 N error",), BROKEN
    ),
    not_told=Case(costs(), tally=UNKNOWN),
)
RAISED = cases(
    INDEX,
    in_the_levels_own_year=Case(costs()),
    by_the_index=Case(costs("index: {name: lpi, rates: {2032: 2 %}}", year=2032), tally=HOLDS),
    by_another=Case(
        costs("index: {name: ①KPI, rates: {2032: 2 %}}", year=2032), ("① VR862 N error",), BROKEN
    ),
    index_not_told=Case(costs(year=2032), ("data/costs/2032.yaml:1:1 VR162 - error",), UNKNOWN),
)
COUNTED_THE_YEAR_BEFORE = cases(
    POPULATION,
    the_year_before=Case(costs(COUNTED % "2030-11-01", distribution="by-population"), tally=HOLDS),
    the_same_year=Case(
        costs(COUNTED % "①2031-01-01", distribution="by-population"), ("① VR862 N error",), BROKEN
    ),
    two_years_before=Case(
        costs(COUNTED % "①2029-12-31", distribution="by-population"), ("① VR862 N error",), BROKEN
    ),
    not_shared_by_it=Case(costs(COUNTED % "2029-12-31")),
    population_not_told=Case(
        costs(distribution="by-population"),
        ("data/costs/2031.yaml:1:1 VR162 - error",),
        UNKNOWN,
    ),
)


def _terms(first: str = "2031-01-01") -> dict[str, str]:
    more = f"terms:\n  - {{id: nya, from: {first}, to: 2034-12-31}}\n"
    return {"structure.yaml": structure(more=more)}


OLD = f"{{year: ①2030, paid_in: 2029, {PAID}}}"
RATES = "index: {name: LPI, rates: {2031: 1 %, 2032: 1 %}}"
SET_EACH_TERM = cases(
    LEVEL,
    of_the_term=Case(together(_terms(), costs()), tally=HOLDS),
    of_an_earlier_year_of_the_term=Case(together(_terms(), costs(RATES, year=2032)), tally=HOLDS),
    of_the_term_before=Case(
        together(_terms(), costs(RATES, level=OLD)), ("① VR862 N error",), BROKEN
    ),
    of_a_longer_term=Case(
        together(_terms("2030-01-01"), costs(RATES, level=OLD.replace("①", ""))), tally=HOLDS
    ),
    no_term_is_known=Case(costs(), tally=UNKNOWN),
)


@each({**PAID_IN_TIME, **RAISED, **COUNTED_THE_YEAR_BEFORE, **SET_EACH_TERM})
def test_the_costs_are_set_and_paid_as_agreed(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_each_condition_is_judged_by_itself(tmp_path: Path) -> None:
    files = together(
        _terms(),
        costs(
            "instalments: [{due: 12-01, share: 100 %}]",
            "index: {name: KPI, rates: {2031: 1 %}}",
            COUNTED % "2031-01-01",
            level=OLD.replace("①", ""),
            distribution="by-population",
        ),
    )
    write_repo(tmp_path, council(files, norms=ALL.norm))
    found = outcome(tmp_path)
    assert found.tallies["former", "N"] == Tally(breached=4)
    assert [finding.pointer for finding in found.findings] == [
        ("level", "year"),
        ("instalments",),
        ("index", "name"),
        ("population", "day"),
    ]


@pytest.mark.parametrize(("on", "left"), [("2031/index", 3), ("'2031'", 0), ("2032/index", 4)])
def test_a_deviation_excuses_one_condition_or_the_whole_year(
    tmp_path: Path, on: str, left: int
) -> None:
    excuse = f"deviations: [{{norm: N, on: {on}, reason: Överenskommet}}]\n"
    files = together(
        _terms(),
        costs(
            "instalments: [{due: 12-01, share: 100 %}]",
            "index: {name: KPI, rates: {2031: 1 %}}",
            COUNTED % "2031-01-01",
            level=OLD.replace("①", ""),
            distribution="by-population",
        ),
        {"deviations.yaml": excuse},
    )
    write_repo(tmp_path, council(files, norms=ALL.norm))
    told = [line for line in findings(tmp_path) if "VR862" in line]
    assert sum(line.endswith("error") for line in told) == left


@pytest.mark.parametrize("parameters", ["{}", "{level_each_term: false}", "{instalments: []}"])
def test_a_norm_that_asks_for_nothing_is_none(tmp_path: Path, parameters: str) -> None:
    (told,) = messages(tmp_path, council({}, norms=Judged("VR862", parameters).norm))
    assert "minst ett av villkoren" in told


def test_a_year_is_judged_by_the_rulebook_of_its_first_day(tmp_path: Path) -> None:
    files = council(costs("instalments: [{due: 11-01, share: 100 %}]"), norms=ALL.norm)
    text = files["working-forms/former.yaml"]
    for day, found in (("2031-01-01", 1), ("2031-01-02", 0)):
        changed = text.replace("from: 2030-01-01}", f"from: {day}}}", 1)
        write_repo(tmp_path / day, {**files, "working-forms/former.yaml": changed})
        assert len([line for line in findings(tmp_path / day) if "VR862" in line]) == found


def test_a_rule_that_crashes_on_costs_points_at_them(tmp_path: Path) -> None:
    wheel = {"year-wheels/2031.yaml": "id: '2031'\nyear: 2031\n"}
    known = register(tmp_path, council(together(costs(), wheel)))
    complaint = crash(known, "VR862", "2031", RuntimeError("så gick det"))
    assert complaint.verdict.at.path == "data/costs/2031.yaml"
