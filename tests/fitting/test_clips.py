"""Clips: least cost, ghosts, and order."""

import numpy as np
import pytest

from lossviz.fitting.clips import changes, clip_cost, moving, rms, spoilt, steadied


@pytest.fixture(scope="module")
def given():
    return spoilt(moving(np.random.default_rng(1).random((8, 8))), seed=0)


@pytest.mark.parametrize("motion", [0, 1])
def test_no_clip_costs_less(given, motion):
    """At the steadied clip the cost has no slope: a small change in any direction costs more."""
    made = steadied(given, 3.0, motion)
    least = clip_cost(made, given, 3.0, motion)
    rng = np.random.default_rng(0)
    for _ in range(5):
        nudge = 1e-3 * rng.normal(size=given.shape)
        up, down = (clip_cost(made + sign * nudge, given, 3.0, motion) for sign in (1, -1))
        assert up > least < down
        assert up - least == pytest.approx(down - least, rel=1e-4)


def test_a_large_weight_on_the_same_pixel_gives_the_mean_frame(given):
    """Then all frames are the mean of the given ones: a ghost of every place."""
    assert steadied(given, 1e9) == pytest.approx(np.broadcast_to(given.mean(axis=0), given.shape), abs=1e-6)


def test_the_frame_wise_term_does_not_see_the_order(given):
    """Frames in another order cost the same without the second term, and more with it."""
    other = np.random.default_rng(0).permutation(len(given))
    clip = steadied(given, 1.0, motion=1)
    assert clip_cost(clip[other], given[other], 0.0) == pytest.approx(clip_cost(clip, given, 0.0))
    assert clip_cost(clip[other], given[other], 1.0) > clip_cost(clip, given, 1.0)


def test_a_true_clip_has_no_flicker_along_its_motion():
    """Moving costs nothing where the partner is the pixel it moved to."""
    clip = moving(np.ones((8, 8)))
    assert rms(changes(clip, motion=1)) == 0
    assert rms(changes(clip)) > 0.1
