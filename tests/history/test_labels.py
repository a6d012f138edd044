"""Every field and every choice that a comparison may meet has a name in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from vrtool.history.labels import CHOICES, CHOSEN, PARAMETERS
from vrtool.history.places import ANYTHING, Step, entry, is_choice, label_of, step
from vrtool.history.plain import _UNSEEN as UNSEEN
from vrtool.model.complaints import field_names
from vrtool.model.costs import Costs
from vrtool.model.item import Item
from vrtool.model.meeting import Meeting
from vrtool.model.structure import Structure
from vrtool.model.working_forms import Norm, WorkingForms
from vrtool.register.kinds import Kind
from vrtool.rules.catalogue import rules_by_code

COMPARED = [kind.model for kind in Kind if kind is not Kind.CONTACTS]


def _parts(annotation: Any) -> Iterator[Any]:
    """A type and all that it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _fields(*models: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str, Any]]:
    """Every field of the records, and of the records in them: record, name in files, type."""
    left, seen = list(models), set()
    while left:
        model = left.pop()
        if model in seen:
            continue
        seen.add(model)
        fields = zip(field_names(model), model.model_fields.values(), strict=True)
        for name, field in fields:
            yield model, name, field.annotation
            every = (part for part in _parts(field.annotation) if isinstance(part, type))
            left += [part for part in every if issubclass(part, BaseModel)]


def _choices(annotation: Any) -> Iterator[str]:
    for part in _parts(annotation):
        if get_origin(part) is Literal:
            yield from map(str, get_args(part))
        elif isinstance(part, type) and issubclass(part, Enum):
            yield from (str(member.value) for member in part)


PARAMETER_MODELS = [rule.parameters for rule in rules_by_code().values()]


def test_every_field_of_every_record_has_a_label() -> None:
    fields = list(_fields(*COMPARED))
    assert len(fields) > 250
    bare = {f"{m.__name__}.{n}" for m, n, _ in fields if n not in UNSEEN and label_of(m, n) is None}
    assert bare == set()


def test_every_choice_of_every_record_has_a_word() -> None:
    found = {word for *_, annotation in _fields(*COMPARED) for word in _choices(annotation)}
    assert {"as-paid", "dialogue", "note"} <= found
    assert found - CHOICES.keys() == set()


def test_every_parameter_of_every_rule_has_a_label_and_its_choices_words() -> None:
    parameters = list(_fields(*PARAMETER_MODELS))
    assert {name for _, name, _ in parameters} == set(PARAMETERS), "neither more nor fewer"
    for _, name, annotation in parameters:
        words = set(_choices(annotation))
        assert words <= CHOICES.keys()
        assert not words or name in CHOSEN, name


def test_labels_are_plain_words() -> None:
    for model, name, _ in _fields(*COMPARED):
        label = label_of(model, name) or ""
        assert "_" not in label
        assert label == label.strip().lower()


@pytest.mark.parametrize(
    ("model", "path", "labels"),
    [
        (Meeting, ["minutes", "led_by"], ["minnesanteckningar", "mötesordförande"]),
        (Item, ["minutes"], ["minuter"]),
        (Item, ["outcome", "assignments", "vaxel", "due"], ["resultat", "uppdrag", None, "senast"]),
        (WorkingForms, ["seats", "rad", "members"], ["platser", None, "ledamöter"]),
        (WorkingForms, ["seats", "members", "members"], ["platser", None, "ledamöter"]),
        (Norm, ["with", "lead_days"], ["värden", "dagar före mötet"]),
        (Norm, ["with", "total", "min"], ["värden", "antal i allt", "minst"]),
        (Structure, ["words", "co-opted", "one"], ["ord", "adjungerad", "obestämt ental"]),
        (Costs, ["level", "paid", "norrby"], ["nivå", "betalat", None]),
    ],
)  # fmt: skip
def test_a_step_is_called_by_the_record_it_is_taken_in(
    model: type[BaseModel], path: list[str], labels: list[str | None]
) -> None:
    found, kind = [], Step(None, model).kind
    for name in path:
        label, kind = step(kind, name)
        found.append(label)
    assert found == labels


def test_what_is_no_step_leads_anywhere() -> None:
    assert step(Item, "finns-inte") == Step(None, ANYTHING)
    assert not is_choice(step(Item, "title").kind)
    assert is_choice(entry(step(Item, "purpose").kind))
