"""Linear models of several inputs, trained by gradient descent under whatever loss their outputs meet."""

from dataclasses import dataclass

import numpy as np

from ..losses import arguments


@dataclass(frozen=True)
class LinearModel:
    """The outputs z = x · weights + bias; called, it gives them.

    Parameters
    ----------
    weights : ndarray, shape (d,) or (d, C)
        One weight for each input, or one column of them for each of C outputs.
    bias : float or ndarray, shape (C,)
        The outputs where every input is 0.

    Examples
    --------
    >>> import numpy as np
    >>> LinearModel(np.array([2.0, -1.0]), 0.5)([[1.0, 1.0], [0.0, 0.0]])
    array([1.5, 0.5])
    """

    weights: np.ndarray
    bias: float | np.ndarray

    def __call__(self, x):
        """The outputs z for inputs x of shape (n, d)."""
        return np.asarray(x, dtype=float) @ self.weights + self.bias


def train_linear(x, slope, *, start, rate, steps, penalty=0.0):
    """The path of gradient descent for a linear model: the model before the first step and after each.

    The chain rule takes the slope of each example's loss in its output, dℓ/dz, to the weights: ∂J/∂weights is the
    mean of x · dℓ/dz, ∂J/∂bias the mean of dℓ/dz.

    Parameters
    ----------
    x : array_like, shape (n, d)
        The inputs.
    slope : callable
        Takes the outputs, shape (n,) or (n, C), and gives dℓ/dz in the same shape: for example
        ``lambda z: binary_crossentropy_from_logits.gradient(labels, z)``.
    start : LinearModel
        Where to begin; its weights decide the number of outputs.
    rate : float, greater than 0
        The learning rate.
    steps : int, at least 0
        How many steps to take.
    penalty : float, at least 0
        λ of the added cost ½ λ Σ weights²; the bias is free.

    Returns
    -------
    list of LinearModel, of length steps + 1

    Raises
    ------
    ValueError
        If x is not a table, the rate is not greater than 0, or steps or penalty is negative.

    Examples
    --------
    >>> import numpy as np
    >>> from lossviz import binary_crossentropy_from_logits
    >>> x, labels = np.array([[-1.0], [1.0]]), np.array([0.0, 1.0])
    >>> start = LinearModel(np.zeros(1), 0.0)
    >>> path = train_linear(
    ...     x, lambda z: binary_crossentropy_from_logits.gradient(labels, z), start=start, rate=1.0, steps=1
    ... )
    >>> path[1].weights
    array([0.5])
    """
    x = table(x)
    if not rate > 0:
        raise ValueError(f"rate must be greater than 0; got {rate!r}")
    if steps < 0:
        raise ValueError(f"steps must be at least 0; got {steps!r}")
    if not penalty >= 0:
        raise ValueError(f"penalty must be at least 0; got {penalty!r}")
    path = [start]
    for _ in range(steps):
        model = path[-1]
        pull = slope(model(x))
        path.append(
            LinearModel(
                model.weights - rate * (x.T @ pull / len(x) + penalty * model.weights),
                model.bias - rate * pull.mean(axis=0),
            )
        )
    return path


def table(x):
    """x as a float array of shape (n, d), or a `ValueError` that says how to make it one."""
    x = arguments.as_array("x", x)
    if x.ndim != 2:
        raise ValueError(f"x has shape {x.shape}: give a table of shape (n, d), a single input as x[:, None]")
    arguments.finite("x", x)
    return x.astype(float)


def standardised(x, like=None):
    """x with each column measured from its mean in standard deviations; those of `like`, where it is given.

    Raises
    ------
    ValueError
        If a column never changes.

    Examples
    --------
    >>> import numpy as np
    >>> standardised(np.array([[1.0], [2.0], [3.0]])).ravel().round(3)
    array([-1.225,  0.   ,  1.225])
    """
    x = table(x)
    like = x if like is None else table(like)
    spread = like.std(axis=0)
    if (spread == 0).any():
        raise ValueError(f"column {int(np.argmin(spread))} of x never changes: leave it out")
    return (x - like.mean(axis=0)) / spread
