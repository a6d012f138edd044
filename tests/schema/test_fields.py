"""Every field has its words in Swedish, and an example that is right."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.model.test_cases_laws import ALL
from tests.schema.editors import objections, validator
from vrtool.model.base import Record
from vrtool.model.meeting import Dispatch, Meeting
from vrtool.register.kinds import Kind
from vrtool.schema.fields import IdOf, table, told
from vrtool.schema.kinds import DIALECT, file_of, glob_of, name_of, schema, text

RECORDS = [model for model in ALL if issubclass(model, Record)]


def _names(model: type[Record]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_field_is_told_of(model: type[Record]) -> None:
    for name in ("", *_names(model)):
        words = told(model, name)
        assert words.title
        assert words.title[0].isupper()
        assert words.description.endswith(".")
        assert words.description != words.title


def test_nothing_is_told_of_fields_that_are_not_there() -> None:
    models = {model.__name__: model for model in RECORDS}
    bases = {
        base.__name__: base for model in RECORDS for base in model.__mro__ if base not in RECORDS
    }
    known = models | bases
    fields = {name for model in RECORDS for name in _names(model)}
    for section, entries in table().items():
        there = fields if section == "*" else {"", *_names(known[section])}
        assert set(entries) <= there, section


def test_a_field_that_nothing_is_told_of_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"Meeting\.colour"):
        told(Meeting, "colour")


def test_what_a_record_inherits_is_told_once() -> None:
    assert told(Dispatch, "date").description == "Dagen då det sändes."
    assert told(Dispatch).title == "Utsändning"
    assert told(Dispatch, "to").id_of is IdOf.PARTY


def _with_examples(whole: Any) -> list[dict[str, Any]]:
    if isinstance(whole, dict):
        own = [whole] if "examples" in whole and "title" in whole else []
        return [*own, *(found for one in whole.values() for found in _with_examples(one))]
    if isinstance(whole, list):
        return [found for one in whole for found in _with_examples(one)]
    return []


@pytest.mark.parametrize("kind", Kind, ids=name_of)
def test_every_example_is_right(kind: Kind) -> None:
    whole = schema(kind)
    Draft202012Validator.check_schema(whole)
    fields = _with_examples(whole)
    assert fields
    for field in fields:
        (example,) = field["examples"]
        alone = Draft202012Validator({**field, "$defs": whole["$defs"]})
        assert [error.message for error in alone.iter_errors(example)] == [], field["title"]


@pytest.mark.parametrize("kind", Kind, ids=name_of)
def test_a_file_made_of_the_examples_is_valid(kind: Kind) -> None:
    properties = schema(kind)["properties"]
    needed = {name: properties[name]["examples"][0] for name in schema(kind)["required"]}
    assert objections(kind, needed) == []
    as_text = json.loads(json.dumps(needed), parse_int=str, parse_float=str)
    kind.model.model_validate(as_text)


def test_the_schema_is_written_the_same_every_time_and_says_what_it_is() -> None:
    assert text(Kind.MEETING) == text(Kind.MEETING)
    assert json.loads(text(Kind.MEETING)) == validator(Kind.MEETING).schema
    whole = schema(Kind.MEETING)
    assert (whole["$schema"], whole["title"]) == (DIALECT, "Möte")
    assert whole["required"] == ["id", "forum", "date"]
    assert whole["additionalProperties"] is False
    assert whole["properties"]["to"]["title"] == "Till"
    assert (file_of(Kind.YEAR_WHEEL), glob_of(Kind.YEAR_WHEEL)) == (
        "year-wheel.schema.json",
        "data/year-wheels/*.yaml",
    )


def test_only_what_draft_seven_knows_too_is_used() -> None:
    newer = ("prefixItems", "unevaluated", "dependentRequired", "dependentSchemas", "minContains")
    assert not [word for kind in Kind for word in newer if f'"{word}' in text(kind)]


def _choices(whole: Any) -> set[str]:
    """The words that may be written for a field itself, and as the names of what stands in it."""
    below = [whole[key] for key in ("items", "additionalProperties", "propertyNames")
             if isinstance(whole.get(key), dict)]  # fmt: skip
    found = {str(one) for one in whole.get("enum", ()) if isinstance(one, str)}
    return found.union(*map(_choices, [*below, *whole.get("anyOf", ())]))


@pytest.mark.parametrize("kind", Kind, ids=name_of)
def test_every_choice_is_told_of(kind: Kind) -> None:
    """What an editor lists are the words in the files; what they mean stands in the explanation."""
    for field in _with_examples(schema(kind)):
        told_of = set(re.findall(r"[\w-]+", field["description"]))
        assert _choices(field) - {"true", "false"} <= told_of, field["title"]
