"""A meeting of the fictional council, taken back to an earlier stage of its life."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from ruamel.yaml import YAML

from tests.matrix.mistake import Edit, meeting, removed, written
from tests.matrix.spoilt import EXAMPLE
from vrtool.engine.compiled import Library
from vrtool.engine.judging import Judge, Judged
from vrtool.model.working_forms import Phase
from vrtool.register.load import load
from vrtool.register.norms import Rulebook

Record: TypeAlias = dict[str, Any]
Change: TypeAlias = Callable[[Record], None]


def record(identifier: str) -> Record:
    """A meeting as it stands in the council, without its deviations."""
    text = (EXAMPLE / "data" / meeting(identifier)).read_text(encoding="utf-8")
    found: Record = YAML(typ="safe", pure=True).load(text)
    found.pop("deviations", None)
    return found


def at_stage(identifier: str, phase: Phase) -> Record:
    """The meeting when it had come just so far."""
    whole = record(identifier)
    for forget in _LATER[phase]:
        forget(whole)
    return whole


def forget_agenda(whole: Record) -> None:
    del whole["agenda"]


def forget_fixing(whole: Record) -> None:
    whole["agenda"].pop("fixed", None)


def forget_notice(whole: Record) -> None:
    whole.pop("notice", None)


def forget_minutes(whole: Record) -> None:
    del whole["minutes"]
    forget_outcomes(whole)


def forget_outcomes(whole: Record) -> None:
    for item in whole["agenda"]["items"]:
        item.pop("outcome", None)


def forget_adjustment(whole: Record) -> None:
    whole["minutes"].pop("adjusted", None)


def forget_dispatch(whole: Record) -> None:
    whole["minutes"].pop("dispatched", None)


_LATER: dict[Phase, tuple[Change, ...]] = {
    Phase.PLANNED: (forget_notice, forget_minutes, forget_agenda),
    Phase.DRAFT: (forget_fixing, forget_notice, forget_minutes),
    Phase.FIXED: (forget_notice, forget_minutes),
    Phase.CALLED: (forget_minutes,),
    Phase.HELD: (forget_adjustment, forget_dispatch),
    Phase.ADJUSTED: (forget_dispatch,),
    Phase.DISPATCHED: (forget_adjustment,),
}


def replacing(whole: Record) -> tuple[Edit, ...]:
    """The edits that put the record in the place of the council's own."""
    file = meeting(whole["id"])
    return removed(file), written(file, json.dumps(whole, default=str, ensure_ascii=False))


def judged(root: Path, identifier: str) -> Iterator[Judged]:
    """What every norm in force says of one meeting, whatever is told of it."""
    register = load(root).register
    assert register is not None
    rulebook = Rulebook(register)
    judge = Judge(register, rulebook, Library(register, rulebook))
    for verdict in judge.everything():
        if verdict.record == identifier:
            yield verdict
        elif verdict.day > register.meetings[identifier].date:
            break  # meetings are judged first, in order of time
    assert not judge.crashes
