"""The square of the error e = ŷ − y, and the squares that go on as a line."""

import numpy as np

from .compensated import two_sum
from .domains import POSITIVE, REAL
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import elementwise

REGRESSION = {
    "prepare": elementwise,
    "family": "regression",
    "targets": {"y_true": REAL},
    "predictions": {"y_pred": REAL},
}


def half_error(y_true, y_pred):
    """|e| / 2 and what its rounding took away; half, because |e| itself may be beyond float64's range."""
    half, err = two_sum(y_pred / 2, -y_true / 2)
    return np.abs(half), np.sign(half) * err


@define(
    "Squared error",
    **REGRESSION,
    formula=r"\ell = e^2",
    best_constant=BestConstant("the mean", of=np.mean),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"number": ("plain",), "new example": ("rebuild",)},
    use="The noise is about Gaussian, or you want to predict the mean.",
    avoid="A few targets are far off: one of them, ten times further out, pulls as hard as ten others.",
    elsewhere={
        "Keras": {"MeanSquaredError": "averaged", "mean_squared_error": "averaged over the last axis"},
        "PyTorch": {
            "MSELoss": "averaged",
            "mse_loss": "averaged; shapes (N, 1) and (N,) become (N, N), with a warning",
        },
        "Optax": {"squared_error": ""},
        "scikit-learn": {"mean_squared_error": "averaged"},
    },
    source="A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes (1805)",
)
def squared_error(y_true, y_pred):
    """The square of the error: twice as wrong costs four times as much.

    ℓ = e² with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in squared units.

    Raises
    ------
    ValueError
        If the shapes differ or a target is NaN or infinite.

    Notes
    -----
    The slope is 2e. Books and libraries disagree about a factor ½: `half_squared_error` is the loss with it.
    Source: Legendre (1805).

    Examples
    --------
    >>> squared_error([1.0, 2.0], [3.0, 2.5])
    array([4.  , 0.25])
    >>> squared_error.gradient([1.0, 2.0], [3.0, 2.5])
    array([4., 1.])
    """
    e = y_pred - y_true
    return e * e


@squared_error.derivative
def _(y_true, y_pred):
    return 2 * (y_pred - y_true)


@define(
    "Half squared error",
    **REGRESSION,
    formula=r"\ell = \frac{1}{2} e^2",
    best_constant=BestConstant("the mean", of=np.mean),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"number": ("plain",)},
    use="You derive by hand and want the slope to be the error itself, or you compare with the Huber loss.",
    avoid="You compare numbers with a library that leaves the ½ out: every loss is half of what you expect.",
    elsewhere={
        "Optax": {"l2_loss": ""},
        "scikit-learn": {"_loss.HalfSquaredError": ""},
        "SciPy": {"least_squares": "its cost is the sum"},
    },
    source="C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 1.1",
)
def half_squared_error(y_true, y_pred):
    """The squared error with the factor ½, which makes the slope the error itself.

    ℓ = e²/2 with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in squared units.

    Raises
    ------
    ValueError
        If the shapes differ or a target is NaN or infinite.

    Notes
    -----
    The slope is e. It is the negative log-likelihood of Gaussian noise of variance 1, up to a constant.
    Source: Bishop (2006).

    Examples
    --------
    >>> half_squared_error([1.0, 2.0], [3.0, 2.5])
    array([2.   , 0.125])
    >>> half_squared_error.gradient([1.0, 2.0], [3.0, 2.5])
    array([2. , 0.5])
    """
    e = y_pred - y_true
    return e * (e / 2)  # e² / 2 would overflow sooner


@half_squared_error.derivative
def _(y_true, y_pred):
    return y_pred - y_true


@define(
    "Huber loss",
    **REGRESSION,
    formula=r"\ell = \begin{cases} \frac{1}{2} e^2 & |e| \le \delta \\ "
    r"\delta\,(|e| - \frac{1}{2}\delta) & |e| > \delta \end{cases}",
    tunables={"delta": Tunable(1.0, "the error where the square becomes a line", "δ", POSITIVE, slider=(0.1, 5.0))},
    joins=lambda y_true, *, delta: (y_true - delta, y_true + delta),
    best_constant=BestConstant("a compromise of median and mean"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("few wild",)},
    use="Most residuals are small and a few are wild, and you still want the mean's efficiency on the small ones.",
    avoid="Outliers sit in x rather than in y: a bounded slope does not protect against leverage.",
    elsewhere={
        "Keras": {"Huber": "", "huber": ""},
        "PyTorch": {"HuberLoss": "", "huber_loss": ""},
        "Optax": {"huber_loss": "the slope loses digits near e = 0: 1.000000005e-8 at e = 1e-8"},
        "scikit-learn": {
            "HuberRegressor": "δ is called epsilon (1.35) and is measured in units of a scale fitted along"
        },
        "SciPy": {"special.huber": "takes (δ, e)", 'least_squares(loss="huber")': "δ is called f_scale; the sum"},
    },
    source="P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical Statistics 35 (1964)",
)
def huber(y_true, y_pred, *, delta=1.0):
    """A square for small errors, a line beyond δ.

    ℓ = e²/2 where \\|e\\| ≤ δ, and δ(\\|e\\| − δ/2) beyond, with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    delta : float, greater than 0
        δ, in the unit of the error: where the square becomes a line.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in squared units.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or δ ≤ 0.

    Notes
    -----
    The square carries the factor ½, as in Keras, PyTorch (`HuberLoss`) and Optax; PyTorch's `SmoothL1Loss` is this loss
    divided by its β. The slope is continuous, so there is no kink: it is e inside and ±δ outside.
    Source: Huber (1964).

    Examples
    --------
    >>> huber([0.0, 0.0], [0.5, 3.0], delta=1.0)
    array([0.125, 2.5  ])
    >>> huber.gradient([0.0, 0.0], [0.5, 3.0], delta=1.0)
    array([0.5, 1. ])
    """
    # With the part of |e| that lies inside δ, both pieces are inside · (|e| − inside/2).
    half, err = half_error(y_true, y_pred)
    inside = np.minimum(2 * half, delta)
    return 2 * (inside * ((half - inside / 4) + err))


@huber.derivative
def _(y_true, y_pred, *, delta):
    return np.clip(y_pred - y_true, -delta, delta)


@define(
    "Smooth L1 loss",
    **REGRESSION,
    formula=r"\ell = \begin{cases} \frac{e^2}{2\beta} & |e| \le \beta \\ "
    r"|e| - \frac{1}{2}\beta & |e| > \beta \end{cases}",
    tunables={"beta": Tunable(1.0, "the error where the square becomes a line", "β", POSITIVE, slider=(0.1, 5.0))},
    joins=lambda y_true, *, beta: (y_true - beta, y_true + beta),
    best_constant=BestConstant("a compromise of median and mean"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("few wild",)},
    use="You want the absolute error without its corner, and a slope of ±1 far out whatever β is: box regression.",
    avoid="You compare with a Huber loss of δ = β: all losses and slopes are smaller by the factor β.",
    elsewhere={"PyTorch": {"SmoothL1Loss": "", "smooth_l1_loss": ""}},
    source="R. Girshick, Fast R-CNN, International Conference on Computer Vision (2015)",
)
def smooth_l1(y_true, y_pred, *, beta=1.0):
    """The Huber loss divided by its δ: a line of slope 1 far out, a square inside β.

    ℓ = e²/(2β) where \\|e\\| ≤ β, and \\|e\\| − β/2 beyond, with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    beta : float, greater than 0
        β, in the unit of the error: where the square becomes a line.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in the unit of the error.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or β ≤ 0.

    Notes
    -----
    It is `huber` with δ = β, divided by β. As β goes to 0 it becomes the absolute error, while Huber's loss becomes 0.
    Source: Girshick (2015).

    Examples
    --------
    >>> smooth_l1([0.0, 0.0], [1.0, 3.0], beta=2.0)
    array([0.25, 2.  ])
    >>> smooth_l1.gradient([0.0, 0.0], [1.0, 3.0], beta=2.0)
    array([0.5, 1. ])
    """
    half, err = half_error(y_true, y_pred)
    inside = np.minimum(2 * half, beta)
    return 2 * ((inside / beta) * ((half - inside / 4) + err))


@smooth_l1.derivative
def _(y_true, y_pred, *, beta):
    return np.clip((y_pred - y_true) / beta, -1.0, 1.0)
