"""`vr explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from vrtool.cli.repo import open_repo
from vrtool.cli.streams import out
from vrtool.cli.swedish import SwedishCommand
from vrtool.errors import CannotDo, WrongUsage
from vrtool.register.register import Register
from vrtool.report.explanations import norm_text, rule_text
from vrtool.rules.catalogue import names_by_code
from vrtool.text import did_you_mean

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=SwedishCommand)
def explain(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="KOD|NORM", help="En regels kod eller namn, eller en norm.")
    ],
) -> None:
    """Förklara en regel eller en norm: vad, varför, exempel, hur man rättar och gör avsteg."""
    register = _register(context)
    codes = names_by_code()
    by_name = {kebab: code for code, kebab in codes.items()}
    code = by_name.get(name.lower(), name.upper())
    if code in codes:
        out(rule_text(code, register))
        return
    forms = [f for f in register.norm_sources if name in f.norms] if register else []
    if not forms:
        norms = [n for f in register.norm_sources for n in f.norms] if register else []
        guess = did_you_mean(name, [*codes, *by_name, *norms])
        raise WrongUsage(f"”{name}” är varken en regel eller en norm.{guess}")
    out("\n\n".join(norm_text(name, entry) for entry in forms))


def _register(context: typer.Context) -> Register | None:
    """The repo's register where there is one: rules can be explained anywhere."""
    try:
        return open_repo(context.obj).register
    except CannotDo:
        if context.obj is not None:
            raise
        return None
