"""Focal losses: binary cross-entropy in which easy examples, those already right, count for little."""

import numpy as np

from .compensated import two_product, two_sum
from .domains import LOGIT, NON_NEGATIVE, PROBABILITY, Domain
from .exponentials import SUBNORMAL, log1p_exp
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import elementwise
from .probabilities import BINARY

BALANCE = Domain("balance", "α", "between 0 and 1", low=0.0, high=1.0)

FOCAL = {
    "prepare": elementwise,
    "targets": {"y_true": BINARY},
    "tunables": {
        "gamma": Tunable(2.0, "how much easy examples are played down", "γ", NON_NEGATIVE, slider=(0.0, 5.0)),
        "alpha": Tunable(
            None, "weighs label 1; label 0 weighs 1 − α", "α", BALANCE, slider=(0.05, 0.95), optional=True
        ),
    },
    "smooth": True,
    "bounded": False,
    "source": "T.-Y. Lin, P. Goyal, R. Girshick, K. He and P. Dollár, Focal loss for dense object detection, ICCV 2017",
}

NO_LOSS = 800.0  # the surprise of a logit this far on the right side is below the smallest float64


@define(
    "Binary focal loss",
    **FOCAL,
    family="probabilities",
    predictions={"y_pred": PROBABILITY},
    formula=r"\ell = -\alpha_t\, (1 - p_t)^\gamma \log p_t,"
    r"\quad p_t = \begin{cases} p & y = 1 \\ 1 - p & y = 0 \end{cases}",
    best_constant=BestConstant("less sure than the mean of the labels"),
    convex=True,
    slope_bounded=False,
    suits={"yes or no": ("rare",), "mask": ("small",)},
    use="Most examples are easy ones of one class, and their many small losses drown the few that matter.",
    avoid="You want calibrated probabilities: the best constant is drawn from the true share towards ½.",
    elsewhere={
        "Keras": {"binary_focal_crossentropy": "α = 0.25 only with apply_class_balancing=True"},
    },
)
def binary_focal(y_true, y_pred, *, gamma=2.0, alpha=None):
    """Cross-entropy times (1 − p_t)^γ: the surer the model is of the true label, the less it counts.

    ℓ = −α_t (1 − p_t)^γ log p_t, where p_t is the probability of the true label.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y: 0 or 1. A soft label mixes the two losses: y · ℓ(1) + (1 − y) · ℓ(0).
    y_pred : array_like, shape (...)
        Probabilities p of label 1.
    gamma : float, at least 0
        γ, the focus. With 0 this is binary cross-entropy.
    alpha : float between 0 and 1, optional
        α: label 1 weighs α and label 0 weighs 1 − α. None leaves the weights out.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ, a label is NaN, a label or a probability lies outside [0, 1], or a tunable outside its
        range.

    Notes
    -----
    For label 1 the slope is −α (1 − p)^γ (γ · (−log p)/(1 − p) + 1/p): two parts of one sign.
    Source: Lin et al. (2017).

    Examples
    --------
    >>> binary_focal([1, 1, 0], [0.9, 0.1, 0.9], gamma=2.0)
    array([1.05360516e-03, 1.86509393e+00, 1.86509393e+00])
    >>> binary_focal.gradient([1, 1, 0], [0.9, 0.1, 0.9], gamma=2.0)
    array([ -0.03218321, -12.24465317,  12.24465317])
    >>> binary_focal([1, 0], [0.9, 0.9], gamma=0.0, alpha=0.25)
    array([0.02634013, 1.72693882])
    """
    q, error = two_sum(1.0, -y_pred)
    of_one = _power(q, error, gamma) * -np.log(y_pred)
    of_zero = _power(y_pred, 0.0, gamma) * -np.log1p(-y_pred)
    return _mixed(y_true, alpha, of_one, of_zero)


@binary_focal.derivative
def _(y_true, y_pred, *, gamma, alpha):
    q, error = two_sum(1.0, -y_pred)
    of_one = -_power(q, error, gamma, _steepness(-np.log(y_pred), y_pred, q, gamma))
    of_zero = _power(y_pred, 0.0, gamma, _steepness(-np.log1p(-y_pred), q, y_pred, gamma))
    return _mixed(y_true, alpha, of_one, of_zero)


@define(
    "Binary focal loss of a logit",
    **FOCAL,
    family="logits",
    predictions={"y_pred": LOGIT},
    formula=r"\ell = -\alpha_t\, (1 - p_t)^\gamma \log p_t,"
    r"\quad p_t = \begin{cases} \sigma(z) & y = 1 \\ \sigma(-z) & y = 0 \end{cases}",
    best_constant=BestConstant("less sure than the log-odds of the mean label"),
    convex=False,
    slope_bounded=True,
    suits={"yes or no": ("rare",), "mask": ("small",)},
    use="A detector looks at thousands of places, almost all of them empty: train its logits on the hard ones.",
    avoid="Labels are noisy: what stays hard is then mostly what is labelled wrong.",
    elsewhere={
        "Keras": {"binary_focal_crossentropy": "with from_logits=True; α = 0.25 only with apply_class_balancing=True"},
        "Optax": {"sigmoid_focal_loss": "takes (logits, labels); α is left out by default"},
    },
)
def binary_focal_from_logits(y_true, y_pred, *, gamma=2.0, alpha=None):
    """Binary focal loss of p = σ(z), from the logit z itself.

    ℓ = −α_t (1 − p_t)^γ log p_t with p_t = σ(z) for label 1 and σ(−z) for label 0.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y: 0 or 1. A soft label mixes the two losses: y · ℓ(1) + (1 − y) · ℓ(0).
    y_pred : array_like, shape (...)
        Logits z, any real number: the log-odds of label 1.
    gamma : float, at least 0
        γ, the focus. With 0 this is binary cross-entropy.
    alpha : float between 0 and 1, optional
        α: label 1 weighs α and label 0 weighs 1 − α. None leaves the weights out.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ, a label is NaN or outside [0, 1], or a tunable is out of range.

    Notes
    -----
    For label 1 the slope is −α σ(−z)^γ (γ σ(z) log(1 + exp(−z)) + σ(−z)), two parts of one sign. It can exceed the 1 of
    cross-entropy before it comes back to it, so the loss is not convex in z. Near z = 0 the power multiplies the
    rounding of exp by γ/2: results are within 4 units in the last place for γ up to 5 where neither α nor soft labels
    add roundings of their own, and within 8 else, for γ up to 10.
    Source: Lin et al. (2017).

    Examples
    --------
    >>> binary_focal_from_logits([1, 1, 1], [5.0, 0.0, -1000.0], gamma=2.0)
    array([3.00809023e-07, 1.73286795e-01, 1.00000000e+03])
    >>> binary_focal_from_logits.gradient([1, 1, 1], [5.0, 0.0, -1000.0], gamma=2.0)
    array([-8.97392766e-07, -2.98286795e-01, -1.00000000e+00])
    """
    return _mixed(y_true, alpha, _logit_loss(y_pred, gamma), _logit_loss(-y_pred, gamma))


@binary_focal_from_logits.derivative
def _(y_true, y_pred, *, gamma, alpha):
    return _mixed(y_true, alpha, -_logit_steepness(y_pred, gamma), _logit_steepness(-y_pred, gamma))


def _mixed(y_true, alpha, of_one, of_zero):
    """y · ℓ(1) + (1 − y) · ℓ(0), each with its weight."""
    weight_one, weight_zero = (1.0, 1.0) if alpha is None else (alpha, 1.0 - alpha)
    return _times(y_true * weight_one, of_one) + _times((1 - y_true) * weight_zero, of_zero)


def _times(weight, number):
    """weight · number, with 0 · ∞ = 0."""
    return np.where((weight == 0) & np.isinf(number), 0.0, weight * number)


def _power(base, error, gamma, factor=1.0):
    """factor · (base + error)^γ; a power multiplies the relative error of its base by γ, so it is carried along."""
    product = np.power(base, gamma) * factor
    far = product < SUBNORMAL
    if far.any():  # there the power alone has lost digits that a factor above 1 would bring to light
        half = np.power(base, gamma / 2)
        product = np.where(far, half * factor * half, product)
    correction = np.where(error == 0, 0.0, gamma * error / base)
    return product * (1 + correction)


def _steepness(surprise, p, q, gamma):
    """−dℓ/dp of ℓ = q^γ · (−log p) with q = 1 − p, divided by q^γ."""
    along = np.where(q == 0, 1.0, surprise / q)  # −log p / (1 − p), 1 at p = 1
    return (gamma * along if gamma else 0.0) + 1 / p


def _logit_loss(z, gamma):
    """σ(−z)^γ · log(1 + exp(−z)), the loss of label 1."""
    return _damped(log1p_exp(-z), z, gamma)


def _logit_steepness(z, gamma):
    """σ(−z)^γ · (γ σ(z) log(1 + exp(−z)) + σ(−z)), minus the slope for label 1; both sigmoids over 1 + exp(−|z|)."""
    small = np.exp(-np.abs(z))
    surprise = _times(np.where(z < 0, small, 1.0), log1p_exp(-z))
    return _damped(gamma * surprise + np.where(z < 0, 1.0, small), z, gamma, more=1)


def _damped(factor, z, gamma, more=0):
    """factor · σ(−z)^γ / (1 + exp(−|z|))^more, in which σ(−z) itself is exp(−z) or 1 over that same sum."""
    z = np.clip(z, -NO_LOSS, NO_LOSS)
    whole, low = two_sum(1.0, np.exp(-np.abs(z)))
    reach, error = two_product(np.maximum(z, 0.0), gamma)
    power = np.power(whole, -gamma)
    power = power - power * ((gamma + more) * low / whole + error)
    return factor / whole**more * power * np.exp(-reach)
