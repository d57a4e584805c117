"""Losses of two masks: how little the predicted pixels and the true ones overlap."""

import numpy as np

from .domains import NON_NEGATIVE, PROBABILITY
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import last_axis
from .totals import total
from .wide import Wide

OVERLAP = {
    "prepare": last_axis,
    "family": "images",
    "targets": {"y_true": PROBABILITY},
    "predictions": {"y_pred": PROBABILITY},
}


def _parts(y_true, y_pred, hits, alpha, beta, smooth):
    """What 1 − (hits·TP + s)/(hits·TP + α·FP + β·FN + s) is made of: its denominator, its numerator, and α·FP + β·FN.

    The loss is the third over the first, which keeps the digits that 1 − ratio loses near 0. All are `Wide`, of shape
    (..., 1), so that the gradient rounds once for each mask, and products of faint masks do not underflow.
    """
    missed = _overlap(y_pred, 1 - y_true) * alpha + _overlap(y_true, 1 - y_pred) * beta
    found = _overlap(y_pred, y_true) * hits
    if smooth:
        found = found + smooth
    return missed + found, found, missed


def _overlap(mask, other):
    """Σ mask · other as a `Wide` of shape (..., 1), with `mask` brightened first."""
    _, brightest = np.frexp(mask.max(axis=-1, keepdims=True))
    return Wide.of(total(np.ldexp(mask, -brightest) * other)).shifted(brightest)


def _loss(*masks, **weights):
    whole, _, missed = _parts(*masks, **weights)
    share = (missed / whole).rounded()
    return np.where(whole.high == 0, 0.0, share)[..., 0]


def _slope(y_true, y_pred, *, hits, alpha, beta, smooth):
    whole, found, missed = _parts(y_true, y_pred, hits, alpha, beta, smooth)
    square = whole * whole
    false = (found * alpha / square).rounded()
    miss = ((found * beta + missed * hits) / square).rounded()
    return np.where(whole.high == 0, 0.0, (1 - y_true) * false - y_true * miss)


SMOOTH = Tunable(
    1.0, "pixels added to overlap and total, so that an empty mask has a slope", "s", NON_NEGATIVE, slider=(0.0, 5.0)
)


@define(
    "Dice loss",
    **OVERLAP,
    formula=r"\ell = 1 - \frac{2 \sum_i y_i p_i + s}{\sum_i y_i + \sum_i p_i + s}",
    tunables={"smooth": SMOOTH},
    best_constant=BestConstant("0 or 1 for a single mask, whichever overlaps more: nothing in between"),
    convex=False,
    smooth=True,
    bounded=True,
    slope_bounded=True,
    values="[0, 1]",
    suits={"mask": ("small",)},
    use="The object covers few of the pixels, and an empty prediction must not look nearly right.",
    avoid="You need calibrated probabilities for each pixel, or many masks are empty.",
    elsewhere={
        "Keras": {
            "Dice": "no smoothing; an empty mask predicted empty costs 1",
            "dice": "no smoothing; an empty mask predicted empty costs 1",
        },
        "Optax": {
            "dice_loss": "takes logits, and its smooth counts twice: smooth=1 is smooth=2 here",
            "binary_dice_loss": "takes logits, and its smooth counts twice: smooth=1 is smooth=2 here",
        },
    },
    source="F. Milletari, N. Navab and S.-A. Ahmadi, V-Net: fully convolutional neural networks for volumetric medical "
    "image segmentation, International Conference on 3D Vision (2016)",
)
def dice(y_true, y_pred, *, smooth=1.0):
    """What two masks do not share, as a part of their total.

    ℓ = 1 − (2Σyp + s)/(Σy + Σp + s) over the last axis, summed as Σ[y(1 − p) + p(1 − y)] over that denominator.

    Parameters
    ----------
    y_true : array_like, shape (..., D)
        True masks y: 0 or 1 for each pixel, or shares in between. Flatten pictures first.
    y_pred : array_like, shape (..., D)
        Predicted probabilities p.
    smooth : float, at least 0
        s, added above and below.

    Returns
    -------
    ndarray, shape (...)
        One loss per mask.

    Raises
    ------
    ValueError
        If the shapes differ, there is no last axis, a number is outside [0, 1] or smooth is negative.

    Notes
    -----
    With smooth = 0 an empty mask costs 0 where the prediction is exactly empty, with slope 0, and 1 for any other
    prediction however faint, so no slope leads there: smooth > 0 makes one. The slope then is at most 2/smooth.
    Source: Milletari, Navab and Ahmadi (2016), who square the terms below; the plain sums here are the common variant.

    Examples
    --------
    >>> dice([[1, 1, 0, 0], [0, 0, 0, 0]], [[1.0, 0.5, 0.0, 0.5], [0.0, 0.0, 0.0, 0.0]])
    array([0.2, 0. ])
    >>> dice.gradient([[1, 1, 0, 0]], [[1.0, 0.5, 0.0, 0.5]])
    array([[-0.24, -0.24,  0.16,  0.16]])
    """
    return _loss(y_true, y_pred, hits=2.0, alpha=1.0, beta=1.0, smooth=smooth)


@dice.derivative
def _(y_true, y_pred, *, smooth):
    return _slope(y_true, y_pred, hits=2.0, alpha=1.0, beta=1.0, smooth=smooth)


@define(
    "Tversky loss",
    **OVERLAP,
    formula=r"\ell = 1 - \frac{\sum_i y_i p_i + s}{\sum_i y_i p_i + \alpha \sum_i (1 - y_i)\,p_i "
    r"+ \beta \sum_i y_i (1 - p_i) + s}",
    tunables={
        "alpha": Tunable(0.5, "weight of false positives", "α", NON_NEGATIVE, slider=(0.0, 1.0)),
        "beta": Tunable(0.5, "weight of missed pixels", "β", NON_NEGATIVE, slider=(0.0, 1.0)),
        "smooth": SMOOTH,
    },
    best_constant=BestConstant("0 or 1 for a single mask, whichever overlaps more: nothing in between"),
    convex=False,
    smooth=True,
    bounded=True,
    slope_bounded=True,
    values="[0, 1]",
    suits={"mask": ("lopsided",)},
    use="A missed pixel and a false alarm cost differently: β above α for a tumour that must not be overlooked.",
    avoid="Both errors weigh the same: dice then says it with fewer knobs.",
    elsewhere={
        "Keras": {
            "Tversky": "α and β change places: its α weighs the missed pixels, whatever its documentation says",
            "tversky": "α and β change places: its α weighs the missed pixels, whatever its documentation says",
        },
        "Optax": {"dice_loss": "takes logits; with its alpha, beta and smooth"},
    },
    source="S. S. M. Salehi, D. Erdogmus and A. Gholipour, Tversky loss function for image segmentation using 3D fully "
    "convolutional deep networks, Machine Learning in Medical Imaging (2017)",
)
def tversky(y_true, y_pred, *, alpha=0.5, beta=0.5, smooth=1.0):
    """The Dice loss with a weight of its own for each kind of error.

    ℓ = 1 − (TP + s)/(TP + α·FP + β·FN + s) over the last axis, with TP = Σyp, FP = Σ(1 − y)p and FN = Σy(1 − p).

    Parameters
    ----------
    y_true : array_like, shape (..., D)
        True masks y: 0 or 1 for each pixel, or shares in between. Flatten pictures first.
    y_pred : array_like, shape (..., D)
        Predicted probabilities p.
    alpha : float, at least 0
        α, the weight of false positives.
    beta : float, at least 0
        β, the weight of missed pixels.
    smooth : float, at least 0
        s, added above and below.

    Returns
    -------
    ndarray, shape (...)
        One loss per mask.

    Raises
    ------
    ValueError
        If the shapes differ, there is no last axis, a number is outside [0, 1] or a tunable is negative.

    Notes
    -----
    α = β = ½ is `dice` with twice the smooth, and α = β = 1 is one minus the intersection over the union. With
    smooth = 0 an empty mask behaves as in `dice`: predicted exactly empty it costs 0, with slope 0.
    Source: Salehi et al. (2017).

    Examples
    --------
    >>> tversky([[1, 1, 0, 0]], [[1.0, 0.5, 0.0, 0.5]], alpha=0.2, beta=0.8).round(4)
    array([0.1667])
    >>> tversky.gradient([[1, 1, 0, 0]], [[1.0, 0.5, 0.0, 0.5]], alpha=0.2, beta=0.8).round(4)
    array([[-0.2778, -0.2778,  0.0556,  0.0556]])
    """
    return _loss(y_true, y_pred, hits=1.0, alpha=alpha, beta=beta, smooth=smooth)


@tversky.derivative
def _(y_true, y_pred, *, alpha, beta, smooth):
    return _slope(y_true, y_pred, hits=1.0, alpha=alpha, beta=beta, smooth=smooth)
