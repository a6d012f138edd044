"""`vr agenda build` and `vr agenda data`; `fix` and `send` stand in agenda_settling."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli import agenda_settling, asking, building
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open, Public
from vrtool.cli.repo import open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.agenda import agenda_markdown, agenda_meta, agenda_view
from vrtool.documents.meta import Meta
from vrtool.documents.plain import as_plain
from vrtool.documents.publication import check_published, published_agenda
from vrtool.engine import check
from vrtool.engine.concerns import concerning
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.load import readable
from vrtool.register.norms import Rulebook
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report.findings import reportable
from vrtool.text import sentence

STEM = "kallelse"

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Kallelse med dagordning: fastställ den, bygg den, sänd den.",
)
app.command("fix", cls=SwedishCommand)(agenda_settling.fix)
app.command("send", cls=SwedishCommand)(agenda_settling.send)

_MEETING = typer.Argument(
    metavar="[MÖTE]",
    help="Mötets id, eller FORUM@DATUM (or@11feb). Utelämnat: nästa möte.",
)


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str | None, _MEETING] = None,
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
    public: Public = False,
) -> int:
    """Bygg kallelse med dagordning.

    Mötet prövas först, med sina ärenden och forumets platser den dagen. Finns det fel skrivs
    inget: varje fel visas med hur det rättas. Dokumenten hamnar i build/ under mötets id; de för
    publicering i mappen publik där, där varje punkt som inte publiceras bara har sitt nummer.
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it, public=public)
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = _choose(register, meeting)
    if public:
        check_published(register, chosen)
    rulebook = Rulebook(register)
    report = reportable(loaded, check(loaded))
    findings = concerning(register, rulebook, chosen, report.findings)

    def write(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = agenda_view(register, rulebook, chosen, findings, draft=draft)
        view = published_agenda(register, view) if public else view
        return agenda_markdown(view, own_templates), agenda_meta(view)

    name = meeting_name(register, chosen)
    notice = word(register, "notice")
    heading = f"{sentence(notice.one)} till {name}"
    job = building.Job(chosen.id, STEM, notice.the, name, "Mötet", heading, write)
    return building.build(job, replace(report, findings=findings), order)


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


def _choose(register: Register, text: str | None) -> Meeting:
    if text is not None:
        return asking.meeting(register, text)
    # Which meeting comes next is the one thing here that a clock decides.
    coming = choose.next_meetings(register, date.today())  # noqa: DTZ011 - local days
    if not coming:
        raise WrongUsage(
            "Inget kommande möte finns inlagt. Skriv vilket möte det gäller; "
            "vr meeting list visar alla."
        )
    return coming[0] if len(coming) == 1 else asking.one_of(register, coming)
