"""What the tool must show, each as one fault in the council's own data, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import Council, copied, in_short
from vrtool.diagnostic import Severity

OR = "meetings/or-2022-02.yaml"
VR = "meetings/vr-2022-02.yaml"
DB = "meetings/db-2022-01.yaml"


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


def test_the_data_as_they_stand_give_three_known_findings(council: Council) -> None:
    found = [(f.code, f.norm, f.severity, in_short(f)[1]) for f in council.check().findings]
    structure = "data/structure.yaml"
    assert found == [
        ("VR121", None, Severity.WARNING, "data/meetings/vr-2020-06.yaml"),
        ("VR701", "S-6.1-meetings", Severity.NOTE, structure),
        ("VR701", "S-6.2-meetings", Severity.WARNING, structure),
    ]
    assert council.new() == []


# A position where none may be taken


def _put_to_varmlandsradet(council: Council, topics: str) -> None:
    """Ask Värmlandsrådet for a position on a matter in order, in May 2022."""
    council.write(
        "matters/2022-001-exempel.yaml",
        f"id: 2022-001\ntitle: Exempel\ninitiator: arvika\n{topics}",
    )
    council.add(
        VR,
        "agenda:\n  items:\n    - id: exempel\n      title: Exempel\n      matter: 2022-001\n"
        "      purpose:\n        - information\n        - position\n",
    )


def test_a_position_in_varmlandsradet(council: Council) -> None:
    _put_to_varmlandsradet(council, "")
    assert council.new() == [council.told("A-2.2.2-positions", VR, "- position")]


def test_the_year_wheel_is_an_exception(council: Council) -> None:
    _put_to_varmlandsradet(council, "topics: [arshjul]\n")
    assert council.new() == []


def test_before_the_working_forms_varmlandsradet_took_positions(council: Council) -> None:
    _put_to_varmlandsradet(council, "")
    council.change(VR, "date: 2022-05-05", "date: 2022-02-10")
    assert council.new() == []


# An item that never passed direktörsberedningen


SUBSTANCE = [
    "varmlandsstrategin",
    "gymnasial-dimensionering",
    "vuxenutbildning",
    "barnrattsdagarna",
    "genius",
    "ukraina",
]
STRAY = "varmlandsstrategin"


def _say_complete(council: Council, span: str) -> None:
    """Say that what direktörsberedningen did in the span is recorded: its minutes are complete."""
    name = "        short_name: direktörsberedningen\n        from: 2021-08-27\n"
    council.change("structure.yaml", name, f"{name}    complete: {{minutes: [{span}]}}\n")


def _prepare(council: Council, *items: str, day: str = "2022-03-04", hours: str = "") -> None:
    """Let direktörsberedningen send items on, and let them say that they were up there."""
    listed = "".join(
        f"    - id: {item}\n      title: {item}\n      purpose: [preparation]\n"
        "      outcome: {kind: prepared, next: ordforanderadet}\n"
        for item in items
    )
    # Only the items are known: what else its minutes lack is then no finding of its own.
    head = f"id: db-2022-01\nforum: direktorsberedningen\ndate: {day}\nknown: items\n"
    head += f"hours: {hours}\n" if hours else ""
    minutes = "minutes:\n  secretary: ingrid-strengsdal\n  attendance: {present: [frida-poulsen]}\n"
    council.write(DB, f"{head}agenda:\n  items:\n{listed}{minutes}")
    for item in items:
        named = f"    - id: {item}\n"
        council.change(OR, named, f"{named}      earlier: [db-2022-01/{item}]\n")


def test_no_item_of_substance_was_prepared_and_the_record_would_tell(council: Council) -> None:
    # No other meeting of a council in 2022 has items after the working forms came into force.
    _say_complete(council, "2022-01-01/2022-12-31")
    assert council.new() == [
        council.told("A-3.1-prepared", OR, f"- id: {item}") for item in SUBSTANCE
    ]


def test_one_item_was_not_prepared(council: Council) -> None:
    _say_complete(council, "2022-01-01/2022-12-31")
    _prepare(council, *(item for item in SUBSTANCE if item != STRAY))
    assert council.new() == [council.told("A-3.1-prepared", OR, f"- id: {STRAY}")]


@pytest.mark.parametrize("span", ["2022-01-01/2022-03-17", "2022-03-19/2022-12-31"])
def test_outside_the_span_absence_tells_nothing(council: Council, span: str) -> None:
    _say_complete(council, span)
    assert council.new() == []


def test_a_preparation_that_ended_an_hour_before_counts(council: Council) -> None:
    _say_complete(council, "2022-01-01/2022-12-31")
    council.change(OR, "date: 2022-03-18\n", "date: 2022-03-18\nhours: 13:00–15:00\n")
    _prepare(council, *SUBSTANCE, day="2022-03-18", hours="10:00–12:00")
    assert council.new() == []


def test_a_preparation_that_ended_too_late_does_not(council: Council) -> None:
    _say_complete(council, "2022-01-01/2022-12-31")
    council.change(OR, "date: 2022-03-18\n", "date: 2022-03-18\nhours: 13:00–15:00\n")
    _prepare(council, STRAY, day="2022-03-18", hours="11:30–13:30")
    assert council.told("A-3.1-prepared", OR, f"- id: {STRAY}") in council.new()


def test_without_a_clock_nobody_can_tell_which_came_first(council: Council) -> None:
    _say_complete(council, "2022-01-01/2022-12-31")
    _prepare(council, *SUBSTANCE, day="2022-03-18")
    assert council.new() == []


# The agenda


@pytest.mark.parametrize(
    ("by", "missing"),
    [
        ("[fredrik-larsson]", "Peter Söderström"),
        ("[peter-soderstrom]", "Fredrik Larsson"),
        ("[stina-hook]", "Fredrik Larsson (ordförande) och Peter Söderström"),
    ],
)
def test_an_agenda_fixed_without_the_whole_presidium(
    council: Council, by: str, missing: str
) -> None:
    fixed = f"agenda:\n  fixed:\n    date: 2022-03-04\n    by: {by}\n"
    council.change(OR, "agenda:\n", fixed)
    (finding,) = council.new_findings()
    assert in_short(finding) == council.told("A-3.1-fixed", OR, "    by: ")
    assert missing in finding.message


def test_an_agenda_fixed_by_chair_and_vice_chair(council: Council) -> None:
    fixed = "agenda:\n  fixed: {date: 2022-03-04, by: [fredrik-larsson, peter-soderstrom]}\n"
    council.change(OR, "agenda:\n", fixed)
    assert council.new() == []
