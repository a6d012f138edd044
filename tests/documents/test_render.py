"""One source, four formats: the same bytes everywhere, and a word when something is missing."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import vrtool
from tests.documents import sample
from vrtool.documents import programs, templates
from vrtool.documents.meta import Format
from vrtool.documents.render import render
from vrtool.errors import CannotDo

_ROOT = Path(__file__).parents[2]
_PRINT_DIGESTS = """
import hashlib
from tests.documents import sample
for form, content in sample.rendered().items():
    print(form.value, hashlib.sha256(content).hexdigest())
"""
_INSTALL = r'pip install "vrtool\[documents\]"'


def _digests_elsewhere(folder: Path, **surroundings: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", _PRINT_DIGESTS],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'src'}", **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(line.split() for line in done.stdout.splitlines())


def test_the_same_data_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    here = {
        form.value: hashlib.sha256(content).hexdigest()
        for form, content in sample.rendered().items()
    }
    assert here.keys() == {"md", "html", "docx", "pdf"}
    far = _digests_elsewhere(
        tmp_path, TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONHASHSEED="7"
    )
    near = _digests_elsewhere(
        _ROOT, TZ="America/St_Johns", LANG="sv_SE.UTF-8", PYTHONHASHSEED="11", SOURCE_DATE_EPOCH="9"
    )
    assert here == far == near


def test_markdown_is_the_source_under_its_stamp() -> None:
    made = render("# Rubrik\n\nText\n\n\n", sample.META, [Format.MD])
    assert made == {Format.MD: "**FÖRSLAG**\n\n# Rubrik\n\nText\n".encode()}
    unstamped = replace(sample.META, stamp="")
    assert render("x", unstamped, [Format.MD]) == {Format.MD: b"x\n"}


def test_formats_come_once_and_in_the_order_asked_for() -> None:
    wanted = [Format.PDF, Format.MD, Format.PDF]
    assert list(render("# x\n", sample.META, wanted)) == [Format.PDF, Format.MD]


def test_what_a_document_says_of_itself_may_hold_anything() -> None:
    odd = '<b>*x*</b> $body$ #read("x") \x00\n{{ y }} ]]> --'
    meta = replace(sample.META, title=odd, organisation=odd, description=odd, stamp=odd)
    made = render("# x\n", meta, Format)
    assert b"&lt;b&gt;*x*&lt;/b&gt; $body$ #read" in made[Format.HTML]
    assert b"&lt;b&gt;*x*&lt;/b&gt; $body$ #read" in made[Format.DOCX]
    assert b"\x00" not in made[Format.HTML]


def test_layout_files_of_ones_own_win(tmp_path: Path) -> None:
    (tmp_path / "document.css").write_text("body { color: teal }", encoding="utf-8")
    (tmp_path / "document.html").write_text("[$title$]$style$ $borta$ $body$", encoding="utf-8")
    made = render("$title$", replace(sample.META, title="T"), [Format.HTML], [tmp_path])
    assert made[Format.HTML] == b"[T]body { color: teal } $borta$ <p>$title$</p>\n"


def test_a_layout_that_cannot_be_set_is_told(tmp_path: Path) -> None:
    (tmp_path / "document.typ").write_text("#borta()", encoding="utf-8")
    with pytest.raises(CannotDo, match=r"PDF kunde inte skapas: unknown variable: borta"):
        render("x", sample.META, [Format.PDF], [tmp_path])
    (tmp_path / "reference.docx").write_bytes(b"PK")
    with pytest.raises(CannotDo, match="pandoc kunde inte skapa dokumentet"):
        render("x", sample.META, [Format.DOCX], [tmp_path])


def test_a_layout_reads_no_file_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "hemlig").write_text("x", encoding="utf-8")
    inner = tmp_path / "mallar"
    inner.mkdir()
    (inner / "document.typ").write_text('#read("../hemlig")', encoding="utf-8")
    with pytest.raises(CannotDo, match="PDF kunde inte skapas"):
        render("x", sample.META, [Format.PDF], [inner])


@pytest.mark.parametrize("form", [Format.HTML, Format.DOCX, Format.PDF])
def test_a_missing_pandoc_is_told_with_how_to_install_it(
    form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "find_spec", lambda _: None)
    with pytest.raises(CannotDo, match=_INSTALL):
        render("x", sample.META, [form])


def test_pandoc_is_taken_from_its_wheel_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(programs, "find_spec", lambda _: package)
    with pytest.raises(CannotDo, match=_INSTALL):
        render("x", sample.META, [Format.HTML])


@pytest.mark.parametrize("error", [PermissionError("x"), subprocess.TimeoutExpired("pandoc", 60)])
def test_a_pandoc_that_does_not_run_is_told(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", failing)
    with pytest.raises(CannotDo, match="pandoc gick inte att köra"):
        render("x", sample.META, [Format.HTML])


def test_a_missing_typst_or_jinja_is_told_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(CannotDo, match=_INSTALL):
        render("x", sample.META, [Format.PDF])
    monkeypatch.setitem(sys.modules, "vrtool.documents.sandbox", None)
    monkeypatch.delattr("vrtool.documents.sandbox", raising=False)
    with pytest.raises(CannotDo, match=_INSTALL):
        templates.fill("x.md.j2", {})


def test_an_installed_wheel_holds_its_templates_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(vrtool, "__file__", str(tmp_path / "__init__.py"))
    assert list(templates.folders()) == [tmp_path / "templates"]


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, vrtool.documents.render, vrtool.documents.templates\n"
        "print([it for it in ('jinja2', 'typst', 'pypandoc', 'docx') if it in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
