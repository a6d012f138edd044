"""`vr consultation show`, `vr consultation build` and `vr consultation data`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from vrtool.cli import building
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open
from vrtool.cli.repo import colour_wanted, open_register, open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.documents.consultation import (
    consultation_markdown,
    consultation_meta,
    consultation_view,
)
from vrtool.documents.meta import Meta
from vrtool.documents.plain import as_plain
from vrtool.engine import check
from vrtool.engine.concerns import concerning_matter
from vrtool.errors import WrongUsage
from vrtool.model.consultation import Consultation
from vrtool.model.matter import Matter
from vrtool.register import choose
from vrtool.register.describe import matter_name
from vrtool.register.load import readable
from vrtool.register.register import Register
from vrtool.report import consultations
from vrtool.report.findings import reportable
from vrtool.text import join, sentence

STEM = "remissammanstallning"

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Remisser: visa svaren, bygg sammanställningen.",
)

_MATTER = typer.Argument(metavar="ÄRENDE", help="Ärendets id, eller en del av rubriken.")


@app.command(cls=SwedishCommand)
def show(context: typer.Context, matter: Annotated[str, _MATTER]) -> None:
    """Visa en remiss: svaren, och vad synpunkterna ledde till."""
    register = open_register(context.obj)
    chosen, _ = _choose(register, matter)
    out(consultations.shown(register, chosen, colour=colour_wanted()))


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    matter: Annotated[str, _MATTER],
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
) -> int:
    """Bygg remissammanställningen i ett ärende.

    Ärendet prövas först. Finns det fel skrivs inget: varje fel visas med hur det rättas.
    Dokumenten hamnar i build/ under ärendets id. Exempel:
    vr consultation build 2030-001 --format docx
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it)
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen, consultation = _choose(register, matter)
    report = reportable(loaded, check(loaded))
    findings = concerning_matter(register, chosen, report.findings)

    def write(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        view = consultation_view(register, chosen, consultation, findings, draft=draft)
        return consultation_markdown(view, own_templates), consultation_meta(view)

    name = matter_name(chosen)
    heading = f"Remissammanställning i {name}"
    job = building.Job(chosen.id, STEM, "sammanställningen", name, "Ärendet", heading, write)
    return building.build(job, replace(report, findings=findings), order)


@app.command(cls=SwedishCommand)
def data(context: typer.Context, matter: Annotated[str, _MATTER]) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    register = open_register(context.obj)
    view = consultation_view(register, *_choose(register, matter))
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))


def _choose(register: Register, text: str) -> tuple[Matter, Consultation]:
    """The matter meant, with its consultation; raises WrongUsage for one that has none."""
    chosen = choose.matter(register, text)
    if chosen.consultation is not None:
        return chosen, chosen.consultation
    having = [matter.id for matter in register.matters.values() if matter.consultation]
    others = f" De som har en är {join(sorted(having))}." if having else ""
    raise WrongUsage(
        f"{sentence(matter_name(chosen))} har ingen remiss.{others} "
        f"En remiss skrivs som consultation i {register.matter_place(chosen).path}."
    )
