"""`vr minutes start`, `vr minutes build`, `vr minutes data` and `vr minutes home`.

What comes after them stands in minutes_after.
"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from vrtool.cli import asking, building, minutes_after
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open, Public
from vrtool.cli.minutes_documents import extracts, minutes, opened, sheets
from vrtool.cli.repo import open_repo, root_of
from vrtool.cli.streams import out, say, tell_written
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.minutes import minutes_view
from vrtool.documents.plain import as_plain
from vrtool.edit.minutes_start import start as start_minutes
from vrtool.errors import WrongUsage
from vrtool.model.meeting import Known
from vrtool.register import choose
from vrtool.register.describe import meeting_name
from vrtool.register.load import readable
from vrtool.register.words import word
from vrtool.text import sentence

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Anteckningarna från ett möte: börja, bygg, justera, sänd ut, rätta.",
)

_MEETING = typer.Argument(metavar="MÖTE", help="Mötets id, eller FORUM@DATUM (or@11feb).")


@app.command(cls=SwedishCommand)
def start(
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    led_by: Annotated[
        str | None,
        typer.Option("--led-by", metavar="PERSON", help="Vem som ledde mötet; annars ordföranden."),
    ] = None,
    secretary: Annotated[
        str | None,
        typer.Option("--secretary", metavar="PERSON", help="Vem som för anteckningarna."),
    ] = None,
) -> None:
    """Förbered mötets fil för anteckningarna.

    Alla som har plats den dagen skrivs in som kommentarer att ta bort # framför, liksom vad som
    ska stå om varje punkt och om de öppna uppdragen. Allt annat i filen står kvar som det var.

    Exempel: vr minutes start or@11feb --secretary "Anna Andersson"
    """
    root = root_of(context.obj)
    register = readable(open_repo(context.obj))
    chosen = asking.meeting(register, meeting)
    files = start_minutes(
        root,
        chosen.id,
        led_by=choose.person_id(register, led_by) if led_by else None,
        secretary=choose.person_id(register, secretary) if secretary else None,
    )
    name = sentence(meeting_name(register, chosen))
    out(f"{name} är förberett för {word(register, 'minutes').the}:")
    tell_written(files)
    out(
        "Nästa steg: fyll i närvaron och resultaten där; "
        f"vr minutes build {chosen.id} --draft visar vad som saknas."
    )
    if chosen.known is not Known.FULL:
        say(
            f"Mötet står med known: {chosen.known.value}, så ingenting som saknas prövas. "
            "Ta bort den raden när mötet är hållet."
        )


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
    extract: Annotated[
        str | None,
        typer.Option("--extract", metavar="PUNKT", help="Bara den punkten, ett utdrag per part."),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="PART", help="Bara utdraget till den parten."),
    ] = None,
    public: Public = False,
) -> int:
    """Bygg anteckningarna från ett möte.

    Mötet prövas först. Finns det fel, eller saknas närvaro eller resultat, skrivs inget: varje
    brist visas med hur den rättas. Det som någon ska justera stämplas OJUSTERAT tills det är
    gjort. Dokumenten hamnar i build/ under mötets id.

    Exempel: vr minutes build or@11feb --extract 3
    """
    if party and not extract:
        raise WrongUsage("--party hör ihop med --extract: skriv vilken punkt det gäller.")
    if public and extract:
        raise WrongUsage("--public gäller anteckningarna i sin helhet, inte utdrag.")
    order = building.order(formats, draft=draft, force=force, open_it=open_it, public=public)
    held = opened(context.obj, meeting)
    if extract:
        jobs = extracts(held, choose.item(held.meeting, extract), party)
    else:
        jobs = [minutes(held, draft=draft, public=public)]
    return building.build_each(jobs, held.report, order, held.lacking)


@app.command(cls=SwedishCommand)
def data(context: typer.Context, meeting: Annotated[str, _MEETING]) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    held = opened(context.obj, meeting)
    view = minutes_view(held.demands, held.meeting, held.report.findings)
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))


@app.command(cls=SwedishCommand)
def home(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    meeting: Annotated[str, _MEETING],
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="PART", help="Bara bladet till den parten."),
    ] = None,
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
) -> int:
    """Bygg blad med vad varje part tar med sig hem.

    Beslut som väntas av parten, uppdrag den har fått, frågor att återföra och vad mötet kom fram
    till. Bladen hamnar i build/ under mötets id, i mappen hem.

    Exempel: vr minutes home or@11feb --format pdf
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it)
    held = opened(context.obj, meeting)
    register = held.register
    parties = [choose.party_id(register, party)] if party else [*register.structure.parties]
    return building.build_each(sheets(held, parties), held.report, order, held.lacking)


app.command("adjust", cls=SwedishCommand)(minutes_after.adjust)
app.command("dispatch", cls=SwedishCommand)(minutes_after.dispatch)
app.command("correct", cls=SwedishCommand)(minutes_after.correct)
