"""How far a float64 result is from the 50-digit truth, in units of the last place."""

import math

import mpmath
import numpy as np


def ulps(result, truth, largest_term=None):
    """|result − truth| in ulp of the truth (or of `largest_term`, where terms of opposite sign were added).

    Truths beyond float64's range count as infinities, and both must then agree exactly.
    """
    result = float(result)
    truth = mpmath.mpf(truth)
    if mpmath.isnan(truth):
        return 0.0 if math.isnan(result) else math.inf
    rounded = float(truth)
    if math.isinf(rounded) or math.isinf(result) or math.isnan(result):
        return 0.0 if result == rounded else math.inf
    scale = max(abs(rounded), abs(float(largest_term)) if largest_term is not None else 0.0)
    return float(abs(mpmath.mpf(result) - truth) / mpmath.mpf(np.spacing(scale)))
