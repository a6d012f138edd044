"""What mutation testing found untried: who fixes and chairs, terms, and one of a kind."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, structure
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

UNKNOWN, BROKEN = Tally(unknown=1), Tally(breached=1)

BY = "agenda: {fixed: {date: 2031-03-21, by: [①okand, ②bo]}}"
GROUP = cases(
    Judged("VR509", "{forum: sakforum}", "[rad]"),
    an_outsider_after_somebody_unheard_of=Case(
        meeting("ra-2031-01", "2031-04-04", more=BY),
        ("① VR101 - error", "② VR509 N error"),
        Tally(unknown=1, breached=1),
    ),
)

FIXED = "agenda: {fixed: {date: 2031-03-28, by: [rut]}, items: [%s]}"
STAGES = cases(
    Judged("VR307", forums="[rad]"),
    a_formality_needs_no_stage=Case(
        {
            **matter(),
            **meeting(
                "ra-2031-01",
                "2031-04-04",
                more=FIXED % "{id: a, title: A, matter: 2031-001, purpose: [procedure]}",
            ),
        }
    ),
    a_matter_that_is_not_there=Case(
        meeting(
            "ra-2031-01",
            "2031-04-04",
            more=FIXED % "{id: a, title: A, matter: ①2031-001, purpose: [dialogue]}",
        ),
        ("① VR101 - error",),
        UNKNOWN,
    ),
)

BOARD = "styrelsen/ordforande: [{who: rut, from: 2030-01-01%s]"
CHAIRS = cases(
    Judged("VR202", "{chair_is: styrelsen/ordforande}", "[rad]"),
    the_office_stands_empty_a_while=Case(
        {
            "forums.yaml": ROSTERS.replace(
                BOARD % "}", BOARD % ", to: 2031-02-28}, {who: rut, from: 2031-04-01}"
            )
        },
        tally=Tally(holds=2, unknown=2),
    ),
)

CONFERENCE = meeting("ra-2031-09", "2031-02-13", more="form: ①conference")
BESIDE = cases(
    Judged("VR706", "{form: conference, within_days: '1'}", "[rad]"),
    two_meetings_further_off=Case(
        together(
            CONFERENCE,
            meeting("ra-2031-01", "2031-01-10"),
            meeting("ra-2031-02", "2031-02-21"),
        ),
        ("data/meetings/ra-2031-09.yaml:4:7 VR706 N error",),
        BROKEN,
    ),
)

TERM = "2031-01-01/2032-12-31"
IN_TERM = {
    "structure.yaml": structure(
        TERM, more="terms: [{id: 2031–2032, from: 2031-01-01, to: 2032-12-31}]\n"
    ).replace("ngs: [", "ngs: [①", 1)
}
ESTABLISHED = cases(
    Judged("VR703", "{topic: natet, establishes: [sakforum], within_months: '1'}", "[rad]"),
    nothing_came_of_it_yet=Case(
        {**IN_TERM, **meeting("ra-2031-01", "2031-01-10", "{id: a, title: A, topics: [natet]}")},
        ("① VR703 N error",),
        BROKEN,
    ),
)
LATE = cases(
    Judged("VR703", "{topic: natet, within_months: '1'}", "[rad]"),
    after_the_first_month=Case(
        {
            "structure.yaml": IN_TERM["structure.yaml"].replace("①", ""),
            **meeting(
                "ra-2031-01",
                "2031-02-14",
                "①{id: a, title: A, topics: [natet], outcome: {kind: noted}}",
            ),
        },
        ("① VR703 N note",),
        BROKEN,
    ),
)

KINDS = cases(
    Judged("VR801", "{kinds: {region: '2'}}"),
    a_single_region=Case(
        {"structure.yaml": structure().replace("parties:\n  alby", "parties:\n  ①alby")},
        ("① VR801 N error", "① VR801 N error"),
        Tally(breached=2),
    ),
)

RENAMED = {
    "structure.yaml": structure()
    .replace(
        "names: [{name: Lilla rådet, short_name: rådet}]",
        "names: [{name: Första rådet, short_name: första rådet, to: 2031-06-30}, "
        "{name: Andra rådet, short_name: andra rådet, from: 2031-07-01}]",
    )
    .replace("ngs: [", "ngs: [①", 1)
}
OTHER = meeting("ra-2031-01", "2031-02-14", "{id: b, title: B, outcome: {kind: noted}}")
NAMES = {
    **cases(
        Judged("VR704", forums="[rad]"),
        no_plan_of_a_forum_renamed=Case(RENAMED, ("① VR704 N error",), BROKEN),
    ),
    **cases(
        Judged("VR702", "{topic: natet, times: '2'}", "[rad]"),
        no_topic_in_a_forum_renamed=Case({**RENAMED, **OTHER}, ("① VR702 N error",), BROKEN),
    ),
}

ALL = {**GROUP, **STAGES, **CHAIRS, **BESIDE, **ESTABLISHED, **LATE, **KINDS, **NAMES}


@each(ALL)
def test_what_was_untried(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected
