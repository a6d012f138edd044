"""VR707: what has its months."""

from __future__ import annotations

from pathlib import Path

from tests.repos import Files, council, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
BOTH = "2030-01-01/2031-12-31"
FOUND = ("① VR707 N error",)


def _claimed(span: str = "2031-01-01/2031-12-31", more: str = "") -> dict[str, str]:
    """The span that claims to know the year, marked."""
    return {"structure.yaml": structure(span, more=more).replace("ngs: [", "ngs: [①", 1)}


NOTED = "{id: a, title: A, topics: [natet], outcome: {kind: noted}}"
OTHER = "{id: b, title: B, outcome: {kind: noted}}"
JUNE = meeting("ra-2031-06", "2031-06-13", OTHER)

OWN_YEAR = cases(
    Judged("VR707", "{topic: natet, occasions: [{month: '4'}]}", "[rad]"),
    on_the_first_of_the_month=Case(meeting("ra-2031-01", "2031-04-01", NOTED), tally=HOLDS),
    on_the_last_of_the_month=Case(meeting("ra-2031-01", "2031-04-30", NOTED), tally=HOLDS),
    the_month_before=Case(
        together(meeting("ra-2031-01", "2031-03-31", NOTED), _claimed()), FOUND, BROKEN
    ),
    the_month_after=Case(
        together(meeting("ra-2031-01", "2031-05-02", NOTED), _claimed()), FOUND, BROKEN
    ),
    the_same_month_of_another_year=Case(
        together(JUNE, meeting("ra-2030-01", "2030-04-05", NOTED), _claimed()), FOUND, BROKEN
    ),
    something_else_that_month=Case(
        together(meeting("ra-2031-01", "2031-04-04", OTHER), _claimed()), FOUND, BROKEN
    ),
    a_meeting_that_month_is_not_fully_known=Case(
        meeting("ra-2031-01", "2031-04-04", more="known: date"), tally=UNKNOWN
    ),
    only_another_month_is_not_fully_known=Case(
        together(meeting("ra-2031-01", "2031-05-02", more="known: date"), _claimed()),
        FOUND,
        BROKEN,
    ),
    no_meeting_all_year=Case({}, tally=UNKNOWN),
    a_year_not_complete=Case(meeting("ra-2031-01", "2031-05-02", NOTED), complete=""),
)
WITH_OUTCOME = cases(
    Judged(
        "VR707",
        "{topic: natet, occasions: [{month: '4', outcome: position}, "
        "{month: '6', purposes: [dialogue]}]}",
        "[rad]",
    ),
    both_as_wanted=Case(
        together(
            meeting("ra-2031-01", "2031-04-04", NOTED.replace("noted", "position")),
            meeting("ra-2031-02", "2031-06-13", NOTED.replace("noted", "discussed")),
        ),
        tally=Tally(holds=2),
    ),
    neither_as_wanted=Case(
        together(
            meeting("ra-2031-01", "2031-04-04", NOTED),
            meeting("ra-2031-02", "2031-06-13", NOTED),
            _claimed(),
        ),
        FOUND * 2,
        Tally(breached=2),
    ),
)
IN_ANOTHER_FORUM = cases(
    Judged("VR707", "{topic: natet, occasions: [{month: '4'}], also_in: [bredd]}", "[rad]"),
    there=Case(meeting("br-2031-01", "2031-04-04", NOTED), tally=HOLDS),
    in_neither=Case(
        together(meeting("be-2031-01", "2031-04-04", NOTED), JUNE, _claimed()), FOUND, BROKEN
    ),
    the_other_is_not_fully_known=Case(
        together(JUNE, meeting("br-2031-01", "2031-04-04", more="known: date")), tally=UNKNOWN
    ),
)

AHEAD = (
    "{topic: arshjul, occasions: [{month: '10', year_before: 'true', outcome: position}], "
    "about_year: 'true', except_election_years: 'true'}"
)
TAKEN = "{id: a, title: A, topics: [arshjul], outcome: {kind: position}%s}"


def _adopted(date: str, about: str = "2031", span: str = BOTH, terms: str = "") -> dict[str, str]:
    more = f", year: {about}" if about else ""
    return together(
        _claimed(span, terms),
        meeting(f"ra-{date[:4]}-01", date, TAKEN % more),
        meeting("ra-2030-09", "2030-11-15", OTHER),
    )


FIRST = Tally(unknown=1, breached=1)
"""Of 2030 nothing can be told: the year before it is not complete."""
YEAR_BEFORE = cases(
    Judged("VR707", AHEAD, "[rad]"),
    in_october=Case(_adopted("2030-10-11"), tally=Tally(holds=1, unknown=1)),
    in_november=Case(_adopted("2030-11-08"), FOUND, FIRST),
    in_october_about_its_own_year=Case(_adopted("2030-10-11", ""), FOUND, FIRST),
    in_october_of_the_year_itself=Case(_adopted("2031-10-10"), FOUND, FIRST),
    the_year_before_is_not_complete=Case(
        _adopted("2031-02-14", span="2031-01-01/2031-12-31"), tally=UNKNOWN
    ),
    not_in_an_election_year=Case(
        _adopted("2031-02-14", terms="terms: [{id: t, from: 2027-01-01, to: 2030-12-31}]\n"),
        tally=UNKNOWN,
    ),
    a_term_begun_that_year_is_no_election_year=Case(
        _adopted("2031-02-14", terms="terms: [{id: t, from: 2030-01-01, to: 2033-12-31}]\n"),
        FOUND,
        FIRST,
    ),
)

WHEEL = """\
id: '2031'
year: 2031
parts:
  region:
    - {id: a, title: A, topics: [%s], months: [5, 6], forums: [%s]}
"""


def _wheel(topic: str = "natet", forum: str = "") -> Files:
    return {"year-wheels/2031.yaml": WHEEL % (topic, forum)}


def _noted(*months: str) -> Files:
    days = (meeting(f"ra-2031-{month}", f"2031-{month}-02", NOTED) for month in months)
    return together(*days)


FROM_WHEEL = cases(
    Judged("VR707", "{topic: natet, occasions: [{month: '4'}], from_wheel: 'true'}", "[rad]"),
    the_wheels_months=Case(together(_wheel(), _noted("05", "06")), tally=Tally(holds=2)),
    one_of_the_wheels_months=Case(
        together(_wheel(forum="rad"), _noted("04", "06"), _claimed()),
        FOUND,
        Tally(holds=1, breached=1),
    ),
    a_wheel_without_the_topic=Case(together(_wheel("arshjul"), _noted("04")), tally=HOLDS),
    months_of_another_forum=Case(together(_wheel(forum="bredd"), _noted("04")), tally=HOLDS),
    no_wheel=Case(_noted("04"), tally=HOLDS),
)


@each({**OWN_YEAR, **WITH_OUTCOME, **IN_ANOTHER_FORUM})
def test_months_of_the_year(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(YEAR_BEFORE)
def test_month_of_the_year_before(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(FROM_WHEEL)
def test_months_of_the_wheel(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_when_it_was_up_instead_is_told(tmp_path: Path) -> None:
    norm = Judged("VR707", AHEAD, "[rad]").norm
    write_repo(tmp_path, council(_adopted("2031-02-14"), norms=norm))
    (finding,) = outcome(tmp_path).findings
    assert finding.message == (
        "Rådet hade i oktober 2030 inget ställningstagande om Årshjulet för 2031; det skedde "
        "14\N{NO-BREAK SPACE}februari\N{NO-BREAK SPACE}2031."
    )
    assert finding.help.startswith("hölls det ett möte i oktober 2030, lägg in det; ")
    ((place, _),) = finding.related
    assert (place.path, place.line) == ("data/meetings/ra-2031-01.yaml", 6)


def test_the_meeting_of_the_month_is_named(tmp_path: Path) -> None:
    norm = Judged("VR707", "{topic: natet, occasions: [{month: '4'}]}", "[rad]").norm
    write_repo(tmp_path, council(meeting("ra-2031-01", "2031-04-04", OTHER), norms=norm))
    (finding,) = outcome(tmp_path).findings
    assert finding.message == "Rådet hade i april 2031 ingen behandlad punkt om Nätet."
    assert "rådet 4\N{NO-BREAK SPACE}april\N{NO-BREAK SPACE}2031, märk punkten" in finding.help


def test_the_wheel_that_gives_the_month_is_shown(tmp_path: Path) -> None:
    norm = FROM_WHEEL["no_wheel"][0]
    assert norm is not None
    files = together(_wheel(), _noted("06"))
    places = write_repo(tmp_path, council(files, norms=norm.norm))
    assert places == {}
    (finding,) = outcome(tmp_path).findings
    assert finding.message.startswith("Rådet hade i maj 2031 ")
    assert [place.path for place, _ in finding.related] == ["data/year-wheels/2031.yaml"]
