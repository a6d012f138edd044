"""Trying the templates: what is found wrong, where, and with what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.council import ROOT
from vrtool.documents import templates, trial
from vrtool.documents.every import DOCUMENTS
from vrtool.documents.hostile import HOSTILE
from vrtool.documents.made_up import NOTHING, Filling, made_up
from vrtool.documents.plain import as_plain
from vrtool.planning.demands import Demands
from vrtool.register.load import load, readable

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "ovningsradet"
PACKAGED = ROOT / "templates"
BY_TEMPLATE = {document.template: document for document in DOCUMENTS}


@cache
def _demands() -> Demands:
    return Demands(readable(load(EXAMPLE)))


@pytest.fixture(name="own")
def a_folder_of_ones_own(tmp_path: Path) -> Path:
    return tmp_path


def _changed(own: Path, name: str, old: str, new: str) -> int:
    """Change one place of a packaged template; gives the line of the change."""
    text = (PACKAGED / name).read_text(encoding="utf-8")
    assert old in text
    before, _, after = text.partition(old)
    (own / name).write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def _faults(own: Path, template: str) -> list[tuple[str, int, str]]:
    """What trying one document's templates finds, in short."""
    trying = trial._Trial(BY_TEMPLATE[template], own)
    trying.fill(_demands())
    trying.try_hard()
    return [(fault.file.name, fault.line, fault.reason) for fault in trying.faults()]


def test_every_template_is_tried() -> None:
    """Those that only other templates take in are tried with them."""
    taken = {
        name
        for file in PACKAGED.glob("*.md.j2")
        for name in trial._INCLUDED.findall(file.read_text(encoding="utf-8"))
    }
    assert {file.name for file in PACKAGED.glob("*.md.j2")} == {*BY_TEMPLATE} | taken


@pytest.mark.parametrize("template", BY_TEMPLATE)
def test_the_packaged_templates_stand(own: Path, template: str) -> None:
    assert _faults(own, template) == []


@pytest.mark.parametrize("template", BY_TEMPLATE)
def test_a_made_up_view_holds_all_or_nothing(template: str) -> None:
    document = BY_TEMPLATE[template]
    full = as_plain(made_up(document.view, Filling(lambda way: f"<{way}>")))
    assert full["issued"] == "2030-01-31"
    assert full["title"] == "<title>"
    assert all(full.values())
    empty = as_plain(made_up(document.view, NOTHING))
    assert [text for text in _texts(empty) if text] == ["2030-01-31"]


def _texts(value: object) -> Iterator[object]:
    """Everything at the ends of a view as plain data."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    else:
        yield value


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("# {{ title }}", "# {{ titel }}", "”titel” finns inte bland det som mallen får"),
        ("{{ entry.text | paragraphs }}", "{{ 1 / 0 }}", "den kan inte fyllas i"),
    ],
)
def test_a_name_that_is_not_there(own: Path, old: str, new: str, reason: str) -> None:
    template = "agenda.md.j2"
    line = _changed(own, template, old, new)
    ((name, found, told),) = _faults(own, template)
    assert (name, found) == (template, line)
    assert reason in told


def test_a_fault_that_only_some_record_brings_out(own: Path) -> None:
    line = _changed(own, "agenda.md.j2", "{{ invitation | paragraphs }}", "{{ inbjudan }}")
    trying = trial._Trial(BY_TEMPLATE["agenda.md.j2"], own)
    trying.fill(_demands())
    (fault,) = trying.faults()
    assert fault.line == line
    assert trial.MADE_UP in fault.found_with


def test_a_fault_in_a_template_that_is_taken_in(own: Path) -> None:
    _changed(own, "minutes_point.md.j2", "{% macro body", "{{ borta }}\n{% macro body")
    ((name, line, _),) = _faults(own, "minutes.md.j2")
    assert name == "minutes_point.md.j2"
    assert line > 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "old", "new", "field"),
    [
        ("brief.md.j2", "*{{ subtitle }}*", "[läs]({{ subtitle }})", "subtitle"),
        (
            "brief.md.j2",
            "*{{ subtitle }}*",
            '::: {custom-style="{{ subtitle }}"}\nx\n:::',
            "subtitle",
        ),
    ],
    ids=["address", "style"],
)
def test_text_that_does_not_stay_text(
    own: Path, template: str, old: str, new: str, field: str
) -> None:
    line = _changed(own, template, old, new)
    expected = f"text ur filerna ({field}) blir annat än text i dokumentet"
    assert _faults(own, template) == [(template, line, expected)]


@pytest.mark.slow
def test_every_place_where_text_does_not_stay_text(own: Path) -> None:
    _changed(own, "brief.md.j2", "*{{ subtitle }}*", "[a]({{ subtitle }}) [b]({{ title }})")
    assert [fault[2][:25] for fault in _faults(own, "brief.md.j2")] == [
        "text ur filerna (title) b",
        "text ur filerna (subtitle",
    ]


def test_layouts_are_tried_too(own: Path) -> None:
    line = _changed(own, "document.typ", "#let accent", "#borta(1)\n#let accent")
    (own / "reference.docx").write_bytes(b"inte word")
    (own / "document.css").write_bytes(b"\xff")
    found = {name: (at, told) for name, at, told in _faults(own, "costs.md.j2")}
    assert found["document.typ"] == (line, "PDF kunde inte skapas: unknown variable: borta")
    assert found["reference.docx"][1].startswith("pandoc kunde inte skapa dokumentet")
    assert "\n" not in found["reference.docx"][1]
    assert found["document.css"] == (0, "den är inte skriven i UTF-8")


def test_a_template_that_nothing_uses(own: Path) -> None:
    (own / "README.md").write_text("Egna mallar", encoding="utf-8")
    (own / "agend.md.j2").write_text("{{ x }}", encoding="utf-8")
    (own / "del.md.j2").write_text("", encoding="utf-8")
    (own / "costs.md.j2").write_text("{% include 'del.md.j2' %}", encoding="utf-8")
    (unused,) = trial._unused(own)
    assert unused.file.name == "agend.md.j2"
    assert "används inte. Menade du agenda.md.j2" in unused.reason


def test_hostile_text_can_be_seen_and_is_of_every_kind() -> None:
    assert all(text.strip() for text in HOSTILE)
    assert len(set(HOSTILE)) == len(HOSTILE)
    everything = "".join(HOSTILE)
    for sign in "*_`#|<>&[](){}%$\\~^=+-@:\"'\x00\x1b\u202e\u2028\ud800":
        assert sign in everything


def test_templates_are_found_where_no_folder_is(own: Path) -> None:
    assert [*trial._unused(own / "finns inte")] == []
    assert templates.find("agenda.md.j2", [own / "finns inte"]) == PACKAGED / "agenda.md.j2"
