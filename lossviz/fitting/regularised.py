"""Logistic regression with a penalty on the weights, L1 or L2, by proximal gradient steps."""

import numpy as np

from ..losses import arguments, sigmoid
from .linear import LinearModel, table

_STEPS = 50_000
_SMALL = 1e-8  # a step below this changes no digit that is shown


def shrink(weights, by):
    """Every weight moved towards 0 by `by`, and set to 0 where it would cross: the proximal step of λ Σ|w|.

    Examples
    --------
    >>> import numpy as np
    >>> shrink(np.array([3.0, -0.5, 1.0]), 1.0)
    array([ 2., -0.,  0.])
    """
    return np.sign(weights) * np.maximum(np.abs(weights) - by, 0.0)


def _scale(weights, by):
    """Every weight divided by 1 + `by`: the proximal step of ½ λ Σ w²."""
    return weights / (1.0 + by)


PENALTIES = {
    "L1": (lambda weights: np.abs(weights).sum(), shrink),
    "L2": (lambda weights: weights @ weights / 2, _scale),
}
"""What each penalty charges, before its λ, and its proximal step."""


def regularised_logistic(x, labels, *, penalty, norm="L1", start=None):
    """The linear model of least mean cross-entropy plus a penalty on its weights.

    J = mean ℓ(yᵢ, zᵢ) + λ R, with ℓ the binary cross-entropy of logits and R = Σ|weights| (L1) or ½ Σ weights² (L2);
    the bias is free. Each round takes a gradient step on the first term and then the proximal step of the second,
    with momentum that starts anew where it points uphill.

    Parameters
    ----------
    x : array_like, shape (n, d)
        The inputs.
    labels : array_like of 0 and 1, shape (n,)
        The classes.
    penalty : float, greater than 0
        λ.
    norm : {"L1", "L2"}
        Which penalty.
    start : LinearModel, optional
        Where to begin: the model of a neighbouring λ saves most of the rounds.

    Returns
    -------
    LinearModel
        Under L1 some weights are 0 to the last bit.

    Raises
    ------
    ValueError
        If the shapes do not fit, a label is neither 0 nor 1, both classes are not there, the penalty is not greater
        than 0, the norm is unknown, or λ is so small that the rounds do not settle.

    References
    ----------
    A. Beck and M. Teboulle, *A fast iterative shrinkage-thresholding algorithm for linear inverse problems*, SIAM
    Journal on Imaging Sciences 2 (2009), 183–202. The new starts: B. O'Donoghue and E. Candès, *Adaptive restart for
    accelerated gradient schemes*, Foundations of Computational Mathematics 15 (2015), 715–732.

    Examples
    --------
    >>> import numpy as np
    >>> x = np.array([[-2.0, 1.0], [-1.0, -1.0], [1.0, 1.0], [2.0, -1.0]])
    >>> regularised_logistic(x, [0, 0, 1, 1], penalty=0.1).weights.round(3)
    array([1.778, 0.   ])
    """
    x = table(x)
    labels = arguments.as_array("labels", labels).astype(float)
    if labels.shape != (len(x),):
        raise ValueError(f"labels has shape {labels.shape}: give one for each of the {len(x)} rows of x")
    if set(labels) != {0.0, 1.0}:
        raise ValueError("labels must hold 0 and 1, and both of them")
    if not penalty > 0:
        raise ValueError(f"penalty must be greater than 0; got {penalty!r}")
    if norm not in PENALTIES:
        raise ValueError(f"norm is one of {', '.join(PENALTIES)}; got {norm!r}")
    _, nearer = PENALTIES[norm]
    ones = np.column_stack([x, np.ones(len(x))])
    size = 4 * len(x) / np.linalg.norm(ones, 2) ** 2  # 1 over the largest curvature that cross-entropy can have
    at = np.zeros(ones.shape[1]) if start is None else np.append(start.weights, start.bias)
    ahead, momentum = at, 1.0
    for _ in range(_STEPS):
        slope = (sigmoid(ones @ ahead) - labels) @ ones / len(x)
        after = ahead - size * slope
        after[:-1] = nearer(after[:-1], size * penalty)
        step = after - at
        if np.abs(step).max() <= _SMALL * (1 + np.abs(after).max()):
            return LinearModel(after[:-1], float(after[-1]))
        if (ahead - after) @ step > 0:
            momentum = 1.0
        grown = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        at, ahead, momentum = after, after + (momentum - 1) / grown * step, grown
    raise ValueError(f"the rounds did not settle at penalty {penalty:g}: raise it, or start from a larger one's model")
