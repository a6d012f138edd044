"""What is wrong with a record, in Swedish: the validator's complaints made readable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vrtool.diagnostic import Pointer
from vrtool.text import did_you_mean, ended, sentence


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with a record: where, what, and what to do about it."""

    pointer: Pointer
    message: str
    mend: str
    on_key: bool = False


def complaints(error: ValidationError, model: type[BaseModel]) -> list[Complaint]:
    """Every complaint of a failed validation, in the order of the fields.

    In: the error and the model that raised it. Out: one complaint a place.
    """
    return [
        _complaint(details, model)
        for details in error.errors(include_url=False)
        if not _told_further_in(details)
    ]


def _told_further_in(details: ErrorDetails) -> bool:
    """A list whose members were refused is not also called too short."""
    return details["type"] == "too_short" and bool(details["input"])


def _complaint(details: ErrorDetails, model: type[BaseModel]) -> Complaint:
    pointer: Pointer = tuple(step for step in details["loc"] if step != "[key]")
    if details["type"] == "extra_forbidden":
        return _unknown_field(pointer, model)
    on_key = "[key]" in details["loc"]
    message, mend = _sentence(details, str(pointer[-1]) if pointer else "")
    return Complaint(pointer, message, mend, on_key)


def _unknown_field(pointer: Pointer, model: type[BaseModel]) -> Complaint:
    known = field_names(_model_at(model, pointer[:-1]))
    name = str(pointer[-1])
    mend = f"Fälten som finns här är {', '.join(sorted(known))}." if known else "Ta bort fältet."
    message = f"Okänt fält ”{name}”.{did_you_mean(name, known)}"
    return Complaint(pointer, message, mend, on_key=True)


def _sentence(details: ErrorDetails, name: str) -> tuple[str, str]:
    kind, context = details["type"], details.get("ctx", {})
    value = details["input"]
    if kind == "missing":
        return f"Fältet ”{name}” saknas.", f"Skriv till ”{name}”."
    if kind in ("enum", "literal_error"):
        return _not_among(value, str(context.get("expected", "")))
    if kind == "value_error":
        return ended(sentence(str(context["error"]))), ""
    return _SENTENCES.get(kind, "Fältet ”{name}” går inte att läsa.").format(
        name=name, value=_shown(value)
    ), _MENDS.get(kind, "")


def _not_among(value: object, expected: str) -> tuple[str, str]:
    words = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    words = [word for word in words if word]
    guess = did_you_mean(value, words) if isinstance(value, str) else ""
    return f"”{_shown(value)}” är inget av de ord som gäller här.{guess}", (
        f"Skriv ett av {', '.join(words)}."
    )


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    return {type(None): "tomt", list: "en lista", dict: "en grupp fält"}.get(type(value), "värdet")


_LONGEST = 60
"""How much of a value is shown in a message."""

_SENTENCES = {
    "string_type": "Fältet ”{name}” ska vara text, inte {value}.",
    "string_too_short": "Fältet ”{name}” är tomt.",
    "string_too_long": "Fältet ”{name}” är längre än vad som får plats.",
    "string_pattern_mismatch": "”{value}” har inte den form som ”{name}” ska ha.",
    "tuple_type": "Fältet ”{name}” ska vara en lista.",
    "dict_type": "Fältet ”{name}” ska vara en grupp av namn och värden.",
    "model_type": "Fältet ”{name}” ska vara en grupp av fält, inte {value}.",
    "model_attributes_type": "Fältet ”{name}” ska vara en grupp av fält, inte {value}.",
    "too_short": "Fältet ”{name}” behöver minst ett värde.",
    "greater_than_equal": "”{value}” är för litet för ”{name}”.",
    "less_than_equal": "”{value}” är för stort för ”{name}”.",
}
_MENDS = {
    "tuple_type": "Skriv ett värde på varje rad, med bindestreck framför.",
    "string_type": "Skriv ett värde efter kolonet, eller ta bort fältet.",
    "model_type": "Skriv fälten indragna på raderna under.",
    "dict_type": "Skriv namn och värden indragna på raderna under.",
}


def field_names(model: type[BaseModel] | None) -> list[str]:
    """The names of a model's fields as they are written in a file."""
    if model is None:
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], pointer: Pointer) -> type[BaseModel] | None:
    """The model of the value that a pointer leads to; list positions and map keys are free."""
    here: object = model
    for step in pointer:
        here = _below(here, step)
    found = _first_model(here)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _below(annotation: object, step: str | int) -> object:
    """What stands one step down: a field's annotation, or that of a list's or map's members."""
    arguments = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _annotation(annotation, str(step))
    if get_origin(annotation) in (dict, tuple):
        return arguments[-1] if get_origin(annotation) is dict else arguments[0]
    found = (_below(argument, step) for argument in arguments)
    return next((below for below in found if below is not None), None)


def _annotation(model: type[BaseModel], name: str) -> object:
    for key, field in model.model_fields.items():
        if name in (field.alias or key, key):
            return field.annotation
    return None


def _first_model(annotation: object) -> object:
    """The model inside lists, maps, options and annotations, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Enum):
        return annotation
    found = (_first_model(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)
