"""What waits to be done in the fictional council, by the day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.council import Council
from tests.planning.reading import tasks, told
from vrtool.planning.tasks import Task, TaskKind, When, grouped

LAST = "meetings/or-2031-08.yaml"
SCHOOL = "matters/2032-001-skolskjuts.yaml"
NEW_YEAR = "2032-01-02"
A_TASK = Task(TaskKind.AGENDA, "Något.", "data/x.yaml", "vr")


# By the clock


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("2032-01-01", When.LATE),
        ("2032-01-02", When.SOON),
        ("2032-01-09", When.SOON),
        ("2032-01-10", When.COMING),
        (None, When.UNDATED),
    ],
)
def test_a_task_is_late_soon_or_coming(day: str | None, when: When) -> None:
    task = Task(
        A_TASK.kind,
        A_TASK.what,
        A_TASK.path,
        A_TASK.command,
        date.fromisoformat(day) if day else None,
    )
    assert grouped([task], date(2032, 1, 2), 7) == {when: (task,)}


# Before meetings


def test_agendas_to_fix_and_notices_to_send(council: Council) -> None:
    assert told(council, NEW_YEAR, TaskKind.AGENDA, TaskKind.NOTICE) == [
        ("2032-01-30", "vr agenda fix or-2032-01"),
        ("2032-01-30", "vr agenda send or-2032-01"),
        ("2032-02-11", "vr agenda send vr-2032-01"),
        ("2032-03-12", "vr agenda fix or-2032-02"),
        ("2032-03-12", "vr agenda send or-2032-02"),
    ]
    [agenda] = [t for t in tasks(council, NEW_YEAR, TaskKind.AGENDA) if "or-2032-02" in t.command]
    assert agenda.what == (
        "Dagordningen för ordföranderådet 19\xa0mars\xa02032 ska fastställas; "
        "den har inga punkter än."
    )
    assert agenda.path == "data/meetings/or-2032-02.yaml"


def test_a_cancelled_meeting_asks_for_nothing(council: Council) -> None:
    council.add("meetings/or-2032-02.yaml", "cancelled: {reason: Inga ärenden.}\n")
    assert not any("or-2032-02" in command for _, command in told(council, NEW_YEAR))


def test_the_group_that_fixes_is_named(council: Council) -> None:
    text = council.read("meetings/db-2032-01.yaml")
    start, end = text.index("  fixed:\n"), text.index("  items:\n")
    council.write("meetings/db-2032-01.yaml", text[:start] + text[end:])
    [task] = [t for t in tasks(council, NEW_YEAR, TaskKind.AGENDA) if "db-2032-01" in t.command]
    assert "ska fastställas av beredningsgruppen." in task.what


def test_papers_to_send_until_they_are_sent(council: Council) -> None:
    there = "meetings/or-2032-01.yaml"
    council.change(there, "purpose: [dialogue]", "purpose: [position]")
    assert told(council, NEW_YEAR, TaskKind.PAPERS) == [("2032-01-30", "vr brief build 2032-001")]
    council.change(there, "minutes: 45", "minutes: 45\n      papers_sent: 2032-01-28")
    assert told(council, NEW_YEAR, TaskKind.PAPERS) == []


# After meetings


def test_minutes_to_send_out_a_fortnight_after_the_meeting(council: Council) -> None:
    [task] = tasks(council, NEW_YEAR, TaskKind.DISPATCH)
    assert (task.day, task.since) == (date(2031, 12, 30), date(2031, 12, 18))
    assert task.command == "vr minutes dispatch or-2031-08"
    council.change(LAST, "  adjusted:\n", "  dispatched: 2031-12-23\n  adjusted:\n")
    assert tasks(council, NEW_YEAR, TaskKind.DISPATCH) == []


def test_minutes_to_adjust_by_those_who_have_not(council: Council) -> None:
    assert tasks(council, NEW_YEAR, TaskKind.ADJUSTMENT) == []
    council.change(LAST, "    - by: anna-exempel\n      date: 2031-12-22\n", "")
    [task] = tasks(council, NEW_YEAR, TaskKind.ADJUSTMENT)
    assert task.what == (
        "Minnesanteckningarna från ordföranderådet 18\xa0december\xa02031 ska justeras av "
        "Anna Exempel."
    )
    assert task.command == "vr minutes adjust or-2031-08"


def test_minutes_to_write_when_the_day_is_over(council: Council) -> None:
    assert tasks(council, "2032-01-16", TaskKind.MINUTES) == []
    assert told(council, "2032-01-17", TaskKind.MINUTES) == [
        ("2032-01-30", "vr minutes start db-2032-01")
    ]


def test_of_a_meeting_merely_planned_no_minutes_are_asked(council: Council) -> None:
    commands = [command for _, command in told(council, "2032-04-01", TaskKind.MINUTES)]
    assert "vr minutes start or-2032-01" in commands
    assert not any("or-2032-02" in command for command in commands)


def test_what_minutes_lack(council: Council) -> None:
    council.change(LAST, "  secretary: rakel-skrivare\n", "")
    council.change(LAST, "      outcome:\n        kind: discussed\n", "")
    [task] = tasks(council, NEW_YEAR, TaskKind.OUTCOMES)
    assert "saknar sekreterare och resultat av ”Uppföljning av inriktningsdokumentet”." in task.what


# Between meetings


def test_an_assignment_waits_until_it_is_reported_done(council: Council) -> None:
    [task] = tasks(council, NEW_YEAR, TaskKind.ASSIGNMENT)
    assert (task.day, task.since) == (date(2032, 2, 20), date(2031, 10, 10))
    assert "göras av direktörsberedningen och rapporteras vid ordföranderådet 6\xa0feb" in task.what
    council.change(
        LAST,
        "assignment: kollektivtrafik-slutlig\n",
        "assignment: kollektivtrafik-slutlig\n            done: true\n",
    )
    assert tasks(council, NEW_YEAR, TaskKind.ASSIGNMENT) == []


def test_decisions_and_feedback_of_each_party(council: Council) -> None:
    (decision,) = (
        t for t in tasks(council, NEW_YEAR, TaskKind.DECISION) if "2031-005" in t.command
    )
    assert len(decision.parties) == 15
    assert {"kladdstad", "ovningsregionen"}.isdisjoint(decision.parties)
    assert decision.command == "vr matter follow-up 2031-005 --meeting or-2031-03"
    (feedback,) = (
        t for t in tasks(council, NEW_YEAR, TaskKind.FEEDBACK) if "2031-005" in t.command
    )
    assert set(decision.parties) - set(feedback.parties) == {"testby"}
    council.change(
        "matters/2031-005-hjalpmedelslager.yaml",
        "  testby:\n    - meeting: or-2031-03\n",
        "  testby:\n    - meeting: or-2031-03\n      decision: {body: fullmäktige, "
        "date: 2031-06-17}\n",
    )
    (decision,) = tasks(council, NEW_YEAR, TaskKind.DECISION)
    assert "testby" not in decision.parties


def test_a_closed_matter_waits_for_nobody(council: Council) -> None:
    council.add("matters/2031-005-hjalpmedelslager.yaml", "status: closed\n")
    assert not any("2031-005" in command for _, command in told(council, NEW_YEAR))


def test_a_consultation_is_answered_then_compiled(council: Council) -> None:
    council.add(
        SCHOOL,
        "consultation: {asked: [testby, provaker], sent: 2031-12-10, "
        "due: 2032-01-15, answers: {testby: 2032-01-02}}\n",
    )
    [before] = tasks(council, "2032-01-15", TaskKind.CONSULTATION)
    assert (before.day, before.parties) == (date(2032, 1, 15), ("provaker",))
    assert before.what.endswith("besvaras; svar saknas från Provåker.")
    assert before.command == "vr consultation show 2032-001"
    [after] = tasks(council, "2032-01-16", TaskKind.CONSULTATION)
    assert after.command == "vr consultation build 2032-001"
    assert "ska sammanställas" in after.what


def test_the_steps_planned_of_a_process(council: Council) -> None:
    council.add(
        SCHOOL,
        "process:\n  type: dialogprocess\n  steps:\n"
        "    samling: {planned: 2032-02, done: 2032-02}\n"
        "    skrivarmoten: {planned: 2032-03/2032-05}\n",
    )
    assert told(council, NEW_YEAR, TaskKind.PROCESS) == [("2032-05-31", "vr process show 2032-001")]


# The year


def _topics(council: Council, today: str) -> list[tuple[str, str]]:
    return [
        (task.day.isoformat() if task.day else "-", task.what.split(" ska upp")[0])
        for task in tasks(council, today, TaskKind.TOPIC)
    ]


def test_the_questions_of_the_year(council: Council) -> None:
    assert ("2032-10-31", "Årshjulet") in _topics(council, NEW_YEAR)  # for 2033, in both councils
    assert ("2032-05-31", "Webbplatsen") in _topics(council, NEW_YEAR)
    assert ("2032-12-31", "Webbplatsen") not in _topics(council, NEW_YEAR)  # the same question
    assert ("2034-12-31", "Översynen av arbetsformerna") in _topics(council, NEW_YEAR)
    web = [t for t in tasks(council, NEW_YEAR, TaskKind.TOPIC) if "Webbplatsen" in t.what]
    assert [t.what for t in web] == [
        "Webbplatsen ska upp för dialog i direktörsberedningen i maj 2032 enligt årshjulet."
    ]
    assert web[0].path == "data/year-wheels/2032.yaml"


def test_what_is_on_an_agenda_is_not_asked_for(council: Council) -> None:
    council.change(
        "meetings/vr-2032-01.yaml",
        "    - id: styrgrupp\n",
        "    - id: prio\n      title: Prioriteringar\n      topics: [prioriteringar]\n"
        "    - id: styrgrupp\n",
    )
    assert not any("prioriteringar" in what for _, what in _topics(council, NEW_YEAR))


def test_a_month_that_has_passed_is_late(council: Council) -> None:
    [task] = [t for t in tasks(council, "2032-06-15", TaskKind.TOPIC) if "Webbplatsen" in t.what]
    assert task.when(date(2032, 6, 15), 7) is When.LATE


def test_in_an_election_year_no_wheel_is_asked_for_in_october(council: Council) -> None:
    """The fictional council's terms end in 2034."""
    council.add("meetings/or-2032-02.yaml", "note: Flyttas.\n")
    council.write(
        "meetings/or-2034-01.yaml",
        "id: or-2034-01\nforum: ordforanderadet\ndate: 2034-03-19\nknown: planned\n",
    )
    assert not any(day == "2034-10-31" for day, _ in _topics(council, "2034-01-10"))


def test_of_a_year_without_meetings_nothing_is_asked(council: Council) -> None:
    assert _topics(council, "2040-01-10") == []
