"""Exercises and predictions of notebook 03, in its order."""

from . import clipping, distributions, entropy, imbalance, labels, predictions, surprise, training

ALL = [
    *predictions.ALL,
    *surprise.ALL,
    *distributions.ALL,
    *labels.ALL,
    *entropy.ALL,
    *training.ALL,
    *clipping.ALL,
    *imbalance.ALL,
]
