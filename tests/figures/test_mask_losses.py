"""Four losses of one answer over growing background."""

import numpy as np

from lossviz import binary_crossentropy, dice, tversky
from lossviz.figures.mask_losses import SIDES, MaskLossesScene, costs

MASK = np.zeros((8, 8))
MASK[2:6, 3:5] = 1


def test_costs_are_the_losses_of_the_whole_pictures():
    """Each number is what the loss says of the picture laid out pixel by pixel."""
    of = costs(MASK, 0.3, 0.05)
    for at, side in ((0, 8), (5, SIDES[5])):
        truth = np.zeros(side * side)
        truth[: int(MASK.sum())] = 1
        answer = np.where(truth == 1, 0.3, 0.05)
        assert np.isclose(of["pixel CE"][at], binary_crossentropy(truth, answer).mean())
        assert np.isclose(of["Dice"][at], dice(truth, answer))
        assert np.isclose(of["Tversky"][at], tversky(truth, answer, alpha=0.3, beta=0.7))
        halves = [binary_crossentropy(truth, answer)[truth == label].mean() for label in (0, 1)]
        assert np.isclose(of["weighted CE"][at], np.mean(halves))


def test_finding_nothing_becomes_cheap_in_pixels_alone():
    """An answer near 0 everywhere: pixel cross-entropy falls by a factor of twenty, Dice and the weighted one stay."""
    of = costs(MASK, 0.01, 0.001)
    assert of["pixel CE"][0] > 20 * of["pixel CE"][-1]
    assert of["Dice"].min() > 0.8 and np.ptp(of["weighted CE"]) == 0


def test_an_empty_mask_is_charged_by_what_is_called():
    """Where nothing is to be found, Dice rises from 0 with the false alarms, and both cross-entropies agree."""
    empty = np.zeros((8, 8))
    assert costs(empty, 0.5, 0.0)["Dice"].max() == 0
    of = costs(empty, 0.5, 0.1)
    assert np.allclose(of["Dice"], 1 - 1 / (0.1 * np.array(SIDES) ** 2 + 1))
    assert np.array_equal(of["pixel CE"], of["weighted CE"])


def test_accuracy_at_one_half_counts_pixels():
    """The answer that calls nothing is right about all the background."""
    scene = MaskLossesScene(MASK.ravel())
    scene.update(side=20, found=0.1, false=0.0, mask="a digit")
    assert f"pixel accuracy at ½: {1 - MASK.sum() / 400:.1%}" in scene.readout()
