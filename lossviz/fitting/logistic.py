"""Logistic regression: the linear model of least binary cross-entropy, by Newton's method."""

import numpy as np

from ..losses import arguments, binary_crossentropy_from_logits, sigmoid
from .linear import LinearModel, table

_STEPS = 100
_SMALL = 1e-10  # a Newton step below this changes no digit that is shown


def logistic_regression(x, labels, *, weights=None, penalty=0.0):
    """The linear model whose logits have the least mean cross-entropy.

    J = Σ wᵢ ℓ(yᵢ, zᵢ) / Σ wᵢ + ½ · penalty · Σ weights², with ℓ the binary cross-entropy of logits. J is convex; each
    step is Newton's, halved as long as it does not lower J.

    Parameters
    ----------
    x : array_like, shape (n, d)
        The inputs.
    labels : array_like of 0 and 1, shape (n,)
        The classes.
    weights : array_like, shape (n,), optional
        How much each example counts; each the same where it is left out.
    penalty : float, at least 0
        λ of the penalty on the weights; the bias is free. It must be greater than 0 where a plane separates the
        classes, for else the cost falls for ever.

    Returns
    -------
    LinearModel

    Raises
    ------
    ValueError
        If the shapes do not fit, a label is neither 0 nor 1, both classes are not there, a weight is negative, or the
        cost has no minimum.

    References
    ----------
    T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition, Springer 2009,
    section 4.4.1.

    Examples
    --------
    >>> import numpy as np
    >>> model = logistic_regression(np.array([[0.0], [1.0], [2.0], [3.0]]), [0, 1, 0, 1])
    >>> model.weights.round(4), round(model.bias, 4)
    (array([0.9082]), -1.3623)
    """
    x = table(x)
    labels = arguments.as_array("labels", labels).astype(float)
    if labels.shape != (len(x),):
        raise ValueError(f"labels has shape {labels.shape}: give one for each of the {len(x)} rows of x")
    if set(labels) != {0.0, 1.0}:
        raise ValueError("labels must hold 0 and 1, and both of them")
    share = np.ones(len(x)) if weights is None else arguments.as_array("weights", weights).astype(float)
    if share.shape != labels.shape or not (share >= 0).all() or not share.any():
        raise ValueError("weights must be one number for each example, none negative and one greater than 0")
    share = share / share.sum()
    ones = np.column_stack([x, np.ones(len(x))])
    free = np.append(np.full(x.shape[1], float(penalty)), 0.0)

    def cost(at):
        return share @ binary_crossentropy_from_logits(labels, ones @ at) + free @ at**2 / 2

    at = np.zeros(ones.shape[1])
    for _ in range(_STEPS):
        p = sigmoid(ones @ at)
        gradient = ones.T @ (share * (p - labels)) + free * at
        curvature = (ones * (share * p * (1 - p))[:, None]).T @ ones + np.diag(free)
        try:
            step = np.linalg.solve(curvature, gradient)
        except np.linalg.LinAlgError:
            break
        before, size = cost(at), 1.0
        while size > _SMALL and not cost(at - size * step) <= before:
            size /= 2
        at = at - size * step
        if np.abs(size * step).max() <= _SMALL * (1 + np.abs(at).max()):
            return LinearModel(at[:-1], float(at[-1]))
    raise ValueError("the cost has no minimum: a plane separates the classes; set penalty to more than 0")
