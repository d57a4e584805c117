"""The robust losses of one target y and one prediction p, and their slopes in p from both sides, which agree."""

from mpmath import exp, inf, log

from .regression import both, with_digits


@with_digits
def cauchy(y, p, scale):
    return log(1 + ((p - y) / scale) ** 2 / 2)


@with_digits
def cauchy_slopes(y, p, scale):
    q = (p - y) / scale
    return both(2 * q / (q**2 + 2) / scale)


@with_digits
def geman_mcclure(y, p, scale):
    q = (p - y) / scale
    return 2 * q**2 / (q**2 + 4)


@with_digits
def geman_mcclure_slopes(y, p, scale):
    q = (p - y) / scale
    return both(16 * q / (q**2 + 4) ** 2 / scale)


@with_digits
def welsch(y, p, scale):
    return 1 - exp(-(((p - y) / scale) ** 2) / 2)


@with_digits
def welsch_slopes(y, p, scale):
    q = (p - y) / scale
    return both(q * exp(-(q**2) / 2) / scale)


@with_digits
def tukey_biweight(y, p, scale):
    q = (p - y) / scale
    return scale**2 / 6 * (1 - (1 - q**2) ** 3 if abs(q) <= 1 else 1)


@with_digits
def tukey_biweight_slopes(y, p, scale):
    e = p - y
    return both(e * (1 - (e / scale) ** 2) ** 2 if abs(e) <= scale else 0 * e)


@with_digits
def general_robust(y, p, alpha, scale):
    x = ((p - y) / scale) ** 2
    if alpha == 2:
        return x / 2
    if alpha == 0:
        return log(1 + x / 2)
    if alpha == -inf:
        return 1 - exp(-x / 2)
    return (2 - alpha) / alpha * ((x / (2 - alpha) + 1) ** (alpha / 2) - 1)


@with_digits
def general_robust_slopes(y, p, alpha, scale):
    x, outer = ((p - y) / scale) ** 2, (p - y) / scale**2
    if alpha == 2:
        return both(outer)
    if alpha == -inf:
        return both(outer * exp(-x / 2))
    return both(outer * (x / (2 - alpha) + 1) ** (alpha / 2 - 1))
