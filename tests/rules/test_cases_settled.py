"""VR131, VR141, VR142: documents that are there, and nothing changed after it was settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repos import council, findings, placed, register, write_repo
from tests.rules.cases import Case, cases, each, matter, said, together
from vrtool.register.fingerprint import adjusted_parts, fixed_parts

PAPER = {"attachments/2031-001/kostnad.txt": "Kostnader.\n"}
MISSING = ("① VR131 - error",)


def _document(file: str) -> dict[str, str]:
    brief = f"brief: {{documents: [{{title: Kostnad, file: {file}}}]}}"
    return together(PAPER, matter(more=brief))


DOCUMENTS = cases(
    None,
    there=Case(_document("attachments/2031-001/kostnad.txt")),
    named_only=Case(together(matter(more="brief: {documents: [Kostnad]}"))),
    not_there=Case(_document("①attachments/2031-001/kostnader.txt"), MISSING),
    a_folder=Case(_document("①attachments/2031-001"), MISSING),
    outside=Case(_document("①../../etc/passwd"), MISSING),
    out_by_a_detour=Case(_document("①attachments/../../forums.yaml"), MISSING),
    in_by_a_detour=Case(_document("①attachments/2031-001/../2031-001/kostnad.txt"), MISSING),
    absolute=Case(_document("①/etc/passwd"), MISSING),
    a_record_is_no_document=Case(_document("①forums.yaml"), MISSING),
    windows_slashes=Case(_document("①attachments\\2031-001\\kostnad.txt"), MISSING),
)


@each(DOCUMENTS)
def test_documents(tmp_path: Path, judged: None, case: Case) -> None:
    told, expected = said(tmp_path, judged, case)
    assert told == expected


def test_an_items_paper_is_looked_for_too(tmp_path: Path) -> None:
    text = (
        "id: ra-2031-01\nforum: rad\ndate: 2031-04-04\n"
        "agenda: {items: [{id: a, title: A, papers: [{title: B, file: ①attachments/b.pdf}]}]}\n"
    )
    places = write_repo(tmp_path, council({"meetings/ra-2031-01.yaml": text}))
    assert findings(tmp_path) == placed(MISSING, places)


def test_a_document_that_is_a_link_is_not_there(tmp_path: Path) -> None:
    places = write_repo(tmp_path, council(_document("①attachments/2031-001/hemlig.txt")))
    (tmp_path / "data/attachments/2031-001/hemlig.txt").symlink_to("/etc/hostname")
    assert findings(tmp_path) == placed(MISSING, places)


def test_a_name_with_swedish_letters_is_found_however_it_is_composed(tmp_path: Path) -> None:
    """A Mac writes the name of the file decomposed; whoever types it writes it composed."""
    write_repo(
        tmp_path,
        council(_document("attachments/bilagor/\N{LATIN SMALL LETTER A WITH RING ABOVE}r.txt")),
    )
    folder = tmp_path / "data/attachments/bilagor"
    folder.mkdir()
    (folder / "a\N{COMBINING RING ABOVE}r.txt").write_text("År.")
    assert findings(tmp_path) == []


AGENDA = """\
id: ra-2031-01
forum: rad
date: 2031-04-04
agenda:
  fixed: {{date: 2031-03-21, by: [rut, anna], fingerprint: {fingerprint}}}
  items:
    - ①id: vaxel
      title: Växel
      matter: 2031-001
      purpose: [position]
      minutes: {minutes}
    - {{id: laget, title: Läget}}
"""
MATTER = """\
id: 2031-001
title: Växeln
raised: 2031-01-07
brief: {{proposal: {proposal}}}
"""


def _fixed(fingerprint: object, minutes: int = 30, proposal: str = "Ja.") -> dict[str, str]:
    shown = str(fingerprint).replace("'", '"')
    return council(
        {
            "meetings/ra-2031-01.yaml": AGENDA.format(fingerprint=shown, minutes=minutes),
            "matters/2031-001-vaxeln.yaml": MATTER.format(proposal=proposal),
        }
    )


@pytest.fixture
def fixed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The fingerprints of the agenda as it was fixed."""
    known = register(tmp_path_factory.mktemp("fixed"), _fixed("{}"))
    return fixed_parts(known, known.meetings["ra-2031-01"])


def test_an_agenda_as_it_was_fixed(tmp_path: Path, fixed: dict[str, str]) -> None:
    write_repo(tmp_path, _fixed(fixed))
    assert findings(tmp_path) == []


def test_an_agenda_without_fingerprints_is_not_compared(tmp_path: Path) -> None:
    write_repo(tmp_path, _fixed("{}"))
    assert findings(tmp_path) == []


def test_an_item_changed_after_fixing(tmp_path: Path, fixed: dict[str, str]) -> None:
    places = write_repo(tmp_path, _fixed(fixed, minutes=31))
    assert findings(tmp_path) == placed(("① VR141 - warning",), places)


def test_a_brief_changed_after_fixing(tmp_path: Path, fixed: dict[str, str]) -> None:
    places = write_repo(tmp_path, _fixed(fixed, proposal="Nej."))
    assert findings(tmp_path) == placed(("① VR141 - warning",), places)


def test_an_item_added_after_fixing(tmp_path: Path, fixed: dict[str, str]) -> None:
    del fixed["vaxel"]
    places = write_repo(tmp_path, _fixed(fixed))
    assert findings(tmp_path) == placed(("① VR141 - warning",), places)


def test_an_item_taken_off_after_fixing(tmp_path: Path, fixed: dict[str, str]) -> None:
    write_repo(tmp_path, _fixed({"bort": "0123456789abcdef"} | fixed))
    text = (tmp_path / "data/meetings/ra-2031-01.yaml").read_text(encoding="utf-8")
    column = text.split("\n")[4].index('"0123456789abcdef"') + 1
    assert findings(tmp_path) == [f"data/meetings/ra-2031-01.yaml:5:{column} VR141 - warning"]


def test_a_brief_that_cannot_be_read_is_not_called_changed(
    tmp_path: Path, fixed: dict[str, str]
) -> None:
    files = _fixed(fixed)
    files["matters/2031-001-vaxeln.yaml"] += "titel: ②Fel\n"
    write_repo(tmp_path, files)
    assert [entry.split()[1] for entry in findings(tmp_path)] == ["VR005"]


MINUTES = """\
id: ra-2031-01
forum: rad
date: 2031-04-04
agenda:
  items:
    - ①{{id: laget, title: Läget, outcome: {{kind: noted, text: {text}}}}}
minutes:
  led_by: ②{led_by}
  secretary: ③{secretary}
  attendance: ④{{present: [{present}]}}
  adjusted: [{{by: anna, date: 2031-04-11}}]
  fingerprint: {fingerprint}
"""
AS_ADJUSTED = {"text": "Ja.", "led_by": "rut", "secretary": "bo", "present": "anna, rut"}


def _adjusted(fingerprint: object, **changed: str) -> dict[str, str]:
    shown = str(fingerprint).replace("'", '"')
    text = MINUTES.format(fingerprint=shown, **(AS_ADJUSTED | changed))
    return council({"meetings/ra-2031-01.yaml": text})


@pytest.fixture
def adjusted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The fingerprints of the minutes as they were adjusted."""
    known = register(tmp_path_factory.mktemp("adjusted"), _adjusted("{}"))
    return adjusted_parts(known.meetings["ra-2031-01"])


def test_minutes_as_they_were_adjusted(tmp_path: Path, adjusted: dict[str, str]) -> None:
    write_repo(tmp_path, _adjusted(adjusted))
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("part", "value", "mark"),
    [
        ("text", "Nej.", "①"),
        ("led_by", "anna", "②"),
        ("secretary", "anna", "③"),
        ("present", "anna, bo, rut", "④"),
    ],
)
def test_minutes_changed_after_adjustment(
    tmp_path: Path, adjusted: dict[str, str], part: str, value: str, mark: str
) -> None:
    places = write_repo(tmp_path, _adjusted(adjusted, **{part: value}))
    assert findings(tmp_path) == placed((f"{mark} VR142 - error",), places)


def test_minutes_not_yet_adjusted_may_change(tmp_path: Path, adjusted: dict[str, str]) -> None:
    files = _adjusted(adjusted, text="Nej.")
    text = files["meetings/ra-2031-01.yaml"]
    files["meetings/ra-2031-01.yaml"] = text.replace("adjusted: [{by: anna,", "# adjusted: [{by:")
    write_repo(tmp_path, files)
    assert findings(tmp_path) == []
