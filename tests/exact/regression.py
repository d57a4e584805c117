"""The regression losses of one target y and one prediction p, and their slopes in p from the left and from the right.

Where terms of opposite sign are added, a loss is the list of its terms.
"""

from functools import wraps

import mpmath
from mpmath import cosh, log, log1p, mpf, sqrt, tanh


def with_digits(function):
    """Take floats as exact, and carry so many digits that whatever a plain formula cancels, 50 are left.

    What cancels is at worst α · e²/c² against 1: five times the span between the largest and the smallest number.
    """

    @wraps(function)
    def run(y, p, **tunables):
        y, p = mpf(float(y)), mpf(float(p))
        tunables = {name: mpf(float(value)) for name, value in tunables.items()}
        differences = [mpmath.fsub(p, other, exact=True) for other in (y, -1)] + [mpmath.fadd(y, 1, exact=True)]
        differences += [mpmath.fsub(2, value, exact=True) for value in tunables.values()]
        numbers = [mpf(1), y, p, *differences, *tunables.values()]
        sizes = [mpmath.mag(number) for number in numbers if number and mpmath.isfinite(number)]
        with mpmath.workprec(200 + 5 * (max(sizes) - min(sizes))):
            return function(y, p, **tunables)

    return run


def sign(e):
    return (e > 0) - (e < 0)


def both(slope):
    return slope, slope


@with_digits
def squared_error(y, p):
    return (p - y) ** 2


@with_digits
def squared_error_slopes(y, p):
    return both(2 * (p - y))


@with_digits
def half_squared_error(y, p):
    return (p - y) ** 2 / 2


@with_digits
def half_squared_error_slopes(y, p):
    return both(p - y)


@with_digits
def absolute_error(y, p):
    return abs(p - y)


@with_digits
def absolute_error_slopes(y, p):
    return both(sign(p - y)) if p != y else (-1, 1)


@with_digits
def huber(y, p, delta):
    e = abs(p - y)
    return e**2 / 2 if e <= delta else delta * (e - delta / 2)


@with_digits
def huber_slopes(y, p, delta):
    e = p - y
    return both(e if abs(e) <= delta else sign(e) * delta)


@with_digits
def smooth_l1(y, p, beta):
    e = abs(p - y)
    return e**2 / (2 * beta) if e <= beta else e - beta / 2


@with_digits
def smooth_l1_slopes(y, p, beta):
    e = p - y
    return both(e / beta if abs(e) <= beta else mpf(sign(e)))


@with_digits
def pseudo_huber(y, p, delta):
    return delta**2 * (sqrt(1 + ((p - y) / delta) ** 2) - 1)


@with_digits
def pseudo_huber_slopes(y, p, delta):
    e = p - y
    return both(e / sqrt(1 + (e / delta) ** 2))


@with_digits
def log_cosh(y, p):
    return log(cosh(p - y))


@with_digits
def log_cosh_slopes(y, p):
    return both(tanh(p - y))


@with_digits
def pinball(y, p, quantile):
    return quantile * (y - p) if p <= y else (1 - quantile) * (p - y)


@with_digits
def pinball_slopes(y, p, quantile):
    return (1 - quantile if p > y else -quantile, 1 - quantile if p >= y else -quantile)


@with_digits
def epsilon_insensitive(y, p, epsilon):
    return max(mpf(0), abs(p - y) - epsilon)


@with_digits
def epsilon_insensitive_slopes(y, p, epsilon):
    e = p - y
    left = 1 if e > epsilon else -1 if e <= -epsilon else 0
    right = 1 if e >= epsilon else -1 if e < -epsilon else 0
    return left, right


@with_digits
def absolute_percentage_error(y, p):
    return abs(p - y) / abs(y)


@with_digits
def absolute_percentage_error_slopes(y, p):
    return both(sign(p - y) / abs(y)) if p != y else (-1 / abs(y), 1 / abs(y))


@with_digits
def squared_logarithmic_error(y, p):
    return (log1p(p) - log1p(y)) ** 2


@with_digits
def squared_logarithmic_error_slopes(y, p):
    return both(2 * (log1p(p) - log1p(y)) / (1 + p))


@with_digits
def poisson(y, p):
    if p == 0:
        return [mpf("inf") if y else mpf(0)]
    return [p, -y * log(p)]


@with_digits
def poisson_slopes(y, p):
    if p == 0:
        return both(mpf("-inf") if y else mpf(1))
    return both(1 - y / p)


@with_digits
def gaussian_nll(y, p, variance):
    return [log(variance) / 2, (p - y) ** 2 / variance / 2]


@with_digits
def gaussian_nll_slopes(y, p, variance):
    return both((p - y) / variance)


@with_digits
def laplace_nll(y, p, scale):
    return [log(scale), abs(p - y) / scale]


@with_digits
def laplace_nll_slopes(y, p, scale):
    return both(sign(p - y) / scale) if p != y else (-1 / scale, 1 / scale)
