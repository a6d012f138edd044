"""A new meeting: its id, and what its agenda begins with."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from tests import repos
from tests.edit.meetings import data_faults, known
from vrtool.dates import Hours
from vrtool.edit.new_meeting import Laid, Wanted, lay_out
from vrtool.errors import CannotDo
from vrtool.model.meeting import Mode

DAY = date(2031, 4, 4)
PREPARED = "purpose: [preparation], outcome: {kind: prepared, next: rad"
CASE = "id: 2031-001\ntitle: Växeln\ninitiator: alby\ngoal: position\n"
STANDING = "    standing_items: [Övriga frågor, 'Mötet: slut']\n    chair: rad/ordforande\n"
PLACES = "N: {title: Plats, rule: VR401, strength: shall, paragraph: '1', with: {forums: [bredd]}}"


def _repo(root: Path, files: repos.Files | None = None, *, norms: str = "") -> None:
    written = repos.council(dict(files or {}), norms=norms)
    forms = written["working-forms/former.yaml"]
    forms = forms.replace("    chair: rad/ordforande\n", STANDING, 1)
    repos.write_repo(root, {**written, "working-forms/former.yaml": forms})


def _meeting(
    key: str, day: str, items: str = "", forum: str = "rad", more: str = ""
) -> repos.Files:
    agenda = "".join(f"    - {item}\n" for item in dedent(items).strip().split("\n") if item)
    text = f"id: {key}\nforum: {forum}\ndate: {day}\n{more}"
    return {f"meetings/{key}.yaml": text + (f"agenda:\n  items:\n{agenda}" if agenda else "")}


def _made(root: Path, files: repos.Files | None = None, *, norms: str = "") -> tuple[Laid, str]:
    """A meeting of the council laid out, and its agenda in the file."""
    _repo(root, files, norms=norms)
    done = lay_out(root, Wanted("rad", DAY))
    assert data_faults(root) == []
    return done, done.files[0].read_text(encoding="utf-8").partition("  items:\n")[2]


def test_what_is_known_of_it_is_written_and_the_standing_items_wait(tmp_path: Path) -> None:
    _repo(tmp_path)
    hours = Hours.parse("13:00–15:00")
    wanted = Wanted("rad", DAY, date(2031, 4, 5), hours, Mode.HYBRID, "Salen: stora")
    done = lay_out(tmp_path, wanted)
    assert done.files == (tmp_path / "data/meetings/ra-2031-01.yaml",)
    assert done.files[0].read_text(encoding="utf-8") == dedent("""\
        id: ra-2031-01
        forum: rad
        date: 2031-04-04
        to: 2031-04-05
        hours: 13:00–15:00
        mode: hybrid
        place: 'Salen: stora'
        agenda:
          items:
            - id: ovriga-fragor
              title: Övriga frågor
              kind: standing
            - id: motet-slut
              title: 'Mötet: slut'
              kind: standing
    """)
    assert done.carried == ()
    assert done.remarks == ("5\xa0april\xa02031 är en lördag.",)


def test_a_forum_without_standing_items_gets_no_agenda(tmp_path: Path) -> None:
    _repo(tmp_path)
    done = lay_out(tmp_path, Wanted("beredning", DAY))
    assert done.files[0].read_text(encoding="utf-8") == (
        "id: be-2031-01\nforum: beredning\ndate: 2031-04-04\n"
    )


# The id


def test_no_number_is_given_twice(tmp_path: Path) -> None:
    _repo(
        tmp_path,
        {
            **_meeting("ra-2031-03", "2031-02-07", more="cancelled: {reason: Snö.}\n"),
            **_meeting("ra-2031-05", "2032-02-06", more="moved: [{from: 2031-02-08}]\n"),
            **_meeting("ra-2032-09", "2032-02-07"),
            **_meeting("br-2031-11", "2031-02-07", forum="bredd"),
            "meetings/ra-2031-07.yaml": "id: [",
            "meetings/ra-2031-extra.yaml": "id: ra-2031-extra\nforum: rad\ndate: 2031-01-10\n",
        },
    )
    assert lay_out(tmp_path, Wanted("rad", DAY)).meeting.id == "ra-2031-08"
    assert lay_out(tmp_path, Wanted("rad", date(2033, 1, 7))).meeting.id == "ra-2033-01"


def _one(root: Path, day: date) -> str:
    return lay_out(root, Wanted("beredning", day)).meeting.id


def test_several_at_once_get_an_id_each(tmp_path: Path) -> None:
    _repo(tmp_path)
    days = [DAY + timedelta(days=number) for number in range(6)]
    with ProcessPoolExecutor(3) as pool:
        ids = [*pool.map(_one, [tmp_path] * len(days), days)]
    assert sorted(ids) == [f"be-2031-0{number}" for number in range(1, 7)]
    assert sorted(known(tmp_path).meetings) == sorted(ids)


def test_a_day_the_forum_has_a_meeting_is_refused(tmp_path: Path) -> None:
    _repo(tmp_path, _meeting("ra-2031-01", "2031-04-04"))
    with pytest.raises(CannotDo, match=r"Rådet har redan ett möte 4\xa0april\xa02031: ra-2031-01"):
        lay_out(tmp_path, Wanted("rad", DAY))
    assert sorted(known(tmp_path).meetings) == ["ra-2031-01"]


# What is carried over


def test_the_notes_of_the_last_meeting_come_first(tmp_path: Path) -> None:
    held = _meeting("ra-2031-01", "2031-01-10", "{id: a, title: A, outcome: {kind: noted}}")
    snow = _meeting("ra-2031-02", "2031-02-14", more="cancelled: {reason: Snö.}\n")
    done, agenda = _made(tmp_path, {**held, **snow, **_meeting("ra-2031-04", "2031-06-13")})
    assert agenda.startswith(
        "    - id: foregaende-motes-minnesanteckningar\n"
        "      title: Föregående mötes minnesanteckningar\n"
        "      kind: standing\n"
        "      earlier: [ra-2031-01]\n"
        "    - id: ovriga-fragor\n"
    )
    assert done.carried == ()


def test_open_assignments_wait_to_be_reported_on(tmp_path: Path) -> None:
    works = (
        '{id: w1, receiver: beredning, task: "Skriv\\n# om *växeln*", due: 2031-05-02}, '
        "{id: w2, receiver: alby}, {id: w3, receiver: alby}"
    )
    given = f"{{id: a, title: A, outcome: {{kind: assigned, assignments: [{works}]}}}}"
    told = "{id: b, title: B, outcome: {kind: noted, reports: [{assignment: w3, done: true}]}}"
    files = {
        **_meeting("ra-2031-01", "2031-01-10", given),
        **_meeting("ra-2031-02", "2031-02-14", told),
    }
    done, agenda = _made(tmp_path, files)
    assert (
        "    - id: uppfoljning-av-uppdrag\n"
        "      title: Uppföljning av uppdrag\n"
        "      kind: standing\n"
        "      # Öppna uppdrag att rapportera om:\n"
        "      # - w1: Skriv # om *växeln* (beredningen, senast 2 maj 2031)\n"
        "      # - w2: A (Alby)\n"
    ) in agenda
    assert done.carried == ("öppna uppdrag: w1, w2",)
    assert lay_out(tmp_path, Wanted("rad", date(2031, 5, 9))).carried == ()  # not the next meeting


def test_what_was_postponed_comes_up_again(tmp_path: Path) -> None:
    items = """
        {id: a, title: Läget, label: läget, purpose: [information], outcome: {kind: postponed}}
        {id: b, title: B, matter: 2031-001, minutes: 20, start: 13:00, outcome: {kind: postponed}}
        {id: ovriga-fragor, title: C, outcome: {kind: postponed}}
        {id: d, title: D, outcome: {kind: postponed, next: bredd}}
        {id: e, title: E, outcome: {kind: postponed, meeting: ra-2031-06}}
        {id: f, title: F, outcome: {kind: postponed}}
    """
    files = {
        "matters/2031-001-v.yaml": CASE,
        **_meeting("ra-2031-01", "2031-01-10", items),
        **_meeting("ra-2031-06", "2031-06-13", "{id: x, title: F, earlier: [ra-2031-01/f]}"),
    }
    done, agenda = _made(tmp_path, files)
    assert dedent(agenda.partition("earlier: [ra-2031-01]\n")[2]) == dedent("""\
        - id: a
          title: Läget
          purpose: [information]
          label: läget
          earlier: [ra-2031-01/a]
          # Bordlagt vid rådet 10 januari 2031.
        - id: b
          title: B
          matter: 2031-001
          minutes: 20
          # Bordlagt vid rådet 10 januari 2031.
        - id: ovriga-fragor
          title: C
          earlier: [ra-2031-01/ovriga-fragor]
          # Bordlagt vid rådet 10 januari 2031.
        - id: ovriga-fragor-2
          title: Övriga frågor
          kind: standing
        - id: motet-slut
          title: 'Mötet: slut'
          kind: standing
    """)
    assert len(done.carried) == 3
    assert done.carried[1] == "2031-001 (bordlagt vid rådet 10\xa0januari\xa02031)"
    assert lay_out(tmp_path, Wanted("rad", date(2031, 5, 9))).carried == ()  # it is up on 4 April
    elsewhere = lay_out(tmp_path, Wanted("bredd", date(2031, 5, 9)))
    assert elsewhere.carried == ("D (bordlagt vid rådet 10\xa0januari\xa02031)",)


def _came(root: Path, outcome: str, matter: str = CASE, norms: str = "", **more: str) -> list[str]:
    """What follows the id of the matter's item, where the beredning sent it on."""
    item = f"{{id: v, title: Växeln, matter: 2031-001, {outcome}}}}}"
    files = {
        "matters/2031-001-v.yaml": matter,
        **_meeting("be-2031-01", "2031-03-07", item, forum="beredning"),
        **{f"meetings/{key.replace('_', '-')}.yaml": text for key, text in more.items()},
    }
    _, agenda = _made(root, files, norms=norms)
    lines = [
        line.strip() for line in agenda.partition("- id: v\n")[2].split("- id:")[0].split("\n")
    ]
    return [line for line in lines if line]


def test_what_was_prepared_for_the_forum_waits_for_it(tmp_path: Path) -> None:
    assert _came(tmp_path, f"{PREPARED}, minutes: 25") == [
        *("title: Växeln", "matter: 2031-001", "purpose: [position]", "minutes: 25"),
        "# Berett vid beredningen 7 mars 2031.",
    ]


@pytest.mark.parametrize(
    ("goal", "purpose"),
    [
        ("goal: anchoring\n", "purpose: [dialogue]"),
        ("goal: information\n", "purpose: [information]"),
        ("", None),
    ],
)
def test_it_is_up_for_what_the_matter_is_to_end_in(
    tmp_path: Path, goal: str, purpose: str | None
) -> None:
    came = _came(tmp_path, PREPARED, CASE.replace("goal: position\n", goal))
    assert came == [
        line
        for line in ("title: Växeln", "matter: 2031-001", purpose, came[-1])
        if line is not None
    ]


def test_a_forum_that_takes_no_positions_is_to_arrive_at_none(tmp_path: Path) -> None:
    assert "purpose: [position]" not in _came(tmp_path, PREPARED, norms=PLACES)


def test_what_was_sent_back_is_to_be_prepared(tmp_path: Path) -> None:
    came = _came(tmp_path, "purpose: [position], outcome: {kind: returned, next: rad")
    assert came[2:] == ["purpose: [preparation]", "# Återremitterat vid beredningen 7 mars 2031."]


@pytest.mark.parametrize("status", ["closed", "withdrawn"])
def test_a_matter_that_is_ended_waits_no_longer(tmp_path: Path, status: str) -> None:
    assert _came(tmp_path, PREPARED, f"{CASE}status: {status}\n") == []


@pytest.mark.parametrize(
    ("key", "head", "outcome", "waits"),
    [
        # The forum has had it up since, or has it on a planned agenda …
        ("ra_2031_01", "forum: rad\ndate: 2031-03-14", "", False),
        ("ra_2031_01", "forum: rad\ndate: 2031-09-05", "", False),
        # … but not before it was prepared, nor at a meeting that was cancelled.
        ("ra_2031_01", "forum: rad\ndate: 2031-02-07", "", True),
        ("ra_2031_01", "forum: rad\ndate: 2031-03-14\ncancelled: {reason: Snö.}", "", True),
        # What another forum does changes nothing, unless it is withdrawn there.
        ("br_2031_01", "forum: bredd\ndate: 2031-03-14", ", outcome: {kind: noted}", True),
        ("br_2031_01", "forum: bredd\ndate: 2031-03-14", ", outcome: {kind: withdrawn}", False),
    ],
)
def test_how_long_it_waits(
    tmp_path: Path, *, key: str, head: str, outcome: str, waits: bool
) -> None:
    agenda = f"agenda: {{items: [{{id: q, title: Q, matter: 2031-001{outcome}}}]}}"
    file = {key: f"id: {key.replace('_', '-')}\n{head}\n{agenda}\n"}
    assert bool(_came(tmp_path, PREPARED, **file)) is waits


def test_prepared_twice_it_is_up_once(tmp_path: Path) -> None:
    again = f"{{id: v2, title: Växeln igen, matter: 2031-001, {PREPARED}, minutes: 5}}}}"
    files = {
        "matters/2031-001-v.yaml": CASE,
        **_meeting(
            "be-2031-01", "2031-02-07", again.replace("minutes: 5", "minutes: 9"), "beredning"
        ),
        **_meeting("be-2031-02", "2031-03-07", again, "beredning"),
    }
    done, agenda = _made(tmp_path, files)
    assert done.carried == ("2031-001 (berett vid beredningen 7\xa0mars\xa02031)",)
    assert "minutes: 5" in agenda
