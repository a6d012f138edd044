"""Drafts of mail as .eml files: opened and sent from the user's own mail program, never from here.

Same letter, same bytes: what must be unlike in every mail is worked out from its content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.charset import QP, Charset
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import format_datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from vrtool.text import printable

if TYPE_CHECKING:
    from datetime import date

_LONGEST_SUBJECT = 200
_POLICY = compat32.clone(linesep="\r\n")
_TEXT = Charset("utf-8")
_TEXT.header_encoding = _TEXT.body_encoding = QP
_NOBODYS = "vr.invalid"
"""A domain that nobody can have (RFC 2606, 2)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF that goes with a letter, by the name the receiver sees."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to be sent: to whom and with a copy to whom, the day it is dated, and what it says.

    Addresses are bare and checked (model/contacts.py). The text may have several lines.
    """

    to: tuple[str, ...]
    cc: tuple[str, ...]
    day: date
    subject: str
    text: str
    attachment: Attachment


def draft(letter: Letter) -> bytes:
    """The letter as a draft that a mail program opens for sending (RFC 5322).

    No header can be smuggled in by any text: a subject is one line without control characters.
    """
    print_ = _fingerprint(letter)
    # Neither of the two encodings in use can hold this boundary (RFC 2045, 6.7).
    message = MIMEMultipart(boundary=f"=_{print_}", policy=_POLICY)
    message["X-Unsent"] = "1"  # Outlook then shows a letter to send, not one received
    message["To"] = ", ".join(letter.to)
    if letter.cc:
        message["Cc"] = ", ".join(letter.cc)
    subject = one_line(letter.subject)[:_LONGEST_SUBJECT]
    # What EmailMessage makes of a long subject loses blanks where it is folded.
    message["Subject"] = Header(subject, _TEXT, header_name="Subject").encode()
    message["Date"] = format_datetime(datetime.combine(letter.day, time(12), UTC))
    message["Message-ID"] = f"<{print_}@{_NOBODYS}>"
    text = MIMENonMultipart("text", "plain")
    text.set_payload(_body(letter.text), _TEXT)
    message.attach(text)
    attached = MIMEApplication(letter.attachment.content, "pdf")
    attached.add_header("Content-Disposition", "attachment", filename=letter.attachment.name)
    message.attach(attached)
    return message.as_bytes()


def one_line(text: str) -> str:
    """The text on one line with common blanks, fit for a subject or a line of the letter."""
    return printable(" ".join(text.split()))


def _body(text: str) -> str:
    return "".join(f"{printable(line)}\n" for line in text.splitlines())


def _fingerprint(letter: Letter) -> str:
    parts = (*letter.to, "", *letter.cc, "", letter.day.isoformat(), letter.subject, letter.text)
    digest = sha256("\n".join(parts).encode(errors="replace"))
    digest.update(letter.attachment.content)
    return digest.hexdigest()[:32]
