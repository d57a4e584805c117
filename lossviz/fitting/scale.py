"""How wide the noise is, judged so that a few wild values do not matter."""

import numpy as np

from ..losses import arguments

_TO_STANDARD_DEVIATION = 1.4826  # 1 / Φ⁻¹(3/4): half of a Gaussian's values lie within 0.6745 standard deviations


def median_absolute_deviation(residuals):
    """The noise scale: 1.4826 times the median distance from the median.

    For Gaussian noise it estimates the standard deviation, and up to half of the residuals may be wild. The rule of
    thumb for Huber's δ is 1.345 times this scale, where the fit keeps 95 % of the mean's efficiency.

    Parameters
    ----------
    residuals : array_like
        Errors or residuals of a fit that wild values did not pull along, such as that of `least_absolute`.

    Returns
    -------
    float
        In the unit of the residuals.

    Raises
    ------
    ValueError
        If there are no residuals, or one is NaN or infinite.

    Examples
    --------
    >>> median_absolute_deviation([-1.0, 0.0, 0.5, 1.0, 250.0])
    0.7413
    """
    residuals = arguments.as_array("residuals", residuals)
    arguments.finite("residuals", residuals)
    return float(_TO_STANDARD_DEVIATION * np.median(np.abs(residuals - np.median(residuals))))
