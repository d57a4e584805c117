"""Shares of easy and hard examples in cross-entropy and focal loss."""

import numpy as np
import pytest

from lossviz.figures.focal_weights import FocalWeightsScene
from lossviz.losses import binary_crossentropy_from_logits, sigmoid


@pytest.fixture(scope="module")
def scene():
    return FocalWeightsScene()


def test_without_focus_both_rows_are_cross_entropy(scene):
    """At γ = 0 focal loss and its slope are those of cross-entropy, group by group."""
    scene.update(gamma=0.0, easy=0.8)
    _, loss, focal, slope, focal_slope = scene.shares
    assert focal == pytest.approx(loss) and focal_slope == pytest.approx(slope)


@pytest.mark.parametrize("easy", [0.6, 0.9, 0.99])
def test_shares_are_counted_from_the_examples(scene, easy):
    """Each row sums to 100, and the rows of cross-entropy equal sums over the examples written out."""
    scene.update(gamma=2.0, easy=easy)
    assert scene.shares.sum(axis=1) == pytest.approx(100)
    p = sigmoid(scene.logits)
    right = np.where(scene.labels == 1, p, 1 - p)
    loss, slope = binary_crossentropy_from_logits(scene.labels, scene.logits), np.abs(p - scene.labels)
    for row, amount in ((0, np.ones_like(p)), (1, loss), (3, slope)):
        assert scene.shares[row, 0] == pytest.approx(100 * amount[right < 0.5].sum() / amount.sum())
        assert scene.shares[row, 2] == pytest.approx(100 * amount[right >= easy].sum() / amount.sum())


def test_more_focus_leaves_less_to_the_easy(scene):
    """The easy examples' share of loss and slope falls with γ, and that of the wrong ones rises."""
    rows = []
    for gamma in (0.0, 1.0, 2.0, 5.0):
        scene.update(gamma=gamma, easy=0.9)
        rows.append(scene.shares[[2, 4]])
    assert (np.diff([row[:, 2] for row in rows], axis=0) < 0).all()
    assert (np.diff([row[:, 0] for row in rows], axis=0) > 0).all()


@pytest.mark.parametrize(
    ("labels", "logits", "words"),
    [([0, 1], [0.5], r"labels has shape \(2,\) and logits \(1,\)"), ([-1, 1], [0.5, 1.0], "labels must hold 0 and 1")],
)
def test_bad_data_are_named(labels, logits, words):
    """Lists of unequal length and labels other than 0 and 1 are told."""
    with pytest.raises(ValueError, match=words):
        FocalWeightsScene(labels, logits)
