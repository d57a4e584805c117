"""Two smooth curves from the square to the absolute error: a hyperbola, and a hyperbolic cosine's logarithm."""

import numpy as np

from .compensated import two_sum
from .domains import POSITIVE
from .facts import BestConstant, Tunable
from .loss import define
from .regression import REGRESSION
from .wide import Wide, sqrt

LOG_2 = np.log(2.0)


@define(
    "Pseudo-Huber loss",
    **REGRESSION,
    formula=r"\ell = \delta^2 \left( \sqrt{1 + (e/\delta)^2} - 1 \right)",
    tunables={
        "delta": Tunable(1.0, "the error around which the square becomes a line", "δ", POSITIVE, slider=(0.1, 5.0))
    },
    best_constant=BestConstant("a compromise of median and mean"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("few wild",)},
    use="You want Huber's shape for a method that needs second derivatives: this one has all of them.",
    avoid="You want a clear border between ordinary errors and outliers: here one goes over into the other.",
    elsewhere={
        "SciPy": {
            "special.pseudo_huber": "takes (δ, e)",
            'least_squares(loss="soft_l1")': "δ is called f_scale; the sum",
        }
    },
    source="P. Charbonnier, L. Blanc-Féraud, G. Aubert and M. Barlaud, Deterministic edge-preserving regularization in "
    "computed imaging, IEEE Transactions on Image Processing 6 (1997)",
)
def pseudo_huber(y_true, y_pred, *, delta=1.0):
    """A hyperbola: about e²/2 for small errors, about δ\\|e\\| for large ones, with no border between.

    ℓ = δ²(√(1 + (e/δ)²) − 1) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    delta : float, greater than 0
        δ, in the unit of the error: about where the square becomes a line.

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
    The slope e/√(1 + (e/δ)²) stays between −δ and δ. Without the factor δ² it is the Charbonnier loss; with it, small
    errors cost e²/2 for every δ. Source: Charbonnier and others (1997).

    Examples
    --------
    >>> pseudo_huber([0.0, 0.0], [0.75, -2.4], delta=1.0)
    array([0.25, 1.6 ])
    >>> pseudo_huber.gradient([0.0, 0.0], [0.75, -2.4], delta=1.0).round(4)
    array([ 0.6   , -0.9231])
    """
    # δ²(√(1 + q²) − 1) with q = e/δ is e² / (√(1 + q²) + 1): the root minus 1 would lose the digits of small errors.
    e, delta = Wide.difference(y_pred, y_true), Wide.of(delta)
    return (e * e / (_root(e / delta) + 1.0)).rounded()


@pseudo_huber.derivative
def _(y_true, y_pred, *, delta):
    e, delta = Wide.difference(y_pred, y_true), Wide.of(delta)
    return (e / _root(e / delta)).rounded()


def _root(q):
    """√(1 + q²)."""
    return sqrt(q * q + 1.0)


@define(
    "Log-cosh loss",
    **REGRESSION,
    formula=r"\ell = \log \cosh e",
    best_constant=BestConstant("a compromise of median and mean"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("few wild",)},
    use="You want a smooth loss between square and absolute error and nothing to tune.",
    avoid="Your errors are all far below or far above 1: it is then half the squared or the absolute error.",
    elsewhere={
        "Keras": {
            "LogCosh": "on TensorFlow a log 2 of 7 digits makes it −1.9e-9 at e = 1e-8",
            "log_cosh": "on TensorFlow a log 2 of 7 digits makes it −1.9e-9 at e = 1e-8",
        },
        "Optax": {"log_cosh": "twice too large at e = 1e-8: no digits are left there"},
    },
    source="P. J. Green, Bayesian reconstructions from emission tomography data using a modified EM algorithm, "
    "IEEE Transactions on Medical Imaging 9 (1990)",
)
def log_cosh(y_true, y_pred):
    """The logarithm of the hyperbolic cosine: e²/2 for small errors, \\|e\\| − log 2 for large ones.

    ℓ = log cosh e with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in a unit in which ordinary errors are about 1.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ or a target is NaN or infinite.

    Notes
    -----
    The slope is tanh e, between −1 and 1. It has no tunable: the change from square to line always lies around
    \\|e\\| = 1, so the unit of the targets matters. Source: Green (1990).

    Examples
    --------
    >>> log_cosh([0.0, 0.0], [0.001, 1000.0])
    array([4.99999917e-07, 9.99306853e+02])
    >>> log_cosh.gradient([0.0, 0.0], [0.001, 1000.0])
    array([9.99999667e-04, 1.00000000e+00])
    """
    # cosh e overflows above 710, and its logarithm loses the digits of small errors. Hence |e| − log 2 + a little far
    # out, and log1p(cosh e − 1) near 0, where cosh e − 1 = −(exp(e) − 1)(exp(−e) − 1) / 2.
    e, err = two_sum(y_pred, -y_true)
    size = np.abs(e)
    near = np.log1p(-np.expm1(size) * np.expm1(-size) / 2)
    far = (size - LOG_2) + np.log1p(np.exp(-2 * size))
    return np.where(size < 3, near, far) + err * np.tanh(e)


@log_cosh.derivative
def _(y_true, y_pred):
    return np.tanh(y_pred - y_true)
