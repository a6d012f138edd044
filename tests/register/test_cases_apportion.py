"""Amounts shared in proportion: exactly the whole, nobody cheated, in whatever order."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vrtool.register.apportion import apportion, rounded

SOME = settings(max_examples=200, deadline=None)
WEIGHTS = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3), st.integers(0, 10**9), min_size=1, max_size=12
).filter(lambda weights: sum(weights.values()) > 0)
STEPS = st.sampled_from([1, 10, 1000])


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (100, {"a": 1, "b": 1}, {"a": 50, "b": 50}),
        (100, {"a": 1, "b": 1, "c": 1}, {"a": 34, "b": 33, "c": 33}),
        (100, {"c": 1, "b": 1, "a": 1}, {"a": 34, "b": 33, "c": 33}),
        (3, {"a": 1, "b": 3}, {"a": 1, "b": 2}),  # 0.75 and 2.25: the larger remainder
        (5, {"a": 1, "b": 9}, {"a": 0, "b": 5}),  # 0.5 and 4.5: the heavier
        (7, {"a": 0, "b": 2}, {"a": 0, "b": 7}),
        (0, {"a": 5, "b": 2}, {"a": 0, "b": 0}),
    ],
)
def test_what_is_left_over_goes_to_the_largest_remainders(
    total: int, weights: dict[str, int], shares: dict[str, int]
) -> None:
    assert apportion(total, weights) == shares


def test_in_steps() -> None:
    assert apportion(1000_000, {"a": 1, "b": 2}, 1000) == {"a": 333_000, "b": 667_000}


def test_of_two_halves_the_first_gets_the_odd_one() -> None:
    assert apportion(261_001, {0: Fraction(1, 2), 1: Fraction(1, 2)}) == {0: 130_501, 1: 130_500}


@SOME
@given(st.integers(0, 10**9), WEIGHTS, STEPS)
def test_the_shares_sum_to_the_whole_and_none_is_a_step_from_its_quota(
    steps: int, weights: dict[str, int], step: int
) -> None:
    shares = apportion(steps * step, weights, step)
    assert sum(shares.values()) == steps * step
    whole = sum(weights.values())
    for key, weight in weights.items():
        assert shares[key] % step == 0
        assert abs(shares[key] - Fraction(steps * step * weight, whole)) < step


@SOME
@given(st.integers(0, 10**6), WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_changes_nothing(total: int, weights: dict[str, int], random: object) -> None:
    keys = list(weights)
    random.shuffle(keys)  # type: ignore[attr-defined] # Hypothesis' own Random
    assert apportion(total, {key: weights[key] for key in keys}) == apportion(total, weights)


@SOME
@given(st.integers(0, 10**6), WEIGHTS)
def test_who_weighs_more_never_gets_less(total: int, weights: dict[str, int]) -> None:
    shares = apportion(total, weights)
    ordered = sorted(weights, key=lambda key: weights[key])
    assert all(
        shares[one] <= shares[other]
        for one, other in pairwise(ordered)
        if weights[one] < weights[other]
    )


@pytest.mark.parametrize(
    ("total", "weights", "step"), [(5, {"a": 0}, 1), (5, {}, 1), (1500, {"a": 1}, 1000)]
)
def test_what_cannot_be_shared(total: int, weights: dict[str, int], step: int) -> None:
    with pytest.raises(ValueError, match="cannot be shared"):
        apportion(total, weights, step)


@pytest.mark.parametrize(
    ("amount", "step", "expected"),
    [
        (Fraction(5, 2), 1, 3),
        (Fraction(3, 2), 1, 2),  # not to the even one
        (Fraction(7, 3), 1, 2),
        (Fraction(1500), 1000, 2000),
        (Fraction(1499), 1000, 1000),
    ],
)
def test_a_half_is_rounded_up(amount: Fraction, step: int, expected: int) -> None:
    assert rounded(amount, step) == expected
