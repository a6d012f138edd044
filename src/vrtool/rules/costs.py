"""A year's costs as figures: that the sums agree, and that nothing is lacking to work them out."""

from __future__ import annotations

from collections.abc import Iterator

from vrtool.diagnostic import Verdict
from vrtool.model.costs import Costs
from vrtool.register.costs import Ground, ground_by_kind, lacking, payers
from vrtool.register.kinds import Kind
from vrtool.register.money import amount
from vrtool.register.register import Register
from vrtool.rules.base import Context, breach, data_rule


@data_rule("VR161", "cost-sums")
def cost_sums(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A sum that the source states is not that of its parts."""
    for costs in register.costs.values():
        grounds = ground_by_kind(register, costs) or {}
        for kind in costs.sums if grounds else ():
            if kind == "all":
                yield from _sums(register, costs, kind, sum(grounds.values(), Ground(0)))
            elif kind in register.structure.party_kinds:
                yield from _sums(register, costs, kind, grounds.get(kind, Ground(0)))


def _sums(register: Register, costs: Costs, kind: str, ground: Ground) -> Iterator[Verdict]:
    who = "alla tillsammans" if kind == "all" else payers(register, kind)
    stated = costs.sums[kind]
    for name, given, made, what in (
        ("paid", stated.paid, ground.paid, f"det som {who} betalade {costs.level.paid_in}"),
        ("kept", stated.kept, ground.kept, f"det som {who} behåller"),
        ("net", stated.net, ground.net, f"det som {who} ska bidra med"),
    ):
        if given is None or costs.kronor(given) == made:
            continue
        yield breach(
            costs.id,
            register.place(Kind.COSTS, costs.id, ("sums", kind, name)),
            f"Summan av {what} sägs vara {amount(costs.kronor(given), costs.unit)}, men delarna "
            f"blir {amount(made, costs.unit)}.",
            "Rätta det belopp som är fel under level, eller summan.",
        )


@data_rule("VR162", "cost-gap")
def cost_gap(register: Register, _: None, __: Context) -> Iterator[Verdict]:
    """A year's costs cannot be worked out from what is there."""
    for costs in register.costs.values():
        for lack in lacking(register, costs):
            yield breach(
                costs.id,
                register.place(Kind.COSTS, costs.id, lack.pointer),
                f"Kostnaderna för {costs.year} går inte att räkna fram: {lack.what} saknas.",
                lack.mend,
            )
