"""The line of least absolute errors."""

import numpy as np

from .line import centred, points, uncentred

_EQUAL = 1e-12  # costs closer than this share are one cost, told apart only by rounding


def least_absolute(x, y):
    """The line with the least mean absolute error, exactly.

    Some best line passes through two of the points. Among the lines through one point, the best has the weighted median
    of the slopes to all the others, weighted by their distance in x; the best of these over all points is the answer.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points; time and memory grow with n², so up to a few thousand.

    Returns
    -------
    Line

    Raises
    ------
    ValueError
        If the lengths differ, a number is NaN or infinite, or all x are equal.

    Notes
    -----
    Where several lines are equally good, the one with the least squared errors among them is returned, and of those the
    flattest and lowest: the same points always give the same line, in whatever order they come.

    Examples
    --------
    >>> least_absolute([0, 1, 2, 3, 4, 5], [1.0, 3.0, 5.0, 7.0, 9.0, 31.0])
    Line(intercept=1.0, slope=2.0)
    """
    x, y = points(x, y)
    u, middle, reach = centred(x)
    tilts = _best_tilts(u, y)
    levels = y - tilts * u
    tilts, levels = tilts.ravel(), levels.ravel()
    errors = levels[:, None] + tilts[:, None] * u - y
    costs = np.abs(errors).sum(axis=1)
    best = np.flatnonzero(costs <= costs.min() * (1 + _EQUAL))
    if len(best) > 1:
        squares = np.sum(errors[best] ** 2, axis=1)
        best = best[squares <= squares.min() * (1 + _EQUAL)]
    winner = best[np.lexsort((levels[best], tilts[best], np.abs(tilts[best])))[0]]
    return uncentred(levels[winner], tilts[winner], middle, reach)


def _best_tilts(u, y):
    """For each point the least and the greatest best slope of a line through it: shape (2, n)."""
    across = u - u[:, None]
    tilts = np.divide(y - y[:, None], across, out=np.zeros_like(across), where=across != 0)
    weights = np.abs(across)
    rows = np.arange(len(u))
    order = rows[:, None], np.argsort(tilts, axis=1)
    tilts, below = tilts[order], np.cumsum(weights[order], axis=1)
    half = below[:, -1:] / 2
    ends = (below >= half).argmax(axis=1), (below > half).argmax(axis=1)
    return np.stack([tilts[rows, place] for place in ends])
