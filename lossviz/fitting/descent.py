"""Costs of a line under any element-wise loss, and gradient descent."""

import numpy as np


def cost(loss, line, x, y, **tunables):
    """The cost J of a line: the mean loss of its predictions.

    Parameters
    ----------
    loss : Loss
        An element-wise loss of a real prediction.
    line : Line
        The line that predicts.
    x, y : array_like, shape (n,)
        The points.
    **tunables
        Of the loss.

    Returns
    -------
    float

    Examples
    --------
    >>> from lossviz import huber
    >>> from lossviz.fitting import Line
    >>> cost(huber, Line(0.0, 1.0), [1.0, 2.0], [1.0, 5.0], delta=1.0)
    1.25
    """
    return float(np.mean(loss(y, line(x), **tunables)))


def cost_gradient(loss, line, x, y, **tunables):
    """The gradient of `cost` in the line's numbers: (∂J/∂intercept, ∂J/∂slope).

    By the chain rule each point adds ℓ′ to the first and ℓ′ · x to the second, and both are means.

    Parameters
    ----------
    loss : Loss
        An element-wise loss of a real prediction.
    line : Line
        The line that predicts.
    x, y : array_like, shape (n,)
        The points.
    **tunables
        Of the loss.

    Returns
    -------
    ndarray, shape (2,)

    Examples
    --------
    >>> from lossviz import huber
    >>> from lossviz.fitting import Line
    >>> cost_gradient(huber, Line(0.0, 1.0), [1.0, 2.0], [1.0, 5.0], delta=1.0)
    array([-0.5, -1. ])
    """
    pull = loss.gradient(y, line(x), **tunables)
    return np.array([np.mean(pull), np.mean(pull * np.asarray(x, dtype=float))])


def descend(gradient, start, rate, steps):
    """The path of gradient descent: from each place the next is place − rate · gradient(place).

    Parameters
    ----------
    gradient : callable
        Takes an array of parameters and gives the gradient there, of the same shape.
    start : array_like, shape (...)
        The parameters before the first step.
    rate : float or array_like, greater than 0
        The learning rate; an array of rates goes with an array of places, as far as they broadcast.
    steps : int, at least 0
        How many steps to take.

    Returns
    -------
    ndarray, shape (steps + 1, ...)
        The start and the place after each step. A path that leaves the range of numbers holds infinities or NaN from
        there on.

    Raises
    ------
    ValueError
        If the rate is not greater than 0 or steps is negative.

    Examples
    --------
    >>> descend(lambda place: 2 * place, [1.0], rate=0.25, steps=3).ravel()
    array([1.   , 0.5  , 0.25 , 0.125])
    """
    rate = np.asarray(rate, dtype=float)
    if not (rate > 0).all():
        raise ValueError(f"rate must be greater than 0; got {rate.min():g}")
    if steps < 0:
        raise ValueError(f"steps must be at least 0; got {steps!r}")
    path = [np.array(start, dtype=float)]
    with np.errstate(all="ignore"):  # a rate that is too large runs off to infinity, which the path then says
        for _ in range(steps):
            path.append(path[-1] - rate * gradient(path[-1]))
    return np.array(path)
