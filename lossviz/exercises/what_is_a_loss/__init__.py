"""Exercises and predictions of notebook 01, in its order."""

from . import comparing_models, counting, descent, one_number, predictions

ALL = [*predictions.ALL, *counting.ALL, *one_number.ALL, *descent.ALL, *comparing_models.ALL]
