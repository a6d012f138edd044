"""What else a notice tells: open assignments, recorded deviations, the next meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import repos
from tests.documents.agendas import ID, lines, meeting, plain, register, section, view, view_of
from vrtool.documents.agenda_view import AgendaView

ITEM = "- {id: a, title: Växeln, text: Text.}"


GIVEN = """
id: ra-2031-01
forum: {forum}
date: 2031-01-17
agenda:
  items:
    - id: x
      title: Växeln
      outcome:
        kind: assigned
        assignments:
          - id: utred
            task: Utred växeln.
            giver: {giver}
            receiver: {receiver}
            due: 2031-04-01
          - {{id: klart, receiver: bo}}
"""
TOLD = """
id: be-2031-01
forum: beredning
date: {day}
agenda:
  items:
    - id: x
      title: Växeln
      outcome:
        kind: noted
        reports: [{{assignment: utred, text: Halvvägs.}}, {{assignment: klart, done: true}}]
"""


def _assignments(
    root: Path, *, forum: str = "rad", giver: str = "rad", receiver: str = "alby", day: str
) -> AgendaView:
    files = {
        "meetings/ra-2031-01.yaml": GIVEN.format(forum=forum, giver=giver, receiver=receiver),
        "meetings/be-2031-01.yaml": TOLD.format(day=day),
    }
    return view(root, meeting(ITEM), files)


def test_open_assignments_are_those_not_yet_reported_done(tmp_path: Path) -> None:
    shown = _assignments(tmp_path, day="2031-02-14")
    assert section(shown, "## Öppna uppdrag") == [
        "- Utred växeln.",
        "    Alby · senast 1 april 2031 · gavs vid rådet 17 januari 2031",
        "    Rapporterat vid beredningen 14 februari 2031: Halvvägs.",
    ]


def test_a_later_report_does_not_close_an_assignment(tmp_path: Path) -> None:
    shown = _assignments(tmp_path, day="2031-03-20")
    assert [(w.id, w.task, w.receiver, w.reported) for w in shown.assignments] == [
        ("utred", "Utred växeln.", "Alby", ""),
        ("klart", "Växeln", "Bo Lind", ""),
    ]


def test_assignments_concern_the_forum_that_gave_or_received_them(tmp_path: Path) -> None:
    def given(giver: str, receiver: str) -> list[str]:
        shown = _assignments(
            tmp_path, forum="bredd", giver=giver, receiver=receiver, day="2031-03-20"
        )
        return [plain(work.given) for work in shown.assignments]

    assert given("rad", "alby") == ["breda rådet 17 januari 2031, av rådet"]
    assert given("alby", "rad") == ["breda rådet 17 januari 2031, av Alby"]
    assert given("bredd", "beredning") == []


NORM = (
    "N: {title: Ärendet har beretts., rule: VR301, strength: should, paragraph: '3.1', "
    "applies: {forums: [rad]}, with: {forum: beredning}}"
)


def _deviations(root: Path, *written: str) -> list[str]:
    """The deviations' section when the matter has these."""
    matter = "id: 2031-001\ntitle: Bilen\ndeviations:\n" + "".join(f"  - {w}\n" for w in written)
    items = "- {id: a, title: Växeln}\n- {id: b, title: Bilen, matter: 2031-001}"
    accepted = "accepted: {by: rut, date: 2031-03-01}"
    own = f"deviations: [{{norm: N, on: a, reason: Det brådskar., {accepted}}}]"
    files = {
        "matters/2031-001-bilen.yaml": matter,
        "working-forms/former.yaml": repos.forms(NORM),
        "deviations.yaml": f"deviations: [{{norm: X, on: {ID}, reason: Ett år.}}]",
    }
    return section(view(root, meeting(items, more=own), files), "## Antecknade avsteg")


def test_deviations_tell_norm_reason_and_who_accepted(tmp_path: Path) -> None:
    assert _deviations(tmp_path, "{norm: N, reason: Samma dag.}") == [
        "- X",
        "    Avsteg: Ett år.",
        "- **Punkt 1, Växeln.** Arbetsformerna 3.1: Ärendet har beretts.",
        "    Avsteg: Det brådskar.",
        "    Godkänt av Rut Gran 1 mars 2031.",
        "- **Punkt 2, Bilen.** Arbetsformerna 3.1: Ärendet har beretts.",
        "    Avsteg: Samma dag.",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "{norm: N, reason: Nej., until: 2031-03-13}",
        "{norm: N, reason: Nej., on: ra-2031-09}",
        "{norm: N, reason: Nej., forum: bredd}",
        "{norm: Y, reason: Nej.}",
        "{norm: N, reason: Nej., accepted: {by: presidiet, date: 2031-03-15}}",
    ],
)
def test_a_matters_deviation_that_does_not_bear_on_the_meeting_is_left_out(
    tmp_path: Path, written: str
) -> None:
    assert not any("Nej." in line for line in _deviations(tmp_path, written))


def _other(identifier: str, rest: str) -> dict[str, str]:
    return {f"meetings/{identifier}.yaml": f"id: {identifier}\nforum: rad\n{rest}\n"}


def test_the_next_meeting_is_the_forums_next_that_is_not_cancelled(tmp_path: Path) -> None:
    files = {
        **_other("ra-2031-03", "date: 2031-04-11\ncancelled: {reason: x}"),
        **_other("ra-2031-04", "date: 2031-05-09\nhours: 13:00–15:00\nplace: Berga"),
        **_other("ra-2031-05", "date: 2031-06-13"),
    }
    assert section(view(tmp_path, meeting(), files), "## Nästa möte") == [
        "Fredagen den 9 maj 2031 kl. 13.00–15.00, Berga"
    ]


def test_where_meetings_may_be_missing_it_is_the_next_one_known(tmp_path: Path) -> None:
    files = _other("ra-2032-01", "date: 2032-01-16")
    assert "## Nästa kända möte" in lines(view(tmp_path, meeting(more="known: items"), files))
    assert "## Nästa möte" in lines(view_of(register(tmp_path, meeting(), files)))
    assert view_of(register(tmp_path, meeting(), files), "ra-2032-01").next_meeting == ()
