"""Data from events. Nothing is resolved or expanded: what stands is what is read."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from itertools import islice
from typing import NoReturn

from vrtool.yamlio import faults
from vrtool.yamlio.characters import (
    UndecodableError,
    composed,
    decoded,
    escaped_control,
    has_stacked_marks,
    is_composed,
    may_hide_trouble,
    text_faults,
)
from vrtool.yamlio.document import MAX_DEPTH, MAX_FAULTS, Data, Document, Fault, FaultKind
from vrtool.yamlio.events import (
    AliasEvent,
    Event,
    EventSource,
    MappingEndEvent,
    MappingStartEvent,
    NextEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
    events,
)
from vrtool.yamlio.syntax import explained

NULLS = frozenset(("", "null", "~"))
NO_KEYS = NULLS | {"<<"}
# An anchor, an alias, a tag and an escape cannot be written without these.
_TELLTALES = ("&", "*", "!", "\\")
_TIGHT_COLON = re.compile(r"[^\s:]+:[^\s/]")


class _StopReading(Exception):  # noqa: N818 - no error: the faults found say what is wrong
    """No more can be said of this file."""


def build(raw: bytes, source: EventSource = events) -> Document:
    """The document in some bytes of any size. Never raises: what is wrong becomes faults.

    A parser refuses a control character in words of its own and stumbles on a conflict marker
    without knowing it: where anything is wrong, the text's own faults are the better answer.
    """
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = decoded(raw)
    except UndecodableError as error:
        return Document({}, (error.fault,))
    if may_hide_trouble(text) and (of_text := _text_faults(text)):
        return Document({}, of_text)
    data, found = _read(raw, text, source)
    if not found:
        return Document(data)
    return Document({}, _text_faults(text) or tuple(sorted(found, key=lambda it: it.place)))


def _read(raw: bytes, text: str, source: EventSource) -> tuple[dict[str, Data], list[Fault]]:
    found: list[Fault] = []
    try:
        following = source(raw)
        if any(map(text.__contains__, _TELLTALES)) or not is_composed(text):
            return _Builder(_examined(following, found), found).document(), found
        return _Builder(following, found).document(), found
    except YAMLError as error:
        found.append(explained(error, text))
    except _StopReading:
        pass
    return {}, found


def _text_faults(text: str) -> tuple[Fault, ...]:
    return tuple(islice(text_faults(text), MAX_FAULTS))


class _Builder:
    """One reading of one text. Recursion is bounded by MAX_DEPTH."""

    __slots__ = ("_found", "_next")

    def __init__(self, following: NextEvent, found: list[Fault]) -> None:
        self._next = following
        self._found = found

    def document(self) -> dict[str, Data]:
        self._next()  # the stream starts
        if self._next().__class__ is StreamEndEvent:
            self._stop(faults.empty())
        root = self._next()
        if root.__class__ is not MappingStartEvent:
            self._stop(_not_a_mapping(root))
        data = self._mapping(root, 1)
        self._next()  # the document ends
        after = self._next()
        if after.__class__ is not StreamEndEvent:
            self._stop(faults.several_documents(*_place(after)))
        return data

    def _mapping(self, start: Event, depth: int) -> dict[str, Data]:
        if depth > MAX_DEPTH:
            self._stop(faults.too_deep(*_place(start)))
        get = self._next
        data: dict[str, Data] = {}
        while type(key_event := get()) is ScalarEvent:
            key = key_event.value
            if key in data or (key in NO_KEYS and not key_event.style):
                self._refuse_key(key_event, key)
            event = get()
            if type(event) is ScalarEvent:
                value = event.value
                data[key] = None if value in NULLS and not event.style else value
            else:
                data[key] = self._collection(event, depth + 1)
        if key_event.__class__ is not MappingEndEvent:
            self._stop(faults.key_not_text(*_place(key_event)))
        return data

    def _sequence(self, start: Event, depth: int) -> list[Data]:
        if depth > MAX_DEPTH:
            self._stop(faults.too_deep(*_place(start)))
        get = self._next
        data: list[Data] = []
        while (event := get()).__class__ is not SequenceEndEvent:
            if type(event) is ScalarEvent:
                value = event.value
                data.append(None if value in NULLS and not event.style else value)
            else:
                data.append(self._collection(event, depth + 1))
        return data

    def _collection(self, start: Event, depth: int) -> Data:
        if start.__class__ is MappingStartEvent:
            return self._mapping(start, depth)
        return self._sequence(start, depth)

    def _refuse_key(self, event: ScalarEvent, key: str) -> None:
        if event.style or key not in NO_KEYS:
            _tell(self._found, faults.duplicate_key(*_place(event), key))
        elif key == "<<":
            _tell(self._found, faults.merge_key(*_place(event)))
        else:
            _tell(self._found, faults.key_not_text(*_place(event)))

    def _stop(self, fault: Fault) -> NoReturn:
        self._found.append(fault)
        raise _StopReading


def _tell(found: list[Fault], fault: Fault) -> None:
    found.append(fault)
    if len(found) >= MAX_FAULTS:
        raise _StopReading


def _examined(following: NextEvent, found: list[Fault]) -> NextEvent:
    """The same events, each looked at for what a plain file has not, with composed values.

    An alias is told of and then stands for its own name; nothing is looked up.
    """

    def get() -> Event:
        event = following()
        if isinstance(event, AliasEvent):
            _tell(found, faults.anchor(*_place(event), f"*{event.anchor}"))
            return ScalarEvent(
                None, None, (False, True), f"*{event.anchor}", event.start_mark, style="*"
            )
        if isinstance(event, NodeEvent):
            _examine_properties(event, found)
        if isinstance(event, ScalarEvent):
            event.value = _examined_value(event, found)
        return event

    return get


def _examine_properties(event: NodeEvent, found: list[Fault]) -> None:
    if event.anchor is not None:
        _tell(found, faults.anchor(*_place(event), f"&{event.anchor}"))
    if getattr(event, "tag", None) is not None:
        _tell(found, faults.tag(*_place(event)))


def _examined_value(event: ScalarEvent, found: list[Fault]) -> str:
    value = event.value
    if event.style == '"' and (control := escaped_control(value)):
        _tell(found, faults.control_character(*_place(event), control))
    if is_composed(value):
        return value
    if has_stacked_marks(value):
        _tell(found, faults.stacked_marks(*_place(event)))
        return value
    return composed(value)


def _not_a_mapping(root: Event) -> Fault:
    if not isinstance(root, ScalarEvent):
        return faults.not_a_mapping(*_place(root), "en lista")
    if not root.value and not root.style:
        return faults.empty()
    if _TIGHT_COLON.match(root.value):
        return faults.tight_colon(*_place(root), FaultKind.NOT_A_MAPPING, root.value)
    return faults.not_a_mapping(*_place(root), f"texten ”{faults.shortened(root.value)}”")


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
