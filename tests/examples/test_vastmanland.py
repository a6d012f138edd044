"""A second region: its own bodies, norms and words, in data alone, and a complete year clean."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from tests.cli.running import process
from tests.council import ROOT
from tests.examples.notices import assert_as_it_was
from vrtool.diagnostic import Severity, Strength
from vrtool.engine import Outcome, check
from vrtool.model.rosters import Side
from vrtool.register.load import load
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.rosters import Roster, roster_on
from vrtool.report.findings import reportable

EXAMPLE = ROOT / "examples" / "vastmanland"
BODY = "strategiska-regionala-beredningen"
CONSENSUS = ("V-2.3-consensus", "data/meetings/srb-2017-04.yaml", Severity.NOTE)

SHALL, NORMAL, MAY = Strength.SHALL, Strength.NORMAL, Strength.MAY
NORMS = {
    "V-0-decisions": SHALL,
    "V-2.1-subjects": SHALL,
    "V-2.2-size": SHALL,
    "V-2.2-municipal": SHALL,
    "V-2.2-regional": SHALL,
    "V-2.2-represented": SHALL,
    "V-2.2-majority": SHALL,
    "V-2.2-presidium": SHALL,
    "V-2.2-no-deputies": SHALL,
    "V-2.2-term": NORMAL,
    "V-2.2-experts": MAY,
    "V-2.3-meetings": SHALL,
    "V-2.3-extra": SHALL,
    "V-2.3-notice": SHALL,
    "V-2.3-recommendation": SHALL,
    "V-2.3-consensus": NORMAL,
    "V-2.3-minutes": SHALL,
    "V-2.3-dispatch": SHALL,
    "V-3-groups": SHALL,
    "V-3-no-preparation": NORMAL,
    "V-5-costs": SHALL,
    "V-5-share": NORMAL,
    "V-5-secretariat": SHALL,
    "V-6-proposal": SHALL,
    "V-7-amendment": SHALL,
    "V-remiss": MAY,
}
"""Every sentence of the agreement that obliges or permits, and how strongly."""

UNTRIED = {
    "V-0-decisions": "the source leaves the days of decision blank",
    "V-7-amendment": "nobody has changed the agreement or left it",
}

MUNICIPALITIES = {
    "arboga": "1984",
    "fagersta": "1982",
    "hallstahammar": "1961",
    "kungsor": "1960",
    "koping": "1983",
    "norberg": "1962",
    "sala": "1981",
    "skinnskatteberg": "1904",
    "surahammar": "1907",
    "vasteras": "1980",
}


@cache
def _register() -> Register:
    found = load(EXAMPLE).register
    assert found is not None
    return found


@cache
def _outcome() -> Outcome:
    return check(load(EXAMPLE))


def _roster(day: date) -> Roster:
    return roster_on(_register(), Rulebook(_register()), BODY, day)


# The agreement


def test_the_command_lists_every_norm_of_the_agreement() -> None:
    told = process("--root", str(EXAMPLE), "norms", "--format", "json", cwd=ROOT)
    assert told.returncode == 0
    listed = json.loads(told.stdout)["norms"]
    assert {norm["id"]: Strength(norm["strength"]) for norm in listed} == NORMS
    unchecked = {norm["id"] for norm in listed if norm["rule"] is None}
    assert unchecked == {key for key, strength in NORMS.items() if strength is MAY}


def test_every_norm_has_something_to_bite_on() -> None:
    tallies = {norm: tally for (_, norm), tally in _outcome().tallies.items()}
    assert {key for key, tally in tallies.items() if not tally.holds} == {*UNTRIED}


def test_the_parties_are_those_of_the_agreement() -> None:
    parties = _register().structure.parties
    found = {key: party.code for key, party in parties.items() if party.kind == "municipality"}
    assert found == MUNICIPALITIES
    assert {*parties} - {*found} == {"region-vastmanland"}


def test_there_is_no_code_in_it() -> None:
    kept = [path for path in EXAMPLE.rglob("*") if path.is_file() and "build" not in path.parts]
    assert {path.suffix for path in kept} <= {".yaml", ".md", ".txt"}


# The year


def test_nothing_is_found_but_that_all_did_not_agree_once() -> None:
    found = _outcome().findings
    assert [(f.norm, f.location.path, f.severity) for f in found] == [CONSENSUS]
    assert found[0].excused
    assert not reportable(load(EXAMPLE), _outcome()).fails(strict=True)


def test_the_body_has_its_seats() -> None:
    """Two for each municipality, the board's presidium and four more from the region."""
    roster = _roster(date(2017, 6, 9))
    by_party = {
        party: [seat for seat in roster.members if seat.seat.party == party]
        for party in _register().structure.parties
    }
    assert {party: len(seats) for party, seats in by_party.items()} == {
        **dict.fromkeys(MUNICIPALITIES, 2),
        "region-vastmanland": 7,
    }
    assert all(seat.holder for seat in roster.members)
    assert [seat.holder for seat in roster.co_opted] == ["tore-kunnig"]


def test_its_presidium_is_drawn_from_both_sides_of_both_kinds_of_party() -> None:
    found = _register()
    roster = _roster(date(2017, 6, 9))
    holders = [
        tenure.who
        for office in roster.composition.presidium
        for tenure in found.rosters.offices[office]
    ]
    people = [found.rosters.people[who] for who in holders if who]
    kinds = [(found.structure.parties[p.party or ""].kind, p.side) for p in people]
    assert kinds == [
        ("region", Side.MAJORITY),
        ("municipality", Side.MAJORITY),
        ("region", Side.OPPOSITION),
        ("municipality", Side.OPPOSITION),
    ]


def test_the_year_is_full_and_one_meeting_of_it_was_asked_for() -> None:
    held = [m for m in _register().by_forum[BODY] if m.date.year == 2017]
    assert len(held) == 7
    assert [meeting.id for meeting in held if meeting.requested] == ["srb-2017-06"]
    (request,) = _register().requests.values()
    third_of_27 = 9
    assert len(request.by) > third_of_27


# Its notices


@pytest.mark.parametrize("meeting", ["srb-2017-04", "srb-2017-05"])
def test_the_notice_is_as_it_was(meeting: str) -> None:
    assert_as_it_was(_register(), meeting)


@pytest.mark.parametrize("meeting", ["srb-2017-04", "srb-2017-05"])
def test_the_notice_speaks_the_words_of_the_agreement(meeting: str) -> None:
    golden = ROOT / "tests" / "examples" / "golden" / f"{meeting}.md"
    notice = golden.read_text(encoding="utf-8")
    for own in ("Föredragningslista", "Förslag till rekommendation", "Kallelse till den strat"):
        assert own in notice
    for other in ("dagordning", "ställningstagande", "minnesanteckning"):
        assert other not in notice.casefold()
