"""Numbers with twice the digits, against arithmetic with hundreds of them."""

import mpmath
import numpy as np
import pytest

from lossviz.losses import wide
from lossviz.losses.wide import Wide

SIZE = 300


@pytest.fixture(autouse=True)
def _quiet():
    """Like the losses, which see to overflow and NaN themselves."""
    with np.errstate(all="ignore"):
        yield


def numbers(low, high, seed=0):
    """`Wide` numbers from 10^low to 10^high in size that use their low parts."""
    rng = np.random.default_rng(seed)
    leading = rng.choice([-1, 1], SIZE) * 10 ** rng.uniform(low, high, SIZE)
    return Wide.difference(leading, leading * rng.uniform(-1e-17, 1e-17, SIZE))


def exactly(number):
    """Each element as an mpmath number."""
    parts = np.broadcast_arrays(number.high, number.low, number.exponent)
    return [(mpmath.mpf(float(h)) + float(low)) * mpmath.mpf(2) ** int(n) for h, low, n in zip(*parts, strict=True)]


def off(result, function, *arguments):
    """The largest relative error of a result."""
    with mpmath.workdps(700):
        truths = [function(*each) for each in zip(*map(exactly, arguments), strict=True)]
        return max(abs(got / truth - 1) for got, truth in zip(exactly(result), truths, strict=True))


@pytest.mark.parametrize("reach", [1, 300])
def test_arithmetic_has_30_digits(reach):
    """Products, quotients, roots and sums without cancellation are right to 1e-30, whatever the exponents."""
    a, b = numbers(-reach, reach), numbers(-reach, reach, seed=1)
    assert off(a * b, lambda x, y: x * y, a, b) < 1e-30
    assert off(a / b, lambda x, y: x / y, a, b) < 1e-30
    assert off(a * a / b * a * b, lambda x, y: x**3, a, b) < 1e-29
    assert off(wide.sqrt(abs(a)), lambda x: mpmath.sqrt(abs(x)), a) < 1e-30
    assert off(abs(a) + abs(b), lambda x, y: abs(x) + abs(y), a, b) < 1e-30
    assert off(1.0 - abs(a) * -2.5, lambda x: 1 + abs(x) * 2.5, a) < 1e-30


@pytest.mark.parametrize(("low", "high"), [(-300, 300), (-30, 0), (-3, -1), (-1, 3)])
def test_log1p_has_20_digits(low, high):
    """Also where the argument is beyond float64's range, and where 1 + x is next to a tabulated number or to 1."""
    x = abs(numbers(low, high))
    assert off(wide.log1p(x), mpmath.log1p, x) < 1e-20
    if high == 300:
        assert off(wide.log1p(x * x), mpmath.log1p, x * x) < 1e-20


@pytest.mark.parametrize(("low", "high"), [(-300, -8), (-10, 0), (-1, 1), (0, 2.8)])
def test_exponentials_do_not_amplify(low, high):
    """e^x and e^x − 1 are right to two roundings for x up to 700, where the rounding of x alone would cost hundreds."""
    x = numbers(low, high)
    assert off(wide.exp(x), mpmath.exp, x) < 4e-16
    assert off(wide.expm1(x), mpmath.expm1, x) < 4e-16
    far = wide.exp(Wide.of(np.full(3, 4000.0)))
    np.testing.assert_array_equal(far.rounded(), np.inf)
    np.testing.assert_allclose((far / far).rounded(), 1, rtol=1e-15)


def test_difference_beyond_the_range_and_the_digits():
    """A difference keeps digits 1e-300 below it, may exceed the largest float, and takes infinity for a limit."""
    near = Wide.difference(np.array([1.0]), np.array([1e-300]))
    assert (near - 1.0).rounded() == -1e-300
    assert (Wide.difference(np.array([1.7e308]), np.array([-1.7e308])) / 4.0).rounded() == 0.85e308
    assert Wide.difference(np.array([1.7e308]), np.array([-1.7e308])).rounded() == np.inf
    infinite = Wide.difference(np.array([-np.inf]), np.array([5.0]))
    assert infinite.rounded() == -np.inf
    assert (infinite / (infinite + 1e308)).rounded() == 1


def test_missing_numbers_stay_missing():
    """NaN goes through every operation, and only in its own place."""
    x = Wide.difference(np.array([np.nan, 0.5]), np.zeros(2))
    for y in (x + 1.0, x * x, x / x, wide.sqrt(x), wide.exp(x), wide.expm1(x), wide.log1p(x), abs(-x)):
        assert np.isnan(y.rounded()).tolist() == [True, False]
