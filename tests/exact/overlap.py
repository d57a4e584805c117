"""Dice and Tversky loss of one mask, their gradients, and the largest term of each entry of the gradient."""

from mpmath import mpf


def dice(y, p, smooth):
    return _one_minus(*_dice_parts(y, p, smooth))


def tversky(y, p, alpha, beta, smooth):
    return _one_minus(*_tversky_parts(y, p, alpha, beta, smooth))


def dice_gradient(y, p, smooth):
    above, below = _dice_parts(y, p, smooth)
    return [_quotient_rule(above, below, [2 * t], [mpf(1)]) for t in y]


def tversky_gradient(y, p, alpha, beta, smooth):
    above, below = _tversky_parts(y, p, alpha, beta, smooth)
    return [_quotient_rule(above, below, [t], [t, alpha * (1 - t), -beta * t]) for t in y]


def _dice_parts(y, p, smooth):
    return 2 * sum(t * q for t, q in zip(y, p, strict=True)) + smooth, sum(y) + sum(p) + smooth


def _tversky_parts(y, p, alpha, beta, smooth):
    hits = sum(t * q for t, q in zip(y, p, strict=True)) + smooth
    false = sum((1 - t) * q for t, q in zip(y, p, strict=True))
    missed = sum(t * (1 - q) for t, q in zip(y, p, strict=True))
    return hits, hits + alpha * false + beta * missed


def _one_minus(above, below):
    return 1 - above / below if below else mpf(0)


def _quotient_rule(above, below, above_slopes, below_slopes):
    """The slope of 1 − above/below and the largest of its terms; an empty mask predicted empty has slope 0."""
    if not below:
        return mpf(0), mpf(0)
    terms = [-slope / below for slope in above_slopes] + [slope * above / below**2 for slope in below_slopes]
    return sum(terms), max(abs(term) for term in terms)
