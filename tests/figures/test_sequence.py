"""The character model: its counts, its losses by hand, the mask, and what the explorer says of them."""

import numpy as np
import pytest

from lossviz.explorers.sequence import sequence
from lossviz.figures.bigram import END, LETTERS, START, Rows, pairs, probabilities
from lossviz.figures.sequence import SMOOTHINGS, SequenceScene


@pytest.fixture(scope="module")
def scene():
    return SequenceScene()


def by_hand(scene, name, k):
    """−log p of each letter of a name and of its end, by counting strings."""
    training = [f"^{each}$" for each in scene.names if each not in scene.held_out]
    losses = []
    for before, after in zip(f"^{name}", f"{name}$", strict=True):
        hits = sum(each[i : i + 2] == before + after for each in training for i in range(len(each) - 1))
        total = sum(each[:-1].count(before) for each in training)
        losses.append(-np.log((hits + k) / (total + 27 * k)))
    return np.array(losses)


def test_losses_are_those_counted_by_hand(scene):
    """For each name to choose from and three smoothings, the loss of each character and of the end."""
    for name in scene.shown:
        for k in (0.01, 0.1, 8.0):
            real = len(name) + 1
            np.testing.assert_allclose(scene.losses[name, k][:real], by_hand(scene, name, k), rtol=1e-12)


def test_perplexity_is_the_exponential_of_the_mean(scene):
    """Over the characters of the held-out names alone, and it is least for some smoothing in between."""
    for k in (0.01, 0.32, 8.0):
        losses = np.concatenate([by_hand(scene, name, k) for name in scene.held_out])
        found = scene.perplexities["held out", False][SMOOTHINGS.index(k)]
        assert found == pytest.approx(np.exp(losses.mean()), rel=1e-12)
    place = int(np.argmin(scene.perplexities["held out", False]))
    assert 0 < place < len(SMOOTHINGS) - 1
    assert all(np.diff(scene.perplexities["training", False]) > 0)


def test_padding_flatters(scene):
    """At every smoothing the mean over padding too is lower, for training and held-out names alike."""
    for key in scene.parts:
        assert (np.array(scene.perplexities[key, True]) < scene.perplexities[key, False]).all()


def test_the_mask_counts_letters_and_one_end():
    """Each row has its letters and its end unmasked, whatever stands behind them."""
    rows = Rows.of(["tin", "iodine"], length=9)
    assert rows.mask.sum(axis=1).tolist() == [4, 7]
    assert rows.before[:, 0].tolist() == [START, START]
    assert (rows.tokens[~rows.mask] == END).all()
    assert "".join(LETTERS[token] for token in rows.tokens[1, :6]) == "iodine"


def test_probabilities_sum_to_one_and_never_are_zero(scene):
    """Each row of each table is a distribution, also after a letter that was never seen."""
    counts = pairs(scene.parts["training"])
    assert (counts.sum(axis=1) == 0).any()
    for k in SMOOTHINGS:
        table = probabilities(counts, k)
        np.testing.assert_allclose(table.sum(axis=1), 1)
        assert table.min() > 0


def test_the_walk_says_where_it_is():
    """The readout names the character, its p and loss and the running mean; beyond the end only padding follows."""
    explorer = sequence(name="neon", smoothing=0.1, position=2)
    scene = explorer.scene
    losses = scene.losses["neon", 0.1]
    assert f"2: e after n has p = {np.exp(-losses[1]):.3f} and costs {losses[1]:.2f}" in explorer.readout
    assert f"mean so far {losses[:2].mean():.2f}, perplexity {np.exp(losses[:2].mean()):.2f}" in explorer.readout
    explorer.set(position=9)
    assert "5: the end after n" in explorer.readout
    explorer.set(mean="characters and padding")
    assert "9: padding after the end" in explorer.readout
    assert f"mean so far {losses[:9].mean():.2f}" in explorer.readout


def test_names_are_checked():
    """A name with another sign, and a chosen name that is not among the names, are named."""
    with pytest.raises(ValueError, match="letters a to z; got 'Iron'"):
        sequence(names=["tin", "lead", "gold", "zinc", "Iron", "neon"])
    with pytest.raises(ValueError, match="shown holds 'copper'"):
        sequence(names=["tin", "lead", "gold", "zinc", "iron", "neon"], shown=["copper"])
