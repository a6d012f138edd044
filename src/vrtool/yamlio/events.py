"""YAML's grammar, from PyYAML: a text as a stream of events. The only module that knows PyYAML.

PyYAML's resolvers and constructors are not used: they read YAML 1.1, where `10:00` is 600. Its
C parser is fast; where the platform lacks it the pure one gives the same events.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, cast

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML has no wheel with libyaml for every platform
    has_c_parser = False
else:
    has_c_parser = True

if TYPE_CHECKING:
    from yaml.tokens import ScalarToken

__all__ = [
    "AliasEvent",
    "CollectionStartEvent",
    "Event",
    "EventSource",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NextEvent",
    "NodeEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "StreamEndEvent",
    "YAMLError",
    "c_events",
    "events",
    "has_c_parser",
    "pure_events",
]

NextEvent: TypeAlias = Callable[[], Event]
"""Gives the next event; raises YAMLError where the text is no YAML. Not called past the end."""

EventSource: TypeAlias = Callable[[bytes], NextEvent]
"""Starts a stream of events over UTF-8 without byte order mark; may raise YAMLError at once."""


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, made to agree with libyaml where the two differ on ordinary text.

    They still differ on oddities: a tab inside a plain text or after `|`, and `|#`, which this one
    refuses; and in which of several faults they come upon first.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Tabs separate tokens as blanks do, except where indentation counts."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """An escape past the last character of Unicode is an error in the text, not a crash."""
        start = self.get_mark()
        try:
            return super().scan_flow_scalar(style)
        except (ValueError, OverflowError):
            problem = "found invalid Unicode character escape code"
            raise ScannerError(
                "while scanning a quoted scalar", start, problem, self.get_mark()
            ) from None


def pure_events(raw: bytes) -> NextEvent:
    """Events from the parser written in Python."""
    return cast("NextEvent", _PureParser(raw.decode()).get_event)


def c_events(raw: bytes) -> NextEvent:
    """Events from libyaml. Only where `has_c_parser`."""
    return cast("NextEvent", CParser(raw).get_event)


events: EventSource = c_events if has_c_parser else pure_events
