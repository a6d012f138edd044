"""VR205, VR206: from which side those in a seat come, and to whom the seats are offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import ROSTERS, council, forms, messages, write_repo
from tests.rules.cases import Case, Judged, cases, each, said
from vrtool.engine import Tally, check
from vrtool.register.load import load


def _changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _rosters(*changes: tuple[str, str]) -> dict[str, str]:
    return {"forums.yaml": _changed(ROSTERS, *changes)}


def _side(person: str, side: str) -> tuple[str, str]:
    named = f"name: {person}, "
    return named, f"{named}side: {side}, "


SEAT = "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"
MARKED = "br/alby/1: {members: [①{who: asta, from: 2030-01-01}]}"

LATER = "{who: arne, from: 2031-03-01}"

SIDES = cases(
    Judged("VR205", "{side: opposition, appointed: br}", "[bredd]", "normal"),
    nobodys_side_is_known=Case({}, tally=Tally(unknown=2)),
    both_of_the_opposition=Case(
        _rosters(_side("Asta Al", "opposition"), _side("Britt Björk", "opposition")),
        tally=Tally(holds=2),
    ),
    one_of_the_majority=Case(
        _rosters(_side("Asta Al", "majority"), (SEAT, MARKED)),
        ("① VR205 N warning",),
        Tally(breached=1, unknown=1),
    ),
    the_office_holders_side_is_nobodys_business=Case(
        _rosters(_side("Anna Ek", "majority")), tally=Tally(unknown=2)
    ),
    of_the_majority_before_the_rulebook=Case(
        _rosters(
            _side("Asta Al", "majority"),
            (SEAT, "br/alby/1: {members: [{who: asta, from: 2027-01-01, to: 2029-12-31}]}"),
        ),
        tally=Tally(unknown=1),
    ),
    a_vacant_seat=Case(
        _rosters((SEAT, "br/alby/1: {members: [{vacant: true, from: 2030-01-01}]}")),
        tally=Tally(unknown=1),
    ),
    one_after_the_other=Case(
        _rosters(
            _side("Asta Al", "majority"),
            _side("Arne Al", "opposition"),
            (
                SEAT,
                SEAT.replace("[{", "[①{").replace("}]", f", to: 2031-02-28}}, {LATER}]"),
            ),
        ),
        ("① VR205 N warning",),
        Tally(holds=1, breached=1, unknown=1),
    ),
)


@each(SIDES)
def test_sides(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_someone_of_the_other_side_is_suggested(tmp_path: Path) -> None:
    norm = Judged("VR205", "{side: opposition, appointed: br}", "[bredd]").norm
    files = _rosters(_side("Asta Al", "majority"), _side("Arne Al", "opposition"))
    write_repo(tmp_path, council(files, norms=norm))
    (finding,) = check(load(tmp_path)).findings
    assert (
        "Asta Al sitter i breda rådet för Alby från 1\N{NO-BREAK SPACE}januari" in finding.message
    )
    assert "till exempel Arne Al," in finding.help
    assert finding.days is not None
    assert str(finding.days) == "2030-01-01/"


def test_a_group_of_seats_that_no_composition_has_is_a_bad_norm(tmp_path: Path) -> None:
    norm = Judged("VR205", "{side: opposition, appointed: bz}", "[bredd]").norm
    (message,) = messages(tmp_path, council({}, norms=norm))
    assert message.startswith("Normen N: grupp av valda platser ”bz” finns inte.")


ONE_EACH = "{each: {municipality: {min: '1', max: '1'}}}"
LINE = "    members: [{appointed: sf, each: municipality, deputies: true}]"


def _sf(judged: Judged, line: str) -> dict[str, str]:
    """The rulebook with another line of seats in the sakforum."""
    return {"working-forms/former.yaml": _changed(forms(judged.norm), (LINE, f"    {line}"))}


def _beyond(*members: str, seat: str = "sf/alby/2") -> dict[str, str]:
    return {"forums.yaml": f"{ROSTERS}  {seat}: {{members: [{', '.join(members)}]}}\n"}


EACH = Judged("VR206", ONE_EACH, "[sakforum]")
TWO = Judged("VR206", "{each: {municipality: {min: '2', max: '2'}}}", "[sakforum]")
REGION = Judged("VR206", "{each: {municipality: {max: '2'}, region: {min: '2'}}}", "[sakforum]")
DIVIDED = "members: ①[{appointed: sf, parties: [alby]}]"

OFFERED = {
    **cases(
        EACH,
        one_each=Case({}, tally=Tally(holds=1)),
        declined=Case(
            _rosters(
                (
                    "  sf/berga/1: {members: [{who: britt, from: 2030-01-01}]}\n",
                    "  sf/berga/1: {declined: 2030-01-15}\n",
                )
            ),
            tally=Tally(holds=1),
        ),
        never_filled=Case(
            _rosters(("  sf/berga/1: {members: [{who: britt, from: 2030-01-01}]}\n", "")),
            tally=Tally(holds=1),
        ),
        one_party_left_out=Case(_sf(EACH, DIVIDED), ("① VR206 N error",), Tally(breached=1)),
        two_in_the_composition=Case(
            _sf(EACH, "members: ①[{appointed: sf, each: municipality, count: 2}]"),
            ("① VR206 N error",),
            Tally(breached=1),
        ),
        one_beyond_the_composition=Case(
            _beyond("①{who: arne, from: 2031-03-01}"), ("① VR206 N error",), Tally(breached=1)
        ),
        one_beyond_before_the_rulebook=Case(
            _beyond("{who: arne, from: 2027-01-01, to: 2029-12-31}"), tally=Tally(holds=1)
        ),
        one_beyond_that_nobody_holds=Case(_beyond(), tally=Tally(holds=1)),
        a_seat_of_another_group=Case(
            _beyond("{who: arne, from: 2031-03-01}", seat="br/alby/2"), tally=Tally(holds=1)
        ),
    ),
    **cases(
        TWO,
        two_asked_and_one_given=Case(
            _sf(TWO, "members: ①[{appointed: sf, each: municipality}]"),
            ("① VR206 N error",),
            Tally(breached=1),
        ),
        two_asked_and_two_given=Case(
            _sf(TWO, "members: [{appointed: sf, each: municipality, count: 2}]"),
            tally=Tally(holds=1),
        ),
    ),
    **cases(
        REGION,
        none_from_the_region=Case(
            _sf(REGION, "members: ①[{appointed: sf, each: municipality}]"),
            ("① VR206 N error",),
            Tally(holds=1, breached=1),
        ),
        more_than_asked_from_the_region=Case(
            _sf(
                REGION,
                "members: [{appointed: sf, each: municipality}, "
                "{appointed: sf, parties: [regionen], count: 3}]",
            ),
            tally=Tally(holds=2),
        ),
        a_second_seat_where_two_are_allowed=Case(
            {
                **_sf(
                    REGION,
                    "members: [{appointed: sf, each: municipality}, "
                    "{appointed: sf, parties: [regionen], count: 2}]",
                ),
                **_beyond("{who: arne, from: 2031-03-01}"),
            },
            tally=Tally(holds=2),
        ),
    ),
}


@each(OFFERED)
def test_offered(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("bounds", "wanted"),
    [
        ("{min: '2'}", "varje kommun får minst 2 platser"),
        ("{min: '2', max: '2'}", "varje kommun får 2 platser"),
        ("{min: '2', max: '3'}", "varje kommun får 2–3 platser"),
    ],
)
def test_what_each_is_to_have_is_said(tmp_path: Path, bounds: str, wanted: str) -> None:
    norm = Judged("VR206", f"{{each: {{municipality: {bounds}}}}}", "[sakforum]").norm
    write_repo(tmp_path, council({}, norms=norm))
    (finding,) = check(load(tmp_path)).findings
    assert finding.message == "Sammansättningen av sakforumet ger för få platser åt Alby och Berga."
    assert wanted in finding.help


@pytest.mark.parametrize("bounds", ["{}", "{min: '2', max: '1'}", "{min: '0'}"])
def test_bounds_that_say_nothing_are_a_bad_norm(tmp_path: Path, bounds: str) -> None:
    norm = Judged("VR206", f"{{each: {{municipality: {bounds}}}}}", "[sakforum]").norm
    write_repo(tmp_path, council({}, norms=norm))
    assert [finding.code for finding in check(load(tmp_path)).findings] == ["VR904"]
