"""Exercises and predictions of notebook 02, in its order."""

from . import absolute, huber, predictions, quantiles, reporting, squared

ALL = [*predictions.ALL, *absolute.ALL, *squared.ALL, *quantiles.ALL, *huber.ALL, *reporting.ALL]
