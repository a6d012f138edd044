"""VR515: the notice with its agenda and papers, how long before, and who called."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, outcome, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

DAY = "2031-04-18"
LATEST, DAY_LATE = "2031-04-04", "2031-04-05"
ITEM = "{id: a, title: A}"


def _called(notice: str, *items: str, more: str = "") -> Files:
    """A council meeting on 18 April with this notice."""
    lines = f"notice: {notice}\n{more}"
    return meeting("ra-2031-01", DAY, *(items or (ITEM,)), more=lines)


IN_TIME = Judged("VR515", "{lead_days: 14}")
NOTICE = cases(
    IN_TIME,
    on_the_last_day=Case(_called(f"{{sent: {LATEST}}}"), tally=Tally(holds=3)),
    a_day_late=Case(
        _called(f"{{sent: ①{DAY_LATE}}}"), ("① VR515 N error",), Tally(holds=2, breached=1)
    ),
    on_the_day_itself=Case(
        _called(f"{{sent: ①{DAY}}}"), ("① VR515 N error",), Tally(holds=2, breached=1)
    ),
    counted_to_the_first_of_two_days=Case(
        meeting("ra-2031-01", "2031-04-17", ITEM, more=f"to: {DAY}\nnotice: {{sent: ①{LATEST}}}"),
        ("① VR515 N error",),
        Tally(holds=2, breached=1),
    ),
    to_some_only=Case(_called(f"{{sent: {{date: {LATEST}, to: [alby]}}}}"), tally=Tally(holds=3)),
    held_without_a_notice=Case(
        {
            "meetings/ra-2031-01.yaml": (
                "①id: ra-2031-01\nforum: rad\ndate: 2031-04-18\nminutes: {led_by: rut, "
                "attendance: {present: [rut]}}\n"
            )
        },
        ("① VR515 N error",),
        Tally(breached=1),
    ),
    held_with_a_notice_without_its_day=Case(
        _called("①{by: rut}", "{id: a, title: A, outcome: {kind: noted}}"),
        ("① VR515 N error",),
        Tally(breached=1),
    ),
    held_when_not_all_is_known=Case(
        _called("{by: rut}", "{id: a, title: A, outcome: {kind: noted}}", more="known: items"),
        tally=Tally(unknown=1),
    ),
    not_called_yet=Case(meeting("ra-2031-01", DAY, ITEM)),
)
AGENDA = cases(
    IN_TIME,
    without_an_agenda=Case(
        {
            "meetings/ra-2031-01.yaml": (
                f"①id: ra-2031-01\nforum: rad\ndate: {DAY}\nnotice: {{sent: {LATEST}}}\n"
            )
        },
        ("① VR515 N error",),
        Tally(holds=1, breached=1),
    ),
    without_an_agenda_where_little_is_known=Case(
        meeting("ra-2031-01", DAY, more=f"known: date\nnotice: {{sent: {LATEST}}}"),
        tally=Tally(holds=1, unknown=1),
    ),
)
ITEMS = cases(
    IN_TIME,
    papers_with_the_notice=Case(
        _called("{sent: 2031-03-28}", "{id: a, title: A, papers: [Plan], papers_sent: 2031-03-28}"),
        tally=Tally(holds=3),
    ),
    papers_after_the_notice_and_yet_in_time=Case(
        _called("{sent: 2031-03-28}", f"{{id: a, title: A, papers_sent: {LATEST}}}"),
        tally=Tally(holds=3),
    ),
    papers_late=Case(
        _called("{sent: 2031-03-28}", f"{{id: a, title: A, papers_sent: ①{DAY_LATE}}}"),
        ("① VR515 N error",),
        Tally(holds=2, breached=1),
    ),
    papers_late_with_a_late_notice_are_one_fault=Case(
        _called("{sent: ①2031-04-10}", "{id: a, title: A, papers_sent: 2031-04-10}"),
        ("① VR515 N error",),
        Tally(holds=2, breached=1),
    ),
    papers_later_than_a_late_notice_are_another=Case(
        _called("{sent: ①2031-04-10}", "{id: a, title: A, papers_sent: ②2031-04-11}"),
        ("① VR515 N error", "② VR515 N error"),
        Tally(holds=1, breached=2),
    ),
    an_item_added_late=Case(
        _called("{sent: 2031-03-28}", ITEM, f"{{id: b, title: B, added: ①{DAY_LATE}}}"),
        ("① VR515 N error",),
        Tally(holds=3, breached=1),
    ),
    an_item_added_in_time=Case(
        _called("{sent: 2031-03-28}", f"{{id: a, title: A, added: {LATEST}}}"),
        tally=Tally(holds=3),
    ),
    procedure_added_late=Case(
        _called(
            "{sent: 2031-03-28}",
            f"{{id: a, title: Mötet öppnas, purpose: [procedure], added: {DAY_LATE}}}",
        ),
        tally=Tally(holds=3),
    ),
    a_matter_is_named=Case(
        together(
            matter(),
            _called(
                "{sent: 2031-03-28}",
                f"{{id: a, title: A, matter: 2031-001, papers_sent: ①{DAY_LATE}}}",
            ),
        ),
        ("① VR515 N error",),
        Tally(holds=2, breached=1),
    ),
)
UNCHAIRED = {"forums.yaml": ROSTERS.replace("  rad/ordforande: [{who: rut", "  # [{who: rut")}
CHAIR = cases(
    Judged("VR515", "{lead_days: 14, by_chair: true}"),
    by_the_chair=Case(_called(f"{{sent: {LATEST}, by: rut}}"), tally=Tally(holds=4)),
    by_someone_else=Case(
        _called(f"{{sent: {LATEST}, by: ①anna}}"), ("① VR515 N error",), Tally(holds=3, breached=1)
    ),
    not_told=Case(_called(f"{{sent: {LATEST}}}"), tally=Tally(holds=3)),
    the_chair_is_not_known=Case(
        together(_called(f"{{sent: {LATEST}, by: anna}}"), UNCHAIRED),
        tally=Tally(holds=3, unknown=1),
    ),
    by_someone_nobody_knows=Case(
        _called(f"{{sent: {LATEST}, by: ①doris}}"),
        ("① VR101 - error",),
        Tally(holds=3, unknown=1),
    ),
    whoever_was_chair_when_it_was_sent=Case(
        together(
            _called(f"{{sent: {LATEST}, by: rut}}"),
            {
                "forums.yaml": ROSTERS.replace(
                    "rad/ordforande: [{who: rut, from: 2030-01-01}]",
                    "rad/ordforande: [{who: rut, from: 2030-01-01, to: 2031-04-10}, "
                    "{who: ragna, from: 2031-04-11}]",
                )
            },
        ),
        tally=Tally(holds=4),
    ),
)
ANYBODY = cases(
    IN_TIME,
    who_called_is_not_asked=Case(_called(f"{{sent: {LATEST}, by: anna}}"), tally=Tally(holds=3)),
)


@each({**NOTICE, **AGENDA, **ITEMS, **CHAIR, **ANYBODY})
def test_notice(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_the_last_day_to_call_is_told(tmp_path: Path) -> None:
    write_repo(tmp_path, council(_called(f"{{sent: {DAY_LATE}}}"), norms=IN_TIME.norm))
    (finding,) = outcome(tmp_path).findings
    assert "senast 4\N{NO-BREAK SPACE}april\N{NO-BREAK SPACE}2031" in finding.help
