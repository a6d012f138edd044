"""The letters with which minutes go out: to whom, and what they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.after_meetings import NOTES, PROTOCOL, change, meeting, practice, protocol
from tests.council import Council
from vrtool.documents.mail import draft
from vrtool.documents.minutes_mail import Receiver, letters, receivers
from vrtool.edit.minutes_adjust import adjust
from vrtool.edit.minutes_correct import correct
from vrtool.model.meeting import Dispatch
from vrtool.planning.recipients import concerned

DAY = date(2031, 10, 20)
CONTACTS = """\
parties:
  testby: {to: [kommun@testby.example], cc: [a@testby.example, b@testby.example]}
  attrappas:
    to: [kommun@attrappas.example, kso@attrappas.example]
others:
  Länsmuseet: [museet@exempel.example]
  Lansmuseet: [annat@exempel.example]
  Testby: [tidning@exempel.example]
"""


@pytest.fixture(name="council")
def a_council(tmp_path: Path) -> Council:
    council = practice(tmp_path)
    council.write("contacts.yaml", CONTACTS)
    return council


def _dispatch(to: object = "all", *others: str) -> Dispatch:
    return Dispatch.model_validate({"date": "2031-10-20", "to": to, "others": [*others]})


def _text(council: Council, party: str = "testby", key: str = NOTES) -> str:
    to = Receiver("x.eml", party, ("a@b.se",), ())
    return letters(*meeting(council, key), [to], DAY, b"%PDF")["x.eml"].text


# To whom


def test_every_party_with_an_address_and_the_names_of_the_rest(council: Council) -> None:
    register = meeting(council, NOTES)[0].register
    found = receivers(register, _dispatch())
    assert [(one.file, one.party, one.to, one.cc) for one in found.known] == [
        (
            "attrappas.eml",
            "attrappas",
            ("kommun@attrappas.example", "kso@attrappas.example"),
            (),
        ),
        (
            "testby.eml",
            "testby",
            ("kommun@testby.example",),
            ("a@testby.example", "b@testby.example"),
        ),
    ]
    assert len(found.without) == len(register.structure.parties) - 2
    assert "Skissvik" in found.without


def test_only_those_it_goes_to(council: Council) -> None:
    found = receivers(meeting(council, NOTES)[0].register, _dispatch(["skissvik", "testby"]))
    assert [one.file for one in found.known] == ["testby.eml"]
    assert found.without == ("Skissvik",)


def test_others_by_name_each_in_a_file_of_its_own(council: Council) -> None:
    names = ("länsmuseet", "Lansmuseet", "Testby", "Ingen känd")
    found = receivers(meeting(council, NOTES)[0].register, _dispatch(["testby"], *names))
    assert [(one.file, one.party, one.to) for one in found.known] == [
        ("testby.eml", "testby", ("kommun@testby.example",)),
        ("lansmuseet.eml", "", ("museet@exempel.example",)),
        ("lansmuseet-2.eml", "", ("annat@exempel.example",)),
        ("testby-2.eml", "", ("tidning@exempel.example",)),
    ]
    assert found.without == ("Ingen känd",)


def test_without_addresses_nobody_is_known(tmp_path: Path) -> None:
    register = meeting(practice(tmp_path), NOTES)[0].register
    found = receivers(register, _dispatch("all", "Länsmuseet"))
    assert found.known == ()
    assert len(found.without) == len(register.structure.parties) + 1


def test_whom_a_matter_concerns_where_a_norm_sends_it_there(tmp_path: Path) -> None:
    council = protocol(tmp_path / "a")
    assert concerned(*meeting(council, "srb-2017-04")) == ("Länstrafikbolaget",)
    assert concerned(*meeting(council, PROTOCOL)) == ()
    other = practice(tmp_path / "b")
    other.add("matters/2031-010-kollektivtrafikplan.yaml", "\nconcerns: [Bolaget]\n")
    demands, there = meeting(other, NOTES)
    assert demands.register.matters["2031-010"].concerns == ("Bolaget",)
    assert concerned(demands, there) == ()


# What it says


def test_a_letter_about_notes_that_wait_for_somebody(council: Council) -> None:
    adjust(council.root, NOTES, ["regina-pahittad"], date(2031, 10, 17))
    assert _text(council) == (
        "Hej!\n"
        "\n"
        "Här kommer minnesanteckningarna från ordföranderådet 10 oktober 2031.\n"
        "De justerades 17 oktober 2031 av Regina Påhittad.\n"
        "De är ännu inte justerade av alla som ska göra det.\n"
        "\n"
        "Med vänlig hälsning\n"
        "Rakel Skrivare\n"
        "Övningsregionen"
    )


def test_who_adjusted_when_and_what_was_set_right(council: Council) -> None:
    adjust(council.root, NOTES, ["regina-pahittad"], date(2031, 10, 17))
    adjust(council.root, NOTES, ["anna-exempel"], date(2031, 10, 18))
    correct(council.root, NOTES, "Så.", date(2031, 10, 22), "arshjul")
    correct(council.root, NOTES, "Och så.", date(2031, 10, 22))
    assert (
        "De justerades 17 oktober 2031 av Regina Påhittad och 18 oktober 2031 av Anna Exempel.\n"
        "Sedan dess är något rättat, 22 oktober 2031.\n"
    ) in _text(council)


def test_the_structures_own_word_and_who_signed(tmp_path: Path) -> None:
    council, day = protocol(tmp_path), date(2018, 11, 30)
    for who, signs in (("ragnhild-pahittad", True), ("nils-provsson", False)):
        adjust(council.root, PROTOCOL, [who], day, signs=signs)
    demands, there = meeting(council, PROTOCOL)
    to = Receiver("x.eml", "", ("a@b.se",), ())
    letter = letters(demands, there, [to], DAY, b"%PDF")["x.eml"]
    assert letter.attachment.name == "protokoll-srb-2018-06.pdf"
    assert letter.subject.startswith("Protokoll från den strategiska regionala beredningen 23")
    assert (
        "Det undertecknades 30 november 2018 av Ragnhild Påhittad.\n"
        "Det justerades 30 november 2018 av Nils Provsson.\n"
    ) in letter.text


def test_what_a_party_is_to_decide_and_do(council: Council) -> None:
    change(
        council,
        NOTES,
        "        kind: position\n        text: as-proposed\n        assignments:\n",
        "        kind: position\n        text: as-proposed\n        decides_next: [testby]\n"
        "        assignments:\n          - {id: nytt, task: Räkna på det., receiver: testby, "
        "due: 2032-01-15}\n",
    )
    assert (
        "\nFör er att besluta om:\n- Punkt 4, Yttrande över kollektivtrafikplanen\n"
        "\nUppdrag till er:\n- Räkna på det. (15 januari 2032)\n\nMed vänlig"
    ) in _text(council)
    assert "besluta" not in _text(council, "attrappas")
    assert "Uppdrag till er" not in _text(council, "attrappas")
    assert "besluta" not in _text(council, "")


def test_each_receiver_gets_a_letter_of_their_own(council: Council) -> None:
    demands, there = meeting(council, NOTES)
    known = receivers(demands.register, _dispatch()).known
    made = letters(demands, there, known, DAY, b"%PDF")
    assert [*made] == ["attrappas.eml", "testby.eml"]
    letter = made["testby.eml"]
    assert (letter.to, letter.cc) == (known[1].to, known[1].cc)
    assert (letter.day, letter.attachment.content) == (DAY, b"%PDF")
    assert letter.attachment.name == "minnesanteckningar-or-2031-07.pdf"


def test_hostile_names_stay_text_on_one_line(council: Council) -> None:
    rosters = "forums.yaml"
    council.change(rosters, "name: Rakel Skrivare", 'name: "Rakel\\r\\nBcc: alla@x.se\\u202e"')
    change(
        council,
        NOTES,
        "        text: as-proposed\n    - id: koll",
        "        decides_next: [testby]\n    - id: koll",
    )
    change(council, NOTES, "title: Årshjul 2032", 'title: "Års\\nTo: alla@x.se\\n\\n<b>*hjul*"')
    text = _text(council)
    assert "\n- Punkt 3, Års To: alla@x.se <b>*hjul*\n" in text
    assert "\nRakel Bcc: alla@x.se�\n" in text
    demands, there = meeting(council, NOTES)
    to = Receiver("x.eml", "testby", ("a@b.se",), ())
    raw = draft(letters(demands, there, [to], DAY, b"%PDF")["x.eml"])
    head = raw.partition(b"\r\n\r\n")[0]
    assert b"Bcc" not in head
    assert b"alla" not in head
