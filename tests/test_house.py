"""The house rules that no linter knows: size, docstrings, whose words stand where."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from vrtool.yamlio import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SHIPPED = sorted(
    path
    for folder in ("src", "templates")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".css", ".html", ".j2", ".json", ".md", ".py", ".svg", ".typ"}
)
STRUCTURES = sorted(
    [ROOT / "data" / "structure.yaml", *(ROOT / "examples").glob("*/data/structure.yaml")]
)
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
SHORTEST_NAME = 3

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=_name)
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES


def _code_lines(function: Function) -> int:
    """Lines from the name to the end, the docstring not counted."""
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    spent = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - spent


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    functions = [node for node in _nodes(path) if isinstance(node, Function)]
    too_long = {f.name: _code_lines(f) for f in functions}
    assert {
        name: lines for name, lines in too_long.items() if lines > MOST_LINES_OF_A_FUNCTION
    } == {}


def _undocumented(body: Iterable[ast.stmt], of: str = "") -> Iterator[str]:
    for node in body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            yield of + node.name
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(node.body, f"{of}{node.name}.")


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_all_that_is_public_says_what_it_is(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(module), "the module has no docstring"
    assert list(_undocumented(module.body)) == []


def _imported(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_only_one_room_reads_yaml() -> None:
    readers = {path for path in SOURCES if {"yaml", "ruamel"} & {*_imported(path)}}
    assert {path.parent.name for path in readers} == {"yamlio"}


# Whose words stand where


def _names_of(structure: Path) -> Iterator[str]:
    """Ids and names of every party, board and forum, and the county the region is named for."""
    read = read_bytes(structure.read_bytes())
    assert read.faults == ()
    for kind in ("parties", "boards", "forums"):
        things = read.data.get(kind, {})
        assert isinstance(things, dict)
        assert things or kind == "boards", f"the structure has no {kind}"
        for key, thing in things.items():
            yield key
            assert isinstance(thing, dict)
            names = thing.get("names")
            yield from _texts(thing, "name", *(["short"] if kind == "parties" else []))
            if thing.get("kind") == "region":
                yield str(thing["name"]).removeprefix("Region ")
            for name in names if isinstance(names, list) else []:
                assert isinstance(name, dict)
                yield from _texts(name, "name", "short_name", "in_text")


def _texts(thing: Mapping[str, object], *fields: str) -> Iterator[str]:
    return (text for field in fields if isinstance(text := thing.get(field), str))


def _spaced(text: str) -> str:
    """Names look alike as an id, a variable or words: the gaps between their words go."""
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFC", text).casefold())


def _found(names: Iterable[str], text: str) -> set[str]:
    words = sorted({_spaced(name) for name in names if len(name) >= SHORTEST_NAME})
    either = "|".join(map(re.escape, words))
    whole = re.compile(rf"(?<![^\W\d_])(?:{either})s?(?![^\W\d_])")
    return {hit.group() for hit in whole.finditer(_spaced(text))}


def test_names_are_found_whole_in_any_dress() -> None:
    names = ["Eda", "nya-perspektiv", "Värmlandsrådet", "or"]
    assert _found(names, "redan NYA_PERSPEKTIV2 eller Värmlandsrådets for x in") == {
        "nya perspektiv",
        "värmlandsrådets",
    }
    assert _found(names, "EDA = 1") == {"eda"}


def test_the_structures_whose_names_are_looked_for_are_the_real_ones_too() -> None:
    names = {*chain.from_iterable(map(_names_of, STRUCTURES))}
    assert {
        "region-varmland",
        "Värmland",
        "ordföranderådet",
        "Region Västmanland",
        "Västmanland",
        "Skinnskatteberg",
        "strategiska-regionala-beredningen",
        "den strategiska regionala beredningen",
        "samverkansgruppen-kultur",
    } <= names


@pytest.mark.parametrize("structure", STRUCTURES, ids=_name)
def test_nothing_that_is_shipped_names_what_is_a_structures_own(structure: Path) -> None:
    names = [*_names_of(structure)]
    found = {_name(path): _found(names, path.read_text(encoding="utf-8")) for path in SHIPPED}
    assert {path: sorted(words) for path, words in found.items() if words} == {}


# What stands at the door


def test_the_commands_the_readme_names_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {*re.findall(r"(?:^|`)make (\w+)", readme, re.MULTILINE)}
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"agenda", "test"} <= named <= {*targets}
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_files_the_readme_links_to_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^):]+)\)", readme)
    assert linked
    assert [link for link in linked if not (ROOT / link).is_file()] == []


def test_what_is_installed_is_pinned_by_name_and_version_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pinned = {_plain_name(pin) for pin in pins} | {project["name"]}
    assert {_plain_name(requirement) for requirement in asked} <= pinned


def _plain_name(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group()).casefold()
