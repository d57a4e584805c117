"""Losses of a relative error: what a prediction is off by, measured by the target or on a logarithmic scale."""

import numpy as np

from .domains import ABOVE_MINUS_ONE, NON_ZERO
from .facts import BestConstant
from .loss import define
from .median import weighted_median
from .regression import REGRESSION
from .wide import Wide, log1p


@define(
    "Absolute percentage error",
    **REGRESSION | {"targets": {"y_true": NON_ZERO}},
    formula=r"\ell = \frac{|e|}{|y|}",
    kinks=lambda y_true: (y_true,),
    best_constant=BestConstant(
        "the median weighted by 1/|y|, which leans towards small targets",
        of=lambda y_true: weighted_median(y_true, np.min(np.abs(y_true)) / np.abs(y_true)),
    ),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("ratio",)},
    use="All targets are far from 0, and being off by a tenth is as bad for a large one as for a small one.",
    avoid="Some targets are near 0, or too low and too high shall cost alike: predicting 0 never costs more than 1.",
    elsewhere={
        "Keras": {
            "MeanAbsolutePercentageError": "in per cent; |y| is lifted to at least 1e-7; averaged",
            "mean_absolute_percentage_error": "in per cent; |y| is lifted to at least 1e-7; averaged over the last "
            "axis",
        },
        "scikit-learn": {"mean_absolute_percentage_error": "a fraction; |y| is lifted to at least 2.2e-16; averaged"},
    },
    source="R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, International Journal of "
    "Forecasting 22 (2006)",
)
def absolute_percentage_error(y_true, y_pred):
    """The size of the error as a fraction of the target.

    ℓ = \\|e\\| / \\|y\\| with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit, none of them 0.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, a fraction: 0.25 is 25 %.

    Raises
    ------
    ValueError
        If the shapes differ or a target is 0, NaN or infinite.

    Notes
    -----
    Where y = 0, libraries divide by a tiny number and report a billion; here that is an error. The slope is ±1/\\|y\\|,
    and 0 at the kink ŷ = y. Source: Hyndman and Koehler (2006).

    Examples
    --------
    >>> absolute_percentage_error([2.0, 200.0], [3.0, 150.0])
    array([0.5 , 0.25])
    >>> absolute_percentage_error.gradient([2.0, 200.0], [3.0, 150.0])
    array([ 0.5  , -0.005])
    """
    return abs(Wide.difference(y_pred, y_true) / Wide.of(y_true)).rounded()


@absolute_percentage_error.derivative
def _(y_true, y_pred):
    return np.sign(y_pred - y_true) / np.abs(y_true)


@define(
    "Squared logarithmic error",
    **REGRESSION | {"targets": {"y_true": ABOVE_MINUS_ONE}, "predictions": {"y_pred": ABOVE_MINUS_ONE}},
    formula=r"\ell = \left( \log(1 + \hat y) - \log(1 + y) \right)^2",
    best_constant=BestConstant(
        "the geometric mean of 1 + y, minus 1", of=lambda y_true: np.expm1(np.mean(np.log1p(y_true)))
    ),
    convex=False,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"number": ("ratio", "count")},
    use="Targets grow over orders of magnitude (counts, prices), and a factor of two matters wherever it occurs.",
    avoid="The large targets are the ones that cost money: a million too low counts like one too low next to zero.",
    elsewhere={
        "Keras": {
            "MeanSquaredLogarithmicError": "predictions below 1e-7 are lifted to it, with slope 0; averaged",
            "mean_squared_logarithmic_error": "predictions below 1e-7 are lifted to it, with slope 0; averaged over "
            "the last axis",
        },
        "scikit-learn": {"mean_squared_log_error": "averaged"},
    },
    source="L. Törnqvist, P. Vartia and Y. O. Vartia, How should relative changes be measured?, The American "
    "Statistician 39 (1985)",
)
def squared_logarithmic_error(y_true, y_pred):
    """The squared error of log(1 + y): it asks by which factor a prediction is off.

    ℓ = (log(1 + ŷ) − log(1 + y))².

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, all above −1; usually counts or amounts from 0 upwards.
    y_pred : array_like, shape (...)
        Predictions ŷ, all above −1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, without a unit.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or a target or prediction is not above −1.

    Notes
    -----
    The 1 inside the logarithm lets y be 0, and makes the loss depend on the unit of y. The slope is
    2 (log(1 + ŷ) − log(1 + y)) / (1 + ŷ). Far above the target it falls towards 0, so the loss is not convex.
    Source: Törnqvist, Vartia and Vartia (1985).

    Examples
    --------
    >>> squared_logarithmic_error([9.0, 99.0], [19.0, 199.0]).round(4)
    array([0.4805, 0.4805])
    >>> squared_logarithmic_error.gradient([9.0, 99.0], [19.0, 199.0]).round(4)
    array([0.0693, 0.0069])
    """
    growth = _growth(y_true, y_pred)
    return np.where(np.isinf(y_pred), np.inf, (growth * growth).rounded())


@squared_logarithmic_error.derivative
def _(y_true, y_pred):
    slope = 2.0 * _growth(y_true, y_pred) / (Wide.difference(y_pred, -1.0))
    return np.where(y_pred < y_true, -1.0, 1.0) * slope.rounded()


def _growth(y_true, y_pred):
    """|log(1 + ŷ) − log(1 + y)| as log(1 + t): the two logarithms would cancel where ŷ is near y.

    With t from the smaller number to the larger, t ≥ 0, and the logarithm does not amplify what t was rounded by.
    """
    low, high = np.minimum(y_true, y_pred), np.maximum(y_true, y_pred)
    return log1p(Wide.difference(high, low) / Wide.difference(low, -1.0))
