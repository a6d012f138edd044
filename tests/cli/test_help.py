"""The help of every command: Swedish, and within 80 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from tests.cli.running import Run, english_in
from vrtool.cli.app import app

NOUNS = [
    "agenda",
    "brief",
    "completion",
    "consultation",
    "costs",
    "matter",
    "meeting",
    "process",
    "roster",
    "template",
    "year",
]


def _commands(group: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to every command and group of commands there is."""
    yield way
    names = group.list_commands(None) if hasattr(group, "list_commands") else []
    for name in names:
        yield from _commands(group.get_command(None, name), (*way, name))


EVERY = [*_commands(typer.main.get_command(app))]


def test_the_commands_are_those_of_the_design() -> None:
    assert {" ".join(way) for way in EVERY} == {
        "",
        "agenda",
        "agenda build",
        "agenda data",
        "agenda fix",
        "agenda send",
        "brief",
        "brief build",
        "brief data",
        "check",
        "completion",
        "completion install",
        "completion show",
        "consultation",
        "consultation build",
        "consultation data",
        "consultation show",
        "costs",
        "costs build",
        "costs data",
        "costs show",
        "diff",
        "due",
        "explain",
        "fmt",
        "init",
        "matter",
        "matter close",
        "matter follow-up",
        "matter list",
        "matter new",
        "matter plan",
        "matter renumber",
        "matter show",
        "matter withdraw",
        "meeting",
        "meeting cancel",
        "meeting list",
        "meeting move",
        "meeting new",
        "meeting show",
        "minutes",
        "minutes adjust",
        "minutes build",
        "minutes correct",
        "minutes data",
        "minutes dispatch",
        "minutes home",
        "minutes start",
        "norms",
        "process",
        "process build",
        "process list",
        "process show",
        "roster",
        "roster import",
        "roster introduction",
        "roster replace",
        "roster show",
        "roster turnover",
        "roster vacancies",
        "schema",
        "status",
        "template",
        "template check",
        "year",
        "year close",
    }


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("way", EVERY, ids=" ".join)
def test_help_is_swedish_and_fits(
    vr: Run, monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...], option: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    told = vr(*way, option)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0].startswith(" ".join(["Användning: vr", *way]))
    assert max(map(len, lines)) <= 80
    assert english_in(re.sub(r"(?m)^  [a-z]+  ", "", told.out)) == set()  # verbs are English
    assert "  -h, --help" in told.out
    assert "Visa den här hjälpen." in told.out
    assert not re.search(r"(?<!\bmain)\.\.\.", told.out)  # `main...` is what a user writes


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_alone_shows_its_verbs(vr: Run, noun: str) -> None:
    told = vr(noun)
    assert (told.code, told.out) == (2, "")
    assert told.err == vr(noun, "--help").out


def test_nothing_at_all_shows_the_nouns(vr: Run) -> None:
    told = vr()
    assert (told.code, told.out) == (2, "")
    assert "\nKommandon:\n" in told.err
    assert vr("--help").out == told.err


@pytest.mark.parametrize("noun", NOUNS)
def test_the_head_of_a_group_says_what_the_list_of_commands_says(vr: Run, noun: str) -> None:
    (line,) = [line for line in vr("--help").out.splitlines() if line.startswith(f"  {noun} ")]
    said = line.strip().removeprefix(noun).strip()
    assert said in " ".join(vr(noun, "--help").out.split())
