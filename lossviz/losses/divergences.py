"""Divergences: how far a predicted distribution is from the target distribution, 0 only where they agree."""

import numpy as np

from .domains import DISTRIBUTION
from .facts import BestConstant
from .loss import define
from .prepare import classes
from .probabilities import class_shares, nan_where_missing
from .totals import total

DIVERGENCES = {
    "prepare": classes,
    "family": "probabilities",
    "targets": {"y_true": DISTRIBUTION},
    "predictions": {"y_pred": DISTRIBUTION},
    "convex": True,
    "smooth": True,
    "slope_bounded": False,
}

NEAR = 0.5  # relative differences up to here go by a series
SERIES_TERMS = 24  # the next one is 3e-18 of the sum


@define(
    "Kullback–Leibler divergence",
    **DIVERGENCES,
    formula=r"\ell = \sum_{j=1}^{C} y_j \log \frac{y_j}{p_j}",
    best_constant=BestConstant("the mean of the target rows", of=class_shares),
    bounded=False,
    suits={"distribution": ("one way",)},
    use="The targets are distributions themselves, as in distillation, and a perfect prediction should cost 0.",
    avoid="You want a distance: KL is not symmetric, and it is ∞ where p misses what y holds possible.",
    elsewhere={
        "Keras": {
            "KLDivergence": "a class with p = 0 costs what it would with p = 1e-7",
            "kl_divergence": "a class with p = 0 costs what it would with p = 1e-7",
        },
        "PyTorch": {"kl_div": "takes (log p, y), and averages over all elements unless reduction='batchmean'"},
        "Optax": {"kl_divergence": "takes (log p, y)"},
        "SciPy": {
            "rel_entr": "one number for each class: this loss is their sum",
            "kl_div": "one number for each class, with p − y added",
            "entropy": "divides both by their sums first",
        },
    },
    source="S. Kullback and R. A. Leibler, On information and sufficiency, Annals of Mathematical Statistics 22 (1951)",
)
def kl_divergence(y_true, y_pred):
    """The cross-entropy minus the target's own entropy: the part of the surprise that was avoidable.

    ℓ = KL(y‖p) = Σⱼ yⱼ log(yⱼ / pⱼ), with 0 · log 0 = 0.

    Parameters
    ----------
    y_true : array_like, shape (..., C)
        Targets y: rows of probabilities that sum to 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ, a number lies outside [0, 1], a row does not sum to 1, or a target is NaN.

    Notes
    -----
    The slope in pⱼ is −yⱼ/pⱼ, as for cross-entropy: the two differ by a constant of the target. Near p = y terms of
    both signs nearly cancel; each term is right to its last digits, so the error is that of the largest term, and the
    sum of rows that do not add up to exactly 1 may lie a rounding below 0.
    Source: Kullback and Leibler (1951).

    Examples
    --------
    >>> kl_divergence([[0.5, 0.5], [0.5, 0.5], [1, 0]], [[0.5, 0.5], [0.9, 0.1], [0.9, 0.1]])
    array([0.        , 0.51082562, 0.10536052])
    >>> kl_divergence.gradient([0.5, 0.5], [0.75, 0.25])
    array([-0.66666667, -2.        ])
    """
    terms = np.where(y_true == 0, 0.0, y_true * _log_ratio(y_true, y_pred))
    return total(terms)[..., 0] + nan_where_missing(y_pred)[..., 0]


@kl_divergence.derivative
def _(y_true, y_pred):
    return np.where(y_true == 0, 0.0, -y_true / y_pred) + nan_where_missing(y_pred)


@define(
    "Jensen–Shannon divergence",
    **DIVERGENCES,
    formula=r"\ell = \frac{1}{2} \sum_{j=1}^{C} \left( y_j \log \frac{y_j}{m_j} + p_j \log \frac{p_j}{m_j} \right),"
    r"\quad m = \frac{1}{2} (y + p)",
    best_constant=BestConstant("no single formula"),
    bounded=True,
    values="[0, log 2]",
    suits={"distribution": ("both ways",)},
    use="You compare two distributions as equals and want a number that is symmetric and never infinite.",
    avoid="The two hardly overlap: the loss is then close to log 2 whatever p does, and tells it little.",
    elsewhere={"SciPy": {"jensenshannon": "a distance: the square root of this; divides both by their sums first"}},
    source="J. Lin, Divergence measures based on the Shannon entropy, IEEE Trans. on Information Theory 37 (1991)",
)
def jensen_shannon(y_true, y_pred):
    """The mean divergence of both distributions from their midpoint: symmetric, and at most log 2.

    ℓ = ½ KL(y‖m) + ½ KL(p‖m) with m = ½ (y + p), natural logarithm, no square root.

    Parameters
    ----------
    y_true : array_like, shape (..., C)
        Targets y: rows of probabilities that sum to 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ, a number lies outside [0, 1], a row does not sum to 1, or a target is NaN.

    Notes
    -----
    The slope in pⱼ is ½ log(pⱼ / mⱼ): −∞ where the target's class has p = 0, and ½ log 2 where the target has none.
    With u = (y − p) / (y + p), one class adds (y + p)/4 · ((1 + u) log(1 + u) + (1 − u) log(1 − u)), which has only
    positive terms as a series in u²: so nothing cancels where p is close to y.
    Source: Lin (1991).

    Examples
    --------
    >>> jensen_shannon([[0.2, 0.8], [1, 0]], [[0.4, 0.6], [0, 1]])
    array([0.02415726, 0.69314718])
    >>> jensen_shannon.gradient([0.2, 0.8], [0.4, 0.6])
    array([ 0.14384104, -0.07707534])
    """
    both = y_true + y_pred
    apart = np.where(both == 0, 0.0, (y_true - y_pred) / both)
    near = (y_true - y_pred) * apart * _even_series(np.minimum(apart**2, NEAR**2))
    smaller = np.where(both == 0, 0.0, 2 * np.minimum(y_true, y_pred) / both)  # 1 − |u|, and 1 + |u| = 2 − smaller
    larger = 2 - smaller
    shared = np.where(smaller == 0, 0.0, smaller * np.log(smaller))
    far = both * (larger * np.log(larger) + shared)
    return total(np.where(np.abs(apart) <= NEAR, near, far))[..., 0] / 4 + nan_where_missing(y_pred)[..., 0]


@jensen_shannon.derivative
def _(y_true, y_pred):
    both = y_true + y_pred
    near = np.log1p((y_pred - y_true) / both)
    far = _log_ratio(y_pred, both / 2)
    slope = np.where(y_pred > both / 4, near, far) / 2
    return np.where(y_true == 0, np.log(2) / 2, slope) + nan_where_missing(y_pred)


def _log_ratio(a, b):
    """log(a / b) for numbers from 0 to 1, without loss where they are close or where the quotient overflows."""
    ratio = a / b
    result = np.where(np.abs(ratio - 1) < 0.5, np.log1p((a - b) / b), np.log(ratio))
    stretch = 2.0**128
    huge, tiny = ratio > 1e300, ratio < 1e-300
    if huge.any() or tiny.any():  # the quotient of the stretched number is in range, and both parts have one sign
        log_stretch = np.log(stretch)
        result = np.where(huge & (b > 0), np.log(a / (b * stretch)) + log_stretch, result)
        result = np.where(tiny & (a > 0), np.log(a * stretch / b) - log_stretch, result)
    return result


def _even_series(v):
    """((1 + u) log(1 + u) + (1 − u) log(1 − u)) / u² for v = u²: the sum of vᵏ⁻¹ / (k (2k − 1)) over k = 1, 2, …"""
    result = np.zeros_like(v)
    for k in range(SERIES_TERMS, 0, -1):
        result = result * v + 1 / (k * (2 * k - 1))
    return result
