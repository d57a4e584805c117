"""Exercises and predictions of notebook 04, in its order."""

from . import logits, margins, outputs, predictions, sequences, softmaxes, stability

ALL = [
    *predictions.ALL,
    *logits.ALL,
    *softmaxes.ALL,
    *stability.ALL,
    *outputs.ALL,
    *margins.ALL,
    *sequences.ALL,
]
