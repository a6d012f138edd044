"""VR151–VR153: consultations are answered, their points handled, and each view is its sender's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import Files, council, findings, outcome, placed, write_repo
from tests.rules.cases import Case, cases, each, matter, meeting, said, together

CLOSED = "closed: 2031-03-03"


def _consultation(*lines: str, more: str = "") -> Files:
    body = "\n".join(f"  {line}" for line in lines)
    return matter(more=f"raised: 2031-01-07\n{more}\nconsultation:\n{body}")


def _answers(*answers: str, asked: str = "[alby, berga]", closed: str = "2031-03-03") -> Files:
    return _consultation(
        f"asked: {asked}", f"answers: {{{', '.join(answers)}}}", f"closed: {closed}"
    )


SILENT = ("① VR151 - note",)
UNANSWERED = cases(
    None,
    everyone_answered=Case(_answers("alby: 2031-02-03", "berga: no-views")),
    an_answer_of_an_unknown_day_is_an_answer=Case(_answers("alby: answered", "berga: {}")),
    one_did_not=Case(_answers("alby: 2031-02-03", closed="①2031-03-03"), SILENT),
    nobody_did=Case(_answers(closed="①2031-03-03"), SILENT),
    not_yet_closed=Case(_consultation("asked: [alby, berga]", "answers: {alby: no-views}")),
    it_is_not_known_whom_it_was_sent_to=Case(_consultation("answers: {alby: no-views}", CLOSED)),
    of_all_one_did_not=Case(
        _answers("alby: no-views", "berga: no-views", asked="all", closed="①2031-03-03"), SILENT
    ),
    whoever_raised_the_matter_is_not_asked=Case(
        _consultation(
            "asked: all", "answers: {alby: no-views, berga: no-views}", CLOSED,
            more="initiator: regionen",
        )
    ),
    but_is_where_it_is_named=Case(
        _consultation(
            "asked: [alby, regionen]", "answers: {alby: no-views}", "closed: ①2031-03-03",
            more="initiator: regionen",
        ),
        SILENT,
    ),
)  # fmt: skip


def _points(*points: str, closed: str = CLOSED) -> Files:
    answered = "answers: {alby: 2031-02-03, berga: 2031-02-03}"
    return _consultation(answered, "points:", *(f"  - {point}" for point in points), closed)


def _point(more: str, identifier: str = "a", mark: str = "") -> str:
    return f"{mark}{{id: {identifier}, section: '2', from: [alby], view: Ja.{more}}}"


UP = "{id: a, title: Växeln, matter: 2031-001, purpose: [%s]}"


def _up(purpose: str) -> Files:
    return meeting("ra-2031-01", "2031-04-04", UP % purpose)


UNHANDLED = "① VR152 - warning"
POINTS = cases(
    None,
    handled_with_a_reason=Case(_points(_point(", handling: not-taken-in, reason: Dyrt."))),
    taken_in_needs_none=Case(_points(_point(", handling: taken-in"))),
    not_handled=Case(_points(_point("", mark="①")), (UNHANDLED,)),
    a_reason_is_no_handling=Case(_points(_point(", reason: Dyrt.", mark="①")), (UNHANDLED,)),
    not_taken_in_and_nobody_knows_why=Case(
        _points(_point(", handling: not-taken-in", mark="①")), (UNHANDLED,)
    ),
    left_for_later_and_nobody_knows_why=Case(
        _points(_point(", handling: later-process, title: Läget", mark="①")), (UNHANDLED,)
    ),
    clarified_and_nobody_knows_what=Case(
        _points(_point(", handling: clarified", mark="①")), (UNHANDLED,)
    ),
    two_of_three=Case(
        _points(
            _point("", "a", "①"), _point(", handling: taken-in", "b"), _point("", "c", "②")
        ),
        (UNHANDLED, "② VR152 - warning"),
    ),
    not_yet_compiled=Case(_points(_point(""), closed="due: 2031-02-14")),
    up_for_dialogue=Case(
        together(_points(_point(""), closed="due: 2031-02-14"), _up("dialogue"))
    ),
    up_for_a_position=Case(
        together(_points(_point("", mark="①"), closed="due: 2031-02-14"), _up("position")),
        (UNHANDLED,),
    ),
    compiled_and_up_for_a_position=Case(
        together(_points(_point("", mark="①")), _up("position")), (UNHANDLED,)
    ),
    up_for_a_position_at_a_meeting_that_was_cancelled=Case(
        together(
            _points(_point(""), closed="due: 2031-02-14"),
            meeting("ra-2031-01", "2031-04-04", UP % "position", more="cancelled: {reason: Snö}"),
        )
    ),
)  # fmt: skip

NOT_ASKED = "① VR153 - warning"


def _sent_by(senders: str, answers: str = "alby: 2031-02-03") -> Files:
    point = f"{{id: a, section: '2', from: [{senders}], view: Ja.}}"
    return _consultation(f"answers: {{{answers}}}", f"points: [{point}]")


STRANGERS = cases(
    None,
    an_answer_from_one_asked=Case(_consultation("asked: [alby]", "answers: {alby: no-views}")),
    an_answer_from_another=Case(
        _consultation("asked: [alby]", "answers: {①berga: 2031-02-03}"), (NOT_ASKED,)
    ),
    all_were_asked=Case(_consultation("asked: all", "answers: {berga: 2031-02-03}")),
    it_is_not_known_who_was=Case(_consultation("answers: {berga: 2031-02-03}")),
    a_view_from_one_who_answered=Case(_sent_by("alby")),
    a_view_from_one_who_did_not=Case(_sent_by("alby, ①berga"), (NOT_ASKED,)),
    a_view_from_one_who_had_none=Case(_sent_by("①alby", "alby: no-views"), (NOT_ASKED,)),
    a_view_from_a_group_by_name=Case(_sent_by("Grupp 1")),
    a_view_from_nobody_named=Case(_sent_by("")),
)  # fmt: skip


@each(UNANSWERED | POINTS | STRANGERS)
def test_consultations(tmp_path: Path, judged: None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


@pytest.mark.parametrize(
    "files",
    [_sent_by("①ingen"), _consultation("asked: [alby]", "answers: {①ingen: no-views}")],
    ids=["a view", "an answer"],
)
def test_one_who_does_not_exist_is_told_of_once(tmp_path: Path, files: Files) -> None:
    places = write_repo(tmp_path, council(files))
    assert findings(tmp_path) == placed(("① VR101 - error",), places)


def test_the_file_of_an_answer_is_looked_for(tmp_path: Path) -> None:
    files = _consultation("answers: {alby: {file: ①attachments/2031-001/svar.pdf}}")
    places = write_repo(tmp_path, council(files))
    assert findings(tmp_path) == placed(("① VR131 - error",), places)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            _consultation("answers: {alby: ①{no_views: true, stance: opposes}}"),
            "Svaret kan inte både vara utan synpunkter (no_views) och ha dem (stance).",
        ),
        (
            _consultation("①sent: 2031-03-02", "due: 2031-03-01"),
            "Due ligger före sent.",
        ),
        (
            _consultation("①sent: 2031-03-02", "due: 2031-03-02", "closed: 2031-03-01"),
            "Closed ligger före sent.",
        ),
        (
            _consultation("answers: {alby: ①no-view}"),
            "Skriv datum som ÅÅÅÅ-MM-DD, inte ”no-view”.",
        ),
        (
            _consultation("①answers: {alby: 2031-02-03}", f"points: [{_point('')}, {_point('')}]"),
            "Två synpunkter har id ”a”: ge den ena ett annat.",
        ),
        (
            _points("{id: a, section: '2', view: Ja., from: [①{party: alby, name: Alby}]}"),
            "Ange antingen party (id i structure.yaml) eller name.",
        ),
    ],
)
def test_what_a_consultation_cannot_say(tmp_path: Path, files: Files, message: str) -> None:
    places = write_repo(tmp_path, council(files))
    (found,) = outcome(tmp_path).findings
    at = found.location
    assert (found.code, found.message) == ("VR005", message)
    assert f"{at.path}:{at.line}:{at.column}" == places["①"]


@pytest.mark.parametrize("stance", ["supports", "supports-with-views", "opposes"])
def test_an_answer_of_an_unknown_day_can_say_where_the_party_stands(
    tmp_path: Path, stance: str
) -> None:
    files = _consultation(f"answers: {{alby: {{date: null, stance: {stance}}}}}", "asked: [alby]")
    write_repo(tmp_path, council(files))
    assert findings(tmp_path) == []
