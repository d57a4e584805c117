"""From logits to probabilities and their logarithms: sigmoid, softmax and what belongs to them."""

import operator

import numpy as np

from . import arguments
from .domains import POSITIVE
from .exponentials import Softmax, log1p_exp, logistic
from .facts import Tunable

TEMPERATURE = Tunable(1.0, "divides the logits: small is decided, large is even", "T", POSITIVE, slider=(0.1, 10.0))


def sigmoid(z):
    """σ(z) = 1 / (1 + exp(−z)): the probability whose log-odds are z.

    Parameters
    ----------
    z : array_like, shape (...)
        Logits.

    Returns
    -------
    ndarray, shape (...)
        Probabilities.

    Notes
    -----
    1 − σ(z) is `sigmoid(-z)`, which keeps its digits where the subtraction loses them all.

    Examples
    --------
    >>> sigmoid([0.0, 2.0, -1000.0])
    array([0.5       , 0.88079708, 0.        ])
    >>> 1 - sigmoid([40.0]), sigmoid([-40.0])
    (array([0.]), array([4.24835426e-18]))
    """
    return _each(logistic, z)


def softplus(z):
    """log(1 + exp(z)): 0 far to the left, z far to the right, and the loss of a logit −z for class 1.

    Parameters
    ----------
    z : array_like, shape (...)
        Real numbers.

    Returns
    -------
    ndarray, shape (...)
        Positive numbers.

    Examples
    --------
    >>> softplus([-40.0, 0.0, 1000.0])
    array([4.24835426e-18, 6.93147181e-01, 1.00000000e+03])
    """
    return _each(log1p_exp, z)


def softmax(z, axis=-1, *, temperature=1.0):
    """exp(z / T) / Σ exp(z / T): logits to probabilities that sum to 1 along an axis.

    Parameters
    ----------
    z : array_like, shape (..., C)
        Logits, one for each class. A class with logit −∞ is masked: its probability is 0.
    axis : int
        The axis of the classes.
    temperature : float, greater than 0
        T. Near 0 the largest logit takes all; a large T makes the classes equally likely.

    Returns
    -------
    ndarray, shape (..., C)
        Probabilities. A row that is NaN somewhere, that holds +∞ twice or nothing but −∞ is NaN.

    Notes
    -----
    Only differences of logits matter, so the largest is subtracted first: nothing overflows, and an offset common to
    all logits is without effect.

    Examples
    --------
    >>> softmax([1000.0, 1001.0, 1002.0])
    array([0.09003057, 0.24472847, 0.66524096])
    >>> softmax([0.0, 1.0, 2.0], temperature=10.0)
    array([0.30060961, 0.33222499, 0.3671654 ])
    """
    return _rows(lambda rows: rows.times(1.0), z, axis, temperature)


def log_softmax(z, axis=-1, *, temperature=1.0):
    """z/T − log Σ exp(z/T): the logarithm of softmax, finite where softmax itself has become 0.

    Parameters
    ----------
    z : array_like, shape (..., C)
        Logits, one for each class.
    axis : int
        The axis of the classes.
    temperature : float, greater than 0
        T, as in `softmax`.

    Returns
    -------
    ndarray, shape (..., C)
        Log-probabilities, at most 0.

    Notes
    -----
    Beside the largest logit m stands −log1p(Σ exp(z − m)) over the *other* logits: that keeps its digits where the
    largest probability is so close to 1 that 1 − p is lost.

    Examples
    --------
    >>> log_softmax([0.0, 40.0])
    array([-4.00000000e+01, -4.24835426e-18])
    >>> log_softmax([0.0, 1000.0])
    array([-1000.,     0.])
    """
    return _rows(lambda rows: rows.log(), z, axis, temperature)


def logsumexp(z, axis=-1):
    """log Σ exp(z) along an axis: a smooth maximum, and the logarithm of what softmax divides by.

    Parameters
    ----------
    z : array_like, shape (..., C)
        Logits, one for each class.
    axis : int
        The axis that is summed over.

    Returns
    -------
    ndarray, shape (...)
        At least the largest logit, at most that plus log C.

    Notes
    -----
    It is m + log1p(Σ exp(z − m)) with the largest logit m and the sum over the other ones. Where m is negative and the
    two parts nearly cancel, the error is some units in the last place of m, no longer of the result.

    Examples
    --------
    >>> logsumexp([[1000.0, 1000.0], [-1000.0, -1000.0]])
    array([1000.69314718, -999.30685282])
    >>> logsumexp([[0.0, -30.0]])
    array([9.35762297e-14])
    """
    z, dtype = _checked(z)
    z = _classes_last(z, axis)
    with np.errstate(all="ignore"):
        peak = z.max(axis=-1)
        more = np.log1p(Softmax.of(z).rest[..., 0])
        result = np.where(np.isinf(peak), peak, peak + more)  # one +∞ is the sum, and masks alone sum to exp(−∞) = 0
    return np.asarray(result, dtype=dtype)[()]


def _each(function, z):
    z, dtype = _checked(z)
    with np.errstate(all="ignore"):  # exp may underflow to 0, which is then the answer
        return np.asarray(function(z), dtype=dtype)[()]


def _rows(of, z, axis, temperature):
    z, dtype = _checked(z)
    temperature = TEMPERATURE.check("temperature", temperature)
    with np.errstate(all="ignore"):
        rows = of(Softmax.of(_classes_last(z, axis), temperature))
        return np.ascontiguousarray(np.moveaxis(rows, -1, axis), dtype=dtype)


def _checked(z):
    array = arguments.as_array("z", z)
    return array.astype(float), arguments.result_dtype(array)


def _classes_last(z, axis):
    """The classes as the last axis, next to each other in memory, where NumPy sums pairwise."""
    if z.ndim == 0:
        raise ValueError("z is a single number; give one logit for each class")
    try:
        axis = operator.index(axis)
    except TypeError:
        raise TypeError(f"axis must be a whole number; got {axis!r}") from None
    if not -z.ndim <= axis < z.ndim:
        raise ValueError(f"axis must be {-z.ndim} to {z.ndim - 1} for z of shape {z.shape}; got {axis}")
    return np.ascontiguousarray(np.moveaxis(z, axis, -1))
