"""Counting metrics of a yes-or-no decision: the confusion matrix and what is read off it."""

from dataclasses import dataclass

import numpy as np

from .losses import arguments


@dataclass(frozen=True)
class Confusion:
    """How often a decision was right and wrong, each way: four counts.

    Parameters
    ----------
    tp, fp, fn, tn : int
        True positives, false positives, false negatives (misses), true negatives.

    Notes
    -----
    Where a share has nothing to be a share of (no positive at all), it is NaN.

    Examples
    --------
    >>> counts = Confusion(tp=3, fp=1, fn=2, tn=4)
    >>> counts.accuracy, counts.precision, counts.recall
    (0.7, 0.75, 0.6)
    >>> round(counts.f1, 3)
    0.667
    """

    tp: int
    fp: int
    fn: int
    tn: int

    @property
    def accuracy(self):
        """The share of decisions that are right: (TP + TN) / all."""
        return _share(self.tp + self.tn, self.tp + self.fp + self.fn + self.tn)

    @property
    def precision(self):
        """The share of predicted positives that are positive: TP / (TP + FP)."""
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self):
        """The share of positives that are found: TP / (TP + FN)."""
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self):
        """The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN)."""
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)


def confusion(labels, predicted):
    """Count a decision's hits and errors.

    Parameters
    ----------
    labels : array_like of 0 and 1, shape (n,)
        What is true.
    predicted : array_like of 0 and 1 (or bool), shape (n,)
        What was decided, as in ``probabilities >= threshold``.

    Returns
    -------
    Confusion

    Raises
    ------
    ValueError
        If the shapes differ or a value is neither 0 nor 1.

    Examples
    --------
    >>> import numpy as np
    >>> confusion([1, 1, 0, 0], np.array([0.9, 0.4, 0.6, 0.1]) >= 0.5)
    Confusion(tp=1, fp=1, fn=1, tn=1)
    """
    labels, predicted = _binary("labels", labels), _binary("predicted", predicted)
    if labels.shape != predicted.shape:
        raise ValueError(f"labels has shape {labels.shape} and predicted {predicted.shape}: give one decision a label")
    hits, alarms, misses, rest = labels & predicted, ~labels & predicted, labels & ~predicted, ~labels & ~predicted
    return Confusion(*(int(each.sum()) for each in (hits, alarms, misses, rest)))


def _binary(name, values):
    values = arguments.as_array(name, values)
    if not np.isin(values, (0, 1)).all():
        raise ValueError(f"{name} must hold 0 and 1 only: compare probabilities with a threshold first")
    return values.astype(bool)


def _share(part, whole):
    return part / whole if whole else float("nan")
