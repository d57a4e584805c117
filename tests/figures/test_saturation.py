"""Two runs from a wrong start: what the sigmoid's slope does to each."""

import numpy as np
import pytest

from lossviz.figures.saturation import RATE, SaturationScene, X, Y, slope_in_logit
from lossviz.losses import binary_crossentropy, sigmoid, squared_error


@pytest.fixture(scope="module")
def scene():
    return SaturationScene()


def costs(scene, **values):
    scene.update(**{"bias": -6.0, "step": 40} | values)
    return scene.costs[squared_error], scene.costs[binary_crossentropy]


@pytest.mark.parametrize("loss", [squared_error, binary_crossentropy])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_the_slope_is_that_of_the_loss_after_the_sigmoid(loss, label):
    """dℓ/dz by the chain rule agrees with central differences; for cross-entropy it is p − y, without σ′."""
    z = np.linspace(-8, 8, 33)
    labels = np.full_like(z, label)
    differences = (loss(labels, sigmoid(z + 1e-5)) - loss(labels, sigmoid(z - 1e-5))) / 2e-5
    assert slope_in_logit(loss, labels, z) == pytest.approx(differences, abs=1e-7)
    if loss is binary_crossentropy:
        assert slope_in_logit(loss, labels, z) == pytest.approx(sigmoid(z) - labels, abs=1e-12)


@pytest.mark.parametrize("loss", [squared_error, binary_crossentropy])
def test_a_step_goes_down_the_mean_loss(scene, loss):
    """Weight and bias after one step are the start less the rate times the slope of the mean loss."""
    weights, biases, _ = scene.runs[loss]
    place = list(scene.biases).index(-2.0)

    def cost(weight, bias):
        return loss(Y, sigmoid(weight * X + bias)).mean()

    down = (cost(1e-5, -2.0) - cost(-1e-5, -2.0)) / 2e-5, (cost(0.0, -2 + 1e-5) - cost(0.0, -2 - 1e-5)) / 2e-5
    assert weights[1, place] == pytest.approx(-RATE * down[0], abs=1e-8)
    assert biases[1, place] == pytest.approx(-2 - RATE * down[1], abs=1e-8)


def test_squared_error_stands_still_where_cross_entropy_learns(scene):
    """From b = −6, after 40 steps, squared error has hardly moved; from b = 0 both have learned after five."""
    squares, cross = costs(scene)
    assert squares > 0.49 and cross < 0.12
    assert max(costs(scene, bias=0.0, step=5)) < 0.12


def test_only_the_wrong_examples_pull_under_cross_entropy(scene):
    """At the start from b = −6 a wrong example pulls by almost 1 and a right one by almost 0; under squares neither."""
    costs(scene, step=0)
    wrong, right = scene.pulls[binary_crossentropy]
    assert (len(wrong), len(right)) == (5, 5)
    assert wrong.min() > 0.99 and right.max() < 0.003
    assert max(each.max() for each in scene.pulls[squared_error]) < 0.006


def test_a_start_between_two_positions_is_trained_itself(scene):
    """A bias off the slider's steps gives a run of its own, between those of its neighbours."""
    below, here, above = (costs(scene, bias=bias, step=20)[0] for bias in (-4.25, -4.1, -4.0))
    assert above < here < below
