"""What `vr explain` says: of every code there is, and of every norm in the council's own data."""

from __future__ import annotations

import pytest

from tests.council import ROOT
from vrtool.model.working_forms import NormSource
from vrtool.register.load import load
from vrtool.register.register import Register
from vrtool.report.explanations import norm_text, rule_text
from vrtool.rules.catalogue import guidance, names_by_code


@pytest.fixture(name="register", scope="module")
def the_council() -> Register:
    register = load(ROOT).register
    assert register is not None
    return register


@pytest.mark.parametrize("code", names_by_code())
def test_every_code_is_explained_with_why_examples_and_mend(code: str) -> None:
    told = rule_text(code, None)
    assert told.startswith(f"{code} {names_by_code()[code]}: ")
    parts = ["\n\nFel:\n\n    ", "\n\nRätt:\n\n    ", "\n\nSå rättar du:\n"]
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert "```" not in told
    assert guidance(code).why in told


def test_a_rule_names_its_parameters_and_the_norms_it_judges(register: Register) -> None:
    told = rule_text("VR701", register)
    assert "Ställs in i normen (with): min, max, about och tolerance." in told
    listed = told.split("Normer som prövas med regeln:\n")[1].splitlines()
    assert [line.split(":")[0] for line in sorted(listed)] == [
        "  A-2.1.2-meetings (arbetsformerna 2.1.2, normalt)",
        "  A-2.2.2-meetings (arbetsformerna 2.2.2, bör)",
        "  A-3.1-group-meetings (arbetsformerna 3.1, normalt)",
        "  A-5.1-meetings (arbetsformerna 5.1, normalt)",
        "  S-6.1-meetings (samverkansavtalet 6.1, normalt)",
        "  S-6.2-meetings (samverkansavtalet 6.2, normalt)",
    ]


def test_a_rule_without_parameters_or_norms_says_nothing_of_them(register: Register) -> None:
    told = rule_text("VR121", register)
    assert "Ställs in" not in told
    assert "Normer som" not in told


def test_a_norm_in_full(register: Register) -> None:
    told = norm_text("S-6.2-meetings", register.working_forms["samverkansavtal-2019"])
    title, facts, *_ = told.split("\n\n")
    assert title == (
        "S-6.2-meetings: Arbetsutskottet möts ungefär tio gånger om året, "
        "eller så ofta som det behövs."
    )
    assert facts.splitlines() == [
        "Källa: Samverkansavtal – Värmland, 6.2",
        "Styrka: normalt",
        "Brott ger: varning (VR701)",
        "Gäller: ordforanderadet",
        "about: 10",
        "tolerance: 2 (eget val, står inte i källan)",
    ]
    assert "      - norm: S-6.2-meetings\n" in told
    assert told.endswith("Exempel på fel och rätt: vr explain VR701")


@pytest.mark.parametrize(
    ("norm", "left"),
    [
        ("A-3.1-fixed", "en varning som står kvar och skrivs ut i dokumenten."),
        ("A-3.1-prepared", "en notis."),
        ("A-3.2.1-lead", "en notis."),
    ],
)
def test_what_is_left_of_an_excused_breach(register: Register, norm: str, left: str) -> None:
    told = norm_text(norm, register.working_forms["arbetsformer-2022"])
    assert f"\n\nBrottet blir då {left}\n\n" in told


def test_nested_parameters_are_told_in_words(register: Register) -> None:
    told = norm_text("A-2.2.2-positions", register.working_forms["arbetsformer-2022"])
    assert (
        "\nexcept: topic arshjul och forums varmlandsradet och "
        "topic prioriteringar och forums varmlandsradet\n"
    ) in told
    told = norm_text("A-2.2.1-members", register.working_forms["arbetsformer-2022"])
    assert "\nErsätter: S-6.2-members\n" in told


def test_every_norm_of_the_council_is_explained(register: Register) -> None:
    for forms in register.working_forms.values():
        for key, norm in forms.norms.items():
            told = norm_text(key, forms)
            assert norm.title in told
            assert "{" not in told.split("\n\n")[1]


def test_steps_by_step_are_told_apart() -> None:
    forms = NormSource.model_validate(
        {
            "id": "p",
            "name": "Processen",
            "short_name": "processen",
            "norms": {
                "N": {
                    "title": "T",
                    "rule": "VR324",
                    "strength": "shall",
                    "paragraph": "1",
                    "with": {"before": {"a": ["b", "c"], "d": ["e"]}},
                }
            },
        }
    )
    assert "\nbefore: a (b och c) och d e\n" in norm_text("N", forms)
