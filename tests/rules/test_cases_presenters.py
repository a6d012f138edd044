"""VR507: information from outside the structure, and where it is given."""

from __future__ import annotations

from pathlib import Path

from tests import repos
from tests.repos import ROSTERS, Files
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
FIXED = "agenda: {fixed: {date: 2031-03-28, by: [rut]}, items: [%s]}"
HERE = "2031-04-04"
A = "{id: a, title: A%s}"


def _fixed(item: str, forum: str = "ra") -> Files:
    """A meeting whose agenda is fixed, with one item."""
    return meeting(f"{forum}-2031-01", HERE, more=FIXED % item)


def _presents(*presenters: str, forum: str = "ra") -> Files:
    item = A % f", purpose: [information], presenters: ①[{', '.join(presenters)}]"
    return _fixed(item, forum)


PIA = "{name: Pia Pil, organisation: Universitetet}"
ABROAD = {"forums.yaml": ROSTERS.replace("people:\n", "people:\n  ulf: {name: Ulf Ulv%s}\n")}


def _person(more: str, forum: str = "ra", offices: str = "") -> Files:
    rosters = (
        ABROAD["forums.yaml"].replace("%s", more).replace("offices:\n", f"offices:\n{offices}")
    )
    return {**_presents("ulf", forum=forum), "forums.yaml": rosters}


EXTERNAL = cases(
    Judged("VR507", "{forum: bredd}", "[raden]", "normal"),
    from_outside_elsewhere=Case(_presents(PIA), ("① VR507 N warning",), BROKEN),
    from_outside_where_it_belongs=Case(_presents(PIA, forum="br"), tally=HOLDS),
    only_an_organisation=Case(
        _presents("{organisation: Universitetet}"), ("① VR507 N warning",), BROKEN
    ),
    a_person_of_another_organisation=Case(
        _person(", organisation: Länsmuseet"), ("① VR507 N warning",), BROKEN
    ),
    together_with_one_of_our_own=Case(_presents(PIA, "anna")),
    a_partys_name=Case(_presents("{name: Pia Pil, organisation: Alby kommun}")),
    a_partys_short_name_in_other_letters=Case(_presents("{organisation: ALBY}")),
    a_unit_of_a_party=Case(_presents('{organisation: "Alby kommun, kulturen"}')),
    a_board=Case(_presents("{organisation: styrelsen}")),
    a_forum=Case(_presents("{organisation: Rådets beredning}")),
    not_quite_a_party=Case(_presents("{organisation: Albyhemmet}"), ("① VR507 N warning",), BROKEN),
    one_in_office=Case(_person("", offices="  alby/ordforande: [{who: ulf, from: 2030-01-01}]\n")),
    nobody_knows_from_where=Case(_presents("{name: Pia Pil}"), tally=UNKNOWN),
    a_person_without_anything=Case(_person(""), tally=UNKNOWN),
    one_from_outside_and_one_unknown=Case(_presents(PIA, "{name: Per Pil}"), tally=UNKNOWN),
    nobody_presents=Case(_fixed(A % ", purpose: [information]")),
    dialogue_may_have_guests=Case(
        _fixed(A % f", purpose: [information, dialogue], presenters: [{PIA}]")
    ),
    not_fixed_yet=Case(
        meeting("ra-2031-01", HERE, A % f", purpose: [information], presenters: [{PIA}]")
    ),
)


@each(EXTERNAL)
def test_presenters(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_the_mend_of_external_information_names_the_next_meeting(tmp_path: Path) -> None:
    judged = Judged("VR507", "{forum: bredd}", "[raden]", "normal")
    files = together(
        _presents(PIA),
        meeting("br-2031-01", "2031-03-07"),
        meeting("br-2031-02", "2031-05-09", more="cancelled: {reason: Snö}"),
        meeting("br-2031-03", "2031-06-13"),
    )
    repos.write_repo(tmp_path, repos.council(files, norms=judged.norm))
    (finding,) = repos.outcome(tmp_path).findings
    assert "i breda rådet 13\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2031 " in finding.help


def test_a_network_is_no_stranger(tmp_path: Path) -> None:
    judged = Judged("VR507", "{forum: bredd}", "[raden]", "normal")
    files = {
        **_presents("{name: Pia Pil, organisation: Vägnätverket}"),
        "forums.yaml": ROSTERS + "networks:\n  vagar: {name: Vägnätverket}\n",
    }
    assert said(tmp_path, judged, Case(files))[0].found == []


def test_a_person_nobody_knows_is_no_stranger(tmp_path: Path) -> None:
    judged = Judged("VR507", "{forum: bredd}", "[raden]")
    repos.write_repo(tmp_path, repos.council(_presents("okand"), norms=judged.norm))
    assert repos.tallies(tmp_path)["N"] == UNKNOWN
