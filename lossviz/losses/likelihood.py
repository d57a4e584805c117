"""Negative log-likelihoods: losses that come from saying how the targets scatter around the prediction."""

import numpy as np

from .domains import NON_NEGATIVE, POSITIVE
from .facts import BestConstant, Tunable
from .loss import define
from .median import weighted_median
from .regression import REGRESSION
from .wide import Wide


@define(
    "Poisson loss",
    **REGRESSION | {"targets": {"y_true": NON_NEGATIVE}, "predictions": {"y_pred": NON_NEGATIVE}},
    formula=r"\ell = \hat y - y \log \hat y",
    best_constant=BestConstant("the mean", of=np.mean),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    values="(−∞, ∞); for a given y the least is y − y log y",
    suits={"number": ("count",)},
    use="Targets are counts (calls an hour, goals a match) and their scatter grows with their mean.",
    avoid="Your model gives the logarithm of the rate, or a rate that may be negative: pass it through exp first.",
    elsewhere={
        "Keras": {"Poisson": "log(ŷ + 1e-7); averaged", "poisson": "log(ŷ + 1e-7); averaged over the last axis"},
        "PyTorch": {
            "PoissonNLLLoss": "takes log ŷ unless log_input=False, then log(ŷ + 1e-8); averaged",
            "poisson_nll_loss": "takes log ŷ unless log_input=False, then log(ŷ + 1e-8); averaged",
        },
        "scikit-learn": {
            "mean_poisson_deviance": "twice what the loss is above its least value; ŷ = 0 is an error; averaged",
            "_loss.HalfPoissonLoss": "takes log ŷ",
        },
        "SciPy": {"stats.poisson.logpmf": "its negative adds log y!"},
    },
    source="J. A. Nelder and R. W. M. Wedderburn, Generalized linear models, Journal of the Royal Statistical Society "
    "A 135 (1972)",
)
def poisson(y_true, y_pred):
    """The negative log-likelihood of a count y when the expected count is ŷ, without the term log y!.

    ℓ = ŷ − y log ŷ, with 0 · log 0 = 0.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Counts y, at least 0; fractions are allowed.
    y_pred : array_like, shape (...)
        Expected counts ŷ, at least 0.

    Returns
    -------
    ndarray, shape (...)
        One loss per example; it can be negative, and is infinite where ŷ = 0 and y > 0.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or a target or prediction is negative.

    Notes
    -----
    The slope is 1 − y/ŷ, and 1 where both are 0. The left-out log y! does not depend on the prediction. The two terms
    can cancel: the value is right to the last digits of the larger one, the slope to its own.
    Source: Nelder and Wedderburn (1972).

    Examples
    --------
    >>> poisson([0.0, 3.0], [0.5, 2.0]).round(4)
    array([ 0.5   , -0.0794])
    >>> poisson.gradient([0.0, 3.0], [0.5, 2.0])
    array([ 1. , -0.5])
    """
    reward = np.where(y_true == 0, 0.0, y_true * np.log(y_pred))
    return np.where(np.isinf(y_pred), np.inf, y_pred - reward)


@poisson.derivative
def _(y_true, y_pred):
    slope = (y_pred - y_true) / y_pred  # 1 − y/ŷ would cancel near ŷ = y
    return np.where((y_true == 0) | np.isinf(y_pred), np.where(np.isnan(y_pred), np.nan, 1.0), slope)


@define(
    "Gaussian negative log-likelihood",
    **REGRESSION,
    formula=r"\ell = \frac{1}{2} \left( \log v + \frac{e^2}{v} \right)",
    tunables={"variance": Tunable(1.0, "the variance of the noise", "v", POSITIVE, slider=(0.1, 5.0), arrays=True)},
    best_constant=BestConstant(
        "the mean weighted by 1/v",
        of=lambda y_true, *, variance: np.average(y_true, weights=_shares(y_true, variance)),
    ),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    values="(−∞, ∞); for a given v the least is ½ log v",
    suits={"number": ("noise",)},
    use="You know how noisy each target is, or your model predicts the noise as well as the mean.",
    avoid="Your model also predicts v and can hit single targets exactly: the loss then falls without end as v → 0.",
    elsewhere={
        "PyTorch": {
            "GaussianNLLLoss": "v is lifted to at least 1e-6; full=True adds ½ log 2π; averaged",
            "gaussian_nll_loss": "v is lifted to at least 1e-6; full=True adds ½ log 2π; averaged",
        },
        "SciPy": {"stats.norm.logpdf": "its negative adds ½ log 2π; takes √v"},
    },
    source="D. A. Nix and A. S. Weigend, Estimating the mean and variance of the target probability distribution, "
    "International Conference on Neural Networks (1994)",
)
def gaussian_nll(y_true, y_pred, *, variance=1.0):
    """The negative log-likelihood of a target with Gaussian noise of variance v, without the constant ½ log 2π.

    ℓ = ½ (log v + e²/v) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ of the mean, in the same unit.
    variance : float or array of y_true's shape, greater than 0
        v, in squared units: one for all examples or one for each.

    Returns
    -------
    ndarray, shape (...)
        One loss per example; it can be negative.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or a variance is not greater than 0.

    Notes
    -----
    The slope in ŷ is e/v. For one fixed v the loss is the half squared error, scaled and shifted. The two terms can
    cancel: the value is right to the last digits of the larger one. Source: Nix and Weigend (1994).

    Examples
    --------
    >>> gaussian_nll([0.0, 0.0], [2.0, 2.0], variance=[1.0, 4.0]).round(4)
    array([2.    , 1.1931])
    >>> gaussian_nll.gradient([0.0, 0.0], [2.0, 2.0], variance=[1.0, 4.0])
    array([2. , 0.5])
    """
    e = Wide.difference(y_pred, y_true)
    return np.log(variance) / 2 + (e * e / Wide.of(variance)).shifted(-1).rounded()


@gaussian_nll.derivative
def _(y_true, y_pred, *, variance):
    return (Wide.difference(y_pred, y_true) / Wide.of(variance)).rounded()


@define(
    "Laplace negative log-likelihood",
    **REGRESSION,
    formula=r"\ell = \log b + \frac{|e|}{b}",
    tunables={"scale": Tunable(1.0, "the mean size of the noise", "b", POSITIVE, slider=(0.1, 5.0), arrays=True)},
    kinks=lambda y_true, *, scale: (y_true,),
    best_constant=BestConstant(
        "the median weighted by 1/b",
        of=lambda y_true, *, scale: weighted_median(y_true, _shares(y_true, scale)),
    ),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    values="(−∞, ∞); for a given b the least is log b",
    suits={"number": ("noise",)},
    use="The noise has heavier tails than a Gaussian's, and you know or predict its size for each target.",
    avoid="Your model also predicts b and can hit single targets exactly: the loss then falls without end as b → 0.",
    elsewhere={"SciPy": {"stats.laplace.logpdf": "its negative adds log 2"}},
    source="P.-S. Laplace, Mémoire sur la probabilité des causes par les événements (1774)",
)
def laplace_nll(y_true, y_pred, *, scale=1.0):
    """The negative log-likelihood of a target with Laplace noise of scale b, without the constant log 2.

    ℓ = log b + \\|e\\|/b with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ of the median, in the same unit.
    scale : float or array of y_true's shape, greater than 0
        b, in the same unit: one for all examples or one for each.

    Returns
    -------
    ndarray, shape (...)
        One loss per example; it can be negative.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or a scale is not greater than 0.

    Notes
    -----
    The slope in ŷ is ±1/b, and 0 at the kink ŷ = y. For one fixed b the loss is the absolute error, scaled and shifted.
    The two terms can cancel: the value is right to the last digits of the larger one. Source: Laplace (1774).

    Examples
    --------
    >>> laplace_nll([0.0, 0.0], [2.0, 2.0], scale=[1.0, 4.0]).round(4)
    array([2.    , 1.8863])
    >>> laplace_nll.gradient([0.0, 0.0], [2.0, 2.0], scale=[1.0, 4.0])
    array([1.  , 0.25])
    """
    return np.log(scale) + abs(Wide.difference(y_pred, y_true) / Wide.of(scale)).rounded()


@laplace_nll.derivative
def _(y_true, y_pred, *, scale):
    return np.sign(y_pred - y_true) / scale


def _shares(y_true, spread):
    """Weights 1/spread, one for each example, the largest of them 1."""
    return np.broadcast_to(np.min(spread) / np.asarray(spread), np.shape(y_true))
