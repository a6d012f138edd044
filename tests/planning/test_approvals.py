"""Who is to sign and adjust minutes, by the norms and the offices of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from vrtool.planning.approvals import approvals, approved
from vrtool.planning.demands import Demands

ID = "ra-2031-02"
NORM = "N: {{title: T, rule: {}, strength: shall, paragraph: '1', applies: {{forums: [rad]}}}}"
CASES = {
    "chair and vice chair": ("VR608", "{}", "rut ordförande -; anna vice ordförande -"),
    "one has": (
        "VR608",
        "{adjusted: [{by: anna, date: 2031-03-20}]}",
        "rut ordförande -; anna vice ordförande 2031-03-20",
    ),
    "and another besides": (
        "VR608",
        "{adjusters: [bo], adjusted: [{by: britt, date: 2031-03-20}]}",
        "rut ordförande -; anna vice ordförande -; bo -; britt 2031-03-20",
    ),
    "whoever led signs, one is to be appointed": (
        "VR610",
        "{led_by: anna}",
        "signs anna ordförande -; nobody ledamot -",
    ),
    "the chair signs where nobody is told to have led": (
        "VR610",
        "{adjusters: [bo]}",
        "signs rut ordförande -; bo -",
    ),
    "signed and adjusted": (
        "VR610",
        "{signed: {by: rut, date: 2031-03-19}, adjusted: [{by: bo, date: 2031-03-20}]}",
        "signs rut ordförande 2031-03-19; bo 2031-03-20",
    ),
    "no norm": ("", "{}", ""),
    "no norm but appointed": ("", "{adjusters: [bo]}", "bo -"),
}


def _told(root: Path, rule: str, minutes: str) -> tuple[str, bool]:
    written = f"id: {ID}\nforum: rad\ndate: 2031-03-14\nminutes: {minutes}\n"
    norms = NORM.format(rule) if rule else ""
    files = {f"meetings/{ID}.yaml": written}
    found = repos.register(root, repos.council(files, norms=norms))
    demands, meeting = Demands(found), found.meetings[ID]
    told = [
        " ".join(
            part
            for part in (
                "signs" if one.signs else "",
                one.who or "nobody",
                one.title,
                one.on.isoformat() if one.on else "-",
            )
            if part
        )
        for one in approvals(demands, meeting)
    ]
    return "; ".join(told), approved(demands, meeting)


@pytest.mark.parametrize(("rule", "minutes", "expected"), CASES.values(), ids=CASES)
def test_who_is_to(tmp_path: Path, rule: str, minutes: str, expected: str) -> None:
    assert _told(tmp_path, rule, minutes) == (expected, " -" not in expected)


def test_a_new_holder_of_the_office_may_adjust_for_the_one_of_the_meeting(tmp_path: Path) -> None:
    rosters = repos.ROSTERS.replace(
        "rad/vice-ordforande: [{who: anna, from: 2030-01-01}]",
        "rad/vice-ordforande: [{who: anna, from: 2030-01-01, to: 2031-03-15}, "
        "{who: bo, from: 2031-03-16}]",
    )
    adjusted = "{adjusted: [{by: rut, date: 2031-03-20}, {by: bo, date: 2031-03-20}]}"
    files = {
        f"meetings/{ID}.yaml": f"id: {ID}\nforum: rad\ndate: 2031-03-14\nminutes: {adjusted}\n",
        "forums.yaml": rosters,
    }
    found = repos.register(tmp_path, repos.council(files, norms=NORM.format("VR608")))
    meeting = found.meetings[ID]
    assert [one.who for one in approvals(Demands(found), meeting)] == ["rut", "bo"]
    assert approved(Demands(found), meeting)
