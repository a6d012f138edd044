"""What a document is beside its text: the forms it is given in, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum


class Format(Enum):
    """A form that a document is given in; the value is the file name's ending."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says about itself beside its text.

    `date` is the moment written into files that must have one: it comes from the data, never from
    a clock. `stamp` is a word such as UTKAST, shown on every page.
    """

    title: str
    organisation: str
    date: date
    description: str = ""
    language: str = "sv"
    stamp: str = ""

    @property
    def timestamp(self) -> int:
        """Midnight UTC of `date`, in seconds since 1970."""
        return int(datetime.combine(self.date, time(), UTC).timestamp())
