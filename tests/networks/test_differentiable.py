"""Losses inside a longer computation: autograd goes through them by their own gradients."""

import numpy as np
import pytest
from autograd import grad
from autograd import numpy as traced

from lossviz import (
    categorical_crossentropy_from_logits,
    contrastive_similarity,
    dice,
    gan_discriminator,
    huber,
    sparse_categorical_crossentropy_from_logits,
    vae_kl,
)
from lossviz.networks import differentiable

RNG = np.random.default_rng(0)


def measured(cost, at, h=1e-6):
    """Central differences of a cost in each entry of an array."""
    slopes = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        step = np.zeros_like(at)
        step[place] = h
        slopes[place] = (cost(at + step) - cost(at - step)) / (2 * h)
    return slopes


ROWS, NUMBERS = (
    differentiable(loss) for loss in (categorical_crossentropy_from_logits, sparse_categorical_crossentropy_from_logits)
)
CASES = {
    "one loss a number": lambda z: (differentiable(huber)(np.ones((4, 3)), z, delta=0.7) * np.arange(3)).sum(),
    "one loss a row": lambda z: (ROWS(np.eye(3)[[0, 1, 2, 1]], z) ** 2).sum(),
    "class numbers": lambda z: NUMBERS(np.array([0, 1, 2, 1]), z).mean(),
    "a mask": lambda z: differentiable(dice)(np.eye(4, 3), 1 / (1 + traced.exp(-z)), smooth=0.5).mean(),
    "two predictions": lambda z: differentiable(vae_kl)(z, traced.sin(z)).sum(),
    "one array twice": lambda z: differentiable(gan_discriminator)(z, 2 * z).mean(),
    "a whole matrix": lambda z: differentiable(contrastive_similarity)(z @ z.T, temperature=0.5).mean(),
}


@pytest.mark.parametrize("name", CASES)
def test_slopes_are_those_of_the_value(name):
    """Through any kind of loss the slope is the one that differences of the value measure."""
    z = RNG.normal(size=(4, 3))
    assert np.allclose(grad(CASES[name])(z), measured(CASES[name], z), atol=1e-6)


def test_values_are_those_of_the_loss():
    """Nothing about the value changes, outside of autograd and inside."""
    y, z = np.zeros(3), np.array([0.5, 1.0, 3.0])
    assert np.array_equal(differentiable(huber)(y, z, delta=2.0), huber(y, z, delta=2.0))


def test_errors_of_the_loss_are_told_as_ever():
    """What a loss refuses outside of autograd it refuses inside, in the same words."""
    with pytest.raises(ValueError, match="y_true"):
        grad(lambda z: differentiable(dice)(np.full((1, 3), 2.0), z).sum())(np.full((1, 3), 0.5))
