"""The two programs that make documents: pandoc and Typst. Neither reaches the network."""

from __future__ import annotations

import os
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vrtool.documents.template_fault import TemplateFaultError
from vrtool.documents.templates import lacks
from vrtool.errors import CannotDo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PANDOC_SECONDS = 60
_TYPST_LINE = re.compile(r"__typst_py_bytes__\.typ:(\d+):")


def pandoc(source: str, arguments: Sequence[str], *, timestamp: int) -> bytes:
    """What pandoc makes of the source, sandboxed and without the user's own pandoc settings.

    `timestamp` (seconds since 1970, UTC) is the time that pandoc believes it is. Raises `CannotDo`
    when pandoc is not installed or fails.
    """
    program = _pandoc_program()
    settings = ["--sandbox", f"--data-dir={program.parent}", "--wrap=none", "--quiet"]
    try:
        done = subprocess.run(
            [str(program), *settings, *arguments, "--output=-"],
            input=source.encode(),
            capture_output=True,
            check=False,
            timeout=_PANDOC_SECONDS,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(timestamp)},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotDo(f"pandoc gick inte att köra ({error}). Installera om vrtool.") from error
    if done.returncode != 0:
        # What follows its first line is for pandoc's own makers.
        reason = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise CannotDo(f"pandoc kunde inte skapa dokumentet: {reason}. Rätta mallen.")
    return done.stdout


def typeset(
    source: str,
    values: Mapping[str, str],
    *,
    layout: Path,
    font_dirs: Sequence[Path],
    timestamp: int,
) -> bytes:
    """The Typst source as a tagged PDF/UA-1.

    The source begins with what stands in the file `layout`. It finds `values` in `sys.inputs`,
    reads files in the folder of `layout` only, and sees the fonts in `font_dirs` and those within
    Typst, none of the machine's. Raises `CannotDo` when Typst is not installed or the source cannot
    be typeset, with its place where that is in `layout`.
    """
    try:
        # The library is 80 MB and is loaded only to make a PDF.
        import typst  # noqa: PLC0415
    except ImportError as error:
        lacks("typst", error)
    folders = [str(folder) for folder in font_dirs if folder.is_dir()]
    try:
        compiler = typst.Compiler(
            source.encode(),
            root=str(layout.parent),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=folders),
            ignore_system_fonts=True,
            sys_inputs=dict(values),
        )
        pdf, _ = compiler.compile_with_warnings(
            format="pdf", pdf_standards="ua-1", timestamp=timestamp
        )
    except typst.TypstError as error:
        hints = "".join(f" ({hint})" for hint in error.hints)
        place = _TYPST_LINE.search(error.diagnostic)
        line = int(place[1]) if place else 0
        inside = line <= len(layout.read_text(encoding="utf-8").split("\n"))
        reason = f"PDF kunde inte skapas: {error.message}{hints}"
        raise TemplateFaultError(layout, line if inside else 0, reason) from error
    return cast("bytes", pdf)  # several pages come in several parts as pictures only


def _pandoc_program() -> Path:
    """The executable in the wheel. Another pandoc on the machine would write other bytes."""
    package = find_spec("pypandoc")
    if package is None or package.origin is None:
        lacks("pandoc")
    files = Path(package.origin).parent / "files"
    program = files / ("pandoc.exe" if os.name == "nt" else "pandoc")
    if not program.is_file():
        lacks("pandoc")
    return program.absolute()
