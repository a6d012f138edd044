"""The statement of a year's costs: what it rests on, who pays what, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vrtool.dates import swedish_date
from vrtool.documents import templates
from vrtool.documents.costs_view import CostRow, CostsView, CostTable
from vrtool.documents.meta import Meta
from vrtool.documents.parts import DRAFT, shortcomings
from vrtool.model.costs import Distribution, Unit
from vrtool.register.costs import payers
from vrtool.register.money import amount, figure, percent, percent_of, places_needed, share
from vrtool.register.words import word
from vrtool.text import genitive, join, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from vrtool.diagnostic import Finding
    from vrtool.register.costs import Ground, PartyCosts, YearCosts
    from vrtool.register.register import Register

TEMPLATE = "costs.md.j2"
_UNITS = {Unit.THOUSANDS: "Belopp i tusental kronor (tkr).", Unit.KRONOR: "Belopp i kronor."}
_STEPS = {1000: "hela tusental kronor", 1: "hela kronor"}
_NONE, _ALL = "–", "Totalt"


def costs_view(
    register: Register,
    year: YearCosts,
    findings: Sequence[Finding] = (),
    *,
    party: str | None = None,
    draft: bool = False,
) -> CostsView:
    """A year's costs as plain data; of one `party` only, its lines and no sums.

    `findings` are those about the year's costs; the errors among them are listed when `draft` is
    set.
    """
    costs = year.costs
    agreement = register.working_forms.get(costs.agreement or "")
    missing = shortcomings(findings) if draft else ()
    return CostsView(
        id=costs.id,
        issued=date(costs.year, 1, 1).isoformat(),
        organisation=register.structure.name,
        title=f"Kostnader för samverkan {costs.year}",
        subtitle=agreement.name if agreement else "",
        stamp=DRAFT if missing else "",
        shortcomings=missing,
        unit=_UNITS[costs.unit],
        ground=_ground_table(register, year, party),
        shares=tuple(_shares(register, year)),
        amounts=_amounts_table(register, year, party),
        method=tuple(_method(register, year)),
        note=costs.note or "",
        source=costs.source or "",
    )


def costs_markdown(view: CostsView, template_dirs: Sequence[Path] = ()) -> str:
    """The document as Markdown; a template in `template_dirs` wins over the packaged one.

    Raises `CannotDo` when the template cannot be filled.
    """
    return templates.document(TEMPLATE, view, template_dirs)


def costs_meta(view: CostsView) -> Meta:
    """What the document says about itself beside its text."""
    return Meta(
        title=view.title,
        organisation=view.organisation,
        date=date.fromisoformat(view.issued),
        description=f"{genitive(view.organisation)} {view.title[:1].lower()}{view.title[1:]}",
        stamp=view.stamp,
    )


def _ground_table(register: Register, year: YearCosts, party: str | None) -> CostTable:
    """What each party paid, keeps and is left with; by kind where the level is set by kind."""
    level, whole = year.costs.level, year.ground
    by_party = [(p, p.ground) for p in year.parties if p.ground and party in (None, p.party)]
    lines = [(register.party(p.party), ground, False) for p, ground in by_party]
    if not by_party:
        lines = [(sentence(payers(register, k)), g, False) for k, g in year.kinds.items()]
    elif party is None:
        lines += [(name, year.kinds[kind], True) for kind, name in _several(register, year)]
    if party is None:
        lines.append((_ALL, whole, True))
    kept = any(ground.kept for _, ground, _ in lines)
    first = f"Betalade {level.paid_in}" if by_party else f"Nivå {level.year}"
    heading = sentence(word(register, "party").one)
    columns = (heading, first, *(("Behåller", "Återstår") if kept else ()), "Andel")
    places = places_needed((n for _, g, _ in lines for n in (g.paid, g.kept)), year.costs.unit)
    return CostTable(
        f"Nivån för {level.year}",
        columns,
        tuple(
            CostRow((name, *_of_ground(year, ground, places, kept=kept)), total)
            for name, ground, total in lines
        ),
    )


def _of_ground(year: YearCosts, ground: Ground, places: int, *, kept: bool) -> Iterator[str]:
    unit = year.costs.unit
    yield figure(ground.paid, unit, places)
    if kept:
        yield figure(ground.kept, unit, places) if ground.kept else _NONE
        yield figure(ground.net, unit, places)
    yield percent_of(ground.net, year.ground.net)


def _several(register: Register, year: YearCosts) -> Iterator[tuple[str, str]]:
    """The kinds of party with several that pay, by id and name."""
    for kind in year.kinds:
        if len(year.of_kind(kind)) > 1:
            yield kind, sentence(payers(register, kind))


def _shares(register: Register, year: YearCosts) -> Iterator[str]:
    """Who stands for how much, of what is left and of all that was paid."""
    kinds, whole, unit = year.kinds, year.ground, year.costs.unit
    nets = [f"{payers(register, k)} för {percent_of(g.net, whole.net)}" for k, g in kinds.items()]
    if not whole.kept:
        yield f"Av {amount(whole.net, unit)} svarar {join(nets)}."
        return
    yield (
        f"Av de {amount(whole.net, unit)} som återstår när {word(register, 'party').the_many} har "
        f"behållit sitt svarar {join(nets)}."
    )
    paid = [f"{payers(register, k)} för {percent_of(g.paid, whole.paid)}" for k, g in kinds.items()]
    before = year.costs.level.paid_in
    yield f"Av de {amount(whole.paid, unit)} som betalades {before} stod {join(paid)}."


def _amounts_table(register: Register, year: YearCosts, party: str | None) -> CostTable:
    """What each party is to pay for the year, and when; and in all."""
    lines: list[tuple[str, tuple[PartyCosts, ...], bool]] = [
        (register.party(p.party), (p,), False) for p in year.parties if party in (None, p.party)
    ]
    counted = any(p.population for _, parties, _ in lines for p in parties)
    if party is None:
        lines += [(n, year.of_kind(kind), True) for kind, n in _several(register, year)]
        lines.append((_ALL, year.parties, True))
    heading = sentence(word(register, "party").one)
    columns = [heading, *(["Folkmängd"] if counted else []), f"Belopp {year.costs.year}"]
    columns += [swedish_date(day, year=False) for day in year.due]
    return CostTable(
        f"Att betala {year.costs.year}",
        tuple(columns),
        tuple(
            CostRow((name, *_of_parties(year, parties, counted=counted)), total)
            for name, parties, total in lines
        ),
    )


def _of_parties(
    year: YearCosts, parties: tuple[PartyCosts, ...], *, counted: bool
) -> Iterator[str]:
    unit = year.costs.unit
    if counted:
        people = sum(p.population or 0 for p in parties)
        yield number(people) if people else _NONE
    places = places_needed((p.amount for p in year.parties), unit)
    yield figure(sum(p.amount for p in parties), unit, places)
    paid = [p.instalments for p in parties if p.instalments]
    places = places_needed((n for p in year.parties for n in p.instalments), unit)
    for index in range(len(year.due)):
        yield figure(sum(part[index] for part in paid), unit, places) if paid else _NONE


def _method(register: Register, year: YearCosts) -> Iterator[str]:
    """How the amounts are worked out, a sentence each."""
    costs, level = year.costs, year.costs.level
    raised = range(level.year + 1, costs.year + 1)
    if costs.index and raised:
        rates = [f"{percent(costs.index.rates[of])} för {of}" for of in raised]
        yield f"Nivån för {level.year} är uppräknad med {costs.index.name}: {join(rates)}."
    if costs.distribution is Distribution.BY_POPULATION:
        day = f" {swedish_date(costs.population.day)}" if costs.population else ""
        parties = sentence(word(register, "party").many)
        yield f"{parties} av samma slag delar på sitt belopp efter folkmängden{day}."
    else:
        less = ", med avdrag för det som de behåller" if year.ground.kept else ""
        parties = sentence(word(register, "party").the_many)
        yield f"{parties} delar på beloppet i samma proportioner som {level.paid_in}{less}."
    if raised or costs.distribution is Distribution.BY_POPULATION:
        yield f"Beloppen är avrundade till {_STEPS[costs.step]}, så att summan stämmer."
    if year.due:
        parts = [
            f"{share(part.share)} senast {swedish_date(day)}"
            for part, day in zip(costs.instalments, year.due, strict=True)
        ]
        receiver = f" till {register.party(costs.receiver)}" if costs.receiver else ""
        yield f"Beloppet betalas{receiver} med {join(parts)}."
    yield "Varje andel är avrundad för sig."
