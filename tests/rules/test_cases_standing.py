"""VR124: meetings and members of a forum on days when it does not stand."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, forms, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together

SHORT = "    short: sf\n"
ENDS = "to: 2031-12-18"


def _stands(days: str) -> dict[str, str]:
    """The forum with these days, and everyone in its seats up to the end of the year."""
    lines = "".join(f"    {line}\n" for line in days.split(", "))
    head, seats = ROSTERS.split("  sf/alby/1:")
    ended = seats.replace("from: 2030-01-01}", f"from: 2030-01-01, {ENDS}}}")
    return {
        "structure.yaml": structure().replace(SHORT, SHORT + lines),
        "forums.yaml": f"{head}  sf/alby/1:{ended}",
    }


def _with(days: str, *files: Files, old: str = "", new: str = "") -> Files:
    made = _stands(days)
    made["forums.yaml"] = made["forums.yaml"].replace(old, new, 1) if old else made["forums.yaml"]
    return together(made, *files)


def _meeting(date: str, more: str = "") -> Files:
    return meeting("sf-2031-01", date, more=more)


ASTA = f"members: [{{who: asta, from: 2030-01-01, {ENDS}}}]"
ARNE = f"deputies: [{{who: arne, from: 2030-01-01, {ENDS}}}]"
WHOLE = "from: 2030-01-01, to: 2031-12-18"

STANDING = cases(
    None,
    inside=Case(_with(WHOLE, _meeting("2031-12-18"))),
    no_days_are_told=Case(_meeting("2031-12-18")),
    on_the_last_day=Case(_with(ENDS, _meeting("2031-12-18"))),
    a_meeting_after_the_last_day=Case(_with(ENDS, _meeting("①2031-12-19")), ("① VR124 - error",)),
    a_meeting_over_the_last_day=Case(
        _with(WHOLE, _meeting("①2031-12-18", more="to: 2031-12-19")), ("① VR124 - error",)
    ),
    a_meeting_before_the_first_day=Case(
        _with("from: 2030-01-01", meeting("sf-2029-01", "①2029-11-09")), ("① VR124 - error",)
    ),
    one_that_was_cancelled=Case(
        _with(ENDS, meeting("sf-2032-01", "2032-01-09", more="cancelled: {reason: S}"))
    ),
    a_member_who_stays=Case(
        _with(WHOLE, old=ASTA, new="members: [①{who: asta, from: 2030-01-01}]"),
        ("① VR124 - error",),
    ),
    a_member_too_early=Case(
        _with(WHOLE, old=ASTA, new=f"members: [①{{who: asta, from: 2029-12-31, {ENDS}}}]"),
        ("① VR124 - error",),
    ),
    a_deputy_who_stays=Case(
        _with(WHOLE, old=ARNE, new="deputies: [①{who: arne, from: 2030-01-01}]"),
        ("① VR124 - error",),
    ),
    a_seat_that_nobody_has=Case(
        _with(WHOLE, old=ASTA, new="members: [{vacant: true, from: 2030-01-01}]")
    ),
    an_offer_that_ended=Case(_with(WHOLE, old=ASTA, new="members: []")),
)


@each(STANDING)
def test_standing(tmp_path: Path, judged: Judged | None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_a_forum_that_is_closed_has_no_seats_to_judge(tmp_path: Path) -> None:
    """Nobody asks for a member on a day when there is no forum."""
    norm = "N: {title: T, rule: VR213, strength: shall, paragraph: '1', applies: "
    norm += "{forums: [sakforum]}, with: {total: {min: '2'}}}"
    files = _stands(f"from: 2030-01-01, {ENDS}")
    files["structure.yaml"] = files["structure.yaml"].replace("2031-12-31]", "2033-12-31]")
    files["working-forms/former.yaml"] = forms(norm)
    write_repo(tmp_path, council(files))
    assert outcome(tmp_path).findings == ()


def test_a_name_shared_with_another_forums_seats_tells_nothing(tmp_path: Path) -> None:
    shared = forms().replace("{appointed: br, each", "{appointed: sf, each")
    files = _with(WHOLE, old=ASTA, new="members: [{who: asta, from: 2030-01-01}]")
    write_repo(tmp_path, council(together(files, {"working-forms/former.yaml": shared})))
    assert [f.code for f in outcome(tmp_path).findings] == []
