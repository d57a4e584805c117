"""The numbers of the explorer of weighted means."""

import numpy as np
import pytest

from lossviz import binary_crossentropy, explore


def test_both_means_are_the_area_divided_by_a_width():
    """One mean divides the weighted losses by the weights, the other by how many there are."""
    common = np.array([0.9, 0.5])
    explorer = explore("weighted_mean", common=common)
    explorer.set(weight=3.0, probability=0.1)
    losses = binary_crossentropy(np.ones(3), np.append(common, 0.1))
    by_weights = np.average(losses, weights=[1, 1, 3])
    by_count = np.sum(losses * [1, 1, 3]) / 3
    assert explorer.scene.means == pytest.approx((by_weights, by_count))
    assert f"{by_weights:.3f}" in explorer.readout and f"{by_count:.3f}" in explorer.description


def test_they_meet_at_weight_one():
    """Where the rare example weighs as much as the others, nothing is to be told apart."""
    explorer = explore("weighted_mean", weight=1.0)
    first, second = explorer.scene.means
    assert first == pytest.approx(second)


def test_nothing_leaves_the_axes():
    """At the dearest position both means stay below the top of the picture."""
    explorer = explore("weighted_mean", weight=6.0, probability=0.02)
    left, right = explorer.scene.figure.axes
    assert max(explorer.scene.means) < min(left.get_ylim()[1], right.get_ylim()[1])
