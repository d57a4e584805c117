"""Ranges of sliders over data."""

import numpy as np


def sayable(low, high):
    """The range widened to ends that a reader can say aloud, at least ten of their unit apart.

    Examples
    --------
    >>> sayable(0.0629, 0.8971)
    (0.06, 0.9)
    >>> sayable(-3, 218)
    (-10.0, 220.0)
    """
    places = -int(np.floor(np.log10((high - low) / 10)))
    unit = 10.0**-places
    return round(float(np.floor(low / unit)) * unit, places), round(float(np.ceil(high / unit)) * unit, places)
