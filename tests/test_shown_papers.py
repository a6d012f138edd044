"""Papers sent late or never, and minutes changed after adjustment, in the council's own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.council import Council, copied
from vrtool.register.fingerprint import adjusted_parts
from vrtool.register.load import load


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    return copied(tmp_path)


# Papers


PSYCHIC = "meetings/or-2023-01.yaml"


def _papers_sent(council: Council, day: str) -> None:
    council.change(PSYCHIC, "      papers_count: 2\n", f"      papers_sent: {day} # här\n")
    council.add(PSYCHIC, "notice: {sent: 2023-02-10}\n")


@pytest.mark.parametrize(
    ("day", "norm"),
    [
        ("2023-02-22", "A-3.2.1-lead"),
        ("2023-02-18", "A-3.2.1-lead"),
        ("2023-02-24", "A-3.2.1-sent"),
        ("2023-02-25", "A-3.2.1-sent"),
    ],
)
def test_papers_sent_too_late(council: Council, day: str, norm: str) -> None:
    _papers_sent(council, day)
    assert council.new() == [council.told(norm, PSYCHIC, "# här")]


def test_papers_sent_a_week_before(council: Council) -> None:
    _papers_sent(council, "2023-02-17")
    assert council.new() == []


NEVER_SENT = "meetings/or-2023-02.yaml"


def _all_but_the_papers(council: Council) -> None:
    """A meeting of a complete record with one position, in order but for its papers."""
    span = "complete:\n      minutes: [2023-03-01/2023-03-31]"
    name = "        short_name: ordföranderådet\n        from: 2021-08-27\n"
    council.change("structure.yaml", f"{name}    complete:\n", f"{name}    {span}\n")
    office = "  kommundirektorsnatverket/koordinator:\n"
    council.change("forums.yaml", "people:\n", "people:\n  olga-ovning: {name: Olga Övning}\n")
    council.change("forums.yaml", office, f"{office}    - {{who: olga-ovning, from: 2023-01-01}}\n")
    council.write("matters/2023-003-vaxel.yaml", MATTER)
    council.write("meetings/vr-2023-01.yaml", SPOKEN_OF)
    council.write(NEVER_SENT, MEETING)


MATTER = """\
id: 2023-003
title: En växel
initiator: arvika
logic: case
brief: {description: En växel för alla., proposal: Rådet ställer sig bakom växeln.}
"""
SPOKEN_OF = """\
id: vr-2023-01
forum: varmlandsradet
date: 2023-03-10
known: items
agenda: {items: [{id: vaxel, title: En växel, matter: 2023-003, purpose: [dialogue]}]}
"""
MEETING = """\
id: or-2023-02
forum: ordforanderadet
date: 2023-03-24
agenda:
  fixed:
    date: 2023-03-10
    by: [asa-johansson, henrik-frykberger]
    support: [olga-ovning, ingrid-strengsdal]
  items:
    - id: vaxel
      title: En växel
      matter: 2023-003
      purpose: [position]
      minutes: 30
notice: {sent: 2023-03-13, officials: all}
"""


def test_papers_never_sent_where_the_record_is_complete(council: Council) -> None:
    _all_but_the_papers(council)
    assert council.new() == [council.told("A-3.2.1-sent", NEVER_SENT, "- id: vaxel")]


def test_papers_sent_in_time_where_the_record_is_complete(council: Council) -> None:
    _all_but_the_papers(council)
    purpose = "      purpose: [position]\n"
    council.change(NEVER_SENT, purpose, f"{purpose}      papers_sent: 2023-03-17\n")
    assert council.new() == []


def test_papers_not_recorded_where_the_record_is_not_complete(council: Council) -> None:
    _all_but_the_papers(council)
    council.change(NEVER_SENT, "date: 2023-03-24\n", "date: 2023-03-24\nknown: items\n")
    assert council.new() == []


# Minutes


ADJUSTED = "meetings/or-2022-01.yaml"


def _adjust(council: Council) -> None:
    """Adjust the minutes of 11 February 2022, with the fingerprints of what they say."""
    council.add(
        ADJUSTED,
        "minutes:\n  led_by: fredrik-larsson\n"
        "  adjusted: [{by: peter-soderstrom, date: 2022-02-18}]\n",
    )
    register = load(council.root).register
    assert register is not None
    parts = adjusted_parts(register.meetings["or-2022-01"])
    lines = "".join(f"    {part}: '{print_}'\n" for part, print_ in parts.items())
    council.add(ADJUSTED, f"  fingerprint:\n{lines}")


def test_adjusted_minutes_left_alone(council: Council) -> None:
    _adjust(council)
    assert council.new() == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("text: as-proposed", "text: Något helt annat.", "- id: arbetsformer"),
        ("title: Värmlandsrådets", "title: Rådets", "- id: arbetsformer"),
        ("led_by: fredrik-larsson", "led_by: peter-soderstrom", "led_by: peter"),
    ],
)
def test_a_minute_changed_after_adjustment(council: Council, old: str, new: str, at: str) -> None:
    _adjust(council)
    council.change(ADJUSTED, old, new)
    assert council.new() == [council.told("VR142", ADJUSTED, at)]


def test_a_correction_with_its_date_is_no_change(council: Council) -> None:
    _adjust(council)
    council.add(ADJUSTED, "  corrections: [{date: 2022-03-01, text: Fredrik ledde mötet.}]\n")
    assert council.new() == []
