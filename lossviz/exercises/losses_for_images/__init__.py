"""Exercises and predictions of notebook 06, in its order."""

from . import adversarial, classifiers, codes, contrastive, masks, predictions, video

ALL = [
    *predictions.ALL,
    *classifiers.ALL,
    *codes.ALL,
    *masks.ALL,
    *contrastive.ALL,
    *adversarial.ALL,
    *video.ALL,
]
