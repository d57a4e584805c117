"""Cross-entropies of logits: loss and softmax (or sigmoid) in one, so that no digit is lost between the two."""

import numpy as np

from .arguments import one_hot
from .domains import DISTRIBUTION, LOGIT, Domain
from .exponentials import SUBNORMAL, Softmax, log1p_exp, logistic
from .facts import BestConstant, Tunable
from .links import TEMPERATURE
from .loss import define
from .prepare import classes, elementwise, labels
from .probabilities import BINARY, CLASS, class_shares, label_shares
from .totals import total

SMOOTHING = Domain("smoothing", "a", "between 0 and 1", low=0.0, high=1.0)

LOGITS = {
    "family": "logits",
    "predictions": {"y_pred": LOGIT},
    "convex": True,
    "smooth": True,
    "bounded": False,
    "slope_bounded": True,
}


def log_odds(y_true, **_):
    """The logit of the mean label."""
    mean = np.mean(y_true)
    return np.log(mean) - np.log1p(-mean)


def log_shares(y_true, *, label_smoothing=0.0, temperature=1.0):
    """T · log of the mean smoothed target; any constant may be added to all of it."""
    shares = class_shares(y_true)
    return temperature * np.log(_smoothed(shares, label_smoothing))


@define(
    "Binary cross-entropy of a logit",
    **LOGITS,
    prepare=elementwise,
    targets={"y_true": BINARY},
    formula=r"\ell = y \log(1 + e^{-z}) + (1 - y) \log(1 + e^{z})",
    best_constant=BestConstant("the log-odds of the mean label", of=log_odds),
    suits={"yes or no": ("plain",), "mask": ("plain",), "new example": ("rebuild",)},
    use="Your network ends in one real number for a yes or no: train on it directly, without a sigmoid layer.",
    avoid="Your network already ends in a sigmoid: the logit of a probability is then squashed twice.",
    elsewhere={
        "Keras": {
            "BinaryCrossentropy": "with from_logits=True; computes in float32",
            "binary_crossentropy": "with from_logits=True; averages the last axis",
        },
        "PyTorch": {
            "BCEWithLogitsLoss": "takes (input, target); averages",
            "binary_cross_entropy_with_logits": "takes (input, target); averages",
        },
        "Optax": {"sigmoid_binary_cross_entropy": "takes (logits, labels)"},
    },
    source="D. R. Cox, The regression analysis of binary sequences, "
    "Journal of the Royal Statistical Society B 20 (1958)",
)
def binary_crossentropy_from_logits(y_true, y_pred):
    """Binary cross-entropy of p = σ(z), from the logit z itself.

    ℓ = y log(1 + exp(−z)) + (1 − y) log(1 + exp(z)).

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y: 0 or 1, or a probability between them (a soft label).
    y_pred : array_like, shape (...)
        Logits z, any real number: the log-odds of label 1.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ, or a label is NaN or outside [0, 1].

    Notes
    -----
    The slope is σ(z) − y, computed as (1 − y) σ(z) − y σ(−z): with y = 1 that is −σ(−z), which keeps its digits where
    σ(z) − 1 has none left. A confident mistake costs \\|z\\| and has the slope ±1, however far out.
    Source: Cox (1958).

    Examples
    --------
    >>> binary_crossentropy_from_logits([1, 1, 1], [40.0, 0.0, -1000.0])
    array([4.24835426e-18, 6.93147181e-01, 1.00000000e+03])
    >>> binary_crossentropy_from_logits.gradient([1, 1, 1], [40.0, 0.0, -1000.0])
    array([-4.24835426e-18, -5.00000000e-01, -1.00000000e+00])
    """
    yes = np.where(y_true == 0, 0.0, y_true * log1p_exp(-y_pred))  # 0 · ∞ = 0 where a logit is infinite
    no = np.where(y_true == 1, 0.0, (1 - y_true) * log1p_exp(y_pred))
    return yes + no


@binary_crossentropy_from_logits.derivative
def _(y_true, y_pred):
    return (1 - y_true) * logistic(y_pred) - y_true * logistic(-y_pred)


@define(
    "Categorical cross-entropy of logits",
    **LOGITS,
    prepare=classes,
    targets={"y_true": DISTRIBUTION},
    formula=r"\ell = -\sum_{j=1}^{C} \tilde y_j \log p_j, \quad p = \mathrm{softmax}(z / T),"
    r"\quad \tilde y_j = (1 - a)\, y_j + \frac{a}{C}",
    tunables={
        "label_smoothing": Tunable(
            0.0, "spreads a part of the target over all classes", "a", SMOOTHING, slider=(0.0, 0.5)
        ),
        "temperature": TEMPERATURE,
    },
    best_constant=BestConstant("the logarithm of the share of each class, times T", of=log_shares),
    suits={"class": ("plain", "softer"), "distribution": ("one way",)},
    use="Your network ends in one real number for each class and exactly one class is right.",
    avoid="Several classes can be right at once: use one binary cross-entropy of a logit for each of them.",
    elsewhere={
        "Keras": {
            "CategoricalCrossentropy": "with from_logits=True; nan for a masked class (logit −∞)",
            "categorical_crossentropy": "with from_logits=True; nan for a masked class (logit −∞)",
        },
        "PyTorch": {
            "CrossEntropyLoss": "takes (input, target); nan for a masked class with rows as targets; averages",
            "cross_entropy": "takes (input, target); nan for a masked class with rows as targets; averages",
        },
        "Optax": {
            "softmax_cross_entropy": "takes (logits, labels); nan for a masked class",
            "safe_softmax_cross_entropy": "takes (logits, labels)",
        },
    },
    source="J. S. Bridle, Training stochastic model recognition algorithms as networks can lead to maximum mutual "
    "information estimation of parameters, NIPS 2 (1990); label smoothing: C. Szegedy et al., Rethinking the Inception "
    "architecture for computer vision, CVPR (2016)",
)
def categorical_crossentropy_from_logits(y_true, y_pred, *, label_smoothing=0.0, temperature=1.0):
    """Categorical cross-entropy of p = softmax(z/T), from the logits z themselves.

    ℓ = −Σⱼ ỹⱼ log pⱼ with the smoothed target ỹⱼ = (1 − a) yⱼ + a/C.

    Parameters
    ----------
    y_true : array_like, shape (..., C)
        Targets y: one-hot rows, or rows of probabilities that sum to 1.
    y_pred : array_like, shape (..., C)
        Logits z. A class with logit −∞ is masked: it has probability 0.
    label_smoothing : float, between 0 and 1
        a: how much of the target is spread evenly over all classes.
    temperature : float, greater than 0
        T divides the logits: below 1 it sharpens, above 1 it evens out.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes differ, a target row is no distribution, or a tunable is out of range.

    Notes
    -----
    The slope in zⱼ is (pⱼ Σ ỹ − ỹⱼ) / T. For the largest logit it is computed from the other classes, as
    pⱼ Σ ỹₖ − ỹⱼ Σ pₖ over k ≠ j, and so keeps its digits where the model is sure and right and p − 1 has none left. For
    the same reason −log p of the largest logit is log1p of the sum of the *other* exponentials. A masked class with
    target 0 adds nothing; with a target above 0, and so with any label smoothing, the loss is ∞.
    Sources: Bridle (1990); label smoothing: Szegedy et al. (2016).

    Examples
    --------
    >>> categorical_crossentropy_from_logits([[1, 0, 0], [0, 1, 0]], [[2.0, 1.0, 0.1], [1000.0, 0.0, -1000.0]])
    array([4.17030016e-01, 1.00000000e+03])
    >>> categorical_crossentropy_from_logits.gradient([1, 0, 0], [2.0, 1.0, 0.1])
    array([-0.34099886,  0.24243297,  0.09856589])
    >>> categorical_crossentropy_from_logits([1, 0, 0], [2.0, 1.0, 0.1], label_smoothing=0.1)
    np.float64(0.51369668)
    """
    return softmax_crossentropy(_smoothed(y_true, label_smoothing), y_pred, temperature)


@categorical_crossentropy_from_logits.derivative
def _(y_true, y_pred, *, label_smoothing, temperature):
    return softmax_crossentropy_slope(_smoothed(y_true, label_smoothing), y_pred, temperature)


@define(
    "Sparse categorical cross-entropy of logits",
    **LOGITS,
    prepare=labels,
    targets={"y_true": CLASS},
    formula=r"\ell = -\log p_y = \log \sum_{j=1}^{C} e^{z_j - z_y}, \quad p = \mathrm{softmax}(z)",
    best_constant=BestConstant(
        "the logarithm of the share of each class", of=lambda y_true, **_: np.log(label_shares(y_true))
    ),
    suits={"class": ("plain",)},
    use="Your network ends in one real number for each class and the targets are class numbers.",
    avoid="Your network already ends in a softmax: use the loss of probabilities, or remove the softmax.",
    elsewhere={
        "Keras": {
            "SparseCategoricalCrossentropy": "with from_logits=True",
            "sparse_categorical_crossentropy": "with from_logits=True",
        },
        "PyTorch": {
            "CrossEntropyLoss": "takes (input, target), target as class numbers; averages",
            "cross_entropy": "takes (input, target), target as class numbers; averages",
        },
        "Optax": {"softmax_cross_entropy_with_integer_labels": "takes (logits, labels)"},
    },
    source="J. S. Bridle, Training stochastic model recognition algorithms as networks can lead to maximum mutual "
    "information estimation of parameters, NIPS 2 (1990)",
)
def sparse_categorical_crossentropy_from_logits(y_true, y_pred):
    """Categorical cross-entropy of logits for class numbers instead of one-hot rows.

    ℓ = log Σⱼ exp(zⱼ − z of the class y).

    Parameters
    ----------
    y_true : array_like of whole numbers, shape (...)
        Class numbers y, from 0 to C − 1.
    y_pred : array_like, shape (..., C)
        Logits z. A class with logit −∞ is masked: it has probability 0.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in nats.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a class number is fractional or out of range.

    Notes
    -----
    The numbers are those of `categorical_crossentropy_from_logits` with one-hot rows. The slope is p − 1 for the class
    y, computed as minus the sum of the other probabilities, and pⱼ for the others.
    Source: Bridle (1990).

    Examples
    --------
    >>> sparse_categorical_crossentropy_from_logits([0, 1], [[2.0, 1.0, 0.1], [1000.0, 0.0, -1000.0]])
    array([4.17030016e-01, 1.00000000e+03])
    >>> sparse_categorical_crossentropy_from_logits.gradient(0, [2.0, 1.0, 0.1])
    array([-0.34099886,  0.24243297,  0.09856589])
    """
    return softmax_crossentropy(one_hot(y_true, y_pred.shape[-1]), y_pred)


@sparse_categorical_crossentropy_from_logits.derivative
def _(y_true, y_pred):
    return softmax_crossentropy_slope(one_hot(y_true, y_pred.shape[-1]), y_pred)


def softmax_crossentropy(weights, logits, temperature=1.0):
    """−Σⱼ wⱼ log pⱼ of p = softmax(z/T), for any weights that are at least 0."""
    rows = Softmax.of(logits, temperature)
    costs = np.where(weights == 0, 0.0, weights * -rows.log())  # 0 · ∞ = 0 for a masked class
    sure = rows.rest < SUBNORMAL  # log1p(rest) is rest then, and a weight would bring its missing digits to light
    if sure.any():
        costs = np.where(rows.leads & sure, rows.rest_times(rows.leaders(weights)), costs)
    return total(costs + 0.0 * rows.rest)[..., 0]


def softmax_crossentropy_slope(weights, logits, temperature=1.0):
    """(pⱼ Σ w − wⱼ) / T; for the largest logit, where p may be near 1, without what the two parts have in common."""
    rows = Softmax.of(logits, temperature)
    last, power = np.frexp(temperature)
    weights = np.ldexp(weights, -power)  # exact, so T's power of two goes first: it may lift p out of the subnormals
    leading = total(np.where(rows.leads, 0.0, weights)) - rows.rest_times(rows.leaders(weights))
    others = rows.times(total(weights)) - weights
    return np.where(rows.leads, leading / (1.0 + rows.rest), others) / last


def _smoothed(target, label_smoothing):
    return (1 - label_smoothing) * target + label_smoothing / target.shape[-1]
