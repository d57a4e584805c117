"""Wrong chains of logits and losses: their slopes, their floors, and what training with them comes to."""

import numpy as np
import pytest

from lossviz.explorers.from_logits import from_logits
from lossviz.figures.from_logits import EVERY, STEPS, FromLogitsScene
from lossviz.figures.wrong_chains import CHAINS, CLIP, floor
from lossviz.losses import categorical_crossentropy_from_logits, softmax

TARGET = np.eye(4)[[0, 2, 3]]
LOGITS = np.array([[0.5, 1.5, -0.2, 0.3], [2.0, 0.4, 1.1, -0.6], [-1.0, 0.2, 0.3, 2.5]])


@pytest.fixture(scope="module")
def scene():
    return FromLogitsScene()


@pytest.mark.parametrize("name", CHAINS)
def test_slopes_are_those_of_the_losses(name):
    """Each chain's slope agrees with central differences of its loss, where no clip holds."""
    chain, h = CHAINS[name], 1e-6
    slope = chain.slope(TARGET, LOGITS)
    for j, step in enumerate(h * np.eye(4)):
        change = chain.loss(TARGET, LOGITS + step) - chain.loss(TARGET, LOGITS - step)
        np.testing.assert_allclose(slope[:, j], change / (2 * h), atol=1e-8)


def test_behind_the_clip_nothing_is_learned():
    """A logit below 0 taken for a probability costs −log 1e-7, one above the sum nothing; neither has any slope."""
    chain, logits = CHAINS["logits as probabilities"], np.array([[-1.0, 3.0], [3.0, -1.0]])
    target = np.eye(2)[[0, 0]]
    np.testing.assert_allclose(chain.loss(target, logits), [-np.log(CLIP), 0], atol=2e-7)
    np.testing.assert_array_equal(chain.slope(target, logits), 0)


def test_without_mistake_the_chain_is_the_loss_of_logits():
    """The first chain is the package's own loss, and what it states is the softmax."""
    chain = CHAINS["none"]
    np.testing.assert_array_equal(chain.loss(TARGET, LOGITS), categorical_crossentropy_from_logits(TARGET, LOGITS))
    np.testing.assert_array_equal(chain.stated(LOGITS), softmax(LOGITS))


@pytest.mark.parametrize("name", ["softmax twice", "sigmoid first"])
def test_no_logits_get_below_the_floor(name):
    """The floor is ln(1 + (C − 1)/e); huge right logits reach it, and no logits out of 2,000 go lower."""
    rng = np.random.default_rng(0)
    for classes in (2, 3, 10):
        least = floor(name, classes)
        assert least == pytest.approx(np.log(1 + (classes - 1) / np.e), rel=1e-12)
        target = np.eye(classes)[rng.integers(classes, size=2000)]
        logits = rng.normal(scale=20, size=target.shape)
        assert CHAINS[name].loss(target, logits).min() >= least - 1e-12
        assert CHAINS[name].loss(target, 100 * (2 * target - 1)) == pytest.approx(least, rel=1e-12)


def test_training_with_a_squashed_output_ends_above_the_floor(scene):
    """The logged losses stay above their floors, though the model learns as many answers as without the mistake."""
    for name in ("softmax twice", "sigmoid first"):
        run = scene.runs[name]
        assert scene.floors[name] < run["loss"].min() < 1.2 * scene.floors[name]
        assert run["accuracy"][-1] > 0.9
        assert run["stated"].max() < np.e / (np.e + 2)
    assert scene.runs["none"]["loss"][-1] < 0.2
    assert scene.runs["logits as probabilities"]["loss"][-1] > 1


def test_runs_start_alike_and_histograms_count_everyone(scene):
    """All runs begin with the same model and hold one entry for each position of the slider."""
    for run in scene.runs.values():
        assert len(run["loss"]) == STEPS // EVERY + 1
        assert run["accuracy"][0] == scene.runs["none"]["accuracy"][0]
        np.testing.assert_allclose(run["counts"].sum(axis=1), 1)


def test_data_may_be_given():
    """Inputs with two classes are trained as they are, and the floor is that of two classes."""
    x, labels = np.array([[-1.0], [-2.0], [1.0], [2.0]]), np.array([0, 0, 1, 1])
    explorer = from_logits(x, labels, x, labels, step=300)
    assert "floor 0.313" in explorer.readout and "accuracy 1.00 (1.00)" in explorer.readout
