"""The course's picture classifier: is it a panda or an armadillo? A hundred pictures, one measurement of each."""

import numpy as np

from ..losses import sigmoid

NAMES = ("armadillo", "panda")
"""What the labels 0 and 1 stand for."""
WEIGHT, BIAS = 1.3, -6.1  # the weight and bias of least cross-entropy on the hundred pictures, to a decimal

_SEED = 11883


def pictures():
    """How dark each picture is around the eyes, 0 to 10, and what it shows: 1 for a panda, 0 for an armadillo.

    Sixty pandas and forty armadillos, made from a seed. Pandas are the darker ones, with an overlap.

    Examples
    --------
    >>> darkness, labels = pictures()
    >>> darkness[:2], labels[:2], int(labels.sum())
    (array([6.2, 2.1]), array([1, 0]), 60)
    """
    rng = np.random.default_rng(_SEED)
    labels = np.append([1, 0], rng.permutation(np.repeat([1, 0], [59, 39])))
    darkness = np.where(labels == 1, 6.5, 3.5) + rng.normal(scale=1.6, size=labels.size)
    darkness = np.clip(darkness, 1.4, 8.2).round(1)
    darkness[:2] = 6.2, 2.1
    return darkness, labels


def confidences():
    """How sure the trained classifier is that each picture shows a panda, to the percent, and what it shows.

    The confidence is σ(1.3 · darkness − 6.1); the first panda gets 0.88 and the first armadillo 0.03.

    Examples
    --------
    >>> p, labels = confidences()
    >>> p[:5], labels[:5]
    (array([0.88, 0.03, 0.63, 0.93, 0.99]), array([1, 0, 0, 1, 1]))
    """
    darkness, labels = pictures()
    return sigmoid(WEIGHT * darkness + BIAS).round(2), labels
