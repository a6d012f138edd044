"""`vr brief build` and `vr brief data`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli import building
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open, Public
from vrtool.cli.repo import open_register, open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.brief import brief_markdown, brief_meta, brief_view, lacking
from vrtool.documents.meta import Meta
from vrtool.documents.plain import as_plain
from vrtool.documents.publication import check_published, published_brief
from vrtool.engine import check
from vrtool.engine.concerns import concerning_matter
from vrtool.register import choose
from vrtool.register.describe import matter_name
from vrtool.register.load import readable
from vrtool.report.findings import reportable

STEM = "underlag"

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Underlag för ställningstagande: bygg det, visa dess innehåll.",
)

_MATTER = typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    matter: Annotated[str, _MATTER],
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
    public: Public = False,
) -> int:
    """Bygg underlaget för ställningstagande i ett ärende.

    Ärendet prövas först. Finns det fel, eller saknas förslaget, skrivs inget: varje brist visas
    med hur den rättas. Dokumenten hamnar i build/ under ärendets id. Exempel:
    vr brief build 2030-001 --format pdf
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it, public=public)
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = choose.matter(register, matter)
    if public:
        check_published(register, chosen)
    report = reportable(loaded, check(loaded))
    findings = concerning_matter(register, chosen, report.findings)

    def write(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = brief_view(register, chosen, findings, draft=draft)
        view = published_brief(view) if public else view
        return brief_markdown(view, own_templates), brief_meta(view)

    name = matter_name(chosen)
    job = building.Job(chosen.id, STEM, "underlaget", name, "Ärendet", f"Underlag i {name}", write)
    return building.build(job, replace(report, findings=findings), order, lacking(register, chosen))


@app.command(cls=SwedishCommand)
def data(context: typer.Context, matter: Annotated[str, _MATTER]) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    register = open_register(context.obj)
    view = brief_view(register, choose.matter(register, matter))
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))
