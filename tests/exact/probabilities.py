"""The losses of probabilities and their slopes, each as a list of terms to be added.

The terms say what the result is measured against: where they have opposite signs, the largest of them. Rows of
probabilities and their slopes are lists with one entry for each class.
"""

from mpmath import inf, log, log1p, mpf


def binary_crossentropy(y, p, epsilon=0):
    p = clipped(p, epsilon)
    return [times(y, -log_of(p)) + times(1 - y, -log1p_of(-p))]


def binary_crossentropy_slope(y, p, epsilon=0):
    if p != clipped(p, epsilon):
        return [mpf(0)]
    if y in (0, 1):
        return [-reciprocal(p) if y == 1 else reciprocal(1 - p)]
    return [-inf if p == 0 else inf if p == 1 else (p - y) / (p * (1 - p))]


def categorical_crossentropy(y, p, epsilon=0):
    return [times(t, -log_of(clipped(q, epsilon))) for t, q in zip(y, p, strict=True)]


def categorical_crossentropy_slope(y, p, epsilon=0):
    return [[times(-t, reciprocal(q)) if q == clipped(q, epsilon) else mpf(0)] for t, q in zip(y, p, strict=True)]


def brier(y, p):
    return [(q - t) ** 2 for t, q in zip(y, p, strict=True)]


def brier_slope(y, p):
    return [[2 * (q - t)] for t, q in zip(y, p, strict=True)]


def generalized_crossentropy(y, p, q):
    return [t * (1 - power(each, q)) / q for t, each in zip(y, p, strict=True)]


def generalized_crossentropy_slope(y, p, q):
    return [[times(-t, power(each, q - 1))] for t, each in zip(y, p, strict=True)]


def kl_divergence(y, p):
    return [mpf(0) if t == 0 else inf if q == 0 else t * log(t / q) for t, q in zip(y, p, strict=True)]


def kl_divergence_slope(y, p):
    return [[times(-t, reciprocal(q))] for t, q in zip(y, p, strict=True)]


def jensen_shannon(y, p):
    """Term by term: for each class one above 0 and one below."""
    return [times(each, log_of(2 * each / (t + q))) / 2 for t, q in zip(y, p, strict=True) for each in (t, q) if t + q]


def jensen_shannon_by_class(y, p):
    """Class by class: what both add for one class is at least 0, so nothing cancels."""
    return [sum(jensen_shannon([t], [q])) for t, q in zip(y, p, strict=True)]


def jensen_shannon_slope(y, p):
    return [[log_of(2 * q / (t + q)) / 2 if t else log(mpf(2)) / 2] for t, q in zip(y, p, strict=True)]


def binary_focal(y, p, gamma, alpha=None):
    one, zero = balance(alpha)
    of_one = times(power(1 - p, gamma), -log_of(p))
    of_zero = times(power(p, gamma), -log1p_of(-p))
    return [times(y * one, of_one), times((1 - y) * zero, of_zero)]


def binary_focal_slope(y, p, gamma, alpha=None):
    one, zero = balance(alpha)
    return [times(-y * one, steepness(p, 1 - p, gamma)), times((1 - y) * zero, steepness(1 - p, p, gamma))]


def steepness(p, q, gamma):
    """−d/dp of (1 − p)^γ (−log p), with q = 1 − p."""
    if q == 0:
        return mpf(1) if gamma == 0 else mpf(0)
    if p == 0:
        return inf
    surprise = -log(p) if p < 0.5 else -log1p(-q)
    return gamma * power(q, gamma) / q * surprise + power(q, gamma) / p


def balance(alpha):
    """What label 1 and label 0 weigh."""
    return (mpf(1), mpf(1)) if alpha is None else (mpf(alpha), 1 - mpf(alpha))


def clipped(p, epsilon):
    """p clipped to [ε, 1 − ε], the upper end as the float64 number, and below 1."""
    return min(max(p, mpf(epsilon)), mpf(min(1.0 - float(epsilon), 1 - 2.0**-53))) if epsilon else p


def times(weight, number):
    """A product in which 0 · ∞ = 0."""
    return mpf(0) if weight == 0 else weight * number


def power(base, exponent):
    """A power in which 0⁰ = 1 and 0 to a negative power is ∞."""
    if base == 0:
        return mpf(1) if exponent == 0 else inf if exponent < 0 else mpf(0)
    return base**exponent


def reciprocal(p):
    return inf if p == 0 else 1 / p


def log_of(p):
    return -inf if p == 0 else log(p)


def log1p_of(p):
    return -inf if p == -1 else log1p(p)
