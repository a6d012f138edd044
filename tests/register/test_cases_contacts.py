"""Addresses beside the records: read where they are, missed by nothing where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, findings, outcome, register, write_repo
from vrtool.model.contacts import Contacts
from vrtool.register.kinds import Kind
from vrtool.register.load import load

PATH = "data/contacts.yaml"
ROOT = Path(__file__).parents[2]
WHOLE = """\
parties:
  alby: {to: [kommun@alby.example], cc: [kso@alby.example]}
  berga:
    to:
      - kommun@berga.example
others:
  Länsmuseet: [museet@exempel.example]
"""


def test_they_are_read_beside_the_records(tmp_path: Path) -> None:
    contacts = register(tmp_path, council({"contacts.yaml": WHOLE})).contacts
    assert contacts.parties["alby"].to == ("kommun@alby.example",)
    assert contacts.parties["alby"].cc == ("kso@alby.example",)
    assert contacts.parties["berga"].cc == ()
    assert contacts.others == {"Länsmuseet": ("museet@exempel.example",)}
    assert findings(tmp_path) == []


@pytest.mark.parametrize("text", [None, "parties:\nothers:\n"])
def test_without_them_nothing_is_missed(tmp_path: Path, text: str | None) -> None:
    files = council({} if text is None else {"contacts.yaml": text})
    assert register(tmp_path, files).contacts == Contacts()
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "found", "message"),
    [
        (
            "parties:\n  alba: {to: [a@b.se]}\n",
            "2:3 VR101",
            "Part ”alba” finns inte. Menade du alby?",
        ),
        (
            "parties:\n  alby: {to: [a at b.se]}\n",
            "2:15 VR005",
            "”a at b.se” är ingen e-postadress: skriv bara adressen, namn@exempel.se",
        ),
        ("parties:\n  alby: {to: []}\n", "2:14 VR005", "Fältet ”to” behöver minst ett värde."),
        ("parties:\n  alby: {cc: [a@b.se]}\n", "2:9 VR005", "Fältet ”to” saknas."),
        ("others:\n  Museet: []\n", "2:11 VR005", "Fältet ”Museet” behöver minst ett värde."),
        ("partier: {}\n", "1:1 VR005", "Okänt fält ”partier”. Menade du parties?"),
    ],
)
def test_what_is_wrong_with_them_is_told(
    tmp_path: Path, text: str, found: str, message: str
) -> None:
    write_repo(tmp_path, council({"contacts.yaml": text}))
    (finding,) = outcome(tmp_path).findings
    at = finding.location
    assert (at.path, f"{at.line}:{at.column} {finding.code}") == (PATH, found)
    assert finding.message.startswith(message)


def test_broken_ones_leave_everything_else_as_it_was(tmp_path: Path) -> None:
    write_repo(tmp_path, council({"contacts.yaml": "parties: ["}))
    loaded = load(tmp_path)
    assert loaded.register is not None
    assert loaded.register.contacts == Contacts()
    assert loaded.register.broken.kinds == {Kind.CONTACTS}
    assert [trouble.place.path for trouble in loaded.troubles] == [PATH]


def test_a_name_that_is_nearly_theirs_is_told(tmp_path: Path) -> None:
    write_repo(tmp_path, council({"contact.yaml": WHOLE}))
    (finding,) = outcome(tmp_path).findings
    assert (finding.code, finding.location.path) == ("VR006", "data/contact.yaml")
    assert "Menade du contacts.yaml?" in finding.message


@pytest.mark.parametrize(
    ("file", "line"),
    [(".gitignore", "contacts.yaml"), ("starters/shared/.gitignore", "data/contacts.yaml")],
)
def test_they_are_kept_out_of_git(file: str, line: str) -> None:
    assert line in (ROOT / file).read_text(encoding="utf-8").splitlines()
