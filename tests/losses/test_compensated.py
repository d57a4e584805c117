"""Sums and products and the rounding they report, against exact fractions."""

from fractions import Fraction

import numpy as np
import pytest

from lossviz.losses.compensated import two_product, two_sum


def numbers(low, high, seed):
    """Numbers of either sign between 2^low and 2^high."""
    rng = np.random.default_rng(seed)
    return rng.choice([-1, 1], 500) * np.ldexp(rng.uniform(1, 2, 500), rng.integers(low, high, 500))


@pytest.mark.parametrize("reach", [2, 60, 1022])
def test_two_sum_loses_nothing(reach):
    """The sum and its error add up to the exact sum, however far apart the numbers are."""
    a, b = numbers(-reach, reach, 0), numbers(-reach, reach, 1)
    for x, y, s, err in zip(a, b, *two_sum(a, b), strict=True):
        assert s == x + y
        assert Fraction(s) + Fraction(err) == Fraction(x) + Fraction(y)


@pytest.mark.parametrize(
    ("first", "second"), [((-3, 3), (-3, 3)), ((-400, 500), (-400, 500)), ((1000, 1023), (-900, -1))]
)
def test_two_product_loses_nothing(first, second):
    """The product and its error add up to the exact product, also for factors above 1e300."""
    a, b = numbers(*first, 0), numbers(*second, 1)
    for x, y, p, err in zip(a, b, *two_product(a, b), strict=True):
        assert p == x * y
        assert Fraction(p) + Fraction(err) == Fraction(x) * Fraction(y)


def test_infinite_results_have_no_error():
    """Where the result is infinite or NaN, the error is 0, so that adding it changes nothing."""
    with np.errstate(all="ignore"):
        for result, err in (two_sum(1e308, 1e308), two_product(np.array(1e200), 1e200), two_product(np.nan, 1.0)):
            assert not np.isfinite(result)
            assert err == 0
