"""A loss of the package as one step of a longer computation that autograd follows."""

import functools

import numpy as np
from autograd.extend import defvjp, primitive


@functools.cache
def differentiable(loss):
    """The loss as a function through which autograd goes backwards by the loss's own gradient.

    Parameters
    ----------
    loss : Loss
        Any loss of the package, or one made by `lossviz.loss`.

    Returns
    -------
    callable
        Takes what the loss takes and gives the same: one loss for each example. Slopes reach its predictions, not its
        targets or tunables. A loss of a whole matrix must be averaged or added up before autograd goes backwards.

    Examples
    --------
    >>> from autograd import grad
    >>> from lossviz import huber
    >>> cost = lambda w: differentiable(huber)(np.array([0.0, 0.0]), w * np.array([0.5, 3.0]), delta=1.0).mean()
    >>> grad(cost)(1.0)  # the mean of 0.5 · 0.5 and 1 · 3
    np.float64(1.625)
    """

    @functools.wraps(loss._value)
    def value(*arrays, **tunables):
        return loss(*arrays, **tunables)

    step = primitive(value)
    makers = [functools.partial(_backwards, loss, place) for place, _ in enumerate(loss.predictions)]
    defvjp(step, *makers, argnums=range(len(loss.targets), len(loss.targets) + len(makers)))
    return step


def _backwards(loss, place, answer, *arrays, **tunables):
    """From the slope in the losses to the slope in one of the predictions."""
    slope = loss.gradient(*arrays, **tunables)
    slope = np.asarray(slope[place] if isinstance(slope, tuple) else slope)

    def back(pull):
        pull = np.asarray(pull)
        return pull.reshape(pull.shape + (1,) * (slope.ndim - pull.ndim)) * slope

    return back
