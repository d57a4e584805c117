"""Logits that meet the wrong loss: softmax twice, sigmoid first, logits taken for probabilities. Loss and slope."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..losses import categorical_crossentropy_from_logits, sigmoid, softmax

CLIP = 1e-7  # Keras's


@dataclass(frozen=True)
class Chain:
    """What becomes of logits z, shape (n, C), with one-hot targets of that shape.

    `loss(target, z)` is what the training log says of each example, `slope(target, z)` what backpropagation sends back
    to the logits, and `stated(z)` the probabilities that the loss took them for.
    """

    loss: Callable
    slope: Callable
    stated: Callable


_of_logits = categorical_crossentropy_from_logits
_right = Chain(_of_logits, _of_logits.gradient, softmax)


def _after(squash, back):
    """The loss of logits behind a layer `squash`; `back(p, pull)` takes a slope in its outputs p to its inputs."""

    def slope(target, z):
        p = squash(z)
        return back(p, _of_logits.gradient(target, p))

    return Chain(lambda target, z: _of_logits(target, squash(z)), slope, lambda z: softmax(squash(z)))


def _through_softmax(p, pull):
    return p * (pull - (pull * p).sum(axis=-1, keepdims=True))


def _through_sigmoid(p, pull):
    return p * (1 - p) * pull


def _shares(z):
    """Logits divided by their sum and clipped, as Keras does with what it takes for probabilities."""
    with np.errstate(all="ignore"):  # a sum of logits may be 0
        return np.clip(z / z.sum(axis=-1, keepdims=True), CLIP, 1 - CLIP)


def _shares_loss(target, z):
    return -np.log((target * _shares(z)).sum(axis=-1))


def _shares_slope(target, z):
    """d −log(z_y / Σ z) / dz is 1/Σ z, less 1/z_y for the true class; behind the clip there is no slope at all."""
    p = (target * _shares(z)).sum(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        slope = 1 / z.sum(axis=-1, keepdims=True) - np.where(target > 0, 1 / z, 0.0)
    return np.where((p > CLIP) & (p < 1 - CLIP), slope, 0.0)


CHAINS = {
    "none": _right,
    "softmax twice": _after(softmax, _through_softmax),
    "sigmoid first": _after(sigmoid, _through_sigmoid),
    "logits as probabilities": Chain(_shares_loss, _shares_slope, _shares),
}


def floor(chain, classes):
    """The loss below which no training can bring a chain, for this number of classes.

    Outputs between 0 and 1 do best as 1 for the true class and 0 for the others, and that, taken for logits, is a
    probability of only e / (e + C − 1).

    Examples
    --------
    >>> f"{floor('softmax twice', 10):.4f}, {floor('softmax twice', 2):.4f}, {floor('none', 10):.4f}"
    '1.4612, 0.3133, 0.0000'
    """
    if chain in ("softmax twice", "sigmoid first"):
        best = np.eye(classes)[0]
        return float(categorical_crossentropy_from_logits(best, best))
    return 0.0
