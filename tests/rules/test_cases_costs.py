"""VR161, VR162: the sums of a year's costs, and what they cannot be worked out without."""

from __future__ import annotations

from pathlib import Path

from tests.repos import council, findings, messages, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, said
from tests.rules.costs_files import PAID, costs

KEPT = f"{{year: 2031, paid_in: 2030, {PAID}, kept: {{alby: 50}}}}"
TOTALS = "{year: 2031, totals: {municipality: 600, region: 300}}"

SUMS = cases(
    None,
    as_the_parts=Case(
        costs("sums: {municipality: {paid: 600, kept: 50, net: 550}}", level=KEPT),
    ),
    of_all=Case(costs("sums: {all: {paid: 900, kept: 50, net: 850}}", level=KEPT)),
    too_much_paid=Case(
        costs("sums: {municipality: {paid: ①601, kept: 50}}", level=KEPT), ("① VR161 - error",)
    ),
    too_little_kept=Case(
        costs("sums: {municipality: {paid: 600, kept: ①49.5}}", level=KEPT),
        ("① VR161 - error",),
    ),
    nothing_kept_said_to_be_something=Case(
        costs("sums: {region: {kept: ①1}}", level=KEPT), ("① VR161 - error",)
    ),
    all_and_left=Case(
        costs("sums: {all: {paid: ①899, net: ②851}}", level=KEPT),
        ("① VR161 - error", "② VR161 - error"),
    ),
    of_a_level_by_kind=Case(
        costs(
            "sums: {all: {net: ①901}}",
            "population: {day: 2030-12-31, parties: {alby: 3, berga: 1}}",
            level=TOTALS,
            distribution="by-population",
        ),
        ("① VR161 - error",),
    ),
    nothing_said=Case(costs(level=KEPT)),
)


@each(SUMS)
def test_sums_are_those_of_the_parts(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_party_there_is_none_of_is_told_of_and_nothing_summed(tmp_path: Path) -> None:
    level = "{year: 2031, paid_in: 2030, paid: {alby: 4, berga: 2, celby: 1, regionen: 3}}"
    write_repo(tmp_path, council(costs("sums: {all: {paid: 9}}", level=level)))
    assert [found.split()[1] for found in findings(tmp_path)] == ["VR101"]


def test_every_name_in_the_costs_is_looked_up(tmp_path: Path) -> None:
    lines = (
        "agreement: avtal",
        "receiver: nagon",
        "population: {day: 2030-12-31, parties: {xby: 1, alby: 3, berga: 1}}",
        "sums: {by: {net: 1}}",
    )
    level = "{year: 2031, totals: {municipality: 6, stad: 3}}"
    told = messages(tmp_path, council(costs(*lines, level=level, distribution="by-population")))
    assert sorted(message.split("”")[1] for message in told) == [
        "avtal",
        "by",
        "nagon",
        "stad",
        "xby",
    ]


# What is lacking

POPULATION = "population: {day: 2030-12-31, parties: {alby: 30 000, berga: 10 000}}"

LACKING = cases(
    None,
    nothing=Case(costs(POPULATION, distribution="by-population")),
    a_kind_by_itself_needs_no_population=Case(
        costs(POPULATION, level=TOTALS, distribution="by-population")
    ),
    a_party=Case(
        costs(level="{year: 2031, paid_in: 2030, paid: ①{alby: 400, regionen: 300}}"),
        ("① VR162 - error",),
    ),
    a_kind_that_pays_nothing_lacks_nobody=Case(
        costs(level="{year: 2031, paid_in: 2030, paid: {alby: 400, berga: 0}}")
    ),
    ones_population=Case(
        costs(
            "population: {day: 2030-12-31, parties: ①{berga: 10 000}}",
            distribution="by-population",
        ),
        ("① VR162 - error",),
    ),
    all_population=Case(
        costs(distribution="by-population"), ("data/costs/2031.yaml:1:1 VR162 - error",)
    ),
    population_is_not_asked_for_where_all_pay_as_before=Case(costs()),
    the_index=Case(costs(year=2032), ("data/costs/2032.yaml:1:1 VR162 - error",)),
    two_years_of_it=Case(
        costs("index: {name: LPI, rates: ①{2033: 2 %}}", year=2034), ("① VR162 - error",)
    ),
    the_index_has_every_year=Case(
        costs("index: {name: LPI, rates: {2032: '2,4 %', 2033: -0.5 %}}", year=2033)
    ),
    index_of_the_levels_own_year_is_not_asked_for=Case(costs("index: {name: LPI}")),
)


@each(LACKING)
def test_what_the_year_lacks(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_kind_without_parties_cannot_pay(tmp_path: Path) -> None:
    text = structure().replace(
        "  region: {",
        "  landsting: {one: landsting, the: landstinget, many: landsting}\n  region: {",
    )
    level = "{year: 2031, totals: {municipality: 6, landsting: 3}}"
    files = costs(POPULATION, level=level, distribution="by-population")
    told = messages(tmp_path, council({"structure.yaml": text, **files}))
    assert told == [
        "Kostnaderna för 2031 går inte att räkna fram: en part av slaget landsting saknas."
    ]
