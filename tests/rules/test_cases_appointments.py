"""VR211, VR212: nobody in another's stead, and nobody for longer than the term of office."""

from __future__ import annotations

from pathlib import Path

from tests.repos import ROSTERS, Files, council, forms, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, meeting, said, together
from vrtool.engine import Tally

HOLDS, BROKEN, UNKNOWN = Tally(holds=1), Tally(breached=1), Tally(unknown=1)
NONE = Judged("VR211", forums="[bredd]")
ASTA = "br/alby/1: {members: [{who: asta, from: 2030-01-01}]}"
BRITT = "br/berga/1: {members: [{who: britt, from: 2030-01-01}]}"


def _rosters(*changes: tuple[str, str], more: str = "") -> dict[str, str]:
    text = ROSTERS + more
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {"forums.yaml": text}


def _deputy(entry: str) -> dict[str, str]:
    return _rosters((ASTA, f"{ASTA[:-1]}, deputies: [{entry}]}}"))


def _served(served: str, forum: str = "br", more: str = "") -> Files:
    text = f"minutes: {{attendance: {{present: [anna], served: [{served}]}}}}{more}"
    return meeting(f"{forum}-2031-01", "2031-04-04", more=text)


FOR_ASTA = "①{who: arne, for: br/alby/1}"
LINE = "{appointed: br, each: municipality}"
WITH = {
    "working-forms/former.yaml": forms(NONE.norm).replace(
        LINE, "{appointed: br, each: municipality, deputies: ①true}"
    )
}
HERE = (("① VR211 N error",), BROKEN)

DEPUTIES = cases(
    NONE,
    none_at_all=Case({}, tally=HOLDS),
    a_seat_with_one=Case(_deputy("①{who: arne, from: 2031-01-01}"), *HERE),
    a_seat_that_had_one_before_the_rulebook=Case(
        _deputy("{who: arne, from: 2028-01-01, to: 2029-12-31}"), tally=HOLDS
    ),
    a_seat_whose_deputy_is_nobody=Case(_deputy("{vacant: true, from: 2031-01-01}"), tally=HOLDS),
    a_seat_that_the_composition_does_not_have=Case(
        _rosters(
            more=("  br/alby/2:\n    members: []\n    deputies: [①{who: arne, from: 2031-01-01}]\n")
        ),
        *HERE,
    ),
    those_of_another_forum=Case(
        _rosters(("    deputies: [{who: arne", "    deputies: [{who: britt")), tally=HOLDS
    ),
    the_composition_gives_some=Case(WITH, *HERE),
    one_served=Case(_served(FOR_ASTA), *HERE),
    one_served_elsewhere=Case(_served("{who: arne, for: sf/alby/1}", "sf"), tally=HOLDS),
    one_was_to_serve_at_a_meeting_that_was_cancelled=Case(
        _served("{who: arne, for: br/alby/1}", more="\ncancelled: {reason: Snö}"), tally=HOLDS
    ),
)

TERM = Judged("VR212", forums="[bredd]", strength="normal")
TERMS = "terms: [{id: 2031–2034, from: 2031-01-01, to: 2034-12-31}]\n"
FIVE_YEARS = "2031-01-01/2035-12-31"


def _term(asta: str, terms: str = TERMS, complete: str = FIVE_YEARS) -> Files:
    """The seat of Alby as given; that of Berga is filled for the term."""
    return together(
        _rosters(
            (ASTA, f"br/alby/1: {{members: [{asta}]}}"),
            (BRITT, "br/berga/1: {members: [{who: britt, from: 2031-01-01, to: 2034-12-31}]}"),
        ),
        {"structure.yaml": structure(complete, more=terms)},
    )


LONGER = (("① VR212 N warning",), Tally(holds=1, breached=1))
UNTOLD = Tally(holds=1, unknown=1)

TENURES = cases(
    TERM,
    for_the_term=Case(_term("{who: asta, from: 2031-01-01, to: 2034-12-31}"), tally=Tally(holds=2)),
    for_a_part_of_it=Case(
        _term("{who: asta, from: 2031-09-01, to: 2033-05-31}"), tally=Tally(holds=2)
    ),
    for_a_day_more=Case(_term("①{who: asta, from: 2031-01-01, to: 2035-01-01}"), *LONGER),
    for_longer_as_was_decided=Case(
        _term("{who: asta, from: 2031-01-01, to: 2035-06-30, decided_otherwise: Så beslutades.}"),
        tally=Tally(holds=2),
    ),
    anew_for_the_next=Case(
        _term("{who: asta, from: 2031-01-01, to: 2034-12-31}, {who: asta, from: 2035-01-01}"),
        tally=Tally(holds=2, unknown=1),
    ),
    without_an_end_where_all_is_known=Case(_term("①{who: asta, from: 2031-01-01}"), *LONGER),
    without_an_end_during_the_term=Case(
        _term("{who: asta, from: 2031-01-01}", complete="2031-01-01/2034-12-31"), tally=UNTOLD
    ),
    seen_in_two_terms=Case(_term("{who: asta, seen: [2033-01-01, 2035-02-01]}"), tally=UNTOLD),
    from_before_the_terms_that_are_told=Case(
        _term("{who: asta, from: 2030-01-01, to: 2036-12-31}"), tally=UNTOLD
    ),
    a_vacant_seat=Case(_term("{vacant: true, from: 2031-01-01}"), tally=HOLDS),
    no_terms_are_told=Case(
        _term("{who: asta, from: 2031-01-01, to: 2035-01-01}", terms=""), tally=Tally(unknown=2)
    ),
)


@each(DEPUTIES)
def test_deputies(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@each(TENURES)
def test_tenures(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_an_appointment_is_judged_by_the_rulebook_of_the_day_the_term_ends(tmp_path: Path) -> None:
    """Two compositions: the later, which has no such norm, has the seat when the term is over."""
    later = forms().replace("id: former", "id: nya").replace("2030-01-01", "2033-01-01")
    older = forms(TERM.norm).replace("{from: 2030-01-01}", "{from: 2030-01-01, to: 2032-12-31}", 1)
    files = _term("{who: asta, from: 2031-01-01, to: 2035-06-30}")
    rulebooks = {"working-forms/former.yaml": older, "working-forms/nya.yaml": later}
    write_repo(tmp_path, council(together(files, rulebooks)))
    assert outcome(tmp_path).findings == ()
