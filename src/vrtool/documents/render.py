"""One Markdown source becomes Markdown, HTML, DOCX and PDF: same source, same bytes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from vrtool.documents import docx, markdown, programs
from vrtool.documents.markdown import printable
from vrtool.documents.meta import Format, Meta
from vrtool.documents.templates import find, folders, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARKDOWN = "".join(
    (
        "markdown_strict",
        # What a value could use to become something else than text.
        "-raw_html-shortcut_reference_links-spaced_reference_links",
        # Escapes and line breaks as other readers of Markdown know them.
        "+all_symbols_escapable+intraword_underscores+escaped_line_breaks+space_in_atx_header",
        "+blank_before_header+blank_before_blockquote+startnum",
        # What the documents are made of. Divs carry a style's name to Word and to CSS.
        "+pipe_tables+definition_lists+fenced_divs",
    )
)
# With a "page" this narrow every table is as wide as the text, its columns as the dashes under
# its header, rather than that depending on how long the longest cell happens to be.
_TABLES_BY_DASHES = "--columns=10"
TYPST_FILTER = Path(__file__).with_name("typst.lua").absolute()
# A header cell is to say what it heads; those of a Markdown table always head columns. A table
# too wide for a small screen is scrolled by itself, with the keyboard too.
_HTML_TABLES = (
    (re.compile(r"<th(?=[\s>])"), '<th scope="col"'),
    (
        re.compile(r"<table(?=[\s>])"),
        '<div class="table" role="group" aria-label="Tabell" tabindex="0">\n<table',
    ),
    (re.compile(r"</table>"), "</table>\n</div>"),
)
_HTML_MARK = re.compile(r"\$(title|language|organisation|description|stamp|style|body)\$")


def render(
    source: str, meta: Meta, formats: Iterable[Format], template_dirs: Sequence[Path] = ()
) -> dict[Format, bytes]:
    """The document in each of the formats, in the order asked for.

    `source` is Markdown in the dialect `MARKDOWN`. Layout files (`document.typ`, `document.html`,
    `document.css`, `reference.docx`, `fonts/`) in `template_dirs` win over the packaged ones.
    Raises `CannotDo` when a program is missing or a layout file is unusable.
    """
    makers = {Format.MD: _markdown, Format.HTML: _html, Format.DOCX: _docx, Format.PDF: _pdf}
    clean = printable(source).strip() + "\n"
    about = _printable_meta(meta)
    with ThreadPoolExecutor() as pool:  # each waits for a program of its own
        wanted = dict.fromkeys(formats)
        made = {it: pool.submit(makers[it], clean, about, template_dirs) for it in wanted}
        return {it: job.result() for it, job in made.items()}


def _printable_meta(meta: Meta) -> Meta:
    def clean(text: str) -> str:
        return printable(" ".join(text.split()))

    return replace(
        meta,
        title=clean(meta.title),
        organisation=clean(meta.organisation),
        description=clean(meta.description),
        stamp=clean(meta.stamp),
    )


def _values(meta: Meta) -> dict[str, str]:
    """What the page layouts of HTML and PDF show or say of the document, by the names they use."""
    return {
        "title": meta.title,
        "language": meta.language,
        "organisation": meta.organisation,
        "description": meta.description,
        "stamp": meta.stamp,
    }


def _markdown(source: str, meta: Meta, _: Sequence[Path]) -> bytes:
    stamp = f"**{markdown.escape(meta.stamp)}**\n\n" if meta.stamp else ""
    return (stamp + source).encode()


def _html(source: str, meta: Meta, template_dirs: Sequence[Path]) -> bytes:
    body = programs.pandoc(
        source, [f"--from={MARKDOWN}", "--to=html5", _TABLES_BY_DASHES], timestamp=meta.timestamp
    ).decode()
    for pattern, accessible in _HTML_TABLES:
        body = pattern.sub(accessible, body)
    style = read("document.css", template_dirs)
    values = {name: escape(text) for name, text in _values(meta).items()}
    values |= {"style": style, "body": body}
    # Not pandoc's templates: it reads what the command line says as the machine's locale has it.
    page = read("document.html", template_dirs)
    return _HTML_MARK.sub(lambda mark: values[mark[1]], page).encode()


def _docx(source: str, meta: Meta, template_dirs: Sequence[Path]) -> bytes:
    stamp = ""
    if meta.stamp:
        stamp = f'::: {{custom-style="{docx.STAMP_STYLE}"}}\n{markdown.escape(meta.stamp)}\n:::\n\n'
    made = programs.pandoc(
        stamp + source,
        [
            f"--from={MARKDOWN}",
            "--to=docx",
            f"--reference-doc={find('reference.docx', template_dirs)}",
            _TABLES_BY_DASHES,
        ],
        timestamp=meta.timestamp,
    )
    return docx.finish(made, meta)


def _pdf(source: str, meta: Meta, template_dirs: Sequence[Path]) -> bytes:
    layout = find("document.typ", template_dirs)
    body = programs.pandoc(
        source,
        [f"--from={MARKDOWN}", "--to=typst", f"--lua-filter={TYPST_FILTER}", _TABLES_BY_DASHES],
        timestamp=meta.timestamp,
    )
    return programs.typeset(
        read("document.typ", template_dirs) + body.decode(),
        _values(meta),
        layout=layout,
        font_dirs=[folder / "fonts" for folder in folders(template_dirs)],
        timestamp=meta.timestamp,
    )
