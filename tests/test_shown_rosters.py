"""Two holders of a seat and a deputy beside her member, in the council's own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import Council, copied


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


# Two holders of one seat


def _second_holder(council: Council, first: str, second: str) -> None:
    """Give Arvika's seat two known holders, both of Arvika so that nothing else is wrong."""
    council.change(
        "forums.yaml", "networks:\n", "  x-exempel: {name: X Exempel, party: arvika}\n\nnetworks:\n"
    )
    old = "  arvika/kso:\n    - who: peter-soderstrom\n      seen: [2021-01-22, 2022-06-17]\n"
    new = f"  arvika/kso:\n    - who: peter-soderstrom\n{first}    - who: x-exempel # här\n{second}"
    council.change("forums.yaml", old, new)


def test_two_holders_of_one_seat_in_both_councils(council: Council) -> None:
    _second_holder(council, "      from: 2022-12-01\n", "      from: 2023-01-01\n")
    assert council.new() == [
        council.told("A-2.1.1-members", "forums.yaml", "# här"),
        council.told("A-2.2.1-members", "forums.yaml", "# här"),
    ]


def test_two_holders_under_the_agreement_break_its_norms(council: Council) -> None:
    days = "      from: 2019-02-01\n      to: 2019-12-31\n"
    _second_holder(council, days, days)
    assert council.new() == [
        council.told("S-6.1-members", "forums.yaml", "# här"),
        council.told("S-6.2-members", "forums.yaml", "# här"),
    ]


def test_two_holders_across_both_break_the_norms_of_both(council: Council) -> None:
    days = "      from: 2022-01-01\n      to: 2022-12-31\n"
    _second_holder(council, days, days)
    assert council.new() == [
        council.told(norm, "forums.yaml", "# här")
        for norm in ("A-2.1.1-members", "A-2.2.1-members", "S-6.1-members", "S-6.2-members")
    ]


def test_two_holders_are_told_of_once_though_a_rulebook_came_into_force_meanwhile(
    council: Council,
) -> None:
    # The recommendations of 28 June 2021 say nothing of who sits where.
    days = "      from: 2021-06-01\n      to: 2021-07-31\n"
    _second_holder(council, days, days)
    assert council.new() == [
        council.told(norm, "forums.yaml", "# här") for norm in ("S-6.1-members", "S-6.2-members")
    ]


def test_a_successor_is_no_second_holder(council: Council) -> None:
    days = "      from: 2019-01-01\n      to: 2022-12-31\n"
    _second_holder(council, days, "      from: 2023-01-01\n")
    assert council.new() == []


# Deputies


FORUM = "meetings/hsf-2023-01.yaml"


def _sakomradesforum(council: Council, present: str, served: str) -> None:
    people = "  {0}-exempel: {{name: {1} Exempel, party: arvika}}\n"
    council.change(
        "forums.yaml",
        "\nnetworks:\n",
        "".join(people.format(n, n.capitalize()) for n in ("ada", "bo", "cia")) + "\nnetworks:\n",
    )
    council.add(
        "forums.yaml",
        "  hsf/arvika/1:\n"
        "    members: [{who: ada-exempel, from: 2023-01-01}]\n"
        "    deputies: [{who: bo-exempel, from: 2023-01-01}]\n",
    )
    council.write(
        FORUM,
        "id: hsf-2023-01\nforum: halso-och-sjukvardsforum\ndate: 2023-03-03\nknown: items\n"
        "agenda: {items: [{id: vard, title: Vården, purpose: [information]}]}\n"
        f"minutes:\n  attendance:\n    present: {present}\n    served:\n      - {served}\n",
    )


@pytest.mark.parametrize(
    ("present", "served", "breach"),
    [
        ("[ada-exempel]", "{who: bo-exempel, for: hsf/arvika/1}", True),
        ("[]", "{who: cia-exempel, for: hsf/arvika/1}", True),
        ("[]", "{who: bo-exempel, for: hsf/arvika/2}", False),
        ("[]", "{who: bo-exempel, for: hsf/arvika/1}", False),
        (
            "[{who: ada-exempel, items: [annat]}]",
            "{who: bo-exempel, for: hsf/arvika/1, items: [vard]}",
            False,
        ),
    ],
    ids=["beside her member", "not her own", "nobody's deputy is known", "alone", "by turns"],
)
def test_a_deputy_serves_for_her_own_member_alone(
    council: Council, present: str, served: str, breach: bool
) -> None:
    _sakomradesforum(council, present, served)
    if "annat" in present:
        council.change(FORUM, "items: [{id", "items: [{id: annat, title: Annat}, {id")
    expected = [council.told("A-5.1.2-deputies", FORUM, "- {who")] if breach else []
    assert council.new() == expected
