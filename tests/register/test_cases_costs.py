"""A year's costs worked out: the source's own table, and what no table is there for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.council import ROOT
from tests.repos import council
from tests.repos import register as made
from tests.rules.costs_files import costs
from vrtool.model.costs import Costs, Unit
from vrtool.register import money
from vrtool.register.costs import Ground, YearCosts, lacking, payers, year_costs
from vrtool.register.load import load
from vrtool.register.register import Register

NBSP = "\N{NO-BREAK SPACE}"
TABLE = {
    "arboga": (724, 102),
    "koping": (1345, 189),
    "kungsor": (437, 61),
    "hallstahammar": (828, 116),
    "surahammar": (525, 73),
    "norberg": (303, 42),
    "sala": (1161, 162),
    "skinnskatteberg": (235, 33),
    "fagersta": (694, 97),
    "vasteras": (7611, 1066),
    "region-vastmanland": (6828, 0),
}
"""The memorandum's table: what each paid in 2016 and what each keeps from 2017, thousand SEK."""


@cache
def _vastmanland() -> Register:
    found = load(ROOT / "examples" / "vastmanland").register
    assert found is not None
    return found


@cache
def _2017() -> YearCosts:
    found = year_costs(_vastmanland(), _vastmanland().costs["2017"])
    assert found is not None
    return found


def _worked_out(root: Path, files: dict[str, str], year: str = "2031") -> YearCosts:
    register = made(root, council(files))
    found = year_costs(register, register.costs[year])
    assert found is not None
    return found


def _amounts(found: YearCosts) -> dict[str, int]:
    return {party.party: party.amount for party in found.parties}


def test_the_table_of_2017_to_the_thousand() -> None:
    found = _2017()
    grounds = {party.party: party.ground for party in found.parties}
    assert grounds == {p: Ground(paid * 1000, kept * 1000) for p, (paid, kept) in TABLE.items()}
    assert _amounts(found) == {p: (paid - kept) * 1000 for p, (paid, kept) in TABLE.items()}
    assert found.kinds["municipality"] == Ground(13_863_000, 1_941_000)
    assert found.ground == Ground(20_691_000, 1_941_000)
    assert found.total == 18_750_000


def test_the_shares_of_2017_before_and_after_what_is_kept() -> None:
    kinds, whole = _2017().kinds, _2017().ground
    nets = [money.percent_of(kinds[kind].net, whole.net) for kind in ("municipality", "region")]
    paid = [money.percent_of(kinds[kind].paid, whole.paid) for kind in ("municipality", "region")]
    assert nets == [f"63,6{NBSP}%", f"36,4{NBSP}%"]
    assert paid == [f"67,0{NBSP}%", f"33,0{NBSP}%"]


def test_the_instalments_of_2017_are_paid_by_the_municipalities_in_halves() -> None:
    found = _2017()
    assert found.due == (date(2017, 2, 1), date(2017, 8, 1))
    halves = {party.party: party.instalments for party in found.parties}
    assert halves.pop("region-vastmanland") == ()  # nobody pays to oneself
    assert halves["norberg"] == (130_500, 130_500)
    assert all(first == second for first, second in halves.values())
    assert {p: sum(parts) for p, parts in halves.items()} == {
        p: amount for p, amount in _amounts(found).items() if p in halves
    }


# By population, with an index

COUNTED = "population: {day: 2030-12-31, parties: {alby: 2, berga: 1}}"
TOTALS = "{year: 2031, totals: {municipality: 1000, region: 500}}"


def test_a_kind_shares_its_part_by_population(tmp_path: Path) -> None:
    found = _worked_out(tmp_path, costs(COUNTED, level=TOTALS, distribution="by-population"))
    assert _amounts(found) == {"alby": 667_000, "berga": 333_000, "regionen": 500_000}
    assert [(p.ground, p.population) for p in found.parties] == [(None, 2), (None, 1), (None, None)]


def test_to_the_krona_where_that_is_asked_for(tmp_path: Path) -> None:
    lines = (COUNTED, "rounding: kr")
    found = _worked_out(tmp_path, costs(*lines, level=TOTALS, distribution="by-population"))
    assert _amounts(found) == {"alby": 666_667, "berga": 333_333, "regionen": 500_000}


def test_what_each_paid_makes_no_difference_by_population(tmp_path: Path) -> None:
    level = "{year: 2031, paid_in: 2030, paid: {alby: 10, berga: 990, regionen: 500}}"
    found = _worked_out(tmp_path, costs(COUNTED, level=level, distribution="by-population"))
    assert _amounts(found) == {"alby": 667_000, "berga": 333_000, "regionen": 500_000}
    assert found.parties[0].ground == Ground(10_000)


def test_every_year_is_raised_above_the_one_before(tmp_path: Path) -> None:
    lines = (COUNTED, "rounding: kr", "index: {name: LPI, rates: {2032: 10 %, 2033: -50 %}}")
    for year, total in ((2031, 1_500_000), (2032, 1_650_000), (2033, 825_000)):
        files = costs(*lines, year=year, level=TOTALS, distribution="by-population")
        assert _worked_out(tmp_path / str(year), files, str(year)).total == total


def test_the_total_is_rounded_once_and_a_half_upwards(tmp_path: Path) -> None:
    level = "{year: 2031, paid_in: 2030, paid: {alby: 1, berga: 1, regionen: 1}}"
    files = costs("index: {name: LPI, rates: {2032: 50 %}}", year=2032, level=level)
    found = _worked_out(tmp_path, files, "2032")  # 1.5 each, 4.5 in all
    assert found.total == 5_000
    assert sorted(_amounts(found).values()) == [1_000, 2_000, 2_000]


def test_instalments_in_thirds_sum_to_the_krona(tmp_path: Path) -> None:
    parts = ", ".join(f"{{due: 0{month}-01, share: 1/3}}" for month in (2, 5, 8))
    files = costs(f"instalments: [{parts}]", "receiver: regionen")
    found = _worked_out(tmp_path, files)
    assert found.parties[0].instalments == (133_334, 133_333, 133_333)
    assert found.parties[2].instalments == ()


def test_without_a_receiver_everyone_pays(tmp_path: Path) -> None:
    files = costs("instalments: [{due: 02-01, share: 100 %}]")
    assert [p.instalments for p in _worked_out(tmp_path, files).parties] == [
        (400_000,),
        (200_000,),
        (300_000,),
    ]


@settings(max_examples=60, deadline=None)
@given(
    paid=st.lists(st.integers(0, 10**7), min_size=11, max_size=11).filter(any),
    rates=st.lists(st.decimals(-20, 20, places=2), min_size=3, max_size=3),
    first=st.integers(1, 99),
    by_population=st.booleans(),
)
def test_whatever_is_paid_everything_sums(
    paid: list[int], rates: list[object], first: int, by_population: bool
) -> None:
    parties = list(TABLE)
    written = {
        "id": "2020",
        "year": "2020",
        "unit": "kr",
        "rounding": "tkr",
        "level": {
            "year": "2017",
            "paid_in": "2016",
            "paid": {p: str(amount) for p, amount in zip(parties, paid, strict=True)},
        },
        "distribution": "by-population" if by_population else "as-paid",
        "index": {"name": "LPI", "rates": {str(2018 + n): f"{r} %" for n, r in enumerate(rates)}},
        "population": {
            "day": "2019-12-31",
            "parties": {p: str(n + 1) for n, p in enumerate(parties)},
        },
        "instalments": [
            {"due": "02-01", "share": f"{first} %"},
            {"due": "08-01", "share": f"{100 - first} %"},
        ],
    }
    record = Costs.model_validate(written)
    found = year_costs(_vastmanland(), record)
    assert found is not None
    assert all(party.amount % 1000 == 0 for party in found.parties)
    assert all(sum(party.instalments) == party.amount for party in found.parties)
    factor = Fraction(1)
    for rate in rates:
        factor *= 1 + Fraction(str(rate)) / 100
    assert abs(found.total - sum(paid) * factor) <= 500


# What cannot be worked out


@pytest.mark.parametrize(
    "files",
    [
        costs(level="{year: 2031, paid_in: 2030, paid: {alby: 4}}"),
        costs(level="{year: 2031, paid_in: 2030, paid: {alby: 4, berga: 2, celby: 1}}"),
        costs(distribution="by-population"),
        costs(COUNTED, level="{year: 2031, totals: {stad: 4}}", distribution="by-population"),
    ],
)
def test_nothing_is_worked_out_of_what_is_not_whole(tmp_path: Path, files: dict[str, str]) -> None:
    register = made(tmp_path, council(files))
    assert year_costs(register, register.costs["2031"]) is None


def test_what_is_lacking_is_told_in_order(tmp_path: Path) -> None:
    level = "{year: 2030, paid_in: 2029, paid: {alby: 4}}"
    register = made(tmp_path, council(costs(level=level, distribution="by-population")))
    assert [lack.what for lack in lacking(register, register.costs["2031"])] == [
        "vad Berga betalade 2029",
        "det index som räknar upp nivån från 2030",
        "folkmängden i Alby och Berga",
    ]


def test_a_kind_with_one_party_is_called_by_its_name(tmp_path: Path) -> None:
    register = made(tmp_path, council({}))
    assert payers(register, "municipality") == "kommunerna"
    assert payers(register, "region") == "Regionen"
    assert payers(register, "stad") == "stad"


# In words


@pytest.mark.parametrize(
    ("kronor", "unit", "told"),
    [
        (1_066_000, Unit.THOUSANDS, f"1{NBSP}066{NBSP}tkr"),
        (130_500, Unit.THOUSANDS, f"130,5{NBSP}tkr"),
        (130_050, Unit.THOUSANDS, f"130,05{NBSP}tkr"),
        (7, Unit.THOUSANDS, f"0,007{NBSP}tkr"),
        (130_500, Unit.KRONOR, f"130{NBSP}500{NBSP}kr"),
        (0, Unit.THOUSANDS, f"0{NBSP}tkr"),
    ],
)
def test_an_amount_in_words(kronor: int, unit: Unit, told: str) -> None:
    assert money.amount(kronor, unit) == told


def test_a_column_has_the_decimals_its_longest_needs() -> None:
    assert money.places_needed([622_000, 130_500, 7], Unit.THOUSANDS) == 3
    assert money.places_needed([], Unit.THOUSANDS) == 0
    assert money.figure(622_000, Unit.THOUSANDS, 1) == "622,0"


@pytest.mark.parametrize(
    ("rate", "told"), [("2.40", "2,4"), ("-0.3", "−0,3"), ("-0.05", "−0,05"), ("100", "100")]
)
def test_a_rate_in_words(rate: str, told: str) -> None:
    assert money.percent(Decimal(rate)) == f"{told}{NBSP}%"


@pytest.mark.parametrize(
    ("part", "told"),
    [(Fraction(1, 2), f"50{NBSP}%"), (Fraction(2, 3), "2/3"), (Fraction(1, 8), "1/8")],
)
def test_a_share_in_words(part: Fraction, told: str) -> None:
    assert money.share(part) == told
