"""check-jsonschema, set to check the same files by a schema made from the same models.

Run as `python -m benchmarks.peer FILE`, it writes the schema. Where a model types text in code, the
schema takes any scalar, and where a model takes a short form, the schema takes both: the peer is
asked for less, never for more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from vrtool.model.matter import Matter
from vrtool.model.meeting import Meeting

_SCALAR: JsonSchemaValue = {"type": ["string", "number", "boolean"]}


class _Schema(GenerateJsonSchema):
    """The models' schema, with what they check in code put as types."""

    def function_plain_schema(
        self,
        schema: core_schema.PlainValidatorFunctionSchema,  # noqa: ARG002 - pydantic calls it so
    ) -> JsonSchemaValue:
        """Text that code makes a day or a number of."""
        return dict(_SCALAR)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text; the peer makes numbers of what looks like one."""
        return super().str_schema(schema) | _SCALAR

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Code that spells a short form out, or reads nothing as an empty list."""
        whole = self.generate_inner(schema["schema"])
        return {"anyOf": [whole, _SCALAR, {"type": "null"}]}


def schema() -> JsonSchemaValue:
    """One schema for both kinds of file: a meeting is what has a forum."""
    matter = Matter.model_json_schema(schema_generator=_Schema)
    meeting = Meeting.model_json_schema(schema_generator=_Schema)
    definitions = matter.pop("$defs") | meeting.pop("$defs")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": definitions,
        "if": {"required": ["forum"]},
        "then": meeting,
        "else": matter,
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(schema()), encoding="utf-8")
