"""Four ways to write the cross-entropy of a logit, in float32 and float64, beside the exact answer."""

import functools
from dataclasses import dataclass
from decimal import Decimal, localcontext

import numpy as np

from ..losses import sparse_categorical_crossentropy_from_logits

DTYPES = {"float32": np.float32, "float64": np.float64}
_DIGITS = 50
_HALVINGS = 20  # enough for a tenth between two stops
_PROMISED = 4  # ulp: what the package promises, and so no failure


def naive(z):
    """Loss and slope through p = exp(z) / Σ exp(z), for logits z and 0 of which the first is the true class's."""
    powers = np.exp(_rows(z))
    return _through_probability(powers[0] / powers.sum(axis=0))


def shifted(z):
    """The same with the larger logit subtracted first, so that no exponential overflows."""
    rows = _rows(z)
    powers = np.exp(rows - rows.max(axis=0))
    return _through_probability(powers[0] / powers.sum(axis=0))


def log_of_sum(z):
    """The logarithm of the softmax as a difference, with no probability on the way; slope p − 1."""
    rows = _rows(z)
    drop = rows - rows.max(axis=0)
    loss = np.log(np.exp(drop).sum(axis=0)) - drop[0]
    return loss, np.exp(-loss) - 1


def others(z):
    """What `lossviz` does: log1p of the other exponentials, and minus the sum of the other probabilities as slope."""
    labels, logits = np.zeros(z.shape, dtype=int), _rows(z).T
    loss = sparse_categorical_crossentropy_from_logits
    return loss(labels, logits), loss.gradient(labels, logits)[:, 0]


FORMS = {"−log softmax": naive, "shifted": shifted, "log-softmax": log_of_sum, "log1p (lossviz)": others}


def _rows(z):
    return np.stack([z, np.zeros_like(z)])


def _through_probability(p):
    """−log p, and its slope by the chain rule in the order of backpropagation: dℓ/dp = −1/p, dp/dz = p (1 − p)."""
    return -np.log(p), -1 / p * (p * (1 - p))


@functools.cache
def exact(z):
    """Loss log(1 + e^−z) and slope −1 / (1 + e^z) with 50 digits, as `Decimal` numbers.

    Examples
    --------
    >>> loss, slope = exact(40.0)
    >>> f"{loss:.6g} {slope:.6g}"
    '4.24835e-18 -4.24835e-18'
    """
    with localcontext() as context:
        context.prec = _DIGITS
        u = (-Decimal(z)).exp()
        # 1 + u would round away what a small u adds; four terms of the series are right to 1e-40 there.
        loss = u - u**2 / 2 + u**3 / 3 - u**4 / 4 if u < Decimal("1e-10") else (1 + u).ln()
        return loss, -u / (1 + u)


@dataclass(frozen=True)
class Result:
    """A computed number along the walk, its error in ulp, and where it is not the answer at all (inf, nan or 0)."""

    values: np.ndarray
    errors: np.ndarray
    failed: np.ndarray

    @classmethod
    def of(cls, values, truths):
        """`truths` are the exact answers as `Decimal` numbers; an ulp is the dtype's spacing at the truth."""
        nearest = np.array([float(truth) for truth in truths]).astype(values.dtype)
        spacing = np.spacing(np.abs(nearest)).astype(float)
        errors = np.full(values.shape, np.inf)
        for place in np.flatnonzero(np.isfinite(values)):
            off = abs(Decimal(float(values[place])) - truths[place])
            errors[place] = float(off / Decimal(spacing[place]))
        return cls(values.astype(float), errors, ~np.isfinite(values) | ((values == 0) & (errors > _PROMISED)))


def compute(form, dtype, z):
    """Loss and slope of a form at the logits z, each as a `Result`."""
    with np.errstate(all="ignore"):  # overflow, 0/0 and log 0 are what is to be seen
        loss, slope = FORMS[form](np.asarray(z, dtype=DTYPES[dtype]))
    truths = [exact(each) for each in z]
    return Result.of(loss, [truth[0] for truth in truths]), Result.of(slope, [truth[1] for truth in truths])


def first_failure(form, dtype, which, good, bad):
    """The logit between `good` and `bad` where the loss (`which` 0) or the slope (1) stops being of any use.

    Examples
    --------
    >>> first_failure("shifted", "float64", 0, good=10.0, bad=50.0)
    36.7
    """
    for _ in range(_HALVINGS):
        middle = (bad + good) / 2
        if compute(form, dtype, [middle])[which].failed[0]:
            bad = middle
        else:
            good = middle
    return round(bad, 1)
