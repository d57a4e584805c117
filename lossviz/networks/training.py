"""Training: slopes of the cost in every parameter by autograd, and a rule that takes a step."""

import copy
import numbers

import numpy as np
from autograd import grad


class GradientDescent:
    """The plain rule: parameters − rate · slopes.

    Examples
    --------
    >>> step = GradientDescent(rate=0.1)
    >>> step([np.array([1.0])], [np.array([2.0])])
    [array([0.8])]
    """

    def __init__(self, rate):
        self.rate = rate

    def __call__(self, parameters, slopes):
        """The parameters after a step: a list of arrays, or a list or tuple of such lists."""
        return _each(lambda p, g: p - self.rate * g, parameters, slopes)


class Adam:
    """The rule of Kingma and Ba: each parameter moves by about `rate`, whatever the size of its slope.

    Parameters
    ----------
    rate : float
        How far a step goes.
    decay : float
        How slowly the running mean of the slopes forgets.
    square_decay : float
        How slowly the running mean of their squares forgets.

    References
    ----------
    D. P. Kingma and J. Ba, *Adam: a method for stochastic optimization*, International Conference on Learning
    Representations (2015).

    Examples
    --------
    >>> step = Adam(rate=0.1)
    >>> [float(step([np.array([1.0])], [np.array([g])])[0][0]) for g in (200.0,)]
    [0.9]
    """

    def __init__(self, rate, decay=0.9, square_decay=0.999):
        self.rate, self.decay, self.square_decay = rate, decay, square_decay
        self.steps, self.mean, self.square = 0, None, None

    def __call__(self, parameters, slopes):
        """The parameters after a step: a list of arrays, or a list or tuple of such lists."""
        if self.steps == 0:
            self.mean = self.square = _each(np.zeros_like, parameters)
        self.steps += 1
        a, b = self.decay, self.square_decay
        self.mean = _each(lambda m, g: a * m + (1 - a) * g, self.mean, slopes)
        self.square = _each(lambda s, g: b * s + (1 - b) * g * g, self.square, slopes)
        # Both means begin at 0, which the denominators make good.
        size = self.rate / (1 - a**self.steps)
        room = 1 - b**self.steps
        return _each(lambda p, m, s: p - size * m / (np.sqrt(s / room) + 1e-8), parameters, self.mean, self.square)


def train(cost, parameters, data, *, epochs, rule, batch=64, seed=0):
    """The parameters before the first epoch and after each.

    In an epoch the examples come once each, in a new order, `batch` at a time; each batch makes one step.

    Parameters
    ----------
    cost : callable
        Takes the parameters and a batch of each array of `data`, and gives one number, written with `autograd.numpy`,
        `outputs` and `differentiable` losses.
    parameters : list of ndarray
        Where to begin; or a list or tuple of such lists, as an encoder and a decoder.
    data : tuple of ndarray
        Arrays of equal length, one row for each example.
    epochs : int or iterable
        How many, or something to go through once an epoch, such as a progress bar.
    rule : callable
        Takes parameters and slopes and gives the parameters after a step: `Adam(…)` or `GradientDescent(…)`. It is
        copied, so that one rule can serve several runs.
    batch : int
        How many examples make a step.
    seed : int
        Of the order.

    Returns
    -------
    list of parameters, of length epochs + 1

    Raises
    ------
    ValueError
        If `batch` is below 1, or the arrays of `data` differ in length.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> from lossviz.networks import dense, differentiable, outputs
    >>> x = np.linspace(-1, 1, 64)[:, None]
    >>> def cost(parameters, x, y):
    ...     return differentiable(squared_error)(y, outputs(parameters, x)).mean()
    >>> path = train(cost, dense((1, 8, 1), seed=0), (x, x**2), epochs=400, rule=Adam(0.01))
    >>> bool(cost(path[0], x, x**2) > 0.1), bool(cost(path[-1], x, x**2) < 0.005)
    (True, True)
    """
    if batch < 1:
        raise ValueError(f"batch must be at least 1; got {batch}")
    if len({len(each) for each in data}) != 1:
        raise ValueError(
            f"data must be arrays of equal length; got lengths {', '.join(str(len(each)) for each in data)}"
        )
    slopes, rule = grad(cost), copy.deepcopy(rule)
    rng = np.random.default_rng(seed)
    path = [parameters]
    for _ in range(epochs) if isinstance(epochs, numbers.Integral) else epochs:
        order = rng.permutation(len(data[0]))
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            parameters = rule(parameters, slopes(parameters, *(each[chosen] for each in data)))
        path.append(parameters)
    return path


def _each(function, first, *others):
    """The function of each array, in lists and tuples however deep."""
    if isinstance(first, (list, tuple)):
        return type(first)(_each(function, *those) for those in zip(first, *others, strict=True))
    return function(first, *others)
