"""Accuracy has no slope to follow, the costs have."""

import numpy as np
import pytest

from lossviz.figures.metric_and_loss import WEIGHTS, MetricAndLossScene
from lossviz.losses import binary_crossentropy, squared_error


@pytest.fixture(scope="module")
def scene():
    return MetricAndLossScene()


def test_accuracy_changes_at_the_steps_only(scene):
    """Between two steps accuracy is one number; the weights where it changes are the steps drawn."""
    weights = np.linspace(*WEIGHTS, 4001)[1:-1]
    accuracy = np.array([scene.accuracy(weight) for weight in weights])
    changed = weights[1:][np.diff(accuracy) != 0]
    assert all(np.abs(scene.jumps - weight).min() < 0.001 for weight in changed)
    assert len(changed) > 10


@pytest.mark.parametrize("loss", [binary_crossentropy, squared_error])
@pytest.mark.parametrize("weight", [1.02, 1.3, 1.55])
def test_the_slope_is_that_of_the_cost(scene, loss, weight):
    """The slope in the weight is the difference quotient of the cost."""
    step = 1e-5
    (high, _), (low, _) = scene.cost(loss, weight + step), scene.cost(loss, weight - step)
    assert scene.cost(loss, weight)[1] == pytest.approx((high - low) / (2 * step), rel=1e-6, abs=1e-9)


def test_least_cost_is_not_highest_accuracy(scene):
    """Cross-entropy is lower at w = 1.30 than at 1.40, and accuracy is lower there too."""
    (low, _), (high, _) = (scene.cost(binary_crossentropy, weight) for weight in (1.3, 1.4))
    assert low < high
    assert scene.accuracy(1.3) < scene.accuracy(1.4)


def test_on_a_step_there_is_no_slope(scene):
    """At w = 6.1/5.0 a picture lies on the boundary: the explorer says that accuracy has no slope there."""
    scene.update(weight=1.22)
    assert "on a step, with no slope" in scene.readout()
    scene.update(weight=1.225)
    assert "with slope 0" in scene.readout()
