"""Margin losses beside the 0–1 loss: who bounds it, and who still pushes."""

import numpy as np
import pytest

from lossviz.figures.surrogates import NAMES, SurrogateScene, bounds, zero_one
from lossviz.losses import exponential, hinge, logistic, perceptron, squared_hinge

AT = [-2.5, -0.5, 0.0, 0.5, 1.0, 3.0]
FORMULAS = {
    hinge: lambda m: max(0, 1 - m),
    squared_hinge: lambda m: max(0, 1 - m) ** 2,
    exponential: lambda m: np.exp(-m),
    logistic: lambda m: np.log1p(np.exp(-m)),
    perceptron: lambda m: max(0, -m),
}


@pytest.fixture(scope="module")
def scene():
    return SurrogateScene()


@pytest.mark.parametrize("margin", AT)
def test_dots_stand_on_the_losses(scene, margin):
    """Each dot is at its formula's value; in bits the logistic loss alone is divided by log 2."""
    for unit, bit in (("nats", 1.0), ("bits", np.log(2))):
        scene.update(margin=margin, unit=unit)
        wanted = [f(margin) / (bit if loss is logistic else 1) for loss, f in FORMULAS.items()]
        assert list(FORMULAS) == list(NAMES)
        assert scene.dots[0].get_offsets()[:, 1] == pytest.approx(wanted)


def test_three_losses_bound_the_zero_one_loss_and_the_logistic_only_in_bits():
    """The perceptron never does: a score of 0 costs it nothing. The logistic loss is log 2 there, in bits 1."""
    assert [loss for loss in NAMES if bounds(loss, "nats")] == [hinge, squared_hinge, exponential]
    assert [loss for loss in NAMES if bounds(loss, "bits")] == [hinge, squared_hinge, exponential, logistic]


def test_beyond_the_margin_only_probability_losses_push(scene):
    """At m = 2 hinge, squared hinge and perceptron have the slope 0; logistic and exponential have not."""
    scene.update(margin=2.0, unit="nats")
    assert scene.slopes[0] == scene.slopes[1] == scene.slopes[4] == 0
    assert scene.slopes[2] == pytest.approx(-np.exp(-2))
    assert scene.slopes[3] == pytest.approx(-1 / (1 + np.exp(2)))


def test_a_score_of_zero_counts_as_wrong():
    """The step is 1 up to and including m = 0."""
    assert zero_one([-1e-9, 0.0, 1e-9]).tolist() == [1, 1, 0]
