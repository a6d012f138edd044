"""Templates: where they are found, what they may do, and what is said when they go wrong."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from vrtool.documents import templates
from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NOTHING: Mapping[str, object] = MappingProxyType({})


def _filled(folder: Path, source: str, view: Mapping[str, object] = _NOTHING) -> str:
    (folder / "prov.md.j2").write_text(source, encoding="utf-8")
    return templates.fill("prov.md.j2", view, [folder])


def _complaint(folder: Path, source: str, view: Mapping[str, object] = _NOTHING) -> str:
    with pytest.raises(CannotDo) as caught:
        _filled(folder, source, view)
    return str(caught.value)


def test_values_are_escaped_and_the_templates_own_markdown_is_not(tmp_path: Path) -> None:
    assert _filled(tmp_path, "**{{ x }}** {{ '_' }}\n", {"x": "*a* {{ y }}"}) == (
        "**\\*a\\* {{ y }}** \\_\n"
    )


def test_macros_blocks_and_includes_are_not_escaped_twice(tmp_path: Path) -> None:
    (tmp_path / "del.md.j2").write_text("- {{ x }}", encoding="utf-8")
    source = (
        "{% macro m(v) %}**{{ v }}**{% endmacro %}{% set s %}_{{ x }}_{% endset %}"
        "{{ m(x) }} {{ s }} {% include 'del.md.j2' %}"
    )
    assert _filled(tmp_path, source, {"x": "a*b"}) == "**a\\*b** _a\\*b_ - a\\*b"


@pytest.mark.parametrize(
    "expression",
    [
        "x|safe",
        "x|e",
        "m(x) ~ x",
        "m(x)|replace('y', x)",
        "'{}'.format(x)",
        "[x, x]|join",
        "x|trim",
    ],
)
def test_no_expression_prints_a_value_unescaped(tmp_path: Path, expression: str) -> None:
    source = "{% macro m(v) %}y{{ v }}{% endmacro %}{{ " + expression + " }}"
    printed = _filled(tmp_path, source, {"x": "*fet*"})
    assert printed.count("*") == printed.count("\\*") > 0


def test_filters_for_paragraphs_cells_and_links(tmp_path: Path) -> None:
    source = "{{ x|paragraphs('  ') }} / {{ x|cell }} / {{ x|link(u) }}"
    assert _filled(tmp_path, source, {"x": "a\n\nb", "u": "https://exempel.se"}) == (
        "a\n\n  b / a; b / [a b](https://exempel.se)"
    )


def test_a_template_of_ones_own_wins_over_the_packaged_one(tmp_path: Path) -> None:
    assert templates.find("document.css", [tmp_path]).parent.name == "templates"
    (tmp_path / "document.css").write_text("", encoding="utf-8")
    assert templates.find("document.css", [tmp_path]) == tmp_path / "document.css"


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match=r"Mallen borta\.md\.j2 finns inte"):
        templates.fill("borta.md.j2", {}, [tmp_path])
    assert "Mallen inne.md.j2 finns inte" in _complaint(tmp_path, "{% include 'inne.md.j2' %}")
    with pytest.raises(CannotDo, match=r"borta\.typ finns inte.*prov"):
        templates.find("borta.typ", [tmp_path / "prov"])


def test_templates_outside_the_folders_are_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "hemlig").write_text("x", encoding="utf-8")
    inner = tmp_path / "mallar"
    inner.mkdir()
    assert "finns inte" in _complaint(inner, "{% include '../hemlig' %}")


@pytest.mark.parametrize(
    ("source", "place", "reason"),
    [
        ("\n{{ borta }}", "rad 2", "”borta” finns inte bland det som mallen får"),
        ("\n\n{{ x.borta }}", "rad 3", "”borta” finns inte"),
        ("\n{% if %}", "rad 2", "kan inte tolkas"),
        ("{{ x|borta }}", "rad 1", "kan inte tolkas"),
        ("\n{{ ''.__class__ }}", "rad 2", "mallar får inte göra så"),
        ("\n{{ x.update(y=1) }}", "rad 2", "mallar får inte göra så"),
        ("\n{% for i in range(10**9) %}{% endfor %}", "rad 2", "mallar får inte göra så"),
        ("\n{{ 1 / 0 }}", "rad 2", "kan inte fyllas i"),
        ("\n{{ 1 + 'x' }}", "rad 2", "kan inte fyllas i"),
        ("\n{{ 'a'|paragraphs('#') }}", "rad 2", "prefix"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "rad 1", "kan inte fyllas i"),
        ("{{ lipsum() }}", "rad 1", "”lipsum” finns inte"),
        ("{{ [1]|random }}", "rad 1", "kan inte tolkas"),
    ],
)
def test_a_mistake_is_told_with_template_line_and_reason(
    tmp_path: Path, source: str, place: str, reason: str
) -> None:
    complaint = _complaint(tmp_path, source, {"x": {}})
    assert complaint.startswith(f"Mallen prov.md.j2, {place}: ")
    assert reason in complaint


def test_a_template_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bild.md.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CannotDo, match=r"Mallen bild\.md\.j2"):
        templates.fill("bild.md.j2", {}, [tmp_path])
