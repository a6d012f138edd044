"""The lines of a composition in words a council member reads, also when they change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.two import told
from tests.repos import FORMS
from vrtool.history.plain import Plain
from vrtool.history.seat_rules import seat_rule

NAMES = {
    "kommun": "kommuner", "kommunstyrelsen": "kommunstyrelsen", "skolnamnden": "skolnämnden",
    "ordforande": "ordförande", "direktor": "direktör", "norrby": "Norrby", "soderby": "Söderby",
    "vast": "västra delen",
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"office": "direktor", "each": "kommun"}, "direktör i alla kommuner"),
        ({"office": "direktor"}, "direktör"),
        ({"office": "direktor", "parties": ["norrby"]}, "direktör i Norrby"),
        (
            {"office": "ordforande", "boards": ["skolnamnden", "kommunstyrelsen"]},
            "ordförande i skolnämnden och kommunstyrelsen",
        ),
        ({"office": "ordforande", "bodies": ["skolnamnden"]}, "ordförande i skolnämnden"),
        (
            {"office": "direktor", "each": "kommun", "deputies": True},
            "direktör i alla kommuner, med ersättare",
        ),
        ({"presidium": ["skolnamnden"]}, "presidiet i skolnämnden"),
        (
            {"presidium": ["skolnamnden", "kommunstyrelsen"]},
            "presidierna i skolnämnden och kommunstyrelsen",
        ),
        ({"appointed": "np", "count": 5}, "5 utsedda (platserna np)"),
        (
            {"appointed": "np", "count": 5, "chosen_from": "ordforande"},
            "5 utsedda bland dem som är ordförande (platserna np)",
        ),
        (
            {"appointed": "np", "each": "kommun"},
            "1 utsedd vardera från alla kommuner (platserna np)",
        ),
        (
            {"appointed": "np", "each": "kommun", "count": 2, "offered": True},
            "2 utsedda vardera från de kommuner som vill (platserna np)",
        ),
        (
            {"appointed": "np", "parties": ["norrby"], "count": 3},
            "3 utsedda från Norrby (platserna np)",
        ),
        (
            {"appointed": "np", "parties": ["norrby", "soderby"], "offered": True},
            "1 utsedd vardera från Norrby och Söderby, om viljan finns (platserna np)",
        ),
        ({"appointed": "np", "areas": ["vast"]}, "1 utsedd från västra delen (platserna np)"),
    ],
)
def test_a_line_in_words(rule: Plain, words: str) -> None:
    assert seat_rule(NAMES.__getitem__, rule) == words


def test_a_composition_that_changes(tmp_path: Path) -> None:
    after = FORMS.replace("{presidium: [styrelsen]}", "{office: ordforande, boards: [styrelsen]}")
    after = after.replace("{appointed: sf, each", "{appointed: sf, count: 2, each")
    assert told(tmp_path, {"working-forms/former.yaml": after})[1:] == [
        "  ~ Platser, breda rådet, ledamöter: presidiet i styrelsen → ordförande i styrelsen",
        (
            "  ~ Platser, sakforumet, ledamöter: [-1-]{+2+} [-utsedd-]{+utsedda+} vardera från "
            "alla kommuner (platserna sf), med ersättare"
        ),
    ]


def test_a_line_more_and_one_less(tmp_path: Path) -> None:
    more = "members: [{office: direktor, parties: [alby, berga]}, {office: kso, each: municipality}"
    after = FORMS.replace("members: [{office: kso, each: municipality}", more)
    after = after.replace("      - {presidium: [styrelsen]}\n", "")
    assert told(tmp_path, {"working-forms/former.yaml": after})[1:] == [
        "  + Platser, rådet, ledamöter: direktor i Alby och Berga",
        "  - Platser, breda rådet, ledamöter tas bort: presidiet i styrelsen",
    ]
