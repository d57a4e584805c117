"""Exercises and predictions of notebook 05, in its order."""

from . import bench, contract, orderings, predictions, sums, weights

ALL = [*predictions.ALL, *contract.ALL, *bench.ALL, *weights.ALL, *sums.ALL, *orderings.ALL]
