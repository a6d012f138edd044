"""Where templates, styles and fonts are found, and the filling of a document's template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import vrtool
from vrtool.documents.plain import as_plain
from vrtool.documents.template_fault import TemplateFaultError
from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from _typeshed import DataclassInstance

# What is left out leaves its empty lines behind; no value has more than one between paragraphs.
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def document(name: str, view: DataclassInstance, template_dirs: Sequence[Path] = ()) -> str:
    """A document as Markdown: the template `name` filled with the view, as `fill` does.

    However much is left out, no more than one empty line follows another.
    """
    return _EMPTY_LINES.sub("\n\n", fill(name, as_plain(view), template_dirs))


def fill(name: str, view: Mapping[str, object], template_dirs: Sequence[Path] = ()) -> str:
    """The document's Markdown: the template `name` filled with the view model's values.

    A template in `template_dirs` wins over the packaged one of the same name. Raises `CannotDo`,
    with the template and the line, when there is no such template or it cannot be filled.
    """
    try:
        # Jinja takes as long to import as the rest of a light command.
        from vrtool.documents import sandbox  # noqa: PLC0415
    except ImportError as error:
        lacks("jinja2", error)
    return sandbox.fill(sandbox.environment(tuple(folders(template_dirs))), name, view)


def folders(template_dirs: Sequence[Path] = ()) -> Iterator[Path]:
    """Where to look, the user's own folders before the packaged one."""
    yield from template_dirs
    installed = Path(vrtool.__file__).parent / "templates"
    yield installed if installed.is_dir() else Path(vrtool.__file__).parents[2] / "templates"


def find(name: str, template_dirs: Sequence[Path] = ()) -> Path:
    """The absolute path of a template, style or font folder; raises `CannotDo` if there is none."""
    looked = list(folders(template_dirs))
    for folder in looked:
        if (folder / name).exists():
            return (folder / name).resolve()
    places = ", ".join(str(folder) for folder in looked)
    raise CannotDo(f"Mallen {name} finns inte. Den söktes i {places}.")


def read(name: str, template_dirs: Sequence[Path] = ()) -> str:
    """The text of a layout file, found as `find` does; raises `CannotDo` for one that is none."""
    file = find(name, template_dirs)
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateFaultError(file, 0, "den är inte skriven i UTF-8") from error


def lacks(program: str, cause: BaseException | None = None) -> NoReturn:
    """Raise `CannotDo`, saying how a program that the documents need is installed."""
    raise CannotDo(
        f"Dokument kan inte skapas: {program} saknas. "
        'Installera det med: pip install "vrtool[documents]"'
    ) from cause
