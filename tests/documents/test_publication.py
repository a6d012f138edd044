"""Documents for publication: nothing that is marked `public: false` is left in any format."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from pypdf import PdfReader

from tests import repos
from tests.documents.agendas import ID, entries, plain, view_of
from vrtool.documents.agenda import agenda_markdown, agenda_meta
from vrtool.documents.brief import brief_markdown, brief_meta, brief_view
from vrtool.documents.meta import Format, Meta
from vrtool.documents.minutes import minutes_markdown, minutes_meta, minutes_view
from vrtool.documents.publication import (
    NOT_PUBLISHED,
    check_published,
    published_agenda,
    published_brief,
    published_minutes,
)
from vrtool.documents.render import render
from vrtool.errors import CannotDo
from vrtool.planning.demands import Demands
from vrtool.register.register import Register

CANARY = "Kanariegult"
"""Stands in everything that may not be published, and nowhere else."""

EARLIER = f"""
    id: ra-2031-01
    forum: rad
    date: 2031-01-10
    agenda:
      items:
        - id: dolt
          title: {CANARY} ett
          public: false
          purpose: [assignment]
          outcome:
            kind: assigned
            assignments: [{{id: u1, receiver: alby, task: {CANARY} uppdrag}}]
        - id: oppen
          title: En öppen punkt
          purpose: [assignment]
          outcome:
            kind: assigned
            assignments:
              - {{id: u2, receiver: berga, task: Räkna broar}}
              - {{id: u3, receiver: berga, task: Räkna båtar}}
        - id: sagt
          title: {CANARY} två
          public: false
          outcome:
            kind: noted
            reports: [{{assignment: u2, text: {CANARY} rapport}}]
    minutes: {{attendance: {{present: [anna]}}}}
"""

MEETING = f"""
    id: {ID}
    forum: rad
    date: 2031-03-14
    agenda:
      fixed:
        date: 2031-03-01
        by: [rut, anna]
        fingerprint: {{oppnande: aaaaaaaaaaaa, arendet: bbbbbbbbbbbb, punkten: cccccccccccc}}
      items:
        - {{id: oppnande, title: Mötets öppnande, purpose: [information]}}
        - id: arendet
          title: {CANARY} tre
          matter: 2031-001
          purpose: [position]
          text: {CANARY} text
          proposal: {CANARY} förslag
          presenters: [{{name: {CANARY} Namn}}]
          papers: [{{title: {CANARY} bilaga}}]
          outcome: {{kind: position, text: {CANARY} ställning}}
        - id: punkten
          title: Öppen punkt
          matter: 2031-002
          purpose: [information]
          papers:
            - {{title: Öppet papper, date: 2031-03-02}}
            - {{title: {CANARY} papper, public: false}}
          outcome:
            kind: noted
            reports:
              - {{assignment: u1, done: true, text: Det är gjort}}
              - {{assignment: u3, done: true, text: Båtarna är tre}}
        - id: sist
          title: {CANARY} fyra
          public: false
          outcome:
            kind: assigned
            assignments: [{{id: u4, receiver: alby, task: {CANARY} nytt}}]
    minutes:
      attendance: {{present: [anna, bo]}}
      corrections:
        - {{date: 2031-04-01, item: sist, text: {CANARY} rättelse}}
        - {{date: 2031-04-02, item: punkten, text: Öppen rättelse}}
    deviations:
      - {{norm: N-1, on: sist, reason: {CANARY} skäl}}
      - {{norm: N-1, on: punkten, reason: Öppet skäl}}
"""

HIDDEN = f"""
    id: 2031-001
    title: {CANARY} ärende
    initiator: alby
    public: false
    brief: {{proposal: {CANARY} förslag}}
    deviations: [{{norm: N-1, reason: {CANARY} avsteg}}]
"""

OPEN = f"""
    id: 2031-002
    title: Öppet ärende
    initiator: alby
    brief:
      proposal: Rådet ställer sig bakom det.
      documents: [{{title: Öppen bilaga}}, {{title: {CANARY} bilaga, public: false}}]
"""

NORM = """
    N-1:
      paragraph: "1"
      title: Något
      strength: should
      applies: {forums: [rad]}
      text: Något.
      unchecked: Prövas av människor.
"""


@pytest.fixture(name="register")
def a_register(tmp_path: Path) -> Register:
    files = {
        "meetings/ra-2031-01.yaml": EARLIER,
        f"meetings/{ID}.yaml": MEETING,
        "matters/2031-001-dolt.yaml": HIDDEN,
        "matters/2031-002-oppet.yaml": OPEN,
    }
    return repos.register(tmp_path, repos.council(files))


def everything_in(source: str, meta: Meta) -> dict[Format, str]:
    """All text that a reader, or a program, finds in each format."""
    made = render(source, meta, Format)
    with ZipFile(BytesIO(made[Format.DOCX])) as archive:
        word = [f"{name} {archive.read(name)!r}" for name in archive.namelist()]
    reader = PdfReader(BytesIO(made[Format.PDF]))
    pages = [page.extract_text() for page in reader.pages]
    with pikepdf.open(BytesIO(made[Format.PDF])) as pdf:
        objects = [
            f"{one.read_bytes()!r} {one!r}" if isinstance(one, pikepdf.Stream) else repr(one)
            for one in pdf.objects
        ]
    return {
        Format.MD: made[Format.MD].decode(),
        Format.HTML: made[Format.HTML].decode(),
        Format.DOCX: " ".join(word),
        Format.PDF: " ".join([*pages, *objects, repr(reader.metadata), repr(reader.outline)]),
    }


def _assert_clean(source: str, meta: Meta) -> None:
    for form, found in everything_in(source, meta).items():
        assert CANARY.casefold() not in found.casefold(), form


def test_the_agenda(register: Register) -> None:
    whole = view_of(register)
    assert agenda_markdown(whole).count(CANARY) > 8
    shown = published_agenda(register, whole)
    source = agenda_markdown(shown)
    _assert_clean(source, agenda_meta(shown))
    text = plain(source)
    assert [f"{e.number} {e.title}" for e in entries(shown).values() if e.id] == [
        "1 Mötets öppnande",
        "3 Öppen punkt",
    ]
    for number in (2, 4):
        assert f"**{number}. {NOT_PUBLISHED}**" in text.splitlines()
    assert "Öppet papper" in text
    assert "Öppet skäl" in text
    assert "Räkna broar" in text
    assert "Räkna båtar" in text
    assert "Rapporterat" not in text
    assert "efter fastställande: punkt 1 ”Mötets öppnande”, punkt 2, punkt 3" in text
    assert "punkt 4" in text


def test_the_minutes(register: Register) -> None:
    demands = Demands(register)
    whole = minutes_view(demands, register.meetings[ID])
    assert minutes_markdown(whole).count(CANARY) > 5
    shown = published_minutes(register, whole)
    source = minutes_markdown(shown)
    _assert_clean(source, minutes_meta(shown))
    points = [point for day in shown.days for point in day.points]
    assert [point.number for point in points] == [1, 2, 3, 4]
    assert [point.title for point in points][1::2] == [NOT_PUBLISHED, NOT_PUBLISHED]
    assert [line.id for line in shown.log] == ["u2", "u3"]
    assert [report.task for report in points[2].results[0].reports] == ["Räkna båtar"]
    text = plain(source)
    assert "Öppen rättelse" in text
    assert "Öppet skäl" in text
    assert "Båtarna är tre" in text


def test_the_paper_for_a_position(register: Register) -> None:
    whole = brief_view(register, register.matters["2031-002"])
    assert CANARY in brief_markdown(whole)
    shown = published_brief(whole)
    _assert_clean(brief_markdown(shown), brief_meta(shown))
    assert [paper.title for paper in shown.papers] == ["Öppen bilaga"]


def test_where_all_is_public_nothing_is_left_out(tmp_path: Path) -> None:
    found = repos.register(
        tmp_path,
        repos.council({f"meetings/{ID}.yaml": MEETING.replace("public: false", "public: true")}),
    )
    whole = view_of(found)
    assert published_agenda(found, whole) == whole
    minutes = minutes_view(Demands(found), found.meetings[ID])
    assert published_minutes(found, minutes) == minutes


def test_a_meeting_and_a_matter_that_are_not_to_be_published(tmp_path: Path) -> None:
    hidden = MEETING.replace("    forum: rad\n", "    forum: rad\n    public: false\n", 1)
    found = repos.register(
        tmp_path, repos.council({f"meetings/{ID}.yaml": hidden, "matters/2031-001.yaml": HIDDEN})
    )
    with pytest.raises(CannotDo, match=rf"Rådet 14.mars.2031 ska inte.*data/meetings/{ID}\.yaml"):
        check_published(found, found.meetings[ID])
    with pytest.raises(CannotDo, match=r"Ärendet 2031-001 .* ska inte publiceras"):
        check_published(found, found.matters["2031-001"])


def test_what_was_given_at_a_meeting_that_is_not_published(tmp_path: Path) -> None:
    hidden = EARLIER.replace("    forum: rad\n", "    forum: rad\n    public: false\n", 1)
    found = repos.register(
        tmp_path,
        repos.council({"meetings/ra-2031-01.yaml": hidden, f"meetings/{ID}.yaml": MEETING}),
    )
    assert [work.id for work in view_of(found).assignments] == ["u1", "u2", "u3"]
    assert published_agenda(found, view_of(found)).assignments == ()
