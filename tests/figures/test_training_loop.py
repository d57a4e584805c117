"""One round of training, stage by stage, against the formulas by hand."""

import numpy as np
import pytest

from lossviz.figures.training_loop import INPUTS, ROUNDS, TrainingLoopScene


@pytest.fixture(scope="module")
def scene():
    return TrainingLoopScene()


def test_the_first_round_by_hand(scene):
    """From weights 0: p = ½, ℓ = log 2, dℓ/dz = −½, and the weights become rate · ½ · x."""
    said = []
    for stage in (1, 2, 3, 4):
        scene.update(stage=stage, rate=0.5)
        said.append(scene.readout())
    assert said[0].endswith("predict: w = (0.000, 0.000), b = 0.000, so z = 0.000 and p = σ(z) = 0.500")
    assert said[1].endswith("compare: p = 0.500 against y = 1, so ℓ = −log p = 0.693")
    assert said[2].endswith("dℓ/dz = p − y = -0.500, times x gives dℓ/dw = (-0.310, -0.050); dℓ/db = -0.500")
    assert scene.after.weights == pytest.approx(0.25 * np.array(INPUTS))
    assert scene.after.bias == pytest.approx(0.25)


def test_a_round_begins_with_what_the_last_one_left(scene):
    """The weights after one round are those that the next one predicts with."""
    scene.update(stage=4, rate=1.0)
    after = scene.after
    scene.update(stage=5, rate=1.0)
    assert scene.before is after


@pytest.mark.parametrize("rate", [0.1, 3.0])
def test_every_round_lowers_the_loss(scene, rate):
    """The loss of the picture falls from round to round at any rate of the slider."""
    _, _, _, losses = scene.path(rate)
    assert len(losses) == ROUNDS + 1
    assert (np.diff(losses) < 0).all()
