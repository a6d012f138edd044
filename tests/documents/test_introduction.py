"""The sheet for somebody new: who is new, and what the sheet tells each of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests import repos
from tests.council import ROOT
from tests.documents.agendas import empty_headings, plain
from tests.repos import ROSTERS, council
from vrtool.documents.introduction import (
    Newcomer,
    introduction_markdown,
    introduction_meta,
    introduction_view,
    newcomers,
)
from vrtool.documents.introduction_view import IntroductionView
from vrtool.register.load import load
from vrtool.register.register import Register

SINCE, TODAY = date(2031, 7, 1), date(2031, 12, 31)


@cache
def _practice() -> Register:
    found = load(ROOT / "examples" / "ovningsradet").register
    assert found is not None
    return found


def _siri() -> IntroductionView:
    (siri,) = [one for one in newcomers(_practice(), SINCE, TODAY) if one.person == "siri-exempel"]
    return introduction_view(_practice(), siri, TODAY)


def _new(root: Path, rosters: str) -> list[tuple[str, tuple[str, ...]]]:
    register = repos.register(root, council({"forums.yaml": rosters}))
    return [(one.person, one.forums) for one in newcomers(register, SINCE, TODAY)]


# Who is new


def test_those_who_came_to_their_first_seat_since_are_new() -> None:
    """Regina Påhittad changed her seat in July, and had one before."""
    assert [(one.person, one.since) for one in newcomers(_practice(), SINCE, TODAY)] == [
        ("rebecka-pahittad", date(2031, 9, 1)),
        ("siri-exempel", date(2031, 11, 10)),
    ]
    assert newcomers(_practice(), date(2031, 11, 11), TODAY) == ()
    assert len(newcomers(_practice(), date(2031, 11, 10), TODAY)) == 1


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("alby/kso: [{who: anna, from: 2030-01-01}]",
         "alby/kso: [{who: anna, from: 2030-01-01, to: 2031-08-31}, {who: arne, from: 2031-09-01}]",
         []),  # a deputy already
        ("deputies: [{who: arne, from: 2030-01-01}]",
         "deputies: [{who: arne, from: 2031-08-01}]",
         [("arne", ("sakforum",))]),
        ("rad/ordforande: [{who: rut, from: 2030-01-01}]",
         "rad/ordforande: [{who: arne, from: 2031-08-01}]", []),
        ("br/berga/1: {members: [{who: britt, from: 2030-01-01}]}",
         "br/berga/1: {members: [{who: ny, from: 2031-08-01}]}", [("ny", ("bredd",))]),
        ("br/berga/1: {members: [{who: britt, from: 2030-01-01}]}",
         "br/berga/1: {members: [{who: ny, from: 2031-08-01, to: 2031-08-31}]}", []),
        ("br/berga/1: {members: [{who: britt, from: 2030-01-01}]}",
         "br/berga/1: {members: [{who: ny, seen: [2031-08-01, 2032-02-01]}]}", []),
        ("br/berga/1: {members: [{who: britt, from: 2030-01-01}]}",
         "br/berga/1: {members: [{who: ny, from: 2032-01-01}]}", []),
    ],
)  # fmt: skip
def test_new_is_who_has_a_seat_and_had_none_before(
    tmp_path: Path, old: str, new: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert ROSTERS.count(old) == 1
    people = "people:\n  ny: {name: Ny Person, party: berga}\n"
    assert _new(tmp_path, ROSTERS.replace(old, new).replace("people:\n", people)) == found


# The sheet


def test_the_sheet_tells_what_somebody_new_needs() -> None:
    view = _siri()
    assert (view.title, view.subtitle) == ("Ny i Övningsrådet", "Siri Exempel, Skissviks kommun")
    assert "10\xa0november\xa02031, i Övningsrådet och ordföranderådet" in view.welcome
    council_sheet, chairs = view.forums
    assert council_sheet.facts[0].text == "ledamot, som kommunstyrelsens ordförande"
    assert council_sheet.facts[1].text == (
        "Regina Påhittad, ordförande; Anna Exempel, vice ordförande"
    )
    assert [line.split(" kl.")[0] for line in chairs.meetings] == [
        "Fredagen den 6\xa0februari\xa02032",
        "Fredagen den 19\xa0mars\xa02032",
    ]
    assert "Ärendet 2031-013 ”Fossilfria transporter”" in [line.name for line in view.matters]
    assert view.parties.endswith("Utkastnäs, Övningsby och Övningsregionen")


def test_each_sentence_of_the_rulebooks_stands_once() -> None:
    told = [line for rules in _siri().rules for line in rules.sentences]
    assert "Ställning tas i ordföranderådet, och i inget annat forum." in told
    assert len(told) == len(set(told))
    assert "Övningsrådet möts två till fyra gånger om året, oftare om det behövs." not in told
    assert not any("sakområdesforum möts" in line for line in told)


def test_words_are_those_of_the_structure() -> None:
    words = [line.word for line in _siri().words]
    assert words[0] == "Kallelse"
    assert "Minnesanteckningar" in words
    assert "Rekommendation" not in words  # nothing has come to one there


def test_the_document_has_no_empty_heading_and_keeps_closed_matters_marked() -> None:
    view = _siri()
    text = introduction_markdown(view)
    lines = plain(text).splitlines()
    assert lines[0] == "# Ny i Övningsrådet"
    assert empty_headings(text) == []
    assert introduction_meta(view).date == TODAY
    assert ("ej för publicering" in text) == any(not line.public for line in view.matters)


def test_a_forum_without_meetings_says_so(tmp_path: Path) -> None:
    register = repos.register(tmp_path, council({}))
    view = introduction_view(register, Newcomer("anna", date(2030, 1, 1), ("rad",)), TODAY)
    assert view.forums[0].meetings == ()
    assert view.forums[0].facts[0].text == (
        "vice ordförande och ledamot, som kommunstyrelsens ordförande"
    )
    text = introduction_markdown(view)
    assert "Inget möte är inlagt." in text
    assert "Öppna ärenden" not in text
    assert empty_headings(text) == []


def test_a_deputy_is_told_whose(tmp_path: Path) -> None:
    register = repos.register(tmp_path, council({}))
    view = introduction_view(register, Newcomer("arne", date(2030, 1, 1), ("sakforum",)), TODAY)
    assert view.forums[0].facts[0].text == "ersättare för Asta Al"


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    rosters = ROSTERS.replace("Anna Ek", "'# <b>A</b> {{ 1 }} [x](y) | *z*'")
    register = repos.register(tmp_path, council({"forums.yaml": rosters}))
    view = introduction_view(register, Newcomer("anna", date(2030, 1, 1), ("rad",)), TODAY)
    text = introduction_markdown(view)
    assert "\\<b>A" in text
    assert "{{ 1 }}" in text
    assert "[x](y)" not in text
