"""Cross-entropies of logits with a weight for each class, or for each confusion of one class with another."""

import numpy as np

from .bounded import shares
from .domains import DISTRIBUTION, NON_NEGATIVE
from .facts import BestConstant, Table
from .logits import LOGITS, softmax_crossentropy, softmax_crossentropy_slope
from .loss import define
from .prepare import classes_or_labels

WEIGHTED = LOGITS | {"prepare": classes_or_labels, "targets": {"y_true": DISTRIBUTION}}


@define(
    "Class-weighted cross-entropy",
    **WEIGHTED,
    formula=r"\ell = -w_y \log p_y, \quad p = \mathrm{softmax}(z)",
    tunables={"weights": Table("what a miss of each class costs", 1, NON_NEGATIVE)},
    best_constant=BestConstant(
        "the logarithm of weight times share of each class",
        of=lambda y_true, *, weights=None: np.log(_by_class(shares(y_true), weights)),
    ),
    suits={"class": ("rare",)},
    use="A class is rare and missing it is costly: its examples shall count more.",
    avoid="You want probabilities: the weights shift them. Move the threshold instead, or correct them afterwards.",
    elsewhere={
        "Keras": {
            "Model.fit": "as class_weight; the reported mean divides by the number of examples",
            "SparseCategoricalCrossentropy": "as sample_weight of a call; the mean divides by the number of examples",
        },
        "PyTorch": {
            "CrossEntropyLoss": "as weight; the mean divides by the sum of the weights",
            "cross_entropy": "as weight; the mean divides by the sum of the weights",
        },
        "scikit-learn": {"log_loss": "as sample_weight; the mean divides by the sum of the weights"},
    },
    source="G. King and L. Zeng, Logistic regression in rare events data, Political Analysis 9 (2001)",
)
def class_weighted_crossentropy(y_true, y_pred, *, weights=None):
    """Cross-entropy of logits, times the weight of the true class.

    ℓ = −w_y log p_y with p = softmax(z); a soft target averages: −Σⱼ wⱼ yⱼ log pⱼ.

    Parameters
    ----------
    y_true : array_like, shape (..., C) or (...)
        Targets y: one-hot or soft rows, or class numbers from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Logits z.
    weights : array_like, shape (C,), optional
        The weight of each class, at least 0. None weighs all classes 1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats times the weight.

    Raises
    ------
    ValueError
        If the shapes do not fit, a weight is negative, there is not one weight for each class, or a target is none.

    Notes
    -----
    Nothing is divided by the weights here. A mean over examples can then mean two things: `loss.mean()` divides by
    their number, `loss.sum() / weights[y_true].sum()` by their weight, and libraries differ in it.
    Source: King and Zeng (2001).

    Examples
    --------
    >>> class_weighted_crossentropy([0, 1], [[2.0, 0.0], [2.0, 0.0]], weights=[1.0, 10.0])
    array([ 0.12692801, 21.26928011])
    >>> class_weighted_crossentropy.gradient([0, 1], [[2.0, 0.0], [2.0, 0.0]], weights=[1.0, 10.0])
    array([[-0.11920292,  0.11920292],
           [ 8.80797078, -8.80797078]])
    """
    return softmax_crossentropy(_by_class(y_true, weights), y_pred)


@class_weighted_crossentropy.derivative
def _(y_true, y_pred, *, weights):
    return softmax_crossentropy_slope(_by_class(y_true, weights), y_pred)


@define(
    "Confusion-weighted cross-entropy",
    **WEIGHTED,
    formula=r"\ell = -\sum_{j=1}^{C} H_{yj} \log p_j, \quad p = \mathrm{softmax}(z)",
    tunables={"matrix": Table("how much of its true class each prediction is worth", 2, NON_NEGATIVE)},
    best_constant=BestConstant(
        "the logarithm of the mean row of H, each label's own",
        of=lambda y_true, *, matrix=None: np.log(_by_confusion(shares(y_true), matrix)),
    ),
    suits={"class": ("near misses",)},
    use="Some confusions are nearly right: the row of a class says how much credit the other classes earn.",
    avoid="All confusions are equally bad: the identity matrix is plain cross-entropy.",
    source="Y. Jia et al., Caffe: convolutional architecture for fast feature embedding (2014), the infogain loss",
)
def confusion_weighted_crossentropy(y_true, y_pred, *, matrix=None):
    """Cross-entropy of logits whose target is the true class's row of a matrix.

    ℓ = −Σⱼ H[y, j] log pⱼ with p = softmax(z); a soft target averages the rows of H.

    Parameters
    ----------
    y_true : array_like, shape (..., C) or (...)
        Targets y: one-hot or soft rows, or class numbers from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Logits z.
    matrix : array_like, shape (C, C), optional
        H, at least 0: row y says how much a prediction of each class j is worth when y is true. None is the identity.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes do not fit, an entry of H is negative, H has not a row and a column for each class, or a target
        is none.

    Notes
    -----
    The slope in zⱼ is pⱼ Σₖ H[y, k] − H[y, j]. Rows need not sum to 1: the sum of a row weighs its class.
    Source: Jia et al. (2014), where it is called infogain loss.

    Examples
    --------
    >>> near = [[0.9, 0.1, 0.0], [0.1, 0.8, 0.1], [0.0, 0.1, 0.9]]
    >>> confusion_weighted_crossentropy([0, 2], [[1.0, 0.0, -1.0], [1.0, 0.0, -1.0]], matrix=near)
    array([0.50760596, 2.30760596])
    >>> confusion_weighted_crossentropy.gradient(0, [1.0, 0.0, -1.0], matrix=near)
    array([-0.23475904,  0.14472847,  0.09003057])
    """
    return softmax_crossentropy(_by_confusion(y_true, matrix), y_pred)


@confusion_weighted_crossentropy.derivative
def _(y_true, y_pred, *, matrix):
    return softmax_crossentropy_slope(_by_confusion(y_true, matrix), y_pred)


def _by_class(target, weights):
    return target if weights is None else target * np.asarray(weights)


def _by_confusion(target, matrix):
    return target if matrix is None else target @ np.asarray(matrix)
