"""Guidance: gradient steps on a code towards a label, with a pull back to where it began."""

import numpy
from autograd import grad
from autograd import numpy as np

from ..losses import sparse_categorical_crossentropy_from_logits
from .differentiable import differentiable

RATE = 0.1
LONGEST = 0.5  # a step is shortened to this where the classifier changes its mind within a hair's breadth


def guidance_cost(codes, starts, labels, weights, decode, logits):
    """The two terms for each code: −log p(label) of its decoded picture, and ½ · w · MSE(z, z₀).

    Parameters
    ----------
    codes, starts : array_like, shape (n, d)
        z and z₀.
    labels : array_like of int, shape (n,)
        Where each code is to go.
    weights : array_like, shape (n,)
        w.
    decode : callable
        Codes (n, d) to pictures (n, pixels), written with `autograd.numpy`.
    logits : callable
        Pictures (n, pixels) to logits (n, C), likewise.

    Returns
    -------
    tuple of two ndarray, shape (n,)

    Examples
    --------
    >>> z = numpy.array([[0.0, 2.0]])
    >>> two = guidance_cost(z, 0 * z, [1], numpy.array([0.5]), lambda z: z, lambda x: x)
    >>> [each.round(4) for each in two]
    [array([0.1269]), array([0.5])]
    """
    away = differentiable(sparse_categorical_crossentropy_from_logits)(labels, logits(decode(codes)))
    return away, np.asarray(weights) / 2 * np.mean((codes - starts) ** 2, axis=-1)


def guided(starts, labels, weights, decode, logits, *, steps=60, rate=RATE):
    """The codes before the first step and after each: gradient descent on the sum of the two terms.

    A step longer than LONGEST is shortened to that. A code that would pay more after its step stays where it is, and
    its rate is halved from then on.

    Parameters
    ----------
    starts, labels, weights, decode, logits
        As in `guidance_cost`; every row goes its own way.
    steps : int
    rate : float

    Returns
    -------
    ndarray, shape (steps + 1, n, d)

    Examples
    --------
    >>> path = guided(numpy.zeros((1, 2)), [1], [0.0], lambda z: z, lambda x: x, steps=1)
    >>> path[1].round(4)  # the pull is y − p = (−½, ½)
    array([[-0.05,  0.05]])
    """
    starts = numpy.asarray(starts, dtype=float)

    def cost(codes):
        away, held = guidance_cost(codes, starts, labels, weights, decode, logits)
        return away + held

    slope = grad(lambda codes: np.sum(cost(codes)))
    path, paid, rates = [starts], cost(starts), numpy.full(len(starts), float(rate))
    for _ in range(steps):
        step = rates[:, None] * slope(path[-1])
        length = numpy.linalg.norm(step, axis=-1, keepdims=True)
        there = path[-1] - step * numpy.minimum(1.0, LONGEST / numpy.maximum(length, 1e-12))
        asked = cost(there)
        lower = asked <= paid
        path.append(numpy.where(lower[:, None], there, path[-1]))
        paid, rates = numpy.where(lower, asked, paid), numpy.where(lower, rates, rates / 2)
    return numpy.array(path)
