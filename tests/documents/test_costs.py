"""The statement of a year's costs: the source's own figures, and what other years need."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests import repos
from tests.council import ROOT
from tests.documents.agendas import empty_headings, plain
from tests.rules.costs_files import costs
from vrtool.diagnostic import Finding, Location, Severity
from vrtool.documents.costs import costs_markdown, costs_meta, costs_view
from vrtool.documents.costs_view import CostsView, CostTable
from vrtool.documents.plain import as_plain
from vrtool.register.costs import YearCosts, year_costs
from vrtool.register.load import load
from vrtool.register.register import Register

COUNTED = "population: {day: 2030-12-31, parties: {alby: 30 100, berga: 10 050}}"
TOTALS = "{year: 2031, totals: {municipality: 1000, region: 500}}"
KEPT = "{year: 2031, paid_in: 2030, paid: {alby: 400, berga: 200, regionen: 300}, kept: {alby: 50}}"


@cache
def _vastmanland() -> Register:
    found = load(ROOT / "examples" / "vastmanland").register
    assert found is not None
    return found


def _worked_out(register: Register, year: str) -> YearCosts:
    found = year_costs(register, register.costs[year])
    assert found is not None
    return found


def _2017(party: str | None = None) -> CostsView:
    return costs_view(_vastmanland(), _worked_out(_vastmanland(), "2017"), party=party)


def _view(root: Path, files: dict[str, str], year: str = "2031") -> CostsView:
    register = repos.register(root, repos.council(files))
    return costs_view(register, _worked_out(register, year))


def _cells(table: CostTable) -> list[str]:
    """The rows with ordinary spaces, a bar between the cells."""
    return [plain("|".join(row.cells)) for row in table.rows]


# The source's own year


def test_the_sources_table() -> None:
    view = _2017()
    assert view.ground.columns == ("Part", "Betalade 2016", "Behåller", "Återstår", "Andel")
    rows = _cells(view.ground)
    assert rows[0] == "Arboga|724|102|622|3,3 %"
    assert "Västerås|7 611|1 066|6 545|34,9 %" in rows
    assert rows[-3:] == [
        "Region Västmanland|6 828|–|6 828|36,4 %",
        "Kommunerna|13 863|1 941|11 922|63,6 %",
        "Totalt|20 691|1 941|18 750|100,0 %",
    ]
    assert [row.total for row in view.ground.rows] == [False] * 11 + [True] * 2


def test_each_share_names_what_it_is_a_share_of() -> None:
    assert [plain(told) for told in _2017().shares] == [
        (
            "Av de 18 750 tkr som återstår när parterna har behållit sitt svarar kommunerna för "
            "63,6 % och Region Västmanland för 36,4 %."
        ),
        (
            "Av de 20 691 tkr som betalades 2016 stod kommunerna för 67,0 % och Region Västmanland "
            "för 33,0 %."
        ),
    ]


def test_the_instalments_of_the_sources_year() -> None:
    view = _2017()
    assert [plain(c) for c in view.amounts.columns] == [
        "Part",
        "Belopp 2017",
        "1 februari",
        "1 augusti",
    ]
    rows = _cells(view.amounts)
    assert "Norberg|261|130,5|130,5" in rows
    assert rows[-3:] == [
        "Region Västmanland|6 828|–|–",
        "Kommunerna|11 922|5 961,0|5 961,0",
        "Totalt|18 750|5 961,0|5 961,0",
    ]
    assert [plain(told) for told in view.method] == [
        (
            "Parterna delar på beloppet i samma proportioner som 2016, med avdrag för det som de "
            "behåller."
        ),
        (
            "Beloppet betalas till Region Västmanland med 50 % senast 1 februari 2017 och 50 % "
            "senast 1 augusti 2017."
        ),
        "Varje andel är avrundad för sig.",
    ]


def test_one_partys_lines() -> None:
    view = _2017("koping")
    assert _cells(view.ground) == ["Köping|1 345|189|1 156|6,2 %"]
    assert _cells(view.amounts) == ["Köping|1 156|578,0|578,0"]


def test_the_document() -> None:
    view = _2017()
    markdown = costs_markdown(view)
    assert markdown.startswith("# Kostnader för samverkan 2017\n\n*Överenskommelse om samverkan")
    assert [line for line in markdown.splitlines() if line.startswith("## ")] == [
        "## Nivån för 2017",
        "## Att betala 2017",
        "## Så är det räknat",
        "## Anmärkning",
    ]
    assert empty_headings(markdown) == []
    assert "\n\n\n" not in markdown
    assert "\n| **Kommunerna** | **13\xa0863** | " in markdown
    assert json.loads(json.dumps(as_plain(view), ensure_ascii=False)) == as_plain(view)
    meta = costs_meta(view)
    assert (meta.title, meta.date.isoformat()) == ("Kostnader för samverkan 2017", "2017-01-01")


# Other years


def test_by_population_and_raised(tmp_path: Path) -> None:
    lines = (COUNTED, "index: {name: LPI, rates: {2032: 2.4 %, 2033: '-0,5 %'}}")
    files = costs(*lines, year=2033, level=TOTALS, distribution="by-population")
    view = _view(tmp_path, files, "2033")
    assert view.ground.columns == ("Part", "Nivå 2031", "Andel")
    assert _cells(view.ground) == [
        "Kommunerna|1 000|66,7 %",
        "Regionen|500|33,3 %",
        "Totalt|1 500|100,0 %",
    ]
    assert [plain(c) for c in view.amounts.columns] == ["Part", "Folkmängd", "Belopp 2033"]
    assert _cells(view.amounts) == [
        "Alby|30 100|764",
        "Berga|10 050|255",
        "Regionen|–|509",
        "Kommunerna|40 150|1 019",
        "Totalt|40 150|1 528",
    ]
    assert [plain(told) for told in (*view.shares, *view.method)] == [
        "Av 1 500 tkr svarar kommunerna för 66,7 % och Regionen för 33,3 %.",
        "Nivån för 2031 är uppräknad med LPI: 2,4 % för 2032 och −0,5 % för 2033.",
        "Parter av samma slag delar på sitt belopp efter folkmängden 31 december 2030.",
        "Beloppen är avrundade till hela tusental kronor, så att summan stämmer.",
        "Varje andel är avrundad för sig.",
    ]


def test_in_kronor(tmp_path: Path) -> None:
    (path, text), *_ = costs("instalments: [{due: 02-01, share: 100 %}]").items()
    view = _view(tmp_path, {path: text.replace("tkr", "kr")})
    assert view.unit == "Belopp i kronor."
    assert _cells(view.amounts)[0] == "Alby|400|400"
    assert plain(view.method[1]) == "Beloppet betalas med 100 % senast 1 februari 2031."


def test_to_the_krona_with_amounts_in_thousands(tmp_path: Path) -> None:
    lines = (COUNTED, "rounding: kr")
    view = _view(tmp_path, costs(*lines, level=TOTALS, distribution="by-population"))
    assert _cells(view.amounts)[:3] == [
        "Alby|30 100|749,689",
        "Berga|10 050|250,311",
        "Regionen|–|500,000",
    ]
    assert "Beloppen är avrundade till hela kronor, så att summan stämmer." in view.method


def test_nothing_kept_needs_no_columns_for_it(tmp_path: Path) -> None:
    view = _view(tmp_path, costs())
    assert view.ground.columns == ("Part", "Betalade 2030", "Andel")
    assert len(view.shares) == 1
    assert view.method[0] == "Parterna delar på beloppet i samma proportioner som 2030."


def test_errors_are_listed_in_a_draft_only(tmp_path: Path) -> None:
    register = repos.register(tmp_path, repos.council(costs(level=KEPT)))
    year = _worked_out(register, "2031")
    at = Location("data/costs/2031.yaml")
    error = Finding("VR161", "cost-sums", Severity.ERROR, "summan är fel.", at, help="rätta den.")
    assert costs_view(register, year, [error]).stamp == ""
    draft = costs_view(register, year, [error], draft=True)
    assert draft.stamp == costs_meta(draft).stamp == "UTKAST"
    assert "\n- Summan är fel. Rätta den.\n" in costs_markdown(draft)
    assert costs_view(register, year, [], draft=True).stamp == ""


@pytest.mark.parametrize("nasty", ["<b>fet</b> | ny cell", "{{ 7 * 7 }}", "# rubrik", "=1+1"])
def test_text_from_the_files_is_shown_as_text(tmp_path: Path, nasty: str) -> None:
    text = repos.structure().replace("short: Alby,", f"short: {json.dumps(nasty)},")
    note = f"note: {json.dumps(nasty)}"
    view = _view(tmp_path, {"structure.yaml": text, **costs(note)})
    assert view.ground.rows[0].cells[0] == view.note == nasty
    lines = costs_markdown(view).splitlines()
    ground, amounts = view.ground.columns, view.amounts.columns
    bars = [line.replace("\\|", "").count("|") for line in lines if line.startswith("|")]
    rows = len(view.ground.rows) + 2
    assert bars == [len(ground) + 1] * rows + [len(amounts) + 1] * rows
    assert len([line for line in lines if line.startswith("#")]) == 5
    assert "<b>" not in costs_markdown(view).replace("\\<", "")
    assert "49" not in costs_markdown(view)
