"""Dense layers: shapes, start, and the same numbers as written out."""

import numpy as np
from autograd import grad

from lossviz.networks import dense, outputs
from lossviz.networks.layers import tanh, weighed


def test_outputs_are_tanh_of_each_layer_but_the_last():
    """Two layers are tanh(x W + b) W′ + b′."""
    w1, b1, w2, b2 = parameters = dense((3, 5, 2), seed=0)
    x = np.random.default_rng(1).normal(size=(4, 3))
    assert np.allclose(outputs(parameters, x), np.tanh(x @ w1 + b1) @ w2 + b2)


def test_a_single_layer_is_linear():
    """Without hidden layers the outputs are x W + b."""
    w, b = parameters = dense((3, 2), seed=0)
    x = np.random.default_rng(1).normal(size=(4, 3))
    assert np.array_equal(outputs(parameters, x), x @ w + b)


def test_start_depends_on_the_seed_alone():
    """Equal seeds give equal parameters, other seeds others; weights have variance 1 / inputs, biases are 0."""
    first, again, other = dense((400, 300, 2), seed=0), dense((400, 300, 2), seed=0), dense((400, 300, 2), seed=1)
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.allclose(first[0], other[0])
    assert abs(first[0].var() * 400 - 1) < 0.02
    assert not first[1].any()


def test_the_slope_of_tanh_is_finite_where_it_is_flat():
    """Far out the slope is 0, with no overflow on the way; at 0 it is 1."""
    slope = grad(lambda x: tanh(x).sum())(np.array([-800.0, 0.0, 800.0]))
    assert slope.tolist() == [0.0, 1.0, 0.0]


def test_the_slopes_of_a_layer_are_those_of_its_formula():
    """In x, weights and biases, for rows of examples and for stacks of such rows."""
    weights, bias = dense((3, 2), seed=0)
    for shape in ((4, 3), (2, 4, 3)):
        x = np.random.default_rng(1).normal(size=shape)
        for place in range(3):
            given = grad(lambda *parts: (weighed(*parts) ** 2).sum(), place)(x, weights, bias)
            written = grad(lambda x, w, b: ((x @ w + b) ** 2).sum(), place)(x, weights, bias)
            assert np.allclose(given, written)
