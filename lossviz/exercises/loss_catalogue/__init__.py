"""Exercises and predictions of notebook 08, in its order."""

from . import cards, choosing, filters, names, predictions

ALL = [*predictions.ALL, *cards.ALL, *filters.ALL, *names.ALL, *choosing.ALL]
