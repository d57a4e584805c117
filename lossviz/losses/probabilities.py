"""Cross-entropies of probabilities: what a prediction pays for the probability it gave to what came true."""

import numpy as np

from .arguments import one_hot
from .domains import DISTRIBUTION, PROBABILITY, Domain
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import classes, elementwise, labels
from .totals import total

BINARY = Domain(
    "label",
    "y",
    "a label 0 or 1, or a probability between them (labels -1 and +1 become 0 and 1 by (y + 1) / 2)",
    low=0.0,
    high=1.0,
)
CLASS = Domain("class", "y", "a class number, counted from 0", low=0.0)
CLIP = Domain("clip", "ε", "at least 0 and less than 0.5", low=0.0, high=0.5, open_high=True)

BELOW_ONE = float(np.nextafter(1.0, 0.0))

EPSILON = Tunable(0.0, "clips p to [ε, 1 − ε], so that log 0 cannot come up", "ε", CLIP, slider=(0.0, 0.2))

PROBABILITIES = {
    "family": "probabilities",
    "convex": True,
    "smooth": True,
    "bounded": False,
    "slope_bounded": False,
}


def clip_ends(y_true=None, *, epsilon):
    """The probabilities where the clip takes hold and the slope jumps to 0; the upper one is below 1 for any ε > 0."""
    return (epsilon, min(1.0 - epsilon, BELOW_ONE)) if epsilon else ()


def class_shares(y_true, **_):
    """The mean of the rows: how often each class occurs."""
    rows = np.asarray(y_true, dtype=float)
    return rows.reshape(-1, rows.shape[-1]).mean(axis=0)


def label_shares(y_true, **_):
    """How often each of the classes 0 to the largest label occurs."""
    return class_shares(one_hot(np.asarray(y_true), int(np.max(y_true)) + 1))


@define(
    "Binary cross-entropy",
    **PROBABILITIES,
    prepare=elementwise,
    targets={"y_true": BINARY},
    predictions={"y_pred": PROBABILITY},
    formula=r"\ell = -y \log p - (1 - y) \log(1 - p)",
    tunables={"epsilon": EPSILON},
    kinks=clip_ends,
    best_constant=BestConstant("the mean of the labels", of=lambda y_true, **_: np.mean(y_true)),
    suits={"yes or no": ("plain",), "mask": ("plain",), "new example": ("rebuild",)},
    use="Your model gives the probability of one of two classes, and you want it to be honest about its doubt.",
    avoid="You have the logits: taking their sigmoid first loses digits, and the slope with them.",
    elsewhere={
        "Keras": {
            "BinaryCrossentropy": "clips p to [1e-7, 1 − 1e-7], where its slope becomes 0; computes in float32",
            "binary_crossentropy": "clips p to [1e-7, 1 − 1e-7], where its slope becomes 0; averages the last axis",
        },
        "PyTorch": {
            "BCELoss": "takes (input, target); a log below −100 becomes −100; averages",
            "binary_cross_entropy": "takes (input, target); a log below −100 becomes −100; averages",
        },
        "scikit-learn": {"log_loss": "clips p to the machine epsilon of its dtype; averages"},
    },
    source="I. J. Good, Rational decisions, Journal of the Royal Statistical Society B 14 (1952)",
)
def binary_crossentropy(y_true, y_pred, *, epsilon=0.0):
    """The surprise of a yes or no: −log p if it came true, −log(1 − p) if not.

    ℓ = −y log p − (1 − y) log(1 − p), with 0 · log 0 = 0.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y: 0 or 1, or a probability between them (a soft label).
    y_pred : array_like, shape (...)
        Probabilities p of label 1.
    epsilon : float, at least 0 and less than 0.5
        ε: p is clipped to [ε, 1 − ε] first, the ends as float64 numbers. With 0, nothing is clipped and p = 0 for a
        label 1 costs ∞.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ, a label or a probability lies outside [0, 1], a label is NaN, or ε is out of range.

    Notes
    -----
    The slope is (p − y) / (p (1 − p)). With a clip it is that of the clipped function: 0 where p < ε or p > 1 − ε, and
    the inner slope at the two ends themselves. A clipped loss is no longer convex. With a soft label the least loss is
    the label's entropy, not 0.
    Source: Good (1952).

    Examples
    --------
    >>> binary_crossentropy([1, 1, 0], [0.9, 0.5, 0.9])
    array([0.10536052, 0.69314718, 2.30258509])
    >>> binary_crossentropy.gradient([1, 1, 0], [0.9, 0.5, 0.9])
    array([-1.11111111, -2.        , 10.        ])
    >>> binary_crossentropy([1, 1], [0.0, 0.0], epsilon=1e-7)
    array([16.11809565, 16.11809565])
    """
    p = _clipped(y_pred, epsilon)
    return _weighted(y_true, -np.log(p)) + _weighted(1 - y_true, -np.log1p(-p))


@binary_crossentropy.derivative
def _(y_true, y_pred, *, epsilon):
    soft = (y_pred - y_true) / (y_pred * (1 - y_pred))
    slope = np.where(y_true == 1, -1 / y_pred, np.where(y_true == 0, 1 / (1 - y_pred), soft))
    return np.where(y_pred == _clipped(y_pred, epsilon), slope, 0.0 * y_pred)


@define(
    "Categorical cross-entropy",
    **PROBABILITIES,
    prepare=classes,
    targets={"y_true": DISTRIBUTION},
    predictions={"y_pred": DISTRIBUTION},
    formula=r"\ell = -\sum_{j=1}^{C} y_j \log p_j",
    tunables={"epsilon": EPSILON},
    kinks=clip_ends,
    best_constant=BestConstant("the share of each class", of=class_shares),
    suits={"class": ("plain",), "distribution": ("one way",)},
    use="One of several classes is right, targets are one-hot or soft rows, and the model gives probabilities.",
    avoid="Several classes can be right at once: use one binary cross-entropy for each of them.",
    elsewhere={
        "Keras": {
            "CategoricalCrossentropy": "divides p by its sum first (slope 1 − y/p) and clips it to [1e-7, 1 − 1e-7]",
            "categorical_crossentropy": "divides p by its sum first (slope 1 − y/p) and clips it to [1e-7, 1 − 1e-7]",
        },
        "PyTorch": {"nll_loss": "takes (log p, class numbers); averages"},
        "scikit-learn": {"log_loss": "clips p to the machine epsilon of its dtype; averages"},
    },
    source="I. J. Good, Rational decisions, Journal of the Royal Statistical Society B 14 (1952)",
)
def categorical_crossentropy(y_true, y_pred, *, epsilon=0.0):
    """The surprise of the class that came true; a soft target averages over the classes.

    ℓ = −Σⱼ yⱼ log pⱼ over the C classes, with 0 · log 0 = 0.

    Parameters
    ----------
    y_true : array_like, shape (..., C)
        Targets y: one-hot rows, or rows of probabilities that sum to 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.
    epsilon : float, at least 0 and less than 0.5
        ε: each pⱼ is clipped to [ε, 1 − ε] first, and the row is not divided by its new sum.

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
    The slope in pⱼ is −yⱼ/pⱼ, and 0 for a class with yⱼ = 0, whatever its probability. Where the clip holds (pⱼ < ε or
    pⱼ > 1 − ε) it is 0; at the two ends themselves it is −yⱼ/pⱼ.
    Source: Good (1952).

    Examples
    --------
    >>> categorical_crossentropy([[0, 1, 0], [0.5, 0.5, 0]], [[0.1, 0.7, 0.2], [0.25, 0.75, 0]])
    array([0.35667494, 0.83698822])
    >>> categorical_crossentropy.gradient([0, 1, 0], [0.1, 0.7, 0.2])
    array([ 0.        , -1.42857143,  0.        ])
    """
    return _crossentropy(y_true, y_pred, epsilon)


@categorical_crossentropy.derivative
def _(y_true, y_pred, *, epsilon):
    return _crossentropy_slope(y_true, y_pred, epsilon)


@define(
    "Sparse categorical cross-entropy",
    **PROBABILITIES,
    prepare=labels,
    targets={"y_true": CLASS},
    predictions={"y_pred": DISTRIBUTION},
    formula=r"\ell = -\log p_y",
    tunables={"epsilon": EPSILON},
    kinks=clip_ends,
    best_constant=BestConstant("the share of each class", of=label_shares),
    suits={"class": ("plain",)},
    use="One of several classes is right and the targets are class numbers: the same loss as with one-hot rows.",
    avoid="A target is spread over several classes; a class number cannot say that.",
    elsewhere={
        "Keras": {
            "SparseCategoricalCrossentropy": "divides p by its sum and clips to [1e-7, 1 − 1e-7]",
            "sparse_categorical_crossentropy": "divides p by its sum and clips to [1e-7, 1 − 1e-7]",
        },
        "PyTorch": {"nll_loss": "takes (log p, class numbers); averages"},
        "scikit-learn": {"log_loss": "clips p to the machine epsilon of its dtype; averages"},
    },
    source="I. J. Good, Rational decisions, Journal of the Royal Statistical Society B 14 (1952)",
)
def sparse_categorical_crossentropy(y_true, y_pred, *, epsilon=0.0):
    """Categorical cross-entropy for class numbers instead of one-hot rows.

    ℓ = −log p of the class y.

    Parameters
    ----------
    y_true : array_like of whole numbers, shape (...)
        Class numbers y, from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Probabilities p; each row sums to 1.
    epsilon : float, at least 0 and less than 0.5
        ε: p is clipped to [ε, 1 − ε] first.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes do not fit, a class number is fractional or out of range, a probability lies outside [0, 1], or a
        row does not sum to 1.

    Notes
    -----
    "Sparse" is about how the target is written; the numbers are those of `categorical_crossentropy`. The slope is
    −1/p for the class y and 0 for the others.
    Source: Good (1952).

    Examples
    --------
    >>> sparse_categorical_crossentropy([1, 0], [[0.1, 0.7, 0.2], [0.25, 0.75, 0.0]])
    array([0.35667494, 1.38629436])
    >>> sparse_categorical_crossentropy.gradient([1, 0], [[0.1, 0.7, 0.2], [0.25, 0.75, 0.0]])
    array([[ 0.        , -1.42857143,  0.        ],
           [-4.        ,  0.        ,  0.        ]])
    """
    return _crossentropy(one_hot(y_true, y_pred.shape[-1]), y_pred, epsilon)


@sparse_categorical_crossentropy.derivative
def _(y_true, y_pred, *, epsilon):
    return _crossentropy_slope(one_hot(y_true, y_pred.shape[-1]), y_pred, epsilon)


def _crossentropy(target, p, epsilon):
    costs = _weighted(target, -np.log(_clipped(p, epsilon)))
    return total(costs)[..., 0] + nan_where_missing(p)[..., 0]


def _crossentropy_slope(target, p, epsilon):
    slope = np.where((target == 0) | (p != _clipped(p, epsilon)), 0.0, -target / p)
    return slope + nan_where_missing(p)


def _weighted(weight, surprise):
    """weight · surprise, with 0 · ∞ = 0."""
    return np.where(weight == 0, 0.0, weight * surprise)


def _clipped(p, epsilon):
    return np.clip(p, *clip_ends(epsilon=epsilon)) if epsilon else p


def nan_where_missing(p):
    """0 for each row of probabilities, NaN for a row with a NaN in it, even where its target there is 0."""
    return 0.0 * p.sum(axis=-1, keepdims=True)
