"""Whole amounts shared in proportion, so that the shares sum to exactly what was shared."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import TypeVar

K = TypeVar("K", str, int)


def rounded(amount: Fraction, step: int = 1) -> int:
    """The nearest multiple of the step, the higher of two as near (ROUND_HALF_UP)."""
    return floor(amount / step + Fraction(1, 2)) * step


def apportion(total: int, weights: Mapping[K, int | Fraction], step: int = 1) -> dict[K, int]:
    """Share `total`, a multiple of `step`, in proportion to the weights (0 or more).

    Each gets its quota rounded down to the step; the steps left over go one each to the largest
    remainders, of those as large to the heavier and then to the first in order of key. So the
    shares sum to the total, none is a step from its quota, and the order given changes nothing.
    Raises ValueError where nothing weighs anything, or the total is no multiple of the step.
    """
    whole = sum(weights.values())
    if whole <= 0 or total % step:
        raise ValueError(f"{total} cannot be shared in steps of {step} by {dict(weights)}")
    quotas = {key: Fraction(total * weight) / (whole * step) for key, weight in weights.items()}
    steps = {key: floor(quota) for key, quota in quotas.items()}
    left = total // step - sum(steps.values())
    in_turn = sorted(weights, key=lambda key: (steps[key] - quotas[key], -weights[key], key))
    for key in in_turn[:left]:
        steps[key] += 1
    return {key: number * step for key, number in steps.items()}
