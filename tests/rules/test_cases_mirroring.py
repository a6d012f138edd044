"""VR208, VR209: whether a forum has the political parties and the majority of an assembly."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, council, messages, structure
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally

PARTIES = "political_parties: {a: Allpartiet, b: Bypartiet, c: Cykelpartiet}\n"
ASSEMBLY = """\
assemblies:
  styrelsen:
    - {from: 2030-01-01, majority: {a: '4', b: '1'}, opposition: {c: '3'}}
"""
MEMBERS = {"anna": "a", "bo": "a", "rut": "a", "ragna": "b", "asta": "c", "britt": "a"}
"""The members of the broad council: two of the region, two of each municipality."""


def _files(assembly: str = ASSEMBLY, *changes: tuple[str, str], **parties: str) -> dict[str, str]:
    """The council with everybody's political party; `parties` are changes, an empty one is none."""
    rosters = ROSTERS + assembly
    for who, party in {**MEMBERS, **parties}.items():
        own = f"political_party: {party}, " if party else ""
        rosters = rosters.replace(f"  {who}: {{name", f"  {who}: {{{own}name")
    for old, new in changes:
        assert rosters.count(old) == 1, old
        rosters = rosters.replace(old, new)
    return {"structure.yaml": structure(more=PARTIES), "forums.yaml": rosters}


ASTA = "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"
ASTA_LEFT = "br/alby/1: {members: [{who: asta, from: 2030-01-01, to: 2031-03-31}%s]}"
OF_C = "c: ①'3'"

REPRESENTED = cases(
    Judged("VR208", "{assembly: styrelsen}", "[bredd]"),
    nothing_is_told_of_the_assembly=Case({}, tally=Tally(unknown=1)),
    all_three_are_there=Case(_files(), tally=Tally(holds=3)),
    one_is_missing=Case(
        _files(ASSEMBLY.replace("c: '3'", OF_C), asta="a"),
        ("① VR208 N error",),
        Tally(holds=2, breached=1),
    ),
    someones_party_is_not_told=Case(_files(asta=""), tally=Tally(holds=2, unknown=1)),
    someones_party_is_not_told_where_all_are_there=Case(_files(bo=""), tally=Tally(holds=3)),
    the_only_one_leaves=Case(
        _files(ASSEMBLY.replace("c: '3'", OF_C), (ASTA, ASTA_LEFT % "")),
        ("① VR208 N error",),
        Tally(holds=2, breached=1),
    ),
    the_only_one_is_followed_by_another_of_the_party=Case(
        _files(
            ASSEMBLY,
            (ASTA, ASTA_LEFT % ", {who: arne, from: 2031-04-01}"),
            ("arne: {name", "arne: {political_party: c, name"),
        ),
        tally=Tally(holds=3),
    ),
    the_rosters_are_not_said_to_be_complete=Case(
        {**_files(asta="a"), "structure.yaml": structure("", more=PARTIES)},
        tally=Tally(holds=2, unknown=1),
    ),
    a_party_that_does_not_exist_is_told_of_once=Case(
        _files(ASSEMBLY.replace("c: '3'", "①d: '3'")),
        ("① VR101 - error",),
        Tally(holds=2, unknown=1),
    ),
    it_has_its_mandates_later=Case(
        _files(
            ASSEMBLY.replace("}, opposition: {c: '3'}}", "}, to: 2031-05-31}")
            + "    - {from: 2031-06-01, majority: {a: '4', b: '1'}, opposition: {c: ①'3'}}\n",
            asta="a",
        ),
        ("① VR208 N error",),
        Tally(holds=2, breached=1),
    ),
    two_divisions_of_the_same_days=Case(
        _files(ASSEMBLY + "    - {from: 2029-01-01, majority: {c: '1'}}\n", asta="a"),
        tally=Tally(unknown=3),
    ),
    a_division_before_the_rulebook=Case(
        _files(ASSEMBLY.replace("from: 2030-01-01", "from: 2026-01-01, to: 2029-12-31"), asta="a"),
        tally=Tally(unknown=1),
    ),
)

RAGNA = "styrelsen/vice-ordforande: [{who: ragna, from: 2030-01-01}]"
HERE = ASSEMBLY.replace("    - {", "    ①- {")

MIRRORED = cases(
    Judged("VR209", "{assembly: styrelsen}", "[bredd]"),
    nothing_is_told_of_the_assembly=Case({}, tally=Tally(unknown=1)),
    both_are_of_the_majority=Case(_files(), tally=Tally(holds=1)),
    one_of_each_is_no_majority=Case(
        _files(HERE, ragna="c"), ("① VR209 N error",), Tally(breached=1)
    ),
    one_of_the_majority_and_one_nobody_knows=Case(_files(ragna=""), tally=Tally(unknown=1)),
    one_of_the_opposition_and_one_nobody_knows=Case(
        _files(HERE, ragna="c", rut=""), ("① VR209 N error",), Tally(breached=1)
    ),
    the_side_at_the_person_goes_first=Case(
        _files(HERE, ("ragna: {political_party: b, name", "ragna: {side: opposition, name")),
        ("① VR209 N error",),
        Tally(breached=1),
    ),
    what_the_municipalities_have_is_their_own_business=Case(
        _files(anna="c", bo="c", britt="c"), tally=Tally(holds=1)
    ),
    the_majority_shifts=Case(
        _files(
            HERE.replace("opposition: {c: '3'}", "opposition: {c: '3'}, to: 2031-05-31")
            + "    - {from: 2031-06-01, majority: {c: '5'}, opposition: {a: '3'}}\n"
        ),
        ("① VR209 N error",),
        Tally(breached=1),
    ),
    those_who_govern_are_a_minority=Case(
        _files(ASSEMBLY.replace("c: '3'", "c: '5'"), ragna="c", rut="c"), tally=Tally(unknown=1)
    ),
    nobody_sits_for_the_region=Case(
        _files(
            ASSEMBLY,
            (RAGNA, "styrelsen/vice-ordforande: []"),
            (
                "styrelsen/ordforande: [{who: rut, from: 2030-01-01}]",
                "styrelsen/ordforande: [{vacant: true, from: 2030-01-01}]",
            ),
        ),
        tally=Tally(unknown=1),
    ),
    nobody_knows_who_sits_there=Case(
        {
            **_files(ASSEMBLY, (RAGNA, "styrelsen/vice-ordforande: []")),
            "structure.yaml": structure("", more=PARTIES),
        },
        tally=Tally(unknown=1),
    ),
)


@each(REPRESENTED)
def test_represented(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(MIRRORED)
def test_mirrored(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_an_assembly_that_is_no_board_is_a_bad_norm(tmp_path: Path) -> None:
    for rule in ("VR208", "VR209"):
        norm = Judged(rule, "{assembly: ingen}", "[bredd]").norm
        (message,) = messages(tmp_path / rule, council({}, norms=norm))
        assert message == "Normen N: nämnd ”ingen” finns inte."
