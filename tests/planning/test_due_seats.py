"""Empty seats, tenures and terms that end, instalments, and who signs where a norm asks for it."""

from __future__ import annotations

from datetime import date

from tests.council import Council
from tests.planning.reading import tasks, told
from vrtool.planning.tasks import TaskKind

NEW_YEAR = "2032-01-02"


def test_a_vacant_seat(council: Council) -> None:
    [task] = tasks(council, NEW_YEAR, TaskKind.VACANCY)
    assert task.what == "Nya Perspektiv: 1 plats är vakant: ledamot."
    assert (task.command, task.since) == ("vr roster replace np/5", date(2031, 10, 1))


def test_seats_that_are_called_alike_are_counted(council: Council) -> None:
    text = council.read("forums.yaml")
    start = text.index("  np/1:\n")
    block = text[start : text.index("  np/2:\n")]
    council.write(
        "forums.yaml",
        text.replace(block, "  np/1:\n    members:\n      - {vacant: true, from: 2031-02-01}\n"),
    )
    [task] = tasks(council, NEW_YEAR, TaskKind.VACANCY)
    assert task.what == "Nya Perspektiv: 2 platser är vakanta: ledamot (2)."
    assert (task.command, task.since) == ("vr roster vacancies", date(2031, 2, 1))


def test_a_tenure_that_ends_and_nobody_after(council: Council) -> None:
    old = """\
  ovningsregionen/regiondirektor:
    - who: rolf-fingerad
      from: 2031-01-01
"""
    council.change("forums.yaml", old, f"{old}      to: 2032-06-30\n")
    [task] = tasks(council, NEW_YEAR, TaskKind.TENURE)
    assert (task.day, task.command) == (
        date(2032, 6, 30),
        "vr roster replace ovningsregionen/regiondirektor",
    )
    after = "    - who: rut-fingerad\n      from: 2032-07-01\n"
    council.change("forums.yaml", "      to: 2032-06-30\n", f"      to: 2032-06-30\n{after}")
    assert tasks(council, NEW_YEAR, TaskKind.TENURE) == []


def test_a_term_that_ends_within_half_a_year(council: Council) -> None:
    assert tasks(council, "2034-06-30", TaskKind.TERM) == []
    assert told(council, "2034-07-01", TaskKind.TERM) == [
        ("2034-12-31", "vr roster turnover --template platser.csv")
    ]


def test_instalments_still_to_come(body: Council) -> None:
    assert told(body, "2017-02-02", TaskKind.COSTS) == [("2017-08-01", "vr costs show 2017")]


def test_those_who_sign_and_adjust_where_a_norm_says_so(body: Council) -> None:
    text = body.read("meetings/srb-2018-06.yaml")
    start = text.index("  adjusters:")
    body.write("meetings/srb-2018-06.yaml", text[:start])
    [task] = tasks(body, "2018-12-01", TaskKind.ADJUSTMENT)
    assert "ska undertecknas av " in task.what
    assert " och justeras av ledamot (vem är inte angivet)." in task.what
    assert task.day is None  # the agreement sets no day
