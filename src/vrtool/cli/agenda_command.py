"""`vr agenda build` and `vr agenda data`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli.repo import colour_wanted, open_repo, readable
from vrtool.cli.streams import out, say
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.diagnostic import Finding, Severity
from vrtool.documents.agenda import agenda_markdown, agenda_meta, agenda_view
from vrtool.documents.meta import Format
from vrtool.documents.output import write_document
from vrtool.documents.plain import as_plain
from vrtool.documents.render import render
from vrtool.engine import check
from vrtool.engine.concerns import concerning
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.load import Loaded
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.report.findings import Reportable, reportable
from vrtool.report.text import text
from vrtool.text import count, join, sentence

BUILD = "build"
TEMPLATES = "templates"
STEM = "kallelse"

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Kallelse med dagordning: bygg den, visa dess innehåll.",
)

_MEETING = typer.Argument(
    metavar="[MÖTE]",
    help="Mötets id, eller FORUM@DATUM (or@11feb). Utelämnat: nästa möte.",
)


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str | None, _MEETING] = None,
    formats: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="En eller flera av md, html, docx, pdf."),
    ] = "md,html,docx,pdf",
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Bygg trots fel, stämplat UTKAST med en lista på dem."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv över dokument som ändrats för hand.")
    ] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Öppna det första dokumentet när det är klart.")
    ] = False,
) -> int:
    """Bygg kallelse med dagordning.

    Mötet prövas först, med sina ärenden och forumets platser den dagen. Finns det fel skrivs
    inget: varje fel visas med hur det rättas. Dokumenten hamnar i build/ under mötets id.
    """
    wanted = _formats(formats)
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = _choose(register, meeting)
    report = reportable(loaded, check(loaded))
    rulebook = Rulebook(register)
    findings = concerning(register, rulebook, chosen, report.findings)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors and not draft:
        _refuse(register, chosen, report, errors)
        return 1
    written = _write(loaded, chosen, findings, wanted, draft=draft, force=force)
    _tell(register, chosen, findings, written)
    if open_it:
        typer.launch(str(written[0]))
    return 0


@app.command(cls=SwedishCommand)
def data(context: typer.Context, meeting: Annotated[str | None, _MEETING] = None) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = _choose(register, meeting)
    rulebook = Rulebook(register)
    findings = concerning(register, rulebook, chosen, check(loaded).findings)
    view = agenda_view(register, rulebook, chosen, findings)
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))


def _formats(text: str) -> list[Format]:
    known = {form.value: form for form in Format}
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise WrongUsage(
            f"”{', '.join(unknown) or text}” är inget format. Välj bland {join(list(known))}."
        )
    return [known[name] for name in names]


def _choose(register: Register, text: str | None) -> Meeting:
    if text is None:
        # Which meeting comes next is the one thing here that a clock decides.
        coming = choose.next_meetings(register, date.today())  # noqa: DTZ011 - local days
        if not coming:
            raise WrongUsage(
                "Inget kommande möte finns inlagt. Skriv vilket möte det gäller; "
                "vr meeting list visar alla."
            )
        return coming[0] if len(coming) == 1 else _ask(register, coming)
    try:
        return choose.meeting(register, text)
    except choose.SeveralFitError as several:
        if not sys.stdin.isatty():
            raise
        return _ask(register, several.meetings)


def _ask(register: Register, meetings: Sequence[Meeting]) -> Meeting:
    """Ask which meeting is meant; without a terminal to ask at, say that it must be named."""
    named = [f"{m.id}  {sentence(meeting_name(register, m))}" for m in meetings]
    if not sys.stdin.isatty():
        raise WrongUsage(f"Flera möten passar: {join([m.id for m in meetings])}. Skriv vilket.")
    for number, name in enumerate(named, start=1):
        say(f"{number:>3}. {name}")
    answer = typer.prompt("Vilket möte (nummer)", err=True)
    if not (answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(meetings)):
        raise WrongUsage(f"”{answer}” är inget av numren 1–{len(meetings)}.")
    return meetings[int(answer) - 1]


def _refuse(
    register: Register, meeting: Meeting, report: Reportable, errors: list[Finding]
) -> None:
    only = Reportable(report.root, tuple(errors), report.files, report.forms)
    out(text(only, colour=colour_wanted()))
    say(
        f"\nInget är skrivet: {meeting_name(register, meeting)} har fel som måste rättas först. "
        f"Med --draft byggs kallelsen ändå, stämplad UTKAST."
    )


def _write(  # noqa: PLR0913 - each is one thing the document depends on
    loaded: Loaded,
    meeting: Meeting,
    findings: tuple[Finding, ...],
    formats: list[Format],
    *,
    draft: bool,
    force: bool,
) -> list[Path]:
    register = readable(loaded)
    own_templates = [loaded.root / TEMPLATES]
    view = agenda_view(register, Rulebook(register), meeting, findings, draft=draft)
    markdown = agenda_markdown(view, own_templates)
    rendered = render(markdown, agenda_meta(view), formats, own_templates)
    return write_document(loaded.root / BUILD / meeting.id, STEM, rendered, force=force)


def _tell(
    register: Register, meeting: Meeting, findings: tuple[Finding, ...], written: list[Path]
) -> None:
    out(f"Kallelse till {meeting_name(register, meeting)}:")
    for path in written:
        out(f"  {_near(path)}")
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if warnings:
        told = count(warnings, "varning", "varningar")
        say(f"Mötet har också {told}: kör vr check för att se dem.")


def _near(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
