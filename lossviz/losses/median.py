"""The weighted median: the best constant where every example pulls with its own strength."""

import numpy as np


def weighted_median(values, weights):
    """The number with half of the total weight on either side: it has the least Σ w · \\|value − number\\|.

    Where the halves meet between two values, it is the middle of the two, as for the ordinary median.
    """
    order = np.argsort(values, axis=None, kind="stable")
    ranked = np.ravel(values)[order]
    below = np.cumsum(np.ravel(weights)[order])
    half = below[-1] / 2
    lower = ranked[np.searchsorted(below, half, side="left")]
    upper = ranked[min(np.searchsorted(below, half, side="right"), len(ranked) - 1)]
    return lower / 2 + upper / 2
