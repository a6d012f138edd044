"""VR101: everything named exists, is pointed at where it stands, and a near name is suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import (
    FORMS,
    ROSTERS,
    Files,
    council,
    findings,
    messages,
    placed,
    structure,
    write_repo,
)
from tests.rules.cases import matter, meeting, together

UP = "{id: a, title: A, %s}"


def _item(fields: str) -> Files:
    return meeting("ra-2031-01", "2031-04-04", UP % fields)


def _lines(more: str) -> Files:
    return meeting("ra-2031-01", "2031-04-04", "{id: a, title: A}", more=more)


def _rosters(old: str, new: str) -> Files:
    assert ROSTERS.count(old) == 1
    return {"forums.yaml": ROSTERS.replace(old, new)}


def _forms(old: str, new: str) -> Files:
    assert FORMS.count(old) == 1
    return {"working-forms/former.yaml": FORMS.replace(old, new)}


def _structure(old: str, new: str) -> Files:
    text = structure()
    assert text.count(old) == 1
    return {"structure.yaml": text.replace(old, new)}


def _norm(fields: str) -> Files:
    norm = f"  N: {{title: T, unchecked: Nej., strength: shall, paragraph: '1', {fields}}}\n"
    return {"working-forms/former.yaml": f"{FORMS}norms:\n{norm}"}


UNKNOWN: dict[str, Files] = {
    "secretariat": _structure("secretariat: regionen", "secretariat: ①ingen"),
    "a party's kind": _structure(
        "{name: Regionen, short: Regionen, kind: region}",
        "{name: Regionen, short: Regionen, kind: ①ingen}",
    ),
    "a party's area": _structure(
        "{name: Regionen, short: Regionen, kind: region}",
        "{name: Regionen, short: Regionen, kind: region, area: ①ingen}",
    ),
    "a board's party": _structure("styrelsen, party: regionen", "styrelsen, party: ①ingen"),
    "a forum of a group": _structure("[rad, bredd]", "[rad, ①ingen, bredd]"),
    "a person's party": _rosters("{name: Rut Gran, party: regionen}", "{name: Rut, party: ①ingen}"),
    "another than": _rosters(
        "{name: Rut Gran, party: regionen}", "{name: Rut Gran, other_than: [①ingen]}"
    ),
    "a person's political party": {
        **_structure("topics:", "political_parties: {a: Allpartiet}\ntopics:"),
        **_rosters("rut: {name: Rut Gran, ", "rut: {name: Rut, political_party: ①ingen, "),
    },
    "where a forum was closed": _structure(
        "    short: sf\n", "    short: sf\n    to: 2031-12-31\n    closed_at: ①ra-2031-09\n"
    ),
    "who holds an office": _rosters("alby/kso: [{who: anna", "alby/kso: [{who: ①ingen"),
    "who is appointed": _rosters(
        "br/alby/1: {members: [{who: asta", "br/alby/1: {members: [{who: ①ingen"
    ),
    "who is a deputy": _rosters("deputies: [{who: arne", "deputies: [{who: ①ingen"),
    "a network's forum": _rosters(
        "offices:\n", "networks: {nat: {name: Nät, forums: [①ingen]}}\noffices:\n"
    ),
    "what is supplemented": _forms("seats:\n", "supplements: ①ingen\nseats:\n"),
    "an office of a seat": _forms(
        "{office: kso, each: municipality}, {", "{office: ①ingen, each: municipality}, {"
    ),
    "a kind of a seat": _forms(
        "{appointed: br, each: municipality}", "{appointed: br, each: ①ingen}"
    ),
    "a board of a seat": _forms("boards: [styrelsen]", "boards: [①ingen]"),
    "a presidium of a seat": _forms("presidium: [styrelsen]", "presidium: [①ingen]"),
    "a party of a seat": _forms(
        "{appointed: br, each: municipality}", "{appointed: br, parties: [①ingen]}"
    ),
    "an area of a seat": _forms(
        "{appointed: br, each: municipality}", "{appointed: br, areas: [①ingen]}"
    ),
    "a body of a seat": _forms(
        "{office: kso, each: municipality}, {", "{office: kso, bodies: [①ingen]}, {"
    ),
    "whom a norm applies to": _norm("applies: {forums: [raden, ①ingen]}"),
    "what a norm replaces": _norm("replaces: [①INGEN]"),
    "what a norm subsumes": _norm("subsumes: [N, ①INGEN]"),
    "who raised a matter": matter(more="initiator: ①ingen"),
    "what a matter continues": matter(more="continues: ①2030-009"),
    "a matter's topic": matter(more="topics: [natet, ①ingen]"),
    "whom a matter informs": matter(more="expected: {inform: [①ingen]}"),
    "where views were given": matter(more="brief: {views: [{meeting: ①ra-2031-09, text: Ja.}]}"),
    "on whose behalf": matter(more="brief: {submitted: {on_behalf_of: [①ingen]}}"),
    "by whom": matter(more="brief: {submitted: {by: ①ingen}}"),
    "to which forum": matter(more="brief: {submitted: {to: ①ingen}}"),
    "whom a consultation asked": matter(more="consultation: {asked: [alby, ①ingen]}"),
    "whose a view is": matter(
        more="consultation: {points: [{id: a, section: b, from: [①ingen, Grupp 1], view: Ja.}]}"
    ),
    "as which forum's meeting it was planned": _lines("planned_as: ①ingen"),
    "a meeting's topic": _lines("topics: [①ingen]"),
    "who was invited": _lines("notice: {invited: [①ingen]}"),
    "whom the notice went to": _lines("notice: {sent: {date: 2031-03-21, to: [①ingen]}}"),
    "who led": _lines("minutes: {led_by: ①ingen}"),
    "who wrote": _lines("minutes: {secretary: ①ingen}"),
    "who adjusted": _lines("minutes: {adjusted: [{by: ①ingen, date: 2031-04-11}]}"),
    "whom the notes went to": _lines("minutes: {dispatched: {date: 2031-04-11, to: [①ingen]}}"),
    "the item of a correction": _lines(
        "minutes: {corrections: [{date: 2031-04-11, item: ①ingen, text: Fel.}]}"
    ),
    "who was absent": _lines("minutes: {attendance: {absent: [①ingen]}}"),
    "who was present": _lines("minutes: {attendance: {present: [①ingen]}}"),
    "the item of one present": _lines(
        "minutes: {attendance: {present: [{who: anna, items: [a, ①ingen]}]}}"
    ),
    "who served": _lines("minutes: {attendance: {served: [{who: ①ingen, for: sf/alby/1}]}}"),
    "the item of a guest": _lines(
        "minutes: {attendance: {others: [{name: Gäst, items: [①ingen]}]}}"
    ),
    "an item's matter": _item("matter: ①2031-009"),
    "one of an item's matters": _item("matters: [①2031-009]"),
    "an item's topic": _item("topics: [①ingen]"),
    "an earlier meeting": _item("earlier: [①be-2031-09]"),
    "an earlier meeting's item": _item("earlier: [ra-2031-01/a, ①ra-2031-01/ingen]"),
    "who presents": _item("presenters: [{who: ①ingen}]"),
    "whom papers went to": _item("papers_sent: {date: 2031-03-28, to: [①ingen]}"),
    "where an outcome leads": _item("outcome: {kind: prepared, next: ①ingen}"),
    "the meeting an outcome leads to": _item("outcome: {kind: postponed, meeting: ①ra-2031-09}"),
    "who decides next": _item("outcome: {kind: noted, decides_next: [①ingen]}"),
    "who was nominated": _item("outcome: {kind: nominated, people: [①ingen]}"),
    "who gave an assignment": _item(
        "outcome: {kind: assigned, assignments: [{id: x, giver: ①ingen, receiver: rad}]}"
    ),
    "who got an assignment": _item(
        "outcome: {kind: assigned, assignments: [{id: x, receiver: ①ingen}]}"
    ),
    "what was reported on": _item("outcome: {kind: noted, reports: [{assignment: ①ingen}]}"),
    "a deviation's forum": {
        "deviations.yaml": "deviations: [{norm: N, forum: ①ingen, reason: Skäl.}]\n"
    },
}
BY_KEY: dict[str, Files] = {
    "who answered a consultation": matter(more="consultation: {answers: {①ingen: 2031-02-01}}"),
    "a political party with mandates": _rosters(
        "seats:\n",
        "assemblies: {styrelsen: [{from: 2031-01-01, majority: {①ingen: '1'}}]}\nseats:\n",
    ),
    "an assembly": _rosters("seats:\n", "assemblies: {①ingen: []}\nseats:\n"),
    "an office's body": _rosters("  alby/kso:", "  ①ingen/kso: []\n  alby/kso:"),
    "an office's kind": _rosters("  alby/kso:", "  ①alby/ingen: []\n  alby/kso:"),
    "a composition's forum": _forms("  rad:\n", "  ①ingen: {paragraph: '1'}\n  rad:\n"),
}


@pytest.mark.parametrize("files", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_does_not_exist_is_pointed_at(tmp_path: Path, files: Files) -> None:
    places = write_repo(tmp_path, council(files))
    assert places["①"] + " VR101 - error" in findings(tmp_path)


@pytest.mark.parametrize("files", BY_KEY.values(), ids=BY_KEY.keys())
def test_a_name_that_is_a_key_is_pointed_at_there(tmp_path: Path, files: Files) -> None:
    places = write_repo(tmp_path, council(files))
    assert findings(tmp_path) == placed(("① VR101 - error",), places)


def test_a_meeting_of_no_forum_is_one_finding(tmp_path: Path) -> None:
    text = "id: ra-2031-01\nforum: ①radet\ndate: 2031-04-04\n"
    places = write_repo(tmp_path, council({"meetings/ra-2031-01.yaml": text}))
    assert findings(tmp_path) == placed(("① VR101 - error",), places)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("topics: [nätt]", None),
        ("topics: [natett]", "Ämne ”natett” finns inte. Menade du natet?"),
        ("presenters: [{who: ana}]", "Person ”ana” finns inte. Menade du anna?"),
        ("matter: 2031-002", "Ärende ”2031-002” finns inte. Menade du 2031-001?"),
        ("outcome: {kind: prepared, next: bred}", "Forum ”bred” finns inte. Menade du bredd?"),
        ("earlier: [ra-2031-01/b]", None),
    ],
)
def test_a_near_name_is_suggested(tmp_path: Path, fields: str, sentence: str | None) -> None:
    told = messages(tmp_path, council(together(matter(), _item(fields))))
    assert len(told) == 1
    assert sentence is None or told == [sentence]


def test_everything_that_exists_is_silent(tmp_path: Path) -> None:
    fields = (
        "matter: 2031-001, topics: [natet], earlier: [be-2031-01, be-2031-01/b], "
        "presenters: [anna, {name: Gäst}], papers_sent: {date: 2031-03-21, to: all}, "
        "outcome: {kind: prepared, next: bredd, decides_next: [alby], people: [bo], "
        "assignments: [{id: x, giver: rad, receiver: anna}], reports: [{assignment: x}]}"
    )
    files = together(
        matter(more="initiator: rad\nconsultation: {asked: all, answers: {alby: no-views}}"),
        meeting("be-2031-01", "2031-03-14", "{id: b, title: B}"),
        _item(fields),
    )
    write_repo(tmp_path, council(files))
    assert findings(tmp_path) == []
