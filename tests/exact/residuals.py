"""Targets and predictions with errors of every size, and a loss of one prediction measured on them."""

import mpmath
import numpy as np

from .ulps import ulps

ENDS = [
    *((0.0, 0.0), (0.0, -0.0), (3.0, 3.0), (-1e150, 1e150), (1.0, 1.0 + 2.0**-52), (0.1, 0.3), (1e8, 1e8 + 1)),
    *((0.0, 5e-324), (5e-324, -5e-324), (0.0, 1e-320), (1e-300, 3e-300), (1e-300, -1e150), (1e150, 1e-300)),
    *((-1.7e308, 1.7e308), (1.7e308, -1e308), (0.0, 1.7e308), (1e300, -1e300), (0.0, 1.6e154)),
]


def residuals(size, unit=1.0, seed=0):
    """Targets and predictions; `unit` is the error around which the loss changes its shape.

    Both from 1e-300 to 1e150; close together; ordinary errors in the unit; and errors that are the unit up to a few
    roundings, while the target has digits far below.
    """
    rng = np.random.default_rng(seed)

    def signs():
        return rng.choice([-1.0, 1.0], size)

    wide, far = signs() * 10 ** rng.uniform(-300, 150, size), signs() * 10 ** rng.uniform(-300, 150, size)
    around = signs() * unit * 10 ** rng.uniform(-3, 3, size)
    below = signs() * unit * 10 ** rng.uniform(-20, 0, size)
    pairs = [
        (np.zeros(size), wide),
        (wide, far),
        (wide, wide * (1 + signs() * 10 ** rng.uniform(-16, 3, size))),
        (around, around + signs() * unit * rng.uniform(0, 45, size)),
        (around, around + signs() * unit * 10 ** rng.uniform(-3, 3, size)),
        (around, around + rng.integers(-3, 4, size) * np.spacing(around)),
        (below, below + signs() * unit * (1 + rng.integers(-4, 5, size) * 2.0**-53)),
    ]
    ends = np.array(ENDS).T
    edges = np.array([0.0, 1.0, -1.0, 1 - 2.0**-53, 1 + 2.0**-52]) * unit
    return (
        np.concatenate([*(y for y, _ in pairs), ends[0], np.zeros(edges.size)]),
        np.concatenate([*(p for _, p in pairs), ends[1], edges]),
    )


def worst_of_values(loss, exact, y_true, y_pred, **tunables):
    """The largest distance in ulp of the values, where `exact` gives a number or the list of its terms."""
    return max(
        ulps(value, *_sum_and_largest(exact(*example, **each)))
        for value, example, each in _examples(loss(y_true, y_pred, **tunables), y_true, y_pred, tunables)
    )


def worst_of_slopes(loss, exact, y_true, y_pred, **tunables):
    """The same for the slopes; at a kink, where `exact` gives two, anything between is right."""
    return max(
        _off(slope, *exact(*example, **each))
        for slope, example, each in _examples(loss.gradient(y_true, y_pred, **tunables), y_true, y_pred, tunables)
    )


def _examples(results, y_true, y_pred, tunables):
    """Each result with its target, its prediction and its tunables, of which some may be arrays."""
    columns = [np.broadcast_to(value, np.shape(y_true)) for value in tunables.values()]
    for result, y, p, *values in zip(results, y_true, y_pred, *columns, strict=True):
        yield result, (y, p), dict(zip(tunables, values, strict=True))


def _sum_and_largest(terms):
    if not isinstance(terms, list):
        return terms, None
    return mpmath.fsum(terms), max(map(abs, terms))


def _off(slope, left, right):
    if left == right:
        return ulps(slope, left)
    return 0.0 if left <= slope <= right else np.inf
