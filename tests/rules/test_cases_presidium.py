"""VR210: where those who lead come from; and what several vice chairs mean to the other rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, Files, council, forms, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)

PRESIDIUM = Judged(
    "VR210",
    "{offices: {rad/ordforande: {kind: region, side: majority}, "
    "rad/vice-ordforande: {kind: municipality}}}",
    "[bredd]",
)
CHAIR = "rad/ordforande: [{who: rut, from: 2030-01-01}]"
VICE = "rad/vice-ordforande: [{who: anna, from: 2030-01-01}]"
ANNA = "alby/kso: [{who: anna, from: 2030-01-01}]"
RUT = "rut: {name: Rut Gran, "


def _rosters(*changes: tuple[str, str], more: str = "") -> dict[str, str]:
    text = ROSTERS + more
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {"forums.yaml": text}


OF_THE_MAJORITY = (RUT, f"{RUT}side: majority, ")
OF_THE_OPPOSITION = (RUT, f"{RUT}side: opposition, ")
MARKED_CHAIR = (CHAIR, "rad/ordforande: [①{who: rut, from: 2030-01-01}]")
DIVIDED = """\
assemblies:
  styrelsen:
    - {from: 2030-01-01, to: 2031-05-31, majority: {a: '4'}, opposition: {b: '3'}}
    - {from: 2031-06-01, majority: {b: '4'}, opposition: {a: '3'}}
"""
SHIFTED = {
    "structure.yaml": structure(more="political_parties: {a: Allpartiet, b: Bypartiet}\n"),
    **_rosters((RUT, f"{RUT}political_party: a, "), MARKED_CHAIR, more=DIVIDED),
}

BREDD = "    members:\n      - {office: kso, each: municipality}\n      - {appointed: br"
MARKED_SEATS = forms(PRESIDIUM.norm).replace(BREDD, BREDD.replace("- {office", "①- {office", 1))

LEADERS = cases(
    PRESIDIUM,
    both_as_they_should_be=Case(_rosters(OF_THE_MAJORITY), tally=Tally(holds=2)),
    nobody_knows_the_chairs_side=Case({}, tally=Tally(holds=1, unknown=1)),
    nobody_is_said_to_be_vice_chair=Case(
        {
            **_rosters(OF_THE_MAJORITY, (f"  {VICE}\n", "")),
            "working-forms/former.yaml": MARKED_SEATS,
        },
        ("① VR210 N error",),
        Tally(holds=1, breached=1),
    ),
    the_record_does_not_tell_who_is_vice_chair=Case(
        _rosters(OF_THE_MAJORITY, (f"  {VICE}\n", "")),
        tally=Tally(holds=1, unknown=1),
        complete="",
    ),
    the_vice_chair_is_vacant=Case(
        _rosters(
            OF_THE_MAJORITY, (VICE, "rad/vice-ordforande: [{vacant: true, from: 2030-01-01}]")
        ),
        tally=HOLDS,
    ),
    the_chair_is_of_the_opposition=Case(
        _rosters(OF_THE_OPPOSITION, MARKED_CHAIR),
        ("① VR210 N error",),
        Tally(holds=1, breached=1),
    ),
    the_chairs_party_loses_its_majority=Case(
        SHIFTED, ("① VR210 N error",), Tally(holds=1, breached=1)
    ),
    the_vice_chair_is_of_the_region=Case(
        _rosters(OF_THE_MAJORITY, (VICE, "rad/vice-ordforande: [①{who: ragna, from: 2030-01-01}]")),
        ("① VR210 N error",),
        Tally(holds=1, breached=1),
    ),
    the_vice_chair_has_no_seat=Case(
        _rosters(OF_THE_MAJORITY, (VICE, "rad/vice-ordforande: [①{who: arne, from: 2030-01-01}]")),
        ("① VR210 N error",),
        Tally(holds=1, breached=1),
    ),
    the_vice_chair_has_no_seat_as_far_as_is_known=Case(
        _rosters(OF_THE_MAJORITY, (VICE, "rad/vice-ordforande: [{who: arne, from: 2030-01-01}]")),
        tally=Tally(holds=1, unknown=1),
        complete="",
    ),
    the_vice_chair_leaves_the_seat_and_stays_in_the_chair=Case(
        _rosters(
            OF_THE_MAJORITY,
            (ANNA, "alby/kso: [{who: anna, from: 2030-01-01, to: 2031-08-31}]"),
            (VICE, "rad/vice-ordforande: [①{who: anna, from: 2030-01-01}]"),
        ),
        ("① VR210 N error",),
        Tally(holds=1, breached=1),
    ),
    the_vice_chairs_party_is_not_told=Case(
        _rosters(OF_THE_MAJORITY, ("anna: {name: Anna Ek, party: alby}", "anna: {name: Anna Ek}")),
        tally=Tally(holds=1, unknown=1),
    ),
    nobody_is_known_to_lead=Case(
        _rosters((CHAIR, "rad/ordforande: []"), (VICE, "rad/vice-ordforande: []")),
        tally=Tally(unknown=2),
        complete="",
    ),
)


@each(LEADERS)
def test_leaders(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    "parameters",
    [
        "{offices: {}}",
        "{offices: {rad/ordforande: {}}}",
        "{offices: {rad/ordforande: {kind: ingen}}}",
        "{offices: {ingen/ordforande: {kind: region}}}",
    ],
)
def test_a_norm_that_says_nothing_is_a_bad_norm(tmp_path: Path, parameters: str) -> None:
    norm = Judged("VR210", parameters, "[bredd]").norm
    write_repo(tmp_path, council({}, norms=norm))
    assert {finding.code for finding in outcome(tmp_path).findings} == {"VR904"}


# Several vice chairs

LED, FIXED, ADJUSTED = (
    Judged("VR204", forums="[rad]", strength="normal"),
    Judged("VR501", forums="[rad]"),
    Judged("VR608", forums="[rad]", strength="normal"),
)
CHAIRS = Judged("VR202", "{chair_is: styrelsen/ordforande, vice_chair_from: municipality}", "[rad]")
OFFICE = "  vice-ordforande: {name: vice ordförande, presidium: true}\n"
TITLES = OFFICE.replace("vice-ordf", "andre-vice-ordf").replace("name: v", "name: 2:e v")
SECOND = "  rad/andre-vice-ordforande: [%s{who: %s, from: 2030-01-01}]\n"


def _two(judged: Judged, *files: Files, second: str = "bo", mark: str = "") -> Files:
    """The council with two vice chairs, in order."""
    titles = structure().replace(OFFICE, OFFICE + TITLES)
    one = "vice_chair: rad/vice-ordforande\n  bredd"
    rulebook = forms(judged.norm)
    assert one in rulebook
    both = "vice_chair: [rad/vice-ordforande, rad/andre-vice-ordforande]\n  bredd"
    vice = f"  {VICE}\n"
    second = SECOND % (mark, second) if second else ""
    return together(
        {
            "structure.yaml": titles,
            "working-forms/former.yaml": rulebook.replace(one, both),
            **_rosters((vice, vice + second)),
        },
        *files,
    )


PRESENT = "secretary: rut, attendance: {present: [rut]}"


def _held(led_by: str) -> Files:
    return meeting("ra-2031-01", "2031-04-04", more=f"minutes: {{led_by: {led_by}, {PRESENT}}}")


def _fixed(by: str) -> Files:
    more = f"①agenda: {{fixed: {{date: 2031-03-20, by: ②[{by}]}}}}"
    return meeting("ra-2031-01", "2031-04-04", more=more)


def _adjusted(*by: str) -> Files:
    entries = ", ".join(f"{{by: {who}, date: 2031-04-08}}" for who in by)
    more = f"minutes:\n  secretary: rut\n  adjusted: ①[{entries}]\n  attendance: {{present: [rut]}}"
    return meeting("ra-2031-01", "2031-04-04", more=more)


SEVERAL = {
    **cases(
        LED,
        led_by_the_second=Case(_two(LED, _held("bo")), tally=HOLDS),
        led_by_none_of_the_three=Case(_two(LED, _held("①asta")), ("① VR204 N warning",), BROKEN),
        the_second_is_not_known=Case(_two(LED, _held("asta"), second=""), tally=UNKNOWN),
    ),
    **cases(
        FIXED,
        fixed_by_all_three=Case(_two(FIXED, _fixed("rut, anna, bo")), tally=HOLDS),
        fixed_without_the_second=Case(
            _two(FIXED, _fixed("rut, anna")), ("② VR501 N error",), BROKEN
        ),
    ),
    **cases(
        ADJUSTED,
        adjusted_by_all_three=Case(_two(ADJUSTED, _adjusted("rut", "anna", "bo")), tally=HOLDS),
        adjusted_without_the_vice_chairs=Case(
            _two(ADJUSTED, _adjusted("rut")), ("① VR608 N warning",), BROKEN
        ),
    ),
    **cases(
        CHAIRS,
        both_of_municipalities=Case(_two(CHAIRS), tally=Tally(holds=3)),
        the_second_is_of_the_region=Case(
            _two(CHAIRS, second="ragna", mark="①"),
            ("① VR202 N error",),
            Tally(holds=2, breached=1),
        ),
    ),
}


@each(SEVERAL)
def test_several_vice_chairs(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_forum_may_have_a_chair_alone(tmp_path: Path) -> None:
    norm = LED.norm
    alone = forms(norm).replace("    vice_chair: rad/vice-ordforande\n", "")
    files = {"working-forms/former.yaml": alone, **_held("asta")}
    write_repo(tmp_path, council(files))
    (finding,) = outcome(tmp_path).findings
    assert finding.message.endswith("leddes av Asta Al, inte av ordföranden Rut Gran.")
