"""A year's costs for programs (JSON, version 1) and for spreadsheets (CSV); in whole kronor."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from vrtool.model.costs import Costs
from vrtool.register.costs import Ground, PartyCosts, YearCosts
from vrtool.register.register import Register
from vrtool.text import printable

VERSION = 1
_FORMULA = ("=", "+", "-", "@")


def as_json(register: Register, year: YearCosts, party: str | None = None) -> str:
    """The year as JSON: the level by kind, then each party, or one alone.

    Amounts are whole kronor, rates and shares text with their exact figures.
    """
    costs = year.costs
    answer = {
        "version": VERSION,
        "year": costs.year,
        "agreement": costs.agreement,
        "currency": "SEK",
        "distribution": costs.distribution.value,
        "receiver": costs.receiver,
        "level": _level(year),
        "index": _index(costs),
        "instalments": [
            {"due": day.isoformat(), "share": str(part.share)}
            for day, part in zip(year.due, costs.instalments, strict=True)
        ],
        "parties": [_party(register, year, p) for p in year.parties if party in (None, p.party)],
        "total": year.total,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _level(year: YearCosts) -> dict[str, Any]:
    level = year.costs.level
    return {
        "year": level.year,
        "paid_in": level.paid_in,
        "kinds": [{"kind": kind, **_ground(ground)} for kind, ground in year.kinds.items()],
        **_ground(year.ground),
    }


def _ground(ground: Ground | None) -> dict[str, int | None]:
    return {
        "paid": ground.paid if ground else None,
        "kept": ground.kept if ground else None,
        "net": ground.net if ground else None,
    }


def _index(costs: Costs) -> dict[str, Any] | None:
    if costs.index is None:
        return None
    rates = {str(year): str(rate) for year, rate in sorted(costs.index.rates.items())}
    return {"name": costs.index.name, "rates": rates}


def _party(register: Register, year: YearCosts, party: PartyCosts) -> dict[str, Any]:
    paid = zip(year.due, party.instalments, strict=True) if party.instalments else ()
    return {
        "id": party.party,
        "name": register.structure.parties[party.party].name,
        "kind": party.kind,
        **_ground(party.ground),
        "population": party.population,
        "amount": party.amount,
        "instalments": [{"due": day.isoformat(), "amount": amount} for day, amount in paid],
    }


def as_csv(register: Register, year: YearCosts, party: str | None = None) -> str:
    """The parties, or one alone, a row each, parted by semicolons as Swedish spreadsheets ask."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\n")
    rows.writerow(
        (
            "Id",
            "Part",
            _paid(year),
            "Behåller (kr)",
            "Folkmängd",
            f"Belopp {year.costs.year} (kr)",
            *(f"Senast {day.isoformat()} (kr)" for day in year.due),
        )
    )
    for one in year.parties:
        if party in (None, one.party):
            rows.writerow(_row(register, year, one))
    return written.getvalue().rstrip("\n")


def _paid(year: YearCosts) -> str:
    before = year.costs.level.paid_in
    return f"Betalade {before} (kr)" if before else "Betalade tidigare (kr)"


def _row(register: Register, year: YearCosts, party: PartyCosts) -> tuple[str | int | None, ...]:
    ground = party.ground
    return (
        party.party,
        _text(register.party(party.party)),
        ground.paid if ground else None,
        ground.kept if ground else None,
        party.population,
        party.amount,
        *(party.instalments or (None,) * len(year.due)),
    )


def _text(name: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    shown = printable(name)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
