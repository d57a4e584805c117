"""Recall, precision and overlap of called pixels over thresholds."""

import numpy as np

from lossviz.figures.mask_losses import LOSSES
from lossviz.figures.segmentation import THRESHOLDS, SegmentationScene, dice_score, overlap_counts


def test_counts_are_those_of_comparing():
    """Sorting gives the same counts as comparing each probability with each threshold."""
    rng = np.random.default_rng(0)
    masks, p = rng.integers(0, 2, (3, 5, 5)), rng.uniform(size=(3, 5, 5)).round(2)
    for threshold, counts in zip(THRESHOLDS, overlap_counts(masks, p, THRESHOLDS), strict=True):
        called = p >= threshold
        mask = masks == 1
        assert counts.tolist() == [(called & mask).sum(), (~called & mask).sum(), (called & ~mask).sum()]


def test_the_score_of_nothing_found_where_nothing_is_is_one():
    """An empty mask left alone is a perfect answer; one false pixel makes it 0."""
    assert dice_score([[0, 0, 0], [0, 0, 1], [2, 1, 1]]).tolist() == [1.0, 0.0, 4 / 6]


def test_the_readout_scores_all_pictures_and_counts_in_one():
    """A right answer scores 1, one that calls everything twice the share of the mask over 1 plus it."""
    masks = np.zeros((6, 10, 10))
    masks[:, 2:4, 2:7] = 1
    answers = {name: masks[None] for name in LOSSES} | {"Dice": np.ones((1, *masks.shape))}
    scene = SegmentationScene({10: {"pictures": masks, "masks": masks, "answers": answers}})
    scene.update(side=10, threshold=0.5, picture=2)
    assert "pixel CE 1.00" in scene.readout() and f"Dice {0.2 / 1.1:.2f}" in scene.readout()
    assert "picture 2: 10 mask pixels, called 10, 10, 100, 10" in scene.readout()
