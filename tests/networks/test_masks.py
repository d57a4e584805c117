"""Noisy scenes, neighbourhoods, and networks that find masks in them."""

import numpy as np
import pytest

from lossviz.fitting.drawn_digits import drawn_digits
from lossviz.networks import mask_costs, noisy_scenes, patches, train_segmenter


def test_a_scene_holds_its_digit_where_the_mask_is():
    """Without noise the picture is the digit at the place of its mask and 0 elsewhere; every sixth is empty."""
    digits, _ = drawn_digits(5)
    pictures, masks = noisy_scenes(digits, 12, 16, noise=0.0, seed=3)
    assert np.array_equal(masks == 1, pictures >= 0.5)
    assert [int(each.any()) for each in masks] == [1, 1, 1, 1, 1, 0] * 2
    assert np.allclose(noisy_scenes(digits, 12, 16, noise=0.5, seed=3)[1], masks)


def test_a_patch_is_what_surrounds_a_pixel():
    """The middle of a patch is the pixel itself, and beyond the edge there is 0."""
    pictures = np.arange(2 * 36, dtype=float).reshape(2, 6, 6)
    around = patches(pictures, reach=1).reshape(2, 6, 6, 3, 3)
    assert np.array_equal(around[..., 1, 1], pictures)
    assert np.array_equal(around[1, 2, 3], pictures[1, 1:4, 2:5])
    assert not around[0, 0, 0, 0].any()


def test_the_costs_are_means_of_their_losses():
    """With a weight of 1 the weighted cross-entropy is the plain one; more weight makes only mask pixels dearer."""
    y, z = np.array([[1.0, 0.0]]), np.array([[0.0, 0.0]])
    once, thrice = mask_costs(1.0), mask_costs(3.0)
    assert np.isclose(once["pixel CE"](y, z), np.log(2)) and np.isclose(once["weighted CE"](y, z), np.log(2))
    assert np.isclose(thrice["weighted CE"](y, z), (3 + 1) / 2 * np.log(2))
    assert np.isclose(once["Dice"](y, z), 1 - (2 * 0.5 + 1) / (1 + 1 + 1))


def test_a_segmenter_finds_most_of_a_mask():
    """Little noise: after a short training, what it calls from ½ on is mostly mask, and most of the mask is called."""
    digits, _ = drawn_digits(20)
    pictures, masks = noisy_scenes(digits, 24, 14, noise=0.2, seed=0)
    segmenter = train_segmenter(pictures, masks, mask_costs(5.0)["Dice"], epochs=15, rate=0.05)
    unseen, truth = noisy_scenes(digits, 24, 14, noise=0.2, seed=1)
    called = segmenter(unseen) >= 0.5
    assert (called & (truth == 1)).sum() / truth.sum() > 0.7 < (called & (truth == 1)).sum() / called.sum()


def test_a_side_below_eight_is_named():
    """A digit of 8 × 8 pixels needs a picture of at least that side."""
    with pytest.raises(ValueError, match="side must be at least 8"):
        noisy_scenes(drawn_digits(5)[0], count=2, side=4)
