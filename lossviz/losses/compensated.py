"""Sums and products together with what their rounding took away, so that it can be added again later.

Where rounding is amplified (an exponential multiplies a relative error of its argument by that argument, a power by
its exponent, a difference of near numbers by far more), the small second number carries the missing digits.
"""

import numpy as np

LOW_BITS = 27  # half of the 53 digits of a float64, so that products of halves are exact


def two_sum(a, b):
    """a + b as (s, err): s is the rounded sum, and s + err is the sum exactly.

    Where the sum is infinite or NaN, err is 0.
    """
    s = a + b
    from_b = s - a
    err = (a - (s - from_b)) + (b - from_b)
    return s, np.where(np.isfinite(s), err, 0.0)


def two_product(a, b):
    """a · b as (p, err): p is the rounded product, and p + err is the product exactly.

    Exact wherever err itself is within float64's range, so for |p| above 1e-290; below, err loses its last digits.
    Where the product is infinite or NaN, err is 0.
    """
    p = a * b
    a_high, a_low = halves(a)
    b_high, b_low = (a_high, a_low) if a is b else halves(b)
    err = ((a_high * b_high - p) + a_high * b_low + a_low * b_high) + a_low * b_low
    return p, np.where(np.isfinite(err), err, 0.0)


def halves(a):
    """`a` as a sum of two numbers of at most 26 binary digits each.

    The bits are rounded in place. The well-known split by a · (2²⁷ + 1) would overflow for |a| above 1e300.
    """
    bits = np.asarray(a, dtype=float).view(np.int64)
    high = ((bits + (1 << (LOW_BITS - 1))) & -(1 << LOW_BITS)).view(float)
    return high, a - high
