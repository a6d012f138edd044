"""`vr agenda build` and `vr agenda data`; `fix` and `send` stand in agenda_settling."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

import typer

from vrtool.cli import agenda_documents, agenda_settling, asking, building
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open, Public
from vrtool.cli.clock import Today, today_or
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.agenda import agenda_view
from vrtool.documents.plain import as_plain
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Meeting
from vrtool.register import choose
from vrtool.register.register import Register

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
_COMING = typer.Option("--coming", help="Bygg för alla kommande möten som har punkter.")


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str | None, _MEETING] = None,
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
    public: Public = False,
    coming: Annotated[bool, _COMING] = False,
    today: Today = None,
) -> int:
    """Bygg kallelse med dagordning.

    Mötet prövas först, med sina ärenden och forumets platser den dagen. Finns det fel skrivs
    inget: varje fel visas med hur det rättas. Dokumenten hamnar i build/ under mötets id; de för
    publicering i mappen publik där, där varje punkt som inte publiceras bara har sitt nummer.

    Med --coming byggs alla kommande möten, från i dag. Ett möte med fel hindrar inget annat, och
    de som ännu saknar punkter nämns bara.
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it, public=public)
    if coming and (meeting is not None or open_it):
        extra = "--open" if meeting is None else "mötet"
        raise WrongUsage(f"--coming bygger för alla kommande möten: utelämna {extra}.")
    day = today_or(today)
    checked = agenda_documents.opened(context.obj)
    if coming:
        return agenda_documents.build_coming(checked, day, order)
    chosen = _choose(checked.register, meeting, day)
    return agenda_documents.build(checked, chosen, order)


@app.command(cls=SwedishCommand)
def data(context: typer.Context, meeting: Annotated[str | None, _MEETING] = None) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    checked = agenda_documents.opened(context.obj)
    register = checked.register
    chosen = _choose(register, meeting, today_or(None))
    view = agenda_view(register, checked.rulebook, chosen, checked.about(chosen).findings)
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))


def _choose(register: Register, text: str | None, today: date) -> Meeting:
    if text is not None:
        return asking.meeting(register, text)
    coming = choose.next_meetings(register, today)
    if not coming:
        raise WrongUsage(
            "Inget kommande möte finns inlagt. Skriv vilket möte det gäller; "
            "vr meeting list visar alla."
        )
    return coming[0] if len(coming) == 1 else asking.one_of(register, coming)
