"""The extents of everything in a text, from a second reading of its events.

The parser ends a block collection where the next thing begins, past blanks and comments; here it
ends with its last value.
"""

from __future__ import annotations

from vrtool.yamlio.builder import NO_KEYS
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
from vrtool.yamlio.document import MAX_BYTES, MAX_DEPTH
from vrtool.yamlio.events import (
    CollectionStartEvent,
    Event,
    EventSource,
    MappingEndEvent,
    MappingStartEvent,
    NextEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
    events,
)
from vrtool.yamlio.positions import Extent, Member, Node

_BLOCK_STYLES = ("|", ">")


class _LostError(Exception):
    """The text has a fault that the reader tells of; places in it mean nothing."""


def survey(raw: bytes, source: EventSource = events) -> Node | None:
    """The extents in bytes that read without fault, as a tree from the top-level map; else None.

    The bytes have no byte order mark. Past MAX_BYTES they are not looked at: the reader has
    refused them.
    """
    if len(raw) > MAX_BYTES:
        return None
    try:
        text = decoded(raw)
        if may_hide_trouble(text) and any(text_faults(text)):
            return None
        return _Surveyor(text, source(raw)).document()
    except (UndecodableError, YAMLError, _LostError):
        return None


class _Surveyor:
    """One survey of one text. Recursion is bounded by MAX_DEPTH."""

    __slots__ = ("_next", "_text")

    def __init__(self, text: str, following: NextEvent) -> None:
        self._text = text
        self._next = following

    def document(self) -> Node:
        self._next()  # the stream starts
        self._next()  # the document starts
        root = self._next()
        if not isinstance(root, MappingStartEvent) or _has_properties(root):
            raise _LostError
        tree = self._mapping(root, 1)
        self._next()  # the document ends
        if not isinstance(self._next(), StreamEndEvent):
            raise _LostError
        return tree

    def _value(self, event: Event, depth: int) -> Node:
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if (
            depth > MAX_DEPTH
            or not isinstance(event, CollectionStartEvent)
            or _has_properties(event)
        ):
            raise _LostError
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        return self._sequence(event, depth)

    def _scalar(self, event: ScalarEvent) -> Node:
        if _has_properties(event) or (event.style == '"' and escaped_control(event.value)):
            raise _LostError
        start, end = _extent(event)
        if event.style in _BLOCK_STYLES:  # the parser counts the breaks after a block text to it
            end = start + len(self._text[start:end].rstrip())
        return Node(start, end)

    def _mapping(self, begin: CollectionStartEvent, depth: int) -> Node:
        start, last = _extent(begin)
        get = self._next
        members: dict[str, Member] = {}
        while type(event := get()) is ScalarEvent:
            key = _key(event)
            if key in members:
                raise _LostError
            value = self._value(get(), depth + 1)
            members[key] = (_extent(event), value)
            last = value.end
        if not isinstance(event, MappingEndEvent):
            raise _LostError
        return Node(start, _extent(event)[1] if begin.flow_style else last, members)

    def _sequence(self, begin: CollectionStartEvent, depth: int) -> Node:
        start, last = _extent(begin)
        get = self._next
        items: list[Node] = []
        while type(event := get()) is not SequenceEndEvent:
            items.append(self._value(event, depth + 1))
            last = items[-1].end
        return Node(start, _extent(event)[1] if begin.flow_style else last, items=items)


def _has_properties(event: ScalarEvent | CollectionStartEvent) -> bool:
    return event.anchor is not None or event.tag is not None


def _key(event: ScalarEvent) -> str:
    key = event.value
    if _has_properties(event) or (key in NO_KEYS and not event.style):
        raise _LostError
    if is_composed(key):
        return key
    if has_stacked_marks(key):
        raise _LostError
    return composed(key)


def _extent(event: Event) -> Extent:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)
