"""Finding what a person means: ids, names and days, forgivingly; and what is said of a miss."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.repos import ROSTERS, council, register, structure, write_repo
from tests.rules.cases import matter, meeting, together
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register import choose
from vrtool.register.choose import SeveralFitError
from vrtool.register.load import load
from vrtool.register.register import Register

RENAMED = (
    "names: [{name: Stora utskottet, short_name: utskottet}, "
    "{name: Lilla rådet, short_name: rådet, from: 2031-03-01}]"
)
FILES = together(
    {
        "structure.yaml": structure().replace(
            "names: [{name: Lilla rådet, short_name: rådet}]", RENAMED
        )
    },
    matter(),
    {"matters/2031-002-b.yaml": "id: 2031-002\ntitle: Vägen till Åmål\n"},
    {"matters/2031-003-c.yaml": "id: 2031-003\ntitle: Vägen hem\n"},
    meeting("ra-2031-01", "2031-02-07"),
    meeting("ra-2031-02", "2031-04-04", hours="09:00–10:00"),
    meeting("ra-2031-03", "2031-04-04", hours="13:00–15:00"),
    meeting("ra-2032-01", "2032-02-06"),
    meeting("br-2031-01", "2031-04-03", more="to: 2031-04-04"),
    meeting("br-2031-02", "2031-12-12", more="cancelled: {reason: Snö}"),
)


@pytest.fixture
def known(tmp_path: Path) -> Register:
    return register(tmp_path, council(FILES))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ra-2031-01", "ra-2031-01"),
        ("RA-2031-01", "ra-2031-01"),
        ("ra 2031 01", "ra-2031-01"),
        ("ra@2031-02-07", "ra-2031-01"),
        ("ra@7feb2031", "ra-2031-01"),
        ("ra@7/2-2031", "ra-2031-01"),
        ("ra@7 februari 2031", "ra-2031-01"),
        ("rad@2031-02", "ra-2031-01"),
        ("Rådet@2031-02-07", "ra-2031-01"),
        ("lilla rådet@2032", "ra-2032-01"),
        ("radet@2031-02-07", "ra-2031-01"),
        ("utskottet@2031-02-07", "ra-2031-01"),
        ("Stora Utskottet@2032-02-06", "ra-2032-01"),
        ("br@2031-04-03", "br-2031-01"),
        ("br@4 apr", "br-2031-01"),
        ("br@dec", "br-2031-02"),
    ],
)
def test_a_meeting(known: Register, text: str, found: str) -> None:
    assert choose.meeting(known, text).id == found


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "ra-2031-09",
            [
                "Det finns inget möte ”ra-2031-09”.",
                "Menade du ra-2031-01",
                "Skriv mötets id eller FORUM@DATUM; vr meeting list visar alla.",
            ],
        ),
        ("", ["Det finns inget möte ””."]),
        ("ra@9 maj 2031", ["Rådet har inget möte ”9 maj 2031”.", "De senaste är", "2032-02-06"]),
        ("sf@2031", ["Sakforumet har inget möte ”2031”."]),
        ("ra@någon gång", ["”ra@någon gång”: förstår inte dagen"]),
        ("ra@31 feb", ["dagen ”31 feb” finns inte"]),
        (
            "raad@2031-02-07",
            [
                "Det finns inget forum ”raad”.",
                "Menade du",
                "Forumen är beredning, bredd, rad och sakforum.",
            ],
        ),
        ("@2031-02-07", ["Det finns inget forum ””."]),
    ],
)
def test_no_meeting(known: Register, text: str, sentences: list[str]) -> None:
    with pytest.raises(WrongUsage) as caught:
        choose.meeting(known, text)
    assert not isinstance(caught.value, SeveralFitError)
    for sentence in sentences:
        assert sentence in str(caught.value)


def test_a_forum_without_meetings_has_no_latest(known: Register) -> None:
    with pytest.raises(WrongUsage) as caught:
        choose.meeting(known, "sf@2031")
    assert "De senaste" not in str(caught.value)


def test_several_meetings(known: Register) -> None:
    with pytest.raises(SeveralFitError) as caught:
        choose.meeting(known, "ra@2031-04-04")
    assert [one.id for one in caught.value.meetings] == ["ra-2031-02", "ra-2031-03"]
    assert "passar flera möten: ra-2031-02 (" in str(caught.value)
    assert str(caught.value).endswith("Skriv mötets id.")


def test_a_month_without_year_is_that_of_any_year(known: Register) -> None:
    with pytest.raises(SeveralFitError) as caught:
        choose.meeting(known, "ra@feb")
    assert [one.id for one in caught.value.meetings] == ["ra-2031-01", "ra-2032-01"]


def test_a_meeting_whose_file_is_broken(tmp_path: Path) -> None:
    write_repo(tmp_path, council({"meetings/ra-2031-09.yaml": "id: [\n"}))
    known = load(tmp_path).register
    assert known is not None
    with pytest.raises(CannotDo, match="Filen för ra-2031-09 går inte att läsa"):
        choose.meeting(known, "RA-2031-09")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2031-001", "2031-001"),
        ("växeln", "2031-001"),
        ("VÄXEL", "2031-001"),
        ("åmål", "2031-002"),
        ("till amal", "2031-002"),
    ],
)
def test_a_matter(known: Register, text: str, found: str) -> None:
    assert choose.matter(known, text).id == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("vägen", "”vägen” passar flera ärenden: 2031-002 ”Vägen till Åmål” eller 2031-003"),
        ("2031-004", "Det finns inget ärende ”2031-004”. Menade du 2031-00"),
        ("växelln", "Det finns inget ärende ”växelln”. Menade du"),
        ("", "Det finns inget ärende ””."),
        ("bron", "vr matter list visar alla."),
    ],
)
def test_no_matter(known: Register, text: str, sentence: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        choose.matter(known, text)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2031, 1, 1), ["ra-2031-01"]),
        (date(2031, 2, 7), ["ra-2031-01"]),
        (date(2031, 2, 8), ["br-2031-01"]),
        (date(2031, 4, 4), ["br-2031-01"]),
        (date(2031, 4, 5), ["ra-2032-01"]),
        (date(2032, 2, 7), []),
    ],
)
def test_the_next_meetings(known: Register, today: date, found: list[str]) -> None:
    """Cancelled ones are none; one that began yesterday and goes on today is still to come."""
    assert [one.id for one in choose.next_meetings(known, today)] == found


def test_several_meetings_next(tmp_path: Path) -> None:
    files = together(
        meeting("ra-2031-01", "2031-04-04", hours="13:00–15:00"),
        meeting("br-2031-01", "2031-04-04", hours="09:00–12:00"),
    )
    known = register(tmp_path, council(files))
    found = [one.id for one in choose.next_meetings(known, date(2031, 1, 1))]
    assert found == ["br-2031-01", "ra-2031-01"]


def test_a_day() -> None:
    assert choose.day("2031-04-04") == date(2031, 4, 4)
    with pytest.raises(
        WrongUsage, match=r"^Datumet 2031-02-30 finns inte: februari 2031 har 28 dagar\.$"
    ):
        choose.day("2031-02-30")
    with pytest.raises(WrongUsage, match=r"^Skriv datum som"):
        choose.day("igår")


# People


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("anna", "anna"),
        ("Anna Ek", "anna"),
        ("ANNA  EK", "anna"),
        ("lind", "bo"),
        ("arne al", "arne"),
        ("bjork", "britt"),
        ("Rut Grahn", "rut"),
        ("anna-gift", "anna-gift"),
    ],
)
def test_a_person(tmp_path: Path, text: str, found: str) -> None:
    assert choose.person_id(_with_people(tmp_path), text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("al", "”al” passar flera personer: arne (Arne Al) eller asta (Asta Al). Skriv personens"),
        ("Bo Gift", "passar flera personer: anna-gift (Bo Gift) eller bo-gift (Bo Gift)."),
        ("Brit Bjork", "Det finns ingen person ”Brit Bjork”. Menade du britt-bjork?"),
        ("nn", "Det finns ingen person ”nn”. Personerna står under people i data/forums.yaml."),
        ("", "Det finns ingen person ””."),
    ],
)
def test_a_person_nobody_or_several_are(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WrongUsage) as raised:
        choose.person_id(_with_people(tmp_path), text)
    assert said in str(raised.value)


def _with_people(root: Path) -> Register:
    more = """\
people:
  anna-gift: {name: Bo Gift}
  bo-gift: {name: Bo Gift}
  rut: {name: Rut Gran, party: regionen, aliases: [Rut Grahn]}
"""
    rosters = ROSTERS.replace("  rut: {name: Rut Gran, party: regionen}\n", "")
    return register(root, council({"forums.yaml": rosters.replace("people:\n", more)}))
