"""Drafts of mail: read back as they were meant, however hostile the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from vrtool.documents.mail import Attachment, Letter, draft, one_line
from vrtool.model.contacts import Contact
from vrtool.text import printable

LETTER = Letter(
    to=("kommun@alby.example", "kso@alby.example"),
    cc=("kansli@alby.example",),
    day=date(2031, 10, 20),
    subject="Minnesanteckningar från rådet 10 oktober 2031",
    text="Hej!\n\nHär kommer å, ä och ö.\n",
    attachment=Attachment("minnesanteckningar-ra-2031-01.pdf", b"%PDF-1.7\n\x00\xff\r\n.\r\n"),
)


def _read(letter: Letter) -> EmailMessage:
    message = message_from_bytes(draft(letter), policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    content = body.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def test_a_draft_that_reads_back() -> None:
    message = _read(LETTER)
    assert {*message.keys()} == {
        *("X-Unsent", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")
    }
    assert (message["X-Unsent"], message["To"], message["Cc"]) == (
        "1",
        "kommun@alby.example, kso@alby.example",
        "kansli@alby.example",
    )
    assert message["Subject"] == LETTER.subject
    assert message["Date"].datetime.isoformat() == "2031-10-20T12:00:00+00:00"
    assert _text(message) == LETTER.text
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == LETTER.attachment.name
    assert attached.get_content() == LETTER.attachment.content


def test_without_copies_there_is_no_such_header() -> None:
    assert _read(replace(LETTER, cc=()))["Cc"] is None


def test_only_what_every_mail_program_reads() -> None:
    raw = draft(replace(LETTER, to=tuple(f"mottagare{n}@alby.example" for n in range(60))))
    assert raw.isascii()
    lines = raw.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 78


def test_a_long_subject_keeps_its_blanks_where_it_is_folded() -> None:
    subject = "Från rådet för äldreomsorg och vård på distans i södra länsdelen och öster därom"
    assert b"\r\n =?utf-8?q?" in draft(replace(LETTER, subject=subject))
    assert _read(replace(LETTER, subject=subject))["Subject"] == subject


def test_the_same_letter_is_the_same_bytes_and_another_has_its_own_id() -> None:
    assert draft(LETTER) == draft(LETTER)
    others = [
        replace(LETTER, to=("annan@alby.example",)),
        replace(LETTER, cc=()),
        replace(LETTER, day=date(2031, 10, 21)),
        replace(LETTER, subject="Annat"),
        replace(LETTER, text="Annat"),
        replace(LETTER, attachment=Attachment("x.pdf", b"%PDF-2.0")),
    ]
    assert len({_read(letter)["Message-ID"] for letter in (LETTER, *others)}) == 7


@pytest.mark.parametrize(
    "subject",
    [
        "Möte\r\nBcc: alla@exempel.se",
        "Möte\nX-Unsent: 0\n\nHej",
        "Möte\x00\x1b[31m\u202eomvänt\u2028ny rad",
        "=?utf-8?q?Bcc=3A?= lur",
        "ö" * 500,
    ],
)
def test_no_header_is_smuggled_in(subject: str) -> None:
    message = _read(replace(LETTER, subject=subject))
    assert [*message.keys()] == [*_read(LETTER).keys()]
    assert message["X-Unsent"] == "1"
    assert _text(message) == LETTER.text
    assert "\n" not in message["Subject"]
    assert len(message["Subject"]) <= 200


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=300))
def test_any_text_reads_back_as_it_is_shown(subject: str, text: str) -> None:
    message = _read(replace(LETTER, subject=subject, text=text))
    assert str(message["Subject"]).split() == one_line(subject).split()
    shown = "\n".join(map(printable, text.splitlines()))
    assert _text(message).rstrip("\n") == shown.rstrip("\n")
    assert [*message.keys()] == [*_read(LETTER).keys()]


@pytest.mark.parametrize(
    "address",
    ["a@b.se", "Ann.O'Neil+rad@sub.kommun-1.example", "x_y=z{1}@a.b.c.d.se", "1@2.se"],
)
def test_every_address_that_a_record_may_hold_comes_through(address: str) -> None:
    contact = Contact.model_validate({"to": [address]})
    (read,) = _read(replace(LETTER, to=contact.to))["To"].addresses
    assert read.addr_spec == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "kommun",
        "@kommun.se",
        "a@b",
        "a@@b.se",
        "a b@c.se",
        "a@b.se\nBcc: c@d.se",
        "a@b.se\r\n",
        "a@b.se, c@d.se",
        "A <a@b.se>",
        "a..b@c.se",
        ".a@c.se",
        "a.@c.se",
        "a@-c.se",
        "a@c-.se",
        "a@c..se",
        "å@c.se",
        "a@värmland.se",
        "a" * 250 + "@c.se",
        '"a b"@c.se',
        "a(x)@c.se",
    ],
)
def test_what_is_no_address_is_no_record(address: str) -> None:
    with pytest.raises(ValidationError, match="ingen e-postadress: skriv bara adressen"):
        Contact.model_validate({"to": [address]})
