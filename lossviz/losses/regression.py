"""Losses of a real prediction: what they cost depends on the error e = ŷ − y."""

import numpy as np

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


@define(
    "Huber loss",
    **REGRESSION,
    formula=r"\ell = \begin{cases} \frac{1}{2} e^2 & |e| \le \delta \\ \delta\,(|e| - \frac{1}{2}\delta) & |e| > \delta \end{cases}",
    tunables={"delta": Tunable(1.0, "the error where the square becomes a line", "δ", POSITIVE, slider=(0.1, 5.0))},
    joins=lambda y_true, *, delta: (y_true - delta, y_true + delta),
    best_constant=BestConstant("between the median and the mean"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    use="Most residuals are small and a few are wild, and you still want the mean's efficiency on the small ones.",
    avoid="Outliers sit in x rather than in y: a bounded slope does not protect against leverage.",
    elsewhere={
        "Keras": {"Huber": "", "huber": ""},
        "PyTorch": {"HuberLoss": "", "huber_loss": ""},
        "Optax": {"huber_loss": ""},
        "scikit-learn": {"HuberRegressor": "δ is called epsilon (1.35) and is measured in units of a scale fitted along"},
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
    size = np.abs(y_pred - y_true)
    inside = np.minimum(size, delta)
    return inside * (size - inside / 2)


@huber.derivative
def _(y_true, y_pred, *, delta):
    return np.clip(y_pred - y_true, -delta, delta)
