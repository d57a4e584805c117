"""Segmentation by a network that sees the neighbourhood of one pixel, trained on four losses."""

from autograd import numpy as traced

from ..losses import binary_crossentropy_from_logits, dice, sigmoid, tversky
from .differentiable import differentiable
from .layers import dense, outputs
from .masks import patches
from .training import Adam, train


def _squashed(z):
    return 1 / (1 + traced.exp(-z))


def mask_costs(weight):
    """The four losses as costs of true masks and logits, both of shape (pictures, pixels).

    `weight` is what a pixel of the mask counts in the weighted cross-entropy, where another one counts 1.

    Examples
    --------
    >>> list(mask_costs(10.0))
    ['pixel CE', 'weighted CE', 'Dice', 'Tversky']
    """
    each = differentiable(binary_crossentropy_from_logits)
    return {
        "pixel CE": lambda y, z: each(y, z).mean(),
        "weighted CE": lambda y, z: ((1 + (weight - 1) * y) * each(y, z)).mean(),
        "Dice": lambda y, z: differentiable(dice)(y, _squashed(z)).mean(),
        "Tversky": lambda y, z: differentiable(tversky)(y, _squashed(z), alpha=0.3, beta=0.7).mean(),
    }


def train_segmenter(pictures, masks, cost, *, hidden=12, epochs=25, rate=0.02, batch=8, seed=0):
    """A network that gives each pixel of pictures a logit of belonging to the mask, from its 5 × 5 neighbourhood.

    Parameters
    ----------
    pictures, masks : ndarray, shape (n, side, side)
    cost : callable
        One of `mask_costs`.
    hidden : int
        Units of the hidden layer.
    epochs, batch, seed
        As in `train`, with pictures for examples; the seed decides the start as well.
    rate : float
        Of `Adam`.

    Returns
    -------
    callable
        Takes pictures (n, side, side) of any side and gives probabilities of that shape.
    """
    around = patches(pictures)
    path = train(
        lambda parameters, x, y: cost(y, outputs(parameters, x)[..., 0]),
        dense((around.shape[-1], hidden, 1), seed),
        (around, masks.reshape(len(masks), -1)),
        epochs=epochs,
        rule=Adam(rate),
        batch=batch,
        seed=seed,
    )
    return lambda pictures: sigmoid(outputs(path[-1], patches(pictures))[..., 0]).reshape(pictures.shape)
