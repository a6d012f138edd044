"""VR802: who set a forum up before there was a forum to do it, who closed it, what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, forms, messages, outcome, structure, write_repo
from tests.rules.cases import Case, Judged, cases, each, matter, meeting, said, together
from vrtool.engine import Tally

HOLDS, UNKNOWN, BROKEN = Tally(holds=1), Tally(unknown=1), Tally(breached=1)
BY = Judged("VR802", "{by: rad}", "[sakforum]")
SF = "    short: sf\n"
RA = "    short: ra\n"
HERE = (("① VR802 N error",), BROKEN)


def _forum(*fields: str, rad: str = "", files: Files | None = None) -> Files:
    """The structure with these fields of the sakforum, and one of the council's."""
    text = structure().replace(SF, SF + "".join(f"    {field}\n" for field in fields))
    own = f"    {rad}\n" if rad else ""
    return together({"structure.yaml": text.replace(RA, RA + own)}, files or {})


def _marked(files: Files) -> Files:
    """The files with the place of the sakforum marked."""
    text = files["structure.yaml"]
    return {**files, "structure.yaml": text.replace(SF, f"    ①{SF.strip()}\n")}


OTHERS = "{body: landstingsstyrelsen%s}"

BY_OTHERS = cases(
    BY,
    before_the_council=Case(
        _forum(f"established_by: {OTHERS % ', date: 2029-11-20'}"), tally=HOLDS
    ),
    on_its_first_day=Case(_forum(f"established_by: {OTHERS % ', date: 2030-01-01'}"), tally=HOLDS),
    when_the_council_was_there=Case(
        _forum(f"established_by: ①{OTHERS % ', date: 2030-02-01'}"), *HERE
    ),
    before_the_council_had_begun_its_work=Case(
        _forum(f"established_by: {OTHERS % ', date: 2030-02-01'}", rad="from: 2030-03-01"),
        tally=HOLDS,
    ),
    from_the_day_that_the_council_began=Case(
        _forum(f"established_by: {OTHERS % ''}", "from: 2030-01-01"), tally=HOLDS
    ),
    nobody_knows_when=Case(_forum(f"established_by: {OTHERS % ''}"), tally=UNKNOWN),
)

POSITION = "{kind: position}"


def _closing(outcome_: str = POSITION, forum: str = "ra", more: str = "") -> Files:
    told = f", outcome: {outcome_}" if outcome_ else ""
    item = f"{{id: a, title: A, matter: 2031-001, purpose: [position]{told}}}"
    return together(meeting(f"{forum}-2031-01", "2031-04-04", item, more=more), matter())


def _closed(at: str, files: Files) -> Files:
    """The forum set up before the council, and closed in May; its seats end there."""
    made = _forum(
        f"established_by: {OTHERS % ', date: 2029-11-20'}",
        "to: 2031-05-31",
        f"closed_at: ①{at}",
        files=files,
    )
    return together(made, {"forums.yaml": "people: {anna: {name: Anna Ek, party: alby}}\n"})


ENDED = (("① VR802 N error",), Tally(holds=1, breached=1))

CLOSED = cases(
    BY,
    by_a_position=Case(_closed("ra-2031-01/a", _closing()), tally=Tally(holds=2)),
    by_another_forum=Case(_closed("br-2031-01/a", _closing(forum="br")), *ENDED),
    at_a_meeting_that_was_cancelled=Case(
        _closed("ra-2031-01", _closing(more="cancelled: {reason: Snö}")), *ENDED
    ),
    by_no_position=Case(_closed("ra-2031-01/a", _closing("{kind: noted}")), *ENDED),
    not_yet_taken=Case(_closed("ra-2031-01/a", _closing("")), tally=Tally(holds=1, unknown=1)),
    at_a_meeting_that_does_not_exist=Case(
        _closed("ra-2031-09", {}), ("① VR101 - error",), Tally(holds=1, unknown=1)
    ),
)

SETS = Judged("VR802", "{by: rad, sets: [task, composition, forms]}", "[sakforum]")
OLD = f"established_by: {OTHERS % ', date: 2029-11-20'}"
TASK, WAYS = "task: Följa vården av äldre.", "forms: Fyra möten om året."
MEMBERS = "    members: [{appointed: sf, each: municipality, deputies: true}]\n"
NOBODY = {"working-forms/former.yaml": forms(SETS.norm).replace(MEMBERS, "    paragraph: '1'\n")}

DECIDED = cases(
    SETS,
    all_of_it=Case(_forum(OLD, TASK, WAYS), tally=Tally(holds=4)),
    no_task=Case(_marked(_forum(OLD, WAYS)), ("① VR802 N error",), Tally(holds=3, breached=1)),
    no_ways_as_far_as_is_known=Case(
        {
            "structure.yaml": _forum(OLD, TASK)["structure.yaml"].replace(
                "rosters: [2031-01-01/2031-12-31]", "rosters: []"
            )
        },
        tally=Tally(holds=3, unknown=1),
    ),
    nobody_is_to_sit_there=Case(
        together(_marked(_forum(OLD, TASK, WAYS)), NOBODY),
        ("① VR802 N error",),
        Tally(holds=3, breached=1),
    ),
)


@each({**BY_OTHERS, **CLOSED, **DECIDED})
def test_setting_up(tmp_path: Path, judged: Judged, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ((OLD, WAYS), "Det framgår inte vilken uppgift sakforumet har, "),
        ((OLD, TASK), "Det framgår inte hur sakforumet arbetar, "),
    ],
)
def test_what_is_lacking_is_said(tmp_path: Path, fields: tuple[str, ...], wanted: str) -> None:
    (message,) = messages(tmp_path, council(_forum(*fields), norms=SETS.norm))
    assert message == wanted + "som bestäms när forumet tillsätts."


def test_a_forum_that_was_closed_is_not_asked_who_closed_it(tmp_path: Path) -> None:
    """What was set up for a time ends by itself."""
    files = _closed("ra-2031-01/a", {})
    text = files["structure.yaml"].replace("    closed_at: ①ra-2031-01/a\n", "")
    write_repo(tmp_path, council({**files, "structure.yaml": text}, norms=BY.norm))
    assert outcome(tmp_path).findings == ()
