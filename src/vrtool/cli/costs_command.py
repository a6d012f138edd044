"""`vr costs show`, `vr costs build` and `vr costs data`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from textwrap import fill
from typing import Annotated

import typer

from vrtool.cli import building
from vrtool.cli.building import EVERY_FORM, Draft, Force, Formats, Open
from vrtool.cli.repo import colour_wanted, open_register, open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand, SwedishGroup
from vrtool.diagnostic import Finding
from vrtool.documents.costs import costs_markdown, costs_meta, costs_view
from vrtool.documents.costs_view import CostsView, CostTable
from vrtool.documents.meta import Meta
from vrtool.documents.plain import as_plain
from vrtool.engine import check
from vrtool.errors import CannotDo, WrongUsage
from vrtool.model.costs import Costs
from vrtool.register import choose
from vrtool.register.costs import YearCosts, lacking, year_costs
from vrtool.register.kinds import Kind
from vrtool.register.load import readable
from vrtool.register.register import Register
from vrtool.register.words import word
from vrtool.report import costs as figures
from vrtool.report.findings import reportable
from vrtool.report.tables import table
from vrtool.text import printable

STEM = "kostnader"
_WIDTH = 80

app = typer.Typer(
    cls=SwedishGroup,
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Vad samverkan kostar ett år: visa det, bygg det som dokument.",
)

_YEAR = typer.Argument(metavar="ÅR", help="Året, till exempel 2017.")


class Format(Enum):
    """How the costs are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


@app.command(cls=SwedishCommand)
def show(
    context: typer.Context,
    year: Annotated[str, _YEAR],
    party: Annotated[
        str | None, typer.Option("--party", metavar="PART", help="Bara den här partens rader.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text, json eller csv.")
    ] = Format.TEXT,
) -> None:
    """Visa ett års kostnader: vad varje part betalar, och när.

    Där står också vad beloppen bygger på och hur de är räknade. I text är de i filens enhet,
    json och csv i hela kronor.

    Exempel: vr costs show 2017 --party alby
    """
    register = open_register(context.obj)
    chosen = choose.costs(register, year)
    only = choose.party_id(register, party) if party else None
    worked_out = _worked_out(register, chosen)
    if only and all(one.party != only for one in worked_out.parties):
        raise WrongUsage(f"{register.party(only)} är inte med i kostnaderna för {chosen.year}.")
    if form is Format.JSON:
        out(figures.as_json(register, worked_out, only))
    elif form is Format.CSV:
        out(figures.as_csv(register, worked_out, only))
    else:
        out(_as_text(costs_view(register, worked_out, party=only)))


@app.command(cls=SwedishCommand)
def build(  # noqa: PLR0913, PLR0917 - a command's parameters are its options
    context: typer.Context,
    year: Annotated[str, _YEAR],
    formats: Formats = EVERY_FORM,
    draft: Draft = False,
    force: Force = False,
    open_it: Open = False,
) -> int:
    """Bygg ett dokument med årets kostnader.

    Filen med kostnaderna prövas först. Finns det fel skrivs inget: varje fel visas med hur det
    rättas. Dokumenten hamnar i build/ under kostnader- och årtalet.

    Exempel: vr costs build 2017
    """
    order = building.order(formats, draft=draft, force=force, open_it=open_it)
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = choose.costs(register, year)
    report = reportable(loaded, check(loaded))
    findings = _about(register, chosen, report.findings)

    def write(own_templates: Sequence[Path]) -> tuple[str, Meta]:
        worked_out = _worked_out(register, chosen)
        view = costs_view(register, worked_out, findings, draft=draft)
        return costs_markdown(view, own_templates), costs_meta(view)

    name = f"kostnaderna för {chosen.year}"
    job = building.Job(
        f"{STEM}-{chosen.id}", STEM, "dokumentet", name, "Filen", f"Kostnader {chosen.year}", write
    )
    return building.build(job, replace(report, findings=findings), order)


@app.command(cls=SwedishCommand)
def data(context: typer.Context, year: Annotated[str, _YEAR]) -> None:
    """Visa exakt vad mallen får att skriva av, som JSON."""
    loaded = open_repo(context.obj)
    register = readable(loaded)
    chosen = choose.costs(register, year)
    findings = _about(register, chosen, check(loaded).findings)
    view = costs_view(register, _worked_out(register, chosen), findings)
    out(json.dumps(as_plain(view), ensure_ascii=False, indent=2))


def _about(register: Register, costs: Costs, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    path = register.place(Kind.COSTS, costs.id).path
    return tuple(found for found in findings if found.location.path == path)


def _worked_out(register: Register, costs: Costs) -> YearCosts:
    """The year's amounts. Raises CannotDo, saying what is lacking."""
    worked_out = year_costs(register, costs)
    if worked_out is not None:
        return worked_out
    lack = next(lacking(register, costs), None)
    party = word(register, "party")
    unknown = f"{party.a} eller ett slag av {party.one} finns inte."
    why = f"{lack.what} saknas. {lack.mend}" if lack else unknown
    raise CannotDo(
        f"Kostnaderna för {costs.year} går inte att räkna fram: {why} "
        "Kör vr check för att se allt som är fel i filen."
    )


def _as_text(view: CostsView) -> str:
    source = f"Källa: {view.source}" if view.source else ""
    parts = [
        _lines(view.title, view.subtitle, view.unit),
        _table(view.ground),
        _lines(*view.shares),
        _table(view.amounts),
        _lines(*view.method),
        _lines(view.note),
        _lines(source),
    ]
    return "\n\n".join(part for part in parts if part)


def _lines(*sentences: str) -> str:
    """Each sentence on a line of its own, folded to the width."""
    shown = (" ".join(printable(line) for line in told.split("\n")) for told in sentences)
    return "\n".join(fill(told, _WIDTH, break_on_hyphens=False) for told in shown if told)


def _table(shown: CostTable) -> str:
    """The table with its figures under one another."""
    rows = [row.cells for row in shown.rows]
    columns = zip(shown.columns, *rows, strict=True)
    widths = [max(map(len, cells)) for cells in columns]
    head, *body = (
        (cells[0], *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)))
        for cells in (shown.columns, *rows)
    )
    return f"{shown.heading}\n{table(head, body, colour=colour_wanted())}"
