"""What is told of two states of a council's records: all that happened, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.two import MATTER, MEETING, compared, meeting, told
from tests.repos import FORMS, ROSTERS

HEAD = "Rådet 14 februari 2031 (ra-2031-01)"
ITEM = "Punkten ”Gemensam växel” (2031-001)"

CASES = {
    "an item is added": (
        meeting(
            "    - {id: ovrigt",
            "    - {id: ny, title: Årshjulet, purpose: [dialogue]}\n    - {id: ovrigt",
        ),
        ["  + Ny punkt 3: ”Årshjulet”, för dialog"],
    ),
    "an item is withdrawn": (
        meeting("    - {id: oppnande, title: Mötet öppnas, purpose: [procedure]}\n", ""),
        ["  - Punkten ”Mötet öppnas” utgår"],
    ),
    "the purpose changes": (
        meeting(
            "matter: 2031-001\n      purpose: [information]",
            "matter: 2031-001\n      purpose: [position]",
        ),
        [f"  ~ {ITEM}: syfte: information → ställningstagande"],
    ),
    "a paper is added and one goes": (
        meeting("[Lägesrapport]", "[Kalkyl]"),
        [
            "  - Handlingen ”Lägesrapport” till punkten ”Gemensam växel” (2031-001) tas bort",
            "  + Ny handling till punkten ”Gemensam växel” (2031-001): Kalkyl",
        ],
    ),
    "the end moves": (
        meeting("13:00–15:00", "13:00–16:30"),
        ["  ~ Mötet slutar: kl. 15.00 → kl. 16.30"],
    ),
    "the hours move": (
        meeting("13:00–15:00", "09:00–11:00"),
        ["  ~ Mötestiden: kl. 13.00–15.00 → kl. 09.00–11.00"],
    ),
    "the meeting is cancelled": (
        meeting("agenda:", "cancelled: {reason: För få ärenden}\nagenda:"),
        ["  ~ Mötet ställs in: För få ärenden"],
    ),
    "a deviation is recorded": (
        {
            "meetings/ra-2031-01.yaml": MEETING
            + "deviations: [{norm: A-3.1, on: vaxel, reason: Brådskande}]\n"
        },
        ["  + Avsteg från A-3.1 för ”Gemensam växel”: Brådskande"],
    ),
    "the outcome and its position": (
        meeting(
            "papers: [Lägesrapport]",
            "papers: [Lägesrapport]\n      outcome: {kind: position, text: as-proposed}",
        ),
        [
            f"  + {ITEM}: resultat: ställningstagande",
            f"  + {ITEM}: resultat, text: enligt förslaget",
        ],
    ),
    "people present are told together": (
        {"meetings/ra-2031-01.yaml": MEETING + "minutes: {attendance: {present: [anna, bo]}}\n"},
        ["  + Minnesanteckningar, närvaro, närvarande: Anna Ek och Bo Lind"],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_meeting_changes(tmp_path: Path, case: str) -> None:
    after, expected = CASES[case]
    assert told(tmp_path, after) == [HEAD, *expected]


def test_only_the_item_that_was_moved_is_told_of(tmp_path: Path) -> None:
    last = "    - {id: ovrigt, title: Övriga frågor, purpose: [information]}\n"
    first = "    - {id: oppnande"
    after = MEETING.replace(last, "").replace(first, last + first)
    assert told(tmp_path, {"meetings/ra-2031-01.yaml": after}) == [
        HEAD,
        "  ~ Punkten ”Övriga frågor” flyttas: plats 3 → plats 1",
    ]


def test_a_meeting_moved_and_its_file_renamed_is_the_same_meeting(tmp_path: Path) -> None:
    after = {"meetings/ra-2031-01-b.yaml": MEETING.replace("2031-02-14", "2031-02-21")}
    lines = told(tmp_path, after, gone=("meetings/ra-2031-01.yaml",))
    assert lines == [
        "Rådet 21 februari 2031 (ra-2031-01)",
        "  ~ Mötet flyttas: fredagen den 14 februari 2031 → fredagen den 21 februari 2031",
    ]


def test_an_item_that_goes_to_another_meeting_is_told_where(tmp_path: Path) -> None:
    lines = MEETING.split("\n")
    kept = [line for line in lines if line not in lines[lines.index("    - id: vaxel") :][:5]]
    other = MEETING.replace("ra-2031-01", "ra-2031-02").replace("2031-02-14", "2031-04-11")
    after = {"meetings/ra-2031-01.yaml": "\n".join(kept), "meetings/ra-2031-02.yaml": other}
    assert f"  - {ITEM} utgår (finns nu på rådet 11 april 2031)" in told(tmp_path, after)


def test_an_item_for_a_position_without_a_brief_says_so(tmp_path: Path) -> None:
    bare = {"matters/2031-002-natet.yaml": "id: 2031-002\ntitle: Nätet\n"}
    item = "    - {id: natet, title: Nätet, matter: 2031-002, purpose: [position]}\n"
    after = {"meetings/ra-2031-01.yaml": MEETING + item}
    assert told(tmp_path, after, before=bare) == [
        HEAD,
        "  + Ny punkt 4: ”Nätet” (2031-002), för ställningstagande; underlaget saknas",
    ]


def test_a_proposal_is_compared_word_by_word(tmp_path: Path) -> None:
    after = {"matters/2031-001-vaxel.yaml": MATTER.replace("alla tre parter", "två parter")}
    assert told(tmp_path, after) == [
        "Ärendet 2031-001 Gemensam växel",
        (
            "  ~ Underlaget, förslag: Rådet ställer sig bakom en gemensam växel för "
            "[-alla tre-]{+två+} parter från år 2032."
        ),
    ]


def test_a_new_and_a_lost_matter(tmp_path: Path) -> None:
    after = {"matters/2031-003-nytt.yaml": "id: 2031-003\ntitle: Nytt\ninitiator: alby\n"}
    lines = told(tmp_path, after, gone=("matters/2031-001-vaxel.yaml",))
    assert lines == [
        "Ärendet 2031-001 Gemensam växel",
        "  - Ärendet är borttaget",
        "Ärendet 2031-003 Nytt",
        "  + Nytt ärende: väckt av Alby, underlaget saknas",
    ]


def test_a_chair_is_replaced(tmp_path: Path) -> None:
    rosters = ROSTERS.replace(
        "alby/kso: [{who: anna, from: 2030-01-01}]",
        "alby/kso: [{who: anna, from: 2030-01-01, to: 2031-02-28}, {who: asta, from: 2031-03-01}]",
    )
    assert told(tmp_path, {"forums.yaml": rosters}) == [
        "Personer och uppdrag",
        "  ~ Anna Ek slutar som kommunstyrelsens ordförande i Alby: till och med 28 februari 2031",
        "  + Asta Al blir kommunstyrelsens ordförande i Alby: från och med 1 mars 2031",
    ]


def test_seats_and_people_come_and_go(tmp_path: Path) -> None:
    rosters = ROSTERS.replace(
        "    deputies: [{who: arne, from: 2030-01-01}]\n",
        "  sf/alby/2: {declined: 2031-01-20}\n",
    ).replace("  arne: {name: Arne Al, party: alby}\n", "  carl: {name: Carl Ny, party: berga}\n")
    assert told(tmp_path, {"forums.yaml": rosters}) == [
        "Personer och uppdrag",
        "  - Arne Al tas bort ur förteckningen",
        "  + Ny person: Carl Ny, Berga",
        ("  - Arne Al står inte längre på ersättarplatsen sf/alby/1: från och med 1 januari 2030"),
        "  + Platsen sf/alby/2 är avböjd: 20 januari 2031",
    ]


NORM = "  A-1: {title: Ett, unchecked: Går inte, strength: should, paragraph: '1'}\n"


def test_norms_change_one_by_one(tmp_path: Path) -> None:
    before = {"working-forms/former.yaml": f"{FORMS}norms:\n{NORM}{NORM.replace('A-1', 'A-2')}"}
    new = NORM.replace("should", "shall") + NORM.replace("A-1", "A-3")
    after = {"working-forms/former.yaml": f"{FORMS}norms:\n{new}"}
    assert told(tmp_path, after, before=before) == [
        "Rådets arbetsformer (former)",
        "  - Normen A-2 utgår: Ett (bör, 1)",
        "  ~ Normen A-1: styrka: bör → ska",
        "  + Ny norm A-3: Ett (bör, 1)",
    ]


@pytest.mark.parametrize(
    "after",
    [
        {"meetings/ra-2031-01.yaml": f"# En kommentar\n{MEETING}"},
        {"meetings/ra-2031-01.yaml": MEETING.replace("\n", "\r\n")},
        meeting("hours: 13:00–15:00", 'hours: "13:00–15:00"\npublic: true'),
        meeting("[Lägesrapport]", "[{title: Lägesrapport}]"),
        {"matters/2031-001-vaxel.yaml": "\n".join(reversed(MATTER.strip().split("\n")[:3]))
            + "\n" + "\n".join(MATTER.strip().split("\n")[3:]) + "\n"},
        {"forums.yaml": ROSTERS.replace("  anna: {name: Anna Ek, party: alby}\n", "").replace(
            "offices:\n", "  anna: {name: Anna Ek, party: alby}\noffices:\n")},
    ],
    ids=["comment", "line ends", "quotes and defaults", "long form", "order", "order of a map"],
)  # fmt: skip
def test_nothing_is_said_of_how_it_is_written(tmp_path: Path, after: dict[str, str]) -> None:
    found = compared(tmp_path, after)
    assert (found.records, found.unread) == ((), ())


def test_a_file_that_cannot_be_read_is_named_and_the_rest_compared(tmp_path: Path) -> None:
    after = {
        "meetings/ra-2031-01.yaml": "id: [",
        "matters/2031-001-vaxel.yaml": MATTER.replace("växel\n", "ny växel\n"),
    }
    found = compared(tmp_path, after)
    assert [record.id for record in found.records] == ["2031-001"]
    (unread,) = found.unread
    assert (unread.side, unread.path, unread.line) == ("ny", "data/meetings/ra-2031-01.yaml", 1)


def test_a_field_that_goes_back_to_what_it_mostly_is_tells_both(tmp_path: Path) -> None:
    closed = {"matters/2031-001-vaxel.yaml": f"{MATTER}status: closed\npublic: false\n"}
    lines = told(tmp_path, {"matters/2031-001-vaxel.yaml": MATTER}, before=closed)
    assert lines[1:] == ["  ~ Läge: avslutat → öppet", "  ~ Offentligt: nej → ja"]


def test_a_false_is_told_apart_from_nothing(tmp_path: Path) -> None:
    before = meeting("papers: [Lägesrapport]", "outcome: {kind: position}")
    after = meeting("papers: [Lägesrapport]", "outcome: {kind: position, consensus: false}")
    assert told(tmp_path, after, before=before) == [HEAD, f"  + {ITEM}: resultat, enighet: nej"]


def test_all_is_told_apart_from_not_known(tmp_path: Path) -> None:
    before = {"matters/2031-001-vaxel.yaml": f"{MATTER}consultation: {{due: 2031-03-01}}\n"}
    after = {
        "matters/2031-001-vaxel.yaml": f"{MATTER}consultation: {{due: 2031-03-01, asked: all}}\n"
    }
    assert told(tmp_path, after, before=before)[1:] == ["  + Remissen, tillfrågade: alla"]


def test_addresses_are_nobody_elses_business(tmp_path: Path) -> None:
    found = compared(tmp_path, {"contacts.yaml": "parties: {alby: {to: [a@exempel.se]}}\n"})
    assert found.records == ()
