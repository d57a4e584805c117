"""A clip at ε: ceilings, slopes that vanish, and two rescues on top of each other."""

import numpy as np
import pytest

from lossviz.figures.clipping import CONVENTIONS, ClippingScene, clip_and_add
from lossviz.losses import binary_crossentropy


@pytest.fixture(scope="module")
def scene():
    return ClippingScene()


def test_below_the_clip_the_value_stops_and_the_slope_is_0(scene):
    """p = 1e-9 under ε = 1e-7: 16.12 instead of 20.72, slope 0 instead of −1e9."""
    scene.update(log_p=-9.0, log_epsilon=-7.0)
    assert scene.plain == (pytest.approx(20.7232658), pytest.approx(1e9))
    assert (scene.value, scene.steep) == (pytest.approx(16.1180957), 0)
    log_p, height = scene.clipped[1].get_data()
    assert set(height[log_p < -7]) == {0} and height[log_p >= -7][0] == pytest.approx(1 + 7)


def test_above_the_clip_nothing_changes(scene):
    """p = 1e-5 over ε = 1e-7 costs what it costs without a clip."""
    scene.update(log_p=-5.0, log_epsilon=-7.0)
    assert (scene.value, scene.steep) == pytest.approx(scene.plain)


def test_the_ceilings_are_those_of_the_conventions():
    """ε = 1e-7 charges at most 16.12, the machine epsilon at most 36.04."""
    ceilings = [float(binary_crossentropy(1.0, 0.0, epsilon=epsilon)) for epsilon in CONVENTIONS]
    assert ceilings == pytest.approx([16.118096, 36.043653])


def test_clip_and_add_are_two_conventions_on_top_of_each_other():
    """The worst loss is 15.42 instead of 16.12, a perfect prediction costs exactly 0, and the slope is halved at ε."""
    value, slope = clip_and_add(np.array([0.0, 1e-7, 1.0]), 1e-7)
    assert value[0] == pytest.approx(-np.log(2e-7))
    assert value[2] == 0
    assert slope == pytest.approx([0, -5e6, 0])
