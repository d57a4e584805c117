"""The threshold explorer: counts and metrics that are known."""

import numpy as np
import pytest

from lossviz.figures.threshold import ThresholdScene


@pytest.fixture(scope="module")
def scene():
    return ThresholdScene()


@pytest.mark.parametrize(
    ("threshold", "said"),
    [
        (0.0, "TP 60, FP 40, FN 0, TN 0 · accuracy 0.60, precision 0.60, recall 1.00, F1 0.75"),
        (0.5, "TP 55, FP 9, FN 5, TN 31 · accuracy 0.86, precision 0.86, recall 0.92, F1 0.89"),
        (0.92, "TP 30, FP 0, FN 30, TN 40 · accuracy 0.70, precision 1.00, recall 0.50, F1 0.67"),
    ],
)
def test_counts_and_metrics(scene, threshold, said):
    """Three thresholds whose counts can be checked by hand."""
    scene.update(threshold=threshold)
    assert said in scene.readout()


def test_a_precision_of_nothing_is_no_number(scene):
    """At a threshold of 1 nothing is called a panda: precision is undefined, and has no dot."""
    scene.update(threshold=1.0)
    assert "precision undefined" in scene.readout()
    assert len(scene.dots.get_offsets()) == 3
    scene.update(threshold=0.5)
    assert len(scene.dots.get_offsets()) == 4


def test_other_pictures_may_be_given():
    """A caller's own confidences are counted, a confidence equal to the threshold as a panda."""
    scene = ThresholdScene([0.2, 0.5, 0.9], np.array([0, 1, 0]))
    scene.update(threshold=0.5)
    assert "TP 1, FP 1, FN 0, TN 1" in scene.readout()
