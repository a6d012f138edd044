"""Files with a year's costs of the little council, for the cases."""

from __future__ import annotations

PAID = "paid: {alby: 400, berga: 200, regionen: 300}"


def costs(
    *lines: str,
    year: int = 2031,
    level: str = f"{{year: 2031, paid_in: 2030, {PAID}}}",
    distribution: str = "as-paid",
) -> dict[str, str]:
    """The costs of a year; `lines` are fields of their own."""
    text = (
        f"id: '{year}'",
        f"year: {year}",
        "unit: tkr",
        f"level: {level}",
        f"distribution: {distribution}",
        *lines,
        "",
    )
    return {f"costs/{year}.yaml": "\n".join(text)}
