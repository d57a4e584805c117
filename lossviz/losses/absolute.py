"""The absolute error and its relatives: tilted, and with a tube in which errors are free."""

import numpy as np

from .compensated import two_sum
from .domains import FRACTION, NON_NEGATIVE
from .facts import BestConstant, Tunable
from .loss import define
from .regression import REGRESSION, half_error


@define(
    "Absolute error",
    **REGRESSION,
    formula=r"\ell = |e|",
    kinks=lambda y_true: (y_true,),
    best_constant=BestConstant("the median", of=np.median),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("few wild",)},
    use="A few targets are far off and shall count no more than others, or you want to predict the median.",
    avoid="You need exact answers by gradient steps: the slope stays ±1 however near you are, so steps must shrink.",
    elsewhere={
        "Keras": {
            "MeanAbsoluteError": "averaged",
            "mean_absolute_error": "averaged over the last axis; slope at e = 0: −1 on JAX, 0 otherwise",
        },
        "PyTorch": {"L1Loss": "averaged", "l1_loss": "averaged; slope 0 at e = 0"},
        "scikit-learn": {"mean_absolute_error": "averaged", "_loss.AbsoluteError": "slope −1 at e = 0"},
    },
    source="P. Bloomfield and W. L. Steiger, Least Absolute Deviations: Theory, Applications and Algorithms (1983)",
)
def absolute_error(y_true, y_pred):
    """The size of the error: twice as wrong costs twice as much.

    ℓ = \\|e\\| with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in the unit of the error.

    Raises
    ------
    ValueError
        If the shapes differ or a target is NaN or infinite.

    Notes
    -----
    The slope is −1 below the target and +1 above. At the kink e = 0 any number between is a subgradient; here it is 0.
    Source: Bloomfield and Steiger (1983).

    Examples
    --------
    >>> absolute_error([1.0, 2.0], [3.0, 1.5])
    array([2. , 0.5])
    >>> absolute_error.gradient([1.0, 2.0], [3.0, 1.5])
    array([ 1., -1.])
    """
    return np.abs(y_pred - y_true)


@absolute_error.derivative
def _(y_true, y_pred):
    return np.sign(y_pred - y_true)


@define(
    "Pinball loss",
    **REGRESSION,
    formula=r"\ell = \begin{cases} q\,(y - \hat y) & \hat y \le y \\ (1 - q)\,(\hat y - y) & \hat y > y \end{cases}",
    tunables={
        "quantile": Tunable(
            0.5, "the share of targets that shall lie below the prediction", "τ", FRACTION, slider=(0.05, 0.95)
        )
    },
    kinks=lambda y_true, *, quantile: (y_true,),
    best_constant=BestConstant(
        "the q-quantile",
        of=lambda y_true, *, quantile: np.quantile(y_true, quantile, method="averaged_inverted_cdf"),
    ),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("lopsided",)},
    use="Too low and too high cost differently, or you predict a quantile: the stock that lasts nine days in ten.",
    avoid="You fit several quantiles one by one and rely on their order: the fitted lines can cross.",
    elsewhere={
        "scikit-learn": {
            "mean_pinball_loss": "q is called alpha; averaged",
            "QuantileRegressor": "",
            "_loss.PinballLoss": "slope −q at e = 0",
        }
    },
    source="R. Koenker and G. Bassett, Regression quantiles, Econometrica 46 (1978)",
)
def pinball(y_true, y_pred, *, quantile=0.5):
    """The absolute error with its two sides tilted: predicting too low costs q, too high 1 − q, for each unit.

    ℓ = q(y − ŷ) where ŷ ≤ y, and (1 − q)(ŷ − y) beyond.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    quantile : float, between 0 and 1, both excluded
        q, the share of targets that the best prediction has below it.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in the unit of the error.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or q is not between 0 and 1.

    Notes
    -----
    For q = ½ it is half the absolute error. The slope is −q below the target and 1 − q above; at the kink ŷ = y
    any number between is a subgradient, and here it is 0. Where several constants are best, `best_constant` gives the
    middle of them. Source: Koenker and Bassett (1978).

    Examples
    --------
    >>> pinball([0.0, 0.0], [-2.0, 2.0], quantile=0.75)
    array([1.5, 0.5])
    >>> pinball.gradient([0.0, 0.0], [-2.0, 2.0], quantile=0.75)
    array([-0.75,  0.25])
    """
    half, _ = half_error(y_true, y_pred)
    return 2 * (np.where(y_pred > y_true, 1 - quantile, quantile) * half)


@pinball.derivative
def _(y_true, y_pred, *, quantile):
    side = np.sign(y_pred - y_true)  # 0 at the kink, NaN where the prediction is
    return side * np.where(side > 0, 1 - quantile, quantile)


@define(
    "ε-insensitive loss",
    **REGRESSION,
    formula=r"\ell = \max(0,\ |e| - \varepsilon)",
    tunables={
        "epsilon": Tunable(
            0.1, "half the width of the tube in which errors are free", "ε", NON_NEGATIVE, slider=(0.0, 2.0)
        )
    },
    kinks=lambda y_true, *, epsilon: (y_true - epsilon, y_true + epsilon),
    best_constant=BestConstant("a number with as much pull from above its tube as from below"),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("tolerance",)},
    use="Errors up to a tolerance do not matter, and you want a fit that rests on few examples: support vectors.",
    avoid="Small errors matter: inside the tube the slope is 0, so nothing improves there.",
    elsewhere={"scikit-learn": {"SVR": "", "LinearSVR": "", 'SGDRegressor(loss="epsilon_insensitive")': ""}},
    source="V. N. Vapnik, The Nature of Statistical Learning Theory (1995)",
)
def epsilon_insensitive(y_true, y_pred, *, epsilon=0.1):
    """The absolute error minus a tolerance: nothing inside the tube of half-width ε, a line outside.

    ℓ = max(0, \\|e\\| − ε) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    epsilon : float, at least 0
        ε, in the unit of the error: how wrong is still free.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in the unit of the error.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or ε < 0.

    Notes
    -----
    The slope is 0 inside the tube and ±1 outside; at the kinks \\|e\\| = ε it is 0. For ε = 0 it is the absolute error.
    Source: Vapnik (1995).

    Examples
    --------
    >>> epsilon_insensitive([0.0, 0.0], [0.25, 2.0], epsilon=0.5)
    array([0. , 1.5])
    >>> epsilon_insensitive.gradient([0.0, 0.0], [0.25, 2.0], epsilon=0.5)
    array([0., 1.])
    """
    half, err = half_error(y_true, y_pred)
    return 2 * np.maximum((half - epsilon / 2) + err, 0.0)


@epsilon_insensitive.derivative
def _(y_true, y_pred, *, epsilon):
    e, err = two_sum(y_pred, -y_true)
    side = np.sign(e)
    return np.where((np.abs(e) - epsilon) + side * err <= 0, 0.0, side)
