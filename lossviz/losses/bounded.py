"""Losses of class probabilities that stay bounded: being sure and wrong costs much, but not without end."""

import numpy as np

from .domains import DISTRIBUTION, Domain
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import classes_or_labels
from .probabilities import class_shares, label_shares, nan_where_missing
from .totals import total

POWER = Domain("power", "q", "greater than 0 and at most 1", low=0.0, high=1.0, open_low=True)

BOUNDED = {
    "prepare": classes_or_labels,
    "family": "probabilities",
    "targets": {"y_true": DISTRIBUTION},
    "predictions": {"y_pred": DISTRIBUTION},
    "convex": True,
    "smooth": True,
    "bounded": True,
}


def shares(y_true, **_):
    """How often each class occurs, from class numbers or from one-hot or soft rows."""
    return label_shares(y_true) if np.ndim(y_true) == 1 else class_shares(y_true)


def sharpened_shares(y_true, *, q=0.7):
    """The shares to the power 1/(1 − q), divided by their sum; for q = 1 the most frequent class alone."""
    frequent = shares(y_true)
    relative = frequent / frequent.max()
    powers = relative ** (1 / (1 - q)) if q < 1 else (relative == 1).astype(float)
    return powers / powers.sum()


@define(
    "Brier score",
    **BOUNDED,
    formula=r"\ell = \sum_{j=1}^{C} (p_j - y_j)^2",
    best_constant=BestConstant("the share of each class", of=shares),
    slope_bounded=True,
    values="[0, 2]",
    suits={"class": ("forecast",)},
    use="You judge probability forecasts and want honest ones, without a single sure miss deciding everything.",
    avoid="You train through a softmax: where the model is sure and wrong, the slope in the logits vanishes.",
    elsewhere={
        "Keras": {"mean_squared_error": "averages over the classes: this loss divided by C"},
        "PyTorch": {"mse_loss": "averages over classes and examples: the mean of this loss divided by C"},
        "Optax": {"squared_error": "one number for each class: this loss is their sum"},
    },
    source="G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950)",
)
def brier(y_true, y_pred):
    """The squared distance between the probabilities and what came true.

    ℓ = Σⱼ (pⱼ − yⱼ)² over the C classes.

    Parameters
    ----------
    y_true : array_like, shape (..., C) or (...)
        Targets y: one-hot or soft rows, or class numbers from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, between 0 and 2.

    Raises
    ------
    ValueError
        If the shapes do not fit, a number lies outside [0, 1], a row does not sum to 1, or a class number is not one.

    Notes
    -----
    This is Brier's own form, which sums over all classes. With two classes it is twice the (p − y)² that is also
    called the Brier score. The slope in pⱼ is 2 (pⱼ − yⱼ).
    Source: Brier (1950).

    Examples
    --------
    >>> brier([[1, 0], [1, 0]], [[0.8, 0.2], [0.0, 1.0]])
    array([0.08, 2.  ])
    >>> brier.gradient([0, 0], [[0.8, 0.2], [0.0, 1.0]])
    array([[-0.4,  0.4],
           [-2. ,  2. ]])
    """
    return total((y_pred - y_true) ** 2)[..., 0]


@brier.derivative
def _(y_true, y_pred):
    return 2 * (y_pred - y_true) + nan_where_missing(y_pred)


@define(
    "Generalized cross-entropy",
    **BOUNDED,
    formula=r"\ell = \frac{1}{q} \left(1 - p_y^{\,q}\right)",
    tunables={"q": Tunable(0.7, "near 0 cross-entropy, at 1 the absolute error", "q", POWER, slider=(0.05, 1.0))},
    best_constant=BestConstant("the share of each class to the power 1/(1 − q), rescaled", of=sharpened_shares),
    slope_bounded=False,
    values="[0, 1/q]",
    suits={"class": ("wrong labels",)},
    use="Some of your labels are wrong, and cross-entropy would chase them at any price.",
    avoid="You want calibrated probabilities: the best constant exaggerates the frequent classes.",
    elsewhere={
        "Keras": {
            "CategoricalGeneralizedCrossEntropy": "takes class numbers; q = 0.5 unless given; averages",
            "categorical_generalized_cross_entropy": "takes class numbers; q has no default",
        }
    },
    source="Z. Zhang and M. R. Sabuncu, Generalized cross entropy loss for training deep neural networks with noisy "
    "labels, NeurIPS (2018)",
)
def generalized_crossentropy(y_true, y_pred, *, q=0.7):
    """Between cross-entropy (q → 0) and the absolute error (q = 1): a wrong label cannot cost more than 1/q.

    ℓ = (1 − p^q) / q for the probability p of the true class; a soft target averages: Σⱼ yⱼ (1 − pⱼ^q) / q.

    Parameters
    ----------
    y_true : array_like, shape (..., C) or (...)
        Targets y: one-hot or soft rows, or class numbers from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.
    q : float, greater than 0 and at most 1
        The power.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, between 0 and 1/q.

    Raises
    ------
    ValueError
        If the shapes do not fit, a number lies outside [0, 1], a row does not sum to 1, or q is out of range.

    Notes
    -----
    The slope in pⱼ is −yⱼ pⱼ^(q−1): at p = 0 it is −∞, except for q = 1, where it is −yⱼ everywhere.
    Source: Zhang and Sabuncu (2018).

    Examples
    --------
    >>> generalized_crossentropy([0, 1], [[0.8, 0.2], [1.0, 0.0]], q=0.5)
    array([0.21114562, 2.        ])
    >>> generalized_crossentropy.gradient([0, 0], [[0.8, 0.2], [0.25, 0.75]], q=0.5)
    array([[-1.11803399,  0.        ],
           [-2.        ,  0.        ]])
    """
    cost = -np.expm1(q * np.log(y_pred)) / q  # 1 − p^q, with its digits near p = 1
    return total(y_true * cost)[..., 0]


@generalized_crossentropy.derivative
def _(y_true, y_pred, *, q):
    # p^(q−1) as p^q / p: q − 1 has lost digits of q, and for a small p the power would magnify that.
    power = np.where(y_pred == 0, np.power(0.0, q - 1), np.power(y_pred, q) / y_pred)
    return np.where(y_true == 0, 0.0, -y_true * power) + nan_where_missing(y_pred)
