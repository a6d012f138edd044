"""What the commands that build a document share: their options, and how a document is built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from vrtool.cli.progress import working
from vrtool.cli.repo import colour_wanted
from vrtool.cli.streams import near, out, say
from vrtool.diagnostic import Severity
from vrtool.documents.meta import Format, Meta
from vrtool.documents.output import write_files
from vrtool.documents.parts import Shortcoming
from vrtool.documents.render import render
from vrtool.errors import WrongUsage
from vrtool.report.findings import Reportable
from vrtool.report.text import text
from vrtool.text import count, join, printable

BUILD = "build"
PUBLIC = "publik"
TEMPLATES = "templates"
EVERY_FORM = "md,html,docx,pdf"
_AT_A_TIME = 4

Formats: TypeAlias = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="En eller flera av md, html, docx, pdf.")
]
Draft: TypeAlias = Annotated[
    bool, typer.Option("--draft", help="Bygg trots fel, stämplat UTKAST med en lista på dem.")
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Skriv över dokument som ändrats för hand.")
]
Open: TypeAlias = Annotated[
    bool, typer.Option("--open", help="Öppna det första dokumentet när det är klart.")
]
Public: TypeAlias = Annotated[
    bool, typer.Option("--public", help="Bygg för publicering: utan det som har public: false.")
]


@dataclass(frozen=True, slots=True)
class Order:
    """How a document is to be built: the options that all such commands have.

    What is `public` goes into a folder of its own, apart from what is not for everybody.
    """

    formats: Sequence[Format]
    draft: bool
    force: bool
    open_it: bool
    public: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built.

    `folder` and `stem` name the files below `build/`. In the messages `document` is what it is
    called (*kallelsen*), `subject` what it is about by name (*rådet 11 februari 2030*), `kind` what
    that is (*Mötet*), and `heading` what stands above the files. `write` gives the Markdown, with
    what the document says of itself, from the folders with the user's own templates.
    """

    folder: str
    stem: str
    document: str
    subject: str
    kind: str
    heading: str
    write: Callable[[Sequence[Path]], tuple[str, Meta]]


def order(formats: str, *, draft: bool, force: bool, open_it: bool, public: bool = False) -> Order:
    """The options as given. Raises WrongUsage for a format there is none of, and for a draft to be
    published: what is wrong with it would be told to everybody.
    """
    if public and draft:
        raise WrongUsage("Ett utkast publiceras inte: välj --public eller --draft.")
    return Order(_formats(formats), draft, force, open_it, public)


def _formats(given: str) -> list[Format]:
    known = {form.value: form for form in Format}
    names = [name.strip().lower() for name in given.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise WrongUsage(
            f"”{', '.join(unknown) or given}” är inget format. Välj bland {join(list(known))}."
        )
    return [known[name] for name in names]


def build(job: Job, report: Reportable, wanted: Order, lacking: Sequence[Shortcoming] = ()) -> int:
    """Build the document, unless something stands in the way; gives the exit code.

    `report` holds the findings that concern it: an error among them, or anything `lacking`, stops
    it, unless a draft is asked for.
    """
    return build_each([job], report, wanted, lacking)


def build_each(
    jobs: Sequence[Job], report: Reportable, wanted: Order, lacking: Sequence[Shortcoming] = ()
) -> int:
    """Build documents of one kind that differ in their stem and their text, as `build` does.

    They go into one folder, all of them or none.
    """
    faults = only_errors(report)
    if (faults.findings or lacking) and not wanted.draft:
        _refuse(jobs[0], faults, lacking)
        return 1
    own_templates = [report.root / TEMPLATES]
    folder = report.root / BUILD / jobs[0].folder / (PUBLIC if wanted.public else "")
    with working("Bygger dokumenten"):
        rendered = _rendered(jobs, wanted, own_templates)
    written = write_files(folder, rendered, force=wanted.force)
    _tell(jobs[0], report, written)
    if wanted.open_it:
        typer.launch(str(written[0]))
    return 0


def only_errors(report: Reportable) -> Reportable:
    """What of a report stops a document."""
    errors = tuple(found for found in report.findings if found.severity is Severity.ERROR)
    return replace(report, findings=errors)


def _rendered(
    jobs: Sequence[Job], wanted: Order, own_templates: Sequence[Path]
) -> dict[str, bytes]:
    """Every file by its name. Several documents are rendered at a time: each waits for programs."""
    texts = [job.write(own_templates) for job in jobs]
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        made = [
            pool.submit(render, markdown, meta, wanted.formats, own_templates)
            for markdown, meta in texts
        ]
        return {
            f"{job.stem}.{form.value}": content
            for job, document in zip(jobs, made, strict=True)
            for form, content in document.result().items()
        }


def tell_faults(report: Reportable, lacking: Sequence[Shortcoming]) -> None:
    """Show what stands in the way of a document, each with how it is mended."""
    if report.findings:
        out(text(report, colour=colour_wanted()))
    for shortcoming in lacking:
        say(f"{shortcoming.message} {shortcoming.mend}")


def _refuse(job: Job, report: Reportable, lacking: Sequence[Shortcoming]) -> None:
    tell_faults(report, lacking)
    say(
        f"\nInget är skrivet: {job.subject} har fel som måste rättas först. "
        f"Med --draft byggs {job.document} ändå, med stämpeln UTKAST."
    )


def _tell(job: Job, report: Reportable, written: Sequence[Path]) -> None:
    out(f"{printable(job.heading)}:")
    for path in written:
        out(f"  {near(path)}")
    warnings = report.count(Severity.WARNING)
    if warnings:
        told = count(warnings, "varning", "varningar")
        say(f"{job.kind} har också {told}: kör vr check för att se dem.")
