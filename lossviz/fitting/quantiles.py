"""Lines of least mean pinball loss: lines below which a share τ of the points lies."""

import numpy as np

from ..losses import pinball
from .line import centred, points, uncentred


def quantile_lines(x, y, quantiles):
    """For each quantile the line with the least mean pinball loss, exactly.

    Some best line passes through two of the points. Among the lines through one point, the cost is convex in the slope
    and bends at the slopes to the other points, so the best is one of those, found by a weighted quantile of them; the
    cheapest of these over all points is the answer. The sorting, which is most of the work, serves all quantiles.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points; time and memory grow with n², so up to a few thousand.
    quantiles : sequence of float between 0 and 1
        The quantiles τ.

    Returns
    -------
    list of Line

    Raises
    ------
    ValueError
        If the lengths differ, a number is NaN or infinite, all x are equal, or a quantile is not between 0 and 1.

    Notes
    -----
    Where several lines are equally good, the one through the first such point is returned.

    References
    ----------
    R. Koenker and G. Bassett, *Regression quantiles*, Econometrica 46 (1978), 33–50.

    Examples
    --------
    >>> low, high = quantile_lines([0, 0, 0, 1, 1, 1], [0.0, 1.0, 2.0, 1.0, 2.0, 5.0], [0.2, 0.9])
    >>> low, high
    (Line(intercept=0.0, slope=1.0), Line(intercept=2.0, slope=3.0))
    """
    x, y = points(x, y)
    u, middle, reach = centred(x)
    across = u - u[:, None]
    tilts = np.divide(y - y[:, None], across, out=np.zeros_like(across), where=across != 0)
    rows = np.arange(len(u))
    order = rows[:, None], np.argsort(tilts, axis=1)
    tilts, below = tilts[order], np.cumsum(np.abs(across)[order], axis=1)
    right, left = np.maximum(across, 0).sum(axis=1), np.maximum(-across, 0).sum(axis=1)
    lines = []
    for quantile in quantiles:
        # The cost's slope in the tilt starts at −τ Σ(right) − (1 − τ) Σ(left) and grows by |across| at each bend.
        places = (below >= (quantile * right + (1 - quantile) * left)[:, None]).argmax(axis=1)
        tilt = tilts[rows, places]
        level = y - tilt * u
        costs = pinball(np.tile(y, (len(u), 1)), level[:, None] + tilt[:, None] * u, quantile=quantile).sum(axis=1)
        best = int(np.argmin(costs))
        lines.append(uncentred(level[best], tilt[best], middle, reach))
    return lines
