"""Dense layers: their parameters as a list of arrays, and what comes out of them."""

import itertools

import numpy as np
from autograd.extend import defvjp, primitive

tanh = primitive(np.tanh)
# autograd's own slope divides by cosh², which overflows where tanh is 1 to the last digit.
defvjp(tanh, lambda answer, x: lambda pull: pull * (1 - answer * answer))


@primitive
def weighed(x, weights, bias):
    """What the units of a layer receive. One step for autograd, where x @ weights + bias would be several."""
    return x @ weights + bias


defvjp(
    weighed,
    lambda answer, x, weights, bias: lambda pull: pull @ weights.T,
    lambda answer, x, weights, bias: lambda pull: _rows(x).T @ _rows(pull),
    lambda answer, x, weights, bias: lambda pull: _rows(pull).sum(axis=0),
)


def _rows(array):
    return array.reshape(-1, array.shape[-1])


def dense(sizes, seed):
    """Start parameters of dense layers: weights and biases, layer by layer.

    Parameters
    ----------
    sizes : sequence of int
        The number of inputs, the units of each hidden layer, the number of outputs.
    seed : int
        Of the weights, which are drawn from a normal distribution of variance 1 / inputs; the biases are 0.

    Returns
    -------
    list of ndarray
        Weights of shape (inputs, units) and biases of shape (units,), in turn.

    Examples
    --------
    >>> [each.shape for each in dense((64, 32, 10), seed=0)]
    [(64, 32), (32,), (32, 10), (10,)]
    """
    rng = np.random.default_rng(seed)
    parameters = []
    for inputs, units in itertools.pairwise(sizes):
        parameters += [rng.normal(scale=inputs**-0.5, size=(inputs, units)), np.zeros(units)]
    return parameters


def outputs(parameters, x):
    """What the layers make of inputs: tanh after each layer but the last, which gives any real number.

    Parameters
    ----------
    parameters : list of ndarray
        As `dense` makes them.
    x : ndarray, shape (n, inputs)

    Returns
    -------
    ndarray, shape (n, outputs)
        Under autograd, an array that it can follow.

    Examples
    --------
    >>> x = np.zeros((5, 64))
    >>> outputs(dense((64, 32, 10), seed=0), x).shape
    (5, 10)
    """
    *hidden, weights, bias = parameters
    for w, b in zip(hidden[::2], hidden[1::2], strict=True):
        x = tanh(weighed(x, w, b))
    return weighed(x, weights, bias)
