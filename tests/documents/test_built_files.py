"""The binary files under templates/ are what the programs in tools/ make."""

from __future__ import annotations

from pathlib import Path

from tools import build_missing_glyph_font, build_reference_docx


def test_reference_docx_is_fresh(tmp_path: Path) -> None:
    build_reference_docx.build(tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == build_reference_docx.TARGET.read_bytes()


def test_the_font_of_missing_glyphs_is_fresh(tmp_path: Path) -> None:
    build_missing_glyph_font.build(tmp_path / "made")
    assert (tmp_path / "made").read_bytes() == build_missing_glyph_font.TARGET.read_bytes()
