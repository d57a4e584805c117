"""The clip under a frame-wise loss and its second term: what is shown is what is measured."""

import numpy as np
import pytest

from lossviz.figures.flicker import PAIRS, WEIGHTS, FlickerScene
from lossviz.fitting.clips import rms


@pytest.fixture(scope="module")
def scene():
    return FlickerScene()


def test_without_the_second_term_the_clip_stays_as_given(scene):
    """At λ = 0 every frame is the given one, flicker and all."""
    scene.update(weight=0.0, frame=3, pair="the same pixel")
    assert np.asarray(scene.images[2].get_array()) == pytest.approx(np.asarray(scene.images[1].get_array()))
    assert scene.spread[0] == pytest.approx(scene.spread[1])


def test_the_dot_lies_on_its_line(scene):
    """The error of the clip that is shown is that of the first seed at this weight."""
    for pair in PAIRS:
        scene.update(weight=5.0, frame=1, pair=pair)
        assert scene.error == pytest.approx(scene.scores[pair][WEIGHTS.index(5.0), 0, 0])
        assert f"error {scene.error:.3f}" in scene.readout()


def test_the_same_pixel_smears_and_the_motion_does_not(scene):
    """On every seed, at λ = 30: the same pixel is worse than nothing, the pixel it moved to far better."""
    at = WEIGHTS.index(30.0)
    given = scene.scores["the same pixel"][0, :, 0]
    assert (scene.scores["the same pixel"][at, :, 0] > given).all()
    assert (scene.scores["the pixel it moved to"][at, :, 0] < given / 2).all()


def test_the_large_frame_is_the_one_in_the_box(scene):
    """The frame shown large is the one framed in the strip."""
    scene.update(weight=1.0, frame=9, pair="the pixel it moved to")
    box = np.array(scene.frame_box.get_xdata())
    left, width = round(box.min() + 0.5), scene.true.shape[2]
    strip = np.asarray(scene.images[2].get_array())
    assert np.asarray(scene.large[1].get_array()) == pytest.approx(strip[:, left : left + width])
    assert rms(strip) > 0
