"""What stands between `${{` and `}}` in a GitHub workflow, as far as the workflows here use it.

What is not known here (a function, an operator, a context) is an error, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import nan
from typing import Any

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|([A-Za-z_][\w-]*)|(==|!=|&&|\|\||[!().]))")


def evaluated(expression: str, contexts: Mapping[str, Any]) -> Any:
    """What an expression (without its braces) comes to. Raises ValueError where it is not known."""
    parser = _Parser(_tokens(expression), contexts)
    value = parser.either()
    if parser.tokens:
        raise ValueError(f"what is {parser.tokens[0]!r} in {expression!r}?")
    return value


def expanded(text: str, contexts: Mapping[str, Any]) -> str:
    """The text with its expressions put in."""
    return EXPRESSION.sub(lambda found: as_text(evaluated(found[1], contexts)), text)


def holds(condition: str, contexts: Mapping[str, Any], *, good: bool = True) -> bool:
    """Whether a job or a step with this `if` is run; `good` is whether all before it went well."""
    found = EXPRESSION.fullmatch(condition.strip())
    expression = found[1] if found else condition
    asks = "cancelled()" in expression
    return (good or asks) and truth(evaluated(expression, contexts))


def as_text(value: Any) -> str:
    """A value as it is written into a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int):
        raise ValueError(f"{value!r} in a text")  # noqa: TRY004 - said of the workflow
    return str(value)


def truth(value: Any) -> bool:
    """Empty texts, nothing, false and zero do not hold."""
    return bool(value) or isinstance(value, Mapping | list)


def _tokens(expression: str) -> list[str]:
    found, at = [], 0
    while expression[at:].strip():
        token = _TOKEN.match(expression, at)
        if token is None:
            raise ValueError(f"what is {expression[at:]!r}?")
        found.append(token[0].strip())
        at = token.end()
    return found


@dataclass
class _Parser:
    tokens: list[str]
    contexts: Mapping[str, Any]
    _literals: Mapping[str, Any] = field(default_factory=lambda: {"true": True, "false": False})

    def _takes(self, *tokens: str) -> str | None:
        return self.tokens.pop(0) if self.tokens and self.tokens[0] in tokens else None

    def _next(self, *wanted: str) -> str:
        if not self.tokens or (wanted and self.tokens[0] not in wanted):
            raise ValueError(f"wanted {wanted or 'a value'} before {self.tokens}")
        return self.tokens.pop(0)

    def either(self) -> Any:
        value = self._both()
        while self._takes("||"):
            other = self._both()
            value = value if truth(value) else other
        return value

    def _both(self) -> Any:
        value = self._compared()
        while self._takes("&&"):
            other = self._compared()
            value = other if truth(value) else value
        return value

    def _compared(self) -> Any:
        value = self._one()
        while sign := self._takes("==", "!="):
            value = _same(value, self._one()) is (sign == "==")
        return value

    def _one(self) -> Any:
        if self._takes("!"):
            return not truth(self._one())
        if self._takes("("):
            value = self.either()
            self._next(")")
            return value
        token = self._next()
        if token.startswith("'"):
            return token[1:-1].replace("''", "'")
        if token in self._literals:
            return self._literals[token]
        return self._called(token) if self._takes("(") else self._looked_up(token)

    def _called(self, function: str) -> bool:
        self._next(")")
        if function != "cancelled":
            raise ValueError(f"what does {function}() say?")
        return False

    def _looked_up(self, context: str) -> Any:
        """A property, step by step; below a context's own, what is missing is nothing."""
        if context not in self.contexts:
            raise ValueError(f"what is {context}?")
        value, depth = self.contexts[context], 0
        while self._takes("."):
            name = self._next()
            if depth == 0 and context in {"github", "runner", "needs", "steps"}:
                value = value[name]
            else:
                value = value.get(name) if isinstance(value, Mapping) else None
            depth += 1
        return value


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    if type(one) is type(other):
        return bool(one == other)
    return _number(one) == _number(other)


def _number(value: Any) -> float:
    if isinstance(value, str) and value:
        return float(value) if re.fullmatch(r"-?\d+(\.\d+)?", value) else nan
    return nan if isinstance(value, Mapping | list) else float(value or 0)
