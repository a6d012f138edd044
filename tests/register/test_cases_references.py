"""Every field that holds an id is either a name of its own or a reference that is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from tests.repos import council, register
from vrtool.diagnostic import Pointer
from vrtool.model import base
from vrtool.register.kinds import Kind
from vrtool.register.references import references
from vrtool.register.register import Register

_ID_MARKS = {id(get_args(kind)[1]) for kind in (base.Id, base.SlashedId)}
Pattern = tuple[str, ...]

NO_REFERENCES: dict[Kind, dict[str, str]] = {
    Kind.STRUCTURE: {
        **dict.fromkeys(
            ("party_kinds/*", "parties/*", "areas/*", "boards/*", "offices/*", "forums/*"),
            "is defined here",
        ),
        "groups/*": "is defined here",
        "topics/*": "is defined here",
        "political_parties/*": "is defined here",
        "forums/*/short": "is defined here",
    },
    Kind.ROSTERS: {
        "people/*": "is defined here",
        "networks/*": "is defined here",
        "seats/*": "is defined by the compositions, of whatever time",
    },
    Kind.DEVIATIONS: {},
    Kind.REQUESTS: {"requests/*": "is defined here"},
    Kind.CONTACTS: {},
    Kind.WORKING_FORMS: {
        "id": "is defined here",
        "seats/*/members/*/appointed": "begins the ids of its seats",
        "seats/*/officials/*/appointed": "begins the ids of its seats",
        "seats/*/co_opted/*/appointed": "begins the ids of its seats",
        "seats/*/chair": "an office that nobody need be known to hold",
        "seats/*/vice_chair/*": "an office that nobody need be known to hold",
    },
    Kind.PROCESS: {
        **dict.fromkeys(
            ("id", "sides/*", "phases/*/id", "steps/*/id", "steps/*/parts/*"), "is defined here"
        ),
        "norms/*/applies/forums/*": "is refused where the file is read",
    },
    Kind.MATTER: {
        **dict.fromkeys(("id", "consultation/points/*/id"), "is defined here"),
        "deviations/*/forum": "means nothing in a matter",
    },
    Kind.MEETING: {
        "id": "is defined here",
        "agenda/items/*/id": "is defined here",
        "agenda/items/*/outcome/assignments/*/id": "is defined here",
        "minutes/attendance/served/*/for": "judged by the rule on deputies",
        "deviations/*/forum": "means nothing in a meeting",
    },
    Kind.YEAR_WHEEL: {
        "id": "is defined here",
        "parts/*": "is defined here",
        "parts/*/*/id": "is defined here",
    },
    Kind.COSTS: {"id": "is defined here"},
}

WRITTEN_AS = {"notice/officials/people/*": "notice/officials/*"}
"""Where a file has it shorter than the model."""


def _held(kind: Kind) -> set[str]:
    """Where ids stand in a file of this kind."""
    paths = {"/".join(pattern) for pattern in _patterns(kind.model, ())}
    return {WRITTEN_AS.get(path, path) for path in paths}


def _patterns(annotation: Any, path: Pattern, marks: tuple[Any, ...] = ()) -> Iterator[Pattern]:
    """The way to every id below an annotation; list places and map keys are stars."""
    arguments = get_args(annotation)
    if any(id(mark) in _ID_MARKS for mark in marks):
        yield path
    elif get_origin(annotation) is Annotated:
        yield from _patterns(arguments[0], path, arguments[1:])
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield from _patterns(
                field.annotation, (*path, field.alias or name), tuple(field.metadata)
            )
    elif get_origin(annotation) in (dict, tuple):
        for argument in arguments:
            yield from _patterns(argument, (*path, "*"))
    else:
        for argument in arguments:
            yield from _patterns(argument, path)


def _filled(annotation: Any, marks: tuple[Any, ...] = ()) -> Any:
    """A value with an id wherever one may stand, and nothing else; not validated."""
    arguments = get_args(annotation)
    if any(id(mark) in _ID_MARKS for mark in marks):
        return "x"
    if get_origin(annotation) is Annotated:
        return _filled(arguments[0], arguments[1:])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _filled_model(annotation)
    if get_origin(annotation) is dict:
        return {"x": _filled(arguments[1])}
    if get_origin(annotation) is tuple:
        return (_filled(arguments[0]),)
    found = (_filled(argument) for argument in arguments)
    return next((value for value in found if value is not None), None)


def _filled_model(model: type[BaseModel]) -> BaseModel:
    values = {
        name: _filled(field.annotation, tuple(field.metadata))
        for name, field in model.model_fields.items()
    }
    return model.model_construct(**values)


def _pattern(pointer: Pointer) -> Pattern:
    """A pointer with list places and map keys as stars."""
    return tuple("*" if step == "x" or isinstance(step, int) else step for step in pointer)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, set[str]]:
    """Where the references of a repo stand that has an id in every field that may hold one."""
    known = register(tmp_path_factory.mktemp("repo"), council({}))
    records: dict[Kind, Any] = {kind: _filled_model(kind.model) for kind in Kind}
    full = Register(
        root=known.root,
        structure=records[Kind.STRUCTURE],
        rosters=records[Kind.ROSTERS],
        deviations=records[Kind.DEVIATIONS],
        requests=records[Kind.REQUESTS].requests,
        contacts=records[Kind.CONTACTS],
        working_forms={"x": records[Kind.WORKING_FORMS]},
        matters={"x": records[Kind.MATTER]},
        meetings={"x": records[Kind.MEETING]},
        year_wheels={"x": records[Kind.YEAR_WHEEL]},
        processes={"x": records[Kind.PROCESS]},
        costs={"x": records[Kind.COSTS]},
        paths={(kind, "" if kind.single else "x"): kind.name for kind in Kind},
    )
    places: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for reference in references(full):
        steps = _pattern(reference.at.pointer)
        places[Kind[reference.at.path]].add("/".join(steps))
    return places


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)
def test_every_id_is_looked_up_or_known_to_need_no_looking_up(
    kind: Kind, found: dict[Kind, set[str]]
) -> None:
    held = _held(kind)
    exempt = NO_REFERENCES[kind].keys()
    assert sorted(held - found[kind] - exempt) == []


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)
def test_what_needs_no_looking_up_is_not_looked_up(kind: Kind, found: dict[Kind, set[str]]) -> None:
    held = _held(kind)
    exempt = NO_REFERENCES[kind].keys()
    assert sorted(exempt - held) == []
    assert sorted(exempt & found[kind]) == []


def test_every_reference_names_a_file_that_is_there(tmp_path: Path) -> None:
    known = register(tmp_path, council({}))
    paths = {reference.at.path for reference in references(known)}
    assert paths == {
        "data/structure.yaml",
        "data/forums.yaml",
        "data/working-forms/former.yaml",
    }
