"""The schema of each kind of file, as the text that lies beside the data."""

from __future__ import annotations

import json

from vrtool.register.files import DATA
from vrtool.register.kinds import Kind
from vrtool.schema.fields import IdOf
from vrtool.schema.shapes import Known, Shapes
from vrtool.schema.spelling import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENDING = ".schema.json"
NO_IDS: Known = dict[IdOf, dict[str, str]]()


def name_of(kind: Kind) -> str:
    """What the kind is called on the command line and in file names: `year-wheel`."""
    return kind.name.lower().replace("_", "-")


def file_of(kind: Kind) -> str:
    """The name of its schema's file: `year-wheel.schema.json`."""
    return f"{name_of(kind)}{ENDING}"


def glob_of(kind: Kind) -> str:
    """Which files it is the schema of, from the root of a data repo."""
    place = f"{DATA}/{kind.place}"
    return place if kind.single else f"{place}/*.yaml"


def schema(kind: Kind, known: Known = NO_IDS) -> Schema:
    """The schema of a kind of file, with the ids that are known to choose among."""
    shapes = Shapes(known)
    whole = shapes.record(kind.model)
    return {"$schema": DIALECT, **whole, "$defs": dict(sorted(shapes.definitions.items()))}


def text(kind: Kind, known: Known = NO_IDS) -> str:
    """The schema as it is written: the same for the same records, whatever machine writes it."""
    return json.dumps(schema(kind, known), ensure_ascii=False, indent=1) + "\n"
