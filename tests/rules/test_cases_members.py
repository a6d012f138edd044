"""VR213: how many sit in a forum, in all and from each kind of party; the co-opted never count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, Files, council, forms, outcome, write_repo
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally

TOTAL = Judged("VR213", "{total: {min: '6', max: '6'}}", "[bredd]")
KINDS = Judged(
    "VR213", "{kinds: {municipality: {min: '4'}, region: {min: '1', max: '2'}}}", "[bredd]"
)
LINES = """\
    members:
      - {office: kso, each: municipality}
      - {appointed: br, each: municipality}
      - {presidium: [styrelsen]}
"""
MARKED = LINES.replace("    members:\n      - {off", "    members:\n      ①- {off")
ASTA = "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"
LEFT = "br/alby/1: {members: [{who: asta, from: 2030-01-01, to: 2031-03-31}%s]}"


def _files(judged: Judged, *changes: tuple[str, str], lines: str = LINES, more: str = "") -> Files:
    """Changes to the rosters, and other lines of seats in the broad council."""
    rosters, rulebook = ROSTERS + more, forms(judged.norm)
    assert LINES in rulebook
    for old, new in changes:
        assert rosters.count(old) == 1, old
        rosters = rosters.replace(old, new)
    return {
        "forums.yaml": rosters,
        "working-forms/former.yaml": rulebook.replace(LINES, lines),
    }


EXPERTS = f"{LINES}    co_opted: [{{appointed: sakkunnig, count: 2}}]\n"
EXPERT = "  sakkunnig/1: {members: [{who: arne, from: 2031-01-01, to: 2031-06-30}]}\n"
ONE_MORE = LINES.replace("[styrelsen]}", "[styrelsen]}\n      - {appointed: ext, count: 2}")

NUMBERS = {
    **cases(
        TOTAL,
        six_of_six=Case({}, tally=Tally(holds=1)),
        one_leaves=Case(
            _files(TOTAL, (ASTA, LEFT % ""), lines=MARKED),
            ("① VR213 N error",),
            Tally(breached=1),
        ),
        one_is_followed_by_another=Case(
            _files(TOTAL, (ASTA, LEFT % ", {who: arne, from: 2031-04-01}")), tally=Tally(holds=1)
        ),
        one_leaves_where_not_all_is_known=Case(
            _files(TOTAL, (ASTA, LEFT % "")), tally=Tally(holds=1), complete=""
        ),
        one_sits_twice_and_counts_once=Case(
            _files(TOTAL, (ASTA, ASTA.replace("asta", "anna")), lines=MARKED),
            ("① VR213 N error",),
            Tally(breached=1),
        ),
        experts_do_not_count=Case(_files(TOTAL, lines=EXPERTS, more=EXPERT), tally=Tally(holds=1)),
        more_seats_than_members=Case(_files(TOTAL, lines=ONE_MORE), tally=Tally(holds=1)),
        a_seat_of_which_nobody_knows=Case(
            _files(TOTAL, lines=ONE_MORE), tally=Tally(unknown=1), complete=""
        ),
        one_more_than_six=Case(
            _files(
                TOTAL,
                lines=ONE_MORE.replace("      - {off", "      ①- {off"),
                more="  ext/1: {members: [{who: arne, from: 2031-05-01, to: 2031-07-31}]}\n",
            ),
            ("① VR213 N error",),
            Tally(breached=1),
            complete="",
        ),
        two_times_of_too_few=Case(
            _files(
                TOTAL,
                (
                    ASTA,
                    LEFT % ", {who: asta, from: 2031-05-01, to: 2031-10-31}",
                ),
                lines=MARKED,
            ),
            ("① VR213 N error", "① VR213 N error"),
            Tally(breached=2),
        ),
    ),
    **cases(
        KINDS,
        four_and_two=Case({}, tally=Tally(holds=2)),
        one_municipality_lacks_one=Case(
            _files(KINDS, (ASTA, LEFT % ""), lines=MARKED),
            ("① VR213 N error",),
            Tally(holds=1, breached=1),
        ),
        the_region_has_three=Case(
            _files(
                KINDS,
                lines=LINES.replace(
                    "      - {office: kso",
                    "      ①- {appointed: re, parties: [regionen]}\n      - {office: kso",
                ),
                more="  re/regionen/1: {members: [{who: arne, from: 2031-02-01}]}\n",
            ),
            ("① VR213 N error",),
            Tally(holds=1, breached=1),
        ),
        a_seat_of_no_party_counts_for_its_holders=Case(
            _files(
                KINDS,
                (ASTA, LEFT % ""),
                lines=ONE_MORE,
                more="  ext/1: {members: [{who: arne, from: 2031-04-01}]}\n",
            ),
            tally=Tally(holds=2),
        ),
    ),
}


@each(NUMBERS)
def test_numbers(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("bounds", "wanted"),
    [
        ("{min: '7'}", "men ska ha minst 7."),
        ("{max: '5'}", "men ska ha högst 5."),
        ("{min: '7', max: '9'}", "men ska ha 7–9."),
        ("{min: '7', max: '7'}", "men ska ha 7."),
    ],
)
def test_what_there_should_be_is_said(tmp_path: Path, bounds: str, wanted: str) -> None:
    norm = Judged("VR213", f"{{total: {bounds}}}", "[bredd]").norm
    write_repo(tmp_path, council({}, norms=norm))
    (finding,) = outcome(tmp_path).findings
    assert finding.message.endswith(wanted)


@pytest.mark.parametrize(
    "parameters", ["{}", "{total: {}}", "{kinds: {ingen: {min: '1'}}}", "{total: {min: '0'}}"]
)
def test_a_norm_that_counts_nothing_is_a_bad_norm(tmp_path: Path, parameters: str) -> None:
    norm = Judged("VR213", parameters, "[bredd]").norm
    write_repo(tmp_path, council({}, norms=norm))
    assert [finding.code for finding in outcome(tmp_path).findings] == ["VR904"]
