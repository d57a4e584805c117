"""The training log: its losses, its units and its lines of reference."""

import numpy as np
import pytest

from lossviz.figures.training_log import STEPS, TrainingLogScene, base_rate_entropy, four_groups
from lossviz.fitting import LinearModel, train_linear
from lossviz.losses import softmax


@pytest.fixture(scope="module")
def scene():
    return TrainingLogScene()


def test_the_run_starts_from_knowing_nothing(scene):
    """At step 0 every class has the probability 1/C: both losses are ln 4, in every held-out example."""
    scene.update(step=0, unit="nats")
    assert [*scene.now.values()] == pytest.approx([np.log(4)] * 2)
    assert scene.typical == pytest.approx(0.25)
    assert scene.bars.get_data().values[2] == 1


def test_the_losses_are_those_of_a_run_made_here(scene):
    """Loss, geometric mean and bars at step 30 are those of softmax regression written out once more."""
    x, labels, held_x, held_labels = four_groups()
    wanted = np.eye(4)[labels]
    start = LinearModel(np.zeros((8, 4)), np.zeros(4))
    model = train_linear(x, lambda z: softmax(z) - wanted, start=start, rate=0.5, steps=30)[-1]
    right = softmax(model(held_x))[np.arange(240), held_labels]
    scene.update(step=30, unit="nats")
    assert scene.now["held out"] == pytest.approx(-np.log(right).mean())
    assert scene.typical == pytest.approx(np.prod(right ** (1 / 240)))
    assert scene.bars.get_data().values == pytest.approx(np.histogram(right, 10, (0, 1))[0] / 240)


def test_the_held_out_loss_turns_while_the_training_loss_falls(scene):
    """The default run overfits: training loss falls to the end, held-out loss is least before step 60."""
    assert (np.diff(scene.losses["training"]) < 0).all()
    held = scene.losses["held out"]
    assert held.argmin() < 60 and held[STEPS] > held.min() + 0.1


def test_bits_are_nats_over_ln_2(scene):
    """The readout's numbers in bits are those in nats over ln 2, and the two rulers say the same."""
    scene.update(step=50, unit="bits")
    held = scene.losses["held out"][50]
    assert f"held out {held / np.log(2):.3f} bits · 2^−{held / np.log(2):.3f} = {np.exp(-held):.3f}" in scene.readout()
    assert scene.readings[1].get_xdata()[0] > STEPS
    scene.update(step=50, unit="nats")
    assert f"held out {held:.3f} nats · e^−{held:.3f} = {np.exp(-held):.3f}" in scene.readout()
    assert scene.readings[1].get_xdata()[0] < 0


def test_the_entropy_of_base_rates():
    """ln C for equal shares, and below it otherwise: 357 to 212 gives 0.660, 357 to 27 gives 0.254."""
    assert base_rate_entropy([0, 1, 2, 3, 4]) == pytest.approx(np.log(5))
    assert base_rate_entropy(np.repeat([0, 1], [357, 212])) == pytest.approx(0.660, abs=5e-4)
    assert base_rate_entropy(np.repeat([0, 1], [357, 27])) == pytest.approx(0.254, abs=5e-4)


def test_equal_lines_of_reference_are_one():
    """Where the classes are equally frequent, one line of reference is drawn, not two on top of each other."""
    x, labels = np.random.default_rng(0).normal(size=(40, 2)), np.tile([0, 1], 20)
    words = [text.get_text() for text in TrainingLogScene(x, labels, x, labels).figure.axes[0].texts]
    assert words == ["knowing nothing: ln 2"]
