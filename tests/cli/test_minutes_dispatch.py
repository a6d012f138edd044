"""`vr minutes dispatch`: drafts of mail and the record, on the example councils."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.after_meetings import (
    NOTES,
    added,
    change,
    data_faults,
    minutes,
    practice,
    protocol,
    text,
)
from tests.cli.running import Run
from tests.council import Council

pytestmark = pytest.mark.slow("measured")

MEETING = "or@10okt2031"
FILE = f"data/meetings/{NOTES}.yaml"
BUILT = f"build/{NOTES}"
ADJUST = ("minutes", "adjust", MEETING, "--by", "Regina Påhittad, anna", "--date", "2031-10-17")
DISPATCH = ("minutes", "dispatch", MEETING, "--date", "2031-10-20")
CONTACTS = """\
parties:
  attrappas: {to: [kommun@attrappas.example]}
  testby: {to: [kommun@testby.example], cc: [kso@testby.example]}
others: {Länsmuseet: [museet@exempel.example]}
"""
DRAFTS = [f"{BUILT}/utskick/{party}.eml" for party in ("attrappas", "testby")]


@pytest.fixture(name="council")
def a_council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    monkeypatch.chdir(tmp_path)
    return practice(tmp_path)


def _draft(council: Council, path: str) -> EmailMessage:
    message = message_from_bytes((council.root / path).read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _pdf(message: EmailMessage) -> bytes:
    (attached,) = message.iter_attachments()
    content = attached.get_content()
    assert isinstance(content, bytes)
    return content


def test_drafts_with_the_pdf_for_those_with_an_address(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    vr(*ADJUST)
    before = text(council, NOTES)
    told = vr(*DISPATCH).plain
    assert told.code == 0
    head, *files, opened, recorded, file = told.out.splitlines()
    name = "minnesanteckningarna från ordföranderådet 10 oktober 2031"
    assert head == f"Utkast till e-post med {name}:"
    assert [line.strip() for line in files] == DRAFTS
    assert opened == "Öppna dem i ditt e-postprogram, läs igenom och skicka. Inget är sänt."
    assert (recorded, file) == (f"Antecknat: {name} sänds ut 20 oktober 2031.", f"  {FILE}")
    assert told.err.startswith("Adress saknas till Demoholm, Exempelköping, ")
    assert told.err.endswith(" och Övningsregionen: skriv den i data/contacts.yaml.\n")
    line, dispatched = "  fingerprint:\n", "  dispatched: 2031-10-20\n"
    assert text(council, NOTES) == before.replace(line, f"{dispatched}{line}")
    message = _draft(council, DRAFTS[1])
    assert (message["To"], message["Cc"]) == ("kommun@testby.example", "kso@testby.example")
    assert message["Subject"] == "Minnesanteckningar från ordföranderådet 10 oktober 2031"
    assert _pdf(message) == (council.root / BUILT / "minnesanteckningar.pdf").read_bytes()


def test_the_pdf_is_the_one_that_is_built_afterwards(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    vr(*ADJUST)
    vr(*DISPATCH)
    drafts = {path: (council.root / path).read_bytes() for path in DRAFTS}
    assert vr("minutes", "build", MEETING, "--format", "pdf").code == 0
    built = (council.root / BUILT / "minnesanteckningar.pdf").read_bytes()
    assert _pdf(_draft(council, DRAFTS[0])) == built
    assert vr("minutes", "dispatch", MEETING, "--mail-only").code == 0
    assert {path: (council.root / path).read_bytes() for path in DRAFTS} == drafts


def test_drafts_alone_record_nothing(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    before = text(council, NOTES)
    told = vr(*DISPATCH, "--mail-only", "--to", "testby", "--other", " länsmuseet ")
    assert told.code == 0
    assert text(council, NOTES) == before
    names = sorted(path.name for path in (council.root / BUILT / "utskick").glob("*.eml"))
    assert names == ["lansmuseet.eml", "testby.eml"]
    assert told.err.startswith(
        "Minnesanteckningarna är inte justerade av Regina Påhittad och Anna Exempel.\n"
        "Enligt arbetsformerna går minnesanteckningarna till alla parter, också till Attrappås, "
    )


def test_the_record_alone_makes_no_drafts(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", "inte ens: [adresser")
    before = text(council, NOTES)
    told = vr(*DISPATCH, "--no-mail", "--other", "Länsmuseet")
    assert told.code == 0
    assert not (council.root / "build").exists()
    assert added(council, NOTES, before) == (
        "  dispatched:\n    date: 2031-10-20\n    to: all\n    others: [Länsmuseet]\n"
    )


def test_without_addresses_it_is_recorded_and_shown_how_they_are_written(
    council: Council, vr: Run
) -> None:
    told = vr(*DISPATCH)
    assert told.code == 0
    assert "\nInga utkast: adress saknas till Attrappås, Demoholm, " in told.err
    example = told.err.partition("så här:\n\n")[2]
    assert minutes(council, NOTES).dispatched
    council.write("contacts.yaml", example)
    assert data_faults(council) == []
    assert vr(*DISPATCH, "--mail-only").code == 0
    assert (council.root / DRAFTS[0]).is_file()


def test_a_concerned_body_gets_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vr: Run
) -> None:
    council = protocol(tmp_path)
    council.write("contacts.yaml", "others: {Länstrafikbolaget: [buss@exempel.example]}\n")
    monkeypatch.chdir(tmp_path)
    meeting = "srb-2017-04"
    told = vr("minutes", "dispatch", meeting, "--mail-only")
    assert told.code == 0
    assert f"build/{meeting}/utskick/lanstrafikbolaget.eml" in told.out


def test_minutes_with_faults_are_not_sent(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    change(council, NOTES, "  secretary: rakel-skrivare\n", "")
    before = text(council, NOTES)
    told = vr(*DISPATCH).plain
    assert told.code == 1
    assert "VR601 notes-incomplete" in told.out
    assert told.err.endswith(
        "\nInget är skrivet: ordföranderådet 10 oktober 2031 har fel som måste rättas först.\n"
        "Med --no-mail antecknas utskicket ändå, utan utkast.\n"
    )
    assert text(council, NOTES) == before
    assert not (council.root / "build").exists()
    alone = vr(*DISPATCH, "--mail-only")
    assert alone.code == 1
    assert "--no-mail" not in alone.err


def test_a_pdf_made_by_hand_goes_with_them_as_it_is(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    own = council.root / BUILT / "minnesanteckningar.pdf"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"%PDF-eget")
    told = vr(*DISPATCH)
    assert told.code == 0
    assert f"{BUILT}/minnesanteckningar.pdf är ändrad för hand och bifogas" in told.err
    assert _pdf(_draft(council, DRAFTS[0])) == own.read_bytes() == b"%PDF-eget"
    assert vr("minutes", "dispatch", MEETING, "--mail-only", "--force").code == 0
    assert own.read_bytes().startswith(b"%PDF-1")
    assert _pdf(_draft(council, DRAFTS[0])) == own.read_bytes()


def test_a_draft_changed_by_hand_is_left_and_nothing_recorded(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", CONTACTS)
    vr(*DISPATCH, "--mail-only")
    (council.root / DRAFTS[1]).write_bytes(b"To: egen@exempel.se\r\n\r\nHej\r\n")
    before = text(council, NOTES)
    told = vr(*DISPATCH)
    assert (told.code, told.out) == (3, "")
    assert "Ändrat för hand" in told.err
    assert (council.root / DRAFTS[1]).read_bytes().startswith(b"To: egen")
    assert text(council, NOTES) == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "Ange --date.\n"),
        (("--no-mail", "--mail-only"), 2, "--no-mail och --mail-only tar ut varandra"),
        (("--date", "2031-10-20", "--to", ","), 2, "--to: skriv vilka de går till"),
        (("--date", "2031-10-20", "--to", "Tetsby"), 2, "Det finns ingen part ”Tetsby”."),
        (("--date", "2031-10-20", "--other", " "), 2, "--other: skriv namnet på mottagaren.\n"),
        (("--date", "2031-10-01"), 3, "Minnesanteckningarna från "),
        (("--date", "2031-10-20", "--mail-only"), 3, "Minnesanteckningarna är inte justerade"),
    ],
)
def test_what_cannot_be_sent(
    council: Council, vr: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = text(council, NOTES)
    told = vr("minutes", "dispatch", MEETING, *arguments)
    assert (told.code, told.out) == (code, "")
    assert told.err.startswith(message)
    assert text(council, NOTES) == before


def test_addresses_that_cannot_be_read_stop_the_drafts(council: Council, vr: Run) -> None:
    council.write("contacts.yaml", "parties: {testby: {to: [inte en adress]}}\n")
    before = text(council, NOTES)
    told = vr(*DISPATCH)
    assert (told.code, told.out) == (3, "")
    assert told.err.endswith(
        "data/contacts.yaml går inte att läsa: kör vr check för att se varför.\n"
    )
    assert text(council, NOTES) == before
