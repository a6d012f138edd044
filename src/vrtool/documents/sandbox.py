"""The Jinja environment of the documents: sandboxed, strict, everything printed is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vrtool.documents import markdown
from vrtool.documents.template_fault import TemplateFaultError
from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What a template's expressions may raise when the values are not what its author thought.
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_NOT_THE_SAME_TWICE = ("random", "lipsum")


class _MissingName(StrictUndefined):
    """An undefined name that says so in Swedish."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"”{self._undefined_name}” finns inte bland det som mallen får"


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja's own escaping is for HTML, so Markdown's takes the way through `finalize`.

    Whatever a template prints passes `finalize`. Whatever a macro, a block or an include gives has
    passed it already: `concat` marks it, so that it is not escaped twice.
    """

    @staticmethod
    def concat(parts: Iterable[object]) -> markdown.Escaped:  # type: ignore[override]
        return markdown.Escaped("".join(map(str, parts)))


@cache
def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The environment; a template in an earlier folder wins over its namesake in a later one.

    One for the folders: it keeps what it has read of a template until the file changes.

    Filters: `paragraphs`, `cell` and `link`, see the `markdown` module.
    """
    made = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=_MissingName,
        finalize=markdown.escape,
        autoescape=False,  # that one is for HTML; finalize escapes for Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(paragraphs=markdown.paragraphs, cell=markdown.cell, link=markdown.link)
    for name in _NOT_THE_SAME_TWICE:
        made.filters.pop(name, None)
        made.globals.pop(name, None)
    return made


def fill(jinja: ImmutableSandboxedEnvironment, name: str, view: Mapping[str, object]) -> str:
    """The template filled with the values; raises `CannotDo` with its name and line."""
    try:
        return str(jinja.get_template(name).render(view))
    except TemplateNotFound as error:
        raise CannotDo(
            f"Mallen {error.name or name} finns inte. Lägg den i mappen templates."
        ) from error
    except _FAILURES as error:
        file, line = _place(error, name)
        raise TemplateFaultError(file, line, _reason(error)) from error


def _place(error: BaseException, name: str) -> tuple[Path, int]:
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or error.name or name), error.lineno
    lines = [
        (Path(frame.f_code.co_filename), line)
        for frame, line in walk_tb(error.__traceback__)
        if "__jinja_exception__" in frame.f_globals  # a frame that Jinja made to show the template
    ]
    return lines[-1] if lines else (Path(name), 0)


def _reason(error: BaseException) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"den kan inte tolkas ({error.message})"
    if isinstance(error, UndefinedError):
        return str(error)
    if isinstance(error, SecurityError | OverflowError):
        return f"mallar får inte göra så ({error})"
    return f"den kan inte fyllas i ({error or type(error).__name__})"
