"""Exercises and predictions of notebook 07, in its order."""

from . import conventions, predictions, shapes, training

ALL = [*predictions.ALL, *training.ALL, *shapes.ALL, *conventions.ALL]
