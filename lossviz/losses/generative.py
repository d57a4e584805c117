"""Losses of models that make things: the code of a variational autoencoder, and the two players of a GAN."""

import math
from dataclasses import replace

import numpy as np

from .domains import LOGIT, REAL
from .exponentials import log1p_exp
from .exponentials import logistic as sigmoid
from .facts import BestConstant, Switch
from .loss import define
from .prepare import elementwise, last_axis

MEAN = replace(REAL, quantity="mean", symbol="μ")
LOG_VARIANCE = replace(REAL, quantity="log-variance", symbol="s")


@define(
    "KL divergence of a Gaussian code",
    prepare=last_axis,
    family="images",
    formula=r"\ell = -\frac{1}{2} \sum_i (1 + s_i - \mu_i^2 - e^{s_i})",
    targets={},
    predictions={"mean": MEAN, "log_variance": LOG_VARIANCE},
    best_constant=BestConstant("mean 0 and log-variance 0: the standard normal distribution"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"new example": ("code",)},
    use="The codes of a variational autoencoder are to stay close to N(0, 1), so that you can sample new ones.",
    avoid="Its weight against the reconstruction has not been thought about: too much of it and the codes say nothing.",
    source="D. P. Kingma and M. Welling, Auto-encoding variational Bayes, International Conference on Learning "
    "Representations (2014)",
)
def vae_kl(mean, log_variance):
    """How far independent Gaussians are from N(0, 1), as the Kullback–Leibler divergence.

    ℓ = −½ Σ(1 + s − μ² − eˢ) over the last axis, with s = log σ².

    Parameters
    ----------
    mean : array_like, shape (..., D)
        Means μ of the code.
    log_variance : array_like, shape (..., D)
        Log-variances s: any real number, where a variance would have to stay positive.

    Returns
    -------
    ndarray, shape (...)
        One loss per code, in nats. The gradient is a tuple: μ, then ½(eˢ − 1).

    Raises
    ------
    ValueError
        If the shapes differ or there is no last axis.

    Notes
    -----
    It sums over the entries of the code; a mean instead divides by D and changes its weight beside other terms.
    Source: Kingma and Welling (2014).

    Examples
    --------
    >>> vae_kl([[0.0, 0.0], [1.0, 0.0]], [[0.0, 0.0], [0.0, 1.0]]).round(4)
    array([0.    , 0.8591])
    >>> in_mean, in_log_variance = vae_kl.gradient([[1.0, 0.0]], [[0.0, 1.0]])
    >>> in_mean, in_log_variance.round(4)
    (array([[1., 0.]]), array([[0.    , 0.8591]]))
    """
    return (mean * (mean / 2) + _half_bulge(log_variance)).sum(axis=-1)


@vae_kl.derivative
def _(mean, log_variance):
    slope = np.expm1(log_variance) / 2
    return mean.copy(), np.where(log_variance > LARGE, _half_exp(log_variance), slope)


LARGE = 50.0  # beyond, eˢ − 1 − s is eˢ to the last digit
BULGE = [1 / math.factorial(n) / 2 for n in range(21, 1, -1)]  # ½(eˢ − 1 − s) = s²/4 + s³/12 + …


def _half_bulge(s):
    """½(eˢ − 1 − s), at least 0; near s = 0 from its Taylor series, where the formula has no digits left."""
    near = np.where(np.abs(s) < 1, s, 0.0)
    series = np.polyval(BULGE, near) * near * near
    plain = (np.expm1(s) - s) / 2
    return np.where(np.abs(s) < 1, series, np.where(s > LARGE, _half_exp(s), plain))


def _half_exp(s):
    """½eˢ, which stays finite a little longer than eˢ."""
    root = np.exp(s / 2)
    return root * (root / 2)


@define(
    "GAN discriminator loss",
    prepare=elementwise,
    family="images",
    formula=r"\ell = -\log \sigma(r) - \log(1 - \sigma(f))",
    targets={},
    predictions={
        "real_logit": replace(LOGIT, quantity="logit of a real example", symbol="r"),
        "fake_logit": replace(LOGIT, quantity="logit of a fake", symbol="f"),
    },
    best_constant=BestConstant("0 for both, at a cost of 2 log 2: when fakes cannot be told from real examples"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"new example": ("adversary",)},
    use="A discriminator learns to tell real examples from a generator's.",
    avoid="It wins too easily: the generator's slope then depends on the form of the generator's loss alone.",
    source="I. Goodfellow et al., Generative adversarial nets, Advances in Neural Information Processing Systems 27 "
    "(2014)",
)
def gan_discriminator(real_logit, fake_logit):
    """Cross-entropy of calling the real example real and the fake one fake.

    ℓ = −log σ(r) − log(1 − σ(f)) = log(1 + e⁻ʳ) + log(1 + eᶠ).

    Parameters
    ----------
    real_logit : array_like, shape (...)
        r, the discriminator's logit for a real example.
    fake_logit : array_like, shape (...)
        f, its logit for a generated one.

    Returns
    -------
    ndarray, shape (...)
        One loss per pair, in nats. The gradient is a tuple: in r, then in f.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Some texts halve it, as the mean over real and fake examples. Source: Goodfellow et al. (2014).

    Examples
    --------
    >>> gan_discriminator([0.0, 3.0], [0.0, -3.0]).round(4)
    array([1.3863, 0.0972])
    >>> in_real, in_fake = gan_discriminator.gradient([0.0, 3.0], [0.0, -3.0])
    >>> in_real.round(4), in_fake.round(4)
    (array([-0.5   , -0.0474]), array([0.5   , 0.0474]))
    """
    return log1p_exp(-real_logit) + log1p_exp(fake_logit)


@gan_discriminator.derivative
def _(real_logit, fake_logit):
    return -sigmoid(-real_logit), sigmoid(fake_logit)


@define(
    "GAN generator loss",
    prepare=elementwise,
    family="images",
    formula=r"\ell = -\log \sigma(f) \quad\mathrm{or, saturating,}\quad \log(1 - \sigma(f))",
    targets={},
    predictions={"fake_logit": replace(LOGIT, quantity="logit of a fake", symbol="f")},
    tunables={"saturating": Switch(False, "the minimax form log(1 − σ(f)), flat while the fakes are easily seen")},
    best_constant=BestConstant("none: the larger the logit, the better"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    values="[0, ∞), saturating (−∞, 0]",
    suits={"new example": ("adversary",)},
    use="A generator learns to be taken for real; the form that does not saturate learns from bad fakes too.",
    avoid="saturating=True at the start of training: where the fakes are easily seen its slope is nearly 0.",
    source="I. Goodfellow et al., Generative adversarial nets, Advances in Neural Information Processing Systems 27 "
    "(2014)",
)
def gan_generator(fake_logit, *, saturating=False):
    """What the generator pays for a fake that is seen to be one.

    ℓ = −log σ(f), or log(1 − σ(f)) if saturating.

    Parameters
    ----------
    fake_logit : array_like, shape (...)
        f, the discriminator's logit for a generated example.
    saturating : bool
        True for the minimax form.

    Returns
    -------
    ndarray, shape (...)
        One loss per fake, in nats.

    Raises
    ------
    TypeError
        If `saturating` is not True or False.

    Notes
    -----
    Both forms fall as f grows. The slopes are −σ(−f) and, saturating, −σ(f): for a fake that is surely seen (f far
    below 0) the first is −1 and the second 0. The saturating form is concave. Source: Goodfellow et al. (2014).

    Examples
    --------
    >>> gan_generator([-10.0, 0.0]).round(4), gan_generator([-10.0, 0.0], saturating=True).round(4)
    (array([10.    ,  0.6931]), array([-0.    , -0.6931]))
    >>> gan_generator.gradient([-10.0, 0.0]).round(4)
    array([-1. , -0.5])
    """
    return -log1p_exp(fake_logit) if saturating else log1p_exp(-fake_logit)


@gan_generator.derivative
def _(fake_logit, *, saturating):
    return -sigmoid(fake_logit) if saturating else -sigmoid(-fake_logit)
