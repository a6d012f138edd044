"""VR205 where the source binds: the side told by an assembly, and the party's seat beside it."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, forms, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally

BESIDE = Judged("VR205", "{side: opposition, appointed: br, beside: kso}", "[bredd]")
BOARD = "boards:\n  styrelsen: {name: styrelsen, party: regionen}\n"
PARTIES = "political_parties: {a: Allpartiet, b: Bypartiet}\n"
DIVIDED = """\
assemblies:
  albystyrelsen:
    - {from: 2029-01-01, to: 2031-05-31, majority: {a: '4'}, opposition: {b: '3'}}
    - {from: 2031-06-01, majority: {b: '4'}, opposition: {a: '3'}}
"""
ASTA = "  br/alby/1: {members: [{who: asta, from: 2030-01-01}]}\n"
KSO = "      - {office: kso, each: municipality}\n      - {appointed"


def _assembly(asta: str, seat: str = ASTA) -> Files:
    """Asta is of the political party; Alby's own board has divided its mandates."""
    assert BOARD in structure()
    boards = f"{BOARD}  albystyrelsen: {{name: albystyrelsen, party: alby}}\n"
    rosters = ROSTERS.replace("asta: {name", f"asta: {{political_party: {asta}, name")
    return {
        "structure.yaml": structure(more=PARTIES).replace(BOARD, boards),
        "forums.yaml": rosters.replace(ASTA, seat) + DIVIDED,
    }


TOLD = cases(
    BESIDE,
    a_seat_beside_each=Case({}, tally=Tally(holds=2, unknown=2)),
    no_seat_beside=Case(
        {
            "working-forms/former.yaml": forms(BESIDE.norm).replace(
                KSO, "      ①- {office: kso, parties: [alby]}\n      - {appointed"
            )
        },
        ("① VR205 N error",),
        Tally(holds=1, breached=1, unknown=2),
    ),
    of_the_opposition_there=Case(_assembly("b"), tally=Tally(holds=3, unknown=1)),
    of_the_majority_there=Case(
        _assembly("a", ASTA.replace("[{", "[①{")),
        ("① VR205 N error",),
        Tally(holds=2, breached=1, unknown=1),
    ),
    of_the_majority_when_appointed=Case(
        _assembly("a", ASTA.replace("2030-01-01", "2031-06-01")), tally=Tally(holds=3, unknown=1)
    ),
)


@each(TOLD)
def test_told(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_what_the_source_demands_is_no_wish(tmp_path: Path) -> None:
    files = _assembly("a")
    for strength, wanted in (("shall", "utse någon från"), ("normal", "utse hellre någon från")):
        norm = Judged(BESIDE.rule, BESIDE.parameters, BESIDE.forums, strength).norm
        write_repo(tmp_path / strength, council(files, norms=norm))
        (finding,) = outcome(tmp_path / strength).findings
        assert finding.help.startswith(f"{wanted} oppositionen")
