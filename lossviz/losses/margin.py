"""Losses of a score for two classes: what they cost depends on the margin m = y·s, with y = −1 or +1."""

import numpy as np

from .domains import SCORE, SIGN
from .exponentials import log1p_exp
from .exponentials import logistic as sigmoid
from .facts import BestConstant
from .loss import define
from .prepare import elementwise

MARGIN = {
    "prepare": elementwise,
    "family": "margin",
    "targets": {"y_true": SIGN},
    "predictions": {"y_pred": SCORE},
}


def _half_log_odds(y_true):
    """½ log(n₊/n₋) of the two counts, ±∞ where one class is missing."""
    with np.errstate(divide="ignore"):
        return np.arctanh(np.mean(y_true))


@define(
    "Logistic loss",
    **MARGIN,
    formula=r"\ell = \log(1 + e^{-m}), \quad m = y\,s",
    best_constant=BestConstant(
        "the log-odds log(n₊/n₋) of the two classes", of=lambda y_true: 2 * _half_log_odds(y_true)
    ),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"yes or no": ("plain",)},
    use="You want a score that is a log-odds, so that the sigmoid of it is a probability you can read.",
    avoid="Labels are often wrong: a mistake costs more and more, if only in proportion to its distance.",
    elsewhere={
        "PyTorch": {
            "SoftMarginLoss": "inf with the gradient nan at m = −1000",
            "soft_margin_loss": "inf with the gradient nan at m = −1000",
        },
        "scikit-learn": {'SGDClassifier(loss="log_loss")': "", "LogisticRegression": "with a penalty"},
    },
    source="D. R. Cox, The regression analysis of binary sequences, Journal of the Royal Statistical Society B "
    "20 (1958)",
)
def logistic(y_true, y_pred):
    """Cross-entropy for labels −1 and +1.

    ℓ = log(1 + exp(−m)) with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s, read as logits.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    It is `binary_crossentropy_from_logits` with the labels written as −1 and +1. The slope −y·σ(−m) never is 0: right
    examples push as well. At m = 0 the loss is log 2; divided by log 2 it lies above the 0–1 loss everywhere.
    Source: Cox (1958).

    Examples
    --------
    >>> logistic([1, -1, 1], [0.0, 2.0, 1000.0]).round(4)
    array([0.6931, 2.1269, 0.    ])
    >>> logistic.gradient([1, -1, -1], [0.0, 2.0, 1000.0]).round(4)
    array([-0.5   ,  0.8808,  1.    ])
    """
    return log1p_exp(-y_true * y_pred)


@logistic.derivative
def _(y_true, y_pred):
    return -y_true * sigmoid(-y_true * y_pred)


@define(
    "Exponential loss",
    **MARGIN,
    formula=r"\ell = e^{-m}, \quad m = y\,s",
    best_constant=BestConstant("half the log-odds, ½ log(n₊/n₋)", of=_half_log_odds),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    values="(0, ∞)",
    suits={"yes or no": ("rounds",)},
    use="You build a boosted ensemble and want each round to look at what the rounds before got wrong: AdaBoost.",
    avoid="One label may be wrong: its cost grows exponentially and can outweigh all others.",
    elsewhere={"scikit-learn": {"ExponentialLoss": "labels 0/1; value and slope are nan at m = 745"}},
    source="Y. Freund and R. E. Schapire, A decision-theoretic generalization of on-line learning and an application "
    "to boosting, Journal of Computer and System Sciences 55 (1997)",
)
def exponential(y_true, y_pred):
    """A loss that multiplies by e for each unit of margin that is lost.

    ℓ = exp(−m) with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s.

    Returns
    -------
    ndarray, shape (...)
        One loss per example; inf below m = −709.78, where it leaves the range of float64.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    The slope is −y·exp(−m), so loss and slope have the same size. It lies above the 0–1 loss everywhere.
    Source: Freund and Schapire (1997).

    Examples
    --------
    >>> exponential([1, -1, 1], [0.0, 1.0, 2.0]).round(4)
    array([1.    , 2.7183, 0.1353])
    >>> exponential.gradient([1, -1, 1], [0.0, 1.0, 2.0]).round(4)
    array([-1.    ,  2.7183, -0.1353])
    """
    return np.exp(-y_true * y_pred)


@exponential.derivative
def _(y_true, y_pred):
    return -y_true * np.exp(-y_true * y_pred)
