"""Where the minutes are sent (adresser): kept beside the records, never published."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator

from vrtool.model.base import Id, Record, Text, none_as_empty, none_as_empty_map, text_only

_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_LABEL}", re.ASCII | re.IGNORECASE)
_LONGEST = 254
"""Of an address (RFC 5321, 4.5.3.1, with its correction)."""


def _address(value: object) -> str:
    text = text_only(value, "en e-postadress")
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        raise ValueError(
            f"”{text[:60]}” är ingen e-postadress: skriv bara adressen, namn@exempel.se, "
            "utan å, ä och ö"
        )
    return text


EmailAddress: TypeAlias = Annotated[str, PlainValidator(_address)]
EmailAddresses: TypeAlias = Annotated[
    tuple[EmailAddress, ...], BeforeValidator(none_as_empty), Field(min_length=1)
]


class Contact(Record):
    """A party's addresses: to whom what is sent to the party goes, and who gets a copy."""

    to: EmailAddresses
    cc: Annotated[tuple[EmailAddress, ...], BeforeValidator(none_as_empty)] = ()


class Contacts(Record):
    """`data/contacts.yaml`: addresses of the parties by id, and of others by name."""

    parties: Annotated[dict[Id, Contact], BeforeValidator(none_as_empty_map)] = {}
    others: Annotated[dict[Text, EmailAddresses], BeforeValidator(none_as_empty_map)] = {}
