"""Ranges of sliders that begin just above 0."""

import numpy as np


def above_zero(top):
    """The lowest and the highest of fifty equal steps that reach `top`: 1, 2 or 5 times a power of ten is the highest.

    Examples
    --------
    >>> above_zero(2.3)
    (0.1, 5.0)
    >>> above_zero(0.75)
    (0.02, 1.0)
    """
    decimals = -int(np.floor(np.log10(top)))
    high = next(times for times in (1, 2, 5, 10) if times * 10.0**-decimals >= top) * 10.0**-decimals
    return round(high / 50, decimals + 2), round(high, decimals + 1)
