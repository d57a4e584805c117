"""The counting metrics, against counts by hand."""

import math

import numpy as np
import pytest

from lossviz.metrics import Confusion, confusion


def test_counts_add_up_to_the_examples():
    """On 100 random decisions each lands in the count that its label and decision name."""
    rng = np.random.default_rng(0)
    labels, predicted = rng.integers(2, size=(2, 100))
    counts = confusion(labels, predicted)
    assert counts.tp == sum(1 for y, d in zip(labels, predicted, strict=True) if y and d)
    assert counts.fp == sum(1 for y, d in zip(labels, predicted, strict=True) if not y and d)
    assert counts.fn == sum(1 for y, d in zip(labels, predicted, strict=True) if y and not d)
    assert counts.tp + counts.fp + counts.fn + counts.tn == 100


def test_a_higher_f1_can_go_with_a_lower_accuracy():
    """Always positive on 60/40: F1 0.75 at accuracy 0.60; another model: F1 0.67 at accuracy 0.70."""
    always = confusion([1] * 60 + [0] * 40, [1] * 100)
    other = Confusion(tp=30, fp=0, fn=30, tn=40)
    assert (round(always.f1, 2), always.accuracy) == (0.75, 0.6)
    assert (round(other.f1, 2), other.accuracy) == (0.67, 0.7)


def test_a_share_of_nothing_is_nan():
    """Precision without a predicted positive and recall without a positive are undefined."""
    none = confusion([0, 0], [0, 0])
    assert math.isnan(none.precision) and math.isnan(none.recall) and none.accuracy == 1


@pytest.mark.parametrize(
    ("labels", "predicted", "words"),
    [([0, 1], [0.2, 0.8], "predicted must hold 0 and 1 only"), ([0, 1], [1], "labels has shape")],
)
def test_bad_input_is_named(labels, predicted, words):
    """Probabilities in place of decisions, and unequal lengths, are told."""
    with pytest.raises(ValueError, match=words):
        confusion(labels, predicted)
